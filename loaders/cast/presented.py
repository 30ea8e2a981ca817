"""Agencies that a sentence presents with a common noun, whatever their names: "Aspen, the domestic abuse charity"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dhr_graph.loaders.alternation import alternation
from dhr_graph.loaders.cast.expressions import expression, matches_at, only_with
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.naming import WEAK, Naming, kind_from
from dhr_graph.loaders.cast.runs import name_runs
from dhr_graph.loaders.cast.stretches import ABOUT, Stretch
from dhr_graph.loaders.cast.wording import CAPITAL, MONTH
from dhr_graph.model.documents import HEADING

FORMS = (
    "presented_called",
    "presented_apposed",
    "presented_is",
    "presented_helping",
    "presented_providing",
    "presented_by_noun",
    "presented_with_noun",
    "presented_bracketed",
    "presented_before",
    "presented_bare",
)
BEGIN_WITH_NAME = frozenset(
    {"presented_apposed", "presented_helping", "presented_with_noun", "presented_bare", "presented_bracketed"}
)
APART = frozenset({"presented_bracketed", "presented_before"})
TYPED = frozenset({"presented_providing"})
WORD = rf"(?!{MONTH}\b){CAPITAL}"
NAME = rf"(?<![\w'-]){WORD}(?: (?:(?:of|and|for|on|in|at|with) (?:the )?)?{WORD}){{0,4}}"
BEGINNING = re.compile(r"[A-Z](?<![\w'-].)")
OF_ONE_KIND = r"(?! (?:alcohol|drugs?)\b)"
JOINT = rf"(?:of|at|in|for|to|from|by|with|who|whom|and{OF_ONE_KIND}|or|that|which|is|was|had|called|known|named)\b"
DEFAULT = "voluntary_other"


def presented(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agencies that the sentences of a stretch present, with what they say of them as their description."""
    if stretch.passage.kind == HEADING or stretch.section in ABOUT:
        return
    names = name_beginnings(stretch.text)
    for form in FORMS:
        for match in _matches(form, stretch.text, names, knowledge):
            naming = _naming(match, stretch, knowledge, typed=form in TYPED)
            if naming is not None:
                ends = naming.name.split(" ")[-1].lower()
                if form not in APART or ends not in knowledge.endings:
                    yield naming


def name_beginnings(text: str) -> list[int]:
    """The places where one of the names that are meant here may begin: at capitals that stand in no word."""
    return [found.start() for found in BEGINNING.finditer(text)]


def _matches(form: str, text: str, names: Sequence[int], knowledge: CastKnowledge) -> Iterator[re.Match[str]]:
    """As `finditer` finds them; forms that begin with a name are looked for only where one may begin."""
    words, pattern = only_with(form), _form(form, knowledge)
    if words and not any(word in text for word in words):
        return iter(())
    return matches_at(names, pattern, text) if form in BEGIN_WITH_NAME else pattern.finditer(text)


@lru_cache(maxsize=32)
def _form(name: str, knowledge: CastKnowledge) -> re.Pattern[str]:
    return expression(name, run=NAME, joint=JOINT, noun=alternation(sorted(knowledge.presenting)))


def _naming(match: re.Match[str], stretch: Stretch, knowledge: CastKnowledge, *, typed: bool) -> Naming | None:
    start, name = _name(match, knowledge)
    if not name or not name[0].isupper() or knowledge.excluded.search(name.lower()) or knowledge.is_generic(name):
        return None
    gloss = match["gloss"] or match["defined"]
    agency_type, rank = kind_from(name, gloss, knowledge)
    if agency_type is None and typed:
        return None
    if agency_type is None:
        agency_type, rank = "other" if expression("selling").search(gloss) else DEFAULT, WEAK
    shorter = name.removesuffix(f" {gloss}")
    aliases = (shorter,) if shorter != name else ()
    begin = stretch.start + start
    end = begin + len(name)
    return Naming(name, aliases, gloss, agency_type, rank, "mentioned", stretch.document, begin, end, listed=False)


def _name(match: re.Match[str], knowledge: CastKnowledge) -> tuple[int, str]:
    """Where the name begins, and it: the last of several that are joined, with an article that belongs to it."""
    noun = match["gloss"] or ""
    noun = noun if noun and match["name"].endswith(noun) else ""
    runs = list(name_runs(match["name"].removesuffix(noun), knowledge))
    if not runs or not runs[-1][1]:
        return match.start("name"), ""
    at, name = runs[-1]
    start = match.start("name") + at
    name = f"{name} {noun}".strip()
    article = match.groupdict().get("the")
    alone = " " not in name and match.string[max(start - 4, 0) : start] == "The "
    return (start - 4, f"The {name}") if alone or article == "The " else (start, name)
