"""The values of a question's parameters: read from what a user gives, and bound as terms, never as text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import pyoxigraph as ox

from dhr_graph.errors import BadRules, UsageError
from dhr_graph.questions.question import Parameter, Question, Value

_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_WANTED = {
    "string": "words",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date such as 2015-03-01",
}
_SIGN = "$p_"
_SLOTS = re.compile(r"VALUES \((?P<names>\$p_\w+(?: \$p_\w+)*)\) \{ \((?P<terms>[^()]*)\) \}")


def typed_parameters(question: Question, given: Mapping[str, object]) -> dict[str, Value | None]:
    """The value of each parameter, the default where none is given; raises UsageError for what the question lacks."""
    names = [parameter.name for parameter in question.parameters]
    unknown = sorted(set(given) - set(names))
    if unknown:
        known = f"Its parameters are {', '.join(names)}." if names else "It has none."
        raise UsageError(f"the question has no parameter {unknown[0]!r}.", where=question.name, remedy=known)
    return {
        parameter.name: parameter.default if (value := given.get(parameter.name)) is None else typed(parameter, value)
        for parameter in question.parameters
    }


def typed(parameter: Parameter, value: object) -> Value:
    """A value as its parameter's type, from Python or from the words of a command line; raises UsageError."""
    words = str(value).strip()
    if parameter.type == "string" and isinstance(value, str):
        return value
    if parameter.type == "integer" and re.fullmatch(r"[+-]?[0-9]{1,18}", words):
        return int(words)
    if parameter.type == "boolean" and words.casefold() in _TRUTH:
        return _TRUTH[words.casefold()]
    if parameter.type == "date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return datetime.date.fromisoformat(words)
        except ValueError:
            pass
    raise UsageError(
        f"{words!r} does not fit the parameter {parameter.name!r}.", remedy=f"Give {_WANTED[parameter.type]}."
    )


def slots_of(sparql: str) -> tuple[str, ...]:
    """The parameters that a SPARQL text has slots for: `VALUES ($p_one $p_two) { (UNDEF 28) }` has one and two.

    What stands in a slot in the file is the default, so that the file can be run as it is by any engine.
    """
    return tuple(name.removeprefix(_SIGN) for block in _SLOTS.finditer(sparql) for name in block["names"].split(" "))


def bind(question: Question, values: Mapping[str, Value | None]) -> str:
    """The SPARQL text with the values in its slots, each written out by the RDF library as an RDF literal."""

    def filled(block: re.Match[str]) -> str:
        names = [name.removeprefix(_SIGN) for name in block["names"].split(" ")]
        missing = [name for name in names if name not in values]
        if missing:
            raise BadRules(f"{missing[0]!r} has a slot, but is no parameter.", where=question.name)
        return f"VALUES ({block['names']}) {{ ({' '.join(_term(values[name]) for name in names)}) }}"

    return _SLOTS.sub(filled, question.sparql)


def _term(value: Value | None) -> str:
    if value is None:
        return "UNDEF"
    if isinstance(value, datetime.date):
        return str(ox.Literal(value.isoformat(), datatype=_DATE))
    return str(ox.Literal(value))
