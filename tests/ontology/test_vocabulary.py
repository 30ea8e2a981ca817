"""The vocabulary gives the names, lineages and codes that the design fixes."""

from __future__ import annotations

import re
import time
from importlib import resources

import pyoxigraph as ox
import pytest

from dhr_graph.errors import UsageError
from dhr_graph.knowledge.wordings import flag_wording, verdict_codes, verdict_wording
from dhr_graph.vocabulary import vocabulary
from dhr_graph.vocabulary.lexicon import vocabulary as read_again
from dhr_graph.vocabulary.turtle import Statements

WORDS = vocabulary()


def test_one_name_gives_the_others() -> None:
    term = WORDS.property_term("https://w3id.org/dhr-graph/ontology#toAgency")
    assert (term.name, term.field, term.relationship, term.range) == ("toAgency", "to_agency", "TO_AGENCY", ("Body",))


def test_a_referral_is_a_share_an_event_and_a_fact() -> None:
    assert WORDS.class_term("Referral").lineage == ("Referral", "InformationShare", "Event", "Fact")
    assert WORDS.most_specific(["Fact", "Referral", "Event", "InformationShare"]) == "Referral"
    assert WORDS.subclasses("InformationShare") == ("InformationShare", "Referral")


def test_classes_of_two_branches_have_no_most_specific() -> None:
    assert WORDS.most_specific(["Person", "Event", "Fact"]) is None
    assert WORDS.most_specific([]) is None


@pytest.mark.parametrize(
    ("code", "class_name"),
    [("justice", "JusticeEvent"), ("care_plan", "CarePlan"), ("missed", "MissedOpportunity"), ("referral", "Referral")],
)
def test_types_of_event_are_notations_of_classes(code: str, class_name: str) -> None:
    assert WORDS.class_of_event_type(code) == class_name
    assert WORDS.event_type(class_name) == code


def test_every_concrete_event_has_a_type() -> None:
    concrete = {name for name in WORDS.subclasses("Event") if not WORDS.classes[name].abstract} | {"MissedOpportunity"}
    assert {name for name in WORDS.classes if WORDS.event_type(name)} == concrete


@pytest.mark.parametrize(
    ("class_name", "property_name", "scheme"),
    [
        ("RiskAssessment", "level", "riskLevel"),
        ("Recommendation", "level", "recommendationLevel"),
        ("Passage", "kind", "passageKind"),
        ("MissedOpportunity", "kind", "missedKind"),
        ("Forum", "agencyType", "agencyType"),
    ],
)
def test_the_scheme_of_a_property_may_depend_on_the_class(class_name: str, property_name: str, scheme: str) -> None:
    found = WORDS.scheme_of(class_name, property_name)
    assert found is not None
    assert found.name == scheme


def test_plain_text_has_no_scheme() -> None:
    assert WORDS.scheme_of("Person", "ethnicity") is None


def test_unknown_names_are_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="Referral"):
        WORDS.class_term("Reference")
    with pytest.raises(UsageError, match="police"):
        WORDS.code("agencyType", "constabulary")


def test_codes_have_labels_and_iris_by_rule() -> None:
    code = WORDS.code("agencyType", "gp")
    assert (code.label, code.iri) == ("General practice", "https://w3id.org/dhr-graph/codes#agencyType-gp")
    assert WORDS.code_label("agencyType", "of my own") == "of my own"


def test_codes_in_the_file_have_iris_by_rule() -> None:
    statements = Statements("codes.ttl")
    iris = set(statements.subjects("http://www.w3.org/2004/02/skos/core#Concept"))
    assert iris == {code.iri for scheme in WORDS.schemes.values() for code in scheme.codes.values()}


def test_notations_are_fit_for_tables_and_turtle() -> None:
    notations = [code.notation for scheme in WORDS.schemes.values() for code in scheme.codes.values()]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z_]*", notation) for notation in notations)


def test_verdicts_are_worded_in_one_way() -> None:
    codes = WORDS.schemes["verdict"].codes
    assert tuple(codes) == verdict_codes()
    assert {n: code.label for n, code in codes.items()} == {n: verdict_wording(n).label for n in codes}
    assert {verdict_wording(n).knowledge_code for n in codes} == set(WORDS.schemes["knowledgeCode"].codes)


@pytest.mark.parametrize("notation", WORDS.schemes["flag"].codes)
def test_every_flag_has_its_wording(notation: str) -> None:
    assert flag_wording(notation).label


def test_reading_the_ontology_takes_no_time() -> None:
    read_again.cache_clear()
    started = time.perf_counter()
    vocabulary()
    assert time.perf_counter() - started < 0.25


def test_the_vocabulary_can_not_be_changed() -> None:
    with pytest.raises(TypeError):
        WORDS.classes["Referral"] = WORDS.classes["Event"]  # type: ignore[index]


@pytest.mark.parametrize("name", ["dhr.ttl", "codes.ttl", "shapes.ttl", "constraints.ttl", "align.ttl"])
def test_alignments_and_shapes_speak_of_terms_that_exist(name: str) -> None:
    prefix = "https://w3id.org/dhr-graph/ontology#"
    annotations = set(Statements("dhr.ttl").subjects("http://www.w3.org/2002/07/owl#AnnotationProperty"))
    known = {prefix + local for local in (*WORDS.classes, *WORDS.properties)} | annotations
    content = resources.files("dhr_graph.ontology").joinpath(name).read_bytes()
    quads = list(ox.parse(content, format=ox.RdfFormat.TURTLE))
    used = {term.value for quad in quads for term in quad.triple if isinstance(term, ox.NamedNode)}
    assert {iri for iri in used if iri.startswith(prefix)} <= known
    assert quads
