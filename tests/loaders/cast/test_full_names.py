"""People under full names, who are called by a forename or by a title and the surname afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.cast import Cast

COUPLE = (
    "EXECUTIVE SUMMARY",
    "This review concerns the death of Edith Garner, aged 77, who was killed by her husband of fifty years, Walter "
    "Stokes. The panel was chaired by Moira Lindley, and Peter Lyle wrote the report of the police.",
    "CHRONOLOGY",
    "In June 2016 Mrs Garner told Dr Marsh that Walter had pushed her. A neighbour, Joan Tidy, rang the police, and "
    "PC Lunn spoke to Edith. The couple were not seen apart. A social worker, Helen Carr, wrote to Mr Stokes. Ms Carr "
    "did not visit. Mr Hobbs, her care manager, closed the case.",
)
FAMILY = (
    "OVERVIEW REPORT INTO THE DEATH OF MRS LYDIA CROFT",
    "THE FAMILY",
    "Mrs Croft was 41 when she died. She lived with her partner, Wayne Duffin, 38, and her two daughters, Poppy Croft "
    "(12) and Amber Duffin (4). Her former husband, Gary Croft, is Poppy's father. Her mother is Brenda Slade. "
    "Lydia was found dead in May 2018, and Wayne was convicted of her murder.",
    "CHRONOLOGY",
    "Poppy told her teacher, Miss Ellery, that Wayne hit her mum. Ms Slade rang the police about Mr Duffin.",
)
KEYED = (
    "The people in this review are:\n\nThomas Ark\tVictim, aged 44\n"
    "Lorraine Ark\tWife of Thomas and perpetrator, aged 42\nKevin Moss\tFormer husband of Lorraine",
    "CHRONOLOGY",
    "Kevin told the police that Mrs Ark had hit him. Mr Ark told his GP the same.",
)


def people(cast: Cast) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {p.label: (p.role, p.aliases) for p in cast.persons}


def test_an_older_couple_named_in_full(cast_of: Callable[..., Cast]) -> None:
    assert people(cast_of(*COUPLE)) == {
        "Edith Garner": ("victim", ("Edith", "Mrs Garner")),
        "Walter Stokes": ("perpetrator", ("Mr Stokes", "Walter")),
        "Joan Tidy": ("neighbour", ()),
    }


def test_a_family_named_in_full(cast_of: Callable[..., Cast]) -> None:
    found = people(cast_of(*FAMILY))
    assert {label: role for label, (role, _) in found.items()} == {
        "Lydia Croft": "victim",
        "Wayne Duffin": "perpetrator",
        "Poppy Croft": "child",
        "Amber Duffin": "child",
        "Gary Croft": "partner_other",
        "Brenda Slade": "family",
    }
    assert {"Lydia", "Mrs Croft"} <= set(found["Lydia Croft"][1])
    assert "Ms Slade" in found["Brenda Slade"][1]


def test_titles_tell_spouses_of_one_surname_apart(cast_of: Callable[..., Cast]) -> None:
    assert people(cast_of(*KEYED)) == {
        "Thomas Ark": ("victim", ("Mr Ark", "Thomas")),
        "Lorraine Ark": ("perpetrator", ("Lorraine", "Mrs Ark")),
        "Kevin Moss": ("partner_other", ("Kevin",)),
    }


def test_somebody_whom_nobody_introduces_is_known_by_what_they_do(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Anna Reeve died in September 2020. Her husband, Carl Reeve, was convicted of her murder.",
        "CHRONOLOGY", "Mrs Reeve rang the police. Anna told her GP that she was afraid. Hollin Project wrote to her.",
    )  # fmt: skip
    assert {label: role for label, (role, _) in people(cast).items()} == {
        "Anna Reeve": "victim", "Carl Reeve": "perpetrator",
    }  # fmt: skip


@pytest.mark.parametrize("words", ["Edith", "Mrs Garner", "Edith Garner"])
def test_every_form_of_a_name_is_a_mention(words: str, cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(*COUPLE)
    (mention,) = cast.mentions(f"Then {words} came.")
    assert mention.members == cast.victims


def test_the_couple_are_victim_and_perpetrator(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(*COUPLE)
    (mention,) = cast.mentions("Nobody saw the couple.")
    assert mention.members == (*cast.victims, *cast.perpetrators)
