"""Which bodies are asked what they knew and shared, and which not: courts, coroners, and who commissions the review."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from dhr_graph.model.records import Agency, Body


@functools.cache
def _lists() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resources.files(__package__).joinpath("bodies.toml").read_text(encoding="utf-8"))


def _named(body: Body, words: Iterable[str]) -> bool:
    names = " | ".join((body.name, *body.aliases)).casefold()
    return any(word in names and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", names) for word in words)


def is_court(body: Body) -> bool:
    """A court decides on what it is told; it does not share. The Crown Prosecution Service is no court."""
    court = _lists()["court"]
    return body.agency_type in court["types"] and not _named(body, court["unless_named"])


def is_coroner(body: Body) -> bool:
    """A coroner comes after the death."""
    return _named(body, _lists()["coroner"]["named"])


def belongs_to_review_process(body: Body) -> bool:
    """Whether a body is told things because there is a review: the partnership that commissions it."""
    return body.agency_type in _lists()["review_process"]["types"]


def may_know_and_share(body: Body) -> bool:
    """Whether a body gets rows of knowledge and verdict."""
    outside_history = is_court(body) or is_coroner(body) or belongs_to_review_process(body)
    return isinstance(body, Agency) and not outside_history
