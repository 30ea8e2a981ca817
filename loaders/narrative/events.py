"""Events: reads the clauses of each sentence by the frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dhr_graph.loaders.narrative.assertion import TELLS_OMISSION, Assertion, Status
from dhr_graph.loaders.narrative.beliefs import is_only_believed
from dhr_graph.loaders.narrative.candidate import PASSING, SILENT, Candidate
from dhr_graph.loaders.narrative.clauses import Clause, clauses
from dhr_graph.loaders.narrative.frames import (
    arrivals,
    assessment,
    callouts,
    care,
    dealing,
    disclosure,
    documents,
    informing,
    justice,
    learning,
    notes,
    omission,
    on_file,
    prompting,
    receiving,
    referral,
    sending,
    signposting,
    silence,
    told_here,
    turns,
    violence,
    witness,
)
from dhr_graph.loaders.narrative.frames.blameless import is_nobodys_fault, is_out_of_reach
from dhr_graph.loaders.narrative.frames.slots import agency_type_of
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Sentence
from dhr_graph.loaders.narrative.review_talk import is_of_the_review
from dhr_graph.loaders.narrative.scene import Scene

Frame = Callable[[Clause, Scene], Iterator[Candidate]]
STEPS: tuple[Frame, ...] = (
    silence.silent_letter,
    referral.refer,
    arrivals.arrive,
    informing.told_in_notes,
    documents.document,
    signposting.direct,
    told_here.told_here,
    on_file.on_file,
    informing.tell,
    receiving.receive,
    care.heard,
    sending.send,
    turns.turn,
    assessment.grade,
    care.care,
    violence.breach,
    justice.justice,
    justice.justice_noun,
)
HISTORY: tuple[Frame, ...] = (
    disclosure.disclosure_noun,
    callouts.summons,
    disclosure.disclose,
    learning.learn,
    witness.witness,
    violence.violence,
    dealing.dealing,
)
CONTENT = frozenset({"ccomp", "xcomp", "pcomp"})
ACTION_WITHIN = 40
FEWEST_WORDS = 2
"""A single word of running text ("Bail.") is a heading that runs into its paragraph."""


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one sentence was read as, and what each clause asserts."""

    sentence: Sentence
    candidates: tuple[Candidate, ...]
    statuses: tuple[tuple[Clause, Status], ...]


def goes_on_of_the_review(reading: SentenceReading, scene: Scene, before: bool) -> bool:
    """Whether a sentence tells of the review's own doings, or goes on from one that does and is about no person."""
    if not reading.statuses:
        return before
    main = next((c for c, _ in reading.statuses if c.parent is None), reading.statuses[0][0])
    if is_of_the_review(main, scene):
        return True
    return before and not any(p.kind == "person" and p.members for p in scene.parties((*main.subjects, *main.objects)))


def read_sentence(sentence: Sentence, scene: Scene, assertion: Assertion) -> SentenceReading:
    """The candidates of a sentence, each clause read once, by the first frame that fits."""
    parts = clauses(sentence, scene.words("active_alone") if scene.notes else None, scene.words("views"))
    statuses = tuple((clause, assertion.status(clause, notes=_tells_in_present(clause, scene))) for clause in parts)
    found: list[Candidate] = []
    heads_only = not scene.notes and sum(t.is_alpha for t in sentence) < FEWEST_WORDS
    for clause, status in statuses if not heads_only else ():
        if not is_of_the_review(clause, scene) and not _is_content(clause, scene, found):
            found.extend(_read(clause, status, scene))
            found.extend(_prompted(clause, status, scene, found))
    if scene.notes and parts and not is_of_the_review(parts[0], scene):
        blameless = any(s is Status.NOT_DONE and is_nobodys_fault(clause, scene) for clause, s in statuses)
        found.extend(notes.read_notes(sentence, parts[0], scene, found, blameless=blameless))
    return SentenceReading(sentence, tuple(_with_force(_each_once(found), scene)), statuses)


def _each_once(found: Sequence[Candidate]) -> list[Candidate]:
    """Without what a letter is said to hold, where the sentence tells besides that it was sent between the same two."""
    sent = {(c.agency, c.recipient) for c in found if c.type in PASSING and c.rule != SILENT}
    return [c for c in found if c.rule != SILENT or (c.agency, c.recipient) not in sent]


def _tells_in_present(clause: Clause, scene: Scene) -> bool:
    """Whether the present tense may tell history: in notes, and under a day, but not of habit or of policy."""
    if scene.notes or not scene.dated:
        return scene.notes
    above = [clause]
    while above[-1].parent is not None:
        above.append(above[-1].parent)
    of_policy = any(s.lemma_.lower() in scene.words("policy") for part in above for s in part.subjects)
    usual = scene.words("habitual") | scene.words("of_policy")
    return not of_policy and not any(t.lower_ in usual for t in clause.tokens)


def _with_force(found: Sequence[Candidate], scene: Scene) -> Iterator[Candidate]:
    """An incident is that of the force which arrested in the same sentence the one who did it."""
    steps = [c for c in found if c.rule == "justice.verb" and c.basis == "sentence"]
    for candidate in found:
        unowned = candidate.type == "incident" and candidate.agency is None
        force = next((c.agency for c in steps if _is_for(c, candidate, scene)), None) if unowned else None
        yield replace(candidate, agency=force, basis="sentence") if force is not None else candidate


