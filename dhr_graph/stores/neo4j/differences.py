"""What has to change on the server so that a review says there what it says here, and no more."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from dhr_graph.property_graph import Node, Properties
from dhr_graph.rdf import ORGANISATIONS
from dhr_graph.stores.neo4j.present import PresentGraph, read_present
from dhr_graph.stores.neo4j.review_graphs import Link, ReviewGraph


@dataclass(frozen=True, slots=True)
class Difference:
    """What to take out, to write over and to put in.

    `cut` are the server's own ids of relationships; `gone` are nodes, whose relationships go with them; `loaded` is
    what the review's own node shall say, if it is among `changed` or `new`.
    """

    cut: tuple[str, ...]
    gone: tuple[Node, ...]
    changed: tuple[Node, ...]
    new: tuple[Node, ...]
    linked: tuple[tuple[Link, Properties], ...]
    labels: Mapping[str, tuple[str, ...]]
    loaded: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.cut or self.gone or self.changed or self.new or self.linked)


def differences(tx: ManagedTransaction, graphs: Sequence[ReviewGraph]) -> tuple[Difference, ...]:
    """What turns what the server holds of these reviews into these graphs.

    Organisations are only added and changed: what other reviews may lead to does not go with them.
    """
    present = read_present(tx, [graph.slug for graph in graphs])
    found = (difference(graph, present[graph.slug]) for graph in graphs)
    return tuple(
        dataclasses.replace(one, gone=()) if graph.slug == ORGANISATIONS else one
        for graph, one in zip(graphs, found, strict=True)
    )


def difference(wanted: ReviewGraph, present: PresentGraph) -> Difference:
    """What turns the review that is present into the one that is wanted.

    A node that stays keeps the relationships that others have drawn to it.
    """
    there = present.graph
    gone = {key: node for key, node in there.nodes.items() if not _same_labels(node, wanted.nodes.get(key))}
    touched = frozenset(gone)
    stays = {
        link
        for link, properties in there.relationships.items()
        if touched.isdisjoint((link[0], link[2])) and wanted.relationships.get(link) == properties
    }
    cut = [
        element
        for link, element in present.element_ids.items()
        if link not in stays and touched.isdisjoint((link[0], link[2]))
    ]
    is_stale = wanted.loaded != there.loaded
    return Difference(
        cut=(*cut, *present.surplus),
        gone=tuple(gone.values()),
        changed=tuple(
            node
            for key, node in wanted.nodes.items()
            if key in there.nodes
            and key not in touched
            and (node != there.nodes[key] or (is_stale and node.class_name == "Review"))
        ),
        new=tuple(node for key, node in wanted.nodes.items() if key not in there.nodes or key in touched),
        linked=tuple(item for item in wanted.relationships.items() if item[0] not in stays),
        labels={key: node.labels for key, node in wanted.nodes.items()},
        loaded=wanted.loaded,
    )


def _same_labels(node: Node, other: Node | None) -> bool:
    return other is not None and frozenset(node.labels) == frozenset(other.labels)
