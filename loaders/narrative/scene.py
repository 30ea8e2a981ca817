"""The scene of a sentence: who is who in it, by name, role or pronoun, and whose section it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.narrative.discourse import Discourse, Party
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.noun_phrases import (
    after,
    could_be_one,
    is_bare,
    is_human_name,
    is_paper_told,
    is_taken_up_from_object,
    is_unknown_body,
)
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, INDEFINITE, MALE, PLURAL, THING, earlier_subject, person_of
from dhr_graph.model.records import Body

INDEFINITE_ARTICLES = frozenset({"a", "an", "another", "one"})
HEALTH = frozenset({"acute_health", "community_health", "gp", "mental_health", "urgent_care"})
UNDIVIDED = frozenset({"gp", "legal", "school"})
WORKPLACE = frozenset({"at", "from", "of", "with", "for", "in"})
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
IN_CHARGE = frozenset({"charge", "duty"})
RELATIVE = frozenset({"who", "whom", "which", "that"})


@dataclass(slots=True)
class Scene:
    """One sentence's participants; offsets are those of the parsed text.

    `agency` is the one in whose section, lead phrase or row it stands, `notes` says that it is telegraphic, `dated`
    that it is an entry under its day, `likely` has the body that is usually meant by a type ("the police").
    """

    cast: Cast
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    discourse: Discourse
    agency: str | None = None
    notes: bool = False
    likely: Mapping[str, str] = field(default_factory=dict)
    dated: bool = False
    _known: dict[int, Party] = field(default_factory=dict)
    _at: dict[int, Mention | None] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """The lexicon's set of words of a name."""
        return self.lexicon.sets[name]

    def pattern(self, name: str) -> re.Pattern[str]:
        """The lexicon's wordings of a name, as one expression."""
        return self.lexicon.patterns[name]

    def party(self, token: Token) -> Party:
        """Who or what the noun phrase headed by a token is."""
        if token.i not in self._known:
            self._known[token.i] = self._find(token)
        return self._known[token.i]

    def parties(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """The parties of several noun phrases, each once."""
        return tuple({(p.kind, p.members, p.token.i): p for p in map(self.party, tokens)}.values())

    def body(self, member: str | None) -> Body | None:
        """The agency or forum of an id, None for none."""
        return self.cast.body(member) if member is not None else None

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that a token stands in."""
        if token.i not in self._at:
            at = token.idx
            self._at[token.i] = next((m for m in self.mentions if m.start <= at < m.end), None)
        return self._at[token.i]

    def agency_at(self, token: Token) -> str | None:
        """The one agency that a token names, None where it names none or several."""
        mention = self.mention_at(token)
        return mention.member if mention is not None and mention.kind == "agency" else None

    def body_at(self, token: Token) -> str | None:
        """The one agency or forum that a token names, None where it names none or several."""
        mention = self.mention_at(token)
        return mention.member if mention is not None and mention.kind in {"agency", "forum"} else None

    def mentioned(self, tokens: Iterable[Token], *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds that these tokens hold, in order, each once."""
        seen = set()
        for token in tokens:
            mention = self.mention_at(token)
            if mention is not None and mention.kind in kinds and mention.start not in seen:
                seen.add(mention.start)
                yield mention

    def _find(self, token: Token) -> Party:
        forum = self.forum_of(token)
        if forum is not None:
            return Party("forum", (forum,), token, "role")
        mention = self.mention_at(token)
        if mention is not None:
            return self._mentioned_party(token, mention)
        word = token.lower_
        works_for = self._works_for(token) if token.pos_ == "PROPN" else None
        if works_for is not None:
            return Party("agency", (works_for,), token, "role", professional=True)
        if word in INDEFINITE and self.place_of(token):
            return Party("agency", self.place_of(token), token, "role", professional=True)
        if token.pos_ == "PRON" or word in MALE | FEMALE | PLURAL | THING:
            return self._pronoun(token, word)
        lemma = token.lemma_.lower()
        if lemma in self.words("professional"):
            members = self.place_of(token) or (() if self._is_of_unnamed(token) else self._latest_workplace())
            return Party("agency", members, token, "role", professional=True)
        if is_unknown_body(token) or (lemma in self.words("departments") and self._is_of_another(token)):
            return Party("agency", (), token, "role")
        workplaces = self._workplaces_named(token) if lemma in self.words("workplaces") else ()
        if workplaces:
            return Party("agency", workplaces if len(workplaces) == 1 else (), token, "role")
        if lemma in self.words("staff_of") and self.place_of(token):
            return Party("agency", self.place_of(token), token, "role", professional=True)
        if lemma in self.words("human"):
            return Party("person", (), token, "term")
        titles = {c.lower_.rstrip(".") for c in token.lefts} if token.pos_ == "PROPN" else set()
        if titles & self.words("professional_titles"):
            members = self.place_of(token) or self._by_title(token) or self._latest_workplace()
            return Party("agency", members, token, "role", professional=True)
        if titles & COURTESY and self.place_of(token):
            return Party("agency", self.place_of(token), token, "role", professional=True)
        if token.pos_ == "PROPN" and token.ent_type_ == "" and is_human_name(token):
            return Party("person", (), token, "name")
        return Party("thing", (), token, "thing")

    def _works_for(self, name: Token) -> str | None:
        """The agency of a professional known by name, from before or by the apposition ("Ms Dunn, the deputy head")."""
        titled = any(c.lower_.rstrip(".") in COURTESY | self.words("professional_titles") for c in name.lefts)
        told_of = (c for c in name.children if c.dep_ == "appos" and c.i > name.i)
        beside = (self.party(c) for c in told_of if titled or any(d.lower_ == "the" for d in c.children))
        told = next((p.member for p in beside if p.professional and p.member is not None), None)
        return told or self.discourse.staff.get(name.text)

    def _by_title(self, name: Token) -> tuple[str, ...]:
        """The one agency whose people bear the title before a name ("DS Pell")."""
        titles = (self.agency_at(c) for c in name.lefts if c.dep_ == "compound")
        return next(((member,) for member in titles if member is not None), ())

    def _mentioned_party(self, token: Token, mention: Mention) -> Party:
        kind = mention.kind if mention.kind != "kind" else "agency"
        members = mention.members
        if mention.professional:
            members = (
                self.place_of(token)
                or self.of_number(token)
                or self._met_there(token, mention)
                or self._anaphor(token, mention)
                or members
                or self._told_apart_before(token)
            )
        if mention.shared:
            members = self._spoken_of_last(mention) or members
        if not members and mention.kind == "kind":
            members = self._of_kind(mention)
        return Party(kind, members, token, mention.basis, mention.agency_type, mention.professional)

    def _of_kind(self, mention: Mention) -> tuple[str, ...]:
        """The agency of a kind that may be several: the section's own, the one spoken of lately, or the usual one."""
        if mention.agency_type in {None, "forum"}:
            return ()
        for member in (self.agency, *self.discourse.agencies, self.likely.get(mention.agency_type)):
            body = self.body(member)
            if body is not None and body.agency_type == mention.agency_type:
                return (body.id,)
        return ()

    def _spoken_of_last(self, mention: Mention) -> tuple[str, ...]:
        """The agency spoken of last, if "the practice" can be said of it; in an agency's own section that one."""
        member = self.discourse.agency if self.agency is None else self.agency
        body = self.body(member)
        return (body.id,) if body is not None and body.agency_type == mention.agency_type else ()

    def place_of(self, token: Token) -> tuple[str, ...]:
        """The agency in "a doctor at Fernleigh Road", "an officer from the housing team"."""
        for child in token.children:
            if child.dep_ in {"amod", "compound", "nmod", "poss"}:
                named = (self.agency_at(t) for t in (child, *(c for c in child.children if c.dep_ == "compound")))
                owner = next((member for member in named if member is not None), None)
                if owner is not None:
                    return (owner,)
            if child.dep_ == "prep" and child.lower_ in WORKPLACE:
                for inner in child.children:
                    found = self.agency_at(inner)
                    if found is not None:
                        return (found,)
                    if inner.lower_ in IN_CHARGE:
                        beside = self._agency_after(inner)
                        return self.place_of(inner) or ((beside,) if beside is not None else ())
        return self._place_after(token)

    def _agency_after(self, token: Token) -> str | None:
        """The agency that "at" or "from" leads right after a token."""
        following = token.doc.tokens[token.i + 1 : token.i + 3]
        leads = len(following) > 1 and following[0].lower_ in {"at", "from"}
        return self.agency_at(following[1]) if leads else None

    def _place_after(self, token: Token) -> tuple[str, ...]:
        """The agency that follows at once, though the parser hung it on the verb ("saw GP1 at Hollin Road")."""
        named = self.mention_at(token) if token.pos_ in {"NOUN", "PROPN"} else None
        place = self._agency_after(token)
        if named is None or not named.professional or place is None:
            return ()
        body = self.body(place)
        alike = body is not None and named.agency_type in {None, body.agency_type}
        return (place,) if alike or is_bare(token, named) and token.text.islower() else ()

    def workplace_of(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """Where somebody works by the words beside; a place tells it of a nurse, not of a health visitor there."""
        place = self.place_of(token)
        body = self.body(place[0]) if place else None
        alike = not mention.members or (body is not None and body.agency_type == mention.agency_type)
        anywhere = token.lemma_.lower() in self.words("workers") and is_bare(token, mention)
        return (place if alike or anywhere else ()) or self.of_number(token)

    def of_number(self, token: Token) -> tuple[str, ...]:
        """For whom "GP1" was said to work."""
        member = self.discourse.staff.get(token.text) if token.text[-1:].isdigit() else None
        return (member,) if member is not None else ()

    def forum_of(self, token: Token) -> str | None:
        """The forum for which "the chair of MARAC" or "the MARAC co-ordinator" speaks or writes."""
        if token.lemma_.lower() not in self.words("officers_of_forum"):
            return None
        beside = [c for c in token.children if c.dep_ in {"compound", "poss"}]
        beside += [inner for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for inner in c.children]
        forums = (m for m in map(self.mention_at, beside) if m is not None and m.kind == "forum")
        return next((m.member for m in forums), None)

    def _met_there(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """Where "a doctor" works: the place spoken of just before, if it has doctors."""
        lemma = token.lemma_.lower()
        qualifying = (c for c in token.children if c.dep_ in {"det", "amod", "compound"})
        before = {c.lower_ for c in qualifying if c.dep_ == "det" or c.idx < mention.start}
        generic = mention.basis in {"role", "service"} and lemma in self.words("workers")
        if not generic or not before or not before <= INDEFINITE_ARTICLES:
            return ()
        own = self.body(self.agency)
        of_section = own is not None and own.agency_type in HEALTH and lemma in self.words("clinicians")
        body = own if of_section else self.body(self._lately(token) or self.discourse.agency)
        if (
            body is None
            or body.agency_type == "forum"
            or (body.agency_type in HEALTH) != (lemma in self.words("clinicians"))
        ):
            return ()
        return (body.id,)

    def _anaphor(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """The place of work of the one spoken of before, where "the officer" means that one."""
        determined = any(c.lower_ in {"the", "this", "that"} for c in token.children if c.dep_ == "det")
        described = any(c.dep_ in {"amod", "compound"} for c in token.children)
        if mention.basis not in {"role", "service"} or not determined or described:
            return ()
        last = self.discourse.subject
        if last is not None and last.professional and last.token.lemma_ == token.lemma_ and len(last.members) == 1:
            return last.members
        named = self.discourse.professionals.get(token.lemma_.lower())
        if named is not None:
            return (named,)
        return self._latest_workplace() if token.lemma_.lower() in self.words("workers") else ()

    def _told_apart_before(self, token: Token) -> tuple[str, ...]:
        """For whom "the nurse" works who may be of several, where the section told lately whose nurse it was."""
        named = self.discourse.professionals_before.get(token.lemma_.lower())
        before = [c.lower_ for c in token.children if c.dep_ in {"amod", "compound", "det"}]
        return (named,) if named is not None and before in (["the"], ["this"], ["that"]) else ()

    def _is_of_unnamed(self, token: Token) -> bool:
        """Whether somebody is of a place that the text names only so ("his regiment's welfare staff")."""
        owners = (c for c in token.children if c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"})
        return any(self.party(owner).kind == "thing" for owner in owners)

    def _is_of_another(self, token: Token) -> bool:
        """Whether "the department" can't be the agency spoken of last, since such have none (a surgery, a school)."""
        last = self.body(self.agency or self.discourse.agency)
        determined = any(c.lower_ in {"the", "this", "that"} for c in token.children)
        return determined and last is not None and last.agency_type in UNDIVIDED

    def _workplaces_named(self, token: Token) -> tuple[str, ...]:
        """The agency that "the project" is, the section's or last one whose name holds the word, else all of them."""
        if not any(c.lower_ in {"the", "this", "that"} for c in token.children):
            return ()
        fitting = tuple(b.id for b in self.cast.bodies if token.lemma_.lower() in b.name.lower().split())
        lately = (member for member in (self.agency, *self.discourse.agencies) if member in fitting)
        return next(((member,) for member in lately), fitting)

    def _latest_workplace(self) -> tuple[str, ...]:
        last = self.discourse.subject
        if last is not None and last.is_agency and last.professional and len(last.members) == 1:
            return last.members
        place = self.agency if self.agency is not None else self.discourse.agency
        return (place,) if place is not None else ()

    def _pronoun(self, token: Token, word: str) -> Party:
        if word in RELATIVE and token.dep_ != "det":
            verb = token.head.head if token.dep_ == "pobj" else token.head
            if verb.dep_ == "relcl":
                return self.party(verb.head)
        earlier = earlier_subject(token)
        before = self.party(earlier) if earlier is not None else None
        if word in MALE | FEMALE:
            return self._he_or_she(token, "M" if word in MALE else "F", before)
        if word in PLURAL:
            return self._they(token, before)
        last = self.discourse.subject
        if word == "it" and token.dep_ in SUBJECTS and last is not None and last.kind == "forum":
            return Party("forum", last.members, token, "pronoun")
        of_paper = is_paper_told(token, self.words("letters"), self.words("wording"))
        if word == "it" and token.dep_ in SUBJECTS and not of_paper:
            member = self._lately(token) or self.discourse.agency or self.agency
            return Party("agency" if member else "thing", (member,) if member else (), token, "pronoun")
        return Party("thing", (), token, "indefinite" if word in INDEFINITE else "pronoun")

    def _he_or_she(self, token: Token, sex: str, earlier: Party | None) -> Party:
        last = self.discourse.subject
        if token.dep_ in SUBJECTS and self._does_professional_act(token):
            named = earlier is not None and earlier.professional and earlier.is_agency
            members = earlier.members if earlier is not None and named else self._latest_workplace()
            return Party("agency", members, token, "pronoun", professional=True)
        if token.dep_ in SUBJECTS:
            goes_on = earlier is None and not is_taken_up_from_object(token, sex)
            goes_on = goes_on and not self._is_told(token, last)
            if goes_on and last is not None and last.professional and last.is_agency and could_be_one(last):
                return Party("agency", last.members, token, "pronoun", last.agency_type, True)
            if earlier is not None and earlier.professional and token.head.dep_ != "ccomp":
                return Party("agency", earlier.members, token, "pronoun", earlier.agency_type, True)
        if token.dep_ in SUBJECTS and self._is_nobody_of_the_history(sex):
            return Party("agency", self._latest_workplace(), token, "pronoun", professional=True)
        return Party("person", person_of(sex, token, self.mentions, self.discourse, self.cast), token, "pronoun")

    def _is_told(self, token: Token, last: Party | None) -> bool:
        """Whether the professional spoken of last is the one told ("A nurse saw her. She told the nurse ...")."""
        told = (t for t in token.head.children if t.dep_ in {"dobj", "dative"})
        return last is not None and any(t.lemma_ == last.token.lemma_ and self.party(t).professional for t in told)

    def _is_nobody_of_the_history(self, sex: str) -> bool:
        """Whether no "she" can be one of the history: both main people are men, and no other person was named."""
        main = [self.cast.person(person) for person in (*self.cast.victims, *self.cast.perpetrators)]
        named = [self.cast.person(m.members[0]) for m in self.mentions if m.kind == "person" and m.members]
        spoken = [self.cast.person(person) for person in self.discourse.people]
        if len(main) < 2 or (self.agency is None and self.discourse.agency is None):
            return False
        return all(p is not None and p.sex not in {None, sex} for p in (*main, *named, *spoken))

    def _does_professional_act(self, token: Token) -> bool:
        """Whether the pronoun is the doer of what only professionals do ("she raised a safeguarding concern")."""
        verb = token.head
        if token.dep_ != "nsubj":
            return False
        things = [t for t in verb.children if t.dep_ in {"dobj", "dative"}]
        if any(t.lower_.endswith("self") for t in things):
            return False
        if any(t.lemma_.lower() in self.words("consents") for t in after(verb, "with")):
            return True
        if verb.lemma_.lower() in self.words("only_professional_acts"):
            about = {m for t in things for m in self.party(t).members}
            last = self.discourse.subject
            of_other = last is not None and last.kind == "person" and not about & set(last.members)
            return bool(about) and not of_other
        papers = any(t.lemma_.lower() in self.words("professional_papers") for t in things)
        return papers and verb.lemma_.lower() in self.words("professional_acts")

    def _they(self, token: Token, earlier: Party | None) -> Party:
        known = earlier or self.discourse.subject
        if known is not None and token.dep_ in SUBJECTS:
            if known.is_agency:
                return Party("agency", known.members, token, "pronoun", known.agency_type, known.professional)
            single = len(known.members) == 1 and known.kind == "person" and not known.token.conjuncts
            if single and self.discourse.agency is not None:
                return Party("agency", (self.discourse.agency,), token, "pronoun", professional=True)
            before = (m for m in self.mentions if m.end <= token.idx)
            if self.agency is not None and token.head.lemma_.lower() in self.words("acts_of_agencies"):
                return Party("agency", (self.agency,), token, "pronoun", professional=True)
            several = any(m.kind == "person" and len(m.members) > 1 for m in before)
            if self.agency is not None and not several:
                return Party("agency", (self.agency,), token, "pronoun", professional=True)
        return Party("person", tuple(self.discourse.people[:2]), token, "pronoun")

    def _lately(self, token: Token) -> str | None:
        """The agency that was named last before a token in its sentence."""
        before = [
            m.member
            for m in self.mentions
            if token.sent.start_char <= m.start and m.end <= token.idx and m.kind == "agency" and m.member is not None
        ]
        return before[-1] if before else None
