"""Events: reads the clauses of each sentence by the frames, and settles what one sentence tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from dhr_graph.loaders.narrative.assertion import TELLS_OMISSION, Assertion, Status
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause, clauses
from dhr_graph.loaders.narrative.frames import (
    assessment,
    dealing,
    disclosure,
    formal,
    notes,
    omission,
    sharing,
    signposting,
    violence,
)
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.model.dates import DateSpan

Frame = Callable[[Clause, Scene], Iterator[Candidate]]
FIRST: tuple[Frame, ...] = (
    omission.silent_letter,
    sharing.refer,
    sharing.told_in_notes,
    sharing.document,
    signposting.direct,
    sharing.tell,
    sharing.receive,
    formal.heard,
    sharing.send,
    assessment.grade,
    formal.care,
    formal.justice,
    formal.justice_noun,
)
THEN: tuple[Frame, ...] = (
    disclosure.disclosure_noun,
    violence.summons,
    disclosure.disclose,
    violence.violence,
    dealing.dealing,
)
REPORTING = frozenset(
    {
        "say",
        "tell",
        "disclose",
        "report",
        "state",
        "describe",
        "allege",
        "complain",
        "explain",
        "reveal",
        "admit",
        "claim",
        "add",
        "confide",
        "write",
        "think",
        "believe",
        "fear",
        "worry",
        "feel",
        "hope",
        "know",
        "mention",
        "ask",
    }
)
TRANSFERRED = frozenset({"information_share", "referral"})
SWALLOWED = frozenset({"contact"})
GRAVE = frozenset({"incident", "disclosure"})
SWALLOWING = GRAVE | {"information_share", "referral", "signposting", "risk_assessment"}
BUT = re.compile(r"\bbut\b(?! no\b)|\bthough\b|\bdecided against\b")
NO_FURTHER_ACTION = re.compile(r"\bno further (?:police )?action\b|\bNFA\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one sentence was read as, and what each clause asserts."""

    sentence: Sentence
    candidates: tuple[Candidate, ...]
    statuses: tuple[tuple[Clause, Status], ...]


def read_sentence(sentence: Sentence, scene: Scene, assertion: Assertion) -> SentenceReading:
    """The candidates of a sentence, each clause read once, by the first frame that fits."""
    statuses = tuple((c, assertion.status(c, notes=scene.notes)) for c in clauses(sentence, notes=scene.notes))
    found: list[Candidate] = []
    for clause, status in statuses:
        if _of_the_review(clause, scene) or _is_content(clause, scene, found):
            continue
        found.extend(_read(clause, status, scene))
    if scene.notes and statuses and not _of_the_review(statuses[0][0], scene):
        found.extend(notes.read_notes(sentence, statuses[0][0], scene, found))
    return SentenceReading(sentence, tuple(found), statuses)


def _read(clause: Clause, status: Status, scene: Scene) -> Iterator[Candidate]:
    if status in TELLS_OMISSION:
        if (
            NO_FURTHER_ACTION.search(clause.sentence.text[: clause.head.idx + 40 - clause.sentence.start_char])
            and status is Status.NOT_DONE
            and _is_about_action(clause)
        ):
            yield from list(formal.justice_noun(clause, scene)) or list(dealing.dealing(clause, scene))
            return
        yield from omission.omission(clause, scene, status)
        return
    if status in {Status.HAPPENED, Status.MEANT} and _came_to_nothing(clause, status, scene):
        yield from omission.omission(clause, scene, Status.CONSIDERED)
        return
    if status is not Status.HAPPENED:
        return
    for group in (FIRST, THEN):
        for frame in group:
            read = list(frame(clause, scene))
            if read:
                yield from read
                if group is FIRST and read[0].type in {"risk_assessment", "justice"}:
                    yield from _beside(clause, scene, read[0].type)
                return


def _came_to_nothing(clause: Clause, status: Status, scene: Scene) -> bool:
    """ "Considered a referral but took the view ...", "meant to ring but went on leave", "decided against it"."""
    lemma = clause.head.lemma_.lower()
    rest = clause.sentence.text[clause.head.idx - clause.sentence.start_char :]
    if status is Status.MEANT:
        above = clause.parent
        return above is not None and above.head.lemma_.lower() in {"mean", "intend"} and BUT.search(rest) is not None
    if lemma == "decide" and re.match(r"decid\w+ (?:against|not)\b", rest):
        return True
    nouns = {t.lemma_.lower() for t in (*clause.subjects, *clause.objects)}
    return (
        lemma in {"consider", "discuss", "contemplate"}
        and bool(nouns & {"referral", "disclosure", "application", "report", "recall", "concern"})
        and BUT.search(rest) is not None
    )


