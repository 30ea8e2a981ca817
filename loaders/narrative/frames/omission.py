"""Frame of omission: the text says that something was not done that could or should have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dhr_graph.loaders.narrative.assertion import Status
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.frames.blameless import is_nobodys_fault
from dhr_graph.loaders.narrative.frames.culprits import culprits, doers
from dhr_graph.loaders.narrative.frames.missed_kinds import kind_missed, kind_of
from dhr_graph.loaders.narrative.frames.recipients import recipients
from dhr_graph.loaders.narrative.frames.silence import silent_letter
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.scene import Scene

TOWARDS = frozenset({"to", "with", "into", "by"})
REACHING = TOWARDS - {"by"}


def omission(clause: Clause, scene: Scene, status: Status) -> Iterator[Candidate]:
    """As in "The GP did not tell CSC", "no referral was made", "should have been referred"."""
    letters = list(silent_letter(clause, scene))
    if letters:
        yield from letters
        return
    text = " ".join(t.text for t in clause.tokens)
    if not _could_be_omitted(clause, scene, status, text):
        return
    if clause.passive and _was_left_uninformed(clause, scene):
        return
    for who, basis in culprits(clause, scene):
        if (
            who is not None
            and basis != "sentence"
            and (_is_left_out(who, clause, scene) or _is_who_had_none(who, clause, scene))
        ):
            who, basis = None, "unnamed"
        if who is None and basis == "none" and not _may_be_unowned(clause, text, scene):
            return
        rule = "missed.should_have" if status is Status.SHOULD_HAVE else "missed.not_done"
        target = _target(clause, scene, who)
        kind = "share" if is_kept_inside(clause, scene) else kind_missed(clause, who, scene)
        yield Candidate("missed", rule, clause, who, basis, target, missed_kind=kind)


def _may_be_unowned(clause: Clause, text: str, scene: Scene) -> bool:
    """Whether what nobody is named for is still an agency's to do, and not that a door was not locked."""
    if scene.pattern("agencies_at_large").search(text):
        return True
    of_agencies = clause.head.lemma_.lower() in scene.words("dealing_with") | scene.words("deliberating")
    return clause.passive and (of_agencies or kind_missed(clause, None, scene) != "other")


def came_to_nothing(clause: Clause, status: Status, scene: Scene) -> bool:
    """As in "Considered a referral but took the view ...", "meant to ring but went on leave", "kept it to itself"."""
    lemma = clause.head.lemma_.lower()
    rest = clause.sentence.text[clause.head.idx - clause.sentence.start_char :]
    if status is Status.HAPPENED and is_kept_inside(clause, scene):
        return True
    turned = scene.pattern("came_to_nothing").search(rest) is not None
    if status is Status.MEANT:
        above = clause.parent
        return turned and above is not None and above.head.lemma_.lower() in scene.words("intending")
    if status is not Status.HAPPENED:
        return False
    if lemma == "leave" and clause.passive and scene.pattern("left_undone").match(rest):
        reportable = scene.words("parts_of_papers") | scene.words("things_told") | scene.words("violent_nouns")
        left_out = any(s.lemma_.lower() in reportable for s in clause.subjects)
        return left_out and not any(p.kind == "person" for p in scene.parties(clause.agents))
    if lemma == "decide" and scene.pattern("decided_against").match(rest):
        return scene.pattern("blameless_told").search(clause.sentence.text) is None
    steps = {t.lemma_.lower() for t in (*clause.subjects, *clause.objects)} & scene.words("steps_considered")
    return turned and bool(steps) and lemma in scene.words("deliberating")


def is_kept_inside(clause: Clause, scene: Scene) -> bool:
    """Whether an agency kept what it was told to itself, and nothing says that this was right or did not last."""
    if clause.head.lemma_ != "keep" or clause.passive or not any(p.is_agency for p in scene.parties(clause.subjects)):
        return False
    holders = {clause.head.i, *(c.i for c in clause.head.children if c.dep_ == "ccomp")}
    to = (t for t in clause.head.subtree if t.lower_ == "to" and t.dep_ == "prep" and t.head.i in holders)
    alone = (t for prep in to for t in prep.children if t.lower_.endswith(("self", "selves")))
    inside = any(not any(c.dep_ == "conj" for c in t.children) for t in alone)
    told = any(o.lemma_.lower() in scene.words("things_told") for o in clause.objects)
    told |= any(c.dep_ == "ccomp" and any(t.lower_ == "what" for t in c.subtree) for c in clause.head.children)
    turned = any(t.lower_ in {"but", "until"} for t in clause.sentence if t.i > clause.head.i)
    return inside and told and not turned and scene.pattern("blameless_told").search(clause.sentence.text) is None


