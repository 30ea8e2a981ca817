"""Risk: whether by an event its agency, or the one that was told, knew of abuse or of danger to a partner.

An event shows risk by its own words or its kind; what an agency came to know it goes on knowing in its later events.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from dhr_graph.loaders.cast import Cast
from dhr_graph.loaders.narrative.frames.disclosure import DENIAL
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.reader import ToldEvent

TOWARDS_SAFETY = frozenset({"domestic_abuse_service", "victim_service"})
SAFEGUARDING = frozenset({"childrens_social_care", "adult_social_care", "police", "forum"})
HEALTH = re.compile(
    r"\b(?:overdose|self-harm|suicid|arrears|noise|housing benefit|school attendance|truan)", re.IGNORECASE
)
OUTRIGHT = re.compile(
    r"\b(?:hit|punch|kick|strangl|slap|chok|throttl|violen|abus|assault|threat|beat|attack|rape|stalk|harass|drag|stab|knife|grab|push|hair|throat|scream)",
    re.IGNORECASE,
)
FATAL = re.compile(
    r"\b(?:murdered|suffocated|smothered|fatal(?:ly)?|pronounced dead|life extinct|stabbed to death|"
    r"had killed|killed (?:her|him|his|the)|found dead|her death|his death|on suspicion of (?:her |"
    r"his )?murder)\b",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(
    r"\b(?:only (?:to|of|about|that)|did not (?:mention|say|refer|include|repeat)|no mention|"
    r"made no mention|without mention|said nothing|nothing about|left out|silent (?:on|about)|not mention)",
    re.IGNORECASE,
)
PASSING = frozenset({"referral", "information_share"})
TRANSPARENT = frozenset({"contact", "justice", "care_plan", "missed", "risk_assessment", "incident", "signposting"})


def risky(events: Sequence[ToldEvent], cast: Cast, lexicon: Lexicon, death: datetime.date | None) -> tuple[bool, ...]:
    """For each event whether it concerns risk, in the order given."""
    death = death or _fatal_day(events)
    plain = re.compile(
        r"\b(?:" + "|".join(re.escape(w) for w in sorted(lexicon.sets["plain_abuse"])) + r")", re.IGNORECASE
    )
    shown = [_shows(e, cast, plain) and not _after(e, death) and not _is_fatal(e) for e in events]
    learned: dict[str, list[tuple[datetime.date | None, int]]] = {}
    for at, event in enumerate(events):
        if not shown[at]:
            continue
        holders = [event.candidate.agency, event.candidate.recipient if event.candidate.type in PASSING else None]
        for member in holders:
            if member is not None:
                learned.setdefault(member, []).append((event.date.earliest if event.date else None, at))
    return tuple(shown[at] or (not _after(e, death) and _carries(e, at, learned, cast)) for at, e in enumerate(events))


def leaves_out(event: ToldEvent) -> bool:
    """Whether the text says that what was passed on left the abuse out."""
    return LEFT_OUT.search(event.words) is not None


def unsure(events: Sequence[ToldEvent], flags: Sequence[bool]) -> tuple[ToldEvent, ...]:
    """What was passed on by an agency that is read elsewhere as knowing, but not read as being about the risk.

    Whether it was must be read by a person: it stops an accusation.
    """
    knowing = {e.candidate.agency for e, flag in zip(events, flags, strict=True) if flag}
    return tuple(
        e
        for e, flag in zip(events, flags, strict=True)
        if not flag
        and e.candidate.type in PASSING
        and e.candidate.agency in knowing
        and e.candidate.recipient is not None
        and not leaves_out(e)
    )


def _is_fatal(event: ToldEvent) -> bool:
    return event.candidate.type in {"incident", "justice", "contact"} and FATAL.search(event.words) is not None


def _fatal_day(events: Sequence[ToldEvent]) -> datetime.date | None:
    """The day of the last incident that is told as fatal, where the review's particulars gave no date of death."""
    days = [
        e.date.earliest
        for e in events
        if e.candidate.type == "incident"
        and _is_fatal(e)
        and e.date is not None
        and e.date.earliest is not None
        and e.date.earliest == e.date.latest
    ]
    return max(days, default=None)


def _after(event: ToldEvent, death: datetime.date | None) -> bool:
    return (
        death is not None
        and event.date is not None
        and event.date.earliest is not None
        and event.date.earliest >= death
    )


def _shows(event: ToldEvent, cast: Cast, plain: re.Pattern[str]) -> bool:
    """Whether the event's own words or kind show risk."""
    candidate = event.candidate
    if candidate.agency is None:
        return False
    if candidate.type == "disclosure":
        return True
    agency = cast.body(candidate.agency)
    recipient = cast.body(candidate.recipient) if candidate.recipient is not None else None
    own_type = agency.agency_type if agency is not None else ""
    if candidate.type == "incident":
        return (
            bool(plain.search(event.words))
            or own_type == "police"
            and (event.named or bool(OUTRIGHT.search(event.words)))
        )
    if candidate.type in PASSING:
        if recipient is not None and recipient.agency_type in TOWARDS_SAFETY:
            return True
        if recipient is not None and recipient.agency_type in SAFEGUARDING and not HEALTH.search(event.words):
            return not DENIAL.search(event.words) and not leaves_out(event)
        return bool(plain.search(event.words)) and not DENIAL.search(event.words) and not leaves_out(event)
    if candidate.type == "risk_assessment":
        return own_type in {"police", "probation", "domestic_abuse_service"} or bool(plain.search(event.words))
    if candidate.type == "missed" and candidate.missed_kind in {"enquiry", "assessment"}:
        return False
    if candidate.type == "missed" and candidate.missed_kind in {"share", "referral"}:
        return True
    if candidate.type == "missed" and re.search(r"\b(?:ask|enquir|question|explor)", event.words):
        return False
    return bool(plain.search(event.words)) and not DENIAL.search(event.words)


def _carries(event: ToldEvent, at: int, learned: dict[str, list[tuple[datetime.date | None, int]]], cast: Cast) -> bool:
    """Whether the agency knew already when this happened, and the event is of a kind that carries what it knew."""
    candidate = event.candidate
    if candidate.agency is None:
        return False
    if candidate.type in PASSING:
        if leaves_out(event):
            return False
        recipient = cast.body(candidate.recipient) if candidate.recipient is not None else None
        if recipient is not None and recipient.agency_type not in SAFEGUARDING:
            return _knew(event, at, learned) and _near(event, at, learned)
    elif candidate.type not in TRANSPARENT:
        return False
    return _knew(event, at, learned)


def _knew(event: ToldEvent, at: int, learned: dict[str, list[tuple[datetime.date | None, int]]]) -> bool:
    member = event.candidate.agency or ""
    latest = event.date.latest if event.date is not None else None
    for known, place in learned.get(member, ()):
        if known is None or latest is None:
            if place <= at:
                return True
        elif known <= latest:
            return True
    return False


def _near(event: ToldEvent, at: int, learned: dict[str, list[tuple[datetime.date | None, int]]]) -> bool:
    """Whether what the agency knew was told just before, in the same passage."""
    return any(0 <= at - place <= 3 for _, place in learned.get(event.candidate.agency or "", ()))
