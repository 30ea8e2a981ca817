"""What the extraction knows, as data: rules with ids, sets of words and wordings; a user's own folder adds to all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path

from dhr_graph.errors import BadRules
from dhr_graph.loaders.narrative.rule_entries import NoteRule, Rule, Table, add_note, add_rule, strings, tables
from dhr_graph.loaders.narrative.wordings import PHRASES, STEMS, WordingGroup, add_wordings, try_sentences

PATTERNS = (
    "patterns_of_abuse",
    "patterns_of_sharing",
    "patterns_of_telling",
    "patterns_of_omission",
    "patterns_of_records",
)
SHIPPED = ("events", "notes", "words", *PATTERNS, "assertion")

WordSets = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules, word sets and wordings of one build; the same files give the same lexicon."""

    rules: tuple[Rule, ...]
    notes: tuple[NoteRule, ...]
    sets: Mapping[str, frozenset[str]]
    wordings: tuple[WordingGroup, ...]
    patterns: Mapping[str, re.Pattern[str]]
    levels: Mapping[str, str]
    assertion: Mapping[str, frozenset[str]]
    _carried: dict[str, tuple[Rule, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _opened: dict[tuple[str, str], Rule] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for rule in self.rules:
            self._carried[rule.pattern] = (*self._carried.get(rule.pattern, ()), rule)
            for word in rule.words:
                self._opened.setdefault((rule.pattern, word), rule)

    def of_pattern(self, pattern: str) -> tuple[Rule, ...]:
        """The rules that a grammatical pattern carries, in their order."""
        return self._carried.get(pattern, ())

    def rule(self, pattern: str, *words: str) -> Rule | None:
        """The first rule of a pattern that a word opens; of several words the first that opens one counts."""
        return next((self._opened[pattern, word] for word in words if (pattern, word) in self._opened), None)


@dataclass(slots=True)
class _Gathered:
    """The entries of all files that were read so far."""

    rules: list[Rule]
    notes: list[NoteRule]
    sets: WordSets
    wordings: dict[str, WordingGroup]
    levels: dict[str, str]
    assertion: WordSets

    def add(self, table: Table, where: str) -> None:
        for entry in tables(table, "rule", where):
            add_rule(self.rules, entry, where)
        for entry in tables(table, "note", where):
            add_note(self.notes, entry, where)
        for of_kind, known in (("sets", self.sets), ("assertion", self.assertion)):
            for name, words in _named(table, of_kind, where):
                known[name] = known.get(name, frozenset()) | frozenset(words)
        for wording_kind, name, given in _wordings(table, where):
            add_wordings(self.wordings, wording_kind, name, given, where)
        for word, level in table.get("levels", {}).items():
            self.levels[word] = level

    def lexicon(self) -> Lexicon:
        return Lexicon(
            tuple(self.rules),
            tuple(self.notes),
            dict(self.sets),
            tuple(self.wordings.values()),
            {name: group.pattern for name, group in self.wordings.items()},
            dict(self.levels),
            dict(self.assertion),
        )


def load_lexicon(own: Path | None = None) -> Lexicon:
    """The shipped rules, with those in the TOML files of a user's folder; raises BadRules."""
    if own is None:
        return _shipped()
    if not own.is_dir():
        raise BadRules(
            "The folder of rules does not exist.", where=str(own), remedy="Give --rules a folder with .toml files."
        )
    gathered = _gather_shipped()
    for path in sorted(own.glob("*.toml")):
        table = _parse(path.read_text(encoding="utf-8"), str(path))
        gathered.add(table, str(path))
        for _, name, given in _wordings(table, str(path)):
            try_sentences(gathered.wordings[name], given, str(path))
    return gathered.lexicon()


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return _gather_shipped().lexicon()


def _gather_shipped() -> _Gathered:
    gathered = _Gathered([], [], {}, {}, {}, {})
    for name in SHIPPED:
        text = (resources.files("dhr_graph.loaders.rules") / f"{name}.toml").read_text(encoding="utf-8")
        gathered.add(_parse(text, f"{name}.toml"), f"{name}.toml")
    return gathered


def _parse(text: str, where: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRules(f"Not valid TOML: {error}.", where=where, remedy="Mend the line that is named.") from error


def _named(table: Table, kind: str, where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, words in table.get(kind, {}).items():
        yield name, strings(words, f"{kind}.{name}", where)


def _wordings(table: Table, where: str) -> Iterator[tuple[str, str, object]]:
    for kind in (STEMS, PHRASES):
        groups = table.get(kind, {})
        if not isinstance(groups, dict):
            raise BadRules(f"'{kind}' is not a table.", where=where, remedy=f"Head each group with [{kind}.NAME].")
        for name, entry in groups.items():
            yield kind, name, entry
