"""Finding an agency, forum, organisation or person by its name, for who has no id at hand."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dhr_graph.errors import UsageError
from dhr_graph.rdf import id_of_record
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import ONTOLOGY

NAMED = ("Agency", "Forum", "Organisation", "Person")
_NAMES = ("name", "aliases", "label")
SHOWN = 20
"""How many candidates a refusal lists."""


def id_by_name(dataset: Dataset, name: str) -> str | None:
    """The id of what is called so, case ignored; None if nothing is called so, not even in part.

    Raises UsageError that lists the candidates, if there are several or the name is only a part of theirs.
    """
    wanted = " ".join(name.casefold().split())
    found = sorted({each for each in _named(dataset) if wanted in each[0].casefold()})
    exact = {record_id for called, record_id in found if called.casefold() == wanted}
    if len(exact) == 1:
        return exact.pop()
    if not found:
        return None
    candidates = [f"{called} ({record_id})" for called, record_id in found if not exact or record_id in exact]
    more = f"; and {len(candidates) - SHOWN} more" if len(candidates) > SHOWN else ""
    what = "There are several of this name." if exact else "There is no record of just this name."
    raise UsageError(what, where=name, remedy=f"Give the id of one: {'; '.join(candidates[:SHOWN])}{more}.")


def _named(dataset: Dataset) -> Iterator[tuple[str, str]]:
    for term in _NAMES:
        for quad in dataset.store.quads_for_pattern(None, ox.NamedNode(ONTOLOGY + term), None, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                record_id = id_of_record(quad.subject.value, dataset.base)
                if record_id.split("/")[1:2] in [[kind] for kind in NAMED]:
                    yield quad.object.value, record_id
