"""The graph as Neo4j and networkx see it, made from quads by rule and turned back without loss."""

from dhr_graph.property_graph.from_rdf import from_rdf
from dhr_graph.property_graph.networks import plain_properties, plain_value, to_networkx, to_plain_networkx
from dhr_graph.property_graph.rows import DERIVED, Node, Properties, PropertyGraph, PropertyValue, Relationship
from dhr_graph.property_graph.shortcuts import shortcuts, with_shortcuts
from dhr_graph.property_graph.to_rdf import to_rdf

__all__ = [
    "DERIVED",
    "Node",
    "Properties",
    "PropertyGraph",
    "PropertyValue",
    "Relationship",
    "from_rdf",
    "plain_properties",
    "plain_value",
    "shortcuts",
    "to_networkx",
    "to_plain_networkx",
    "to_rdf",
    "with_shortcuts",
]
