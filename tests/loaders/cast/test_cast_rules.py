"""Each rule of the data, with words that it fits and words that it must not fit."""

from __future__ import annotations

import re

import pytest

from dhr_graph.loaders.cast import CastKnowledge
from dhr_graph.loaders.cast.expressions import NUMBER, expression
from dhr_graph.loaders.cast.sentence_forms import said_of_people, sentence_forms

LISTS = {
    "lead.unretrievable": ("records destroyed: ash lane nursery", "the record of the meeting was read"),
    "lead.no_contact": ("nil returns: hollin homes", "there was no contact between the two of them"),
    "lead.panel": ("also represented on the panel were hollin homes", "the panel met seven times"),
    "lead.report": ("shorter reports came from hollin homes", "she reported it to her mother"),
    "lead.imr": ("imrs were received from hollin police", "she reviewed her savings"),
    "lead.plain_report": ("information was given by hollin police", "information about bail is kept"),
    "lead.drew": ("the review drew upon records of hollin police", "she drew a picture of the house"),
    "lead.heard": ("the panel heard from hollin police", "she heard from him in may"),
    "lead.following": ("the following took part in the review:", "the following people took part in the review:"),
    "lead.agencies": ("agencies that contributed: hollin police", "she was told that agencies talk"),
    "lead.likewise": ("hollin police provided one, as did hollin homes", "she had one, as did he"),
    "lead.so_did": ("so were hollin homes and elm surgery", "she said so"),
    "tail.searched": ("hollin homes searched its records and found nothing", "officers searched the house"),
    "tail.no_contact": ("hollin homes had no contact with either", "hollin homes had no contact until may 2016"),
    "tail.unretrievable": ("the records could not be traced", "he was traced to hull"),
    "tail.panel": ("hollin homes sat on the panel", "she sat on the sofa"),
    "tail.report": ("hollin homes supplied a short report", "he supplied the drug"),
    "tail.imr": ("hollin homes provided an imr", "he provided for them"),
}
FORMS = {
    "bracket": ("Alma (victim, aged 34) lived alone.", "Alma (see section 4) lived alone."),
    "kin.names": ("Her sons, Joe and Max, lived there.", "Her sons lived there."),
    "kin.relationship": ("She had an earlier relationship with Hugo.", "She had a relationship of trust."),
    "kin.with": ("He had a son, Finn, with Nora.", "He had a row about a son with Nora."),
    "kin.apposed": ("She told Rita, her mother, about it.", "She told Rita, as before, about it."),
    "kin.is": ("Rita is Alma's mother.", "Rita is in Hull."),
    "kin.are": ("Joe and Max are her sons.", "Joe and Max are in Hull."),
    "kin.clause": ("Nora, with whom he once lived, had moved.", "Nora, with whom nobody spoke, had moved."),
    "kin.subject": ("His father, from whom she had parted, is Hugo.", "His father is in Hull."),
    "known_as": ("A woman of thirty, referred to here as Alma, died.", "The report, referred to as final, came."),
    "age.apposed": ("Alma, aged 34, lived alone.", "Alma, in May, lived alone."),
    "age.noun": ("Alma, a nurse of 34, lived alone.", "Alma, a nurse, lived alone."),
    "age.was": ("Alma was 34 when she died.", "Alma was there when he died."),
    "age.months": ("Zoe was five months old.", "Zoe was five miles away."),
    "age.was_noun": ("Alma was a woman of 34.", "Alma was a woman of means."),
    "role.before": ("The victim, Alma, lived alone.", "The house, Alma said, was cold."),
    "role.after": ("Alma was the victim.", "Alma was the victim's friend."),
    "death": ("The death of Alma was sudden.", "The loss of sleep was sudden."),
    "death.bracket": ("Review: 'Alma' (died May 2019)", "Alma (see section 4) lived alone."),
    "kin.owner": ("Alma's elder sister lived there.", "Alma's car was there."),
    "age.next": ("Alma was a retired cook. She was 66.", "Alma was a retired cook. She was one of many."),
    "role.apposed": ("Alma (AK), a cousin and the other victim, lived there.", "Alma, a friend of the victim, came."),
}
EXPRESSIONS = {
    "key_run": ("ABC: Hollin Police. DEF: Hollin Homes. GHI: Ash Surgery.", "She said: no. He left."),
    "people_run": ("V: victim, female. P: perpetrator, male.", "She said that she would go."),
    "keyed": ("CSC: Children's Social Care", "Hollin Police"),
    "label": ("a) Hollin Police", "Hollin Police"),
    "stem": ("Involvement of the Hollin Trust", "Involved in the history"),
    "description": ("Hollin Homes, which let the flat", "Hollin Homes"),
    "former": ("formerly the Hollin Trust", "Hollin Trust"),
    "patients": ("GP for Alma", "mental health services"),
    "persons_service": ("Alma's employer", "Hollin School"),
    "unnamed_service": ("her primary school", "Hollin School"),
    "begins_name": ("the Hollin Trust", "which ran the service"),
    "described_name": ("the solicitors Hollin and Ash", "the Hollin Trust"),
    "person_follows": ("Adult A", "the whole county"),
    "pseudonyms": ("These pseudonyms are used", "They used the car"),
    "announcing": ("The people in this review are:", "The agencies in this review are:"),
    "key_line": ("Adult A: the victim", "she lived alone"),
    "acts": (" told the police", " of the house"),
    "acted_on": ("he was seen by ", "he was seen and "),
    "children": ("their two daughters", "the girl's dog"),
    "owner_before": ("Alma's ", "in a small "),
    "owner_after": (" of Alma", " said so"),
    "few_or_small": ("two boys", "many boys"),
    "origin": ("White British", "English"),
    "reported": ("Hollin Homes replied", "Hollin Homes"),
    "reviewing": ("The panel was chaired by Jean Marsh", "Jean Marsh rang the police"),
    "office": ("Head of Tenancy Services", "Tenancy Services"),
    "office_before": ("the Associate Director, ", "the letter to "),
    "common": ("the probation service", "Hollin Homes"),
}


