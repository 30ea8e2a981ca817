"""The names in a statement that the server has never met, as it remarks when it explains the statement."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from neo4j import READ_ACCESS, ResultSummary

from dhr_graph.stores.neo4j.connection import Neo4jConnection
from dhr_graph.stores.neo4j.faults import told
from dhr_graph.vocabulary.unknown_terms import LABEL, PROPERTY_KEY, RELATIONSHIP_TYPE

_KINDS: Mapping[str, str] = MappingProxyType({"01N50": LABEL, "01N51": RELATIONSHIP_TYPE, "01N52": PROPERTY_KEY})
"""What is missing, by the status that GQL gives the remark."""

_NAME = re.compile(r"`((?:[^`]|``)*)`")

# The driver logs each remark as a warning too, and what no handler takes Python prints on stderr.
logging.getLogger("neo4j.notifications").addHandler(logging.NullHandler())


def missing_names(
    connection: Neo4jConnection, text: str, parameters: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    """Each kind and name; the statement is explained once more, and nothing of it runs."""
    with told(connection.where, doing="asking"), connection.session(READ_ACCESS, notices="WARNING") as session:
        return tuple(_missing(session.run(f"EXPLAIN {text}", dict(parameters)).consume()))


def _missing(summary: ResultSummary) -> Iterator[tuple[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # in version 5 of the driver these are a preview, of which it warns
        remarks = summary.gql_status_objects
    for remark in remarks:
        name = _NAME.search(remark.status_description)
        if remark.gql_status in _KINDS and name is not None:
            yield _KINDS[remark.gql_status], name[1].replace("``", "`")
