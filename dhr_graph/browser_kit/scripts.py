"""The Cypher of the kit: the canned questions and the views, each ready to run in Neo4j Browser without a parameter."""

from __future__ import annotations

import datetime
import functools
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

import dhr_graph.browser_kit.views as _views
from dhr_graph.errors import BadRules
from dhr_graph.knowledge.wordings import verdict_codes, verdict_wording
from dhr_graph.questions import Parameter, Question, load_questions

QUESTIONS = "dhr-graph questions"
VIEWS = "dhr-graph views"

_HEADLINE = "$headline"
_ORDER = re.compile(r"\nORDER BY (?P<keys>[^\n]+)\s*\Z")
_LINE = 100


@dataclass(frozen=True, slots=True)
class Script:
    """A statement to save or run: `folder` is where Neo4j Browser keeps it; `cypher` has no parameters and no
    semicolon, `note` is what a reader must know beside the title."""

    name: str
    folder: str
    title: str
    note: str
    cypher: str

    @property
    def text(self) -> str:
        """As it is saved: the first line is the name that Neo4j Browser shows."""
        lines = [self.title, *textwrap.wrap(self.note, _LINE)]
        return "".join(f"// {_remark(line)}\n" for line in lines) + self.cypher


@functools.cache
def scripts() -> Mapping[str, Script]:
    """All scripts by name: the views under their file's name, the questions as `question:NAME`."""
    found = {script.name: script for script in (*_read_views(), *map(question_script, load_questions().values()))}
    return MappingProxyType(found)


def question_script(question: Question, *, first_review: bool = False) -> Script:
    """A canned question with its parameters as values in the first lines; with `first_review`, of one review only."""
    note = f"{question.summary} {' '.join(question.cautions)}"
    cypher = _with_values(question, first_review) if question.parameters else _body(question.cypher)
    return Script(f"question:{question.name}", QUESTIONS, f"{question.name}: {question.title}", note, cypher)


def headline_codes() -> tuple[str, ...]:
    """The verdicts that the headline question lists, in the order of their table."""
    return tuple(code for code in verdict_codes() if verdict_wording(code).shown == "headline")


def _read_views() -> Iterator[Script]:
    for entry in sorted(resources.files(_views).iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".cypher"):
            text = entry.read_text(encoding="utf-8")
            title, *note = [line.removeprefix("// ") for line in text.splitlines() if line.startswith("// ")]
            codes = ", ".join(f"'{code}'" for code in headline_codes())
            cypher = _body(text).replace(_HEADLINE, f"[{codes}]")
            if "$" in cypher:
                raise BadRules("it has a parameter.", where=entry.name, remedy=f"Only {_HEADLINE} is filled in.")
            yield Script(entry.name.removesuffix(".cypher"), VIEWS, title, " ".join(note), cypher)


def _body(text: str) -> str:
    return "".join(f"{line}\n" for line in text.splitlines() if line.strip() and not line.startswith("//"))


def _with_values(question: Question, first_review: bool) -> str:
    """The query as a subquery that sees its parameters as variables, so that each value stands in one place."""
    names = ", ".join(_variable(parameter) for parameter in question.parameters)
    inner = re.sub(r"\$(\w+)", r"p_\1", _body(question.cypher))
    order = _ORDER.search(inner)
    body = _ORDER.sub("\n", inner) if order else inner
    columns = ", ".join(column.name for column in question.columns)
    return "".join(
        [
            *_bindings(question, first_review),
            f"CALL ({names}) {{\n",
            *(f"  {line}\n" for line in body.splitlines()),
            f"}}\nRETURN {columns}\n",
            f"ORDER BY {order['keys']}\n" if order else "",
        ]
    )


def _bindings(question: Question, first_review: bool) -> Iterator[str]:
    of_first = first_review and any(parameter.name == "review" for parameter in question.parameters)
    if of_first:
        yield "MATCH (first:Review)\n"
    for place, parameter in enumerate(question.parameters, start=1):
        value = "min(first.slug)" if of_first and parameter.name == "review" else _literal(parameter)
        opening, comma = "WITH" if place == 1 else " ", "," if place < len(question.parameters) else ""
        yield f"{opening} {value} AS {_variable(parameter)}{comma}  // {_remark(parameter.meaning)}\n"


def _remark(words: str) -> str:
    """Words for a comment: a semicolon would end the statement where several are split by it."""
    return words.replace(";", ",")


def _variable(parameter: Parameter) -> str:
    return f"p_{parameter.name}"


def _literal(parameter: Parameter) -> str:
    value = parameter.default
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, int | float):
        return str(value)
    return "'{}'".format(value.replace("\\", "\\\\").replace("'", "\\'"))
