"""`dhr-graph browser-kit`: style, guide and saved queries for Neo4j Browser."""

from __future__ import annotations

from pathlib import Path

import click

from dhr_graph.cli.talk import say, talk_options

BROWSER = "http://localhost:7474/browser"
LOOPBACK = "127.0.0.1"
PORT = 8765
"""Both as in `dhr_graph.browser_kit`, named here so that help need not load it; a test holds them together."""


@click.command
@click.option(
    "--output",
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write the kit into.",
)
@click.option("--serve", is_flag=True, help="Offer the kit to Neo4j Browser until Ctrl+C.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Where to serve; 0 takes a free one."
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default=LOOPBACK,
    show_default=True,
    help="The address to serve on; any other than the default is open to the network.",
)
@click.option("--browser", metavar="URL", default=BROWSER, show_default=True, help="The address of Neo4j Browser.")
@talk_options
def command(folder: Path | None, serve: bool, port: int, host: str, browser: str) -> None:
    """Write or serve a kit for Neo4j Browser: style, guide, queries.

    All of it is made from the ontology and the questions; it holds nothing of any review.

    \b
    dhr-graph browser-kit -o kit/
    dhr-graph browser-kit --serve
    """
    from dhr_graph.browser_kit import write_kit
    from dhr_graph.errors import UsageError

    if folder is None and not serve:
        raise UsageError("There is nothing to do.", remedy="Name a folder with -o, or give --serve, or both.")
    if folder is not None:
        for path in write_kit(folder):
            say(f"Wrote {path}")
    if serve:
        _serve(host, port, browser)


def _serve(host: str, port: int, browser: str) -> None:
    """Serve until interrupted, after saying where, and what to type."""
    from dhr_graph import browser_kit

    with browser_kit.KitServer(host, port) as server:
        address = server.address
        click.echo(browser_kit.browser_link(browser, address))
        say(f"\nServing the kit at {address} until Ctrl+C. Open the address above, connect, and type:")
        for line in browser_kit.browser_commands(address):
            say(f"  {line}")
        say("(:play in place of :guide shows the guide as a frame.)")
        say("In the new Browser, which takes no style from outside:")
        for line in browser_kit.new_browser_commands(address):
            say(f"  {line}")
        say("Settings of the server (neo4j.conf): what the Browser may fetch, and what it runs on connecting:")
        for line in browser_kit.server_settings(address):
            say(f"  {line}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nStopped.")
