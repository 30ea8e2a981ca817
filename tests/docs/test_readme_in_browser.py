"""The README's Neo4j section, step by step on a server with a password: it ends with the picture that it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest
from neo4j_browser.examples import build_examples, load_dataset
from neo4j_browser.lacking import lacking
from neo4j_browser.sizes import size_of
from neo4j_server.fixtures import StartServer
from neo4j_server.process import LocalServer

from dhr_graph.browser_kit.look import line_looks, node_looks
from dhr_graph.browser_kit.scripts import scripts

try:
    from neo4j_browser.chromium import NoChromium, chromium_page
    from neo4j_browser.classic import PATIENCE, ClassicBrowser
    from playwright.sync_api import Page, expect
except ImportError:
    lacking("playwright is not installed (pip install playwright)")

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
PASSWORD = "swordfish-9"
STYLE_PAGE, QUERY_PAGE = 2, 5


@pytest.fixture
def guarded(start_neo4j: StartServer, tmp_path: Path) -> Iterator[LocalServer]:
    """A server that wants a password and holds the README's example."""
    server: LocalServer = start_neo4j(password=PASSWORD)
    load_dataset(build_examples(tmp_path, only="orrisdale"), server.uri, server.auth)
    yield server
    server.stop(kill=True)


@contextmanager
def serving(browser: str) -> Iterator[str]:
    """`dhr-graph browser-kit --serve`: the address that it prints."""
    command = [sys.executable, "-m", "dhr_graph", "browser-kit", "--serve", "--port", "0", "--browser", browser]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def sign_in(page: Page, port: int) -> None:
    """Connect as neo4j with the password, to the server that the Browser has found by itself."""
    expect(page.get_by_test_id("boltaddress")).to_have_value(re.compile(rf":{port}$"), timeout=PATIENCE)
    page.get_by_test_id("username").fill("neo4j")
    page.get_by_test_id("password").fill(PASSWORD)
    page.get_by_test_id("connect").click()
    expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=PATIENCE)


def turn_to(page: Page, number: int, now: int) -> None:
    """Turn the guide's pages."""
    for _ in range(number - now):
        page.get_by_test_id("guideNextSlide").click()


def test_it_ends_with_the_never_shared_answer_as_a_styled_picture(guarded: LocalServer, tmp_path: Path) -> None:
    assert "On its second\npage click *apply the style*; on its fifth click the first query" in README
    try:
        with chromium_page() as page, serving(guarded.browser) as address:
            page.set_default_timeout(15000)
            page.goto(address)
            sign_in(page, guarded.bolt)
            guide = page.get_by_test_id("guidesDrawer")
            expect(guide.get_by_role("heading").first).to_be_visible(timeout=PATIENCE)
            turn_to(page, STYLE_PAGE, now=1)
            guide.get_by_text("apply the style").click()
            expect(page.get_by_text("node.MissedOpportunity")).to_be_visible(timeout=PATIENCE)
            turn_to(page, QUERY_PAGE, now=STYLE_PAGE)
            guide.locator("pre.runnable").first.click()
            page.keyboard.press("Control+Enter")
            with neo4j.GraphDatabase.driver(guarded.uri, auth=guarded.auth) as driver:
                picture = ClassicBrowser(page).drawn(size_of(driver, scripts()["never-shared"].cypher))
            page.screenshot(path=tmp_path / "never-shared.png")
            looks = node_looks()
            kinds = {looks[kind].colour for kind in ("Agency", "Risk", "Person")}
            assert set(picture.colours.values()) == kinds
            assert ("stated not shared", line_looks()["VERDICT"].colour) in picture.lines
    except NoChromium as reason:
        lacking(str(reason))
