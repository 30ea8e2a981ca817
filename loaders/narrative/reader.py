"""The reader of narrative: goes through a document's parsed text in order and yields what each sentence tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.dates import DateMention, find_dates, resolve
from dhr_graph.loaders.narrative.assertion import Assertion
from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.cues import open_cues
from dhr_graph.loaders.narrative.dating import Carry, DatedSentence, date_sentence
from dhr_graph.loaders.narrative.events import SentenceReading, read_sentence, settle
from dhr_graph.loaders.narrative.frames.dealing import entry
from dhr_graph.loaders.narrative.grammar import ParsedText, parse_again
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.people import persons_about
from dhr_graph.loaders.narrative.scene import Discourse, Scene
from dhr_graph.loaders.narrative.settings import Setting, is_narrative_cell, setting_of
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.documents import LIST_ITEM, TABLE_ROW, SourceDocument, TextPassage

SILENT_SECTIONS = frozenset({"recommendations", "action_plan", "terms"})
FORMAL_SECTIONS = frozenset({"front", "key", "contributors", "process"})
LONGEST_QUOTE = 300
LONGEST_ITEM = 200
GEOGRAPHIC = frozenset(
    {"police", "ambulance", "probation", "childrens_social_care", "adult_social_care", "mental_health"}
)


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A candidate with its date, the people it is about, and its words; offsets are those of the document."""

    candidate: Candidate
    date: DateSpan | None
    about: tuple[str, ...]
    start: int
    end: int
    sentence: tuple[int, int]
    passage: TextPassage
    section: str
    words: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class ToldCue:
    """A cue of sharing that no frame took; offsets are those of the document."""

    agency: str | None
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceTelling:
    """One sentence: how it was read, in which setting, and the events and cues that came of it."""

    reading: SentenceReading
    setting: Setting
    events: tuple[ToldEvent, ...]
    cues: tuple[ToldCue, ...]
    start: int


@dataclass(slots=True)
class Thread:
    """What is carried from sentence to sentence: who was spoken of, and the last date."""

    discourse: Discourse = field(default_factory=Discourse)
    carry: Carry = field(default_factory=Carry)
    section: tuple[str, ...] | None = None
    passage: int = -1
    introduces: bool = False
    lead: str | None = None
    likely: Mapping[str, str] = field(default_factory=dict)

    def enter(self, parsed: ParsedText) -> None:
        """Come to a new stretch; a new section forgets the agency, and its heading may hold the date."""
        if parsed.passage.ordinal != self.passage:
            self.passage = parsed.passage.ordinal
            self.carry.enter()
            if parsed.passage.kind != LIST_ITEM or not self.introduces:
                self.discourse.forget()
            listed = self.introduces and parsed.passage.kind == LIST_ITEM and len(parsed.words) < LONGEST_ITEM
            self.introduces = parsed.words.rstrip().endswith(":") or listed
        if parsed.passage.section != self.section:
            self.section = parsed.passage.section
            self.lead = None
            self.discourse.forget()
            for heading in self.section[-1:]:
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
            span = resolve(mention, self.carry.anchor)
            if span is not None and stands_over:
                self.carry.told(span)
            elif span is not None:
                self.carry.anchor = span


