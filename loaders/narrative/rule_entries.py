"""The entries of rule files: grammatical rules and rules of notes, each checked as it is added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dhr_graph.errors import BadRules
from dhr_graph.loaders.alternation import alternation

PATTERNS = frozenset({
    "arrival", "on_file", "told_here",
    "refer", "document", "tell", "send", "receive", "direct", "grade", "disclose", "learn", "disclosure_noun",
    "justice", "justice_noun", "care", "heard", "violence", "breach", "witness", "summons", "omission", "dealing",
    "silence", "entry", "turn", "prompting",
})  # fmt: skip
WORDLESS = frozenset({
    "violence", "breach", "witness", "summons", "omission", "silence", "entry", "turn", "prompting", "told_here",
})  # fmt: skip
"""Patterns that no words of a rule open: what they look for is in the sets and wordings."""

TYPES = frozenset({
    "incident", "contact", "disclosure", "risk_assessment", "referral", "information_share", "signposting", "justice",
    "care_plan", "missed",
})  # fmt: skip
RECIPIENTS = frozenset({"needed", "may", "no"})

NOWHERE = re.compile(r"(?!)")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a grammatical pattern, the words that open it, and two sentences that test it.

    `spelled` holds an expression for each word, longest first, that finds it in running text, in the plural too;
    `letters` finds where any of them may stand, and is quick to say that none does.
    """

    id: str
    type: str
    pattern: str
    words: frozenset[str]
    cues: frozenset[str]
    fits: str
    misfits: str
    spelled: tuple[tuple[str, re.Pattern[str]], ...] = ()
    letters: re.Pattern[str] = NOWHERE

    def spelled_in(self, words: str) -> Iterator[str]:
        """The words of the rule that stand in a text in small letters, the longest first."""
        if self.letters.search(words):
            yield from (word for word, form in self.spelled if form.search(words))


@dataclass(frozen=True, slots=True)
class NoteRule:
    """One surface rule of notes, with two sentences that test it."""

    id: str
    type: str
    pattern: re.Pattern[str]
    recipient: str
    fits: str
    misfits: str


def add_rule(rules: list[Rule], entry: Table, where: str) -> None:
    """Add a rule, or words and cues to the one that the entry extends; raises BadRules."""
    words = frozenset(strings(entry.get("words", ()), "words", where))
    cues = frozenset(strings(entry.get("cues", ()), "cues", where))
    extended = entry.get("extend")
    if extended is None:
        rules.append(_new_rule(entry, words, cues, where))
        return
    for at, rule in enumerate(rules):
        if rule.id == extended:
            _check_words(rule.pattern, words, where)
            rules[at] = replace(
                rule,
                words=rule.words | words,
                cues=rule.cues | cues,
                spelled=_spelled(rule.words | words),
                letters=_letters(rule.words | words),
            )
            return
    raise BadRules(f"No rule is called {extended!r}.", where=where, remedy="Extend one of the ids in events.toml.")


def _new_rule(entry: Table, words: frozenset[str], cues: frozenset[str], where: str) -> Rule:
    _require(entry, ("id", "type", "pattern", "fits", "not"), where)
    _check(entry, "type", TYPES, where)
    _check(entry, "pattern", PATTERNS, where)
    _check_words(entry["pattern"], words, where)
    sentences = entry["fits"], entry["not"]
    spelled, letters = _spelled(words), _letters(words)
    return Rule(entry["id"], entry["type"], entry["pattern"], words, cues, *sentences, spelled, letters)


def add_note(notes: list[NoteRule], entry: Table, where: str) -> None:
    """Add a rule of notes; raises BadRules."""
    _require(entry, ("id", "type", "pattern", "recipient", "fits", "not"), where)
    _check(entry, "type", TYPES, where)
    _check(entry, "recipient", RECIPIENTS, where)
    try:
        pattern = re.compile(entry["pattern"], re.IGNORECASE)
    except re.error as error:
        raise BadRules(
            f"The pattern of {entry['id']} is not a regular expression: {error}.",
            where=where,
            remedy="Escape signs that are meant as themselves.",
        ) from error
    notes.append(NoteRule(entry["id"], entry["type"], pattern, entry["recipient"], entry["fits"], entry["not"]))


def tables(table: Table, name: str, where: str) -> tuple[Table, ...]:
    """The entries of an array of tables; raises BadRules where it is something else."""
    entries = table.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadRules(f"'{name}' is not a list of tables.", where=where, remedy=f"Head each entry with [[{name}]].")
    return tuple(entries)


def strings(words: object, name: str, where: str) -> tuple[str, ...]:
    """A list of words as it stands in a file; raises BadRules where it is something else."""
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise BadRules(f"'{name}' is not a list of words.", where=where, remedy='Write it as ["one word", "another"].')
    return tuple(words)


def _require(entry: Table, keys: tuple[str, ...], where: str) -> None:
    missing = [key for key in keys if key not in entry]
    if missing:
        raise BadRules(f"A rule lacks {', '.join(missing)}.", where=where, remedy="Give every rule all of them.")


def _check(entry: Table, key: str, known: frozenset[str], where: str) -> None:
    if entry[key] not in known:
        raise BadRules(
            f"No {key} is called {entry[key]!r}.", where=where, remedy=f"Use one of {', '.join(sorted(known))}."
        )


def _check_words(pattern: str, words: frozenset[str], where: str) -> None:
    if words and pattern in WORDLESS:
        raise BadRules(
            f"No words open a rule of the pattern {pattern!r}.",
            where=where,
            remedy="Add them to one of the sets in words.toml, under [sets].",
        )


def _spelled(words: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return tuple((word, re.compile(rf"(?<![\w.-]){re.escape(word)}s?(?![\w-])")) for word in longest_first)


def _letters(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(alternation(sorted(words, key=lambda word: (-len(word), word)))) if words else NOWHERE
