"""A review's own particulars."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge, Particulars, find_cast, find_review
from dhr_graph.loaders.readers import read_text

TITLE_PAGE = (
    "SAFER HOLLIN PARTNERSHIP\n\nDOMESTIC HOMICIDE REVIEW\n\nEXECUTIVE SUMMARY\n\nReport into the death of "
    "Alma, May 2016\n\n"
    "Independent Chair and Author: Dr Moira Fell\n\nReport completed: February 2018\n\n1. INTRODUCTION\n\n"
    "1.1 On 3 May 2016 Alma, aged 34, was stabbed by her husband, Omar, aged 38, at the home that they shared. He was "
    "convicted of murder in January 2017.\n"
)


def particulars(text: str, knowledge: CastKnowledge) -> Particulars:
    document = read_text(text, "hollin.txt")
    return find_review("hollin", [document], find_cast("hollin", [document], [[]], knowledge))


def test_a_title_page(knowledge: CastKnowledge) -> None:
    found = particulars(TITLE_PAGE, knowledge)
    assert found.review.title == "DOMESTIC HOMICIDE REVIEW EXECUTIVE SUMMARY Report into the death of Alma, May 2016"
    assert found.review.csp is not None
    assert found.review.csp.lower() == "safer hollin partnership"
    assert found.review.chair == "Dr Moira Fell"
    assert found.review.report_date == "2018-02"
    assert found.review.death_kind == "homicide"
    assert found.document_kinds == ("executive_summary",)
    assert [d.date_edtf for d in found.deaths] == ["2016-05-03"]


def test_quotes_hold_the_words(knowledge: CastKnowledge) -> None:
    found = particulars(TITLE_PAGE, knowledge)
    text = read_text(TITLE_PAGE, "hollin.txt").text
    quoted = {field: text[start:end] for _, field, _, start, end in found.quotes}
    assert quoted["chair"] == "Dr Moira Fell"
    assert quoted["report_date"] == "February 2018"
    assert quoted["date_edtf"] == "3 May 2016"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Alma took her own life on 3 May 2016.", "suicide"),
        ("Alma was murdered on 3 May 2016 by her husband, Omar.", "homicide"),
        ("The plan is reviewed each quarter.", "unknown"),
    ],
)
def test_the_kind_of_death(words: str, kind: str, knowledge: CastKnowledge) -> None:
    assert particulars(f"HOLLIN\n\n{words}\n", knowledge).review.death_kind == kind


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("Domestic Homicide Review: Overview Report", "overview"),
        ("Executive Summary of a Domestic Homicide Review", "executive_summary"),
        ("Domestic Homicide Review Action Plan", "action_plan"),
        ("Progress report on the action plan of a Domestic Homicide Review", "action_plan_update"),
        ("A letter to residents", None),
    ],
)
def test_the_kind_of_document(top: str, kind: str | None, knowledge: CastKnowledge) -> None:
    assert particulars(f"{top}\n\nText.\n", knowledge).document_kinds == (kind,)
