"""Frame of notes: telegraphic entries, read by surface rules where grammar finds nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Span as Sentence

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.assessment import LEVELS
from dhr_graph.loaders.narrative.frames.disclosure import DENIAL
from dhr_graph.loaders.narrative.frames.omission import kind_of
from dhr_graph.loaders.narrative.frames.slots import member_of, setting
from dhr_graph.loaders.narrative.scene import Scene

TRANSFERS = frozenset({"referral", "information_share"})
EVERYDAY = frozenset({"contact"})


@dataclass(frozen=True, slots=True)
class NoteRule:
    """One surface rule, with two sentences that test it."""

    id: str
    type: str
    pattern: re.Pattern[str]
    recipient: str
    fits: str
    misfits: str


@lru_cache(maxsize=1)
def note_rules() -> tuple[NoteRule, ...]:
    """The rules of `rules/notes.toml`, in their order."""
    text = (resources.files("dhr_graph.loaders.rules") / "notes.toml").read_text(encoding="utf-8")
    return tuple(
        NoteRule(e["id"], e["type"], re.compile(e["pattern"], re.IGNORECASE), e["recipient"], e["fits"], e["not"])
        for e in tomllib.loads(text)["note"]
    )


def read_notes(sentence: Sentence, clause: Clause, scene: Scene, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What the surface of a sentence tells beyond what grammar read in it; a denial tells only of an omission."""
    types = {c.type for c in found if c.type not in EVERYDAY}
    if types & TRANSFERS:
        types |= TRANSFERS
    who, basis = setting(scene)
    for rule in note_rules():
        match = rule.pattern.search(sentence.text)
        if rule.type in types or match is None or not _is_told(rule, sentence, scene):
            continue
        named = _others(sentence, match, scene, who)
        if rule.recipient == "needed" and not named:
            continue
        for mention in named[:1] if rule.recipient != "no" and named else (None,):
            yield Candidate(
                rule.type,
                rule.id,
                clause,
                who,
                basis,
                member_of(mention) if mention is not None else None,
                level=_level(match.group()) if rule.type == "risk_assessment" else None,
                missed_kind=kind_of(sentence.text) if rule.type == "missed" else None,
            )
        types.add(rule.type)
        if rule.type in TRANSFERS:
            types |= TRANSFERS
        if rule.type == "missed":
            return


def _is_told(rule: NoteRule, sentence: Sentence, scene: Scene) -> bool:
    if rule.type == "missed":
        return True
    if re.match(r"\W*(?:no|not|nil)\b", sentence.text, re.IGNORECASE):
        return False
    if rule.type != "disclosure":
        return True
    lemmas = {w for t in sentence for w in (t.lemma_.lower(), t.lower_)}
    grave = lemmas & (scene.lexicon.sets["outright"] | scene.lexicon.sets["violent"])
    return bool(grave) and not DENIAL.search(sentence.text)


def _others(sentence: Sentence, match: re.Match[str], scene: Scene, who: str | None) -> list[Mention]:
    start = sentence.start_char
    return [
        m
        for m in scene.mentions
        if m.kind in {"agency", "forum"}
        and member_of(m) not in {None, who}
        and start + match.start() <= m.start < sentence.end_char
    ]


def _level(words: str) -> str | None:
    found = [LEVELS[w] for w in LEVELS if re.search(rf"\b{w}\b", words, re.IGNORECASE)]
    return found[-1] if found else ("other" if "ticks" in words else None)