@dataclass(frozen=True, slots=True)
class NarrativeReader:
    """Reads documents with one cast and one lexicon."""

    cast: Cast
    lexicon: Lexicon

    def read(
        self, document: SourceDocument, parsed: Sequence[ParsedText], sections: Sequence[str]
    ) -> Iterator[ToldEvent | ToldCue]:
        """What a document tells, in its order; sections of recommendations and terms of reference tell nothing."""
        for telling in self.tellings(document, parsed, sections):
            yield from telling.events
            yield from telling.cues

    def tellings(
        self, document: SourceDocument, parsed: Sequence[ParsedText], sections: Sequence[str]
    ) -> Iterator[SentenceTelling]:
        """What each sentence tells, with how it was read, in the order of the document."""
        thread = Thread(likely=usual_bodies(self.cast, parsed))
        for stretch in parsed:
            kind = sections[stretch.passage.ordinal]
            if kind in SILENT_SECTIONS or stretch.passage.level < 0 or not is_narrative_cell(stretch):
                continue
            thread.enter(stretch)
            yield from self._stretch(document, stretch, kind, thread)

    def _stretch(
        self, document: SourceDocument, stretch: ParsedText, kind: str, thread: Thread
    ) -> Iterator[SentenceTelling]:
        bare = self.cast.mentions(stretch.words)
        setting = thread.lead_on(setting_of(stretch, document, self.cast, bare), stretch)
        mentions = self.cast.mentions(stretch.words, setting.agency) if setting.agency else bare
        mentions = settled(mentions, self.cast, setting.agency, thread.likely)
        stretch = _mended(stretch, mentions, setting)
        dates = find_dates(stretch.words)
        thread.date(setting.dates, stands_over=True)
        silent = _is_entry(stretch, setting)
        for sentence in stretch.doc.sents:
            if sentence.end_char <= setting.story_starts:
                continue
            scene = Scene(
                self.cast, self.lexicon, mentions, thread.discourse, setting.agency, setting.notes, thread.likely
            )
            reading = read_sentence(sentence, scene, Assertion(self.lexicon.assertion))
            dated = date_sentence(sentence, dates, thread.carry, reading.statuses)
            cues = tuple(
                ToldCue(c.agency, c.cue, *_trim(document.text, stretch.start + c.start, stretch.start + c.end))
                for c in open_cues(reading, scene, self.lexicon.sets)
            )
            if (
                silent
                and not reading.candidates
                and sentence.end_char >= len(stretch.words.rstrip()) - 1
                and reading.statuses
            ):
                reading = replace(reading, candidates=(entry(reading.statuses[0][0], scene, stretch.doc),))
            silent = silent and not reading.candidates
            events = tuple(self._told(reading, scene, dated, stretch, kind))
            yield SentenceTelling(reading, setting, events, cues, stretch.start + sentence.start_char)
            thread.carry.pass_on(dated, frozenset(c.type for c in reading.candidates))
            _remember(thread.discourse, scene, sentence)
            if not thread.discourse.agencies:
                for candidate in reading.candidates:
                    if candidate.agency is not None and candidate.basis in {"kind", "sentence"}:
                        thread.discourse.note_agency(candidate.agency)
            heard = [c.agency for c in reading.candidates if c.rule == "care.heard"]
            thread.discourse.forum = heard[0] if heard else thread.discourse.forum

    def _told(
        self, reading: SentenceReading, scene: Scene, dated: DatedSentence, stretch: ParsedText, kind: str
    ) -> Iterator[ToldEvent]:
        sentence = reading.sentence
        whole = (stretch.start + sentence.start_char, stretch.start + sentence.end_char)
        for candidate, date in settle(
            [(c, dated.of(c.clause, omitted=c.type == "missed")) for c in reading.candidates]
        ):
            if kind in FORMAL_SECTIONS and (date is None or date.basis == "carried"):
                continue
            start, end = quote_of(candidate, sentence)
            yield ToldEvent(
                candidate,
                date,
                persons_about(candidate, scene),
                stretch.start + start,
                stretch.start + end,
                whole,
                stretch.passage,
                kind,
                sentence.text,
                any(True for _ in scene.mentioned(sentence, "person")),
            )


def _is_entry(stretch: ParsedText, setting: Setting) -> bool:
    """Whether a stretch is the account itself in a dated row of an agency: such an entry always tells something."""
    passage = stretch.passage
    if passage.kind != TABLE_ROW or setting.agency is None or not setting.dates or stretch.column is None:
        return False
    told = [
        c
        for c in range(len(passage.cells))
        if is_narrative_cell(replace(stretch, column=c)) and passage.cells[c].end > passage.cells[c].start
    ]
    return bool(told) and stretch.column == told[0]


def _was_told(subject: Token) -> bool:
    """Whether a subject only received ("the surgery was notified"): what follows is not its doing."""
    return subject.dep_ == "nsubjpass" and subject.head.lemma_.lower() in {
        "tell",
        "notify",
        "inform",
        "alert",
        "advise",
        "send",
        "invite",
    }


def _is_place(mention: Mention, sentence: Sentence) -> bool:
    """Whether an agency is named as where something happened, not as the one that was told or sent something."""
    first = next((t for t in sentence if t.idx + len(t) > mention.start), None)
    before = first.nbor(-1) if first is not None and first.i > sentence.start else None
    if before is not None and before.pos_ == "DET" and before.i > sentence.start:
        before = before.nbor(-1)
    return before is None or before.lower_ not in {"to", "with", "into"}


