"""Lead phrases: whose a paragraph is, and of when, by the words that it begins with."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dhr_graph.loaders.cast import Cast, find_cast
from dhr_graph.loaders.narrative.grammar import parse_document
from dhr_graph.loaders.narrative.leads import Lead, find_lead
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import load_knowledge

REVIEW = (
    "This review concerns the death of Hannah, who was killed by her husband, Marcus. Reports were received from "
    "Calder Police; Calder Council Children's Services (CSC); Calder Women's Aid; and Calder Lane Surgery, where "
    "Hannah saw the practice nurse.\n"
)
POLICE, CHILDREN = "Calder Police", "Calder Council Children's Services"


@lru_cache(maxsize=1)
def cast() -> Cast:
    """Who is who in an invented review."""
    document = read_text(REVIEW, "review.txt")
    return find_cast("review", [document], [list(parse_document(document))], load_knowledge().cast)


def lead_of(words: str) -> Lead | None:
    return find_lead(words, cast(), cast().mentions(words))


def agency_of(lead: Lead) -> str | None:
    body = cast().body(lead.agency) if lead.agency is not None else None
    return body.name if body is not None else None


@pytest.mark.parametrize(
    ("words", "agency", "story"),
    [
        ("Calder Police: Marcus was arrested.", POLICE, "Marcus was arrested."),
        ("Calder Police. Marcus was arrested.", POLICE, "Marcus was arrested."),
        ("**Calder Police** On 4 May 2016 Marcus was arrested.", POLICE, "On 4 May 2016 Marcus was arrested."),
        ("<u>Calder Police</u>: Marcus was arrested.", POLICE, "Marcus was arrested."),
        ("Children's Services, Calder Council: Hannah was seen.", CHILDREN, "Hannah was seen."),
        ("The practice nurse: she was seen.", "Calder Lane Surgery", "she was seen."),
    ],
)
def test_a_lead_phrase_names_the_agency_and_ends_before_the_story(words: str, agency: str, story: str) -> None:
    lead = lead_of(words)
    assert lead is not None
    assert agency_of(lead) == agency
    assert words[lead.end :] == story
    assert lead.dates == ()


@pytest.mark.parametrize(
    "words",
    [
        "4 May 2016, Calder Police: Marcus was arrested.",
        "4 May 2016 \u2013 Calder Police \u2013 Marcus was arrested.",
        "Calder Police, 4 May 2016. Marcus was arrested.",
    ],
)
def test_an_agency_beside_a_date_has_both(words: str) -> None:
    lead = lead_of(words)
    assert lead is not None
    assert agency_of(lead) == POLICE
    assert [date.text for date in lead.dates] == ["4 May 2016"]
    assert words[lead.end :].strip(" .") == "Marcus was arrested"


def test_an_agency_before_a_date_heads_an_entry() -> None:
    lead = lead_of("Calder Police, 4 May 2016. Marcus arrested.")
    assert lead is not None
    assert lead.notes


@pytest.mark.parametrize(
    ("words", "agency", "date", "story"),
    [
        ("05/03/2018 CSC Hannah referred to the refuge.", CHILDREN, "05/03/2018", "Hannah referred to the refuge."),
        ("5 March 2018 Calder Police Marcus arrested.", POLICE, "5 March 2018", "Marcus arrested."),
        ("05/03/2018 10.15 CSC 2 visits.", CHILDREN, "05/03/2018", "2 visits."),
        ("20/06/2019 and 24/06/2019 Calder Police Marcus seen.", POLICE, "20/06/2019", "Marcus seen."),
        ("20/06/2019 & 24/06/2019 CSC Hannah seen.", CHILDREN, "20/06/2019", "Hannah seen."),
        ("w/c 12/03/2018 CSC Hannah seen twice.", CHILDREN, "12/03/2018", "Hannah seen twice."),
        ("Week commencing 12/03/2018 CSC Hannah seen twice.", CHILDREN, "12/03/2018", "Hannah seen twice."),
        ("circa 12/03/2018 Calder Police Hannah seen.", POLICE, "12/03/2018", "Hannah seen."),
    ],
)
def test_an_agency_between_a_date_and_what_begins_anew_heads_an_entry(
    words: str, agency: str, date: str, story: str
) -> None:
    lead = lead_of(words)
    assert lead is not None
    assert agency_of(lead) == agency
    assert [mention.text for mention in lead.dates] == [date]
    assert words[lead.end :].strip() == story
    assert lead.notes


def test_marked_words_that_name_nobody_are_a_lead_of_no_agency() -> None:
    words = "**What happened next** Marcus was arrested."
    lead = lead_of(words)
    assert lead is not None
    assert lead.agency is None
    assert words[lead.end :] == "Marcus was arrested."


@pytest.mark.parametrize(
    "words",
    [
        "Calder Police arrested Marcus on 4 May 2016.",
        "Calder Police and Calder Women's Aid met.",
        "The practice nurse. She was seen.",
        "Marcus was arrested by Calder Police.",
        "5 March 2018 Calder Police arrested Marcus.",
        "On 5 March 2018 Calder Police Marcus was arrested.",
        "05/03/2018 Calder Police and Calder Women's Aid met.",
        "05/03/2018 Hannah rang Calder Police Nobody came.",
        "05/03/2018 Police Marcus was arrested.",
        "05/03/2018 Practice nurse Hannah was seen.",
        "20/06/2019 and later Calder Police Marcus was arrested.",
        "The week of 12/03/2018 Calder Police Marcus was arrested.",
    ],
)
def test_an_agency_in_a_sentence_is_no_lead(words: str) -> None:
    assert lead_of(words) is None


def test_a_finite_verb_before_the_colon_makes_a_sentence_of_it() -> None:
    words = "Calder Police attended: Marcus was arrested."
    mentions = cast().mentions(words)
    assert find_lead(words, cast(), mentions) is not None
    assert find_lead(words, cast(), mentions, [words.index("attended")]) is None
