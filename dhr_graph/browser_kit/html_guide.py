"""The guide as the HTML fragment that the classic Neo4j Browser shows with `:guide` or `:play`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dhr_graph.browser_kit.guide import Guide, Slide
from dhr_graph.browser_kit.look import line_looks, shown_families
from dhr_graph.browser_kit.scripts import Script, headline_codes
from dhr_graph.knowledge.wordings import verdict_wording

_CODE = re.compile(r"`([^`]+)`")


def html_guide(guide: Guide) -> str:
    """The guide as `<article class="guide">` with one `<slide>` for each of its pages.

    In one column, since `:guide` shows it in the narrow panel beside the results.
    """
    slides = "".join(part for slide in guide.slides for part in _slide(slide))
    return f'<article class="guide">\n<title>{html.escape(guide.title)}</title>\n' + (
        f'<carousel class="deck container-fluid">\n{slides}</carousel>\n</article>\n'
    )


def _slide(slide: Slide) -> Iterator[str]:
    yield f'<slide class="row-fluid">\n<h3>{html.escape(slide.title)}</h3>\n<p class="lead">{_prose(slide.lead)}</p>\n'
    yield from (f"<p>{_prose(paragraph)}</p>\n" for paragraph in slide.text)
    if slide.legend:
        yield from _legend()
    if slide.verdicts:
        yield from _verdicts()
    yield from map(_runnable, slide.show)
    yield "</slide>\n"


def _runnable(script: Script) -> str:
    return (
        f"<h5>{html.escape(script.title)}</h5>\n"
        f'<figure><pre class="pre-scrollable code runnable">{html.escape(script.cypher.rstrip())}</pre></figure>\n'
    )


def _legend() -> Iterator[str]:
    yield '<ul class="undecorated" style="columns: 18em">\n'
    for look in shown_families():
        yield f"<li>{_swatch('&#9679;', look.colour, look.border)} {html.escape(look.meaning)}</li>\n"
    for meaning, colour in sorted({(line.meaning, line.colour) for line in line_looks().values() if line.width > 1}):
        yield f"<li>{_swatch('&#9644;', colour, colour)} {html.escape(meaning)}</li>\n"
    yield "</ul>\n"


def _swatch(sign: str, colour: str, border: str) -> str:
    return f'<span style="color: {colour}; text-shadow: 0 0 1px {border}; font-size: 150%">{sign}</span>'


def _verdicts() -> Iterator[str]:
    yield "<ul>\n"
    for code in headline_codes():
        yield f"<li><code>{code}</code> {html.escape(verdict_wording(code).label)}</li>\n"
    yield "</ul>\n"


def _prose(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))
