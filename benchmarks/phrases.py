"""Small cases by construction: which events are read in a few sentences, and how many where there are none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import ReviewFacts
from benchmarks.scoring.facts import NOTHING, ScoredEvent, event_of
from benchmarks.scoring.likeness import Pair, f1, likeness, one_line, pairs, share
from benchmarks.scoring.matching import PASSING, same_date

LIKE_AGENCY = 0.6


@dataclass(frozen=True, slots=True)
class PhraseCase:
    """A case: its setting and body are read as one text, the events are those of the body, agencies by name."""

    id: str
    setting: str
    body: str
    events: tuple[ScoredEvent, ...]

    @property
    def text(self) -> str:
        """The text that is read."""
        return f"{self.setting}\n\n{self.body}\n"


def phrase_cases(path: Path) -> list[PhraseCase]:
    """The cases of a file, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines if line.strip()]


def phrase_figures(cases: list[PhraseCase], found: Mapping[str, ReviewFacts]) -> Mapping[str, float | None]:
    """The F1 of events by type and in full, the share with the right risk, and `false`: events a case without any."""
    gold = read = typed = full = risk = 0
    invented: list[int] = []
    for case in cases:
        facts = found.get(case.id, NOTHING)
        names = {agency.id: agency.names for agency in facts.agencies}
        told = [event for event in facts.events if _stands_in(event.quote, case.body)]
        paired = pairs(case.events, told, _closeness(names), 0.5)
        gold, read, typed = gold + len(case.events), read + len(told), typed + len(paired)
        full += sum(_is_right(pair, names) for pair in paired)
        risk += sum(pair.gold.risk == pair.found.risk for pair in paired)
        if not case.events:
            invented.append(len(told))
    return {
        "typed": f1(typed, gold, read),
        "full": f1(full, gold, read),
        "risk": share(risk, typed),
        "false": share(sum(invented), len(invented)),
    }


def _case(line: Mapping[str, Any]) -> PhraseCase:
    return PhraseCase(line["id"], line["setting"], line["body"], tuple(event_of(event) for event in line["events"]))


def _stands_in(quote: str, body: str) -> bool:
    words, whole = one_line(quote).lower(), one_line(body).lower()
    return bool(words) and (words in whole or whole in words)


def _same_agency(gold: str | None, found: str | None, names: Mapping[str, tuple[str, ...]]) -> bool:
    called = names.get(found or "")
    if not gold or not called:
        return not gold and not called
    return max(likeness(gold, name) for name in called) >= LIKE_AGENCY


def _closeness(names: Mapping[str, tuple[str, ...]]) -> Callable[[ScoredEvent, ScoredEvent], float]:
    def closeness(gold: ScoredEvent, found: ScoredEvent) -> float:
        if gold.type != found.type:
            return 0.0
        return (
            1.0
            + same_date(gold.date, found.date)
            + _same_agency(gold.agency, found.agency, names)
            + 0.5 * _same_agency(gold.recipient, found.recipient, names)
        )

    return closeness


def _is_right(pair: Pair[ScoredEvent, ScoredEvent], names: Mapping[str, tuple[str, ...]]) -> bool:
    gold, found = pair.gold, pair.found
    return (
        same_date(gold.date, found.date)
        and _same_agency(gold.agency, found.agency, names)
        and (gold.type not in PASSING or _same_agency(gold.recipient, found.recipient, names))
    )
