"""Retelling: what two sections tell of one day is one event, with the words of both."""

from __future__ import annotations

from functools import lru_cache

from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.reading import ReadingKnowledge, load_knowledge, read_review
from dhr_graph.model.records import Evidence, Record, Referral

CAST = (
    "This review concerns the death of Hannah, aged 31, who was killed by her husband, Marcus, aged 34, on 9 June "
    "2018. Reports were received from Calder Police and Calder Women's Aid.\n\n"
)
REFERRED = "Calder Police referred Hannah to Calder Women's Aid on 4 May 2016.\n\n"
AGAIN = "Calder Women's Aid got to know Hannah when Calder Police referred her to Calder Women's Aid on {date}.\n\n"


@lru_cache(maxsize=1)
def knowledge() -> ReadingKnowledge:
    return load_knowledge()


def records(text: str) -> list[Record]:
    reading = read_review("calder", [read_text(CAST + text, "review.txt")], knowledge())
    return [record for document in reading.documents for record in document.records]


def referrals(text: str) -> list[str]:
    return [record.id for record in records(text) if isinstance(record, Referral)]


def test_one_day_told_in_two_sections_is_one_event_with_both_quotes() -> None:
    text = f"## Chronology\n\n{REFERRED}## Analysis\n\n{AGAIN.format(date='4 May 2016')}"
    found = records(text)
    [referral] = [record for record in found if isinstance(record, Referral)]
    quotes = [r for r in found if isinstance(r, Evidence) and r.supports == referral.id and r.supports_field is None]
    assert len(quotes) == 2


def test_another_day_is_another_event() -> None:
    text = f"## Chronology\n\n{REFERRED}## Analysis\n\n{AGAIN.format(date='9 July 2016')}"
    assert len(referrals(text)) == 2


def test_what_is_told_twice_close_by_is_two_events() -> None:
    assert len(referrals(f"## Chronology\n\n{REFERRED}{AGAIN.format(date='4 May 2016')}")) == 2


def test_an_undated_telling_stays_by_itself() -> None:
    text = f"## Chronology\n\n{REFERRED}## Analysis\n\nCalder Police referred Hannah to Calder Women's Aid.\n\n"
    assert len(referrals(text)) == 2
