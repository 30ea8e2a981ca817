"""Frame of sending: an agency passes something on to another."""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.document_ends import maker, named_maker
from dhr_graph.loaders.narrative.frames.meetings import forum_met, forum_of, met_about_child, met_before, there_met
from dhr_graph.loaders.narrative.frames.recipients import (
    is_of_own_team,
    other_members,
    recipients,
    to_which,
)
from dhr_graph.loaders.narrative.frames.replies import answered
from dhr_graph.loaders.narrative.frames.slots import (
    actor,
    actors,
    acts_for_agency,
    agency_type_of,
    has_own_date,
    is_own_telling,
    person_subject,
    setting,
)
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.rule_entries import Rule
from dhr_graph.loaders.narrative.scene import Scene

SHARE = "information_share"
CASE_REFERRED = ("referral", "referral.case")
ALSO_LEADING = {"copy": frozenset({"in"}), "leave": frozenset({"for"}), "put": frozenset({"for"})}
TURN_WITHIN = 12
"""Words within which a turn of phrase stands ("put what it knew of them to use")."""
GOING_ON, CALLED = frozenset({"conj", "dep"}), frozenset({"dobj", "dative"})
LEADING = frozenset({"to", "with", "into", "onto", "at", "between", "on", "before"})


def send(clause: Clause, scene: Scene) -> Iterator[Candidate]:
    """As in "The school sent a report to CSC", "the minutes were circulated to the police", "discussed it with ..."."""
    lemma = clause.head.lemma_.lower()
    rule = scene.lexicon.rule("send", clause.lemma, lemma)
    if rule is None or not _could_send(clause, scene) or not _leaves_word(clause, scene):
        return
    near = range(clause.head.i, clause.head.i + TURN_WITHIN)
    if scene.pattern("moving_nothing").match(joined([t for t in clause.head.subtree if t.i in near])):
        return
    if clause.passive and any(is_own_telling(subject, clause, scene) for subject in clause.subjects):
        return
    moved = clause.subjects if clause.passive else clause.objects
    people = [p for p in scene.parties(moved) if p.kind == "person" and p.token.lower_ != "them"]
    if (lemma in scene.words("moving") | scene.words("bringing") and people) or _is_graded(clause, scene):
        return
    themes = [t for t in moved if t.dep_ != "dative"]
    staff = any(p.professional or (lemma == "dispatch" and p.is_agency) for p in scene.parties(themes))
    if staff and lemma in scene.words("moving"):
        return
    if clause.passive and lemma in scene.words("was_sent"):
        received = list(_was_sent(clause, scene, rule))
        yield from received
        if received:
            return
    for who, basis in _senders(clause, scene):
        for target in _targets(clause, scene, who):
            passed = CASE_REFERRED if _puts_case_forward(clause, scene, target) else None
            yield Candidate(*(passed or share_or_referral(clause, scene, rule.id)), clause, who, basis, target)


def _senders(clause: Clause, scene: Scene) -> tuple[tuple[str | None, str], ...]:
    """Who sends; of what goes by itself, who made it ("A notice goes from the police to CSC", "their letter went")."""
    goes = not clause.passive and all(p.kind == "thing" for p in scene.parties(clause.subjects))
    if goes and clause.subjects:
        who, basis = maker(clause, scene, clause.subjects[0])
        return ((who, basis),) if basis == "sentence" else actors(clause, scene)
    return actors(clause, scene)


def _leaves_word(clause: Clause, scene: Scene) -> bool:
    """Whether what was left is a message ("left a voicemail for the social worker"); true of all other verbs."""
    things = clause.subjects if clause.passive else clause.objects
    if clause.head.lemma_.lower() != "leave":
        return True
    called_back = any(t.lower_ == "back" for t in clause.head.subtree)
    return not called_back and any(t.lemma_.lower() in scene.words("word_left") for t in things)


def _puts_case_forward(clause: Clause, scene: Scene, target: str | None) -> bool:
    """Whether somebody's case goes to a forum that will hear it ("took her case to MARAC"), or is put forward."""
    moved = clause.subjects if clause.passive else clause.objects
    put_forward = clause.head.lemma_ == "put" and any(c.lower_ == "forward" for c in clause.head.children)
    if put_forward and target is not None and any(p.kind == "person" for p in scene.parties(moved)):
        return True
    if agency_type_of(target, scene) != "forum" or clause.head.lemma_.lower() not in scene.words("putting_forward"):
        return False
    return any(thing.lemma_.lower() in scene.words("cases") for thing in moved)


