"""Recipients: the agencies and forums towards which a clause is directed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.workplaces import workplace_of

TOWARDS = frozenset({"to", "into", "onto", "with", "unto"})
SKIPPED = frozenset({"DET", "ADJ", "CCONJ", "PUNCT", "PART"})
BEFORE_VERB = 8


def recipients(
    clause: Clause,
    scene: Scene,
    prepositions: frozenset[str] = TOWARDS,
    *,
    direct: bool = False,
    after: Token | None = None,
) -> tuple[Mention, ...]:
    """The agencies and forums towards which the clause is directed, in order.

    Lists are followed by adjacency, since the tail of a list often hangs elsewhere in the parse. `direct` takes the
    objects of the predicate too ("told the school and the police"); `after` is the noun from which on they may stand,
    the predicate if None.
    """
    start = (after or clause.head).i
    found: list[Mention] = []
    for mention in scene.mentioned(_reach(clause), "agency", "forum", "kind"):
        first = next(t for t in clause.sentence if t.idx >= mention.start or t.idx + len(t) > mention.start)
        leader = _leader(first, scene)
        if leader is None or _is_denied(leader) or _describes(mention, clause, scene):
            continue
        if found and _is_desk_of(mention, found[-1]):
            continue
        leads = leader.lower_ in prepositions and leader.i > start - BEFORE_VERB and leader.tag_ != "VBP"
        if leads or (direct and leader.i == clause.head.i):
            found.append(_at_work(mention, clause, scene))
    return tuple(found)


def _is_desk_of(mention: Mention, before: Mention) -> bool:
    """Whether a desk or team is that of the agency named right before it ("the police duty desk")."""
    return mention.basis in {"role", "service"} and not mention.professional and mention.start <= before.end + 1


def named_from(at: int, clause: Clause, scene: Scene) -> tuple[Mention, ...]:
    """The agencies and forums of the list that begins at an offset ("the school and the social worker")."""
    found: list[Mention] = []
    for token in clause.sentence:
        if token.idx < at:
            continue
        mention = scene.mention_at(token)
        if mention is not None and mention.kind in {"agency", "forum", "kind"}:
            found += [] if mention in found else [mention]
        elif not (_is_passed_over(token, scene) or token.lower_ in scene.words("somebody_of") | TOWARDS):
            break
    named = (m for m in found if not _describes(m, clause, scene) and not _only_owns(m, clause, scene))
    return tuple(_at_work(m, clause, scene) for m in named)


def _only_owns(mention: Mention, clause: Clause, scene: Scene) -> bool:
    """Whether an agency is only named as the owner of a thing ("Calder Police's press office")."""
    last = next((t for t in reversed(clause.sentence) if mention.start <= t.idx < mention.end), None)
    if last is None or last.dep_ != "poss" or last.head.idx < mention.end:
        return False
    known = scene.words("professional") | scene.words("internal") | scene.words("desks") | scene.words("noticing_of")
    return last.head.lemma_.lower() not in known


def to_which(clause: Clause, scene: Scene) -> tuple[Mention, ...]:
    """The recipient in "the conference, to which the project had referred it"."""
    relative = [t for t in clause.tokens if t.lower_ in {"which", "whom"} and t.head.lower_ in {"to", "into"}]
    if clause.relation != "relcl" or not relative:
        return ()
    before = [
        m
        for m in scene.mentions
        if m.kind in {"agency", "forum"}
        and m.member is not None
        and clause.sentence.start_char <= m.start
        and m.end <= relative[0].idx
    ]
    return tuple(before[-1:])


def _at_work(mention: Mention, clause: Clause, scene: Scene) -> Mention:
    """A professional without a name as somebody of the place that is named beside ("the adviser at the refuge")."""
    if not mention.professional:
        return mention
    words = [t for t in clause.sentence if mention.start <= t.idx < mention.end]
    head = next((t for t in words if t.head not in words), words[-1] if words else None)
    forum = scene.forum_of(head) if head is not None else None
    if forum is not None:
        return replace(mention, kind="forum", members=(forum,))
    members = workplace_of(scene, head, mention) if head is not None else ()
    return replace(mention, members=members) if members else mention


def _describes(mention: Mention, clause: Clause, scene: Scene) -> bool:
    """Whether the words only describe another thing ("a hospital order", "the police log"), not somebody of theirs."""
    last = next((t for t in reversed(clause.sentence) if mention.start <= t.idx < mention.end), None)
    if last is not None and last.dep_ == "poss" and last.head.lemma_.lower() in scene.words("strong_cues"):
        return all(c.lower_ != "of" for c in last.head.children)
    if last is None or last.dep_ not in {"compound", "nmod", "amod"} or last.head.idx < mention.end:
        return False
    noun = last.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun.pos_ != "NOUN" or noun.like_num or "/" in noun.text or noun.lemma_.lower() in scene.words("moments"):
        return False
    return noun.lemma_.lower() not in scene.words("professional") | scene.words("internal") | scene.words("desks")


def _reach(clause: Clause) -> Iterator[Token]:
    """The clause's words, with a clause that is its object ("shared what she had said with the police")."""
    yield from clause.tokens
    for token in clause.head.subtree:
        if token.dep_ in SUBJECTS and any(c.lower_ == "for" and c.dep_ == "mark" for c in token.head.children):
            yield token
    for child in clause.head.children:
        if child.lower_ == "missing" and child.i > clause.head.i:
            yield from child.subtree
        is_object = child.dep_ in {"ccomp", "csubj"} and child.i > clause.head.i
        if is_object and any(t.lower_ in {"what", "whatever"} for t in child.subtree):
            yield from child.subtree


