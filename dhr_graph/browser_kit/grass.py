"""The graph style sheet of Neo4j Browser (GraSS), written from the ontology and the look of each family.

The classic Browser's parser reads no comments, drops a value that holds a colon, and applies all the rules that match
a node in the order of the file: so each label has its own rule, and superclasses come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dhr_graph.browser_kit.look import (
    CAPTION,
    OTHER,
    LineLook,
    NodeLook,
    families,
    line_looks,
    node_looks,
    usual_line,
)

_LINE_FONT = "8px"


def grass() -> str:
    """The style sheet: a rule for every label and every relationship type that the ontology can give."""
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    yield _rule("node", _of_node(families()[OTHER]))
    for name, look in node_looks().items():
        yield _rule(f"node.{name}", _of_node(look))
    yield _rule("relationship", _of_line(usual_line()))
    for name, line in line_looks().items():
        yield _rule(f"relationship.{name}", _of_line(line))


def _of_node(look: NodeLook) -> Mapping[str, str]:
    return {
        "diameter": f"{look.diameter}px",
        "color": look.colour,
        "border-color": look.border,
        "border-width": "2px",
        "text-color-internal": look.text,
        "font-size": f"{look.font}px",
        "caption": f'"{CAPTION}"',
    }


def _of_line(look: LineLook) -> Mapping[str, str]:
    return {
        "color": look.colour,
        "shaft-width": f"{look.width}px",
        "font-size": _LINE_FONT,
        "padding": "3px",
        "text-color-external": "#3B3F46",
        "text-color-internal": look.text,
        "caption": f'"{look.caption}"',
    }


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    body = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{body}}}\n"
