"""The page of the vocabulary: classes, properties and codes as SPARQL and Cypher name them, and worked questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_pages import NO_OUTPUT, NOTE, table

from dhr_graph.vocabulary import ONTOLOGY, ClassTerm, Code, CodeScheme, PropertyTerm, vocabulary
from dhr_graph.vocabulary.glossary import (
    Entry,
    children_of,
    entries_of_every_node,
    labels_of,
    leading_to,
    own_entries,
)

EDTF_PAGE = "https://www.loc.gov/standards/datetime/"
WORKED = Path(__file__).parent / "worked"

VOCABULARY_HEAD = f"""\
# The vocabulary

{NOTE}

The classes and properties of the graph, for queries in SPARQL and in Cypher. Both are made by rule from
[the ontology](../../ontology/dhr.ttl), so what one language can ask the other can.

| | in SPARQL | in Cypher |
| --- | --- | --- |
| begin with | `PREFIX dhr: <{ONTOLOGY}>` | |
| a class | `?e a dhr:RiskAssessment` | `(e:RiskAssessment)` |
| a superclass finds all its subclasses | `?e a dhr:Event` | `(e:Event)` |
| a link to another node | `?e dhr:toAgency ?a` | `(e)-[:TO_AGENCY]->(a)` |
| a value | `?e dhr:dateEdtf ?date` | `e.dateEdtf` |
| a value that may not be recorded | `OPTIONAL {{ ?e dhr:dateEdtf ?date }}` | `e.dateEdtf` is null |
| a value that may repeat | one statement for each: `?v dhr:flags "undated"` | a list: `'undated' IN v.flags` |
| `xsd:date`, `xsd:integer`, `xsd:double`, `xsd:boolean` | as they are | `DATE`, `INTEGER`, `FLOAT`, `BOOLEAN` |
| `xsd:string`, and dates as far as they are known ([`edtf:EDTF`]({EDTF_PAGE})) | as they are | `STRING` |
| the id of a node, as `dhr-graph show` takes it | what follows `/id/` in its IRI | `e.id` |
| the review or document that it stands in | `GRAPH ?g {{ ... }}`; without it, all are asked | `e.graph` |

`1` is a value that is always there, `0..1` one that may not be recorded, `0..n` any number of them.
"""

NEO4J_ALONE = """\
## In Neo4j alone

Shortcuts for the eye, each made from nodes that both languages have; they bear `derived: true` and a `caption`.
Besides, every node has a `name` there, its caption where its class has no name of its own, and reviews have `loaded`,
which says what was loaded.
"""

WORKED_HEAD = """\
## Three questions in both languages

Over the example reviews: with `dhr-graph sparql` and, on a server that holds them, with `dhr-graph cypher` or in Neo4j
Browser. A term that is not in the vocabulary gives no rows, and a hint on stderr.

