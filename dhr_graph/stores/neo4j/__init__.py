"""The dataset in Neo4j: loaded review by review, read back without loss, asked in Cypher."""

from dhr_graph.stores.neo4j.ad_hoc import ask
from dhr_graph.stores.neo4j.address import Neo4jAddress, find_address
from dhr_graph.stores.neo4j.asking import answer_in_neo4j
from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.loading import LoadProgress, LoadReport, load
from dhr_graph.stores.neo4j.reading_back import quads_back, read_back
from dhr_graph.stores.neo4j.removal import remove, reviews_in_neo4j
from dhr_graph.stores.neo4j.schema import prepare_schema
from dhr_graph.stores.neo4j.schema_rules import schema_rules
from dhr_graph.stores.neo4j.writing import Written

__all__ = [
    "LoadProgress",
    "LoadReport",
    "Neo4jAddress",
    "Neo4jConnection",
    "Written",
    "answer_in_neo4j",
    "ask",
    "find_address",
    "load",
    "prepare_schema",
    "quads_back",
    "read_back",
    "remove",
    "reviews_in_neo4j",
    "schema_rules",
]
