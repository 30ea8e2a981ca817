"""The reader of narrative: goes through a document's parsed text in order and yields what each sentence tells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.dates import DateMention, find_dates
from dhr_graph.loaders.narrative.assertion import Assertion
from dhr_graph.loaders.narrative.cues import open_cues
from dhr_graph.loaders.narrative.dating import Carry, DatedSentence, date_sentence
from dhr_graph.loaders.narrative.events import SentenceReading, goes_on_of_the_review, read_sentence
from dhr_graph.loaders.narrative.follow_ups import with_recipients
from dhr_graph.loaders.narrative.frames.entries import entry
from dhr_graph.loaders.narrative.grammar import ParsedText, parse_document
from dhr_graph.loaders.narrative.lexicon import Lexicon
from dhr_graph.loaders.narrative.mending import Mending, mended
from dhr_graph.loaders.narrative.mistitled import FORMAL_SECTIONS, kinds_as_told
from dhr_graph.loaders.narrative.outcomes import with_outcomes
from dhr_graph.loaders.narrative.parse import Sentence
from dhr_graph.loaders.narrative.people import persons_about
from dhr_graph.loaders.narrative.rows import with_one_contact_a_row
from dhr_graph.loaders.narrative.scene import Scene
from dhr_graph.loaders.narrative.settings import Setting, is_narrative_cell, setting_of
from dhr_graph.loaders.narrative.settling import settle
from dhr_graph.loaders.narrative.telling import SentenceTelling, ToldCue, ToldEvent, quote_of, trimmed
from dhr_graph.loaders.narrative.thread import Thread
from dhr_graph.loaders.narrative.usual_bodies import usual_bodies, with_usual_bodies
from dhr_graph.model.documents import TABLE_ROW, SourceDocument, TextPassage

SILENT_SECTIONS = frozenset({"recommendations", "action_plan", "terms"})
PASSING_REMARKS = frozenset({"contact", "signposting"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A parsed stretch as it is read: its section's kind, its setting, and the mentions and dates in it."""

    parsed: ParsedText
    kind: str
    setting: Setting
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]


def parse_narrative(document: SourceDocument, sections: Sequence[str], lexicon: Lexicon) -> list[ParsedText]:
    """Parse what a reader reads of a document; of the rest there are the words alone.

    `sections` has the kind of section of each of the document's passages.
    """
    return list(
        parse_document(document, lambda passage, column: _is_told(passage, column, sections[passage.ordinal], lexicon))
    )


