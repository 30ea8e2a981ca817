"""What the extraction knows, as data: rules with ids, and sets of words; a user's own folder adds to both."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dhr_graph.errors import BadRules

PATTERNS = frozenset(
    {
        "refer",
        "document",
        "tell",
        "send",
        "receive",
        "direct",
        "grade",
        "disclose",
        "disclosure_noun",
        "justice",
        "justice_noun",
        "care",
        "heard",
        "violence",
        "summons",
        "omission",
        "dealing",
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a grammatical pattern, the words that open it, and two sentences that test it."""

    id: str
    type: str
    pattern: str
    words: frozenset[str]
    cues: frozenset[str]
    fits: str
    misfits: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules and word sets of one build; the same files give the same lexicon."""

    rules: tuple[Rule, ...]
    sets: Mapping[str, frozenset[str]]
    assertion: Mapping[str, frozenset[str]]

    def of_pattern(self, pattern: str) -> tuple[Rule, ...]:
        """The rules that a grammatical pattern carries, in their order."""
        return tuple(rule for rule in self.rules if rule.pattern == pattern)

    def rule(self, pattern: str, word: str) -> Rule | None:
        """The first rule of a pattern that a word opens."""
        return next((r for r in self.of_pattern(pattern) if word in r.words), None)


def load_lexicon(own: Path | None = None) -> Lexicon:
    """The shipped rules, with those in the TOML files of a user's folder; raises BadRules."""
    shipped = _shipped()
    if own is None:
        return shipped
    if not own.is_dir():
        raise BadRules(
            "The folder of rules does not exist.", where=str(own), remedy="Give --rules a folder with .toml files."
        )
    rules = list(shipped.rules)
    sets = dict(shipped.sets)
    for path in sorted(own.glob("*.toml")):
        table = _parse(path.read_text(encoding="utf-8"), str(path))
        for entry in table.get("rule", []):
            _add(rules, entry, str(path))
        for name, words in table.get("sets", {}).items():
            sets[name] = sets.get(name, frozenset()) | frozenset(words)
    return Lexicon(tuple(rules), sets, shipped.assertion)


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    folder = resources.files("dhr_graph.loaders.rules")
    tables = {
        name: _parse((folder / f"{name}.toml").read_text(encoding="utf-8"), name)
        for name in ("events", "words", "assertion")
    }
    rules: list[Rule] = []
    for entry in tables["events"]["rule"]:
        _add(rules, entry, "events.toml")
    sets = {name: frozenset(words) for name, words in tables["words"]["sets"].items()}
    assertion = {name: frozenset(words) for name, words in tables["assertion"].items()}
    return Lexicon(tuple(rules), sets, assertion)


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRules(f"Not valid TOML: {error}.", where=where, remedy="Mend the line that is named.") from error


def _add(rules: list[Rule], entry: Mapping[str, Any], where: str) -> None:
    words, cues = frozenset(entry.get("words", ())), frozenset(entry.get("cues", ()))
    extended = entry.get("extend")
    if extended is not None:
        for at, rule in enumerate(rules):
            if rule.id == extended:
                rules[at] = replace(rule, words=rule.words | words, cues=rule.cues | cues)
                return
        raise BadRules(f"No rule is called {extended!r}.", where=where, remedy="Extend one of the ids in events.toml.")
    missing = [key for key in ("id", "type", "pattern", "fits", "not") if key not in entry]
    if missing:
        raise BadRules(f"A rule lacks {', '.join(missing)}.", where=where, remedy="Give every rule all of them.")
    if entry["pattern"] not in PATTERNS:
        raise BadRules(
            f"No pattern is called {entry['pattern']!r}.",
            where=where,
            remedy=f"Use one of {', '.join(sorted(PATTERNS))}.",
        )
    rules.append(Rule(entry["id"], entry["type"], entry["pattern"], words, cues, entry["fits"], entry["not"]))