def _leader(first: Token, scene: Scene) -> Token | None:
    """The preposition or verb that leads a noun phrase or the list in which it stands."""
    for at in range(first.i - 1, first.sent.start - 1, -1):
        token = first.doc[at]
        if not _is_passed_over(token, scene):
            return token
    return None


def _is_denied(leader: Token) -> bool:
    """Whether it is said to have gone elsewhere ("was raised in supervision and not with CSC")."""
    return leader.pos_ == "ADP" and leader.i > leader.sent.start and leader.nbor(-1).lower_ == "not"


def _is_passed_over(token: Token, scene: Scene) -> bool:
    mention = scene.mention_at(token)
    if mention is not None and mention.kind in {"agency", "forum", "kind"}:
        return True
    if token.pos_ in SKIPPED and token.lower_ not in {"not", "to"} and token.text not in {";", ":", "(", ")"}:
        return True
    if mention is not None and mention.kind == "person" and _owns(mention, token, scene):
        return True
    possessive = token.dep_ == "poss" and token.pos_ == "PRON"
    return possessive or token.dep_ == "prt" or token.text in {"(", ")"} or token.lower_ in {"both", "either"}


def _owns(person: Mention, token: Token, scene: Scene) -> bool:
    """Whether a word of a main person's name belongs to the owner of one who looks after them ("Hannah's GP")."""
    last = next(t for t in reversed(token.sent) if t.idx < person.end)
    owner = last if last.dep_ == "poss" else last.head
    if not (last.dep_ == "poss" or last.tag_ == "POS") or owner.dep_ != "poss":
        return False
    known = [scene.cast.person(member) for member in person.members]
    outside = owner.head.lemma_.lower() in scene.words("of_their_own")
    return not outside and all(p is not None and p.role in scene.words("looked_after") for p in known)


def other_members(mentions: Sequence[Mention], agency: str | None) -> tuple[str | None, ...]:
    """The members named, without the acting agency; None stands for one that is not known by name."""
    found = dict.fromkeys(m.member for m in mentions)
    return tuple(m for m in found if m is None or m != agency)


def is_of_own_team(mention: Mention, scene: Scene, clause: Clause) -> bool:
    """Whether somebody without a name is a superior or colleague of the teller's own ("told his team leader")."""
    if mention.members or not mention.professional:
        return False
    last = next((t for t in reversed(clause.tokens) if mention.start <= t.idx < mention.end), None)
    if last is None:
        return False
    led = [t.lower_ for t in last.doc.tokens[last.i + 1 : last.i + 3]]
    return led == ["in", "charge"] or last.lemma_.lower() in scene.words("internal")
