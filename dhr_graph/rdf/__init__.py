"""Records to quads and back, without loss and by rule from the ontology."""

from dhr_graph.rdf.addresses import (
    ORGANISATIONS,
    document_graph,
    graph_iri,
    id_of_record,
    name_of_graph,
    organisations_graph,
    record_iri,
    review_graph,
)
from dhr_graph.rdf.decoding import decode
from dhr_graph.rdf.encoding import encode, lines

__all__ = [
    "ORGANISATIONS",
    "decode",
    "document_graph",
    "encode",
    "graph_iri",
    "id_of_record",
    "lines",
    "name_of_graph",
    "organisations_graph",
    "record_iri",
    "review_graph",
]
