"""The scene of a sentence: who is who in it, by name, role or pronoun, and whose section it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.narrative.lexicon import Lexicon

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "this", "that", "these", "those", "there", "what", "itself"})
REFLEXIVE = frozenset({"herself", "himself", "themselves", "itself"})


@dataclass(frozen=True, slots=True)
class Party:
    """One participant of a clause: an agency (or somebody who acts for it), a forum, a person, or a thing."""

    kind: str
    members: tuple[str, ...]
    token: Token
    basis: str
    agency_type: str | None = None
    professional: bool = False

    @property
    def is_agency(self) -> bool:
        """Whether it is an agency or forum, or somebody who acts for one, known by name or not."""
        return self.kind in {"agency", "forum"}

    @property
    def member(self) -> str | None:
        """The one member that it is, None where it is several or unknown."""
        return self.members[0] if len(self.members) == 1 else None


@dataclass(slots=True)
class Discourse:
    """Who was spoken of lately, latest first; it moves with the text and ends with a section."""

    people: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    subject: Party | None = None
    forum: str | None = None

    @property
    def agency(self) -> str | None:
        """The agency that was spoken of last."""
        return self.agencies[0] if self.agencies else None

    def note_agency(self, agency: str) -> None:
        """Put an agency first among those that were spoken of."""
        if agency in self.agencies:
            self.agencies.remove(agency)
        self.agencies.insert(0, agency)
        del self.agencies[4:]

    def note_person(self, person: str) -> None:
        """Put a person first among those who were spoken of."""
        if person in self.people:
            self.people.remove(person)
        self.people.insert(0, person)
        del self.people[8:]

    def forget(self) -> None:
        """Start afresh, at a new section."""
        self.agencies.clear()
        self.subject = None
        self.forum = None


@dataclass(slots=True)
class Scene:
    """One sentence's participants; offsets are those of the parsed text."""

    cast: Cast
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    discourse: Discourse
    agency: str | None = None
    notes: bool = False
    likely: Mapping[str, str] = field(default_factory=dict)
    _known: dict[int, Party] = field(default_factory=dict)

    def party(self, token: Token) -> Party:
        """Who or what the noun phrase headed by a token is."""
        if token.i not in self._known:
            self._known[token.i] = self._find(token)
        return self._known[token.i]

    def parties(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """The parties of several noun phrases, each once."""
        return tuple({(p.kind, p.members, p.token.i): p for p in map(self.party, tokens)}.values())

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that a token stands in."""
        at = token.idx
        return next((m for m in self.mentions if m.start <= at < m.end), None)

    def mentioned(self, tokens: Iterable[Token], *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds that these tokens hold, in order, each once."""
        seen = set()
        for token in tokens:
            mention = self.mention_at(token)
            if mention is not None and mention.kind in kinds and mention.start not in seen:
                seen.add(mention.start)
                yield mention

    def _find(self, token: Token) -> Party:
        mention = self.mention_at(token)
        if mention is not None and not self._is_possessor(token, mention):
            kind = mention.kind if mention.kind != "kind" else "agency"
            members = (
                self._place_of(token) or self._anaphor(token, mention) or mention.members
                if mention.professional
                else mention.members
            )
            if not members and mention.kind == "kind":
                members = self._of_kind(mention)
            return Party(kind, members, token, mention.basis, mention.agency_type, mention.professional)
        word = token.lower_
        if token.pos_ == "PRON" or word in MALE | FEMALE | PLURAL | THING:
            return self._pronoun(token, word)
        lemma = token.lemma_.lower()
        if lemma in self.lexicon.sets["professional"]:
            members = self._place_of(token) or self._latest_workplace(token)
            return Party("agency", members, token, "role", professional=True)
        if lemma in self.lexicon.sets["workplaces"] and any(
            c.lower_ in {"the", "this", "that"} for c in token.children
        ):
            member = self._workplace_named(lemma)
            if member is not None:
                return Party("agency", (member,), token, "role")
        if lemma in self.lexicon.sets["human"]:
            return Party("person", (), token, "term")
        if token.pos_ == "PROPN" and token.ent_type_ == "" and self._is_human_name(token):
            return Party("person", (), token, "name")
        return Party("thing", (), token, "thing")

    def _of_kind(self, mention: Mention) -> tuple[str, ...]:
        """The agency of a kind that could be several: the section's own, the one spoken of lately, or the
        review's usual one.
        """
        if mention.agency_type is None:
            return ()
        for member in (self.agency, *self.discourse.agencies, self.likely.get(mention.agency_type)):
            body = self.cast.body(member) if member is not None else None
            if body is not None and body.agency_type == mention.agency_type:
                return (body.id,)
        return ()

    def _place_of(self, token: Token) -> tuple[str, ...]:
        """The agency in "a doctor at Fernleigh Road", "an officer from the housing team"."""
        for child in token.children:
            compound = self.mention_at(child) if child.dep_ in {"compound", "nmod"} else None
            if compound is not None and compound.kind == "agency" and len(compound.members) == 1:
                return compound.members
            if child.dep_ == "prep" and child.lower_ in {"at", "from", "of", "with", "for", "in"}:
                for inner in child.children:
                    found = self.mention_at(inner)
                    if found is not None and found.kind == "agency" and len(found.members) == 1:
                        return found.members
        return ()

    def _anaphor(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """ "The officer" after a housing officer was spoken of is that officer."""
        if mention.basis not in {"role", "service"} or not any(
            c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det"
        ):
            return ()
        if (
            any(c.dep_ in {"amod", "compound"} for c in token.children)
            or token.lemma_.lower() not in self.lexicon.sets["workers"]
        ):
            return ()
        return self._latest_workplace(token)

    def _workplace_named(self, lemma: str) -> str | None:
        """ "The project": the section's or last agency, or the only one, whose name holds that word."""
        fitting = [b.id for b in self.cast.bodies if lemma in b.name.lower().split()]
        for member in (self.agency, *self.discourse.agencies):
            if member in fitting:
                return member
        return fitting[0] if len(fitting) == 1 else None

    def _latest_workplace(self, token: Token) -> tuple[str, ...]:
        last = self.discourse.subject
        if last is not None and last.is_agency and last.professional and len(last.members) == 1:
            return last.members
        return (
            (self.agency,)
            if self.agency is not None
            else (self.discourse.agency,)
            if self.discourse.agency is not None
            else ()
        )

    def _is_possessor(self, token: Token, mention: Mention) -> bool:
        """Whether the mention ends before the head of the phrase ("the school's referral")."""
        return token.idx >= mention.end

    def _is_human_name(self, token: Token) -> bool:
        return token.dep_ in {"nsubj", "nsubjpass", "agent"} and token.head.pos_ == "VERB" and len(token.text) > 2

    def _pronoun(self, token: Token, word: str) -> Party:
        if word in {"who", "whom", "which", "that"} and token.dep_ != "det" and token.head.dep_ == "relcl":
            return self.party(token.head.head)
        sex = "M" if word in MALE else "F" if word in FEMALE else None
        subject = self.discourse.subject
        nominative = token.dep_ in {"nsubj", "nsubjpass"}
        earlier = self._earlier(token)
        if sex is not None:
            if nominative and earlier is None and subject is not None and subject.professional and subject.is_agency:
                return Party("agency", subject.members, token, "pronoun", subject.agency_type, True)
            if nominative and earlier is not None and earlier.professional and token.head.dep_ not in {"ccomp"}:
                return Party("agency", earlier.members, token, "pronoun", earlier.agency_type, True)
            return Party("person", self._person_of(sex, token), token, "pronoun")
        if word in PLURAL:
            return self._they(token, earlier, subject)
        if word == "it" and nominative:
            member = self._lately(token) or self.discourse.agency or self.agency
            return Party("agency" if member else "thing", (member,) if member else (), token, "pronoun")
        if word in {
            "nobody",
            "anyone",
            "anybody",
            "one",
            "somebody",
            "someone",
            "everyone",
            "none",
            "both",
            "others",
            "other",
        }:
            return Party("thing", (), token, "indefinite")
        return Party("thing", (), token, "pronoun")

    def _they(self, token: Token, earlier: Party | None, subject: Party | None) -> Party:
        known = earlier or subject
        plural = any(m.kind == "person" and len(m.members) > 1 for m in self.mentions if m.end <= token.idx)
        if (
            known is not None
            and not known.is_agency
            and not plural
            and self.agency is not None
            and token.dep_ in {"nsubj", "nsubjpass"}
        ):
            return Party("agency", (self.agency,), token, "pronoun", professional=True)
        if known is not None and known.is_agency and token.dep_ in {"nsubj", "nsubjpass"}:
            return Party("agency", known.members, token, "pronoun", known.agency_type, known.professional)
        return Party("person", tuple(self.discourse.people[:2]), token, "pronoun")

    def _earlier(self, token: Token) -> Party | None:
        """The subject of a clause that stands earlier in the same sentence."""
        for other in reversed([t for t in token.sent if t.i < token.i and t.dep_ in {"nsubj", "nsubjpass"}]):
            if other.pos_ != "PRON":
                return self.party(other)
        return None

    def _lately(self, token: Token) -> str | None:
        before = [
            m
            for m in self.mentions
            if m.end <= token.idx and m.kind == "agency" and len(m.members) == 1 and m.start >= token.sent.start_char
        ]
        return before[-1].members[0] if before else None

    def _person_of(self, sex: str, token: Token) -> tuple[str, ...]:
        """The person that "he" or "she" is: a subject before it, the last subject, then the main people spoken of."""
        before = [
            m
            for m in self.mentions
            if m.end <= token.idx and m.kind == "person" and len(m.members) == 1 and m.start >= token.sent.start_char
        ]
        subjects = [m.members[0] for m in reversed(before) if self._is_subject(m, token)]
        last = self.discourse.subject.members if self.discourse.subject is not None else ()
        spoken = [*(m.members[0] for m in reversed(before)), *self.discourse.people]
        main = [p for p in spoken if self._is_main(p)]
        main += [*self.cast.perpetrators, *self.cast.victims]
        for people, unknown in ((subjects[:1], True), (last, True), (main, False), (spoken, False), (main, True)):
            for person in people:
                known = self.cast.person(person)
                if known is not None and (known.sex == sex or unknown and known.sex is None):
                    return (person,)
        return ()

    def _is_subject(self, mention: Mention, token: Token) -> bool:
        return any(mention.start <= t.idx < mention.end and t.dep_ in {"nsubj", "nsubjpass"} for t in token.sent)

    def _is_main(self, person: str) -> bool:
        known = self.cast.person(person)
        return known is not None and known.role in {"victim", "perpetrator", "partner_other"}
