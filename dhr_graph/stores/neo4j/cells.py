"""Values of a graph as the cells of a table: short words that a person can read, and an id to go on with."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from neo4j.graph import Node, Path, Relationship

from dhr_graph.stores import Cell


def cell_of(value: Any) -> Cell:
    """A value of the driver as a cell.

    A node is `Agency "Oakwell Police" oakwell/Agency/1a2b`, a relationship its type with its properties, a path both in
    turn; lists and maps are JSON, dates ISO 8601.
    """
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """The value with nothing in it but what JSON has."""
    if isinstance(value, Node):
        return node_words(value)
    if isinstance(value, Relationship):
        return _with_properties(value)
    if isinstance(value, Path):
        return _path_words(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, Sequence) and not isinstance(value, (str, tuple)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else repr(value)


def node_words(node: Node) -> str:
    """A node by its most specific label, its caption or name, and its id."""
    title = next((str(node[name]) for name in ("caption", "name", "title") if node.get(name)), None)
    parts = [_label(node), None if title is None else json.dumps(title, ensure_ascii=False), node.get("id")]
    return " ".join(str(part) for part in parts if part is not None) or f"node {node.element_id}"


def _label(node: Node) -> str | None:
    """The label that says most: of ours the lowest class, else all of them."""
    from dhr_graph.vocabulary import vocabulary

    labels = sorted(node.labels)
    return vocabulary().most_specific(labels) or (":".join(labels) or None)


def _with_properties(relationship: Relationship) -> str:
    properties = {name: _plain(value) for name, value in sorted(relationship.items())}
    return f"{relationship.type} {json.dumps(properties, ensure_ascii=False)}" if properties else relationship.type


def _path_words(path: Path) -> str:
    words = node_words(path.start_node) if path.start_node is not None else ""
    for before, relationship, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        is_forward = relationship.start_node == before
        arrow = f"-[{relationship.type}]->" if is_forward else f"<-[{relationship.type}]-"
        words += f" {arrow} {node_words(after)}"
    return words