def _could_be_omitted(clause: Clause, scene: Scene, status: Status, text: str) -> bool:
    """Whether what is denied is a deed that an agency could have done."""
    lemma = clause.head.lemma_.lower()
    whose = scene.parties(doers(clause, scene))
    if not clause.passive and any(p.kind == "person" for p in whose):
        return False
    if _only_denies_content(clause, scene):
        return False
    if _is_answer(clause, scene) or misses_chance(clause, scene) or _is_kept_from_perpetrator(clause, scene):
        return False
    if status is Status.SHOULD_HAVE and scene.pattern("done_after_all").search(clause.sentence.text):
        return False
    if status is Status.NOT_DONE and is_nobodys_fault(clause, scene):
        return False
    if scene.pattern("no_concerns").search(text) or _is_of_others(clause, status, scene):
        return False
    blameless = scene.pattern("no_fault").search(text) and not scene.pattern("sharing").search(text)
    if status is Status.NOT_DONE and blameless:
        return False
    if lemma in scene.words("states_of_mind") or (lemma == "have" and not scene.pattern("not_had").search(text)):
        return False
    if _is_of_a_thing(clause, scene) or _tells_reason(clause):
        return False
    if status is Status.SHOULD_HAVE and _is_of_agencies_at_large(clause, scene):
        return False
    if _is_left_at_that(clause, status, whose):
        return True
    if clause.head.pos_ == "VERB" and lemma != "be" and not _tells_absence(clause, scene):
        return True
    if clause.head.pos_ not in {"VERB", "AUX"}:
        return _is_lacking(text, scene) or kind_of(text, scene.lexicon) != "other"
    return _is_lacking(text, scene) and not _has_content(clause)


def misses_chance(clause: Clause, scene: Scene) -> bool:
    """Whether a clause only says that a chance was missed, or somebody failed: in what, is told below it."""
    words = scene.lexicon.assertion
    if clause.head.lemma_.lower() in words["failing"] and any(c.dep_ == "xcomp" for c in clause.head.children):
        return True
    lost = clause.subjects if clause.passive else clause.objects
    return clause.head.lemma_.lower() in words["losing"] and any(t.lemma_.lower() in words["chances"] for t in lost)


def _is_left_at_that(clause: Clause, status: Status, whose: Sequence[Party]) -> bool:
    """Whether the sentence says no more of an agency than that "it did not", of what was told to be its to do."""
    alone = clause.parent is None and clause.head.lemma_ == "do" and not clause.objects
    return alone and status is Status.NOT_DONE and any(p.is_agency for p in whose)


def _is_answer(clause: Clause, scene: Scene) -> bool:
    """Whether it is what somebody said ("was told that there was none"), which is after the saying."""
    above = clause.parent
    said = (
        clause.relation == "ccomp" and above is not None and above.head.lemma_.lower() in scene.words("giving_answer")
    )
    return said and above is not None and above.head.i < clause.head.i


def _is_of_others(clause: Clause, status: Status, scene: Scene) -> bool:
    """Whether what was not done is a receiver's, or a person's who did not answer ("it did not arrive")."""
    lemma = clause.head.lemma_.lower()
    if status is Status.NOT_DONE and lemma in {"receive", "arrive"}:
        return not _was_owed(clause, scene)
    if status is Status.NOT_DONE and clause.passive and clause.lemma in scene.words("taking_up_messages"):
        return not clause.agents and any(s.lemma_.lower() in scene.words("word_left") for s in clause.subjects)
    if status is Status.NOT_DONE and lemma == "reach" and any(p.is_agency for p in scene.parties(clause.objects)):
        return True
    whose = scene.parties(clause.agents if clause.passive else clause.subjects)
    return lemma in scene.words("answering") and any(p.basis == "pronoun" and p.token.lower_ != "it" for p in whose)


def _was_owed(clause: Clause, scene: Scene) -> bool:
    """Whether in an agency's section another is said to have had no answer: then that section's agency gave none."""
    receivers = [p.member for p in scene.parties(clause.subjects) if p.is_agency]
    answers = any(o.lemma_.lower() in scene.words("answers") for o in clause.objects)
    return answers and scene.agency is not None and bool(receivers) and scene.agency not in receivers


def _is_of_a_thing(clause: Clause, scene: Scene) -> bool:
    """Whether a thing did not do it, and nobody is meant to have ("the wound did not heal")."""
    whose = scene.parties(doers(clause, scene))
    if (
        clause.passive
        or not whose
        or clause.head.pos_ != "VERB"
        or clause.head.lemma_.lower() in scene.words("showing")
    ):
        return False
    nobody = any(p.token.lower_ in {"none", "nobody", "nothing", "no", "one"} for p in whose)
    return not nobody and all(p.kind == "thing" for p in whose)


