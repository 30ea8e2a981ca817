"""A server that speaks just enough Bolt to say that it is an old Neo4j."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

BOLT_4_4 = b"\x00\x00\x04\x04"
NO_BOLT_IN_COMMON = b"\x00\x00\x00\x00"
_SUCCESS = b"\xb1\x70"


class _Talk(socketserver.StreamRequestHandler):
    """Agrees to a Bolt, and answers every message with success and the server's name."""

    agent, bolt = "", BOLT_4_4

    def handle(self) -> None:
        if len(self.rfile.read(20)) < 20:
            return
        self.wfile.write(self.bolt)
        while self._has_message():
            says = {"server": self.agent, "connection_id": "bolt-1"}
            words = b"".join(_word(word) for pair in says.items() for word in pair)
            content = _SUCCESS + bytes([0xA0 + len(says)]) + words
            self.wfile.write(len(content).to_bytes(2, "big") + content + b"\x00\x00")

    def _has_message(self) -> bool:
        """Read a message, chunk by chunk up to the empty one."""
        has_any = False
        while size := int.from_bytes(self.rfile.read(2), "big"):
            self.rfile.read(size)
            has_any = True
        return has_any


def _word(text: str) -> bytes:
    return bytes([0x80 + len(text)]) + text.encode("ascii")


@contextmanager
def server_that_calls_itself(agent: str, bolt: bytes = BOLT_4_4) -> Iterator[str]:
    """The address of such a server; its name has at most 15 characters."""
    talk = type("Talk", (_Talk,), {"agent": agent, "bolt": bolt})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), talk) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