def test_every_rule_of_lists_has_its_examples(knowledge: CastKnowledge) -> None:
    assert {r.id for r in (*knowledge.leads, *knowledge.tails)} == set(LISTS)


@pytest.mark.parametrize("id", LISTS)
def test_rules_of_lists(id: str, knowledge: CastKnowledge) -> None:
    rule = next(r for r in (*knowledge.leads, *knowledge.tails) if r.id == id)
    fits, fits_not = LISTS[id]
    assert rule.pattern.search(fits)
    assert not rule.pattern.search(fits_not)


def test_every_sentence_form_has_its_examples(knowledge: CastKnowledge) -> None:
    assert {f.id for f in sentence_forms(knowledge)} == set(FORMS)


@pytest.mark.parametrize("id", FORMS)
def test_sentence_forms(id: str, knowledge: CastKnowledge) -> None:
    fits, fits_not = FORMS[id]
    assert any(s.form == id for s in said_of_people(fits, knowledge))
    labels = {"Alma", "Rita", "Joe", "Max", "Zoe", "Hugo", "Nora"}
    assert not any(s.form == id and s.label in labels for s in said_of_people(fits_not, knowledge))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_expressions(name: str) -> None:
    fits, fits_not = EXPRESSIONS[name]
    anchored = name in {"unnamed_service", "begins_name", "person_follows", "acts", "owner_after", "office", "common"}
    assert _found(name, fits, anchored)
    assert not _found(name, fits_not, anchored)


def _found(name: str, words: str, anchored: bool) -> re.Match[str] | None:
    return expression(name).match(words) if anchored else expression(name).search(words)


@pytest.mark.parametrize(
    ("words", "fits"), [("aged 34", True), ("was thirty-one when", True), ("of 12 occasions", False)]
)
def test_ages(words: str, fits: bool) -> None:
    assert bool(expression("age", number=NUMBER).search(words)) is fits


