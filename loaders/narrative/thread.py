"""The thread of a document: what is carried from sentence to sentence, and where it breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dhr_graph.loaders.cast import Mention
from dhr_graph.loaders.dates import DateMention, find_dates, resolve
from dhr_graph.loaders.narrative.candidate import PASSING, Candidate
from dhr_graph.loaders.narrative.dating import Carry
from dhr_graph.loaders.narrative.discourse import Discourse
from dhr_graph.loaders.narrative.frames.meetings import meeting_held
from dhr_graph.loaders.narrative.frames.replies import askings
from dhr_graph.loaders.narrative.frames.sending import SHARE
from dhr_graph.loaders.narrative.frames.slots import is_there
from dhr_graph.loaders.narrative.grammar import SUBJECTS, ParsedText
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.noun_phrases import is_bare, is_called_so
from dhr_graph.loaders.narrative.parse import Sentence, Token
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.settings import Setting
from dhr_graph.loaders.narrative.workplaces import place_of
from dhr_graph.model.documents import LIST_ITEM, TABLE_ROW

LONGEST_ITEM = 200
FIRST_WORD = re.compile(r"\W*")
YEAR = re.compile(r"(?:\d{1,2}[.)]?\s+)?((?:19|20)\d\d)[.:]?")
LEADING_THERE = frozenset({"at", "in", "into", "to"})
CALLING = frozenset({"call", "name", "know"})


@dataclass(slots=True)
class Thread:
    """Who was spoken of, the dates told, and the lead phrase or list that the text stands under."""

    lexicon: Lexicon
    likely: Mapping[str, str] = field(default_factory=dict)
    discourse: Discourse = field(default_factory=Discourse)
    carry: Carry = field(default_factory=Carry)
    section: tuple[str, ...] | None = None
    passage: int = -1
    introduces: bool = False
    lead: str | None = None
    of_the_review: bool = False
    lister: str | None = None

    def enter(self, parsed: ParsedText) -> None:
        """Come to a new stretch; a new section forgets the agency, and its heading may hold the date."""
        passage = parsed.passage
        if passage.ordinal != self.passage:
            self.passage = passage.ordinal
            self.of_the_review = False
            listed = passage.kind == LIST_ITEM and (self.introduces or self._goes_on(parsed.words))
            if not listed:
                self.carry.enter()
                self.lister = None
                self.discourse.place_before = self.discourse.place or self.discourse.agency
                self.discourse.forget()
            self.discourse.lister = self.lister
            if passage.section == self.section:
                self._return_to_year()
            short = listed and len(parsed.words) < LONGEST_ITEM
            self.introduces = short or parsed.words.rstrip().endswith(":")
        if passage.section != self.section:
            self.section = passage.section
            self.carry.enter_section()
            self.lead = None
            self.discourse.forget()
            self.discourse.professionals_before.clear()
            self.discourse.place_before = None
            for heading in self.section[-1:]:
                self.date(find_dates(heading)[:1], stands_over=False)

    def _goes_on(self, words: str) -> bool:
        """Whether words open as what happened after something else ("Later that day")."""
        opening = FIRST_WORD.match(words)
        at = opening.end() if opening else 0
        return self.lexicon.patterns["going_on"].match(words, at) is not None

    def _return_to_year(self) -> None:
        """Under a heading that is a year, a paragraph's dates are of that year, whatever was looked back on before."""
        for heading in (self.section or ())[-1:]:
            year = YEAR.fullmatch(heading.strip())
            anchor = self.carry.anchor
            if year and (anchor is None or anchor.earliest is None or str(anchor.earliest.year) != year[1]):
                self.date(find_dates(heading)[:1], stands_over=False)

    def lead_on(self, setting: Setting, stretch: ParsedText) -> Setting:
        """A lead phrase ("Housing: ...") stands over the paragraphs after it, until the next one or a new section."""
        if setting.basis == "lead" and not setting.dates and stretch.passage.kind != TABLE_ROW:
            self.lead = setting.agency
        elif self.lead is not None and setting.basis in {"none", "heading"}:
            return replace(setting, agency=self.lead, basis="lead")
        return setting

    def date(self, mentions: Sequence[DateMention], *, stands_over: bool) -> None:
        """Take the dates of a heading, row or lead phrase."""
        for mention in mentions:
            span = resolve(mention, self.carry.anchor, self.carry.last_day)
            if span is not None and stands_over:
                self.carry.told(span)
            elif span is not None:
                self.carry.anchor = span

    def remember(self, scene: Scene, sentence: Sentence, candidates: Sequence[Candidate]) -> None:
        """Note who a sentence spoke of, for the pronouns of the next."""
        self._remember_people(scene, sentence)
        self._remember_staff(scene, sentence)
        self._remember_subjects(scene, sentence)
        if any(_is_of_all(t, scene) for t in sentence if t.dep_ in SUBJECTS):
            self.discourse.forget()
        if not self.discourse.agencies:
            for candidate in candidates:
                if candidate.agency is not None and candidate.basis in {"kind", "sentence"}:
                    self.discourse.note_agency(candidate.agency)
        if sentence.text.rstrip().endswith(":"):
            self.lister = _whose_list(sentence, scene)
        subjects = (scene.party(t) for t in sentence if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT")
        sits = next((p.member for p in subjects if p.kind == "forum"), None)
        heard_at = next((c.agency for c in candidates if c.rule == "care.heard"), sits)
        self.discourse.forum = heard_at or self.discourse.forum
        self._remember_place(scene, sentence)
        self.discourse.askings.extend(askings(sentence, scene))
        self.discourse.passed.update(_ends(candidates))
        told_there = any(c.type == SHARE for c in candidates)
        self.discourse.meeting = meeting_held(scene, sentence) or (self.discourse.meeting if told_there else ())

    def _remember_place(self, scene: Scene, sentence: Sentence) -> None:
        """Note the agency named last; where a sentence only says "there", it speaks of the one named before."""
        named = (m for m in scene.mentioned(sentence, "agency") if not m.professional and _is_gone_to(m, sentence))
        known = [m.member for m in named if m.member is not None]
        if known:
            self.discourse.place = known[-1]
        elif any(map(is_there, sentence)) and self.discourse.place is not None:
            self.discourse.note_agency(self.discourse.place)

    def _remember_people(self, scene: Scene, sentence: Sentence) -> None:
        for mention in scene.mentions:
            if sentence.start_char <= mention.start < sentence.end_char and mention.kind == "person":
                for person in mention.members:
                    self.discourse.note_person(person)

    def _remember_staff(self, scene: Scene, sentence: Sentence) -> None:
        """Note for whom "a support worker, Kay", "a nurse called Sal" and "Dr Penn" work."""
        for token in sentence:
            party = scene.party(token) if token.pos_ in {"NOUN", "PROPN"} else None
            if party is not None and party.professional and party.member is not None:
                mention = scene.mention_at(token)
                if place_of(scene, token) or (mention is not None and not is_bare(token, mention)):
                    self.discourse.professionals[token.lemma_.lower()] = party.member
                numbered = [token] if token.text[-1:].isdigit() else []
                for name in (*_names_of(token), *numbered):
                    if name in numbered or scene.mention_at(name) is None:
                        known = self.discourse.staff.setdefault(name.text, party.member)
                        if known != party.member:
                            self.discourse.staff[name.text] = None

    def _remember_subjects(self, scene: Scene, sentence: Sentence) -> None:
        subjects = [t for t in sentence if t.dep_ in SUBJECTS and t.head.dep_ in {"ROOT", "conj"}]
        for token in subjects[:1]:
            party, last = scene.party(token), self.discourse.subject
            in_passing = token.lower_ == "it" and last is not None and last.professional
            if party.kind in {"agency", "forum", "person"} and not in_passing:
                self.discourse.subject = party
        acting = [(t, scene.party(t)) for t in subjects if scene.party(t).kind == "agency"]
        for token, party in acting:
            if party.member is not None and not _was_told(token, scene):
                self.discourse.note_agency(party.member)
        named = [
            _member(m, m.member, sentence, scene)
            for m in scene.mentions
            if m.kind == "agency"
            and m.member is not None
            and sentence.start_char <= m.start < sentence.end_char
            and _is_place(m, sentence, scene)
        ]
        if named and not acting:
            seen = sentence.root.lemma_.lower() in scene.words("seeing_somebody")
            agents = (t for c in sentence.root.children if c.dep_ == "agent" and seen for t in c.children)
            by = (scene.party(t).member for t in agents)
            self.discourse.note_agency(next((member for member in by if member in named), named[0]))


def _is_gone_to(mention: Mention, sentence: Sentence) -> bool:
    """Whether somebody went or was sent to an agency, or was at it, so that "there" is there."""
    before = _word_before(mention, sentence)
    return before is not None and (before.lower_ in LEADING_THERE or before.lemma_.lower() in {"attend", "visit"})


def _word_before(mention: Mention, sentence: Sentence) -> Token | None:
    """The word in front of a mention and its article."""
    first = next((t for t in sentence if t.idx + len(t) > mention.start), None)
    before = first.nbor(-1) if first is not None and first.i > sentence.start else None
    if before is not None and before.pos_ == "DET" and before.i > sentence.start:
        before = before.nbor(-1)
    return before


def _whose_list(sentence: Sentence, scene: Scene) -> str | None:
    """The agency whose deeds a list tells, by the line that leads to it ("That week the police:")."""
    root = sentence.root
    acting = [t for t in root.children if t.dep_ in SUBJECTS] or [root]
    party = scene.party(acting[0])
    return party.member if party.kind == "agency" else None


def _is_of_all(subject: Token, scene: Scene) -> bool:
    """Whether a sentence speaks of all agencies, so that what follows is no single one's doing ("each agency ...")."""
    every = any(c.lower_ in {"all", "each", "every", "no", "several"} for c in subject.children)
    return every and subject.lemma_.lower() in scene.words("at_large")


def _ends(candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """From whom to whom something went."""
    for candidate in candidates:
        if candidate.type in PASSING and candidate.agency is not None and candidate.recipient is not None:
            yield candidate.agency, candidate.recipient


def _names_of(professional: Token) -> Iterator[Token]:
    """The names by which a professional is called in apposition, after "called", or after a title."""
    if is_called_so(professional) and any(c.dep_ == "compound" for c in professional.children):
        yield professional
    yield from _names_told(professional)
    for token in professional.doc.tokens[professional.i + 1 : professional.sent.end - 1]:
        following = token.nbor().head if token.nbor().dep_ == "compound" else token.nbor()
        if token.lower_ in {"called", "named", ","} and following.pos_ == "PROPN" and _ends_there(following, token):
            yield following
        if token.pos_ == "VERB" or token.text == ",":
            return


def _names_told(professional: Token) -> Iterator[Token]:
    """The names in "a nurse, whom I shall call Mr Penn" and "Ms Varley, who ..., has been a housing officer"."""
    for clause in professional.subtree:
        if clause.dep_ == "relcl" and clause.lemma_.lower() in CALLING:
            yield from (t for t in clause.subtree if t.pos_ == "PROPN" and t.dep_ != "compound")
    if professional.dep_ == "attr":
        yield from (t for t in professional.head.children if t.dep_ in SUBJECTS and t.pos_ == "PROPN")


def _ends_there(name: Token, before: Token) -> bool:
    """Whether an apposition is one name between commas; after "called" any is."""
    last = name.i + 1 == len(name.doc)
    return before.text != "," or (name.dep_ == "appos" and (last or name.nbor().text in {",", ".", ")"}))


def _was_told(subject: Token, scene: Scene) -> bool:
    """Whether a subject only received ("the surgery was notified"): what follows is not its doing."""
    return subject.dep_ == "nsubjpass" and subject.head.lemma_.lower() in scene.words("only_received")


def _member(mention: Mention, named: str, sentence: Sentence, scene: Scene) -> str:
    """The agency of a mention; of a professional without a name the one where the sentence has him work."""
    last = next((t for t in reversed(list(sentence)) if mention.start <= t.idx < mention.end), None)
    party = scene.party(last) if last is not None and mention.professional else None
    return party.member if party is not None and party.member is not None else named


def _was_brought(verb: Token, scene: Scene) -> bool:
    """Whether something that people bring to an agency was made ("an application was made to the council")."""
    things = (c for c in verb.children if c.dep_ == "nsubjpass")
    by_agency = any(c.dep_ == "agent" for c in verb.children)
    return not by_agency and any(c.lemma_.lower() in scene.words("approaches") for c in things)


def _is_of_person(sentence: Sentence, scene: Scene) -> bool:
    """Whether somebody of the history is the doer of a sentence."""
    return any(scene.party(t).kind == "person" for t in sentence.root.children if t.dep_ == "nsubj")


def _is_place(mention: Mention, sentence: Sentence, scene: Scene) -> bool:
    """Whether an agency is named as where something happened, not as the one that was told or sent something."""
    before = _word_before(mention, sentence)
    if before is not None and before.lower_ in {"to", "into"}:
        comes = before.head.lemma_.lower() in scene.words("going")
        brings = before.head.lemma_.lower() in scene.words("approaches") and _is_of_person(sentence, scene)
        return comes or brings or _was_brought(before.head, scene)
    return before is None or before.lower_ not in {"to", "with", "into", "for", "about"}
