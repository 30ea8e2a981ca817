"""A misspelt term is told with those that it is like; what is right, quoted or another's is let be."""

from __future__ import annotations

import pytest

from dhr_graph.vocabulary import ONTOLOGY, vocabulary
from dhr_graph.vocabulary.unknown_terms import (
    LABEL,
    PROPERTY_KEY,
    RELATIONSHIP_TYPE,
    nearest,
    unknown_in_cypher,
    unknown_in_sparql,
)

WORDS = vocabulary()
PREFIX = f"PREFIX dhr: <{ONTOLOGY}> "


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("?r a dhr:Referal", "dhr:Referal is not in the vocabulary; nearest: dhr:Referral."),
        ("?e dhr:by_agency ?a", "dhr:by_agency is not in the vocabulary; nearest: dhr:byAgency, "),
        ("?e dhr:inReveiw/dhr:slug ?s.", "dhr:inReveiw is not in the vocabulary; nearest: dhr:inReview"),
        ("?e ^dhr:supprts|dhr:about ?s", "dhr:supprts is not in the vocabulary; nearest: dhr:supports"),
        ("?e dhr:zzyzx ?x", "dhr:zzyzx is not in the vocabulary, and nothing in it is like it."),
        (f"?e <{ONTOLOGY}nam> ?x", f"<{ONTOLOGY}nam> is not in the vocabulary; nearest: <{ONTOLOGY}name>"),
        ("?a dhr:sharedWith ?b", "dhr:sharedWith is in Neo4j alone; it is made from dhr:InformationShare."),
        ("?a dhr:codeScheme ?b", "dhr:codeScheme is not in the vocabulary"),
    ],
)
def test_a_term_that_is_not_there_is_told(pattern: str, told: str) -> None:
    (sentence,) = unknown_in_sparql(f"{PREFIX}SELECT * {{ {pattern} }}", WORDS)
    assert sentence.startswith(told)


def test_every_term_is_told_once_in_the_order_of_the_query() -> None:
    found = unknown_in_sparql(PREFIX + "SELECT * { ?e dhr:wrds ?w ; a dhr:Evnt . ?f dhr:wrds ?v }", WORDS)
    assert [sentence.split()[0] for sentence in found] == ["dhr:wrds", "dhr:Evnt"]


@pytest.mark.parametrize(
    "query",
    [
        *(f"{PREFIX}SELECT * {{ ?x a dhr:{name} }}" for name in WORDS.classes),
        *(
            f"{PREFIX}SELECT * {{ ?x dhr:{name} ?y. }}"
            for name, term in WORDS.properties.items()
            if not term.shortcut_of
        ),
        PREFIX + 'SELECT * { ?x ?y \'dhr:Nobody\' , "dhr:Nobody" , """ " dhr:Nobody """ } # dhr:Nobody',
        PREFIX + "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT * { ?x foaf:nobody _:dhr . _:nobody ?z ?y }",
        PREFIX + "SELECT * { ?x dhr:count ?n FILTER(?n<3 && ?n>1) }",
        "SELECT * { ?x dhr:Nobody ?y }",
        f"PREFIX : <{ONTOLOGY}> SELECT * {{ ?x a :Agency ; :name ?name . _:a ?b ?c }}",
    ],
)
def test_what_is_right_quoted_or_of_others_is_let_be(query: str) -> None:
    assert unknown_in_sparql(query, WORDS) == ()


def test_a_prefix_that_leads_elsewhere_is_told() -> None:
    (sentence,) = unknown_in_sparql("PREFIX dhr: <https://w3id.org/dhr-graph/ontology/> ASK { ?a a dhr:Agency }", WORDS)
    assert sentence == f"dhr: stands for <https://w3id.org/dhr-graph/ontology/> here; the vocabulary is <{ONTOLOGY}>."


def test_names_of_cypher_are_compared_with_those_of_their_kind() -> None:
    known = [(LABEL, "CarePlan"), (RELATIONSHIP_TYPE, "SHARED_WITH"), (PROPERTY_KEY, "sinceEdtf"), ("index", "none")]
    wrong = [(LABEL, "Referal"), (RELATIONSHIP_TYPE, "byAgency"), (PROPERTY_KEY, "slugg")]
    assert unknown_in_cypher([*known, *wrong], WORDS) == (
        "The label Referal is not in the vocabulary; nearest: Referral.",
        "The relationship type byAgency is not in the vocabulary; nearest: BY_AGENCY, TO_AGENCY, OF_AGENCY.",
        "The property key slugg is not in the vocabulary; nearest: slug.",
    )


def test_the_likest_comes_first_and_case_does_not_count() -> None:
    assert nearest("BYAGENCY", ("about", "byAgency", "toAgency"))[0] == "byAgency"
    assert nearest("", ("about",)) == ()
