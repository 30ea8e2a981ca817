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


def html_guide(guide: Guide, style: str | None = None) -> str:
    """The guide as `<article class="guide">` with one `<slide>` for each of its pages.

    In one column, since `:guide` shows it in the narrow panel beside the results. `style` is the address of the style
    sheet where it is known: then one click in the guide applies it.
    """
    slides = "".join(part for slide in guide.slides for part in _slide(slide, style))
    return f'<article class="guide">\n<title>{html.escape(guide.title)}</title>\n' + (
        f'<carousel class="deck container-fluid">\n{slides}</carousel>\n</article>\n'
    )


def _slide(slide: Slide, style: str | None) -> Iterator[str]:
    yield '<slide class="row-fluid">\n<div class="col-sm-12">\n'
    yield f'<h3>{html.escape(slide.title)}</h3>\n<p class="lead">{_prose(slide.lead)}</p>\n'
    yield from (f"<p>{_prose(paragraph)}</p>\n" for paragraph in slide.text)
    if slide.legend:
        yield from _how_to_style(style)
        yield from _legend()
    if slide.verdicts:
        yield from _verdicts()
    yield from map(_runnable, slide.show)
    yield "</div>\n</slide>\n"


def _runnable(script: Script) -> str:
    return (
        f"<h5>{html.escape(script.title)}</h5>\n"
        f'<figure><pre class="pre-scrollable code runnable">{html.escape(script.cypher.rstrip())}</pre></figure>\n'
    )


def _how_to_style(style: str | None) -> Iterator[str]:
    if style is None:
        yield "<p>Without colours, drop <code>dhr.grass</code> anywhere on this page.</p>\n"
    else:
        yield f'<p>Without colours: <a data-exec="style {html.escape(style)}">apply the style</a></p>\n'


def _legend() -> Iterator[str]:
    yield '<ul style="columns: 18em; list-style: none; padding: 0">\n'
    for look in shown_families():
        yield f"<li>{_swatch(look.colour, look.border, '1em', '50%')} {html.escape(look.meaning)}</li>\n"
    for meaning, colour in sorted({(line.meaning, line.colour) for line in line_looks().values() if line.width > 1}):
        yield f"<li>{_swatch(colour, colour, '.4em', '0')} {html.escape(meaning)}</li>\n"
    yield "</ul>\n"


def _swatch(colour: str, border: str, height: str, radius: str) -> str:
    """A spot of colour with a light rim, for the panel is dark and the frame is light."""
    shape = f"display: inline-block; vertical-align: middle; width: 1em; height: {height}; border-radius: {radius}"
    paint = f"background: {colour}; border: 2px solid {border}; outline: 1px solid #F9FCFF"
    return f'<span style="{shape}; {paint}"></span>'


def _verdicts() -> Iterator[str]:
    yield "<ul>\n"
    for code in headline_codes():
        yield f"<li><code>{code}</code> {html.escape(verdict_wording(code).label)}</li>\n"
    yield "</ul>\n"


def _prose(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(text, quote=False))
