"""How one name becomes another: the same thing in Python, in RDF and in Neo4j."""

from __future__ import annotations

import re

ONTOLOGY = "https://w3id.org/dhr-graph/ontology#"
CODES = "https://w3id.org/dhr-graph/codes#"

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def property_name(field: str) -> str:
    """The property of a field: `to_agency` is `toAgency`."""
    first, *rest = field.split("_")
    return first + "".join(part.capitalize() for part in rest)


def field_name(property_name: str) -> str:
    """The field of a property: `toAgency` is `to_agency`."""
    return _HUMP.sub("_", property_name).lower()


def relationship_type(property_name: str) -> str:
    """The relationship type of a property: `toAgency` is `TO_AGENCY`."""
    return field_name(property_name).upper()


def property_of_relationship(relationship_type: str) -> str:
    """The property of a relationship type: `TO_AGENCY` is `toAgency`."""
    return property_name(relationship_type.lower())
