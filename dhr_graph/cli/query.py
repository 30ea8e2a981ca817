"""`dhr-graph query`: the questions that there are, and their answers."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dhr_graph.cli.flags_below import REVIEW, with_flags_below
from dhr_graph.cli.listing import Listing, cell_text, is_drawn_in_columns, print_listing
from dhr_graph.cli.neo4j_options import is_neo4j_asked_for, neo4j_connection, neo4j_options
from dhr_graph.cli.options import DEFAULT_GRAPH, format_option, graph_option
from dhr_graph.cli.talk import say, talk_options
from dhr_graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dhr_graph.questions import Answer, Question

HEADLINE, TO_BE_READ = "never-shared", "to-be-read"

_MOST_NAMES = 1_000_000
_NAMES = """MATCH (b:Body)-[:IN_REVIEW]->(r:Review) UNWIND [b.name] + coalesce(b.aliases, []) AS called
RETURN called, r.slug AS slug, b.name AS name UNION
MATCH (c:Recommendation)-[:IN_REVIEW]->(r:Review) UNWIND c.addressedToText AS called
RETURN called, r.slug AS slug, called AS name"""


def _names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """For completion in the shell."""
    from dhr_graph.questions import load_questions

    return [name for name in load_questions() if name.startswith(incomplete)]


@click.command
@click.argument("name", required=False, shell_complete=_names)
@click.option("--param", "-p", "given", metavar="K=V", multiple=True, help="Set a parameter; may be repeated.")
@click.option("--columns", metavar="A,B", help="Print these columns only, in this order.")
@click.option("--about", is_flag=True, help="Tell what the question asks, its parameters and columns.")
@click.option(
    "--questions",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of questions of your own.",
)
@neo4j_options(needed=False)
@format_option
@graph_option
@talk_options
def command(
    name: str | None,
    given: Sequence[str],
    columns: str | None,
    about: bool,
    questions: Path | None,
    layout: str,
    graph: Path,
) -> None:
    """Answer a question, or list the questions.

    With --neo4j it is asked in Cypher of the server, and the rows are the same.

    \b
    dhr-graph query
    dhr-graph query never-shared --format csv
    """
    from dhr_graph.questions import load_questions

    catalogue = load_questions(questions)
    if name is None:
        rows = [(question.name, question.title) for question in catalogue.values()]
        print_listing(Listing(("question", "asks"), rows), layout)
        return
    question = _found(catalogue, name)
    if about:
        print_listing(_description(question), layout)
        return
    params = _parameters(given)
    print_answer(_answered(question, params, graph), layout, columns)
    if name == HEADLINE and TO_BE_READ in catalogue:
        tell_held_back(catalogue[TO_BE_READ], params, graph, layout)
        _tell_of_no_events(params, graph)


def print_answer(found: Answer, layout: str, columns: str | None = None) -> None:
    """Print an answer's rows, or some columns of them, with its cautions, and the number of rows on stderr.

    In the columns of a printed table, flags that rows have in common are told once, below it.
    """
    names = [column.name for column in found.columns]
    wanted = names if columns is None else [name.strip() for name in columns.split(",")]
    unknown = [name for name in wanted if name not in names]
    if unknown:
        remedy = f"Its columns are {', '.join(names)}."
        raise UsageError(f"There is no column {unknown[0]!r}.", where=found.question, remedy=remedy)
    places = [names.index(name) for name in wanted]
    rows = [[row[place] for place in places] for row in found.rows]
    listing = Listing(tuple(wanted), rows, found.cautions)
    if layout == "table" and REVIEW in names:
        below = with_flags_below(listing, [row[names.index(REVIEW)] for row in found.rows])
        listing = below if is_drawn_in_columns(below) else listing
    print_listing(listing, layout)
    if rows or layout != "table":
        say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}.")


def tell_held_back(to_be_read: Question, params: Mapping[str, object], graph: Path, layout: str) -> None:
    """Say how many agencies the headline leaves out until a person has read of them: on stdout only beneath a table."""
    shared = {parameter.name for parameter in to_be_read.parameters}
    found = _answered(to_be_read, {key: value for key, value in params.items() if key in shared}, graph)
    place = [column.name for column in found.columns].index("agency_id")
    number = len({row[place] for row in found.rows})
    if number > 0:
        held = "1 agency is" if number == 1 else f"{number} agencies are"
        line = f"{held} held back until a person has read them:\n  dhr-graph query {TO_BE_READ}{_of(graph)}"
        if layout == "table":
            click.echo(f"\n{line}")
        else:
            say(line)


def _of(graph: Path) -> str:
    """The option by which the next command asks the same dataset, empty for the usual one and for a server."""
    return "" if is_neo4j_asked_for() or graph == Path(DEFAULT_GRAPH) else f" --graph {shlex.quote(str(graph))}"


def _tell_of_no_events(params: Mapping[str, object], graph: Path) -> None:
    """Say which reviews tell no event: that they have no row says nothing of their agencies."""
    if is_neo4j_asked_for():
        return
    from dhr_graph.lookup.without_events import reviews_without_events
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        empty = [slug for slug in reviews_without_events(dataset) if params.get("review") in (None, slug)]
    if empty:
        say(
            f"No event was read in {', '.join(empty)}: that none of its agencies is listed says nothing. "
            "Is it an action plan? Then build the overview report too."
        )


def _answered(question: Question, params: Mapping[str, object], graph: Path) -> Answer:
    """The answer from Neo4j where it was asked for, else from the dataset."""
    if is_neo4j_asked_for():
        return _answered_in_neo4j(question, params)
    from dhr_graph.questions import answer
    from dhr_graph.stores import Dataset

    with Dataset.open(graph) as dataset:
        return answer(question, dataset.store, params, dataset.base)


def _answered_in_neo4j(question: Question, params: Mapping[str, object]) -> Answer:
    from dhr_graph.questions import refuse_unknown, typed_parameters
    from dhr_graph.stores.neo4j import answer_in_neo4j, ask, reviews_in_neo4j

    with neo4j_connection() as connection:

        def names(review: str | None) -> list[tuple[str, str]]:
            rows = ask(connection, _NAMES, limit=_MOST_NAMES).rows
            return [(str(called), str(name)) for called, slug, name in rows if review is None or slug == review]

        refuse_unknown(question, typed_parameters(question, params), reviews_in_neo4j(connection), names)
        return answer_in_neo4j(question, connection, params)


def _found(catalogue: Mapping[str, Question], name: str) -> Question:
    if name not in catalogue:
        raise UsageError(f"There is no question {name!r}.", remedy=f"There are: {', '.join(catalogue)}.")
    return catalogue[name]


def _parameters(given: Sequence[str]) -> dict[str, object]:
    pairs = [entry.partition("=") for entry in given]
    for entry, (key, sign, _) in zip(given, pairs, strict=True):
        if not key or not sign:
            raise UsageError(f"{entry!r} is no parameter.", where="--param", remedy="Write it as NAME=VALUE.")
    return {key: value for key, _, value in pairs}


def _description(question: Question) -> Listing:
    rows: list[tuple[str, str, str | None, str]] = [("asks", question.name, None, question.summary)]
    for parameter in question.parameters:
        default = "" if parameter.default is None else f" = {cell_text(parameter.default)}"
        rows.append(("parameter", parameter.name, f"{parameter.type}{default}", parameter.meaning))
    rows.extend(("column", column.name, column.type, column.meaning) for column in question.columns)
    return Listing(("part", "name", "type", "meaning"), rows, question.cautions)
