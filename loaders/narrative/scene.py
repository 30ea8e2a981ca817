"""The scene of a sentence: who is who in it, by name, role or pronoun, and whose section it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.narrative.discourse import Party
from dhr_graph.loaders.narrative.grammar import SUBJECTS
from dhr_graph.loaders.narrative.noun_phrases import (
    after,
    could_be_one,
    is_called_so,
    is_code,
    is_human_name,
    is_paper_told,
    is_taken_up_from_object,
    is_thing_dealt_with,
    is_unknown_body,
)
from dhr_graph.loaders.narrative.parse import Token
from dhr_graph.loaders.narrative.pronouns import FEMALE, INDEFINITE, MALE, PLURAL, THING, earlier_subject, person_of
from dhr_graph.loaders.narrative.surroundings import Surroundings
from dhr_graph.loaders.narrative.workplaces import (
    anaphor,
    by_title,
    latest_workplace,
    met_there,
    of_number,
    place_of,
    told_apart_before,
    workplace_before,
    workplaces_named,
)

UNDIVIDED = frozenset({"gp", "legal", "school"})
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
RELATIVE = frozenset({"who", "whom", "which", "that"})


@dataclass(slots=True)
class Scene(Surroundings):
    """One sentence's participants: every noun phrase of it resolved to a party, once."""

    _known: dict[int, Party] = field(default_factory=dict)

    def party(self, token: Token) -> Party:
        """Who or what the noun phrase headed by a token is."""
        if token.i not in self._known:
            self._known[token.i] = self._find(token)
        return self._known[token.i]

    def parties(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """The parties of several noun phrases, each once."""
        return tuple({(p.kind, p.members, p.token.i): p for p in map(self.party, tokens)}.values())

    def _find(self, token: Token) -> Party:
        forum = self.forum_of(token)
        if forum is not None:
            return Party("forum", (forum,), token, "role")
        mention = self.mention_at(token)
        if mention is not None:
            return self._mentioned_party(token, mention)
        word = token.lower_
        if is_called_so(token) or is_code(token):
            works_for = self._works_for(token)
            members: tuple[str, ...] = (works_for,) if works_for is not None else ()
            if is_code(token) and not members:
                members = place_of(self, token) or latest_workplace(self)
            if members or is_code(token):
                return Party("agency", members, token, "role", professional=True)
        if word in INDEFINITE and place_of(self, token):
            return Party("agency", place_of(self, token), token, "role", professional=True)
        if token.pos_ == "PRON" or word in MALE | FEMALE | PLURAL | THING:
            return self._pronoun(token, word)
        return self._by_noun(token, token.lemma_.lower())

    def _by_noun(self, token: Token, lemma: str) -> Party:
        """Who or what a noun is that names nobody of the cast."""
        place = place_of(self, token)
        if lemma in self.words("professional"):
            known = () if self._is_of_unnamed(token) else latest_workplace(self) or workplace_before(self, token)
            return Party("agency", place or known, token, "role", professional=True)
        if lemma in self.words("departments") and place:
            return Party("agency", place, token, "role")
        if is_unknown_body(token) or (lemma in self.words("departments") and self._is_of_another(token)):
            return Party("agency", (), token, "role")
        workplaces = workplaces_named(self, token) if lemma in self.words("workplaces") else ()
        if workplaces:
            return Party("agency", workplaces if len(workplaces) == 1 else (), token, "role")
        if lemma in self.words("staff_of") and place:
            return Party("agency", place, token, "role", professional=True)
        if lemma in self.words("human"):
            return Party("person", (), token, "term")
        titles = {c.lower_.rstrip(".") for c in token.lefts} if is_called_so(token) else set()
        if titles & self.words("professional_titles"):
            members = place or by_title(self, token) or latest_workplace(self)
            return Party("agency", members, token, "role", professional=True)
        if titles & COURTESY and place:
            return Party("agency", place, token, "role", professional=True)
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

    def _mentioned_party(self, token: Token, mention: Mention) -> Party:
        kind = mention.kind if mention.kind != "kind" else "agency"
        members = mention.members
        if mention.professional:
            members = (
                place_of(self, token)
                or of_number(self, token)
                or met_there(self, token, mention)
                or anaphor(self, token, mention)
                or members
                or told_apart_before(self, token)
                or workplace_before(self, token)
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

    def forum_of(self, token: Token) -> str | None:
        """The forum for which "the chair of MARAC" or "the MARAC co-ordinator" speaks or writes."""
        if token.lemma_.lower() not in self.words("officers_of_forum"):
            return None
        beside = [c for c in token.children if c.dep_ in {"compound", "poss"}]
        beside += [inner for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for inner in c.children]
        forums = (m for m in map(self.mention_at, beside) if m is not None and m.kind == "forum")
        return next((m.member for m in forums), None)

    def _is_of_unnamed(self, token: Token) -> bool:
        """Whether somebody is of a place that the text names only so ("his regiment's welfare staff")."""
        owners = (c for c in token.children if c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"})
        return any(self.party(owner).kind == "thing" for owner in owners)

    def _is_of_another(self, token: Token) -> bool:
        """Whether "the department" can't be the agency spoken of last, since such have none (a surgery, a school)."""
        last = self.body(self.agency or self.discourse.agency)
        determined = any(c.lower_ in {"the", "this", "that"} for c in token.children)
        return determined and last is not None and last.agency_type in UNDIVIDED

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
        of_paper |= is_thing_dealt_with(token, self.words("done_to_papers"))
        if word == "it" and token.dep_ in SUBJECTS and not of_paper:
            member = self.lately(token) or self.discourse.agency or self.agency
            return Party("agency" if member else "thing", (member,) if member else (), token, "pronoun")
        return Party("thing", (), token, "indefinite" if word in INDEFINITE else "pronoun")

    def _he_or_she(self, token: Token, sex: str, earlier: Party | None) -> Party:
        last = self.discourse.subject
        if token.dep_ in SUBJECTS and self._does_professional_act(token):
            named = earlier is not None and earlier.professional and earlier.is_agency
            members = earlier.members if earlier is not None and named else latest_workplace(self)
            return Party("agency", members, token, "pronoun", professional=True)
        if token.dep_ in SUBJECTS:
            goes_on = earlier is None and not is_taken_up_from_object(token, sex)
            goes_on = goes_on and not self._is_told(token, last)
            if goes_on and last is not None and last.professional and last.is_agency and could_be_one(last):
                return Party("agency", last.members, token, "pronoun", last.agency_type, True)
            if earlier is not None and earlier.professional and token.head.dep_ != "ccomp":
                return Party("agency", earlier.members, token, "pronoun", earlier.agency_type, True)
        same = self._same_before(token) if token.dep_ in SUBJECTS else None
        if same is not None and same.is_agency and same.members:
            return Party("agency", same.members, token, "pronoun", same.agency_type, True)
        if token.dep_ in SUBJECTS and (self._is_nobody_of_the_history(sex) or self._meets_its_namesake(token, sex)):
            return Party("agency", latest_workplace(self), token, "pronoun", professional=True)
        return Party("person", person_of(sex, token, self.mentions, self.discourse, self.cast), token, "pronoun")

    def _is_told(self, token: Token, last: Party | None) -> bool:
        """Whether the professional spoken of last is the one told ("A nurse saw her. She told the nurse ...")."""
        told = (t for t in token.head.children if t.dep_ in {"dobj", "dative"})
        return last is not None and any(t.lemma_ == last.token.lemma_ and self.party(t).professional for t in told)

    def _same_before(self, token: Token) -> Party | None:
        """Who the same pronoun was as the subject before it in the sentence, if no other subject stands between."""
        subjects = [t for t in token.sent if t.i < token.i and t.dep_ in SUBJECTS and not _is_of_infinitive(t)]
        return self.party(subjects[-1]) if subjects and subjects[-1].lower_ == token.lower_ else None

    def _meets_its_namesake(self, token: Token, sex: str) -> bool:
        """Whether the only one of the history who could be meant is told of beside it ("she saw Hannah alone")."""
        objects = [
            t for t in token.head.subtree if t.i > token.i and t.dep_ in {"dobj", "nsubj", "nsubjpass", "dative"}
        ]
        beside = {m.member for m in self.mentioned(objects, "person") if m.basis in {"name", "label"}}
        meant = person_of(sex, token, self.mentions, self.discourse, self.cast)
        alike = {p.id for p in self.cast.persons if p.sex in {sex, None}} & {*self.discourse.people, *meant}
        return bool(beside & set(meant)) and alike <= beside and bool(latest_workplace(self))

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
        if is_thing_dealt_with(token, self.words("done_to_words")):
            return Party("thing", (), token, "pronoun")
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


def _is_of_infinitive(subject: Token) -> bool:
    """Whether it is the subject of an infinitive only ("believed Hannah to be in danger")."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in subject.head.children)
