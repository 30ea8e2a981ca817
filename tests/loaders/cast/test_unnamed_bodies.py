"""Agencies that a history names only by their kind."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge, find_cast
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.narrative.reader import parse_narrative
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.sections import classify

PAIR = "Alma, aged 34, was stabbed by her husband, Omar, aged 38.\n\n"


def bodies(text: str, knowledge: CastKnowledge) -> dict[str, str]:
    document = read_text(f"{PAIR}{text}\n", "hollin.txt")
    parsed = list(parse_narrative(document, classify(document), load_lexicon()))
    found = find_cast("hollin", [document], [parsed], knowledge)
    return {b.name: b.agency_type for b in found.bodies}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("She was seen at the walk-in centre.", {"walk-in centre": "urgent_care"}),
        ("A health visitor called.", {"health visitor": "community_health"}),
        ("She slept at a refuge for a week.", {"refuge": "domestic_abuse_service"}),
        ("The police came, and the police left.", {"police": "police"}),
        ("It was told to adult social care. Adult social care closed it.", {"adult social care": "adult_social_care"}),
        ("She saw a relationship counsellor in May.", {"relationship counsellor": "other"}),
        ("Tarn Council's housing stock was old.", {"Tarn Council": "local_authority_other"}),
        ("At the hostel she was given a room.", {"hostel": "housing"}),
        ("Her GP asked. The school wrote to her GP.", {"GP": "gp", "school": "school"}),
    ],
)
def test_a_service_without_a_name_goes_by_the_words_used(
    words: str, found: dict[str, str], knowledge: CastKnowledge
) -> None:
    assert bodies(f"CHRONOLOGY\n\n{words}", knowledge) == found


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        ("Tarn Police", "The police came."),
        ("Elm Surgery", "Her GP asked."),
        ("the Larch Project, which runs a refuge", "She slept at the refuge."),
    ],
)
def test_where_a_member_is_of_the_kind_it_is_meant(listed: str, words: str, knowledge: CastKnowledge) -> None:
    text = (
        f"METHODOLOGY\n\nReports were received from {listed}, and from Tarn Council Housing.\n\nCHRONOLOGY\n\n{words}"
    )
    assert len(bodies(text, knowledge)) == 2


@pytest.mark.parametrize(
    "words", ["On the school run she met a police car.", "She was home schooled.", "It was a safe refuge-like place."]
)
def test_words_that_only_qualify_another_name_none(words: str, knowledge: CastKnowledge) -> None:
    assert bodies(f"CHRONOLOGY\n\n{words}", knowledge) == {}


def test_a_recommendation_brings_in_nobody(knowledge: CastKnowledge) -> None:
    assert bodies("RECOMMENDATIONS\n\n1. The refuge should train its staff.", knowledge) == {}
