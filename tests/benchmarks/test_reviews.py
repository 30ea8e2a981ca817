"""The invented reviews with gold: sound in themselves, and with no text of a published review in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.ablations import ABLATIONS, AS_PRINTED, ablated
from benchmarks.review_sets import INVENTED, LOOKED_AT, SCORES_ONLY
from benchmarks.scoring import gold_facts, read_json
from benchmarks.scoring.likeness import one_line

OTHERS = Path(__file__).parents[2].parent / "shared" / "reviews"
TEXTS = sorted((INVENTED / "text").glob("*.txt"))
RUN = 12


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z']+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_every_review_is_in_one_list() -> None:
    assert sorted((*LOOKED_AT, *SCORES_ONLY)) == [path.stem for path in TEXTS]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_quote_stands_in_the_text_and_every_id_is_known(path: Path) -> None:
    text = one_line(path.read_text(encoding="utf-8"))
    gold = gold_facts(read_json(INVENTED / "gold" / f"{path.stem}.json"))
    assert gold.events
    assert [event.quote for event in gold.events if one_line(event.quote) not in text] == []
    agencies, persons = {agency.id for agency in gold.agencies}, {person.id for person in gold.persons}
    assert {name for event in gold.events for name in (event.agency, event.recipient) if name} <= agencies
    assert {person for event in gold.events for person in event.subjects} <= persons


@pytest.mark.skipif(not OTHERS.is_dir(), reason=f"needs {OTHERS} to compare with")
def test_no_sentence_of_other_reviews_is_in_them() -> None:
    others = set().union(*(runs(path.read_text(encoding="utf-8")) for path in OTHERS.glob("*.txt")))
    stock = re.compile(r"life imprisonment|diminished responsibility|domestic homicide review executive summary")
    shared = {" ".join(run) for path in TEXTS for run in runs(path.read_text(encoding="utf-8")) & others}
    assert sorted(run for run in shared if not stock.search(run)) == []


KEYED = """# Review into the death of Ada

## Introduction

This review is about Ada, who died in May 2015 in the house that she shared with her husband and her two children.

## Key to people

Ada: the victim, aged 30

## What happened

On 3 May 2014 Ada called the police and two officers attended.
"""


def test_an_ablation_takes_out_what_it_says_and_nothing_else() -> None:
    assert ablated(KEYED, ABLATIONS[AS_PRINTED]) == KEYED
    assert "aged 30" not in ablated(KEYED, ABLATIONS["no key of persons"])
    without = ablated(KEYED, ABLATIONS["none of the three"])
    assert "What happened" not in without
    assert "aged 30" not in without
    assert "two officers attended" in without