def _is_graded(clause: Clause, scene: Scene) -> bool:
    """Whether somebody is put at a level of risk, which moves nothing anywhere."""
    graded = scene.pattern("at_level").search(joined(clause.tokens))
    return graded is not None and clause.head.lemma_.lower() in scene.words("grading")


def share_or_referral(clause: Clause, scene: Scene, rule_id: str) -> tuple[str, str]:
    """Type and rule: to ask another agency to see or support somebody is a referral, whatever it is called."""
    asks = scene.pattern("asking_to_take_on").search(joined(list(clause.head.subtree))) is not None
    return ("referral", "referral.asked") if asks else (SHARE, rule_id)


def _could_send(clause: Clause, scene: Scene) -> bool:
    if clause.relation == "ccomp" and any(c.tag_ == "WRB" for c in clause.head.children):
        return False
    if clause.relation == "pcomp" and clause.head.head.lower_ == "as":
        return False
    if clause.head.lemma_.lower() in scene.words("conferring") and _is_with_person(clause, scene):
        return False
    if clause.passive or not clause.subjects:
        doers = scene.parties(clause.agents)
        return not doers or any(p.kind != "person" or p.basis == "pronoun" for p in doers)
    if person_subject(clause, scene) is not None:
        return False
    parties = scene.parties(clause.subjects)
    goes = clause.head.lemma_.lower() in {"go", "pass"} and all(p.kind == "thing" for p in parties)
    return goes or any(p.is_agency for p in parties)


def _is_with_person(clause: Clause, scene: Scene) -> bool:
    """Whether somebody of the history is spoken to, whatever is spoken of ("discussed a referral to WA with her")."""
    addressed = (t for t in clause.tokens if t.dep_ == "pobj" and t.head.lower_ == "with")
    told = (t for t in clause.preposition("to") if t.head.head.i == clause.head.i)
    partners = scene.parties((*addressed, *told))
    return any(p.kind == "person" for p in partners) and not any(p.is_agency for p in partners)


def _is_at_handover(clause: Clause, scene: Scene) -> bool:
    """Whether a crew tells something where it hands a patient over, which is at a hospital."""
    given = [t for t in clause.preposition("at", "on", "during") if t.lemma_.lower() in scene.words("handovers")]
    return any(not any(w.lemma_.lower() in scene.words("within_crew") for w in t.subtree) for t in given)


def _goes_on_of_person(clause: Clause, scene: Scene) -> bool:
    """Whether it only goes on after what was spoken with a person, or done by one ("She came in and he said ...")."""
    above = clause.parent
    if clause.relation == "conj" and above is not None and person_subject(above, scene) is not None:
        return True
    speaks = (
        clause.relation == "conj" and above is not None and above.head.lemma_.lower() in scene.words("speaking_with")
    )
    return speaks and above is not None and _is_with_person(above, scene)


def _goes_on_of_call(clause: Clause, scene: Scene) -> bool:
    """Whether it only goes on after an agency rang another ("rang the officer, explained what had happened")."""
    calling = scene.words("calling_up") | scene.words("speaking_with")
    below = (c for c in clause.head.children if c.dep_ == "ccomp" and c.i < clause.head.i)
    called = [t for verb in below if verb.lemma_.lower() in calling for t in verb.children if t.dep_ in CALLED]
    if any(p.kind == "agency" for p in scene.parties(called)):
        return True
    above = clause.parent
    while above is not None and above.relation in GOING_ON and above.parent is not None:
        above = above.parent
    if clause.relation not in GOING_ON or above is None or clause.subjects != above.subjects:
        return False
    called_above = above.head.lemma_.lower() in calling
    return called_above and bool(recipients(above, scene, frozenset({"to", "with"}), direct=True))


