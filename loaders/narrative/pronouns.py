"""Pronouns: their kinds, and the person that "he" or "she" is."""

from __future__ import annotations

from collections.abc import Sequence

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.narrative.discourse import Discourse
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token

FIRST_PERSON = frozenset({"i", "me", "my", "we", "us"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "this", "that", "these", "those", "there", "what", "itself"})
INDEFINITE = frozenset({
    "nobody", "anyone", "anybody", "one", "somebody", "someone", "everyone", "none", "both", "others", "other",
})  # fmt: skip
MAIN_ROLES = frozenset({"victim", "perpetrator", "partner_other"})


def earlier_subject(token: Token) -> Token | None:
    """The subject, no pronoun, of the nearest clause that stands earlier in the same sentence."""
    for other in reversed([t for t in token.sent if t.i < token.i and t.dep_ in SUBJECTS]):
        if other.pos_ != "PRON":
            return other
    return None


def person_of(sex: str, token: Token, mentions: Sequence[Mention], discourse: Discourse, cast: Cast) -> tuple[str, ...]:
    """The person that a pronoun is: a subject before it, the last subject, then the main people spoken of.

    `sex` is "M" or "F"; one whose sex is not known fits where nobody nearer does.
    """
    before = [m for m in reversed(mentions) if _is_before(m, token)]
    subjects = [m.members[0] for m in before if _is_subject(m, token)]
    last = discourse.subject.members if discourse.subject is not None else ()
    spoken = [*(m.members[0] for m in before), *discourse.people]
    main = [p for p in spoken if is_main(p, cast)] + [*cast.perpetrators, *cast.victims]
    for people, unknown_fits in ((subjects[:1], True), (last, True), (main, False), (main, True), (spoken, False)):
        for person in people:
            known = cast.person(person)
            if known is not None and (known.sex == sex or (unknown_fits and known.sex is None)):
                return (person,)
    return ()


def _is_before(mention: Mention, token: Token) -> bool:
    single = mention.kind == "person" and mention.member is not None
    return single and token.sent.start_char <= mention.start and mention.end <= token.idx


def _is_subject(mention: Mention, token: Token) -> bool:
    return any(mention.start <= t.idx < mention.end and t.dep_ in SUBJECTS for t in token.sent)


def is_main(person: str, cast: Cast) -> bool:
    """Whether somebody is victim, perpetrator or another partner of either."""
    known = cast.person(person)
    return known is not None and known.role in MAIN_ROLES
