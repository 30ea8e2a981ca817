"""Exports: the dataset in the forms that other tools read, the same bytes for the same dataset."""

from __future__ import annotations

from dhr_graph.exports.catalogue import FOLDERS, FORMATS, export
from dhr_graph.exports.csv_tables import cell, harmless, write_csv
from dhr_graph.exports.graphml import write_graphml
from dhr_graph.exports.json_ld import write_jsonld
from dhr_graph.exports.neo4j_csv import write_neo4j_csv
from dhr_graph.exports.places import Place, places
from dhr_graph.exports.rdf_files import write_nquads, write_trig, write_turtle
from dhr_graph.exports.rows import TABLES, ReviewFacts, Table

__all__ = [
    "FOLDERS",
    "FORMATS",
    "TABLES",
    "Place",
    "ReviewFacts",
    "Table",
    "cell",
    "export",
    "harmless",
    "places",
    "write_csv",
    "write_graphml",
    "write_jsonld",
    "write_neo4j_csv",
    "write_nquads",
    "write_trig",
    "write_turtle",
]