def _tells_reason(clause: Clause) -> bool:
    return clause.relation == "relcl" and any(s.lemma_.lower() in {"reason", "cause"} for s in clause.subjects)


def _is_of_agencies_at_large(clause: Clause, scene: Scene) -> bool:
    general = [s for s in clause.subjects if s.lemma_.lower() in scene.words("at_large")]
    return not clause.passive and any(scene.party(s).member is None for s in general)


def _is_lacking(text: str, scene: Scene) -> bool:
    """Whether it denies a thing that somebody does ("there was no referral", "there is no record that")."""
    return scene.pattern("lacking").search(text) is not None


def _tells_absence(clause: Clause, scene: Scene) -> bool:
    """Whether not the deed is denied but a thing is said to be absent ("the absence of a referral was noted")."""
    absence = scene.lexicon.assertion["absence"]
    return any(t.lemma_.lower() in absence for t in (*clause.subjects, *clause.objects))


def _only_denies_content(clause: Clause, scene: Scene) -> bool:
    """Whether it only says of an agency's deed below that it "is not recorded": what was not done is told there."""
    by_it = clause.passive and not clause.agents and all(s.lower_ == "it" for s in clause.subjects)
    below = (c for c in clause.head.children if c.dep_ in {"ccomp", "csubjpass"})
    did = (t for verb in below for t in verb.children if t.dep_ in SUBJECTS)
    return by_it and any(party.member is not None for party in scene.parties(did) if party.is_agency)


def _has_content(clause: Clause) -> bool:
    """Whether what is not there is told by a clause below ("no record that it was passed on")."""
    below = (child for noun in clause.objects for child in noun.children)
    return any(c.dep_ in {"acl", "ccomp", "relcl"} and c.pos_ in {"VERB", "AUX"} for c in below)


def _target(clause: Clause, scene: Scene, who: str | None) -> str | None:
    """The agency that was not told or referred to."""
    if clause.passive:
        first = next((p.member for p in scene.parties(clause.subjects) if p.is_agency), None)
        if first is not None:
            return first if first != who else None
    told = (m.member for m in recipients(clause, scene, TOWARDS, direct=True))
    return next((member for member in told if member != who), None)


def _is_left_out(who: str, clause: Clause, scene: Scene) -> bool:
    """Whether the one who would be blamed is the one who was not told ("... TVHA. It was not told")."""
    sent_out = any(c.lower_ == "no" for s in clause.subjects for c in s.children)
    told = scene.parties(clause.subjects if clause.passive else clause.objects)
    others = any(p.is_agency and p.member not in {None, who} for p in told)
    return not sent_out and not others and any(who in party.members for party in told)


def _is_who_had_none(who: str, clause: Clause, scene: Scene) -> bool:
    """Whether the one who would be blamed is whom it did not reach ("was not shared with the surgery" in its part)."""
    reached = {m.member for m in recipients(clause, scene, REACHING) if not m.professional}
    led = {t.lemma_.lower() for t in clause.head.subtree if t.dep_ == "pobj" and t.head.lower_ in REACHING}
    return reached == {who} and not led & (scene.words("kinds_of_team") | scene.words("departments"))


def _is_kept_from_perpetrator(clause: Clause, scene: Scene) -> bool:
    """Whether what was not passed on was kept from the perpetrator, which is nobody's failure."""
    led = scene.parties(t for t in clause.preposition(*REACHING) if t.head.head.i == clause.head.i)
    told = {member for p in led if p.kind == "person" for member in p.members}
    plain = all(p.kind == "person" and p.basis != "pronoun" for p in led)
    kept = clause.passive and clause.head.lemma_.lower() in scene.words("done_to_words")
    return kept and plain and bool(told) and told <= set(scene.cast.perpetrators)


def _was_left_uninformed(clause: Clause, scene: Scene) -> bool:
    """Whether the agency whose section it is was the one not told: then it is not at fault."""
    if clause.head.lemma_.lower() not in scene.words("leaving_uninformed"):
        return False
    told = scene.parties(clause.subjects)
    if any(p.is_agency and p.member not in {None, scene.agency} for p in told):
        return False
    if any(p.is_agency and p.member is not None and p.member == scene.agency for p in told):
        return True
    staff = any(s.lower_ in {"they", "he", "she", "it", "staff"} for s in clause.subjects)
    return staff and not any(p.kind == "person" and p.members for p in told)
