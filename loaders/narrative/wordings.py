"""Groups of wordings: expressions under a name that is their id, each with a sentence on either side of its border."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dhr_graph.errors import BadRules
from dhr_graph.loaders.narrative.rule_entries import Table, strings

STEMS, PHRASES = "stems", "phrases"
OF_A_NEW_GROUP = ("meaning", "wordings", "fits", "not")


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """What one group looks for: `stems` from the start of a word, `phrases` to the end of one too."""

    name: str
    kind: str
    meaning: str
    wordings: tuple[str, ...]
    fits: str
    misfits: str
    pattern: re.Pattern[str]


def add_wordings(groups: dict[str, WordingGroup], kind: str, name: str, entry: object, where: str) -> None:
    """Add a group, or wordings to the one of that name; raises BadRules.

    The entry is a table, or to extend a group its wordings alone.
    """
    told = _table(kind, name, entry, where)
    before = groups.get(name)
    lacking = [key for key in (OF_A_NEW_GROUP if before is None else ("wordings",)) if key not in told]
    if before is None and lacking:
        raise BadRules(
            f"No group of wordings is called {name!r}, and {kind}.{name} lacks {', '.join(lacking)}.",
            where=where,
            remedy="Name a group of loaders/rules/patterns_of_*.toml, or give the new one all of them.",
        )
    if lacking:
        raise BadRules(f"{kind}.{name} has no wordings.", where=where, remedy='Write wordings = ["one", "another"].')
    if before is not None and before.kind != kind:
        raise BadRules(
            f"{name!r} is a group of {before.kind}, not of {kind}.",
            where=where,
            remedy=f"Head it with [{before.kind}.{name}].",
        )
    wordings = (*(before.wordings if before else ()), *strings(told["wordings"], f"{kind}.{name}", where))
    pattern = _compiled(kind, name, wordings, where)
    if before is None:
        groups[name] = WordingGroup(name, kind, told["meaning"], wordings, told["fits"], told["not"], pattern)
    else:
        groups[name] = replace(before, wordings=wordings, pattern=pattern)


def try_sentences(group: WordingGroup, entry: object, where: str) -> None:
    """Try the sentences that an entry gives on its group; raises BadRules where one goes the wrong way."""
    told = _table(group.kind, group.name, entry, where)
    fits, misfits = told.get("fits"), told.get("not")
    if isinstance(fits, str) and not group.pattern.search(fits):
        raise BadRules(
            f"No wording of {group.name!r} is found in {fits!r}.", where=where, remedy="Mend the wordings or `fits`."
        )
    found = group.pattern.search(misfits) if isinstance(misfits, str) else None
    if found:
        raise BadRules(
            f"{group.name!r} finds {found[0]!r} in {misfits!r}.", where=where, remedy="Mend the wordings or `not`."
        )


def _table(kind: str, name: str, entry: object, where: str) -> Table:
    told: Table = entry if isinstance(entry, Mapping) else {"wordings": entry}
    for key in ("meaning", "fits", "not"):
        if not isinstance(told.get(key, ""), str):
            raise BadRules(f"'{kind}.{name}.{key}' is no text.", where=where, remedy=f'Write it as {key} = "...".')
    return told


def _compiled(kind: str, name: str, wordings: tuple[str, ...], where: str) -> re.Pattern[str]:
    """One expression for several wordings, from the start of a word; of phrases also to the end of one."""
    try:
        return re.compile(rf"\b(?:{'|'.join(wordings)})" + (r"\b" if kind == PHRASES else ""), re.IGNORECASE)
    except re.error as error:
        raise BadRules(
            f"Not a regular expression: {error}.",
            where=f"{where}, {kind}.{name}",
            remedy="Escape signs that are meant as themselves.",
        ) from error
