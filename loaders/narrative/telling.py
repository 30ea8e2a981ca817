"""Tellings: what a sentence tells, with its words and their place in the document."""

from __future__ import annotations

from dataclasses import dataclass

from dhr_graph.loaders.narrative.candidate import Candidate
from dhr_graph.loaders.narrative.events import SentenceReading
from dhr_graph.loaders.narrative.parse import Sentence
from dhr_graph.loaders.narrative.settings import Setting
from dhr_graph.model.dates import DateSpan
from dhr_graph.model.documents import TextPassage

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A candidate with its date, the people it is about, and its words; offsets are those of the document.

    `words` is the whole sentence with blanks for the full names of agencies, `then` the next one of its passage,
    `names_person` whether it names somebody.
    """

    candidate: Candidate
    date: DateSpan | None
    about: tuple[str, ...]
    start: int
    end: int
    passage: TextPassage
    words: str
    names_person: bool
    then: str = ""


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
    passage: TextPassage


def quote_of(candidate: Candidate, sentence: Sentence) -> tuple[int, int]:
    """The words of an event, as offsets of the parsed text: its sentence, or its clause where the sentence is long."""
    words, begin = sentence.text, sentence.start_char
    start, end = trimmed(words, 0, len(words))
    if end - start > LONGEST_QUOTE:
        tokens = candidate.clause.tokens
        first = max(start, min(t.idx for t in tokens) - begin)
        last = min(end, max(t.idx + len(t) for t in tokens) - begin)
        start, end = trimmed(words, first, min(last, first + LONGEST_QUOTE))
    return begin + start, begin + end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
