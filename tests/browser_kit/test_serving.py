"""The kit over HTTP: what Neo4j Browser may fetch, and what nobody may."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from email.message import Message
from urllib.parse import parse_qs, urlsplit

import pytest

from dhr_graph.browser_kit import (
    DEFAULT_PORT,
    LOOPBACK,
    KitServer,
    browser_commands,
    browser_link,
    kit_files,
    new_browser_commands,
    server_settings,
)
from dhr_graph.cli import browser_kit
from dhr_graph.errors import UsageError


def fetch(address: str, method: str = "GET") -> tuple[int, Message, bytes]:
    """Status, headers and content, whatever the status."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("dhr.grass", "text/plain"),
        ("dhr-guide.html", "text/html"),
        ("dhr-guide.adoc", "text/plain"),
        ("dhr-queries.zip", "application/zip"),
        ("dhr-queries.csv", "text/csv"),
        ("dhr-queries.cypher", "text/plain"),
    ],
)
def test_each_file_has_its_type_and_any_page_may_read_it(served: str, name: str, kind: str) -> None:
    status, headers, content = fetch(f"{served}/{name}")
    assert (status, headers["Content-Type"].split(";")[0]) == (200, kind)
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert content == kit_files(served)[name]


def test_the_served_guide_offers_the_served_style(served: str) -> None:
    assert f'data-exec="style {served}/dhr.grass"' in fetch(f"{served}/dhr-guide.html")[2].decode()


@pytest.mark.parametrize("path", ["", "setup.cfg", "../setup.cfg", "%2e%2e/setup.cfg", "/etc/passwd", "dhr.grass/x"])
def test_nothing_else_is_served(served: str, path: str) -> None:
    status, headers, content = fetch(f"{served}/{path}")
    assert status == 404
    assert b"dhr-guide.html" in content


def test_it_only_reads(served: str) -> None:
    assert fetch(f"{served}/dhr.grass", "PUT")[0] == 501
    status, headers, content = fetch(f"{served}/dhr.grass", "HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["Content-Length"]) == len(kit_files()["dhr.grass"])
    status, headers, _ = fetch(f"{served}/dhr.grass", "OPTIONS")
    assert (status, headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_only_this_machine_can_reach_it() -> None:
    with KitServer(port=0) as server:
        assert server.server_address[0] == LOOPBACK
        assert server.address == f"http://localhost:{server.server_address[1]}"


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        with pytest.raises(UsageError, match="--port"):
            KitServer(port=taken.getsockname()[1])


def test_what_to_open_type_and_set() -> None:
    address = "http://localhost:8765"
    link = urlsplit(browser_link("http://localhost:7474/browser/", address))
    assert (link.netloc, link.path) == ("localhost:7474", "/browser/")
    assert parse_qs(link.query) == {"cmd": ["guide"], "arg": [f"{address}/dhr-guide.html"]}
    assert browser_commands(address) == (f":style {address}/dhr.grass", f":guide {address}/dhr-guide.html")
    assert new_browser_commands(address) == (f":guide {address}/dhr-guide.adoc",)
    assert server_settings(address) == (
        "browser.remote_content_hostname_whitelist=guides.neo4j.com,localhost",
        f"browser.post_connect_cmd=style {address}/dhr.grass; guide {address}/dhr-guide.html",
    )


def test_the_command_has_the_defaults_of_the_library() -> None:
    assert (browser_kit.LOOPBACK, browser_kit.PORT) == (LOOPBACK, DEFAULT_PORT)


def test_the_command_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "dhr_graph", "browser-kit", "--serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        link = process.stdout.readline()
        found = re.search(r"localhost%3A(\d+)%2Fdhr-guide\.html", link)
        assert found is not None, link
        assert fetch(f"http://localhost:{found[1]}/dhr.grass")[0] == 200
        process.send_signal(signal.SIGINT)
        _, talk = process.communicate(timeout=10)
    assert process.returncode == 0
    assert f":style http://localhost:{found[1]}/dhr.grass" in talk
    assert "browser.remote_content_hostname_whitelist" in talk
