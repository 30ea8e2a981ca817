"""How right the extraction is: means for each set of reviews, as printed and without what makes them easy to read.

usage: python -m benchmarks.extraction [--markdown] [--write PAGE] [--quick]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.ablations import ABLATIONS, AS_PRINTED, ablated
from benchmarks.calibration import JudgedEvent, by_confidence, by_source, by_type, judged
from benchmarks.phrases import phrase_cases, phrase_figures
from benchmarks.products import extracted
from benchmarks.rendering import Cell, MeasuredTable, write_block
from benchmarks.review_sets import SHARED, ReviewSet, review_sets
from benchmarks.scoring import FIGURES, ReviewScore, gold_facts, mean_of, read_json, score
from benchmarks.scoring.facts import NOTHING
from dhr_graph.loaders.reading import load_knowledge

FALSE = "false"
HEADS = ("set", "reviews", "text", *FIGURES, FALSE)


def main(arguments: list[str] | None = None) -> None:
    """Measure, print, and put the tables into a page of the docs if told to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into the page's measured block")
    parser.add_argument("--quick", action="store_true", help="as printed only, no ablations, no phrases")
    given = parser.parse_args(arguments)
    tables = list(measured(quick=given.quick))
    for table in tables:
        print(table.as_markdown() if given.markdown else table.as_text())
    if given.write:
        write_block(given.write, "extraction", tables)


def measured(*, quick: bool = False) -> Iterator[MeasuredTable]:
    """The table of figures, then those by type, by confidence and by source; the unseen reviews apart from all."""
    rows: list[tuple[Cell, ...]] = []
    printed: dict[str, list[ReviewScore]] = {}
    events: dict[str, list[JudgedEvent]] = {}
    knowledge = load_knowledge()
    for reviews in review_sets():
        texts = _texts(reviews)
        for name in [AS_PRINTED] if quick else ABLATIONS:
            scores = _scores(reviews, {member: ablated(text, ABLATIONS[name]) for member, text in texts.items()}, texts)
            told = [one for one in scores.values() if one.gold.events or one.found.events]
            rows.append((reviews.name, len(told), name, *mean_of(told).values(), None))
            if name == AS_PRINTED:
                printed[reviews.name] = told
                events[reviews.name] = [e for m, s in scores.items() for e in judged(s, texts[m], knowledge)]
    if not quick:
        rows.extend(_phrases())
    yield MeasuredTable("Means over the reviews that tell events", HEADS, rows)
    for of, sets in _pools(list(printed)):
        yield by_type([one for name in sets for one in printed[name]], of)
        judgements = [event for name in sets for event in events[name]]
        yield by_confidence(judgements, of)
        yield by_source(judgements, of)


def _texts(reviews: ReviewSet) -> dict[str, str]:
    return {name: (reviews.texts / f"{name}.txt").read_text(encoding="utf-8") for name in reviews.members}


def _scores(reviews: ReviewSet, given: Mapping[str, str], printed: Mapping[str, str]) -> dict[str, ReviewScore]:
    """The scores of texts; quotes are looked for in the text as printed, whatever was taken out of it."""
    found = extracted(given)
    gold = {name: gold_facts(read_json(reviews.gold / f"{name}.json")) for name in reviews.members}
    return {name: score(gold[name], found.get(name, NOTHING), printed[name]) for name in reviews.members}


def _phrases() -> Iterator[tuple[Cell, ...]]:
    path = SHARED / "phrases" / "cases.jsonl"
    if path.exists():
        cases = phrase_cases(path)
        figures = phrase_figures(cases, extracted({case.id: case.text for case in cases}))
        yield "phrases", len(cases), AS_PRINTED, *(figures.get(name) for name in (*FIGURES, FALSE))


def _pools(sets: list[str]) -> Iterator[tuple[str, list[str]]]:
    yield sets[0], sets[:1]
    yield "all reviews", sets


if __name__ == "__main__":
    main()
