"""Risk: whether by an event its agency, or the one that was told, knew of abuse or of danger to a partner.

An event shows risk by its own words or its kind; what an agency came to know it goes on knowing in its later events.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dhr_graph.loaders.cast import Cast
from dhr_graph.loaders.narrative.candidate import PASSING, SILENT, SUMMONED
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.telling import ToldEvent

TOWARDS_SAFETY = frozenset({"domestic_abuse_service", "victim_service"})
SAFEGUARDING = frozenset({"childrens_social_care", "adult_social_care", "police", "forum"})
TOLD_OF_RISK = SAFEGUARDING | {
    "acute_health",
    "community_health",
    "courts_cps",
    "housing",
    "prison",
    "probation",
    "school",
}
"""Those whom an agency that knows of risk tells of it when it tells them something; a letter to a doctor is often about
an illness only."""
TREATING = frozenset({"mental_health", "substance_misuse"})
ASSESSING_RISK = frozenset({"police", "probation", "domestic_abuse_service"})
TRANSPARENT = frozenset({"contact", "justice", "care_plan", "missed", "risk_assessment", "incident", "signposting"})
MAY_BE_FATAL = frozenset({"incident", "justice", "contact"})
TELLING_OF_DANGER = ("injury", "danger_at_home", "told_of_abuse")
NEARBY_EVENTS = 3
LASTING = datetime.timedelta(days=31)

Learned = dict[str, list[tuple[datetime.date | None, int]]]


def risky(events: Sequence[ToldEvent], cast: Cast, lexicon: Lexicon, death: datetime.date | None) -> tuple[bool, ...]:
    """For each event whether it concerns risk, in the order given; none from the day of the death on."""
    signs = RiskSigns(cast, lexicon, _plain(lexicon))
    last_day = _last_day(death, signs.fatal_day(events))
    before = [not _is_after(event, last_day) for event in events]
    silent = {at for at in _silent_by_what_follows(events, lexicon) if not signs.is_towards_safety(events[at])}
    told = [early and at not in silent for at, early in enumerate(before)]
    shown = [signs.shows(e) and may and not signs.is_fatal(e) for e, may in zip(events, told, strict=True)]
    learned: Learned = {}
    for at, event in enumerate(events):
        told_of_it = event.candidate.recipient if event.candidate.type in PASSING else None
        for member in (event.candidate.agency, told_of_it):
            if shown[at] and member is not None:
                learned.setdefault(member, []).append((event.date.earliest if event.date else None, at))
    flags = []
    for at, event in enumerate(events):
        carried = not shown[at] and told[at] and signs.carries(event, at, learned)
        if carried and event.candidate.type in PASSING and event.candidate.recipient is not None:
            learned.setdefault(event.candidate.recipient, []).append((event.date.earliest if event.date else None, at))
        flags.append(shown[at] or carried)
    return tuple(flags)


def unsure(events: Sequence[ToldEvent], flags: Sequence[bool], lexicon: Lexicon) -> tuple[bool, ...]:
    """For each event whether it was passed on by an agency that is read elsewhere as knowing, but not as about risk.

    Whether it was must be read by a person: it stops an accusation.
    """
    knowing = {e.candidate.agency for e, flag in zip(events, flags, strict=True) if flag}
    silent = _silent_by_what_follows(events, lexicon)
    left_out = lexicon.patterns["left_out"]
    return tuple(
        not flag and _is_passed_by(knowing, event) and at not in silent and not left_out.search(event.words)
        for at, (event, flag) in enumerate(zip(events, flags, strict=True))
    )


def _silent_by_what_follows(events: Sequence[ToldEvent], lexicon: Lexicon) -> frozenset[int]:
    """Which shares and referrals left the abuse out by the words after them ("The form said nothing of it")."""
    told = _plain(lexicon)
    silent_paper, of_health = lexicon.patterns["silent_paper"], lexicon.patterns["paper_of_health"]
    danger = tuple(lexicon.patterns[name] for name in TELLING_OF_DANGER)
    found = set()
    for at, event in enumerate(events):
        if event.candidate.type not in PASSING or told.search(event.words):
            continue
        following = events[at + 1] if at + 1 < len(events) else event
        near = following.passage == event.passage and following.start > event.start
        after = (event.then, following.words if near else "")
        harmless = not told.search(event.then) and not any(signs.search(event.then) for signs in danger)
        if any(map(silent_paper.match, after)) or (harmless and of_health.match(event.then)):
            found.add(at)
    return frozenset(found)


def _is_passed_by(knowing: Collection[str | None], event: ToldEvent) -> bool:
    candidate = event.candidate
    return candidate.type in PASSING and candidate.agency in knowing and candidate.recipient is not None


@dataclass(frozen=True, slots=True)
class RiskSigns:
    """What shows risk in an event; `plain` finds the words that tell of abuse without doubt."""

    cast: Cast
    lexicon: Lexicon
    plain: re.Pattern[str]

    def shows(self, event: ToldEvent) -> bool:
        """Whether the event's own words or kind show risk."""
        candidate = event.candidate
        own_type = self._type_of(candidate.agency)
        if own_type is None:
            return False
        if candidate.type == "disclosure":
            return self._is_plain(event) or not self._says("left_out", event)
        if candidate.type == "incident":
            violent = event.names_person or self._says("outright_violence", event)
            of_oneself = self._says("self_harm", event)
            return self._is_plain(event) or (own_type == "police" and violent and not of_oneself)
        if candidate.type in PASSING:
            return self._is_passed_on(event)
        if candidate.type == "risk_assessment":
            return own_type in ASSESSING_RISK or self._is_plain(event)
        if candidate.type == "missed":
            return self._is_missed(event)
        told = self._is_plain(event) or self._says("danger_at_home", event)
        return told and not self._says("denial", event)

    def carries(self, event: ToldEvent, at: int, learned: Learned) -> bool:
        """Whether the agency knew already when this happened, and the event is of a kind that carries what it knew."""
        candidate = event.candidate
        if candidate.agency is None or not _knew(event, at, learned):
            return False
        if candidate.type not in PASSING:
            return candidate.type in TRANSPARENT
        if self._says("left_out", event) or candidate.rule == SUMMONED or self._answers_nothing(event):
            return False
        recipient = self._type_of(candidate.recipient)
        retold = self._says("retold", event)
        if retold or candidate.rule == SILENT:
            return retold
        if candidate.type == "referral" and recipient in TREATING:
            return False
        if recipient not in SAFEGUARDING and self._says("other_content", event):
            return False
        if recipient not in SAFEGUARDING and self._says("everyday_matters", event):
            return False
        told = TOLD_OF_RISK if candidate.type == "information_share" else SAFEGUARDING
        return recipient is None or recipient in told or _learned_just_before(event, at, learned)

    def is_towards_safety(self, event: ToldEvent) -> bool:
        """Whether somebody was referred to a service for those who are abused, which tells it enough."""
        return self._type_of(event.candidate.recipient) in TOWARDS_SAFETY

    def is_fatal(self, event: ToldEvent) -> bool:
        """Whether it is the killing itself."""
        return event.candidate.type in MAY_BE_FATAL and self._says("fatal", event)

    def fatal_day(self, events: Sequence[ToldEvent]) -> datetime.date | None:
        """The day of the last incident that is told as fatal, where the particulars gave no date of death."""
        fatal = (e.date for e in events if e.candidate.type == "incident" and self.is_fatal(e) and e.date is not None)
        days = (date.earliest for date in fatal if date.earliest is not None and date.earliest == date.latest)
        return max(days, default=None)

    def _is_passed_on(self, event: ToldEvent) -> bool:
        recipient = self._type_of(event.candidate.recipient)
        if recipient in TOWARDS_SAFETY:
            return True
        if self._answers_nothing(event):
            return False
        told = not self._says("denial", event) and not self._says("left_out", event)
        by_nature = recipient in SAFEGUARDING and event.candidate.rule != SUMMONED
        if by_nature and not self._says("everyday_matters", event):
            return told
        return told and (self._is_plain(event) or any(self._says(name, event) for name in TELLING_OF_DANGER))

    def _answers_nothing(self, event: ToldEvent) -> bool:
        """Whether an agency that was asked replies that it has nothing to tell."""
        answer = event.candidate.clause.head
        replies = answer.lemma_.lower() in self.lexicon.sets["replying"]
        told = joined(list(answer.subtree)) if replies else ""
        return " but " not in told and self.lexicon.patterns["nothing_to_tell"].search(told) is not None

    def _is_missed(self, event: ToldEvent) -> bool:
        kind = event.candidate.missed_kind
        if kind in {"enquiry", "assessment"}:
            return False
        if kind in {"share", "referral"}:
            return True
        asked = self._says("enquiry_missed", event) or self._says("denial", event)
        return not asked and self._is_plain(event)

    def _is_plain(self, event: ToldEvent) -> bool:
        return self.plain.search(event.words) is not None

    def _says(self, name: str, event: ToldEvent) -> bool:
        return self.lexicon.patterns[name].search(event.words) is not None

    def _type_of(self, member: str | None) -> str | None:
        body = self.cast.body(member) if member is not None else None
        return body.agency_type if body is not None else None


