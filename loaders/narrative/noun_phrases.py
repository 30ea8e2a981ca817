"""How the words of a noun phrase look: whether they may name a person, one professional, or an unknown body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, MALE

ACRONYM, LONGEST_INITIALS, VOWELS = range(2, 7), 2, "AEIOU"
CODE = re.compile(r"[A-Z]{2,4}\d{1,2}")
TO_SOMEBODY = frozenset({"by", "to", "with"})
SEVERAL = frozenset({"crew", "staff", "team"})


def is_taken_up_from_object(token: Token, sex: str) -> bool:
    """Whether the sentence has spoken of him or her as an object only ("To the nurse who saw him he said ...")."""
    alike = [t for t in token.sent if t.i < token.i and t.lower_ in (MALE if sex == "M" else FEMALE)]
    return any(t.dep_ in {"dobj", "pobj", "dative"} for t in alike) and not any(t.dep_ in SUBJECTS for t in alike)


def is_paper_told(pronoun: Token, papers: frozenset[str], wording: frozenset[str]) -> bool:
    """Whether "it" goes on from a paper that the sentence told of ("A letter reached her; it mentioned ...")."""
    before = [t for t in pronoun.sent if t.i < pronoun.i and t.dep_ in SUBJECTS]
    says = pronoun.head.lemma_.lower() in wording
    return says and bool(before) and before[-1].lemma_.lower() in papers


def is_thing_dealt_with(pronoun: Token, done_to_papers: frozenset[str]) -> bool:
    """Whether "it" is a paper, by what was done to it ("it was never sent to the police", not "it was sent a copy")."""
    verb = pronoun.head
    given = any(c.dep_ in {"dobj", "oprd"} or (c.dep_ == "dative" and c.pos_ != "ADP") for c in verb.children)
    return pronoun.dep_ == "nsubjpass" and verb.lemma_.lower() in done_to_papers and not given


def could_be_one(party: Party) -> bool:
    """Whether "he" or "she" may be meant by it: not by "two nurses" or "ambulance staff"."""
    return party.token.tag_ not in {"NNS", "NNPS"} and party.token.lemma_.lower() not in SEVERAL


def is_bare(token: Token, mention: Mention) -> bool:
    """Whether a professional is named by one word, with an article at most ("the nurse", not "the school nurse")."""
    return not any(c.dep_ in {"compound", "amod"} and c.idx >= mention.start for c in token.children)


def is_unknown_body(token: Token) -> bool:
    """Whether letters name one who does something, and whom the text has not introduced ("the PVPU referred her")."""
    letters = token.text.isupper() and token.text.isalpha() and len(token.text) in ACRONYM
    determined = any(c.lower_ == "the" for c in token.children)
    spoken = len(token.text) > LONGEST_INITIALS and sum(c in VOWELS for c in token.text) < len(token.text) / 3
    if not letters or token.pos_ != "PROPN" or not (determined or spoken):
        return False
    listed = token.dep_ == "conj" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VBD"
    return listed or (token.dep_ in {*SUBJECTS, "agent"} and token.head.pos_ == "VERB")


def is_human_name(token: Token) -> bool:
    """Whether a name does something, as a person's does."""
    return token.dep_ in {*SUBJECTS, "agent"} and token.head.pos_ == "VERB" and len(token.text) > 2


def after(verb: Token, preposition: str) -> Iterator[Token]:
    """The nouns that a preposition of a verb leads."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def is_called_so(token: Token) -> bool:
    """Whether a token may be a name after a title, be it a letter that the parser took for a noun ("Dr P")."""
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and len(token.text) == 1 and token.text.isupper())


def is_code(token: Token) -> bool:
    """Whether letters and a number stand for somebody, as professionals are numbered ("HO2 saw them")."""
    acts = token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"} or (
        token.dep_ == "pobj" and token.head.lower_ in TO_SOMEBODY
    )
    return CODE.fullmatch(token.text) is not None and acts and not any(c.dep_ == "det" for c in token.children)