```sh
dhr-graph build examples/ --quiet
```
"""


def vocabulary_page() -> Iterator[str]:
    """The classes with their properties, worked questions, and the code lists."""
    words = vocabulary()
    yield VOCABULARY_HEAD
    yield from worked_questions()
    yield "## Classes\n"
    yield "".join(hierarchy(None))
    yield "### Every node\n"
    yield properties(list(entries_of_every_node(words)))
    for name in words.classes:
        yield from class_section(name)
    yield NEO4J_ALONE
    shortcuts = [term for term in words.properties.values() if term.shortcut_of is not None]
    yield table(
        ("in Cypher", "made from", "meaning"),
        [(arrow(term), link_to(str(term.shortcut_of)), term.definition) for term in shortcuts],
    )
    yield "## Code lists\n\nThe values of properties that take codes; in both languages they are plain strings.\n"
    for scheme in sorted(words.schemes.values(), key=lambda each: each.name):
        yield f"### `{scheme.name}`: {scheme.label}\n\n{scheme.definition} {users_of(scheme)}\n"
        yield table(
            ("code", "called", "means"),
            [(written(code), code.label, code.definition) for code in scheme.codes.values()],
        )


def worked_questions() -> Iterator[str]:
    """Each question with its SPARQL, run by docs/blocks.py, and its Cypher, run by a test."""
    yield WORKED_HEAD
    for path in sorted(WORKED.glob("*.rq")):
        lines = path.read_text(encoding="utf-8").splitlines()
        title, *remarks = (line.removeprefix("# ") for line in lines if line.startswith("# "))
        query = "\n".join(f"  {line}" for line in lines if not line.startswith("# "))
        cypher = path.with_suffix(".cypher").read_text(encoding="utf-8")
        yield f"### {title}\n\n{chr(10).join(remarks)}\n"
        yield f"```sh\ndhr-graph sparql '\n{query}'\n```\n\n{NO_OUTPUT}\n"
        yield f"In Cypher, with the same rows:\n\n```cypher\n{cypher}```\n"


def hierarchy(above: str | None, depth: int = 0) -> Iterator[str]:
    """The classes below one as a list, each with those below it."""
    for name in children_of(above, vocabulary()):
        yield f"{'  ' * depth}- {link_to(name)}\n"
        yield from hierarchy(name, depth + 1)


def class_section(name: str) -> Iterator[str]:
    """What a class means, how it is named, its properties, and what leads to it."""
    words = vocabulary()
    term = words.classes[name]
    yield f"### {name}\n\n{term.definition}\n"
    yield f"{' '.join(naming(term))}\n"
    if own := list(own_entries(name, words)):
        yield properties(own)
    for ancestor in term.lineage[1:]:
        if inherited := [f"`{entry.term.name}`" for entry in own_entries(ancestor, words)]:
            yield f"From {link_to(ancestor)}: {', '.join(inherited)}.\n"
    if links := leading_to(name, words):
        yield f"Led to by {', '.join(f'`{link.name}` ({owners(link)})' for link in links)}.\n"


def naming(term: ClassTerm) -> Iterator[str]:
    """How a class is asked for, and which classes are above and below it, in sentences."""
    yield f"In SPARQL `?x a dhr:{term.name}`, in Cypher `(x:{term.name})`."
    if above := ", ".join(map(link_to, term.lineage[1:])):
        yield f"Superclasses: {above}; labels in Neo4j: `{labels_of(term.name, vocabulary())}`."
    if below := children_of(term.name, vocabulary()):
        only = " (a node is always of one of them)" if term.abstract else ""
        yield f"Subclasses: {', '.join(map(link_to, below))}{only}."
    if term.derived:
        yield "Derived from facts, not read."


def properties(entries: Sequence[Entry]) -> str:
    """The properties of a class as a table."""
    columns = ("in SPARQL", "in Cypher", "how many", "holds", "meaning")
    rows = [(f"`{e.in_sparql}`", f"`{e.in_cypher}`", e.how_many, held(e), e.term.definition) for e in entries]
    return table(columns, rows)


def held(entry: Entry) -> str:
    """What a property holds or leads to."""
    code = f", a code of {link_to_codes(entry.scheme)}" if entry.scheme else ""
    return f"`{entry.datatype}`{code}" if entry.datatype else " or ".join(map(link_to, entry.targets))


def arrow(term: PropertyTerm) -> str:
    """A shortcut as Cypher draws it."""
    return f"`(:{'|'.join(term.domain)})-[:{term.relationship}]->(:{'|'.join(term.range)})`"


def owners(term: PropertyTerm) -> str:
    """The classes that have a property."""
    return ", ".join(map(link_to, term.domain))


def users_of(scheme: CodeScheme) -> str:
    """Which properties take their values from a code list."""
    words = vocabulary()
    users = [
        f"`dhr:{term.name}`" + (f" of {link_to(owner)}" if owner else "")
        for term in words.properties.values()
        for owner, name in term.schemes.items()
        if name == scheme.name
    ]
    return f"Used by {', '.join(users)}." if users else "Used in tables and questions; in the graph, these are classes."


def link_to(class_name: str) -> str:
    """A link to a class's section."""
    return f"[{class_name}](#{class_name.lower()})"


def link_to_codes(scheme: CodeScheme) -> str:
    """A link to a code list, whose heading is `name: label`."""
    return f"[{scheme.name}](#{scheme.name.lower()}-{scheme.label.lower().replace(' ', '-')})"


def written(code: Code) -> str:
    """A code as it stands in a value."""
    return f"`{code.notation}{'=...' if code.takes_value else ''}`" + (
        f", the class {link_to(code.denotes)}" if code.denotes else ""
    )
