"""The dataset as JSON-LD: one object a graph, one object a record, keys as in the ontology."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import IO

from dhr_graph.exports.destinations import written_text
from dhr_graph.exports.rdf_files import parts
from dhr_graph.property_graph import Node, PropertyGraph, from_rdf
from dhr_graph.rdf import graph_iri, record_iri
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import vocabulary


def write_jsonld(dataset: Dataset, path: Path) -> tuple[Path, ...]:
    """Write JSON-LD with the ontology's context in it, review by review, so that no network is needed to read it."""
    context = json.loads(resources.files("dhr_graph.ontology").joinpath("context.jsonld").read_text(encoding="utf-8"))
    with written_text(path) as stream:
        stream.write('{"@context": ')
        stream.write(_json(context["@context"]))
        stream.write(',\n"@graph": [')
        before = "\n"
        for part in parts(dataset):
            for graph in _graphs(from_rdf(part, dataset.base), dataset.base):
                stream.write(before)
                _write_graph(graph, stream)
                before = ",\n"
        stream.write("\n]}\n")
    return (path,)


def _write_graph(graph: tuple[str, list[dict[str, object]]], stream: IO[str]) -> None:
    name, nodes = graph
    stream.write(f'{{"id": {_json(name)}, "@graph": [\n')
    stream.write(",\n".join(_json(node) for node in nodes))
    stream.write("\n]}")


def _graphs(review: PropertyGraph, base: str) -> Iterator[tuple[str, list[dict[str, object]]]]:
    links: dict[str, dict[str, list[str]]] = {}
    for link in review.relationships:
        links.setdefault(link.start, {}).setdefault(link.type, []).append(record_iri(link.end, base))
    by_graph: dict[str, list[dict[str, object]]] = {}
    for node in review.nodes:
        by_graph.setdefault(graph_iri(node.graph, base), []).append(_object(node, links.get(node.id, {}), base))
    yield from sorted(by_graph.items())


def _object(node: Node, links: dict[str, list[str]], base: str) -> dict[str, object]:
    values: dict[str, object] = {name: _plain(value) for name, value in node.properties.items()}
    for term in vocabulary().properties_of[node.class_name]:
        if term.is_link and term.relationship in links:
            ends = links[term.relationship]
            values[term.name] = ends if term.many else ends[0]
    return {"id": record_iri(node.id, base), "type": sorted(node.labels), **dict(sorted(values.items()))}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int | float | bool) else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