def _plain(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(lexicon.sets["plain_abuse"]))
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _last_day(death: datetime.date | None, fatal: datetime.date | None) -> datetime.date | None:
    """The day of the death; where only its month is known, of which `death` is the end, that of the fatal incident."""
    if death is None or fatal is None:
        return death or fatal
    return fatal if (fatal.year, fatal.month) == (death.year, death.month) and fatal < death else death


def _is_after(event: ToldEvent, death: datetime.date | None) -> bool:
    if death is None or event.date is None or event.date.earliest is None:
        return False
    return event.date.earliest >= death


def _knew(event: ToldEvent, at: int, learned: Learned) -> bool:
    """Whether its agency had learned of the risk by then; without a date the order of telling counts.

    Of what went on for longer than a month its first day counts ("was seen nine times in 2011").
    """
    latest = _reckoned_by(event)
    for known, place in learned.get(event.candidate.agency or "", ()):
        if known is None or latest is None:
            if place <= at:
                return True
        elif known <= latest:
            return True
    return False


def _reckoned_by(event: ToldEvent) -> datetime.date | None:
    if event.date is None or event.date.earliest is None or event.date.latest is None:
        return event.date.latest if event.date is not None else None
    lasting = event.date.latest - event.date.earliest > LASTING
    return event.date.earliest if lasting else event.date.latest


def _learned_just_before(event: ToldEvent, at: int, learned: Learned) -> bool:
    return any(0 <= at - place <= NEARBY_EVENTS for _, place in learned.get(event.candidate.agency or "", ()))
