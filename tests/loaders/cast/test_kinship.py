"""Kinship: whom "her mother" and "the children" mean."""

from __future__ import annotations

import pytest

from dhr_graph.loaders.cast.kinship import Kinship, Relative, base_term

FAMILY = Kinship(
    {
        r.id: r
        for r in (
            Relative("alma", "victim", "F", ()),
            Relative("omar", "perpetrator", "M", (("alma", "husband", ""),)),
            Relative("zoe", "child", "F", (("alma", "daughter", ""),)),
            Relative("kit", "child", "M", (("alma", "son", "younger"),)),
            Relative("rita", "family", "F", (("alma", "mother", ""),)),
            Relative("ida", "family", "F", (("alma", "sister", "elder"),)),
            Relative("una", "family", "F", (("alma", "sister", "younger"),)),
            Relative("hugo", "partner_other", "M", (("alma", "husband", "former"),)),
            Relative("ned", "neighbour", "M", ((None, "neighbour", ""),)),
        )
    },
    frozenset({"elder", "younger", "former"}),
    frozenset({"children", "mother", "neighbour"}),
)


@pytest.mark.parametrize(
    ("term", "adjectives", "possessor", "owners", "who"),
    [
        ("mother", (), "her", (), ("rita",)),
        ("mum", (), "name", ("alma",), ("rita",)),
        ("husband", (), "her", (), ("omar",)),
        ("wife", (), "his", (), ("alma",)),
        ("husband", ("former",), "her", (), ("hugo",)),
        ("ex-husband", (), "her", (), ("hugo",)),
        ("children", (), "their", (), ("zoe", "kit")),
        ("son", (), "her", (), ("kit",)),
        ("sisters", (), "her", (), ("ida", "una")),
        ("sister", ("elder",), "her", (), ("ida",)),
        ("neighbour", (), "a", (), ("ned",)),
        ("mother", (), "name", ("zoe",), ("alma",)),
        ("parents", (), "the", ("kit",), ("alma", "omar")),
    ],
)
def test_a_kin_term_means_the_people_of_that_kinship(
    term: str, adjectives: tuple[str, ...], possessor: str, owners: tuple[str, ...], who: tuple[str, ...]
) -> None:
    assert FAMILY.resolve(term, adjectives, possessor, owners) == who


@pytest.mark.parametrize(
    ("term", "possessor", "owners"),
    [("sister", "her", ()), ("brother", "her", ()), ("aunt", "his", ()), ("mother", "name", ("omar",))],
)
def test_one_of_several_and_unknown_kin_are_nobody(term: str, possessor: str, owners: tuple[str, ...]) -> None:
    assert FAMILY.resolve(term, (), possessor, owners) == ()


@pytest.mark.parametrize(
    ("term", "adjectives", "base"),
    [
        ("wife", (), "partner"),
        ("wife", ("first",), "ex-partner"),
        ("ex husband", (), "ex-partner"),
        ("toddler", (), "child"),
        ("aunt", ("late",), "aunt"),
    ],
)
def test_terms_are_compared_by_what_they_mean(term: str, adjectives: tuple[str, ...], base: str) -> None:
    assert base_term(term, adjectives) == base
