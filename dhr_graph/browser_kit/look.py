"""How classes and relationships look: colours and sizes from `look.toml`, spread over the ontology by rule."""

from __future__ import annotations

import colorsys
import functools
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from dhr_graph.errors import BadRules
from dhr_graph.vocabulary import vocabulary

OTHER = "other"
CAPTION = "{caption}"
_DARKER = 0.78
_FONT = 11


@dataclass(frozen=True, slots=True)
class NodeLook:
    """A family of nodes that look alike; colours as `#RRGGBB`, sizes in pixels."""

    meaning: str
    colour: str
    border: str
    text: str
    diameter: int
    font: int


@dataclass(frozen=True, slots=True)
class LineLook:
    """A family of relationships that look alike; `text` is for words on the colour itself, the width is in pixels."""

    meaning: str
    colour: str
    text: str
    width: int
    caption: str


def node_looks() -> Mapping[str, NodeLook]:
    """The look of every class of the ontology, superclasses before subclasses, so that the specific one wins."""
    named = _by_name("families", "classes")
    _no_strangers(named, vocabulary().classes)
    terms = sorted(vocabulary().classes.values(), key=lambda term: (len(term.lineage), term.name))
    nearest = {term.name: next((named[name] for name in term.lineage if name in named), OTHER) for term in terms}
    return MappingProxyType({name: families()[family] for name, family in nearest.items()})


def usual_line() -> LineLook:
    """The look of a relationship that the ontology does not know: its type is its caption."""
    return _line(_rows("lines")[OTHER], "<type>")


def line_looks() -> Mapping[str, LineLook]:
    """The look of every relationship type of the ontology, by type; shortcuts for the eye come last."""
    named = _by_name("lines", "relationships")
    links = [term for term in vocabulary().properties.values() if term.is_link]
    _no_strangers(named, {term.relationship for term in links})
    for term in links:
        if term.shortcut_of and term.relationship not in named:
            raise BadRules(
                f"the shortcut {term.relationship} looks like any relationship.",
                where="look.toml",
                remedy="Name it in one of the [lines].",
            )
    ordered = sorted(links, key=lambda term: (term.shortcut_of is not None, term.relationship))
    return MappingProxyType(
        {term.relationship: _line(_rows("lines")[named.get(term.relationship, OTHER)], term.label) for term in ordered}
    )


@functools.cache
def families() -> Mapping[str, NodeLook]:
    """The families of nodes by name, in the order of the file."""
    return MappingProxyType(
        {
            name: NodeLook(
                row["meaning"],
                row["colour"],
                row.get("border", darker(row["colour"])),
                row["text"],
                row["diameter"],
                row.get("font", _FONT),
            )
            for name, row in _rows("families").items()
        }
    )


def shown_families() -> tuple[NodeLook, ...]:
    """The families that a class stands in, in the order of the file: what a legend lists."""
    return tuple(look for name, look in families().items() if name != OTHER)


def darker(colour: str) -> str:
    """The same hue, darker: for the border of a circle of that colour."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light * _DARKER, saturation))


def _line(row: Mapping[str, Any], label: str) -> LineLook:
    return LineLook(row.get("meaning", ""), row["colour"], row["text"], row["width"], row.get("caption", label))


def _by_name(table: str, key: str) -> dict[str, str]:
    return {name: family for family, row in _rows(table).items() for name in row.get(key, [])}


def _no_strangers(named: Mapping[str, str], known: Container[str]) -> None:
    strays = [name for name in named if name not in known]
    if strays:
        raise BadRules(f"the ontology has no {strays[0]!r}.", where="look.toml", remedy="Take it out, or correct it.")


@functools.cache
def _rows(table: str) -> Mapping[str, Mapping[str, Any]]:
    content = tomllib.loads(resources.files(__package__).joinpath("look.toml").read_text(encoding="utf-8"))
    rows: Mapping[str, Mapping[str, Any]] = content[table]
    return rows
