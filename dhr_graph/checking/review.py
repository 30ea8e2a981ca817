"""All checks of one review."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from dhr_graph.checking.findings import VIOLATION, Finding, by_severity
from dhr_graph.checking.links import check_links
from dhr_graph.checking.shapes import check_shapes
from dhr_graph.checking.words import check_offsets
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.rdf import decode


def check_review(
    quads: Iterable[ox.Quad], review: str, organisations: Iterable[ox.Quad] = (), base: str = BASE_IRI
) -> list[Finding]:
    """Every finding on a review, worst first; a link that leads nowhere is told once.

    `quads` are all its graphs, `organisations` the graph of organisations or the part of it that the review links to.
    """
    of_review, shared = tuple(quads), tuple(organisations)
    linked = {quad.object for quad in of_review if isinstance(quad.object, ox.NamedNode)}
    everything = (*of_review, *(quad for quad in shared if quad.subject in linked))
    records = tuple(decode(everything, base))
    links = check_links(records, review)
    told = {(finding.record_id, finding.property) for finding in links if finding.severity == VIOLATION}
    shapes = (f for f in check_shapes(everything, review, base) if (f.record_id, f.property) not in told)
    return by_severity([*check_offsets(records, review), *links, *shapes])