def _is_for(step: Candidate, incident: Candidate, scene: Scene) -> bool:
    taken = step.clause.subjects if step.clause.passive else step.clause.objects
    did = incident.clause.agents if incident.clause.passive else incident.clause.subjects
    suspects = {member for party in scene.parties(taken) for member in party.members}
    doers = {member for party in scene.parties(did) for member in party.members}
    return agency_type_of(step.agency, scene) == "police" and bool(suspects & doers)


def _read(clause: Clause, status: Status, scene: Scene) -> Iterator[Candidate]:
    if status is Status.NOT_DONE and _takes_no_action(clause, scene):
        yield from list(justice.justice_noun(clause, scene)) or list(dealing.dealing(clause, scene))
    elif status is Status.NOT_DONE and is_out_of_reach(clause, scene):
        yield from dealing.dealing(clause, scene)
    elif status in TELLS_OMISSION:
        yield from omission.omission(clause, scene, status)
    elif omission.came_to_nothing(clause, status, scene):
        yield from omission.omission(clause, scene, Status.CONSIDERED)
    elif status is Status.GENERAL:
        yield from on_file.on_file(clause, scene)
    elif status is Status.HAPPENED and not omission.misses_chance(clause, scene):
        believed = is_only_believed(clause, scene)
        yield from (c for c in _by_first_frame(clause, scene) if not (believed and c.type in PASSING))


def _prompted(clause: Clause, status: Status, scene: Scene, found: Sequence[Candidate]) -> list[Candidate]:
    """What one agency told another, beside what the other did upon it, if the sentence has not told it by itself."""
    if is_only_believed(clause, scene):
        return []
    ends = {(c.agency, c.recipient) for c in found if c.type in PASSING}
    return [c for c in prompting.prompt(clause, status, scene) if (c.agency, c.recipient) not in ends]


def _by_first_frame(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    for frame in (*STEPS, *HISTORY):
        read = list(frame(clause, scene))
        if read:
            yield from read
            yield from _beside(clause, scene, read[0].type)
            return


def _beside(clause: Clause, scene: Scene, kind: str) -> Iterator[Candidate]:
    """A graded risk and a justice step may stand in one clause."""
    others: tuple[Frame, ...] = ()
    if kind == "risk_assessment":
        others = (justice.justice, justice.justice_noun)
    elif kind == "justice":
        others = (assessment.grade,)
    for frame in others:
        yield from frame(clause, scene)


def _takes_no_action(clause: Clause, scene: Scene) -> bool:
    """Whether no further action was taken, or no evidence offered: that closes a case, it is a step and no omission."""
    if scene.pattern("no_evidence_offered").search(" ".join(t.text for t in clause.tokens)):
        return True
    wording = scene.pattern("no_further_action")
    start = clause.sentence.start_char
    if not wording.search(clause.sentence.text[: clause.head.idx + ACTION_WITHIN - start]):
        return False
    return any(wording.search(" ".join(t.text for t in noun.subtree)) for noun in (*clause.subjects, *clause.objects))


def _is_content(clause: Clause, scene: Scene, found: Sequence[Candidate]) -> bool:
    """Whether a clause is only what somebody said: the saying is the event."""
    part = clause
    while part.parent is not None:
        above = part.parent
        read_above = [c for c in found if c.clause.head.i == above.head.i]
        passed_on = any(c.type in PASSING for c in read_above)
        if passed_on and (part.relation == "ccomp" or _is_led_by_that(part)) and not _is_adverbial(part):
            return True
        denied = above.head.lemma_.lower() in scene.words("denying")
        if denied and (part.relation in CONTENT or _is_led_by_that(part)):
            return True
        disclosed = any(c.type == "disclosure" for c in read_above)
        if disclosed and part.relation in CONTENT | {"relcl", "acl"} and not _is_adverbial(part):
            return True
        called = any(c.type == "incident" for c in read_above)
        said = part.relation in {"xcomp", "advcl"} and part.head.lemma_.lower() in scene.words("speaking")
        if called and (said or (part.relation in CONTENT and above.head.lemma_.lower() in scene.words("perceiving"))):
            return True
        if part.relation in CONTENT and above.head.lemma_.lower() in scene.words("reporting") | scene.words("speaking"):
            speakers = scene.parties(above.agents if above.passive else above.subjects)
            if read_above or (any(p.kind == "person" for p in speakers) and not _is_told_to_review(above, scene)):
                return True
        part = above
    return False


def _is_told_to_review(clause: Clause, scene: Scene) -> bool:
    """Whether somebody told it to the review after the death: then it is a source of the history."""
    told = (*clause.objects, *clause.preposition("to"))
    return any(t.lemma_.lower() in scene.words("inquiries") for t in told)


def _is_led_by_that(clause: Clause) -> bool:
    """Whether it says what was told, though the parser hung it on the one who was ("told the nurse that ...")."""
    first = next(iter(clause.head.subtree))
    return clause.relation in {"acl", "relcl"} and first.lower_ == "that" and first.dep_ not in SUBJECTS


def _is_adverbial(clause: Clause) -> bool:
    """Whether a clause says when or where, though the parser took it for content."""
    before = [t for t in clause.tokens if t.i < clause.head.i]
    return any(t.tag_ == "WRB" and t.lower_ in {"when", "while", "where"} for t in before)