@dataclass(frozen=True, slots=True)
class NarrativeReader:
    """Reads documents with one cast and one lexicon; `last_day` is that of the death, if it is known."""

    cast: Cast
    lexicon: Lexicon
    last_day: datetime.date | None = None

    def read(
        self, document: SourceDocument, parsed: Sequence[ParsedText], sections: Sequence[str]
    ) -> Iterator[ToldEvent | ToldCue]:
        """What a document tells, in its order; sections of recommendations and terms of reference tell nothing.

        `sections` has the kind of section of each of the document's passages.
        """
        for telling in self.tellings(document, parsed, sections):
            yield from telling.events
            yield from telling.cues

    def tellings(
        self, document: SourceDocument, parsed: Sequence[ParsedText], sections: Sequence[str]
    ) -> Iterator[SentenceTelling]:
        """What each sentence tells, with how it was read, in the order of the document."""
        sections = kinds_as_told(parsed, sections, self.cast, self.last_day, self.lexicon.patterns["paper_of_review"])
        told = with_one_contact_a_row(self._told_in_order(document, parsed, sections))
        yield from with_outcomes(list(with_recipients(list(told), self.lexicon)), self.lexicon)

    def _told_in_order(
        self, document: SourceDocument, parsed: Sequence[ParsedText], sections: Sequence[str]
    ) -> Iterator[SentenceTelling]:
        thread = Thread(self.lexicon, likely=usual_bodies(self.cast, parsed), carry=Carry(last_day=self.last_day))
        kinds = [sections[text.passage.ordinal] for text in parsed]
        told = [
            (text, kind)
            for text, kind in zip(parsed, kinds, strict=True)
            if _is_told(text.passage, text.column, kind, self.lexicon)
        ]
        mendings = mended([(text, self.cast.mentions(text.words)) for text, _ in told])
        for (text, kind), mending in zip(told, mendings, strict=True):
            thread.enter(text)
            stretch = self._set(document, mending, kind, thread)
            thread.date(stretch.setting.dates, stands_over=True)
            yield from self._sentences(document, stretch, thread)

    def _set(self, document: SourceDocument, mending: Mending, kind: str, thread: Thread) -> Stretch:
        """A stretch with all that stands over it, by its second parse where it needs one."""
        parsed, bare = mending.first, mending.mentions
        setting = thread.lead_on(setting_of(parsed, document, self.cast, bare, self.lexicon), parsed)
        mentions = self.cast.mentions(parsed.words, setting.agency) if setting.agency else bare
        mentions = with_usual_bodies(parsed.words, mentions, self.cast, setting.agency, thread.likely)
        parse = mending.under(mentions, of_notes=setting.notes)
        return Stretch(parse, kind, setting, mentions, find_dates(parsed.words))

    def _sentences(self, document: SourceDocument, stretch: Stretch, thread: Thread) -> Iterator[SentenceTelling]:
        parsed, setting = stretch.parsed, stretch.setting
        tells_nothing_yet = self._is_entry(stretch)
        for sentence in parsed.doc.sents:
            if sentence.end_char <= setting.story_starts:
                continue
            scene = Scene(
                self.cast,
                self.lexicon,
                stretch.mentions,
                thread.discourse,
                setting.agency,
                setting.notes,
                thread.likely,
                setting.dated,
            )
            reading = read_sentence(sentence, scene, Assertion(self.lexicon.assertion))
            thread.of_the_review = goes_on_of_the_review(reading, scene, thread.of_the_review)
            if thread.of_the_review:
                reading = replace(
                    reading, candidates=tuple(c for c in reading.candidates if c.type not in PASSING_REMARKS)
                )
            dated = date_sentence(sentence, stretch.dates, thread.carry, reading.statuses, self.lexicon)
            cues = tuple(
                ToldCue(c.agency, c.cue, *trimmed(document.text, parsed.start + c.start, parsed.start + c.end))
                for c in open_cues(reading, scene)
            )
            tells_nothing_yet = tells_nothing_yet and not reading.candidates
            if tells_nothing_yet and reading.statuses and _is_last(sentence, parsed):
                reading = replace(reading, candidates=(entry(reading.statuses[0][0], scene, parsed.doc),))
            events = tuple(_told(reading, scene, dated, stretch))
            yield SentenceTelling(reading, setting, events, cues, parsed.start + sentence.start_char, parsed.passage)
            thread.carry.pass_on(dated, frozenset(c.type for c in reading.candidates))
            thread.remember(scene, sentence, reading.candidates)

    def _is_entry(self, stretch: Stretch) -> bool:
        """Whether a stretch is the account in a dated row of an agency: such an entry always tells something."""
        parsed, setting = stretch.parsed, stretch.setting
        passage = parsed.passage
        if passage.kind != TABLE_ROW or setting.agency is None or not setting.dates or parsed.column is None:
            return False
        accounts = (
            column
            for column, cell in enumerate(passage.cells)
            if cell.end > cell.start and is_narrative_cell(passage, column, self.lexicon)
        )
        return parsed.column == next(accounts, None)


def _is_told(passage: TextPassage, column: int | None, kind: str, lexicon: Lexicon) -> bool:
    """Whether a stretch may tell what happened: no page furniture, nothing of a silent section, no cell of names."""
    silent = kind in SILENT_SECTIONS or passage.level < 0
    return not silent and is_narrative_cell(passage, column, lexicon)


def _is_last(sentence: Sentence, parsed: ParsedText) -> bool:
    return sentence.end_char >= len(parsed.words.rstrip()) - 1


def _without_names(sentence: Sentence, scene: Scene) -> str:
    """The words of a sentence with blanks for the full names of agencies, which may hold words of abuse."""
    words, begin = sentence.text, sentence.start_char
    for mention in scene.mentions:
        if mention.kind == "agency" and mention.basis == "name" and begin <= mention.start < sentence.end_char:
            start, end = mention.start - begin, mention.end - begin
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _next_to(sentence: Sentence) -> Sentence | None:
    """The sentence after one, None for the last of its stretch."""
    last = sentence.tokens[-1]
    following = last.doc.tokens[last.i + 1 : last.i + 2]
    return next((token.sent for token in following), None)


def _told(reading: SentenceReading, scene: Scene, dated: DatedSentence, stretch: Stretch) -> Iterator[ToldEvent]:
    """The events of a sentence; in formal sections only what has a date of its own."""
    sentence, begins = reading.sentence, stretch.parsed.start
    names_person = any(True for _ in scene.mentioned(sentence, "person"))
    of_clauses = [(c, dated.of(c.clause, omitted=c.type == "missed")) for c in reading.candidates]
    for candidate, date in settle(of_clauses):
        of_people = names_person or candidate.type != "contact"
        if stretch.kind in FORMAL_SECTIONS and (date is None or date.basis == "carried" or not of_people):
            continue
        start, end = quote_of(candidate, sentence)
        yield ToldEvent(
            candidate,
            date,
            persons_about(candidate, scene),
            begins + start,
            begins + end,
            stretch.parsed.passage,
            _without_names(sentence, scene),
            names_person,
            _without_names(following, scene) if (following := _next_to(sentence)) is not None else "",
        )
