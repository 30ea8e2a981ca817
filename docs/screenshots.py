"""Make the pictures of docs/images anew, from an example review.

usage: screenshots.py [NAME...]

Needs what the tests of the Browser need: Maven and Java (or the jars in .cache/), Chromium, playwright.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path

import neo4j

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from neo4j_browser.chromium import chromium_page  # noqa: E402 -- tests/ must be on the path first
from neo4j_browser.classic import ClassicBrowser  # noqa: E402
from neo4j_browser.examples import build_examples, load_dataset  # noqa: E402
from neo4j_browser.sizes import size_of  # noqa: E402
from neo4j_server.process import LocalServer  # noqa: E402
from neo4j_server.releases import runtime  # noqa: E402

from dhr_graph.browser_kit import KitServer, browser_commands  # noqa: E402
from dhr_graph.browser_kit.scripts import scripts  # noqa: E402

FOLDER = ROOT / "docs" / "images"
SIZE = (1080, 700)
REVIEW = "orrisdale"
"""The example that docs/browse.md loads."""


def of_view(browser: ClassicBrowser, driver: neo4j.Driver, name: str, path: Path) -> None:
    """The picture of a view, as large as the page."""
    browser.run(scripts()[name].cypher)
    browser.drawn(size_of(driver, scripts()[name].cypher))
    browser.make_room()
    browser.enlarge()
    browser.page.wait_for_timeout(1000)
    browser.top.get_by_label("zoom-to-fit").click()
    browser.page.wait_for_timeout(1000)
    browser.top.screenshot(path=path)
    browser.shrink()


def of_guide(browser: ClassicBrowser, driver: neo4j.Driver, path: Path, guide: str) -> None:
    """The guide beside the answer to one of its questions."""
    browser.page.set_viewport_size({"width": 1400, "height": 760})
    browser.run(scripts()["never-shared"].cypher)
    browser.type(guide)
    for _ in range(4):
        browser.page.get_by_test_id("guideNextSlide").click()
    browser.drawn(size_of(driver, scripts()["never-shared"].cypher))
    browser.make_room()
    browser.page.screenshot(path=path)


VIEWS = ("never-shared", "knew-and-shared", "agency-history")
GUIDE = "guide"


def main(*names: str) -> None:
    """Start a server, load the examples, open the Browser, take the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dhr-graph-pictures-") as scratch, KitServer(port=0) as kit:
        threading.Thread(target=kit.serve_forever, daemon=True).start()
        server = LocalServer(runtime(os.environ), Path(scratch) / "neo4j")
        server.start()
        try:
            load_dataset(build_examples(Path(scratch) / "examples", only=REVIEW), server.uri, server.auth)
            with neo4j.GraphDatabase.driver(server.uri) as driver, chromium_page(*SIZE) as page:
                browser = ClassicBrowser.connect(page, server.browser, server.uri)
                browser.run(browser_commands(kit.address)[0])
                for name in names or (*VIEWS, GUIDE):
                    path = FOLDER / f"{name}.png"
                    if name == GUIDE:
                        of_guide(browser, driver, path, browser_commands(kit.address)[1])
                    else:
                        of_view(browser, driver, name, path)
                    print(f"took {name}.png")
        finally:
            server.stop()
            kit.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