@pytest.mark.parametrize(
    ("words", "fits"), [("the victim", True), ("alleged victim, male", True), ("the victim's mother", False)]
)
def test_role_words(words: str, fits: bool) -> None:
    assert bool(expression("role_words", term="victim").search(words)) is fits


@pytest.mark.parametrize(
    ("name", "agency_type"),
    [
        ("Hollin Police", "police"), ("HMP Hollin", "prison"), ("Hollin Probation Trust", "probation"),
        ("Hollin Crown Court", "courts_cps"), ("Hollin Mental Health NHS Trust", "mental_health"),
        ("Hollin Partnership NHS Trust", "mental_health"), ("Hollin Community NHS Trust", "community_health"),
        ("Hollin University Hospital", "acute_health"), ("Hollin NHS Foundation Trust", "acute_health"),
        ("Hollin Ambulance Service", "ambulance"), ("Hollin Urgent Care Centre", "urgent_care"),
        ("University Medical Practice", "gp"), ("Hollin Clinical Commissioning Group", "health_commissioner"),
        ("Hollin Council Children's Social Care", "childrens_social_care"),
        ("Hollin Council Adult Social Care", "adult_social_care"), ("Hollin Homes", "housing"),
        ("Hollin Primary School", "school"), ("Hollin Education Welfare Service", "education_authority"),
        ("Hollin Women's Aid", "domestic_abuse_service"), ("Hollin Rape Crisis", "victim_service"),
        ("Hollin Drug and Alcohol Service", "substance_misuse"), ("Hollin Citizens Advice", "voluntary_other"),
        ("Multi-Agency Risk Assessment Conference", "forum"), ("Safer Hollin Partnership", "csp"),
        ("Hollin Community Safety Partnership", "csp"), ("Hollin Borough Council", "local_authority_other"),
        ("Department of Health", "national_body"), ("Peel and Marsh Solicitors", "legal"),
        ("University of Hollin", "university"), ("Hollin Fire and Rescue Service", "other"),
    ],
)  # fmt: skip
def test_kinds(name: str, agency_type: str, knowledge: CastKnowledge) -> None:
    kind = knowledge.kind_of(name)
    assert kind is not None
    assert kind.type == agency_type


@pytest.mark.parametrize("name", ["Alma", "Hollin", "In May", "The Larches"])
def test_names_of_no_kind(name: str, knowledge: CastKnowledge) -> None:
    kind = knowledge.kind_of(name)
    assert kind is None or kind.rank == 0


def test_every_clause_says_a_relation(knowledge: CastKnowledge) -> None:
    examples = (
        "with whom he lived in 2010",
        "the father of her child",
        "tenant of the flat below",
        "who worked with her",
    )
    assert len(examples) == len(knowledge.clauses)
    for words, (pattern, *_) in zip(examples, knowledge.clauses, strict=True):
        assert pattern.search(words)
        assert not pattern.search("who bought a car")


def test_every_form_of_killing_is_read(knowledge: CastKnowledge) -> None:
    told = (
        "the death of Alma", "Alma was stabbed", "Alma was 30 when she was stabbed", "Alma's murder", "Alma died",
        "he was charged with killing Alma", "stabbed by Alma", "at the hands of Alma", "Alma was convicted of murder",
        "Alma stabbed her", "Alma was there. She stabbed her", "they arrested Alma. She was charged with murder",
        "Alma lived with her and killed her", "Alma was sentenced to life",
        "Alma was arrested for murder",
    )  # fmt: skip
    words = {"label": "Alma", "who": "Alma", **knowledge.violence}
    for sentence, rule in zip(told, knowledge.deaths, strict=True):
        pattern = rule.pattern.format(**words)
        assert re.search(pattern, sentence), pattern
        assert not re.search(pattern, "Alma went to the shops"), pattern
