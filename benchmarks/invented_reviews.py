"""Datasets of any number of invented reviews: those of the examples again and again, each under a slug of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from dhr_graph.building import build
from dhr_graph.rdf import graph_iri, record_iri
from dhr_graph.stores import Dataset, ReviewQuads
from dhr_graph.vocabulary import ONTOLOGY

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_SLUG = ox.NamedNode(ONTOLOGY + "slug")


def make_dataset(folder: Path, number: int) -> None:
    """Write a dataset of so many reviews to a folder, unless it is there."""
    if (folder / "done").exists():
        return
    with Dataset.in_memory() as examples, Dataset.open(folder, write=True) as dataset:
        build([EXAMPLES], examples)
        slugs = examples.reviews()
        for place in range(number):
            slug = slugs[place % len(slugs)]
            copy = f"{slug}-{place // len(slugs):04}"
            quads = _renamed(examples.quads(slug), slug, copy, examples.base)
            content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
            dataset.write_review(ReviewQuads(copy, examples.base, content or b""))
    (folder / "done").touch()


def _renamed(quads: Iterable[ox.Quad], slug: str, copy: str, base: str) -> Iterator[ox.Quad]:
    """The quads of a review as those of another one."""
    places = {
        record_iri(f"{slug}/", base): record_iri(f"{copy}/", base),
        graph_iri(f"{slug}/", base): graph_iri(f"{copy}/", base),
    }
    own, other = graph_iri(slug, base), graph_iri(copy, base)

    def moved(term: object) -> object:
        if isinstance(term, ox.NamedNode):
            if term.value == own:
                return ox.NamedNode(other)
            for before, after in places.items():
                if term.value.startswith(before):
                    return ox.NamedNode(after + term.value[len(before) :])
        return term

    for quad in quads:
        value = ox.Literal(copy) if quad.predicate == _SLUG else moved(quad.object)
        yield ox.Quad(moved(quad.subject), quad.predicate, value, moved(quad.graph_name))  # type: ignore[arg-type]
