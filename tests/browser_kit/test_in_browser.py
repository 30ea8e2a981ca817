"""The kit in Neo4j's own Browser, in headless Chromium, as an analyst meets it."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest
from neo4j_browser.lacking import lacking
from neo4j_browser.sizes import size_of

from dhr_graph.browser_kit import browser_commands, kit_files
from dhr_graph.browser_kit.guide import guide
from dhr_graph.browser_kit.look import line_looks, node_looks
from dhr_graph.browser_kit.scripts import scripts

try:
    from neo4j_browser.classic import PATIENCE, ClassicBrowser, Picture
    from playwright.sync_api import expect
except ImportError:
    lacking("playwright is not installed (pip install playwright)")


def shown(browser: ClassicBrowser, driver: neo4j.Driver, statement: str) -> Picture:
    """Run a statement; its picture, when it is complete."""
    browser.run(statement)
    return browser.drawn(size_of(driver, statement))


@pytest.fixture(scope="module")
def unstyled(opened: ClassicBrowser, loaded: neo4j.Driver, pictures: Path) -> dict[str, str]:
    """The picture of one review before the style was applied."""
    drawn = dict(shown(opened, loaded, scripts()["one-review"].cypher).colours)
    opened.page.screenshot(path=pictures / "unstyled.png")
    return drawn


@pytest.fixture(scope="module")
def styled(opened: ClassicBrowser, unstyled: dict[str, str], served: str) -> ClassicBrowser:
    """The Browser with the kit's style, fetched from where the kit is served."""
    opened.run(browser_commands(served)[0])
    expect(opened.top.get_by_text("node.MissedOpportunity")).to_be_visible(timeout=PATIENCE)
    return opened


def test_without_a_style_every_circle_has_its_caption(unstyled: dict[str, str]) -> None:
    assert len(unstyled) >= 8
    assert all(unstyled)
    assert any(caption.startswith("Risk to") for caption in unstyled)


def test_one_review_in_the_colours_of_its_families(
    styled: ClassicBrowser, loaded: neo4j.Driver, pictures: Path
) -> None:
    colours = shown(styled, loaded, scripts()["one-review"].cypher).colours
    styled.page.screenshot(path=pictures / "one-review.png")
    looks = node_looks()
    begins = {
        "Risk to": "Risk",
        "kelderby:": "Review",
        "Death of": "Death",
        "Overview report": "Document",
        "the victim": "Person",
        "the perpetrator": "Person",
    }
    for start, kind in begins.items():
        drawn = [colour for caption, colour in colours.items() if caption.startswith(start)]
        assert drawn, f"no circle begins with {start!r}: {sorted(colours)}"
        assert set(drawn) == {looks[kind].colour}


def test_never_shared_is_a_picture_of_agencies_verdicts_risk_and_people(
    styled: ClassicBrowser, loaded: neo4j.Driver, pictures: Path
) -> None:
    picture = shown(styled, loaded, scripts()["never-shared"].cypher)
    styled.page.screenshot(path=pictures / "never-shared.png")
    looks, lines = node_looks(), line_looks()
    assert {looks["Agency"].colour, looks["Risk"].colour, looks["Person"].colour} == set(picture.colours.values())
    assert ("stated not shared", lines["VERDICT"].colour) in picture.lines
    assert lines["KNEW_OF"].colour in {colour for caption, colour in picture.lines if caption.startswith("knew")}
    assert ("person at risk", lines["PERSON_AT_RISK"].colour) in picture.lines


def test_sharing_stands_out(styled: ClassicBrowser, loaded: neo4j.Driver, pictures: Path) -> None:
    picture = shown(styled, loaded, scripts()["knew-and-shared"].cypher)
    styled.page.screenshot(path=pictures / "knew-and-shared.png")
    colour = line_looks()["SHARED_WITH"].colour
    assert colour in {drawn for _, drawn in picture.lines}
    assert all(caption.startswith("shared") == (drawn == colour) for caption, drawn in picture.lines)


def test_no_label_has_a_colour_of_the_browsers_own(styled: ClassicBrowser, loaded: neo4j.Driver) -> None:
    labels = shown(styled, loaded, "MATCH (n) WITH labels(n) AS kind, collect(n)[0] AS n RETURN n").labels
    looks = node_looks()
    named = {name: colour for name, colour in labels.items() if name in looks}
    assert len(named) >= 20
    assert named == {name: rgb(looks[name].colour) for name in named}


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))


@pytest.mark.parametrize("name", [name for name in scripts() if name.startswith("question:")])
def test_a_saved_question_answers_with_a_table(styled: ClassicBrowser, name: str) -> None:
    frame = styled.run(scripts()[name].text)
    column = scripts()[name].cypher.splitlines()[-2].removeprefix("RETURN ").split(",")[0]
    expect(frame.get_by_role("columnheader", name=column, exact=True)).to_be_visible(timeout=PATIENCE)


def test_the_guide_opens_beside_the_results_and_its_statements_run(
    styled: ClassicBrowser, served: str, pictures: Path
) -> None:
    styled.run(browser_commands(served)[1])
    page = styled.page
    panel = page.get_by_test_id("guidesDrawer")
    for number, slide in enumerate(guide().slides, start=1):
        expect(panel.get_by_role("heading", name=slide.title, exact=True)).to_be_visible(timeout=PATIENCE)
        assert panel.locator("pre.runnable").count() == len(slide.show)
        if slide.show:
            panel.locator("pre.runnable").first.click()
            page.get_by_test_id("editor-Run").click()
            rows = styled.top.locator("svg g.node, table, [role=table]").first
            expect(rows).to_be_visible(timeout=PATIENCE)
            assert "ERROR" not in styled.top.inner_text()
            page.wait_for_timeout(1000)
        page.screenshot(path=pictures / f"guide-{number}.png")
        if number < len(guide().slides):
            page.get_by_test_id("guideNextSlide").click()


def test_the_style_is_one_click_away_in_the_guide(styled: ClassicBrowser, served: str) -> None:
    styled.run(":style reset")
    styled.run(f":play {served}/dhr-guide.html")
    styled.top.get_by_test_id("nextSlide").click()
    styled.top.get_by_text("apply the style").click()
    expect(styled.top.get_by_text("node.MissedOpportunity")).to_be_visible(timeout=PATIENCE)


def test_the_zip_dropped_on_the_page_becomes_folders_of_saved_queries(styled: ClassicBrowser) -> None:
    page = styled.page
    transfer = page.evaluate_handle(
        """bytes => { const moved = new DataTransfer();
        moved.items.add(new File([new Uint8Array(bytes)], 'dhr-queries.zip', {type: 'application/zip'}));
        return moved }""",
        list(kit_files()["dhr-queries.zip"]),
    )
    page.dispatch_event(".filedrop", "drop", {"dataTransfer": transfer})
    page.get_by_test_id("navigationFavorites").click()
    for folder in ("dhr-graph questions", "dhr-graph views"):
        expect(page.get_by_text(folder)).to_be_visible(timeout=PATIENCE)
    page.get_by_text("dhr-graph questions").click()
    saved = page.get_by_text("never-shared: Agencies recorded as knowing").first
    expect(saved).to_be_visible(timeout=PATIENCE)
