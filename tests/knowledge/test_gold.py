"""Given the right events, the verdicts are right: the gold facts of real-shaped reviews, where they are at hand."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dhr_graph.identifiers import record_id
from dhr_graph.knowledge import derive
from dhr_graph.model import records
from dhr_graph.model.records import (
    Agency,
    Death,
    Document,
    Forum,
    MissedOpportunity,
    Person,
    Record,
    Review,
    Risk,
    Verdict,
)

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
CLASSES = {
    "incident": records.Incident,
    "contact": records.Contact,
    "disclosure": records.Disclosure,
    "risk_assessment": records.RiskAssessment,
    "justice": records.JusticeEvent,
    "care_plan": records.CarePlan,
    "signposting": records.Signposting,
    "information_share": records.InformationShare,
    "referral": records.Referral,
}
COARSE = {
    "did_not_know": "not known",
    "unclear": "not known",
    "knew_and_shared": "shared",
    "knew_shared_but_gaps": "shared",
    "knew_no_share_recorded": "silent",
    "knew_stated_not_shared": "silent",
}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"the gold facts are not at {GOLD}")


def bounds(edtf: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day of a day, a month or a year (a season counts as its year); an open side is None."""
    parts = [int(part) for part in re.findall(r"\d+", edtf)]
    parts = parts[:1] if len(parts) == 2 and parts[1] > 12 else parts
    if not parts:
        return None, None
    if len(parts) == 3:
        return datetime.date(*parts), datetime.date(*parts)
    year, month = (*parts, 12)[:2]
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(*(parts + [1, 1])[:3]), after - datetime.timedelta(days=1)


def span(edtf: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day of a gold date, which may be an interval."""
    if not edtf:
        return None, None
    first, _, last = edtf.partition("/")
    return bounds(first)[0], bounds(last or first)[1]


def as_records(slug: str, gold: dict[str, Any]) -> Iterator[Record]:
    """A gold file as records."""
    review = f"{slug}/Review/1"
    early, late = span(gold["review"]["victim_death_date"])
    kind = gold["review"]["document_kind"]
    yield Review(id=review, slug=slug)
    yield Death(id=f"{slug}/Death/1", in_review=review, date_earliest=early, date_latest=late)
    yield Document(
        id=f"{slug}/Document/1",
        in_review=review,
        name=slug,
        media_type="text/plain",
        text_hash="0",
        document_kind=kind,
    )
    yield Risk(id=f"{slug}/Risk/1", in_review=review, principal=True)
    for row in gold["persons"]:
        yield Person(id=f"{slug}/Person/{row['id']}", in_review=review, label=row["label"], role=row["role"])
    for row in gold["agencies"]:
        yield (Forum if row["type"] == "forum" else Agency)(
            id=f"{slug}/Agency/{row['id']}",
            in_review=review,
            name=row["name"],
            aliases=tuple(row["aliases"]),
            agency_type=row["type"],
            participation=row["participation"],
        )
    about_sharing = {event for row in gold["knowledge"] for event in row["stated_failures"]}
    for row in gold["events"]:
        yield as_event(slug, row, "share" if row["id"] in about_sharing else "other")


def as_event(slug: str, row: dict[str, Any], kind_if_missed: str) -> Record:
    """A gold event; whether a `missed` is about sharing only the gold knowledge says."""
    early, late = span(row["date"])
    given: dict[str, Any] = {
        "id": f"{slug}/Event/{row['id']}",
        "in_review": f"{slug}/Review/1",
        "in_document": f"{slug}/Document/1",
        "date_earliest": early,
        "date_latest": late,
        "date_edtf": row["date"],
        "by_agency": f"{slug}/Agency/{row['agency']}" if row["agency"] else None,
        "to_agency": f"{slug}/Agency/{row['recipient']}" if row["recipient"] else None,
        "about": tuple(f"{slug}/Person/{person}" for person in row["subjects"]),
        "concerns_risk": (f"{slug}/Risk/1",) if row["risk"] else (),
    }
    if row["type"] == "missed":
        return MissedOpportunity(**given, kind=kind_if_missed)
    event: Record = CLASSES[row["type"]](**given)
    return event


def test_the_gold_events_give_the_gold_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    agencies = exact = coarse = 0
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        derived = derive(as_records(path.stem, gold))
        verdicts = {v.of_agency: v for v in derived if isinstance(v, Verdict) and v.of_risk is None}
        for row in gold["knowledge"]:
            verdict = verdicts.get(f"{path.stem}/Agency/{row['agency']}")
            said = verdict.knowledge_code if verdict else "unclear"
            agencies += 1
            exact += said == row["verdict"]
            coarse += COARSE[said] == COARSE[row["verdict"]]
            if said != row["verdict"]:
                with capsys.disabled():
                    print(f"\n{path.stem} {row['agency']}: {said} for {row['verdict']} ({row['why']})", end="")
    with capsys.disabled():
        print(f"\nverdicts on {agencies} agencies: {exact} exact, {coarse} coarse")
    assert agencies > 100
    assert exact / agencies >= 0.95
    assert coarse / agencies >= 0.97


def test_nobody_is_called_silent_who_is_not() -> None:
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        silent = {k["agency"] for k in gold["knowledge"] if COARSE[k["verdict"]] == "silent"}
        accused = {
            v.of_agency.rsplit("/", 1)[1]
            for v in derive(as_records(path.stem, gold))
            if isinstance(v, Verdict) and v.of_risk is None and COARSE[v.knowledge_code] == "silent"
        }
        assert accused <= silent, path.stem


def test_ids_follow_the_rule() -> None:
    path = min(GOLD.glob("*.json"))
    gold = json.loads(path.read_text(encoding="utf-8"))
    first = next(v for v in derive(as_records(path.stem, gold)) if isinstance(v, Verdict))
    assert first.id == record_id(path.stem, "Verdict", first.of_agency, first.of_risk or "")
