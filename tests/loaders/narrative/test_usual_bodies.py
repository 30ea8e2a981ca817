"""Usual bodies: which force "the police" are, where several took part."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import Cast, find_cast, load_cast_knowledge
from dhr_graph.loaders.narrative.grammar import ParsedText
from dhr_graph.loaders.narrative.lexicon import load_lexicon
from dhr_graph.loaders.narrative.reader import parse_narrative
from dhr_graph.loaders.narrative.usual_bodies import usual_bodies, with_usual_bodies
from dhr_graph.loaders.readers import read_text
from dhr_graph.loaders.sections import classify

PAIR = "Alma, aged 34, was stabbed by her husband, Omar, aged 38.\n\n"
FORCES = f"{PAIR}Reports were received from Tarn Police, Hollin Police, Ash Lane Surgery and Elm Road Surgery.\n\n"


def read(text: str) -> tuple[Cast, list[ParsedText]]:
    document = read_text(text, "tarn.txt")
    parsed = parse_narrative(document, classify(document), load_lexicon())
    return find_cast("tarn", [document], [parsed], load_cast_knowledge()), parsed


def usual(text: str) -> dict[str, str]:
    """The name of the usual body of each type."""
    cast, parsed = read(f"{FORCES}CHRONOLOGY\n\n{text}\n")
    names = {b.id: b.name for b in cast.bodies}
    return {kind: names[member] for kind, member in usual_bodies(cast, parsed).items()}


def test_of_forces_it_is_the_first_that_contributed() -> None:
    assert usual("Hollin Police came. Hollin Police left. Hollin Police wrote.")["police"] == "Tarn Police"


def test_of_practices_it_is_one_that_is_named_much_oftener() -> None:
    often = "Elm Road Surgery wrote. Elm Road Surgery rang. Elm Road Surgery saw her. "
    assert usual(often)["gp"] == "Elm Road Surgery"


def test_of_practices_named_alike_it_is_none() -> None:
    assert "gp" not in usual("Ash Lane Surgery wrote. Elm Road Surgery rang.")


@pytest.mark.parametrize(
    ("words", "section", "force"),
    [
        ("The police came.", None, "Tarn Police"),
        ("The police came.", "Hollin Police", "Hollin Police"),
        ("Hollin Police rang. The police came.", None, "Hollin Police"),
        ("Tarn Police asked Hollin Police for help. The police came.", None, "Tarn Police"),
        ("The police came.", "Ash Lane Surgery", "Tarn Police"),
    ],
)
def test_which_force_the_police_are(words: str, section: str | None, force: str) -> None:
    cast, parsed = read(f"{FORCES}CHRONOLOGY\n\n{words}\n")
    ids = {b.name: b.id for b in cast.bodies}
    here = ids[section] if section is not None else None
    likely = usual_bodies(cast, parsed)
    found = with_usual_bodies(words, cast.mentions(words, here), cast, here, likely)
    (police,) = (m for m in found if words[m.start : m.end] == "police")
    assert police.member == ids[force]


def test_where_one_force_took_part_nothing_is_changed() -> None:
    cast, parsed = read(f"{PAIR}Reports were received from Tarn Police and Ash Lane Surgery.\n\nHISTORY\n\nShe rang.\n")
    words = "The police came."
    mentions = cast.mentions(words)
    assert with_usual_bodies(words, mentions, cast, None, usual_bodies(cast, parsed)) == mentions
