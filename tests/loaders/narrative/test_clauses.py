"""Clauses: who does what to whom, in the voices and constructions that reviews use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.narrative.clauses import Clause, clauses
from dhr_graph.loaders.narrative.parse import Sentence, Token

Find = Callable[[str, str], Clause]


def words(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


def test_an_active_clause_has_subject_and_object(clause: Find) -> None:
    told = clause("The school told the police on Monday.", "tell")
    assert words(told.subjects) == ["school"]
    assert words(told.objects) == ["police"]
    assert not told.passive


def test_a_passive_has_the_doer_as_agent(clause: Find) -> None:
    told = clause("The police were told by the school.", "tell")
    assert told.passive
    assert words(told.subjects) == ["police"]
    assert words(told.agents) == ["school"]


def test_a_conjoined_verb_shares_the_subject(clause: Find) -> None:
    assert words(clause("The nurse saw her and called the police.", "call").subjects) == ["nurse"]


def test_a_conjoined_participle_shares_the_voice(clause: Find) -> None:
    bailed = clause("He was arrested and bailed.", "bail")
    assert bailed.passive
    assert words(bailed.subjects) == ["He"]


def test_a_name_before_a_second_verb_is_its_subject_and_ends_no_list(clause: Find) -> None:
    assert words(clause("The nurse gave her a helpline number and CSC told the police.", "tell").subjects) == ["CSC"]
    assert words(clause("She was seen with her son and CSC told the police.", "tell").subjects) == ["CSC"]


def test_a_noun_before_a_second_verb_ends_a_list(clause: Find) -> None:
    assert words(clause("She told the police and the school, and rang her sister.", "ring").subjects) == ["She"]
    assert words(clause("She told Marcus and left.", "leave").subjects) == ["She"]


def test_an_infinitive_is_done_by_the_one_who_was_asked(clause: Find) -> None:
    assert words(clause("The nurse asked the manager to ring the police.", "ring").subjects) == ["manager"]


def test_a_relative_clause_takes_its_noun(clause: Find) -> None:
    assert words(clause("She met an officer who arrested her husband.", "arrest").subjects) == ["officer"]


def test_lists_of_nouns_are_followed(clause: Find) -> None:
    assert words(clause("The nurse told the police and the school.", "tell").objects) == ["police", "school"]


def test_a_predicate_has_its_particle(clause: Find) -> None:
    assert clause("The school handed over the letter.", "hand").lemma == "hand over"


def test_prepositions_lead_to_their_nouns(clause: Find) -> None:
    sent = clause("The school sent the letter to the surgery.", "send")
    assert words(sent.preposition("to")) == ["surgery"]
    assert sent.preposition("with") == ()


def test_a_clause_leaves_out_the_words_of_those_that_tell_a_story_below_it(clause: Find) -> None:
    told = clause("She told the nurse that he had hit her.", "tell")
    assert "hit" not in words(told.tokens)
    assert "nurse" in words(told.tokens)


def test_a_bare_participle_is_a_passive_in_notes_alone(sentence: Callable[[str], Sentence]) -> None:
    entry = sentence("Locks changed on Monday.")
    assert not clauses(entry)[0].passive
    assert clauses(entry, frozenset())[0].passive
    assert not clauses(entry, frozenset({"change"}))[0].passive


def test_clauses_come_in_the_order_of_the_text(sentence: Callable[[str], Sentence]) -> None:
    found = clauses(sentence("She said that he hit her and the nurse rang the police."))
    assert [c.head.lemma_ for c in found] == ["say", "hit", "ring"]


def test_after_what_there_was_whoever_knew_of_it_goes_on(clause: Find) -> None:
    assert words(clause("The nurse noted that there was a wife, but did not ask.", "ask").subjects) == ["nurse"]
    assert words(clause("The nurse knew that there were children and told the school.", "tell").subjects) == ["nurse"]


def test_whoever_is_named_there_does_it(clause: Find) -> None:
    assert words(clause("The nurse knew that there was a wife and she told the school.", "tell").subjects) == ["she"]


def test_after_what_was_only_suggested_whoever_suggested_it_goes_on(clause: Find) -> None:
    suggested = "The nurse suggested that she talk to her mother and gave her the number."
    assert words(clause(suggested, "give").subjects) == ["nurse"]
    assert words(clause("The nurse said that she saw her mother and told her son.", "tell").subjects) == ["she"]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("The nurse gave her a card and the following week told the police.", "tell", "nurse"),
        ("The nurse saw Hannah and that evening called the police.", "call", "nurse"),
        ("The officer spoke to her and the same night told the school.", "tell", "officer"),
        ("The nurse gave her a card, and her sister told the police.", "tell", "sister"),
        ("The nurse saw her, and a weekly paper told the story.", "tell", "paper"),
    ],
)
def test_a_phrase_that_says_when_does_nothing(text: str, lemma: str, subject: str, clause: Find) -> None:
    assert words(clause(text, lemma).subjects) == [subject]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Hannah, seen by WDAS, rang the police.", "ring", "Hannah"),
        ("After a call from LMC she visited her.", "visit", "she"),
    ],
)
def test_a_short_name_in_an_aside_did_nothing(text: str, lemma: str, subject: str, clause: Find) -> None:
    assert words(clause(text, lemma).subjects) == [subject]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("The teacher, with Hannah beside her, called the school, described the injury and waited.", "describe",
         "teacher"),
        ("The nurse, with her son present, called the school, described the injury and waited.", "describe", "nurse"),
        ("The nurse, her notes written, told the school.", "tell", "nurse"),
        ("When the nurse called, Hannah described the injury.", "describe", "Hannah"),
        ("Hannah wept, and the nurse described the injury.", "describe", "nurse"),
    ],
)  # fmt: skip
def test_an_aside_takes_no_clause_from_its_subject(text: str, lemma: str, subject: str, clause: Find) -> None:
    assert words(clause(text, lemma).subjects) == [subject]
