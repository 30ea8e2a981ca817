"""All that a review tells of one agency and a risk: what it knew by, shared, tried, and failed to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dhr_graph.knowledge.history import Happening, History, Scope, in_time
from dhr_graph.knowledge.sharing import Reach, reach_of, received
from dhr_graph.model.records import Agency, Event, InformationShare, MissedOpportunity, OpenCue, Signposting

NO_CONTACT = "no_contact"
SHARING_FAILURES = frozenset({"share", "referral"})
NOT_ASKING = "enquiry"
BY_NEARNESS = 0.65
"""Confidence up to which an agency may be only the one spoken of last (see `loaders/narrative/confidence.py`)."""


@dataclass(frozen=True, slots=True)
class Dealings:
    """The dealings of one agency with a risk, each list in the order of time.

    `told` says whether any dealing is told at all, with risk or without, `told_of_risk` whether one with this risk;
    `outside` holds shares with others, `inside` those with another agency of the same organisation, `attempted`
    referrals that were declined or lost.
    """

    agency: Agency
    scope: Scope
    told: bool
    knowing: tuple[Happening, ...]
    received: tuple[Happening, ...]
    outside: tuple[Event, ...]
    inside: tuple[Event, ...]
    attempted: tuple[Event, ...]
    signposted: tuple[Event, ...]
    gaps: tuple[MissedOpportunity, ...]
    open_cues: tuple[OpenCue, ...]
    told_of_risk: bool

    @property
    def shares(self) -> tuple[Event, ...]:
        """Every share that counts, in the order of time."""
        return tuple(h for h in in_time((*self.outside, *self.inside)) if isinstance(h, Event))


def dealings_of(agency: Agency, scope: Scope, history: History) -> Dealings:
    """Collect what a review tells of an agency and a risk (or, with an open scope, all its risks together).

    What an agency failed to do shows that it knew only where nothing else does, and where the text says whose failure
    it was: a review says it with hindsight, and often without a day. An agency of which the review says that it had no
    contact is taken to know only where it is named by its own name: what else seems to be its doing is another's.
    """
    acted = [e for e in history.events if e.by_agency == agency.id]
    come_to = [e for e in history.events if e.to_agency == agency.id and not isinstance(e, Signposting)]
    told_to = [e for e in come_to if isinstance(e, InformationShare)]
    omitted = [m for m in history.missed if m.by_agency == agency.id]
    own = [e for e in acted if scope.concerns(e)]
    learned = [e for e in told_to if scope.concerns(e) and received(e)]
    failures = [m for m in omitted if scope.concerns(m)]
    by_reach = {reach: _in_time(e for e in own if reach_of(e, history) is reach) for reach in Reach}
    knowing: list[Happening] = [*own, *learned] or [m for m in failures if _shows_knowing(m)]
    unknown = agency.participation == NO_CONTACT and not any(
        _names(agency, history.quotes.get(h.id, ())) for h in knowing
    )
    return Dealings(
        agency=agency,
        scope=scope,
        told=bool(acted or come_to or omitted) or agency.participation == NO_CONTACT,
        knowing=() if unknown else tuple(in_time({h.id: h for h in knowing}.values())),
        received=tuple(in_time(learned)),
        outside=by_reach[Reach.OUTSIDE],
        inside=by_reach[Reach.IN_ORGANISATION],
        attempted=by_reach[Reach.ATTEMPTED],
        signposted=by_reach[Reach.SIGNPOSTED],
        gaps=tuple(m for m in in_time(failures) if isinstance(m, MissedOpportunity) and m.kind in SHARING_FAILURES),
        open_cues=tuple(c for c in history.open_cues if c.of_agency == agency.id),
        told_of_risk=bool(own or failures or any(scope.concerns(e) for e in told_to)),
    )


def _shows_knowing(failure: MissedOpportunity) -> bool:
    owned = failure.confidence is None or failure.confidence > BY_NEARNESS
    return owned and failure.kind != NOT_ASKING


def _names(agency: Agency, quotes: Iterable[str]) -> bool:
    """Whether words hold the agency's name or a short form of it, not only one of a role ("the IDVA")."""
    own = [name for name in (agency.name, *agency.aliases) if name[:1] == agency.name[:1]]
    return any(name in " ".join(quote.split()) for quote in quotes for name in own)


def _in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(e for e in in_time(events) if isinstance(e, Event))
