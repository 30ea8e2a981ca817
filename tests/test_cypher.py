"""Every Cypher statement of the project passes Neo4j's own lint: those that are canned, and those that are emitted."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from cypher_lint.language_support import NoLint, lint

from dhr_graph.browser_kit.guide import guide
from dhr_graph.browser_kit.scripts import scripts
from dhr_graph.questions import load_questions
from dhr_graph.stores.neo4j import schema_rules
from dhr_graph.stores.neo4j.statements import samples

WORKED = Path(__file__).resolve().parents[1] / "docs" / "reference" / "worked"

STATEMENTS: Mapping[str, Sequence[str]] = {
    **{question.cypher: [each.name for each in question.parameters] for question in load_questions().values()},
    **{script.text: () for script in scripts().values()},
    **{script.text: () for slide in guide().slides for script in slide.show},
    **{rule.statement: () for rule in schema_rules()},
    **{path.read_text(encoding="utf-8"): () for path in sorted(WORKED.glob("*.cypher"))},
    **dict.fromkeys(samples(), ("id", "rows", "slugs")),
}
"""Each statement with the names of its parameters: questions, the Browser's kit, the docs, the schema, loading."""

WRONG = {
    "MATCH (n) RETURN m": "line 1: Variable `m` not defined",
    "MATCH (n)\nWHERE (n:A RETURN n": "line 2: Invalid input 'RETURN'",
    "MATCH (n) RETURN id(n) AS id": "line 1: The query used a deprecated function",
    "MATCH (n {id: $id}) RETURN n": "line 1: Parameter $id is not defined",
}


def linted(statements: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    try:
        return lint(statements)
    except NoLint as reason:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(f"CI must lint the Cypher: {reason}", pytrace=False)
        pytest.skip(f"no lint: {reason}")


def test_the_lint_finds_what_is_wrong() -> None:
    told = linted(dict.fromkeys(WRONG, ()))
    assert all(told[statement][0].startswith(fault) for statement, fault in WRONG.items())


def test_no_statement_has_a_fault() -> None:
    told = linted(STATEMENTS)
    assert {statement: faults for statement, faults in told.items() if faults} == {}
    assert len(told) == len(STATEMENTS) > 100
