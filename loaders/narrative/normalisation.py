"""Normalisation: words as the parser reads them best, each character in its place, and what it read put back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc

from dhr_graph.loaders.readers.entries import MONTH

STAMP = re.compile(
    r"^\s*(?:[\u2022*-]\s*)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: (?:19|20)\d\d)?)\s*(?:[\u2013\u2014:|-])\s"
)
LEADING_DATE = re.compile(
    r"(?:\b(?:On|In|By|At|Since|From|During|Between|Until|Before|After|About|Around|Towards|Late|Early|Again|Also)\b"
    r"|(?:[,;:]|\b(?:and|but|that|when|while|where)) (?:on|in|by|from|during|between|since|at)\b)"
    r"[^.,;:()]{0,60}?\b(?:(?:19|20)\d\d|[0-3]?\d(?:st|nd|rd|th)? (?:January|February|March|April|June|July|August"
    r"|September|October|November|December))"
    r"(?= (?:[A-Z]|(?:he|she|they|it|we|the|a|an|his|her|their|its|two|officers|police|staff|both|one|no)\b))"
)
UNPLAIN, PLAIN_SIGNS = "\n\t\u00a0\u2018\u2019\u201c\u201d*|", "   ''\"\"  "
PLAIN = str.maketrans(UNPLAIN, PLAIN_SIGNS)


@dataclass(frozen=True, slots=True)
class Normalisation:
    """The tables of `rules/normalisation.toml`, and what is made by them; every result is as long as what was given."""

    lemmas: Mapping[str, str]
    adjectives: frozenset[str]
    parsed_as: Mapping[str, str]
    nouns: Mapping[str, str]
    unchanging: frozenset[str]
    abbreviations: Mapping[str, str]
    names: Mapping[int, str]
    short_forms: Mapping[int, str]
    mistaken: re.Pattern[str]
    shortened: re.Pattern[str]
    cell_label: re.Pattern[str]
    in_small_letters: re.Pattern[str]
    aside: re.Pattern[str]

    def for_prose(self, words: str) -> str:
        """Running text for the parser.

        The last character of a date that leads a clause makes room for a comma ("On 4 May 2016 Mr N ..."): without one
        the date is taken for a part of the name. A date that stamps an entry is no part of it, nor is what stands
        between commas after an auxiliary ("had, with her leave, written"). Verbs that it takes for nouns are put as
        others of the same length, services in small letters get capitals.
        """
        text = LEADING_DATE.sub(lambda found: found.group()[:-1] + ",", words.translate(PLAIN))
        text = self.aside.sub(_blank, STAMP.sub(_blank, text))
        text = self.shortened.sub(lambda found: self.abbreviations[found[1].lower()].ljust(len(found[0])), text)
        text = self.in_small_letters.sub(_with_capitals, text)
        put = {**self.parsed_as, **self.nouns}
        return self.mistaken.sub(lambda found: put[found.group()], text)

    def for_cell(self, words: str) -> str:
        """The words of a table's cell for the parser, in which a label or semicolon ends no sentence."""
        return self.cell_label.sub(_blank, self.for_prose(words)).replace(";", ".")

    def with_names(
        self, words: str, names: Sequence[tuple[int, int]], short_forms: Sequence[tuple[int, int]] = ()
    ) -> str:
        """Running text for the parser with people's names, and agencies' short forms, as ones that it knows.

        Each is put as another of the same length.
        """
        text = self.for_prose(words)
        for known, places in ((self.names, names), (self.short_forms, short_forms)):
            for start, end in places:
                plain = known.get(end - start)
                if plain is not None:
                    text = text[:start] + plain + text[end:]
        return text

    def with_printed_verbs(self, doc: Doc, words: str) -> Doc:
        """The parsed text with the words that are printed where others stood in their place, and their lemmas."""
        put = {**self.parsed_as, **self.nouns}
        if not any(word in words for word in put):
            return doc
        standing_in = set(put.values())
        found = {t.i: words[t.idx : t.idx + len(t)] for t in doc if t.text in standing_in}
        found = {at: word for at, word in found.items() if word in put}
        if not found:
            return doc
        return Doc(
            doc.vocab,
            words=[found.get(t.i, t.text) for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            tags=[t.tag_ for t in doc],
            pos=[t.pos_ for t in doc],
            lemmas=[self.lemmas.get(found[t.i], found[t.i]) if t.i in found else t.lemma_ for t in doc],
            heads=[t.head.i for t in doc],
            deps=[t.dep_ for t in doc],
            sent_starts=[bool(t.is_sent_start) for t in doc],
        )


@lru_cache(maxsize=1)
def normalisation() -> Normalisation:
    """The shipped table."""
    text = (resources.files("dhr_graph.loaders.rules") / "normalisation.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    parsed_as: dict[str, str] = table["parsed_as"]
    nouns: dict[str, str] = table["nouns"]
    return Normalisation(
        table["lemmas"],
        frozenset(table["adjectives"]["of_levels"]),
        parsed_as,
        nouns,
        frozenset(table["verbs"]["unchanging"]),
        table["abbreviations"],
        {len(name): name for name in table["names"]["ordinary"]},
        {len(name): name for name in table["names"]["short_forms"]},
        re.compile(rf"\b(?:{'|'.join((*parsed_as, *nouns))})\b"),
        re.compile(rf"\b((?i:{'|'.join(table['abbreviations'])}))\.(?= [a-z\d(])"),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, table['labels']['of_cells']))}):"),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, table['capitals']['services']))})\b"),
        _asides(table["asides"]),
    )


def _asides(table: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """What stands between commas after an auxiliary and says neither who did it nor that it was not done."""
    after, leads, never = (table[name] for name in ("after", "leads", "never"))
    behind = "|".join(rf"(?<=\b{word})" for word in after)
    return re.compile(
        rf"(?:{behind}), (?![^,]*\b(?:{'|'.join(never)})\b)(?:{'|'.join(leads)})\b[^.,;:()\n]{{0,60}},(?= [a-z]+)"
    )


def _with_capitals(found: re.Match[str]) -> str:
    return re.sub(r"(?<![\w'])[a-z]", lambda first: first[0].upper(), found[0])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
