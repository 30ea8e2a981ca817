"""What is made for the eye: a name on every node, and who knew of what, who shared with whom, and the verdicts, each as
one relationship with a caption."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dhr_graph.knowledge.wordings import verdict_wording
from dhr_graph.property_graph.rows import DERIVED, NAME, Node, PropertyGraph, PropertyValue, Relationship

FAILED = frozenset({"declined", "not_received"})
"""Outcomes after which nothing has reached the recipient."""

Links = Mapping[tuple[str, str], str]


def with_shortcuts(graph: PropertyGraph) -> PropertyGraph:
    """The same graph with its shortcuts, and with a name on every node that has a caption; neither becomes quads.

    Neo4j's tools caption a node by its `name` where no style says otherwise.
    """
    derived = sorted(shortcuts(graph), key=lambda link: (link.start, link.type, link.end))
    kept = [link for link in graph.relationships if not link.is_derived]
    return PropertyGraph(tuple(map(_named, graph.nodes)), (*kept, *derived))


def _named(node: Node) -> Node:
    caption = node.properties.get("caption")
    if caption is None or NAME in node.properties:
        return node
    properties = dict(sorted({**node.properties, NAME: caption}.items()))
    return dataclasses.replace(node, properties=MappingProxyType(properties))


def shortcuts(graph: PropertyGraph) -> Iterator[Relationship]:
    """`KNEW_OF` and `VERDICT` from an agency to a risk, or to the review where they are of all its risks together;
    `SHARED_WITH` between bodies, once a pair, for what concerns a risk. What a person has rejected, and what never
    arrived, makes none."""
    links = {(link.start, link.type): link.end for link in graph.relationships}
    shares: dict[tuple[str, str], list[Node]] = {}
    for node in graph.nodes:
        if node.class_name == "Knowledge" and node.properties.get("knew") is True:
            yield from _of_agency(node, "KNEW_OF", links, since="firstKnown", sinceEdtf="firstKnownEdtf")
        elif node.class_name == "Verdict":
            yield from _of_agency(node, "VERDICT", links, code="code")
        elif "InformationShare" in node.labels and _arrived(node) and (node.id, "CONCERNS_RISK") in links:
            sender, recipient = links.get((node.id, "BY_AGENCY")), links.get((node.id, "TO_AGENCY"))
            if sender and recipient and sender != recipient:
                shares.setdefault((sender, recipient), []).append(node)
    for (sender, recipient), events in sorted(shares.items()):
        yield Relationship(sender, "SHARED_WITH", recipient, _of_shares(events))


def _arrived(share: Node) -> bool:
    return share.properties.get("outcome") not in FAILED and share.properties.get("reviewStatus") != "rejected"


def _of_agency(node: Node, type_: str, links: Links, **sources: str) -> Iterator[Relationship]:
    agency = links.get((node.id, "OF_AGENCY"))
    matter = links.get((node.id, "OF_RISK")) or links.get((node.id, "IN_REVIEW"))
    if agency is None or matter is None:
        return
    properties: dict[str, PropertyValue] = {DERIVED: True}
    properties.update({key: node.properties[name] for key, name in sources.items() if name in node.properties})
    if "code" in properties:
        flags = node.properties.get("flags", ())
        wording = verdict_wording(str(properties["code"]), flags if isinstance(flags, tuple) else ())
        properties.update(text=wording.label, caption=wording.short)
    else:
        properties["caption"] = _knew(properties.get("sinceEdtf"))
    yield Relationship(agency, type_, matter, MappingProxyType(properties))


def _knew(since: PropertyValue | None) -> str:
    """In as few words as a line has room for: since which month, or year."""
    if since is None:
        return "knew, undated"
    return f"knew from {str(since).partition('/')[0][: len('2014-03')]}"


def _of_shares(events: list[Node]) -> Mapping[str, PropertyValue]:
    counts = [node.properties.get("count", 1) for node in events]
    first = _dates(events, "dateEarliest", "dateLatest")
    last = _dates(events, "dateLatest", "dateEarliest")
    count = sum(n for n in counts if isinstance(n, int))
    properties: dict[str, PropertyValue] = {DERIVED: True, "count": count}
    properties["caption"] = f"shared \u00d7{count}" if count > 1 else "shared"
    if first and last:
        properties.update(first=min(first), last=max(last))
    return MappingProxyType(properties)


def _dates(events: list[Node], bound: str, otherwise: str) -> list[datetime.date]:
    found = (node.properties.get(bound, node.properties.get(otherwise)) for node in events)
    return [date for date in found if isinstance(date, datetime.date)]
