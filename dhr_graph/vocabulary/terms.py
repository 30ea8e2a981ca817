"""What the ontology says, as frozen terms: classes, properties, code schemes and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dhr_graph.vocabulary.naming import CODES, ONTOLOGY, field_name, relationship_type

XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class of the ontology; `lineage` is the class itself and its superclasses, nearest first."""

    name: str
    label: str
    definition: str
    lineage: tuple[str, ...]
    abstract: bool = False
    derived: bool = False

    @property
    def iri(self) -> str:
        """The class's IRI."""
        return ONTOLOGY + self.name


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property of the ontology.

    `domain` and `range` name classes; of a value (not a link) `range` is empty and `datatype` an IRI. An empty
    `domain` means every class. `schemes` maps the classes that the code schemes hold for to the schemes' names; the
    key "" holds for all. `shortcut_of` names the class that a derived relationship shortens: such a property stands
    in the property graph alone.
    """

    name: str
    label: str
    definition: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    datatype: str | None
    many: bool
    schemes: Mapping[str, str]
    derived: bool = False
    shortcut_of: str | None = None

    @property
    def iri(self) -> str:
        """The property's IRI."""
        return ONTOLOGY + self.name

    @property
    def field(self) -> str:
        """The record's field of this property."""
        return field_name(self.name)

    @property
    def relationship(self) -> str:
        """The Neo4j relationship type of this property, if it is a link."""
        return relationship_type(self.name)

    @property
    def is_link(self) -> bool:
        """Whether the property leads to another node."""
        return self.datatype is None


@dataclass(frozen=True, slots=True)
class Code:
    """A value of a code list.

    `denotes` names the class that a type of event stands for; `takes_value` is true of a code that is written with a
    value after it (`confidence=0.60`).
    """

    notation: str
    label: str
    definition: str
    scheme: str
    denotes: str | None = None
    takes_value: bool = False

    @property
    def iri(self) -> str:
        """The concept's IRI."""
        return f"{CODES}{self.scheme}-{self.notation}"


@dataclass(frozen=True, slots=True)
class CodeScheme:
    """A code list, its codes by notation in the order of the file."""

    name: str
    label: str
    definition: str
    codes: Mapping[str, Code]
