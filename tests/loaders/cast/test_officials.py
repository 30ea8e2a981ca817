"""Those who only did their work are none of the people; who they are is said before, after, or of an agency."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast import load_cast_knowledge
from dhr_graph.loaders.cast.officials import drop_officials
from dhr_graph.loaders.cast.people import Human
from dhr_graph.loaders.cast.stretches import Stretch, stretches
from dhr_graph.loaders.readers import read_text

BODIES = ("Holm Aid", "Tarn Police", "TP")


def _stretches(text: str) -> list[Stretch]:
    return list(stretches([read_text(text, "review.txt")]))


def _kept(label: str, text: str, role: str | None = None) -> bool:
    people = {label: Human(label, role=role)}
    drop_officials(people, _stretches(text), BODIES, load_cast_knowledge(None))
    return bool(people)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Miss Ellery", "The school wrote to her teacher, Miss Ellery, in May."),
        ("Mr Penn", "A social worker, whom this report will call Mr Penn, went to the house."),
        ("Ms Lyle", "Ms Lyle, a support worker at the refuge, rang her."),
        ("Ms Varley", "Ms Varley, who looks after the bungalows, has been a social worker for years."),
        ("Mr Penn", "Mr Penn of Holm Aid rang twice."),
        ("Ms D", "She was allocated to Ms D, an experienced community midwife."),
        ("Mr Penn", "They met Gareth Penn, who worked for Tarn Police."),
        ("Mr Penn", "Mr Penn came in June. In July Mr Penn, who works at Holm Aid, came again."),
    ],
)
def test_one_of_whom_only_the_work_is_told_is_taken_out(label: str, text: str) -> None:
    assert not _kept(label, text)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Mr Penn", "Mr Penn of Mill Lane rang twice."),
        ("Mr Penn", "The social worker wrote down what was said. Mr Penn left."),
        ("Mr Penn", "Mr Pennington of Holm Aid rang. Mr Penn did not."),
        ("Ms Lyle", "Ms Lyle saw a support worker at the refuge."),
        ("Mrs K", "Mrs K, who had the flat below, rang the police."),
    ],
)
def test_others_stay(label: str, text: str) -> None:
    assert _kept(label, text)


def test_the_code_of_an_agency_is_nobody() -> None:
    assert not _kept("TP", "TP told the school.")


def test_somebody_with_a_code_or_a_part_in_it_stays() -> None:
    assert _kept("AB", "AB told the school.")
    assert _kept("TP", "TP told the school.", role="victim")
    assert _kept("Holm", "Holm told the school.")


@pytest.mark.parametrize(
    "home", ["from Probation", "from Housing", "from the probation service", "from the Housing Office"]
)
def test_who_is_from_a_service_only_did_their_work(home: str) -> None:
    assert not _kept("Ms Finch", f"Ms Finch {home} rang.")


@pytest.mark.parametrize("home", ["from Leeds", "from Probert", "in Holm", "in Holm Aid", ", in tears,"])
def test_who_is_from_a_town_stays(home: str) -> None:
    assert _kept("Ms Finch", f"Ms Finch {home} rang.")


def test_who_only_rang_a_service_stays() -> None:
    assert _kept("Ms Finch", "Ms Finch rang Probation.")
