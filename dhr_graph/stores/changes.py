"""What has to change in a store so that it says what a review says now: worked out first, then done in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from dhr_graph.rdf import organisations_graph
from dhr_graph.vocabulary import ONTOLOGY

_OF_ORGANISATION = ox.NamedNode(ONTOLOGY + "ofOrganisation")


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to take out, graphs to take out whole, and quads to put in."""

    removed: frozenset[ox.Quad]
    dropped: tuple[ox.NamedNode, ...]
    added: frozenset[ox.Quad]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.removed or self.dropped or self.added)


def change_to(store: ox.Store, graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad], base: str) -> Change:
    """What turns a review's present graphs into these quads; none means that the review goes.

    Organisations are shared: one is taken out when no agency of any other review leads to it.
    """
    shared = ox.NamedNode(organisations_graph(base))
    present = tuple(graphs)
    new = frozenset(quads)
    wanted = {quad.graph_name for quad in new}
    dropped = tuple(graph for graph in present if graph not in wanted)
    old = {quad for graph in present for quad in store.quads_for_pattern(None, None, None, graph)}
    known = {quad for node in _organisations(store, shared, old, new, present) for quad in _about(store, node, shared)}
    gone = {quad for quad in old if quad.graph_name in wanted} | known
    return Change(frozenset(gone - new), dropped, frozenset(new - old - known))


def apply(store: ox.Store, change: Change) -> None:
    """Do it in one transaction: a process that dies meanwhile leaves the store as it was before, or as it is after."""
    if not (change.removed or change.dropped):
        store.extend(change.added)
        return
    parts = [f"DROP SILENT GRAPH {graph}" for graph in change.dropped]
    if change.removed:
        parts.append(f"DELETE DATA {{ {_data(change.removed)} }}")
    if change.added:
        parts.append(f"INSERT DATA {{ {_data(change.added)} }}")
    store.update(" ;\n".join(parts))


def _organisations(
    store: ox.Store,
    shared: ox.NamedNode,
    old: Iterable[ox.Quad],
    new: frozenset[ox.Quad],
    present: tuple[ox.NamedNode, ...],
) -> Iterator[ox.NamedNode]:
    """The organisations whose present statements are to be replaced or dropped."""
    told = {quad.subject for quad in new if quad.graph_name == shared}
    linked = {quad.object for quad in new if quad.predicate == _OF_ORGANISATION}
    for node in {quad.object for quad in old if quad.predicate == _OF_ORGANISATION} | told:
        elsewhere = (q.graph_name for q in store.quads_for_pattern(None, _OF_ORGANISATION, node, None))
        if isinstance(node, ox.NamedNode) and (
            node in told or (node not in linked and all(graph in present for graph in elsewhere))
        ):
            yield node


def _about(store: ox.Store, node: ox.NamedNode, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(node, None, None, graph)


def _data(quads: Iterable[ox.Quad]) -> str:
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(f"GRAPH {graph} {{ {' '.join(lines)} }}" for graph, lines in by_graph.items())
