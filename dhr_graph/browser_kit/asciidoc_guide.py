"""The guide in AsciiDoc, which the new Neo4j Browser and Neo4j Desktop 2 show.

They import no style, so the legend gives the colours to be set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.browser_kit.guide import Guide, Slide
from dhr_graph.browser_kit.look import shown_families
from dhr_graph.browser_kit.scripts import Script, headline_codes
from dhr_graph.knowledge.wordings import verdict_wording


def asciidoc_guide(guide: Guide) -> str:
    """The guide as one AsciiDoc document, a section for each slide, every script a `[source,cypher]` block."""
    return "\n".join([f"= {guide.title}\n", *(part for slide in guide.slides for part in _slide(slide))])


def _slide(slide: Slide) -> Iterator[str]:
    yield f"== {slide.title}\n"
    yield f"_{slide.lead}_\n"
    yield from (f"{paragraph}\n" for paragraph in slide.text)
    if slide.legend:
        yield "".join(f"* {look.meaning}: `{look.colour}`\n" for look in shown_families())
    if slide.verdicts:
        yield "".join(f"* `{code}`: {verdict_wording(code).label}\n" for code in headline_codes())
    yield from map(_source, slide.show)


def _source(script: Script) -> str:
    return f".{script.title}\n[source,cypher]\n----\n{script.cypher.rstrip()}\n----\n"
