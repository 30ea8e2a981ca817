"""Which of the events by which an agency knew is shown as the basis of its knowing."""

from __future__ import annotations

from collections.abc import Sequence

from dhr_graph.knowledge.history import Happening
from dhr_graph.model.records import (
    CarePlan,
    Contact,
    Disclosure,
    Incident,
    InformationShare,
    JusticeEvent,
    MissedOpportunity,
    Referral,
    RiskAssessment,
    Signposting,
)

_TELLING: tuple[tuple[type[Happening], ...], ...] = (
    (Disclosure,),
    (Incident,),
    (RiskAssessment,),
    (Referral, InformationShare),
    (CarePlan,),
    (Signposting,),
    (Contact,),
    (JusticeEvent,),
)
"""What tells most of a risk comes first."""


def basis_of(knowing: Sequence[Happening]) -> Happening | None:
    """Of the earliest events, given in the order of time, the one that best tells the risk.

    What was not done is the basis only where there is nothing else, for it tells the risk least; None where there is
    nothing at all.
    """
    done: list[Happening] = [happening for happening in knowing if not isinstance(happening, MissedOpportunity)]
    done = done or list(knowing)
    same_day = [happening for happening in done if _days(happening) == _days(done[0])]
    return min(same_day, key=_rank, default=None)


def _days(happening: Happening) -> tuple[object, object]:
    return happening.date_earliest or happening.date_latest, happening.date_latest


def _rank(happening: Happening) -> int:
    kinds = (place for place, classes in enumerate(_TELLING) if isinstance(happening, classes))
    return next(kinds, len(_TELLING))
