"""Frame of notes: telegraphic entries, read by surface rules where grammar finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import PASSING, Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.missed_kinds import kind_of
from dhr_graph.loaders.narrative.frames.slots import setting
from dhr_graph.loaders.narrative.frames.telling_words import word_forms
from dhr_graph.loaders.narrative.parse import Sentence
from dhr_graph.loaders.narrative.rule_entries import NoteRule
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.settling import UNTOLD

BREAK = re.compile(r"[,;.]|\b(?:but|and|so|then)\b")
DENIED = re.compile(r"\W*(?:no|not|nil)\b", re.IGNORECASE)


def read_notes(
    sentence: Sentence, clause: Clause, scene: Scene, found: Sequence[Candidate], *, blameless: bool = False
) -> Iterator[Candidate]:
    """What the surface of a sentence tells beyond what grammar read in it; a denial tells only of an omission.

    `blameless` says that what grammar found denied in it is nobody's fault, so that it tells of no omission either.
    """
    types = {kind for c in found if c.type != "contact" for kind in _with_like(c.type)}
    if any(c.missed_kind in UNTOLD for c in found):
        types |= PASSING
    who, basis = setting(scene)
    for rule in scene.lexicon.notes:
        match = rule.pattern.search(sentence.text) if rule.type not in types else None
        if match is None or not _is_told(rule, sentence, scene) or (blameless and rule.type == "missed"):
            continue
        if rule.type in PASSING and went_nowhere(sentence.text, match.span(), scene):
            continue
        named = _others(sentence, match, scene, who)
        if rule.recipient == "needed" and not named:
            continue
        yield Candidate(
            rule.type,
            rule.id,
            clause,
            who,
            basis,
            named[0].member if named and rule.recipient != "no" else None,
            level=_level(match.group(), scene) if rule.type == "risk_assessment" else None,
            missed_kind=kind_of(sentence.text, scene.lexicon) if rule.type == "missed" else None,
        )
        if rule.type == "missed":
            return
        types |= _with_like(rule.type)


def went_nowhere(text: str, span: tuple[int, int], scene: Scene) -> bool:
    """Whether what is told beside a referral, with no comma between, says that it was not made, or was turned down."""
    before, after = text[: span[0]], text[span[1] :]
    denials = scene.pattern("not_passed")
    if any(BREAK.search(before, m.end()) is None for m in denials.finditer(before)):
        return True
    return any(BREAK.search(after, 0, m.start()) is None for m in denials.finditer(after))


def _with_like(kind: str) -> frozenset[str]:
    """The type, or both types of passing on: one sentence tells only one of them."""
    return PASSING if kind in PASSING else frozenset({kind})


def _is_told(rule: NoteRule, sentence: Sentence, scene: Scene) -> bool:
    if rule.type == "missed":
        return True
    if DENIED.match(sentence.text):
        return False
    if rule.type != "disclosure":
        return True
    grave = word_forms(list(sentence)) & (scene.words("outright") | scene.words("violent"))
    return bool(grave) and not scene.pattern("denial").search(sentence.text)


def _others(sentence: Sentence, match: re.Match[str], scene: Scene, who: str | None) -> list[Mention]:
    """The agencies and forums named from the match on, other than the one whose entry it is."""
    begins = sentence.start_char + match.start()
    return [
        m
        for m in scene.mentions
        if m.kind in {"agency", "forum"} and m.member not in {None, who} and begins <= m.start < sentence.end_char
    ]


def _level(words: str, scene: Scene) -> str | None:
    levels = scene.lexicon.levels
    found = [levels[word] for word in levels if re.search(rf"\b{word}\b", words, re.IGNORECASE)]
    return found[-1] if found else ("other" if "ticks" in words else None)
