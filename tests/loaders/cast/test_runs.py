"""Runs of capitals: where one name ends and another begins."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.runs import name_runs, without_people


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("She rang Tarn Police and Larch Housing Association.", ["Tarn Police", "Larch Housing Association"]),
        ("It went to the Crown Court at Hollin.", ["Crown Court", "Hollin"]),
        ("He was seen at Larch Infirmary in Tarn.", ["Larch Infirmary", "Tarn"]),
        ("She went to Three Tides College.", ["Three Tides College"]),
        ("Then Tarn Fire and Rescue Service came.", ["Tarn Fire and Rescue Service"]),
        ("MARAC and MAPPA heard it.", ["MARAC", "MAPPA"]),
        ("They told Elm Road surgery.", ["Elm Road surgery"]),
        ("Tarn Council's letter came.", ["Tarn Council"]),
        ("They told Cafcass Holm Family Court.", ["Cafcass", "Holm Family Court"]),
        ("He told CPS Holm Crown Court.", ["CPS", "Holm Crown Court"]),
        ("Cafcass Cymru came.", ["Cafcass Cymru"]),
        ("Cafcass Family Court came.", ["Cafcass Family Court"]),
        ("Tarn Police Holm Family Court came.", ["Tarn Police Holm Family Court"]),
    ],
)
def test_names_end_where_another_begins(words: str, names: list[str], knowledge: CastKnowledge) -> None:
    found = [(at, name) for at, name in name_runs(words, knowledge) if name]
    assert [name for _, name in found if name not in {"She", "He", "It", "They", "Then"}] == names
    assert all(words[at:].startswith(name) for at, name in found)


def test_words_that_only_open_a_sentence_are_cut_off(knowledge: CastKnowledge) -> None:
    assert [name for _, name in name_runs("However Tarn Police came.", knowledge)] == ["Tarn Police"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Alma's Crisis Team came.", "alma's Crisis Team came."),
        ("Alma told Omar.", "Alma told Omar."),
        ("Tell Tarn Alma", "Tell Tarn alma"),
        ("Alma House rang.", "Alma House rang."),
        ("St Alma rang.", "St Alma rang."),
    ],
)
def test_people_are_no_part_of_an_agency_s_name_unless_they_open_it(words: str, left: str) -> None:
    assert without_people(words, frozenset({"Alma"})) == left
