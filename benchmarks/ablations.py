"""Ablations: texts without what makes them easy to read, so that it shows how much rests on their layout."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.sections import classify
from dhr_graph.model.documents import HEADING

KEY, CONTRIBUTORS, FRONT = "key", "contributors", "front"
AS_PRINTED = "as printed"
ABLATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        AS_PRINTED: frozenset(),
        "no key of persons": frozenset({KEY}),
        "no contributors' list": frozenset({CONTRIBUTORS}),
        "no headings": frozenset({HEADING}),
        "none of the three": frozenset({KEY, CONTRIBUTORS, HEADING}),
    }
)
"""What each ablation takes out: sections by their kind, and headings other than those of the title page."""


def ablated(text: str, without: frozenset[str]) -> str:
    """The text without the passages of some kinds; what stays is as printed."""
    document = read_text(text, "review")
    kept = []
    for passage, section in zip(document.passages, classify(document), strict=True):
        heading = passage.kind == HEADING and section != FRONT
        if section not in without and not (heading and HEADING in without):
            kept.append(document.text[passage.start : passage.end])
    return "".join(kept)
