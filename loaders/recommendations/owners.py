"""Owners: who must act on a recommendation, from its own words, else from the heading above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.request import Addressees, plain_text
from dhr_graph.loaders.recommendations.rules import RecommendationRules
from dhr_graph.loaders.recommendations.sentences import lower_in_place
from dhr_graph.model.documents import Span
from dhr_graph.model.records import Body

SUBJECT_LENGTH = 220
HEADING_LEAD = re.compile(
    r"^\W*((single|multi)[- ]agency\s+)?(recommendations?|actions?|action plan)\s*(\d+(\.\d+)*[a-z]?)?\s*"
    r"(for|to|of|[-\u2013\u2014:.(])?\s*(the )?",
    re.IGNORECASE,
)
HEADING_TAIL = re.compile(
    r"('s)?\s*[-\u2013\u2014:(]*\s*(recommendations?|action plan|actions?|imr)\W*$", re.IGNORECASE
)
JOINT = re.compile(
    r"\s*(?:,| and | & |/|;|\bwith\b|\balongside\b|\btogether with\b"
    r"|\bin (?:partnership|conjunction|consultation) with\b)\s*"
)


class Named(Protocol):
    """A name of members of the cast in some words; `start` and `end` count from the first of the words."""

    @property
    def start(self) -> int:
        """Where the name begins."""

    @property
    def end(self) -> int:
        """Where the name ends."""

    @property
    def members(self) -> Sequence[str]:
        """The ids of those who are meant."""


class Naming(Protocol):
    """What finding owners asks of a cast."""

    @property
    def bodies(self) -> Sequence[Body]:
        """The agencies and forums of the review."""

    def mentions(self, words: str) -> Sequence[Named]:
        """The names in some words, in order."""

    def of_heading(self, words: str) -> str | None:
        """The body that a heading names."""


class Owners:
    """Finds addressees by the cast, and by what names of bodies look like where the cast knows none."""

    def __init__(self, cast: Naming, rules: RecommendationRules) -> None:
        self._cast = cast
        self._rules = rules
        self._bodies = {body.id: body for body in cast.bodies}

    def asked(self, words: str, offset: int) -> Addressees:
        """The subject of what is asked ("The Trust and the CCG to agree ..."), empty where it has none.

        `offset` is where the words begin in the document, so that the place of the name can be given.
        """
        start, end = self._subject(words)
        found = self.named(words[start:end], offset + start) if end > start else Addressees()
        if found.place is None or found.printed:
            return found
        after = words[found.place.end - offset : end].strip(" \"')*_")
        clean = not after or after[:1].isupper() or not after[:1].isalnum() or self._rules.staff.match(fold(after))
        return found if clean else Addressees()

    def _whole_name(self, words: str, start: int, taken: Sequence[tuple[int, int]]) -> int:
        """Where a name begins that holds an "and" itself ("the Quill Town and Coast Partnership")."""
        before = re.search(r"(?:the |The )?(?:[A-Z][\w'-]+ )+and $", words[:start])
        if before is None or any(s < start and e > before.start() for s, e in taken):
            return start
        return start if self._is_body(before.group().removesuffix(" and ")) else before.start()

    def mentioned(self, words: str, offset: int) -> Addressees:
        """Members named in the subject of what is asked without being it ("The police notification form to ...")."""
        start, end = self._subject(words)
        found = self.named(words[start:end], offset + start) if end > start else Addressees()
        return found or self._agent(words, offset)

    def _agent(self, words: str, offset: int) -> Addressees:
        """The members that a passive names ("A route should be agreed between the police and the Trust")."""
        found = re.search(r"\b(?:by|between)\s+", words)
        if found is None:
            return Addressees()
        stop = re.search(r"[.;]|\b(to|that|which|who|in order|so|how|when)\b", words[found.end() :])
        end = found.end() + stop.start() if stop else len(words)
        named = self.named(words[found.end() : end], offset + found.end())
        return named if named.members else Addressees()

    def named(self, words: str, offset: int) -> Addressees:
        """All addressees in a stretch of words that names nothing else."""
        mentions = [m for m in self._cast.mentions(words) if any(i in self._bodies for i in m.members)]
        members = sorted({i for m in mentions for i in m.members if i in self._bodies})
        spans = [(m.start, m.end) for m in mentions]
        printed = []
        for begin, end in _parts(words):
            start = self._whole_name(words, begin, spans)
            part = words[start:end]
            if any(s < end and e > start for s, e in spans) or not self._is_body(part):
                continue
            printed.append(plain_text(re.sub(r"^(the|both|each of the|its|their)\s+", "", part, flags=re.IGNORECASE)))
            spans.append((start, end))
        if not members and not printed:
            return Addressees()
        place = Span(offset + min(s for s, _ in spans), offset + max(e for _, e in spans))
        return Addressees(tuple(members), tuple(printed), place)

    def of_heading(self, words: str, offset: int) -> Addressees:
        """The addressees that a heading names for all that stands under it."""
        lead = HEADING_LEAD.match(words)
        start = lead.end() if lead else 0
        tail = HEADING_TAIL.search(words, start)
        name = words[start : tail.start() if tail else len(words)].rstrip(" :;-\u2013*_")
        if not re.search(r"[A-Za-z]{3}", name) or self._is_subject(name):
            return Addressees()
        place = Span(offset + start, offset + start + len(name))
        parts = [self._members_of(part) for part in re.split(r"\s+and\s+|\s*[&/;]\s*", name)]
        if len(parts) > 1 and all(parts) and len(set().union(*parts)) > 1:
            return Addressees(tuple(sorted(set().union(*parts))), (), place)
        known = self._members_of(name) or self._members_of(name.rpartition(",")[2])
        if known:
            return Addressees(tuple(sorted(known)), (), place)
        joint = self.named(name, offset + start)
        if joint.members or len(joint.printed) > 1:
            return joint
        return Addressees((), (plain_text(name),), place) if self._is_body(name) or joint else Addressees()

    def _members_of(self, name: str) -> frozenset[str]:
        """The one body that a heading or a part of it names; a set, empty where it names none."""
        known = self._cast.of_heading(name) if name.strip() else None
        if known is not None and known in self._bodies:
            return frozenset((known,))
        members = frozenset(i for m in self._cast.mentions(name) for i in m.members if i in self._bodies)
        return members if len(members) == 1 else frozenset()

    def as_printed(self, words: str, offset: int) -> Addressees:
        """The words themselves where the cast knows nobody in them (a cell of a plan that holds only a name)."""
        found = self.named(words, offset)
        text = plain_text(words)
        return found if found or not text else Addressees((), (text,), Span(offset, offset + len(words)))

    def chosen(self, own: Addressees, above: Addressees) -> Addressees:
        """The subject of a request, unless what is above says more: the whole of a pair, or whose staff."""
        if not own or not above:
            return own or above
        within = bool(own.members) and not own.printed and set(own.members) < set(above.members)
        names = [re.sub("^the ", "", fold(name)) for name in own.printed]
        loose = not own.members and all(self._rules.collective.fullmatch(name) for name in names)
        return above if within or loose else own

    def level(self, addressees: Addressees, hint: str | None) -> str:
        """National, multi-agency or single agency: national bodies decide, then the heading, then who must act."""
        rules, bodies = self._rules, [self._bodies[i] for i in addressees.members]
        printed = [fold(name) for name in addressees.printed]
        names = [*printed, *(fold(body.name) for body in bodies)]
        if any(b.agency_type == "national_body" for b in bodies) or any(rules.national.fullmatch(n) for n in names):
            return "national"
        if hint:
            return hint
        joint = len(names) > 1 or any(b.agency_type in rules.multi_agency_types for b in bodies)
        return "multi_agency" if joint or any(rules.multi_agency.search(n) for n in printed) else "single_agency"

    def _subject(self, words: str) -> tuple[int, int]:
        """Where the subject of the asking verb stands; an empty stretch where an action opens the words."""
        plain = lower_in_place(words)
        start = 0
        performed = self._rules.performative.search(plain, 0, SUBJECT_LENGTH)
        if performed:
            start = performed.end()
            start += len(plain[start:]) - len(plain[start:].lstrip(" :,"))
        elif plain.startswith("that "):
            performed, start = re.match("that ", plain), 5
        elif self._rules.imperatives.match(plain.lstrip(" \"'(*")):
            return 0, 0
        verb = self._rules.verbs.search(plain, start, start + SUBJECT_LENGTH)
        if verb is None:
            return (start, min(len(words), start + 60)) if performed else (start, start)
        return start, verb.start()

    def _is_subject(self, name: str) -> bool:
        plain = re.sub(r"^\W+|\W+$", "", fold(name))
        if self._rules.level_of_heading(plain) and not self._names_body(name):
            return True
        return bool(self._rules.subjects.fullmatch(plain))

    def _names_body(self, name: str) -> bool:
        return any(i in self._bodies for m in self._cast.mentions(name) for i in m.members)

    def _is_body(self, part: str) -> bool:
        plain = re.sub(r"^the ", "", fold(part))
        if not plain or len(plain) > 90 or self._rules.imperatives.match(plain):
            return False
        if self._rules.collective.fullmatch(plain):
            return True
        bare = re.sub(r"^(the|The|both)\s+", "", part.strip())
        named = bool(self._rules.bodies.search(plain)) or bool(re.fullmatch(r"[A-Z][A-Z&]{1,7}s?", bare))
        return named and bare[:1].isupper()


def _parts(words: str) -> list[tuple[int, int]]:
    """The whole, where it is short enough for one name, and what commas and conjunctions part."""
    out, at = [], 0
    for joint in [*JOINT.finditer(words), None]:
        end = joint.start() if joint else len(words)
        part = words[at:end]
        if part.strip():
            left = len(part) - len(part.lstrip())
            out.append((at + left, at + len(part.rstrip())))
        at = joint.end() if joint else end
    return out