def _is_about_action(clause: Clause) -> bool:
    return any(
        NO_FURTHER_ACTION.search(" ".join(t.text for t in noun.subtree)) for noun in (*clause.subjects, *clause.objects)
    )


def _beside(clause: Clause, scene: Scene, kind: str) -> Iterator[Candidate]:
    """A graded risk and a justice step may stand in one clause."""
    others: tuple[Frame, ...] = (
        (formal.justice, formal.justice_noun) if kind == "risk_assessment" else (assessment.grade,)
    )
    for frame in others:
        yield from frame(clause, scene)


def _of_the_review(clause: Clause, scene: Scene) -> bool:
    """Whether a clause tells of the review itself: its panel, reports, authors and meetings."""
    sets = scene.lexicon.sets
    nouns = [*clause.subjects, *clause.agents]
    if any(n.lemma_.lower() in sets["process"] and not scene.mention_at(n) and not _is_kind_of(n) for n in nouns):
        return True
    if any(n.lemma_.lower() in sets["policy"] and not scene.mention_at(n) for n in clause.subjects):
        return True
    own = " ".join(t.text for t in clause.tokens).lower()
    if any(phrase in own for phrase in sets["elsewhere"]):
        return True
    if clause.relation in {"ccomp", "relcl", "advcl"}:
        return False
    inherits = (
        clause.relation == "conj"
        and clause.parent is not None
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.head.children)
    )
    if inherits and clause.parent is not None and _of_the_review(clause.parent, scene):
        return True
    if any(
        t.lemma_.lower() in sets["process_anywhere"] and t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"
        for t in clause.tokens
    ):
        return True
    return any(phrase in own for phrase in sets["process_phrases"])


def _is_kind_of(noun: Token) -> bool:
    """ "The CPA review", "a case review": a review that is part of the history."""
    return noun.lemma_.lower() == "review" and any(c.dep_ in {"compound", "amod", "poss"} for c in noun.children)


def _is_content(clause: Clause, scene: Scene, found: list[Candidate]) -> bool:
    """Whether a clause is only what somebody said: the saying is the event."""
    part: Clause | None = clause
    while part is not None and part.parent is not None:
        above = part.parent
        adverbial = any(
            t.tag_ == "WRB" and t.lower_ in {"when", "while", "where"} for t in part.tokens if t.i < part.head.i
        )
        if (
            part.relation == "ccomp"
            and not adverbial
            and any(c.clause.head.i == above.head.i and c.type in TRANSFERRED for c in found)
        ):
            return True
        if part.relation in {"ccomp", "xcomp", "pcomp"} and above.head.lemma_.lower() in REPORTING:
            if any(c.clause.head.i == above.head.i for c in found):
                return True
            speakers = scene.parties(above.agents if above.passive else above.subjects)
            if any(p.kind == "person" for p in speakers):
                return True
        part = above
    return False


def settle(found: Sequence[tuple[Candidate, DateSpan | None]]) -> Iterator[tuple[Candidate, DateSpan | None]]:
    """One sentence tells a thing once: contacts give way to what is graver, like things of one day are one."""
    seen: set[tuple[object, ...]] = set()
    for candidate, date in found:
        if candidate.type in SWALLOWED and any(
            c.type in SWALLOWING and (c.type in GRAVE or c.agency == candidate.agency) for c, _ in found
        ):
            continue
        if (
            candidate.type == "incident"
            and candidate.agency is None
            and any(c.type == "incident" and c.agency is not None for c, _ in found)
        ):
            continue
        if (
            candidate.type == "risk_assessment"
            and candidate.level is None
            and any(c.type == "risk_assessment" and c.level is not None for c, _ in found)
        ):
            continue
        key = (*_sameness(candidate), date.edtf if date is not None and date.basis != "carried" else None)
        if key in seen:
            continue
        seen.add(key)
        yield candidate, date


def _sameness(candidate: Candidate) -> tuple[object, ...]:
    if candidate.type in {"justice", "incident"}:
        return (candidate.type,)
    if candidate.type in {"contact", "disclosure", "care_plan"}:
        return candidate.type, candidate.agency
    if candidate.type == "missed":
        return candidate.type, candidate.agency
    return candidate.type, candidate.agency, candidate.recipient, candidate.level


def with_agency(candidate: Candidate, agency: str | None, basis: str) -> Candidate:
    """The same reading with its agency filled from elsewhere."""
    return replace(candidate, agency=agency, basis=basis)
