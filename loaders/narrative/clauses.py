"""Clauses: each predicate of a sentence with its subject, objects and prepositional complements.

Mends what the parser is known to get wrong or to leave to its reader: conjoined verbs share subject and voice,
participles and infinitives take theirs from the clause above, the tail of a list may hang elsewhere, and phrases with
"to" or "with" may hang on a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.loaders.narrative.parse import Sentence, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECT = frozenset({"dobj", "dative", "attr", "oprd"})
NOUN_LIKE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
ACTIVE_MARKS = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp"})
DAYS = frozenset({"afternoon", "day", "evening", "fortnight", "month", "morning", "night", "week", "year"})
OWN_STORY = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what stands with it; tokens are heads of noun phrases.

    `lemma` is the predicate's, with its particle ("pass on"), in small letters.
    """

    head: Token
    lemma: str
    sentence: Sentence
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    agents: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]
    passive: bool
    parent: Clause | None
    tokens: tuple[Token, ...]

    @property
    def relation(self) -> str:
        """How the clause hangs on the one above it."""
        return str(self.head.dep_)

    def preposition(self, *names: str) -> tuple[Token, ...]:
        """The heads of the phrases that one of these prepositions leads."""
        return tuple(token for name, token in self.obliques if name in names)


def clauses(
    sentence: Sentence, active_alone: frozenset[str] | None = None, views: frozenset[str] = frozenset()
) -> tuple[Clause, ...]:
    """All clauses of a sentence, in the order of the text.

    In notes a bare participle is a passive ("V seen"); `active_alone` then has the verbs of which it is not ("V rang"),
    and is None for running text. `views` has the verbs of holding a view, below which somebody's own deeds go on.
    """
    found: dict[int, Clause] = {}
    for token in _from_above(sentence.root):
        if _is_predicate(token):
            parent = next((found[a.i] for a in token.ancestors if a.i in found), None)
            passive = _is_passive(token, parent)
            if active_alone is not None and not passive:
                passive = _is_bare_participle(token, active_alone)
            found[token.i] = _clause(token, sentence, parent, passive, views)
    return tuple(found[i] for i in sorted(found))


def noun_heads(token: Token) -> tuple[Token, ...]:
    """A noun and those that are coordinated with it."""
    return (token, *(t for t in token.conjuncts if t.pos_ in NOUN_LIKE and t.i > token.i))


