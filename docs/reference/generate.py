"""Write the pages of this folder from the programme itself.

usage: generate.py [--check]

With `--check` nothing is written, and a page that is out of date ends it with exit code 1. What the commands on a page
print is left to `docs/blocks.py`, which runs them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from markdown_pages import NO_OUTPUT, NOTE, table
from vocabulary_page import vocabulary_page

from dhr_graph.cli import application
from dhr_graph.cli.listing import cell_text
from dhr_graph.exports import TABLES
from dhr_graph.knowledge.wordings import NO_RECORD, flag_codes, flag_wording, verdict_codes, verdict_wording
from dhr_graph.questions import Question, load_questions
from dhr_graph.vocabulary import vocabulary

FOLDER = Path(__file__).parent
WIDTH = 100
OUTPUT = re.compile(r"^```text\n.*?^```$", re.MULTILINE | re.DOTALL)

COMMAND_LINE = f"""\
# The command line

{NOTE}

Results go to stdout, everything else to stderr. `-` stands for stdin or stdout. Every command has `--help`.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | findings: a check found violations, or some files could not be read (the rest is done) |
| 2 | wrong usage: an unknown option, question, parameter or review, or a query that is none |
| 3 | something needed is missing: the English parser, a package, Neo4j |

| environment variable | means |
|---|---|
| `DHR_GRAPH_DATASET` | the folder of the dataset, where `--graph` is not given |
| `DHR_GRAPH_NEO4J` | the address of a Neo4j server, such as `bolt://localhost:7687` |
| `DHR_GRAPH_NEO4J_USER`, `DHR_GRAPH_NEO4J_PASSWORD` | how to log in there; the password is never printed |
"""

TABLES_HEAD = f"""\
# The tables of `export csv`

{NOTE}

UTF-8, one header line, one file for each table. Several values in a cell are joined by `|`. `review` is the review's
slug; `agency`, `recipient`, `owners` and `subjects` hold ids of `agencies.csv` and `persons.csv`; dates are
[EDTF](https://www.loc.gov/standards/datetime/): `2014-03-02`, `2014-03`, `2014`, `2012/2013`, `2014-05?`. `start` and
`end` are offsets in the document's text, in characters; a `quote` stays as it stands there, line breaks and all, so
that a cell may go over several lines. A cell that a spreadsheet would run as a formula begins with an apostrophe;
`--raw` leaves it out.
"""

VERDICTS_HEAD = f"""\
# Verdicts and flags

{NOTE}

An agency and a risk get the first verdict that fits. Rows 1 to 8 need the agency to be recorded as knowing of the risk.
"""


FLAGS_HEAD = """\
## Flags

Every row of an export, of `--format csv`, `json` or `jsonl` has all of its flags. A printed table tells those that its
rows have in common once, in a line below it, and `confidence=...` in the column `confidence` where that is printed.
"""


def command_line() -> Iterator[str]:
    """The application's help, then that of each command."""
    yield COMMAND_LINE
    with context(application, "dhr-graph") as ctx:
        yield help_of("dhr-graph", application, ctx)
        for name in application.list_commands(ctx):
            command = application.get_command(ctx, name)
            if command is None:
                sys.exit(f"{name} is listed and can't be loaded")
            with context(command, name, ctx) as inner:
                yield help_of(f"dhr-graph {name}", command, inner)


def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    """A command as it would be called, on a page of one width whatever terminal this runs in."""
    return command.make_context(
        name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )


def help_of(title: str, command: click.Command, ctx: click.Context) -> str:
    """One command under its heading."""
    lines = (line.rstrip() for line in command.get_help(ctx).strip().splitlines())
    return f"## {title}\n\n```console\n{chr(10).join(lines)}\n```\n"


def questions() -> Iterator[str]:
    """Each question with its parameters, columns and cautions."""
    yield f"# The questions\n\n{NOTE}\n\nAnswer one with `dhr-graph query NAME`.\n"
    for question in load_questions().values():
        yield f"## {question.name}\n\n**{question.title}.** {question.summary}\n"
        yield from parts_of(question)
        yield "".join(f"- {caution}\n" for caution in question.cautions)


def parts_of(question: Question) -> Iterator[str]:
    """The parameters, if there are any, and the columns."""
    if question.parameters:
        rows = [
            (f"`{p.name}`", p.type, "" if p.default is None else f"`{cell_text(p.default)}`", p.meaning)
            for p in question.parameters
        ]
        yield table(("parameter", "type", "default", "meaning"), rows)
    yield table(("column", "type", "meaning"), [(f"`{c.name}`", c.type, c.meaning) for c in question.columns])


def tables() -> Iterator[str]:
    """The columns of each table, and the codes that stand in them."""
    yield TABLES_HEAD
    for name, rows in TABLES.items():
        yield f"## {name}.csv\n\n{', '.join(f'`{column}`' for column in rows.columns)}\n"
    yield "## Codes\n"
    for scheme in sorted(vocabulary().schemes.values(), key=lambda each: each.label):
        yield f"### {scheme.label}\n\n{scheme.definition}\n"
        yield table(("code", "means"), [(f"`{c.notation}`", c.definition or c.label) for c in scheme.codes.values()])


def verdicts() -> Iterator[str]:
    """The table of verdicts in order, and the flags."""
    yield VERDICTS_HEAD
    rows = [verdict_wording(code, flags) for code in verdict_codes() for flags in ((), (NO_RECORD,))]
    yield table(
        ("row", "verdict", "in `knowledge.csv`", "in words"),
        [
            (str(w.row), f"`{w.code}`", f"`{w.knowledge_code}`", capital(w.sentence("the agency")))
            for w in dict.fromkeys(rows)
        ],
    )
    yield FLAGS_HEAD
    codes = vocabulary().schemes["flag"].codes
    written = [f"{code}=0.60" if codes[code].takes_value else code for code in flag_codes()]
    yield table(("flag", "means"), [(f"`{flag}`", flag_wording(flag).sentence) for flag in written])


def capital(sentence: str) -> str:
    """The sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "command-line.md": command_line,
    "questions.md": questions,
    "tables.md": tables,
    "verdicts.md": verdicts,
    "vocabulary.md": vocabulary_page,
}


def without_outputs(page: str) -> str:
    """A page but for what its commands print."""
    return OUTPUT.sub(NO_OUTPUT, page)


def main() -> None:
    """Write every page, or say which is out of date."""
    for name, sections in PAGES.items():
        text = "\n".join(sections())
        if "--check" not in sys.argv[1:]:
            (FOLDER / name).write_text(text, encoding="utf-8")
        elif without_outputs((FOLDER / name).read_text(encoding="utf-8")) != text:
            sys.exit(f"{name} is out of date: run make reference")


if __name__ == "__main__":
    main()
