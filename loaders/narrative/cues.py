"""Open cues: words of sharing near an agency that became neither an event nor a negated or hypothetical statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.events import SentenceReading
from dhr_graph.loaders.narrative.frames.slots import actor, acts_for_agency
from dhr_graph.loaders.narrative.scene import Scene

UNDERSTOOD = frozenset({"referral", "information_share", "missed", "signposting", "disclosure", "care_plan"})


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue of sharing that was not understood; offsets are those of the parsed text."""

    agency: str | None
    cue: str
    start: int
    end: int


def open_cues(reading: SentenceReading, scene: Scene) -> Iterator[FoundCue]:
    """The cues of a sentence that no frame took, where an agency could be the one that shares."""
    if any(c.type in UNDERSTOOD for c in reading.candidates):
        return
    for clause, status in reading.statuses:
        if status is not Status.HAPPENED:
            continue
        cue = _cue(clause, scene)
        if cue is None or not _could_share(clause, scene):
            continue
        agency, _ = actor(clause, scene)
        if agency is not None:
            yield FoundCue(agency, cue, reading.sentence.start_char, reading.sentence.end_char)
            return


def _cue(clause: Clause, scene: Scene) -> str | None:
    """The word of sharing in a clause that names another body after it."""
    bodies = scene.mentioned(clause.tokens, "agency", "forum", "kind")
    if not any(clause.passive or m.start > clause.head.idx for m in bodies):
        return None
    if scene.words("cue_verbs") & {clause.head.lemma_.lower(), clause.lemma}:
        return clause.lemma
    lemmas = (token.lemma_.lower() for token in clause.tokens)
    return next((lemma for lemma in lemmas if lemma in scene.words("cue_nouns")), None)


def _could_share(clause: Clause, scene: Scene) -> bool:
    return acts_for_agency(clause, scene) or all(p.kind == "thing" for p in scene.parties(clause.subjects))
