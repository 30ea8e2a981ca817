"""The project's own scoring: a perfect answer, small worked mistakes, and the same figures as the tool beside us."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.review_sets import INVENTED, LOOKED_AT, SCORES_ONLY
from benchmarks.scoring import FIGURES, ReviewFacts, gold_facts, mean_of, read_json, score, table_facts
from benchmarks.scoring.likeness import likeness
from benchmarks.scoring.places import overlap, spans
from dhr_graph.building import build
from dhr_graph.exports import export
from dhr_graph.stores import Dataset

TOOL = Path(__file__).parents[2].parent / "shared" / "tools" / "score.py"
TEXT = "The police attended on 3 May 2014. They told the hospital about it. Nobody told the school of her fear."
GOLD: dict[str, Any] = {
    "persons": [{"id": "v", "label": "Ada", "role": "victim"}],
    "agencies": [
        {"id": "pol", "name": "Oakwell Police", "aliases": ["the police"], "type": "police"},
        {"id": "hos", "name": "Oakwell Hospital", "aliases": [], "type": "acute_health"},
    ],
    "events": [
        {
            "type": "contact",
            "date": "2014-05-03",
            "agency": "pol",
            "recipient": None,
            "subjects": ["v"],
            "level": None,
            "risk": True,
            "quote": "The police attended on 3 May 2014.",
        },
        {
            "type": "information_share",
            "date": "2014-05-03",
            "agency": "pol",
            "recipient": "hos",
            "subjects": ["v"],
            "level": None,
            "risk": True,
            "quote": "They told the hospital about it.",
        },
    ],
    "knowledge": [
        {"agency": "pol", "verdict": "knew_and_shared"},
        {"agency": "hos", "verdict": "knew_no_share_recorded"},
    ],
    "recommendations": [
        {"text_start": "The police should listen", "owner": ["pol"], "lead": None, "target_date": "May 2016"},
    ],
}


@pytest.fixture
def gold() -> ReviewFacts:
    return gold_facts(GOLD)


def test_the_gold_facts_themselves_score_full_marks(gold: ReviewFacts) -> None:
    figures = dict(score(gold, gold, TEXT).figures)
    assert figures.pop("accused") == 0
    assert {name: value for name, value in figures.items() if value != 1.0} == {}


def test_a_wrong_recipient_is_typed_but_not_full(gold: ReviewFacts) -> None:
    contact, share = gold.events
    figures = score(gold, replace(gold, events=(contact, replace(share, recipient=None))), TEXT).figures
    assert (figures["typed"], figures["full"], figures["shares"]) == (1.0, 0.5, 1.0)


def test_an_event_that_is_not_told_costs_precision(gold: ReviewFacts) -> None:
    invented = replace(gold.events[0], type="missed", quote="Nobody told the school of her fear.")
    assert score(gold, replace(gold, events=(*gold.events, invented)), TEXT).figures["found"] == 4 / 5


def test_an_agency_wrongly_named_as_silent_is_counted(gold: ReviewFacts) -> None:
    verdicts = {"pol": "knew_stated_not_shared", "hos": "knew_no_share_recorded"}
    figures = score(gold, replace(gold, verdicts=verdicts), TEXT).figures
    assert (figures["accused"], figures["verdict"], figures["silent"]) == (1.0, 0.5, 2 / 3)


def test_nothing_found_scores_nothing(gold: ReviewFacts) -> None:
    figures = score(gold, ReviewFacts((), (), (), {}, ()), TEXT).figures
    assert (figures["agencies"], figures["found"], figures["recs"], figures["person_role"]) == (0.0, 0.0, 0.0, None)


def test_the_mean_leaves_out_reviews_without_a_figure(gold: ReviewFacts) -> None:
    right = score(gold, gold, TEXT)
    untold = score(replace(gold, events=()), replace(gold, events=()), TEXT)
    assert untold.figures["typed"] is None
    assert mean_of([right, untold])["typed"] == 1.0


def test_names_are_alike_by_their_significant_words() -> None:
    assert likeness("The Oakwell NHS Foundation Trust", "Oakwell") == 1.0
    assert likeness("Oakwell Police", "Ferndale Housing") < 0.5


def test_a_quote_has_its_places_in_the_text_and_none_where_it_is_not() -> None:
    assert spans("the police", TEXT.lower()) == ((0, 10),)
    assert overlap(spans("the police attended", TEXT.lower()), spans("police", TEXT.lower())) == 1.0
    assert spans("the ambulance service took her to a refuge", TEXT.lower()) == ()


@pytest.mark.skipif(not TOOL.exists(), reason=f"needs {TOOL} to compare with")
def test_the_figures_are_those_of_the_tool_beside_us(tmp_path: Path) -> None:
    with Dataset.in_memory() as dataset:
        build([INVENTED / "text"], dataset)
        export(dataset, "csv", tmp_path)
    where = ["--gold", INVENTED / "gold", "--text", INVENTED / "text", "--tables", tmp_path]
    command = [sys.executable, TOOL, *where, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = table_facts(tmp_path)
    for name in (*LOOKED_AT, *SCORES_ONLY):
        gold = gold_facts(read_json(INVENTED / "gold" / f"{name}.json"))
        ours = score(gold, found[name], (INVENTED / "text" / f"{name}.txt").read_text(encoding="utf-8")).figures
        assert {f: ours[f] for f in FIGURES} == pytest.approx({f: theirs[name].get(f) for f in FIGURES}), name
