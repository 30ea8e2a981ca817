"""The kit over HTTP, for Neo4j Browser to fetch: on this machine only, nothing but the kit's own files."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from dhr_graph.browser_kit.kit import ASCIIDOC_GUIDE, HTML_GUIDE, STYLE, kit_files
from dhr_graph.errors import UsageError

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8765

_TYPES = {
    ".grass": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".adoc": "text/plain; charset=utf-8",
    ".cypher": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".zip": "application/zip",
}


class KitServer(ThreadingHTTPServer):
    """Serves the kit from memory to any page that asks (`Access-Control-Allow-Origin: *`), for reading only.

    Use it in a `with` block and call `serve_forever`. `port` 0 takes a free one. Raises UsageError where the port is
    taken or the address is not this machine's.
    """

    daemon_threads = True

    def __init__(self, host: str = LOOPBACK, port: int = DEFAULT_PORT) -> None:
        try:
            super().__init__((host, port), _KitRequest)
        except OSError as fault:
            raise UsageError(
                f"Nothing can be served there: {fault.strerror or fault}.",
                where=f"{host}:{port}",
                remedy="Choose another port with --port; 0 takes a free one.",
            ) from fault
        self.files = kit_files(self.address)

    @property
    def address(self) -> str:
        """Where the files stand; `localhost` on this machine, since Neo4j's default allow-list holds that name."""
        host, port = self.server_address[:2]
        name = str(host)
        return f"http://{'localhost' if name in (LOOPBACK, '::1', '0.0.0.0') else name}:{port}"


class _KitRequest(BaseHTTPRequestHandler):
    server: KitServer
    server_version = "dhr-graph"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_OPTIONS(self) -> None:
        self.send_response(HTTPStatus.NO_CONTENT)
        self.send_header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.end_headers()

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def _answer(self, *, body: bool) -> None:
        name = urlsplit(self.path).path.removeprefix("/")
        content = self.server.files.get(name)
        if content is None:
            self.send_error(HTTPStatus.NOT_FOUND, "No file of the kit", f"There are: {', '.join(self.server.files)}.")
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES[PurePosixPath(name).suffix])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)


def browser_link(browser: str, address: str) -> str:
    """The address that opens the classic Browser with the guide: `browser` is Neo4j Browser's own address."""
    return f"{browser.rstrip('/')}/?cmd=guide&arg={quote(f'{address}/{HTML_GUIDE}', safe='')}"


def browser_commands(address: str) -> tuple[str, ...]:
    """What to type into the classic Browser's editor: the style, then the guide, beside the results."""
    return (f":style {address}/{STYLE}", f":guide {address}/{HTML_GUIDE}")


def new_browser_commands(address: str) -> tuple[str, ...]:
    """What to type into the new Browser's editor; it imports no style."""
    return (f":guide {address}/{ASCIIDOC_GUIDE}",)


def server_settings(address: str) -> tuple[str, ...]:
    """The lines of `neo4j.conf` that allow the Browser to fetch the kit, and let it do so whenever it connects."""
    host = urlsplit(address).hostname
    style, guide = (command.removeprefix(":") for command in browser_commands(address))
    return (
        f"browser.remote_content_hostname_whitelist=guides.neo4j.com,{host}",
        f"browser.post_connect_cmd={style}; {guide}",
    )
