"""Captions are short, readable and on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_graph.captions import with_captions
from dhr_graph.model.records import Passage, Record, RiskAssessment


@pytest.mark.parametrize(
    ("record_id", "caption"),
    [
        ("oakwell/Review/1", "oakwell: Review of the death of Ada"),
        ("oakwell/Death/1", "Death of Ada"),
        ("oakwell/Document/1", "Overview report: oakwell.txt"),
        ("oakwell/Passage/1", "1.2 Ada told her GP that she was afraid."),
        ("oakwell/Evidence/5", "“referred Ada to MARAC”"),
        ("oakwell/Person/ada", "Ada (victim)"),
        ("oakwell/Agency/police", "Oakwell Police Service"),
        ("oakwell/Risk/1", "Risk to Ada"),
        ("oakwell/Incident/1", "Incident 2014-03-02 Police"),
        ("oakwell/Referral/1", "Referral ×2 2014-03-02 Police → MARAC"),
        ("oakwell/Knowledge/police", "Police: knew, from 2014-03-02"),
        ("oakwell/Knowledge/gp", "GP: knew, undated"),
        ("oakwell/Verdict/gp", "GP: no onward sharing found in this document"),
    ],
)
def test_each_class_has_its_caption(small_review: tuple[Record, ...], record_id: str, caption: str) -> None:
    assert {record.id: record.caption for record in with_captions(small_review)}[record_id] == caption


def test_a_risk_assessment_tells_its_level() -> None:
    record = RiskAssessment(id="a/RiskAssessment/1", in_review="a", in_document="b", level="high", date_edtf="2014")
    assert with_captions([record])[0].caption == "Risk assessment high 2014"


def test_long_texts_are_cut() -> None:
    passage = Passage(
        id="a/Passage/1", in_document="b", ordinal=0, kind="paragraph", text="word\n" * 50, start=0, end=250
    )
    (captioned,) = with_captions([passage])
    assert captioned.caption.startswith("word word")
    assert captioned.caption.endswith("…")
    assert len(captioned.caption) == 80


@given(data=st.data())
def test_any_record_has_a_caption_on_one_line(any_record: st.SearchStrategy[Record], data: st.DataObject) -> None:
    (captioned,) = with_captions([data.draw(any_record)])
    assert len(captioned.caption) <= 80
    assert "\n" not in captioned.caption
    assert with_captions([captioned]) == (captioned,)
