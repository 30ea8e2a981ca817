"""The derivation: one row of knowledge and one verdict for each agency, and for each of its risks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dhr_graph.identifiers import record_id
from dhr_graph.knowledge.basis import basis_of
from dhr_graph.knowledge.bodies import may_know_and_share
from dhr_graph.knowledge.dealings import Dealings, dealings_of
from dhr_graph.knowledge.flags import flags_of
from dhr_graph.knowledge.history import Happening, History, Scope, is_dated, tell_history
from dhr_graph.knowledge.verdicts import SHARE_POSSIBLE, verdict_of
from dhr_graph.knowledge.wordings import verdict_wording
from dhr_graph.model.records import Agency, Event, Knowledge, Record, Verdict


def derive(records: Iterable[Record]) -> tuple[Knowledge | Verdict, ...]:
    """Say what each agency of a review knew and shared, from all records of that one review.

    For each agency a Knowledge and a Verdict over all risks together (`of_risk` is None), and one of each for every
    risk that it has dealings with; sorted by agency, then risk. Records already derived are ignored; captions are left
    to be made with those of all other records.
    """
    history = tell_history(records)
    return tuple(row for agency in _asked(history) for row in _rows(agency, history))


def _asked(history: History) -> Iterator[Agency]:
    return (b for b in history.bodies.values() if isinstance(b, Agency) and may_know_and_share(b))


def _rows(agency: Agency, history: History) -> Iterator[Knowledge | Verdict]:
    happenings: list[Happening] = [*history.events, *history.missed]
    own = [h for h in happenings if agency.id in (h.by_agency, h.to_agency)]
    with_dealings = {risk for happening in own for risk in happening.concerns_risk}
    scopes = [Scope(), *(Scope(risk.id) for risk in history.risks if risk.id in with_dealings)]
    for scope in scopes:
        dealings = dealings_of(agency, scope, history)
        if scope.risk is None or dealings.told_of_risk:
            yield _knowledge(dealings)
            yield _verdict(dealings, history)


def _knowledge(dealings: Dealings) -> Knowledge:
    agency, risk = dealings.agency, dealings.scope.risk
    first = dealings.knowing[0] if dealings.knowing else None
    basis = basis_of(dealings.knowing)
    since = first if first and is_dated(first) else None
    return Knowledge(
        id=record_id(_slug(agency), "Knowledge", agency.id, risk or ""),
        in_review=agency.in_review,
        of_agency=agency.id,
        of_risk=risk,
        knew=first is not None,
        first_known=since.date_earliest or since.date_latest if since else None,
        first_known_edtf=since.date_edtf if since else None,
        basis_event=basis.id if basis else None,
        derived_from=_ids(dealings.knowing),
    )


def _verdict(dealings: Dealings, history: History) -> Verdict:
    agency, risk = dealings.agency, dealings.scope.risk
    code = verdict_of(dealings)
    shares = dealings.shares if dealings.knowing else ()
    first = next((share for share in shares if is_dated(share)), None)
    return Verdict(
        id=record_id(_slug(agency), "Verdict", agency.id, risk or ""),
        in_review=agency.in_review,
        of_agency=agency.id,
        of_risk=risk,
        code=code,
        knowledge_code=verdict_wording(code).knowledge_code,
        shared=bool(shares),
        first_shared=first.date_earliest or first.date_latest if first else None,
        first_shared_edtf=first.date_edtf if first else None,
        flags=flags_of(dealings, history),
        gaps=_ids(dealings.gaps),
        derived_from=_ids(_grounds(dealings, code)),
    )


def _grounds(dealings: Dealings, code: str) -> tuple[Record, ...]:
    """What the verdict rests on: knowing, sharing and trying; of a possible share also the words to be read."""
    tried: tuple[Event, ...] = (*dealings.attempted, *dealings.signposted)
    events: tuple[Happening, ...] = (*dealings.knowing, *dealings.shares, *tried, *dealings.gaps)
    return (*events, *dealings.open_cues) if code == SHARE_POSSIBLE else events


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted({record.id for record in records}))


def _slug(agency: Agency) -> str:
    return agency.id.split("/", 1)[0]
