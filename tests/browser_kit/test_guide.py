"""The guide in both forms: short, whole, without anything that a browser would run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from dhr_graph.browser_kit.asciidoc_guide import asciidoc_guide
from dhr_graph.browser_kit.guide import guide
from dhr_graph.browser_kit.html_guide import html_guide
from dhr_graph.browser_kit.scripts import headline_codes, scripts

VOID = {"br", "hr", "img"}


class Reading(HTMLParser):
    """Collects what stands in the fragment, and fails where a tag is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.runnable: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if ("class", "pre-scrollable code runnable") in attrs:
            self.runnable.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "pre":
            self.runnable[-1] += data


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(html_guide(guide()))


def test_the_guide_is_short() -> None:
    assert 8 <= len(guide().slides) <= 10
    for slide in guide().slides:
        words = " ".join([slide.lead, *slide.text]).split()
        assert len(words) <= 110, slide.title


def test_every_slide_but_the_legend_has_something_to_run() -> None:
    assert [slide.title for slide in guide().slides if not slide.show] == ["How to read the picture"]
    assert {script.name for slide in guide().slides for script in slide.show} == set(scripts())


def test_html_is_well_formed_and_runs_nothing_by_itself(reading: Reading) -> None:
    assert reading.tags.count("slide") == len(guide().slides)
    assert "script" not in reading.tags
    assert reading.attributes == {"class", "style"}


def test_html_offers_the_very_statements(reading: Reading) -> None:
    assert reading.runnable == [script.cypher.rstrip() for slide in guide().slides for script in slide.show]


def test_asciidoc_offers_the_very_statements() -> None:
    text = asciidoc_guide(guide())
    blocks = re.findall(r"^\[source,cypher\]\n----\n(.*?)\n----$", text, re.MULTILINE | re.DOTALL)
    assert blocks == [script.cypher.rstrip() for slide in guide().slides for script in slide.show]
    assert text.startswith(f"= {guide().title}\n")
    assert re.findall(r"^== (.*)$", text, re.MULTILINE) == [slide.title for slide in guide().slides]


@pytest.mark.parametrize("text", [html_guide(guide()), asciidoc_guide(guide())], ids=["html", "asciidoc"])
def test_both_say_what_absence_means_and_explain_the_verdicts(text: str) -> None:
    assert "Silence is not failure." in text
    assert all(code in text for code in headline_codes())


def test_the_style_is_one_click_away_where_its_address_is_known() -> None:
    assert '<a data-exec="style http://localhost:1/dhr.grass">' in html_guide(guide(), "http://localhost:1/dhr.grass")
    assert "data-exec" not in html_guide(guide())
