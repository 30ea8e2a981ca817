"""Frame of informing: an agency tells another, or one is told."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.candidate import SUMMONED, Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.listeners import is_answered
from dhr_graph.loaders.narrative.frames.recipients import TOWARDS, is_of_own_team, other_members, recipients
from dhr_graph.loaders.narrative.frames.sending import SHARE, share_or_referral
from dhr_graph.loaders.narrative.frames.slots import (
    actor,
    actors,
    acts_for_agency,
    agency_type_of,
    has_own_date,
    person_agent,
)
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.frames.violence import RESPONDERS
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

NEEDED = frozenset({"dobj", "dative", "ccomp", "xcomp", "aux", "auxpass"})


def told_in_notes(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """In a row of another agency, "VHA sent the minutes" and "School told of the assault" are passives."""
    if scene.agency is None or clause.head.lemma_.lower() not in scene.words("sent_in_notes"):
        return
    told_something = any(
        o.pos_ in {"NOUN", "PROPN", "PRON"} and not o.like_num and "/" not in o.text for o in clause.objects
    )
    if told_something or (not scene.notes and not _is_bare(clause)):
        return
    planned = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.head.children)
    by_somebody = any(p.kind != "thing" for p in scene.parties(clause.agents))
    if planned or by_somebody or recipients(clause, scene, TOWARDS, direct=True):
        return
    rule = scene.lexicon.of_pattern("tell")[0]
    for party in scene.parties(clause.subjects):
        if party.is_agency and party.member not in {None, scene.agency}:
            yield Candidate(SHARE, rule.id, clause, scene.agency, "section", party.member)


def _is_bare(clause: Clause) -> bool:
    """Whether a verb that needs somebody to tell has nobody: a passive without its auxiliary ("Police informed.")."""
    below = {child.dep_ for child in clause.head.children}
    return not clause.passive and not below & NEEDED and clause.relation == "ROOT"


def tell(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The school told CSC", "CSC was notified by the school", "MARAC was made aware", "let CSC know"."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("tell", clause.lemma, lemma)
    made_aware = lemma == "make" and any(t.lower_ == "aware" for t in clause.head.subtree)
    lets_know = lemma == "let" and any(child.lemma_ == "know" for child in clause.head.children)
    if lets_know:
        yield from _let_know(clause, scene)
        return
    if lemma == "be" and _is_on_the_line(clause, scene):
        yield from _rang(clause, scene)
    if (rule is None and not made_aware and not _says_to_agency(clause, scene)) or _is_kept(clause):
        return
    rule_id = rule.id if rule is not None else "share.tell"
    if not clause.passive:
        yield from _told(clause, scene, rule_id)
    elif (
        made_aware
        or lemma in scene.words("telling_to")
        or (lemma in scene.words("calling_up") and (clause.agents or scene.agency is not None))
    ):
        yield from _was_told(clause, scene, rule_id)
    elif lemma in scene.words("summoning") and _is_summons(clause, scene):
        yield from _was_told(clause, scene, SUMMONED)


def _says_to_agency(clause: Clause, scene: Scene) -> bool:
    """Whether an agency is the object of a verb, whichever, with what it was told ("cautioned the school that ...")."""
    if clause.head.lemma_.lower() in scene.words("not_saying_to"):
        return False
    told = any(scene.party(t).kind == "agency" for t in clause.objects)
    said = (c for c in clause.head.children if c.dep_ == "ccomp" and c.i > clause.head.i)
    return told and not clause.passive and any(m.lower_ == "that" for c in said for m in c.children if m.dep_ == "mark")


def _is_kept(clause: Clause) -> bool:
    """Whether it is only the state in which somebody is kept ("kept the school informed")."""
    above = clause.parent
    return clause.relation == "acl" and above is not None and above.head.lemma_ == "keep"


def _is_on_the_line(clause: Clause, scene: Scene) -> bool:
    """Whether somebody is said to be on the telephone."""
    reached = not any(t.lower_ == "without" for t in clause.head.subtree)
    return reached and any(t.lower_ in scene.words("telephones") for t in clause.preposition("on"))


def _rang(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    if acts_for_agency(clause, scene):
        who, basis = actor(clause, scene)
        for target in other_members(recipients(clause, scene, frozenset({"to", "with"})), who):
            yield Candidate(SHARE, "share.tell", clause, who, basis, target)


def _is_summons(clause: Clause, scene: Scene) -> bool:
    """Whether an agency called the police or another who comes when called, not a meeting or a witness."""
    by_agency = any(p.is_agency and p.member is not None for p in scene.parties(clause.agents))
    called = scene.parties(clause.subjects)
    return by_agency and any(agency_type_of(p.member, scene) in RESPONDERS for p in called)


def _let_know(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    if not acts_for_agency(clause, scene):
        return
    who, basis = actor(clause, scene)
    knowing = (child for child in clause.head.children if child.lemma_ == "know")
    for party in scene.parties(t for verb in knowing for t in verb.children if t.dep_ in SUBJECTS):
        met = party.kind != "forum" and party.token.lemma_.lower() in scene.words("meetings")
        told = scene.discourse.forum if met else party.member
        if (met or party.is_agency or party.kind == "forum") and told not in {None, who}:
            yield Candidate(SHARE, "share.tell", clause, who, basis, told)


def _was_told(clause: Clause, scene: Scene, rule_id: str) -> Iterator[Candidate]:
    if person_agent(clause, scene) or is_answered(clause, scene):
        return
    who, basis = actor(clause, scene)
    asked = _who_answered(clause, scene)
    who, basis = (asked, "sentence") if asked is not None else (who, basis)
    by_agency = any(p.is_agency for p in scene.parties(clause.agents))
    force = scene.cast.home("police") or scene.likely.get("police")
    if force is not None and not by_agency and _is_under_scheme(clause, scene):
        who, basis = force, "kind"
    for party in scene.parties(clause.subjects):
        sender = None if who == party.member else who
        if not party.is_agency or (party.member is None and sender is None):
            continue
        unsaid = party.professional and (party.member is None or sender is None)
        if not clause.agents and (unsaid or (sender is None and basis in {"section", "previous"})):
            continue
        yield Candidate(SHARE, rule_id, clause, sender, basis if sender else "none", party.member)


def _who_answered(clause: Clause, scene: Scene) -> str | None:
    """The agency that was rung or asked in "rang the surgery and was told that ...", which told it."""
    above = clause.parent
    if above is None or clause.relation != "conj" or clause.agents or clause.subjects != above.subjects:
        return None
    later = has_own_date(clause, scene) or any(t.lower_ == "later" for t in clause.tokens)
    called = above.head.lemma_.lower() in scene.words("asking") | scene.words("calling_up") | {"check"}
    by_letter = above.head.lemma_.lower() in scene.words("by_letter")
    if above.passive or not called or by_letter or later or clause.preposition("at", "in"):
        return None
    if scene.pattern("empty_answer").search(clause.sentence.text, clause.head.idx - clause.sentence.start_char):
        return None
    asked = recipients(above, scene, frozenset({"with", "to", "of"}), direct=True)
    members = {m.member for m in asked} - {p.member for p in scene.parties(clause.subjects)}
    return members.pop() if len(members) == 1 else None


def _is_under_scheme(clause: Clause, scene: Scene) -> bool:
    """Whether it was told by a scheme of the police ("was alerted under Operation Encompass"), not about one."""
    ways = clause.preposition("via", "through", "under", "by", "using")
    return any(t.lower_ in scene.words("schemes_of_police") for way in ways for t in way.subtree)


def _told(clause: Clause, scene: Scene, rule_id: str) -> Iterator[Candidate]:
    if not acts_for_agency(clause, scene) or _only_advises(clause, scene):
        return
    if _only_asks(clause, scene) or _found_nothing(clause, scene):
        return
    named = [m for m in recipients(clause, scene, frozenset(), direct=True) if not is_of_own_team(m, scene, clause)]
    for who, basis in actors(clause, scene):
        for target in other_members(named, who):
            yield Candidate(*share_or_referral(clause, scene, rule_id), clause, who, basis, target)
    who, basis = actor(clause, scene)
    if named:
        return
    spoken_of = scene.discourse.forum
    if any(o.lemma_.lower() in scene.words("meetings") for o in clause.objects):
        forums = (m.member for m in scene.mentioned(clause.sentence, "forum") if m.member is not None)
        forum = next(forums, spoken_of or scene.likely.get("forum"))
        yield Candidate(SHARE, rule_id, clause, who, basis, forum)
    elif spoken_of is not None and any(o.lower_ == "it" for o in clause.objects):
        yield Candidate(SHARE, rule_id, clause, who, basis, spoken_of)
    elif any(_is_outside(o, scene, who) for o in clause.objects):
        yield Candidate(SHARE, rule_id, clause, who, basis)


def _only_advises(clause: Clause, scene: Scene) -> bool:
    """Whether an agency tells another only what to do ("advised the tutor to contact the police")."""
    infinitive = any(
        child.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        for child in clause.head.children
    )
    return infinitive and clause.head.lemma_.lower() in {"advise", "remind"}


def _found_nothing(clause: Clause, scene: Scene) -> bool:
    """Whether who was rung is only said to have had nothing ("rang the refuge, which had no trace of her")."""
    called = clause.head.lemma_.lower() in scene.words("asking") | scene.words("calling_up")
    if not called or clause.preposition("about", "over", "regarding", "with"):
        return False
    if any(c.dep_ in {"ccomp", "xcomp", "advcl"} for c in clause.head.children):
        return False
    hung = (c for o in clause.objects if scene.party(o).is_agency for c in o.children if c.dep_ == "relcl")
    return any(scene.pattern("held_nothing").search(joined(list(c.subtree))) is not None for c in hung)


def _only_asks(clause: Clause, scene: Scene) -> bool:
    """Whether an agency asks what another holds, which tells it nothing ("asked the police for his history")."""
    asks = clause.head.lemma_.lower() in scene.words("asking")
    held = (c for c in clause.head.children if c.dep_ == "ccomp" and c.lemma_.lower() in scene.words("holding"))
    of_holding = any(t.tag_ == "WP" for verb in held for t in verb.children)
    return asks and (of_holding or scene.pattern("asked_for").search(joined(clause.tokens)) is not None)


def _is_outside(token: Token, scene: Scene, who: str | None) -> bool:
    """Whether the one told is a court, or a professional of some other agency, not of the teller's own."""
    party = scene.party(token)
    if token.lemma_.lower() in scene.words("courts"):
        return party.kind != "person"
    if not party.is_agency or not party.professional or token.lemma_.lower() in scene.words("internal"):
        return False
    if any(c.dep_ == "poss" and scene.party(c).kind != "person" for c in token.children):
        return False
    return party.member is None or party.member != who
