"""Loading what is known of the cast of any review: the files `cast_*.toml` of the rules, and the gazetteer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from dhr_graph.errors import BadRules
from dhr_graph.loaders.cast.gazetteer import own_bodies, shipped_bodies
from dhr_graph.loaders.cast.knowledge import CastKnowledge, DeathWords, Kin, Kind, ListRule, Service
from dhr_graph.loaders.cast.wording import plain

Table = dict[str, Any]


@lru_cache(maxsize=4)
def load_cast_knowledge(extra: Path | None = None) -> CastKnowledge:
    """Load the data of the package, and from the folder `extra` the user's own agencies; raises BadRules on errors."""
    try:
        parts = (
            *_of_kinds(rule_table("cast_kinds.toml")).items(),
            *_of_lists(rule_table("cast_lists.toml")).items(),
            *_of_persons(rule_table("cast_persons.toml")).items(),
        )
        return CastKnowledge(
            **dict(parts),
            sentences=tuple(rule_table("cast_sentences.toml")["form"]),
            review=_wordings(rule_table("cast_review.toml")),
            bodies={**shipped_bodies(), **(own_bodies(extra) if extra else {})},
        )
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        where = "loaders/rules/cast_*.toml"
        raise BadRules(f"The rules can't be read: {error!r}.", where=where, remedy="Restore the files.") from error


def rule_table(name: str) -> Table:
    """A file of the rules as it stands, with the sentences by which its entries are tested."""
    source = resources.files("dhr_graph.loaders.rules").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _wordings(table: Table) -> Table:
    """The wordings of groups by their names, without the sentences that test them."""
    return {name: _plain(entry) for name, entry in table.items()}


def _plain(entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    return entry["wordings"] if "wordings" in entry else _wordings(entry)


def _of_kinds(table: Table) -> dict[str, Any]:
    kinds: dict[str, Kind] = {}
    for rule in table["kind"]:
        for phrase in map(plain, rule["words"]):
            kind = Kind(rule["type"], rule["rank"], phrase, bool(rule.get("head")))
            for form in (phrase, phrase + "s"):
                if form not in kinds or kinds[form].rank < kind.rank:
                    kinds[form] = kind
    shapes = (r for r in table["kind"] if "shape" in r)
    shaped = ((re.compile(r["shape"]), Kind(r["type"], r["rank"], r["id"], True)) for r in shapes)
    words = frozenset(w for phrase in kinds for w in phrase.split())
    return {"kinds": kinds, "shaped": tuple(shaped), "vocabulary": words | frozenset(table["placing"])}


def _of_lists(table: Table) -> dict[str, Any]:
    exclude, cells = table["exclude"], table["cells"]
    return {
        "leads": tuple(_list_rules(table["lead"])),
        "tails": tuple(_list_rules(table["tail"])),
        "cells": {k: tuple(v) for k, v in cells.items() if isinstance(v, list)},
        "cell_codes": {k: tuple(v) for k, v in cells["codes"].items()},
        "endings": frozenset(exclude["endings"]),
        "closing": frozenset(exclude["closing"]),
        "excluded": re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in exclude['words'])})\b"),
        "openers": frozenset(exclude["openers"]),
        "shared": frozenset(exclude["shared"]),
        "numbers": frozenset(exclude["numbers"]),
        "kept": tuple(exclude["kept"]),
        "alone": frozenset(exclude["alone"]),
        "topics": frozenset(exclude["topics"]),
        "of_a_body": frozenset(exclude["of_a_body"]),
        "never_bare": frozenset(exclude["never_bare"]),
        "fields_of_care": frozenset(exclude["fields_of_care"]),
        "no_short_forms": frozenset(exclude["no_short_forms"]),
        "advisers": frozenset(exclude["advisers"]),
        "adviser_titles": frozenset(exclude["adviser_titles"]),
        "presenting": frozenset(table["present"]["nouns"]),
    }


def _list_rules(rules: list[Table]) -> Iterator[ListRule]:
    for r in rules:
        yield ListRule(r["id"], r["participation"], re.compile(r["pattern"]), bool(r.get("anywhere")))


def _of_persons(table: Table) -> dict[str, Any]:
    services = tuple(_services(rule_table("cast_services.toml")))
    others = [w for w, role in _roles(table) if role == "other"]
    labels, origins = _wordings(table["labels"]), "|".join(table["words"]["ethnicity"]["wordings"])
    return {
        "services": services,
        "kin": {k.term: k for k in reversed(list(_kin(table)))},
        "adjectives": frozenset(table["words"]["kin_adjectives"]),
        "roles": dict(_roles(table)),
        "nouns": frozenset(plain(w) for s in services for w in s.words) | {*others, *table["words"]["collective"]},
        "shapes": re.compile("|".join(labels["shapes"])),
        "codes": re.compile("|".join(labels["codes"])),
        "capital_kin": frozenset(table["capital_kin"]),
        "report_parts": frozenset(table["report"]["parts"]),
        "titles": frozenset(table["professional_titles"]),
        "sexes": {w: sex for sex, words in table["sex"].items() for w in words},
        "ethnicity": re.compile(rf"(?<![\w-])(?:{origins})(?!\w)", re.I),
        "human_verbs": frozenset(table["verbs"]["human"]),
        "clauses": tuple((re.compile(c["pattern"]), c["kin"], c["role"]) for c in table["clause"]),
        "violence": {name: words["pattern"] for name, words in table["violence"].items()},
        "deaths": tuple(DeathWords(d["role"], d["weight"], d["pattern"]) for d in table["death"]),
    }


def _roles(table: Table) -> Iterator[tuple[str, str]]:
    return ((plain(word), role) for role, words in table["roles"].items() for word in words)


def _services(table: Table) -> Iterator[Service]:
    for group, role in (("service", False), ("role", True)):
        for rule in table[group]:
            words = tuple(rule["words"])
            made = frozenset(rule.get("made_words", words)) - frozenset(rule.get("unmade", ()))
            yield Service(
                id=rule["id"],
                types=tuple(rule["types"]),
                words=words,
                made=made if rule.get("made") else frozenset(),
                role=role,
                context=bool(rule.get("context")),
                open=bool(rule.get("open")),
                short=tuple(rule.get("short", ())),
                named=bool(rule.get("named")),
                shared=frozenset(map(plain, rule.get("shared", ()))),
                near=frozenset(map(plain, rule.get("near", ()))),
                several=bool(rule.get("several")),
                unlike=tuple(rule.get("unlike", ())),
                kinds=frozenset(rule.get("kinds", ())),
            )


def _kin(table: Table) -> Iterator[Kin]:
    """Each kin term, and its plural."""
    several = frozenset(table["words"]["several"])
    for rule in table["kin"]:
        for word in rule["words"]:
            weak = word in rule.get("weak", ())
            yield Kin(word, rule["role"], rule.get("sex"), word in several, weak)
            if word not in several and not word.endswith("s"):
                yield Kin("children" if word == "child" else word + "s", rule["role"], rule.get("sex"), True, weak)