def usual_bodies(cast: Cast, parsed: Sequence[ParsedText]) -> Mapping[str, str]:
    """For each type of agency the one that "the police" or "the hospital" means here: named much oftener than
    its like.
    """
    counts = Counter(
        m.members[0]
        for p in parsed
        for m in cast.mentions(p.words)
        if m.kind == "agency" and len(m.members) == 1 and m.basis in {"name", "alias"}
    )
    order = {body.id: at for at, body in enumerate(cast.bodies)}
    usual: dict[str, str] = {}
    for kind in sorted({body.agency_type for body in cast.bodies}):
        ranked = sorted(
            (b.id for b in cast.bodies if b.agency_type == kind),
            key=lambda i: (not _contributed(cast, i), order[i] if kind in GEOGRAPHIC else 0, -counts[i], i),
        )
        if len(ranked) == 1 or kind in GEOGRAPHIC or counts[ranked[0]] >= 2 * max(1, counts[ranked[1]]):
            usual[kind] = ranked[0]
    return usual


def settled(
    mentions: Sequence[Mention], cast: Cast, agency: str | None, likely: Mapping[str, str]
) -> tuple[Mention, ...]:
    """Mentions in which "the police", where several forces took part, is the section's, the last named, or the
    usual one.
    """
    found: list[Mention] = []
    for mention in mentions:
        kind = mention.agency_type
        several = sum(b.agency_type == kind for b in cast.bodies if _contributed(cast, b.id)) > 1
        if kind in GEOGRAPHIC and several and mention.basis == "role":
            named = [
                m.members[0]
                for m in reversed(found)
                if m.agency_type == kind and m.basis in {"name", "alias"} and len(m.members) == 1
            ]
            own = cast.body(agency) if agency is not None else None
            member = agency if own is not None and own.agency_type == kind else named[0] if named else likely.get(kind)
            found.append(replace(mention, kind="agency", members=(member,)) if member is not None else mention)
        else:
            found.append(mention)
    return tuple(found)


def _contributed(cast: Cast, member: str) -> bool:
    body = cast.body(member)
    return body is not None and body.participation in {"imr", "report"}


def _mended(stretch: ParsedText, mentions: Sequence[Mention], setting: Setting) -> ParsedText:
    """Parse again, under ordinary names, where a sentence that names somebody was read as having no verb."""
    people = [(m.start, m.end) for m in mentions if m.kind == "person" and m.basis in {"label", "name", "alias"}]
    if setting.notes or not people:
        return stretch
    for sentence in stretch.doc.sents:
        inside = [p for p in people if sentence.start_char <= p[0] < sentence.end_char]
        if inside and sentence.root.pos_ not in {"VERB", "AUX"}:
            return parse_again(stretch, people)
    return stretch


def quote_of(candidate: Candidate, sentence: Sentence) -> tuple[int, int]:
    """The words of an event: its sentence, or its clause where the sentence is long."""
    start, end = _trim(sentence.doc.text, sentence.start_char, sentence.end_char)
    if end - start <= LONGEST_QUOTE:
        return start, end
    tokens = candidate.clause.tokens
    first = max(start, min(t.idx for t in tokens))
    last = min(end, max(t.idx + len(t) for t in tokens))
    return _trim(sentence.doc.text, first, min(last, first + LONGEST_QUOTE))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _remember(discourse: Discourse, scene: Scene, sentence: Sentence) -> None:
    """Note who the sentence spoke of, for the pronouns of the next."""
    for mention in scene.mentions:
        if sentence.start_char <= mention.start < sentence.end_char and mention.kind == "person":
            for person in mention.members:
                discourse.note_person(person)
    subjects = [t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ in {"ROOT", "conj"}]
    for token in subjects[:1]:
        party = scene.party(token)
        if party.kind in {"agency", "person"}:
            discourse.subject = party
    for token in subjects:
        party = scene.party(token)
        if party.kind == "agency" and party.member is not None and not _was_told(token):
            discourse.note_agency(party.member)
    named = [
        m
        for m in scene.mentions
        if m.kind == "agency"
        and len(m.members) == 1
        and sentence.start_char <= m.start < sentence.end_char
        and _is_place(m, sentence)
    ]
    if named and not any(scene.party(t).kind == "agency" for t in subjects):
        discourse.note_agency(named[0].members[0])
