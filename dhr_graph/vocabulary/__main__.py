"""Writes what follows from the ontology by rule: `python -m dhr_graph.vocabulary [FOLDER]`, by default ./ontology."""

from __future__ import annotations

import pathlib
import sys

from dhr_graph.vocabulary.context import context_json
from dhr_graph.vocabulary.lexicon import vocabulary
from dhr_graph.vocabulary.shapes import shapes_turtle


def main(folder: str = "ontology") -> None:
    """Write `shapes.ttl` and `context.jsonld`."""
    place = pathlib.Path(folder)
    for name, text in (("shapes.ttl", shapes_turtle(vocabulary())), ("context.jsonld", context_json(vocabulary()))):
        (place / name).write_text(text, encoding="utf-8")
        sys.stderr.write(f"wrote {place / name}\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