def _targets(clause: Clause, scene: Scene, who: str | None) -> tuple[str | None, ...]:
    lemma = clause.head.lemma_.lower()
    leading = LEADING | ALSO_LEADING.get(lemma, frozenset())
    towards = recipients(clause, scene, leading, direct=lemma in scene.words("sending_to_object"))
    towards = towards or to_which(clause, scene) or _addressed_above(clause, scene)
    asked_by = None if towards else _who_asked_for(clause, scene) or answered(clause, scene, who)
    if asked_by is not None and asked_by != who:
        return (asked_by,)
    targets = other_members([m for m in towards if not is_of_own_team(m, scene, clause)], who)
    if not targets and agency_type_of(who, scene) == "ambulance" and _is_at_handover(clause, scene):
        hospital = scene.cast.home("acute_health") or scene.likely.get("acute_health")
        return (hospital,) if hospital is not None else ()
    spoken_of = None if _is_told_elsewhere(clause, scene) else scene.discourse.forum
    forum = forum_met(clause, scene) or met_about_child(clause, scene) or spoken_of or forum_of(scene)
    if _goes_on_of_person(clause, scene) or _goes_on_of_call(clause, scene):
        forum = None
    if clause.passive and not (forum is not None and clause.agents):
        return targets
    given = clause.subjects if clause.passive else clause.objects
    told = {lemma, clause.lemma} & scene.words("telling_forum") and not clause.passive
    tells = told or any(thing.lemma_.lower() in scene.words("accounts") for thing in given)
    if not towards and forum is not None and who is not None and tells:
        targets = (forum,) if forum != who else ()
    if not targets and who is not None and tells:
        met = tuple(there_met(clause, scene)) or met_before(clause, scene, who)
        targets = tuple(member for member in met if member != who)
    if not targets and clause.lemma in {"pass on", "hand over"} and acts_for_agency(clause, scene):
        return (None,)
    return targets


def _addressed_above(clause: Clause, scene: Scene) -> tuple[Mention, ...]:
    """Whom an agency addresses in "rang CSC, explaining that", "asked it for its views, setting out ...".

    Also in "checked with CSC and gave details".
    """
    above = clause.parent
    if above is None or above.passive or any(c.tag_ == "MD" for c in above.head.children):
        return ()
    explains = clause.relation in {"advcl", "xcomp"} and clause.head.tag_ == "VBG"
    told = scene.words("things_told") | scene.words("accounts")
    content = any(c.dep_ == "ccomp" or (c.dep_ == "dobj" and c.lemma_.lower() in told) for c in clause.head.children)
    if explains and content:
        addressing = scene.lexicon.rule("tell", above.lemma, above.head.lemma_.lower()) is not None
        addressing |= above.head.lemma_.lower() in scene.words("asking")
        return recipients(above, scene, frozenset({"to"}), direct=True) if addressing else ()
    gives = clause.relation == "conj" and any(o.lemma_.lower() in scene.words("accounts") for o in clause.objects)
    confers = gives and above.head.lemma_.lower() in scene.words("conferring_with")
    if not confers or clause.subjects != above.subjects:
        return ()
    return recipients(above, scene, frozenset({"to", "with"}))


def _who_asked_for(clause: Clause, scene: Scene) -> str | None:
    """Who gets it in "the police asked the school for its records, which the school supplied on 4 May"."""
    above = clause.parent
    gives = clause.relation == "relcl" and clause.head.lemma_.lower() in scene.words("giving")
    of_which = any(c.dep_ == "dobj" and c.lower_ in {"which", "that"} for c in clause.head.children)
    to_another = any(c.dep_ == "dative" for c in clause.head.children) or clause.preposition("to")
    if (
        above is None
        or not gives
        or not of_which
        or to_another
        or above.passive
        or above.head.lemma_.lower() not in scene.words("asking")
    ):
        return None
    return actor(above, scene)[0]


def _is_told_elsewhere(clause: Clause, scene: Scene) -> bool:
    """Whether what is told has a date of its own, or stands in a paper, and so was not told at the meeting before."""
    papers = (t.lemma_.lower() for t in clause.preposition("in", "on"))
    return has_own_date(clause, scene) or any(
        paper in scene.words("letters") | scene.words("kept_in") for paper in papers
    )


def _was_sent(clause: Clause, scene: Scene, rule: Rule) -> Iterator[Candidate]:
    """The subject as the one who received ("CSC was sent the minutes")."""
    of_forum = any(o.lemma_.lower() in scene.words("papers_of_forum") for o in clause.objects)
    for party in scene.parties(clause.subjects):
        if party.is_agency and party.member is not None and not party.professional and clause.objects:
            who, basis = actor(clause, scene) if clause.agents else setting(scene, party.member)
            made = (named_maker(o, scene) for o in clause.objects if not clause.agents)
            who, basis = next(((m, "sentence") for m in made if m not in {None, party.member}), (who, basis))
            if of_forum and scene.discourse.forum is not None:
                who, basis = scene.discourse.forum, "previous"
            yield Candidate(SHARE, rule.id, clause, who, basis, party.member)
