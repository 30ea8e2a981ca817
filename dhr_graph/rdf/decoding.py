"""Quads become records again, by rule from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from dhr_graph.errors import DatasetError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.model.records import Record
from dhr_graph.rdf.description import Description, describe
from dhr_graph.vocabulary import vocabulary


def decode(quads: Iterable[ox.Quad], base: str = BASE_IRI) -> Iterator[Record]:
    """The records of quads that come in any order, sorted by id; several values come back as a sorted tuple.

    All quads are held until the last is read: give one graph, or one review, at a time. Raises DatasetError where
    they do not follow the ontology.
    """
    for description in describe(quads, base):
        yield _record(description)


def _record(description: Description) -> Record:
    words = vocabulary()
    values: dict[str, Any] = {}
    for name, found in description.values.items():
        term = words.properties[name]
        values[term.field] = found if term.many else found[0]
    try:
        return words.record_classes[description.class_name](id=description.id, **values)
    except TypeError as error:
        raise DatasetError(
            f"It is no {description.class_name}: {error}.",
            where=description.id,
            remedy="The dataset was written by another version of dhr-graph or by hand; build it again.",
        ) from error
