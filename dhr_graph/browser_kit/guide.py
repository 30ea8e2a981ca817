"""The guide: its slides from `guide.toml`, each with the scripts that it offers to run."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dhr_graph.browser_kit.scripts import Script, question_script, scripts
from dhr_graph.errors import BadRules
from dhr_graph.questions import load_questions

_OF_ONE_REVIEW = "!"
_QUESTION = "question:"


@dataclass(frozen=True, slots=True)
class Slide:
    """One page of the guide; text between backticks is code.

    `legend` and `verdicts` say whether it lists the families of nodes, and the verdicts of the headline.
    """

    title: str
    lead: str
    text: tuple[str, ...]
    show: tuple[Script, ...]
    legend: bool
    verdicts: bool


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide's title and its slides in order."""

    title: str
    slides: tuple[Slide, ...]


@functools.cache
def guide() -> Guide:
    """The guide that ships with the package; raises BadRules where a slide shows a script that there is none of."""
    content = tomllib.loads(resources.files(__package__).joinpath("guide.toml").read_text(encoding="utf-8"))
    return Guide(content["title"], tuple(map(_slide, content["slides"])))


def _slide(row: Mapping[str, Any]) -> Slide:
    shown = [_script(name, row["title"]) for name in row.get("show", [])]
    if row.get("questions"):
        shown += [script for name, script in scripts().items() if name.startswith(_QUESTION)]
    return Slide(
        title=row["title"],
        lead=row["lead"],
        text=tuple(row["text"]),
        show=tuple(shown),
        legend=row.get("legend", False),
        verdicts=row.get("verdicts", False),
    )


def _script(name: str, slide: str) -> Script:
    if name.endswith(_OF_ONE_REVIEW):
        question = load_questions().get(name.removeprefix(_QUESTION).removesuffix(_OF_ONE_REVIEW))
        if question is not None:
            return question_script(question, first_review=True)
    elif name in scripts():
        return scripts()[name]
    raise BadRules(
        f"the slide {slide!r} shows {name!r}, and there is no such script.",
        where="guide.toml",
        remedy=f"There are: {', '.join(scripts())}.",
    )
