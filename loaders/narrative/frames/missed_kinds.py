"""What was missed: a share, a referral, an enquiry, an assessment, a record, or something else.

Only a missed share or referral says that an agency kept to itself what it knew, so that what somebody of the history
or a colleague was not told, and what nobody asked for, must not be taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.frames.telling_words import joined
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.scene import Scene

KINDS = (
    ("referral", "referring"),
    ("share", "sharing_paper"),
    ("share", "sharing"),
    ("assessment", "assessing"),
    ("enquiry", "enquiring"),
    ("record", "recording"),
)
SHORT_CLAUSE = 25
GOING = frozenset({"go", "return"})
TOLD_BY = frozenset({"to", "with"})


def kind_of(text: str, lexicon: Lexicon) -> str:
    """The kind that words tell, whoever they are about."""
    return next((kind for kind, name in KINDS if lexicon.patterns[name].search(text)), "other")


def kind_missed(clause: Clause, who: str | None, scene: Scene) -> str:
    """The kind of what a clause says was not done by an agency, by its own words and by whom it would have reached."""
    kind = _kind_told(clause, scene)
    if clause.passive and clause.lemma in scene.words("taking_up_messages") | {"see"}:
        return "other"
    if clause.head.lemma_.lower() in scene.words("joining_records") and not _reached(clause, who, scene):
        return "record"
    if kind == "share" and _is_no_share(clause, who, scene):
        return _kind_inside(clause, scene)
    if kind in {"other", "record"} and _would_reach(clause, who, scene):
        return "share"
    return kind


def _kind_told(clause: Clause, scene: Scene) -> str:
    """By the clause's own words, by a subject before it, or by what was said just before of that which was not done."""
    text = joined(clause.tokens)
    outside = " ".join(subject.text for subject in clause.subjects if subject not in clause.tokens)
    for words in (text, outside):
        kind = kind_of(words, scene.lexicon)
        if kind != "other":
            return kind
    if len(text) >= SHORT_CLAUSE and not _is_taken_up(clause, scene):
        return "other"
    kind = kind_of(clause.sentence.text, scene.lexicon)
    before = kind == "other" and _is_taken_up(clause, scene)
    return kind_of(_sentence_before(clause), scene.lexicon) if before else kind


def _is_taken_up(clause: Clause, scene: Scene) -> bool:
    """Whether what was not done is only a pronoun for what the text has just told ("None was made", "It did not")."""
    things = clause.subjects if clause.passive else clause.objects
    bare = clause.head.lemma_.lower() == "do" and not clause.objects
    return bare or any(t.lower_ in scene.words("taking_up") for t in things)


def _sentence_before(clause: Clause) -> str:
    start = clause.sentence.start
    return clause.head.doc[start - 1].sent.text if start else ""


def _kind_inside(clause: Clause, scene: Scene) -> str:
    """What it is if it was no share: what was not asked or assessed, else something else."""
    text = joined(clause.tokens)
    if clause.head.lemma_.lower() in scene.words("seeking"):
        return "enquiry"
    return "assessment" if scene.pattern("assessing").search(text) else "other"


def _is_no_share(clause: Clause, who: str | None, scene: Scene) -> bool:
    """Whether nothing would have gone to another agency: it was asked, or a person or colleague was to be told."""
    if clause.head.lemma_.lower() in scene.words("seeking"):
        return True
    if (
        clause.passive
        and clause.head.lemma_.lower() == "send"
        and any(scene.party(s).professional for s in clause.subjects)
    ):
        return True
    text = joined(clause.tokens)
    if _reached(clause, who, scene):
        return False
    inside = scene.pattern("within_agency").search(text) is not None
    if not inside and scene.pattern("anybody_else").search(text):
        return False
    if scene.pattern("assessing").search(text) and clause.head.lemma_.lower() not in scene.words("addressing"):
        return True
    if inside:
        return True
    told = list(_addressed(clause))
    return bool(told) and all(_is_own(t, who, scene) for t in told)


def _addressed(clause: Clause) -> Iterator[Token]:
    """Those to whom or with whom it would have been: persons and professionals, not what was said."""
    yield from clause.subjects if clause.passive else clause.objects
    for token in clause.tokens:
        if token.dep_ == "pobj" and token.head.lower_ in TOLD_BY and token.i > clause.head.i - SHORT_CLAUSE:
            yield token


def _is_own(token: Token, who: str | None, scene: Scene) -> bool:
    """Whether somebody is a person of the history or a colleague, or a mere thing that says nothing of anybody."""
    party = scene.party(token)
    if party.kind == "person":
        return True
    return party.professional and (token.lemma_.lower() in scene.words("internal") or party.member == who)


def _reached(clause: Clause, who: str | None, scene: Scene) -> bool:
    """Whether another agency or a forum is named in the clause."""
    words = (*clause.tokens, *clause.subjects)
    named = [m for m in scene.mentioned(words, "agency", "forum", "kind") if not m.professional or m.members]
    return any(who not in m.members for m in named)


def _would_reach(clause: Clause, who: str | None, scene: Scene) -> bool:
    """Whether by some everyday verb it would have come to another agency ("nothing was said to CSC").

    What goes there must be a case, or no thing at all: a person who is taken there, or an invoice, shares nothing.
    """
    lemma = clause.head.lemma_.lower()
    moved = clause.subjects if clause.passive or lemma in GOING else clause.objects
    of_case = all(thing.lemma_.lower() in scene.words("telling_things") for thing in moved)
    return lemma in scene.words("reaching_out") and of_case and _reached(clause, who, scene)