def _from_above(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        yield from _from_above(child)


def _is_predicate(token: Token) -> bool:
    if token.dep_ in {"aux", "auxpass"}:
        return False
    if token.pos_ == "VERB":
        return token.dep_ not in {"amod", "compound"}
    return token.pos_ == "AUX" or token.dep_ == "ROOT"


def _clause(head: Token, sentence: Sentence, parent: Clause | None, passive: bool, views: frozenset[str]) -> Clause:
    subjects = _subjects(head, parent, views)
    objects = tuple(h for c in head.children if c.dep_ in OBJECT and c.pos_ != "ADP" for h in noun_heads(c))
    if head.dep_ in {"acl", "relcl"} and passive and not subjects:
        subjects = noun_heads(head.head)
    obliques = tuple(_obliques(head))
    agents = tuple(t for c in head.children if c.dep_ == "agent" for t in _led_by(c))
    if passive and not agents:
        agents = tuple(t for name, t in obliques if name == "by")
    return Clause(head, _lemma(head), sentence, subjects, objects, agents, obliques, passive, parent, _own_tokens(head))


def _lemma(head: Token) -> str:
    particle = next((t.lower_ for t in head.children if t.dep_ == "prt"), None)
    lemma = head.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def _led_by(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from noun_heads(child)


def _is_passive(head: Token, parent: Clause | None) -> bool:
    below = {c.dep_ for c in head.children}
    if below & {"auxpass", "nsubjpass"}:
        return True
    if _is_apart_from_auxiliary(head, parent):
        return True
    conjoined = head.dep_ == "conj" and parent is not None and head.lemma_ != "do"
    if conjoined and head.tag_ == "VBD" and parent is not None and parent.passive and not below & ACTIVE_MARKS:
        return True
    if head.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ in {"have", "having"} for c in head.children):
        return False
    if head.dep_ in {"acl", "advcl"}:
        of_all = head.dep_ == "acl" and head.head.dep_ == "ROOT" and head.head.pos_ == "NOUN"
        return "dobj" not in below or not (of_all or "nsubj" in below)
    if conjoined and parent is not None and not below & SUBJECT:
        return parent.passive or ("dobj" not in below and parent.head.tag_ == "VBN")
    return False


def _is_apart_from_auxiliary(head: Token, parent: Clause | None) -> bool:
    """Whether a phrase stands between a participle and its auxiliary ("was at no point offered support")."""
    if parent is None or head.dep_ != "advcl" or head.tag_ not in {"VBN", "VBD"} or parent.head.lemma_ != "be":
        return False
    between = {t.pos_ for t in head.doc.tokens[parent.head.i + 1 : head.i]}
    own = any(c.dep_ in ACTIVE_MARKS - {"dobj"} for c in head.children)
    return not own and head.i > parent.head.i and between <= {"ADP", "DET", "NOUN", "ADV", "ADJ", "PRON"}


def _is_bare_participle(head: Token, active_alone: frozenset[str]) -> bool:
    """Whether a verb has no auxiliary and no object, and may be a participle ("locks changed", "P inducted")."""
    if head.tag_ not in {"VBN", "VBD"} or {head.lemma_.lower(), head.lower_} & active_alone:
        return False
    return not any(c.dep_ in {"aux", "auxpass", "dobj", "ccomp", "xcomp"} for c in head.children)


def _is_taken_to_do(head: Token, parent: Clause) -> bool:
    """Whether somebody takes something to do it, and so does it ("took the opportunity to tell her")."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
    return head.dep_ == "acl" and infinitive and parent.head.lemma_ == "take" and head.head in parent.objects


def _subjects(head: Token, parent: Clause | None, views: frozenset[str]) -> tuple[Token, ...]:
    own = tuple(h for c in head.children if c.dep_ in SUBJECT and c.dep_ != "expl" for h in noun_heads(c))
    if own and parent is not None and (_is_second_relative(head, own[0], parent) or _is_day(own[0], head)):
        return parent.subjects
    if own:
        return (_antecedent(head),) if head.dep_ == "relcl" and own[0].tag_ in {"WDT", "WP"} else own
    if parent is not None and _is_taken_to_do(head, parent):
        return parent.subjects
    if head.dep_ == "acl" or (head.dep_ == "relcl" and any(c.dep_ == "dobj" for c in head.children)):
        return (head.head,)
    if parent is None:
        return _of_aside_before(head) or _of_deed_before(head)
    beside = _named_beside(head)
    if beside is not None:
        return (beside,)
    if head.dep_ == "xcomp":
        people = tuple(t for t in parent.objects if t.pos_ in {"NOUN", "PROPN", "PRON"})
        return people or parent.subjects
    if parent.parent is not None:
        held = parent.parent.head.lemma_.lower() in views and _is_after_view(head, parent)
        if held or _goes_on_above(head, parent) or _is_after_aside(head, parent):
            return parent.parent.subjects
        if head.dep_ == "conj" and head.lemma_ != "be" and _says_there_is(parent):
            return _subjects_above(parent)
    return parent.subjects if head.dep_ in {"conj", "advcl", "pcomp", "dep"} else ()


def _is_day(subject: Token, head: Token) -> bool:
    """Whether a phrase that only says when was taken for a subject ("gave her a card, and the next day rang CSC")."""
    told = head.dep_ == "conj" and head.tag_ == "VBD" and head.lemma_ not in {"be", "bring"}
    return told and subject.lemma_ in DAYS and subject.i < head.i


def _of_deed_before(head: Token) -> tuple[Token, ...]:
    """The doer of the first of several deeds, where the parser hung it below the next ("The nurse rang, explained")."""
    deeds = (c for c in head.children if c.dep_ == "ccomp" and c.i < head.i and c.tag_ == head.tag_ == "VBD")
    first = next(deeds, None)
    own = (c for c in first.children if c.dep_ in SUBJECT and c.dep_ != "expl") if first is not None else ()
    return tuple(h for c in own for h in noun_heads(c))


def _of_aside_before(head: Token) -> tuple[Token, ...]:
    """The subject in "The teacher, with her mother beside her, rang CSC, explained it and ...", taken from "rang"."""
    if head.tag_ != "VBD":
        return ()
    before = (c for c in head.children if c.dep_ == "advcl" and c.i < head.i and c.tag_ in {"VBN", "VBD"})
    led = {"mark", "advmod", "aux", "auxpass"}
    bare = (c for c in before if not any(t.dep_ in led and t.i < c.i for t in c.children))
    return tuple(t for verb in bare for t in verb.children if t.dep_ == "nsubj" and t.i == _first_noun(head).i)


def _first_noun(head: Token) -> Token:
    return next((t for t in head.doc.tokens[head.sent.start : head.i] if t.dep_ == "nsubj"), head)


def _antecedent(head: Token) -> Token:
    """The noun of which a relative clause tells; in "it was Fiona, not the police, who rang" the first."""
    noun = head.head
    between = noun.doc.tokens[noun.head.i : noun.i] if noun.dep_ in {"appos", "conj"} else ()
    return noun.head if any(t.lower_ == "not" for t in between) else noun


def _named_beside(head: Token) -> Token | None:
    """The name before a verb without subject, if it was taken for the end of a list ("a number and CSC rang")."""
    if head.dep_ != "conj" or head.tag_ not in {"VBD", "VBZ"} or head.i == head.sent.start:
        return None
    before = head.nbor(-1)
    return before if before.pos_ == "PROPN" and before.dep_ == "conj" and before.head.dep_ in {"pobj", "dobj"} else None


def _is_second_relative(head: Token, subject: Token, parent: Clause) -> bool:
    """Whether "who" is whom the relative clause before is of ("an officer who rang and who sent a form")."""
    return head.dep_ == "conj" and subject.tag_ in {"WDT", "WP"} and parent.relation == "relcl"


def _goes_on_above(head: Token, parent: Clause) -> bool:
    """Whether a past tense is conjoined with what is none, as it can't be ("asked her to go and gave her a card")."""
    if head.dep_ != "conj" or head.tag_ != "VBD" or parent.parent is None:
        return False
    suggested = parent.relation == "ccomp" and parent.head.tag_ in {"VB", "VBP"} and parent.parent.head.tag_ == "VBD"
    return suggested or (parent.relation == "xcomp" and parent.head.tag_ == "VB")


def _is_after_aside(head: Token, parent: Clause) -> bool:
    """Whether a verb goes on after an aside between commas ("completed a DASH, which came to ten, and rang her")."""
    joints = [c for c in parent.head.children if c.dep_ == "cc" and 0 < c.i < head.i]
    after_comma = any(joint.nbor(-1).text == "," for joint in joints[-1:])
    return head.dep_ == "conj" and parent.relation == "relcl" and head.tag_ == "VBD" and after_comma


def _says_there_is(clause: Clause) -> bool:
    """Whether a clause has no doer, so that a verb beside it has another ("knew that there was a wife, but ...")."""
    return not clause.subjects and any(c.dep_ == "expl" for c in clause.head.children)


def _subjects_above(clause: Clause) -> tuple[Token, ...]:
    above = clause.parent
    while above is not None and _says_there_is(above):
        above = above.parent
    return above.subjects if above is not None else ()


def _is_after_view(head: Token, parent: Clause) -> bool:
    """Whether somebody acts who held a view before ("took the view that it was private and did not pass it on")."""
    if head.dep_ != "conj" or parent.relation not in {"acl", "ccomp"} or head.lemma_ == "be":
        return False
    state = parent.passive or parent.head.lemma_ == "be"
    helped = {c.lower_ for c in head.children if c.dep_ in {"aux", "auxpass"}}
    return state and (head.tag_ == "VBD" and not helped or helped == {"did"})


def _obliques(head: Token) -> Iterator[tuple[str, Token]]:
    holders = [head, *(c for c in head.children if c.dep_ in OBJECT | SUBJECT | {"prt", "advmod", "attr"})]
    for holder in holders:
        for child in holder.children:
            if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "PART"}:
                yield from _phrase(child)


def _phrase(preposition: Token) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "VERB":
            for noun in noun_heads(child):
                yield preposition.lower_, noun
                for nested in noun.children:
                    if nested.dep_ == "prep":
                        yield from _phrase(nested)
        elif child.dep_ == "prep":
            yield from _phrase(child)
    for other in preposition.children:
        if other.dep_ == "conj" and other.pos_ == "ADP":
            yield from _phrase(other)


def _own_tokens(head: Token) -> tuple[Token, ...]:
    """The tokens of a clause without those of the clauses below it that tell a story of their own."""
    stack = [head]
    gathered = []
    while stack:
        token = stack.pop()
        gathered.append(token)
        for child in token.children:
            tells = child.dep_ in OWN_STORY and child.pos_ in {"VERB", "AUX"}
            if not tells:
                stack.append(child)
    return tuple(sorted(gathered, key=lambda t: t.i))
