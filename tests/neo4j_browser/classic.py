"""The classic Neo4j Browser, as a person uses it: connect, type, look at the frame on top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from neo4j_browser.sizes import Size
from playwright.sync_api import Locator, Page, expect

PATIENCE = 60_000
"""Milliseconds that anything may take."""

_AT_REST = """() => {
    const circles = [...document.querySelectorAll('[data-testid=frame] svg g.node')];
    const places = circles.map(circle => circle.getAttribute('transform'));
    const before = window.placesBefore;
    window.placesBefore = places.join();
    return before === window.placesBefore && places.every(place => place);
}"""
"""Whether no circle has moved since the last look."""


@dataclass(frozen=True)
class ClassicBrowser:
    """A page in which Neo4j Browser is open and connected."""

    page: Page

    @classmethod
    def connect(cls, page: Page, browser: str, bolt: str, **link: str) -> ClassicBrowser:
        """Open the Browser at an address, connected without a password; `link` is more of the address, such as cmd."""
        asked = {"dbms": bolt, "preselectAuthMethod": "NO_AUTH", **link}
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked.items())
        page.goto(f"{browser}?{query}")
        expect(page.get_by_text("You have a working connection")).to_be_visible(timeout=PATIENCE)
        return cls(page)

    def run(self, text: str) -> Locator:
        """Clear the stream, type a statement or a command into the editor, and run it; its frame, if it has one."""
        self.type(":clear")
        expect(self.page.get_by_test_id("frame")).to_have_count(0, timeout=PATIENCE)
        self.type(text)
        if not text.startswith((":style reset", ":guide")):
            expect(self.page.get_by_test_id("frame")).to_have_count(1, timeout=PATIENCE)
        return self.top

    def type(self, text: str) -> None:
        """Put a text into the editor and press Control+Enter."""
        editor = self.page.locator(".monaco-editor").first
        editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Control+Enter")

    @property
    def top(self) -> Locator:
        """The frame on top of the stream."""
        return self.page.get_by_test_id("frame").first

    def enlarge(self) -> None:
        """Let the frame on top fill the page."""
        self.top.get_by_title("Fullscreen").click()

    def shrink(self) -> None:
        """Let the frame on top stand in the stream again."""
        self.top.get_by_title("Close fullscreen").click()

    def make_room(self) -> None:
        """Put aside the overview, which lies over the picture, and the notice of what the Browser would report."""
        self.top.get_by_label("Collapse the node properties display").click()
        notice = self.page.get_by_text("we collect information on product usage").locator("..")
        if notice.is_visible():
            notice.locator("> span").last.click()
        self.top.get_by_label("zoom-to-fit").click()
        self.page.wait_for_timeout(1000)

    def drawn(self, size: Size) -> Picture:
        """The graph in the frame on top, when all of it is there and has come to rest."""
        expect(self.top.locator("svg g.node")).to_have_count(size.nodes, timeout=PATIENCE)
        expect(self.top.locator("svg g.relationship")).to_have_count(size.lines, timeout=PATIENCE)
        expect(self.top.locator("svg g.node:not(:has(text.caption))")).to_have_count(0, timeout=PATIENCE)
        self.page.wait_for_function(_AT_REST, polling=500, timeout=PATIENCE)
        return Picture(self.top)


@dataclass(frozen=True)
class Picture:
    """A graph as it is drawn."""

    frame: Locator

    @property
    def colours(self) -> Mapping[str, str]:
        """The colour of each node by its caption, its lines joined and cut off as in the picture."""
        drawn = self.frame.locator("svg g.node").evaluate_all(
            """nodes => nodes.map(node => [
                [...node.querySelectorAll('text.caption')].map(line => line.textContent.trim()).join(' '),
                node.querySelector('circle.b-outline').getAttribute('fill')])"""
        )
        return dict(map(tuple, drawn))

    @property
    def lines(self) -> frozenset[tuple[str, str]]:
        """The caption and the colour of each relationship."""
        drawn = self.frame.locator("svg g.relationship").evaluate_all(
            """lines => lines.map(line => [
                (line.querySelector('text') || {textContent: ''}).textContent.trim(),
                line.querySelector('path.b-outline').getAttribute('fill')])"""
        )
        return frozenset(map(tuple, drawn))

    @property
    def labels(self) -> Mapping[str, str]:
        """The colour of each label and relationship type in the overview, by its name."""
        prefix = "property-details-overview-"
        drawn = self.frame.locator(f"[data-testid^='{prefix}']").evaluate_all(
            "labels => labels.map(label => [label.dataset.testid, getComputedStyle(label).backgroundColor])"
        )
        return {str(name).removeprefix(prefix).split("-", 2)[-1]: str(colour) for name, colour in drawn}
