"""Culprits: who did not do what the text says was not done.

Where what was not done is an invitation or is only told in passing nobody is blamed by mere nearness, and
"the GP's failure to ask" names its doer at the noun, not at the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause, noun_heads
from dhr_graph.loaders.narrative.frames.slots import actors, person_subject, setting
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

Culprit = tuple[str | None, str]
BELOW_NOUN = frozenset({"acl", "relcl"})
NOUNS_WITH_DOERS = ("failures", "chances", "records", "decisions")
LEADS_TO_DOER = frozenset({"by", "for", "from", "of"})


def culprits(clause: Clause, scene: Scene) -> tuple[Culprit, ...]:
    """Each agency that is blamed with what it was read from; one without a name where the text names none.

    One of which it is denied is not blamed ("it was the school, not the police, that failed to refer her").
    """
    cleared = set(_cleared(clause, scene))
    blamed = tuple(culprit for culprit in _blamed(clause, scene) if culprit[0] is None or culprit[0] not in cleared)
    return blamed or ((None, "unnamed"),)


def _cleared(clause: Clause, scene: Scene) -> Iterator[str]:
    """The agencies before whose names the sentence has "not", or "but" after "no"."""
    denied = any(t.lower_ in {"no", "nobody"} for t in clause.sentence)
    clearing = {"not", "but"} if denied else {"not"}
    for mention in scene.mentioned(clause.sentence, "agency"):
        first = next((t for t in clause.sentence if t.idx >= mention.start), None)
        before = _before(first, clause) if first is not None else None
        if mention.member is not None and before is not None and before.lower_ in clearing:
            yield mention.member


def _before(first: Token, clause: Clause) -> Token | None:
    """The word before a name and its article."""
    at = first.i - 1
    while at > clause.sentence.start and first.doc[at].pos_ == "DET":
        at -= 1
    return first.doc[at] if at >= clause.sentence.start else None


def _blamed(clause: Clause, scene: Scene) -> tuple[Culprit, ...]:
    if clause.head.lemma_.lower() == "receive" and scene.agency is not None:
        return ((scene.agency, "section"),)
    found = _named(clause, scene)
    invited = clause.passive and clause.head.lemma_.lower() in scene.words("inviting")
    if found[0][1] != "previous" or not (invited or clause.relation == "relcl"):
        return found
    forum = scene.discourse.forum if invited else None
    return ((forum, "previous"),) if forum is not None else ((None, "unnamed"),)


def doers(clause: Clause, scene: Scene) -> tuple[Token, ...]:
    """The nouns of those who would have done it: the clause's own, or those at the noun that it stands below."""
    if clause.passive:
        return clause.agents
    if clause.head.lemma_ == "occur" and [s.lower_ for s in clause.subjects] == ["it"]:
        to_do = any(c.dep_ == "aux" and c.lower_ == "to" for verb in clause.head.children for c in verb.children)
        return clause.preposition("to") if to_do else ()
    if _is_judged(clause):
        return tuple(_at_judgement(clause))
    noun = _noun_above(clause, scene)
    if noun is None or noun not in clause.subjects:
        return clause.subjects
    at_noun = tuple(_at_noun(noun, clause))
    above = clause.parent
    if at_noun or above is None:
        return at_noun or clause.subjects
    whose = above.agents if above.passive else above.subjects
    return tuple(t for t in whose if t != noun) or clause.subjects


def _named(clause: Clause, scene: Scene) -> tuple[Culprit, ...]:
    whose = doers(clause, scene)
    if not clause.passive and whose == clause.subjects:
        return actors(clause, scene)
    named = (p.member for p in scene.parties(whose) if p.is_agency)
    several = tuple(dict.fromkeys(member for member in named if member is not None))
    if several:
        return tuple((member, "sentence") for member in several)
    return (_of_clause_before(clause, scene) or setting(scene),)


def _of_clause_before(clause: Clause, scene: Scene) -> Culprit | None:
    """Who acted, or was come to, in the clause before a passive without a doer ("officers came and no form was sent").

    Nobody is named where that clause tells of two agencies, or of what somebody said: it may be either. None leaves
    it to the setting.
    """
    part = clause.parent if clause.relation == "acl" and clause.parent is not None else clause
    above = part.parent
    if part.relation != "conj" or above is None:
        return None
    if above.passive:
        agents = [p.member for p in scene.parties(above.agents) if p.is_agency and p.member is not None]
        return (agents[0], "sentence") if len(agents) == 1 else None
    began = min(t.i for t in part.tokens)
    named = {m.member for m in scene.mentioned((t for t in clause.sentence if t.i < began), "agency", "forum")}
    if above.relation not in {"ROOT", "conj"} or len(named) > 1 or above.lemma in scene.words("speaking"):
        return (None, "unnamed") if scene.agency is None and named else None
    acting = (p for p in scene.parties(above.subjects) if p.is_agency and p.token.lower_ != "it")
    agency = next((p.member for p in acting if p.member is not None), None)
    if agency is None and scene.agency is None and person_subject(above, scene) is not None:
        come_to = scene.parties((*above.objects, *above.preposition("to", "at", "with")))
        agency = next((p.member for p in come_to if p.kind == "agency" and p.member is not None), None)
    return (agency, "sentence") if agency is not None else None


def _is_judged(clause: Clause) -> bool:
    """Whether "it" only holds the place of what is judged ("it would have been open to the school to refer her")."""
    above = clause.parent
    if above is None or above.head.lemma_ != "be" or clause.subjects != above.subjects:
        return False
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.head.children)
    return infinitive and [s.lower_ for s in above.subjects] == ["it"]


def _at_judgement(clause: Clause) -> Iterator[Token]:
    above = clause.parent.head if clause.parent is not None else clause.head
    judged = (above, *(c for c in above.children if c.dep_ in {"acomp", "attr"}))
    for phrase in (c for word in judged for c in word.children if c.dep_ == "prep" and c.i < clause.head.i):
        if phrase.lower_ in LEADS_TO_DOER | {"to"}:
            yield from (t for noun in phrase.children if noun.dep_ == "pobj" for t in noun_heads(noun))


def _noun_above(clause: Clause, scene: Scene) -> Token | None:
    """The failure, missed opportunity or record that an infinitive or participle is of."""
    if clause.relation not in BELOW_NOUN:
        return None
    noun = clause.head.head
    named = (scene.lexicon.assertion[name] for name in NOUNS_WITH_DOERS)
    return noun if any(noun.lemma_.lower() in words for words in named) else None


def _at_noun(noun: Token, clause: Clause) -> Iterator[Token]:
    """Those in "the GP's failure", "the failure of the GP", "no record of the GP having asked"."""
    for child in noun.children:
        if child.i > clause.head.i:
            continue
        if child.dep_ == "poss":
            yield from noun_heads(child)
        elif child.dep_ in {"prep", "agent"} and child.lower_ in LEADS_TO_DOER:
            yield from (heads for below in child.children if below.dep_ == "pobj" for heads in noun_heads(below))
