"""Parts of an agency that a text names by themselves are called as the agency is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

PAIR = "Alma, aged 34, was killed by her husband, Omar, aged 38."
LIST = (
    "Reports were received from Tarn Police (TP); Tarn Adult Social Care (ASC); Holm Mental Health NHS Trust; Brook "
    "Hospitals NHS Foundation Trust; Larch Housing Association; and Elm Surgery."
)


def bodies(cast: Cast) -> dict[str, tuple[str, ...]]:
    return {b.name: b.aliases for b in cast.bodies}


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        ("TP's Domestic Abuse Unit rang her.", "TP's Domestic Abuse Unit", "Tarn Police"),
        ("ASC's Contact Centre took the call.", "ASC's Contact Centre", "Tarn Adult Social Care"),
        ("She went to Vale Infirmary, which is part of Brook Hospitals NHS Foundation Trust.",
         "Vale Infirmary", "Brook Hospitals NHS Foundation Trust"),
        ("Brook Hospitals NHS Foundation Trust, which runs Vale Infirmary, wrote.",
         "Vale Infirmary", "Brook Hospitals NHS Foundation Trust"),
        ("The liaison desk, which is part of Tarn Police, rang her.", "liaison desk", "Tarn Police"),
    ],
)  # fmt: skip
def test_a_part_is_the_agency_s(words: str, part: str, whole: str, cast_of: Callable[..., Cast]) -> None:
    found = bodies(cast_of(PAIR, LIST, "CHRONOLOGY", words))
    assert part in found[whole]
    assert part not in found


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("Elm Surgery's Harriet Clinic saw her.", "Elm Surgery's Harriet Clinic"),
        ("Tarn Police wrote to Vale Women's Aid.", "Vale Women's Aid"),
        ("The Beck Refuge, run by Larch Housing Association, gave her a room.", "Beck Refuge"),
    ],
)
def test_another_s_own_story_stays_apart(words: str, apart: str, cast_of: Callable[..., Cast]) -> None:
    assert apart in bodies(cast_of(PAIR, LIST, "CHRONOLOGY", words))


def test_what_lists_name_apart_stays_apart(cast_of: Callable[..., Cast]) -> None:
    listed = "Reports were received from Tarn Police; Vale Infirmary; and Brook Hospitals NHS Foundation Trust."
    told = "Brook Hospitals NHS Foundation Trust, which runs Vale Infirmary, wrote."
    assert "Vale Infirmary" in bodies(cast_of(PAIR, listed, "CHRONOLOGY", told))
