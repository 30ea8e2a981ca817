"""The questions that there are: those of the package, and those of a folder of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pyoxigraph as ox

from dhr_graph.errors import BadRules
from dhr_graph.questions.front_matter import read_column, read_front_matter, read_parameter, required
from dhr_graph.questions.parameters import slots_of
from dhr_graph.questions.question import Question


def load_questions(folder: Path | None = None) -> Mapping[str, Question]:
    """All questions by name, sorted; one in `folder` takes the place of the package's of the same name.

    Raises BadRules for a file that does not follow the format, whose query is wrong, or that lacks its Cypher twin.
    """
    places: list[Traversable] = [resources.files("dhr_graph.queries"), *([folder] if folder else [])]
    entries = [entry for place in places for entry in place.iterdir()]
    files = {entry.name: entry for entry in entries if entry.name.endswith((".rq", ".cypher"))}
    found = {
        name.removesuffix(".rq"): read_question(entry, files.get(f"{name.removesuffix('.rq')}.cypher"))
        for name, entry in sorted(files.items())
        if name.endswith(".rq")
    }
    for name in sorted(files):
        if name.endswith(".cypher") and name.removesuffix(".cypher") not in found:
            raise BadRules("there is no .rq file of this name beside it.", where=name, remedy="Write the SPARQL twin.")
    return found


def read_question(sparql_file: Traversable, cypher_file: Traversable | None) -> Question:
    """Read one question from its two files, and check that both give its columns and take its parameters."""
    where = sparql_file.name
    if cypher_file is None:
        raise BadRules("it has no .cypher file beside it.", where=where, remedy="Write the Cypher twin.")
    sparql = sparql_file.read_text(encoding="utf-8")
    entries = read_front_matter(sparql, where)
    columns = tuple(read_column(entry, where) for entry in required(entries, "columns", where))
    question = Question(
        name=where.removesuffix(".rq"),
        title=required(entries, "title", where)[0],
        summary=required(entries, "summary", where)[0],
        parameters=tuple(read_parameter(entry, where) for entry in entries.get("parameters", [])),
        columns=columns,
        order=tuple(re.split(r", *", entries["order"][0])) if entries.get("order") else (),
        cautions=tuple(required(entries, "cautions", where)),
        sparql=sparql,
        cypher=cypher_file.read_text(encoding="utf-8"),
    )
    _check_sparql(question, where)
    _check_cypher(question, cypher_file.name)
    return question


def _check_sparql(question: Question, where: str) -> None:
    names = [column.name for column in question.columns]
    stray = [name for name in question.order if name not in names]
    if stray:
        raise BadRules(f"the order names {stray[0]!r}, which is no column.", where=where)
    slots, parameters = set(slots_of(question.sparql)), {parameter.name for parameter in question.parameters}
    if slots != parameters:
        odd = min(slots ^ parameters)
        raise BadRules(
            f"the parameter {odd!r} stands only in the head, or only in the query.",
            where=where,
            remedy=f"Write a slot such as `VALUES ($p_{odd}) {{ (UNDEF) }}`, and a line `#+ - {odd}: ...` in the head.",
        )
    try:
        solutions = ox.Store().query(question.sparql)
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise BadRules(f"the query is no SPARQL: {error}.", where=where) from error
    if not isinstance(solutions, ox.QuerySolutions):
        raise BadRules("the query is no SELECT.", where=where, remedy="Questions are answered in rows.")
    if [variable.value for variable in solutions.variables] != names:
        selected = ", ".join(variable.value for variable in solutions.variables)
        raise BadRules(f"the query selects {selected}.", where=where, remedy=f"Its columns are {', '.join(names)}.")


def _check_cypher(question: Question, where: str) -> None:
    text = question.cypher
    opening = f"// {question.name}"
    if text.splitlines()[:1] != [opening]:
        raise BadRules("its first line does not name the question.", where=where, remedy=f"Begin with `{opening}`.")
    returned = re.findall(r"\bAS (\w+)", text.rsplit("\nRETURN ", 1)[-1])
    names = [column.name for column in question.columns]
    if returned != names:
        raise BadRules(f"it returns {', '.join(returned)}.", where=where, remedy=f"Its columns are {', '.join(names)}.")
    asked = set(re.findall(r"\$(\w+)", text))
    stray = sorted(asked ^ {parameter.name for parameter in question.parameters})
    if stray:
        raise BadRules(f"the parameter {stray[0]!r} is not used, or not in the head of the .rq file.", where=where)
