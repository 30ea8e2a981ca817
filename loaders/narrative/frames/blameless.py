"""What was not done and is nobody's fault: nothing was found, nobody could be reached, or it was right not to.

A finding ("no bruising"), a door that stayed shut and a word of praise are all told by denials, as omissions are; to
take one for the other would accuse an agency of what the text does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

NO = frozenset({"no", "nil", "any"})
REASON = frozenset({"as", "because", "since", "when"})
RECEIVING = frozenset({"to", "with"})
VERBAL = frozenset({"VERB", "AUX"})
JUDGED = frozenset({"acl", "ccomp", "xcomp"})


def is_nobodys_fault(clause: Clause, scene: Scene) -> bool:
    """Whether a clause that denies something blames nobody for it."""
    if clause.head.lemma_.lower() in scene.words("blameless_choices") | scene.words("blameless_denied"):
        return True
    if scene.pattern("blameless_told").search(clause.sentence.text):
        return True
    return any(test(clause, scene) for test in TESTS)


def is_out_of_reach(clause: Clause, scene: Scene) -> bool:
    """As in "could not reach Hannah", "was unable to contact her", "did not hear from her", "did not find him"."""
    lemma = clause.head.lemma_.lower()
    if any(t.lower_ == "alone" for t in clause.tokens):
        return False
    sought = (*(clause.subjects if clause.passive else clause.objects), *clause.preposition("from", "to", "with"))
    somebody = any(p.kind == "person" for p in scene.parties(sought))
    if lemma in scene.words("searching_for") and (somebody or lemma == "find"):
        return not scene.parties(clause.agents)
    if any(o.lemma_.lower() in scene.words("ways_in") for o in clause.objects):
        return lemma in scene.words("reaching_people")
    return lemma in scene.words("reaching_people") and _was_unable(clause, scene)


def _was_unable(clause: Clause, scene: Scene) -> bool:
    above = clause.parent
    if any(c.dep_ == "aux" and c.lower_ in {"could", "can"} for c in clause.head.children):
        return True
    if above is None or clause.relation not in {"xcomp", "acl", "ccomp"}:
        return False
    hung = (above.head, clause.head.head, *above.head.children, *above.objects)
    return any(t.lemma_.lower() in scene.words("being_able") for t in hung)


def _is_of_paper(clause: Clause, scene: Scene) -> bool:
    """Whether it is a paper that did not say it ("a letter to the surgery which said nothing of the assault")."""
    wording = clause.relation == "relcl" and clause.head.lemma_.lower() in scene.words("wording")
    by_which = any(c.lower_ in {"which", "that"} and c.dep_ == "nsubj" for c in clause.head.children)
    before = (t for t in clause.sentence if t.i < clause.head.i)
    return wording and by_which and any(t.lemma_.lower() in scene.words("letters") for t in before)


def _held_nothing(clause: Clause, scene: Scene) -> bool:
    """As in "CSC did not hold any information on her", "had not heard of her", so that it could not have told of it."""
    if clause.head.lemma_.lower() == "hear" and clause.preposition("of"):
        return True
    holds = clause.head.lemma_.lower() in scene.words("having_on_file") and not clause.passive
    return holds and any(o.lemma_.lower() in scene.words("kept_on_file") for o in clause.objects)


def _nothing_came_up(clause: Clause, scene: Scene) -> bool:
    """As in "nothing else was raised", of nobody in particular."""
    nothing = clause.passive and any(s.lower_ == "nothing" for s in clause.subjects)
    return nothing and not clause.agents and clause.head.lemma_.lower() in scene.words("coming_up")


def _only_leads_on(clause: Clause, scene: Scene) -> bool:
    """Whether what was not done is told by the verb below ("did not manage to", "did not hesitate to")."""
    leads = clause.head.lemma_.lower() in scene.words("leading_on")
    below = (c for child in clause.head.children for c in (child, *child.children))
    return leads and any(c.dep_ in {"xcomp", "pcomp"} for c in below)


def _is_left_out_in_notes(clause: Clause, scene: Scene) -> bool:
    """Whether a note says of its own agency that it was not told ("Not informed of assault")."""
    told = not clause.objects and not clause.subjects and not clause.agents and scene.notes
    return told and clause.head.lemma_.lower() in scene.words("leaving_uninformed") - {"ask", "make"}


def _is_finding(clause: Clause, scene: Scene) -> bool:
    """As in "No injuries seen", "no safeguarding concerns were identified", "no sign of abuse"."""
    lemma = clause.head.lemma_.lower()
    verbless = clause.head.pos_ not in VERBAL or lemma == "be"
    for noun in _denied(clause, scene):
        named = noun.lemma_.lower()
        if named in scene.words("findings"):
            return True
        if named in scene.words("findings_noticed") and (verbless or lemma in scene.words("noticing")):
            return True
        if named in scene.words("things_given") and not _is_agencys(clause, scene):
            return verbless or lemma not in scene.words("taking_down")
        if named in scene.words("dealings_sought") and _is_from_somebody(noun, scene):
            return True
    return False


def _denied(clause: Clause, scene: Scene) -> Iterator[Token]:
    """The nouns of which there was none, with those that they were a sign of ("no evidence of abuse")."""
    nouns = (clause.head,) if clause.head.pos_ not in VERBAL else ()
    for noun in (*nouns, *clause.subjects, *clause.objects):
        if not any(c.lower_ in NO for c in noun.children):
            continue
        yield noun
        if noun.lemma_.lower() in scene.words("signs_of"):
            yield from (t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")


def _is_agencys(clause: Clause, scene: Scene) -> bool:
    """Whether an agency is named as the one that would have given it, or got it."""
    named = (*clause.agents, *(() if clause.passive else clause.subjects), *clause.preposition(*RECEIVING))
    return (
        any(p.is_agency for p in scene.parties(named))
        or scene.pattern("disclosure_scheme").search(" ".join(t.text for t in clause.tokens)) is not None
    )


def _is_from_somebody(noun: Token, scene: Scene) -> bool:
    senders = [t for c in noun.children if c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
    return any(p.kind == "person" for p in scene.parties(senders))


def _is_of_somebody(clause: Clause, scene: Scene) -> bool:
    """Whether a person would have done it, or it was done to one by another ("not brought", "had not been hit")."""
    if not clause.passive or clause.agents or any(p.is_agency for p in scene.parties(clause.subjects)):
        return False
    lemma = clause.head.lemma_.lower()
    of_person = any(p.kind == "person" for p in scene.parties(clause.subjects))
    suffered = of_person and lemma in scene.words("violent") and lemma not in scene.words("dealing_with")
    return suffered or (lemma in scene.words("brought_by_others") and (of_person or not clause.subjects))


def _is_approved(clause: Clause, scene: Scene) -> bool:
    """As in "rightly did not tell Marcus", "it was right that nobody told Marcus"."""
    marks = [c for c in clause.head.children if c.lower_ in scene.lexicon.assertion["negators"]]
    ends = min((mark.i for mark in marks), default=clause.head.i)
    praised = (c for c in clause.head.children if c.dep_ == "advmod" and c.i < ends)
    if any(c.lower_ in scene.words("approving") for c in praised):
        return True
    above = clause.parent
    if above is None or above.head.lemma_ not in scene.words("leading_to_praise") or clause.relation not in JUDGED:
        return False
    denied = any(c.dep_ == "neg" for c in above.head.children)
    good = (c.lower_ in scene.words("approving_adjectives") for c in (*above.head.children, clause.head.head))
    return any(good) and not denied


def _was_prevented(clause: Clause, scene: Scene) -> bool:
    """Whether it takes somebody who was not there ("did not see her because she did not attend")."""
    deeds = {clause.head.lemma_.lower(), *(t.lemma_.lower() for t in clause.subjects)}
    if not deeds & scene.words("needing_presence"):
        return False
    holders = (clause.head, *(c for c in clause.head.children if c.dep_ == "acl"))
    for reason in (c for holder in holders for c in holder.children if c.dep_ == "advcl"):
        given = any(c.dep_ in {"mark", "advmod"} and c.lower_ in REASON for c in reason.children)
        who = [c for c in reason.children if c.dep_ in {"nsubj", "nsubjpass"}]
        gone = reason.lemma_.lower() in scene.words("being_absent")
        absent = (p.kind == "person" or p.token.lower_ in {"he", "she", "they"} for p in scene.parties(who))
        if given and gone and any(absent):
            return True
    return False


def _is_of_somebody_else(clause: Clause, scene: Scene) -> bool:
    """Whether it is a person who would have done it ("nor was the surgery told by Hannah")."""
    return clause.passive and any(p.kind == "person" for p in scene.parties(clause.agents))


def _perceives_nothing(clause: Clause, scene: Scene) -> bool:
    """As in "Officers heard nothing and closed the log"."""
    nothing = any(o.lower_ == "nothing" for o in clause.objects)
    return nothing and clause.head.lemma_.lower() in scene.words("noticing")


def _is_of_what_happened(clause: Clause, scene: Scene) -> bool:
    """As in "The police came five times, but none of these involved him"."""
    of_agency = any(p.is_agency for p in scene.parties(clause.subjects))
    return not clause.passive and not of_agency and clause.head.lemma_.lower() in scene.words("being_about")


TESTS = (
    _held_nothing,
    _nothing_came_up,
    _is_of_paper,
    _is_of_what_happened,
    _is_of_somebody_else,
    _perceives_nothing,
    _only_leads_on,
    _is_left_out_in_notes,
    is_out_of_reach,
    _is_finding,
    _is_of_somebody,
    _is_approved,
    _was_prevented,
)
