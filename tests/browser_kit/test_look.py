"""Colours that can be read, and told apart by people who see colours differently."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from dhr_graph.browser_kit.look import (
    LineLook,
    NodeLook,
    families,
    line_looks,
    node_looks,
    shown_families,
    usual_line,
)
from dhr_graph.vocabulary import vocabulary

Linear = tuple[float, float, float]

SEEING = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What becomes of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1.0)."""

MEANT_APART = (
    "people",
    "agencies",
    "forums",
    "risk",
    "events",
    "harm",
    "measures",
    "sharing",
    "not_done",
    "words",
    "asked",
    "knowing",
)
"""Families that stand side by side in the pictures of the guide."""


def linear(colour: str) -> Linear:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))  # type: ignore[return-value]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Sequence[float]) -> Linear:
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(f * max(c, 0) for f, c in zip(row, rgb, strict=True)) for row in to_xyz]
    scaled = [part / whole for part, whole in zip(xyz, white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, matrix: Sequence[Linear]) -> Linear:
    rgb = linear(colour)
    return lab([sum(f * c for f, c in zip(row, rgb, strict=True)) for row in matrix])


@pytest.mark.parametrize("look", families().values(), ids=families())
def test_captions_stand_out_from_their_circle(look: NodeLook) -> None:
    assert contrast(look.colour, look.text) >= 4.5


@pytest.mark.parametrize("look", [*line_looks().values(), usual_line()], ids=lambda look: look.caption)
def test_types_stand_out_in_the_overview(look: LineLook) -> None:
    assert contrast(look.colour, look.text) >= 4.5


@pytest.mark.parametrize("name", SEEING)
def test_families_are_told_apart(name: str) -> None:
    matrix = SEEING[name]
    for one, other in itertools.combinations(MEANT_APART, 2):
        first, second = (seen(families()[family].colour, matrix) for family in (one, other))
        distance = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert distance >= 10, f"{one} and {other} look alike: {distance:.0f}"


def test_a_class_without_a_family_looks_like_its_superclass() -> None:
    looks = node_looks()
    assert looks["Referral"] == looks["InformationShare"] != looks["Event"]
    assert looks["Forum"] != looks["Body"]


def test_superclasses_come_first_so_that_the_specific_class_wins() -> None:
    order = list(node_looks())
    for term in vocabulary().classes.values():
        for ancestor in term.lineage[1:]:
            assert order.index(ancestor) < order.index(term.name)


def test_shortcuts_do_not_look_like_what_the_review_tells() -> None:
    shortcuts = {term.relationship for term in vocabulary().properties.values() if term.shortcut_of}
    assert shortcuts == {"KNEW_OF", "SHARED_WITH", "VERDICT"}
    looks = line_looks()
    assert all(looks[kind].width > 1 for kind in shortcuts)
    assert all(look.width == 1 for kind, look in looks.items() if kind not in shortcuts)
    assert len({looks[kind].colour for kind in shortcuts}) == 3


def test_the_legend_leaves_out_what_no_class_looks_like() -> None:
    assert set(shown_families()) <= set(node_looks().values())
