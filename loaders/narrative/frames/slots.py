"""Slots that all frames fill alike: who acted, and who received."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.scene import Party, Scene

TOWARDS = frozenset({"to", "into", "onto", "with", "unto"})
SKIPPED = frozenset({"DET", "ADJ", "CCONJ", "PUNCT", "PART"})


def actor(clause: Clause, scene: Scene) -> tuple[str | None, str]:
    """The agency that did what the clause tells, with what the slot was filled from."""
    doers = scene.parties(clause.agents if clause.passive else clause.subjects)
    for party in doers:
        if party.kind == "agency" and party.member is not None:
            return party.member, "pronoun" if party.basis == "pronoun" else "sentence"
        if party.kind == "forum" and party.member is not None:
            return party.member, "sentence"
    if any(p.is_agency and not p.professional for p in doers) and any(len(p.members) != 1 for p in doers):
        return None, "unnamed"
    possessor = None if clause.passive else _possessor(clause, scene)
    if possessor is not None:
        return possessor, "sentence"
    place = _place(clause, scene)
    if place is not None:
        return place, "sentence"
    return setting(scene)


def _place(clause: Clause, scene: Scene) -> str | None:
    """The agency at which something happened ("At the clinic she was asked ...", "was seen by the nurse at ...")."""
    part: Clause | None = clause
    while part is not None:
        for party in scene.parties(part.preposition("at", "by")):
            if party.kind == "agency" and party.member is not None:
                return party.member
        part = part.parent if part.relation in {"conj", "advcl", "ccomp", "xcomp"} else None
    return None


def setting(scene: Scene, but: str | None = None) -> tuple[str | None, str]:
    """The agency in whose section, lead phrase or row the sentence stands, or that was last spoken of, `but` apart."""
    if scene.agency is not None and scene.agency != but:
        return scene.agency, "section"
    for agency in scene.discourse.agencies:
        body = scene.cast.body(agency)
        if agency != but and body is not None and body.agency_type != "csp":
            return agency, "previous"
    return None, "none"


def acts_for_agency(clause: Clause, scene: Scene) -> bool:
    """Whether an agency, or somebody who acts for one, is the clause's doer (a passive without doer counts)."""
    if clause.passive:
        return all(p.kind != "person" for p in scene.parties(clause.agents))
    return any(p.is_agency for p in scene.parties(clause.subjects))


def person_subject(clause: Clause, scene: Scene) -> Party | None:
    """The person who is the clause's subject, if one is."""
    return next((p for p in scene.parties(clause.subjects) if p.kind == "person"), None)


def _possessor(clause: Clause, scene: Scene) -> str | None:
    """The agency in "the school's referral was accepted"."""
    for subject in clause.subjects:
        for child in subject.children:
            if child.dep_ in {"poss", "compound"}:
                mention = scene.mention_at(child)
                if mention is not None and mention.kind == "agency" and len(mention.members) == 1:
                    return mention.members[0]
    return None


def recipients(
    clause: Clause,
    scene: Scene,
    prepositions: frozenset[str] = TOWARDS,
    *,
    direct: bool = False,
    after: Token | None = None,
) -> tuple[Mention, ...]:
    """The agencies and forums towards which the clause is directed.

    Lists are followed by adjacency, since the tail of a list often hangs elsewhere in the parse. `direct` takes the
    objects of the predicate too ("told the school and the police").
    """
    start = (after or clause.head).i
    found = []
    for mention in scene.mentioned(_reach(clause), "agency", "forum", "kind"):
        first = next(t for t in clause.sentence if t.idx >= mention.start or t.idx + len(t) > mention.start)
        leader = _leader(first, scene)
        if leader is None or _describes(mention, clause, scene):
            continue
        if (
            leader.lower_ in prepositions
            and leader.i > start - 8
            and leader.tag_ != "VBP"
            or direct
            and leader.i == clause.head.i
        ):
            found.append(mention)
    return tuple(found)


def _describes(mention: Mention, clause: Clause, scene: Scene) -> bool:
    """Whether the words only describe another thing ("a hospital order", "the police log")."""
    last = [t for t in clause.sentence if mention.start <= t.idx < mention.end]
    if not last or last[-1].dep_ not in {"compound", "nmod", "amod"}:
        return False
    head = last[-1].head
    people = scene.lexicon.sets["professional"] | scene.lexicon.sets["internal"]
    return (
        head.idx >= mention.end
        and head.pos_ == "NOUN"
        and not head.like_num
        and "/" not in head.text
        and head.lemma_.lower() not in people
    )


def _reach(clause: Clause) -> Iterator[Token]:
    yield from clause.tokens
    for child in clause.head.children:
        if (
            child.dep_ in {"ccomp", "csubj"}
            and child.i > clause.head.i
            and any(t.lower_ in {"what", "whatever"} for t in child.subtree)
        ):
            yield from child.subtree


def _leader(first: Token, scene: Scene) -> Token | None:
    """The preposition or verb that leads a noun phrase or the list in which it stands."""
    doc, at = first.doc, first.i - 1
    while at >= first.sent.start:
        token = doc[at]
        mention = scene.mention_at(token)
        if (
            mention is not None
            and mention.kind in {"agency", "forum", "kind"}
            or token.pos_ in SKIPPED
            and token.lower_ not in {"not", "to"}
            and token.text not in {";", ":", "(", ")"}
            or (
                token.text in {"(", ")"}
                or token.lower_ in {"both", "either"}
                or (token.dep_ == "poss" and token.pos_ == "PRON")
            )
        ):
            at -= 1
        else:
            return token
    return None


def member_of(mention: Mention) -> str | None:
    """The one member of the cast that a mention names."""
    return mention.members[0] if len(mention.members) == 1 else None


def other_members(mentions: tuple[Mention, ...], agency: str | None) -> tuple[str | None, ...]:
    """The members named, without the acting agency; None stands for one that is not known by name."""
    found = tuple(dict.fromkeys(member_of(m) for m in mentions))
    return tuple(m for m in found if m is None or m != agency)
