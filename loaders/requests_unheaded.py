"""Recommendations under no heading that says so: runs of passages late in a review that all ask for something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dhr_graph.loaders.recommendations.form import asks
from dhr_graph.loaders.recommendations.rules import recommendation_rules
from dhr_graph.model.documents import HEADING, LIST_ITEM, TABLE_ROW, SourceDocument

RECOMMENDATIONS = "recommendations"
SETTLED = (RECOMMENDATIONS, "action_plan", "front", "terms", "contributors", "key")
MOST = 0.6
ALL_BUT = 0.8
LATE = 0.5


def with_unheaded_requests(
    document: SourceDocument, kinds: tuple[str, ...], known: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The kinds, with runs that ask made recommendations; `known` tells the kind of a heading's words."""
    out = list(kinds)
    asked = any(kind in ("recommendations", "action_plan") for kind in kinds)
    for run in _runs(document):
        if document.passages[run[0]].start < LATE * len(document.text) or any(kinds[i] in SETTLED for i in run):
            continue
        telling = any(known(words) is not None for words in _headings_of(document, run)[-1:])
        if telling and asked:
            continue
        if _share(document, run) >= (ALL_BUT if telling else MOST):
            for i in run:
                out[i] = RECOMMENDATIONS
    return tuple(out)


def _runs(document: SourceDocument) -> Iterator[Sequence[int]]:
    """Headings with all that stands under them up to the next, and lists that stand in longer text."""
    run: list[int] = []
    listed: list[int] = []
    for i, passage in enumerate(document.passages):
        is_item = passage.kind == LIST_ITEM or (bool(passage.label) and passage.kind not in (HEADING, TABLE_ROW))
        if not is_item and listed:
            yield listed
            listed = []
        if passage.kind == HEADING:
            yield from [run] if run else []
            run = [i]
        elif passage.level >= 0:
            run.append(i)
            listed += [i] if is_item else []
    yield from [r for r in (listed, run) if r]


def _headings_of(document: SourceDocument, run: Sequence[int]) -> tuple[str, ...]:
    """The headings over a run, from the highest down to its own."""
    first = document.passages[run[0]]
    own = (document.words(first.body),) if first.kind == HEADING else ()
    return (*first.section, *own)


def _share(document: SourceDocument, run: Sequence[int]) -> float:
    told = [document.passages[i] for i in run if document.passages[i].kind not in (HEADING, TABLE_ROW)]
    if len(told) < 2:
        return 0.0
    rules = recommendation_rules()
    return sum(asks(document.words(p.body), rules) for p in told) / len(told)
