"""Denials: "nor was", "at no point was" and "no referral" deny their own verb, wherever they stand, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dhr_graph.loaders.explaining import ExplainedEvent
from dhr_graph.loaders.narrative.clauses import Clause
from dhr_graph.loaders.narrative.denials import begins_negative, is_after_denial, opens_with_no

Find = Callable[[str, str], Clause]
Read = Callable[[str], list[ExplainedEvent]]
POLICE, SCHOOL, SURGERY = "Calder Police", "Hollins Primary School", "Calder Lane Surgery"
TIMES = frozenset({"point", "stage", "time"})


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("The nurse saw her, and at no point was this shared with the police.", "share"),
        ("She was seen, but at no stage did it tell the police.", "tell"),
        ("The nurse did not ring her, nor was the school told.", "tell"),
        ("The letter was not sent, nor was any contact made with the school.", "make"),
        ("She was not seen, nor did the nurse ring the school.", "ring"),
    ],
)
def test_a_denial_with_its_auxiliary_denies_the_verb_after_it(words: str, verb: str, clause: Find) -> None:
    assert is_after_denial(clause(words, verb).head, TIMES)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("No time was lost and the police told the school.", "tell"),
        ("Nor was Marcus at home, so the police referred her.", "refer"),
        ("At no point was Marcus at home, and the police told the school.", "tell"),
        ("At one point was this shared with the police.", "share"),
        ("In no case was the school told.", "tell"),
        ("The nurse saw her and told the police.", "tell"),
    ],
)
def test_it_denies_no_verb_but_its_own(words: str, verb: str, clause: Find) -> None:
    assert not is_after_denial(clause(words, verb).head, TIMES)


@pytest.mark.parametrize(
    "words",
    [
        f"{SURGERY} saw Hannah, and at no point was this shared with {POLICE}.",
        f"{SURGERY} saw Hannah, but at no point did it inform {POLICE}.",
        f"{SURGERY} did not ring Hannah, nor was any contact made with {POLICE}.",
        f"{SURGERY} did not ring Hannah, nor was {POLICE} told of it.",
        f"{SURGERY} did not ring Hannah, nor did it tell {POLICE} of the assault.",
    ],
)
def test_what_is_so_denied_was_missed_and_is_no_share(words: str, events: Read) -> None:
    told = events(words)
    assert not any(event.type == "information_share" for event in told)
    assert (told[-1].type, told[-1].agency) == ("missed", SURGERY)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (f"No time was lost and {POLICE} told {SCHOOL} of the assault.", "information_share"),
        (f"Nor was Marcus at home, so {POLICE} referred Hannah to {SCHOOL}.", "referral"),
        (f"At no time was Marcus at home, and {POLICE} told {SCHOOL} of the assault.", "information_share"),
    ],
)
def test_what_was_done_beside_a_denial_was_done(words: str, kind: str, events: Read) -> None:
    assert (kind, POLICE, SCHOOL) in [(event.type, event.agency, event.recipient) for event in events(words)]


@pytest.mark.parametrize("paper", ["follow up referral", "formal follow up referral"])
def test_no_before_a_long_noun_denies_what_is_said_of_it(paper: str, events: Read) -> None:
    told = events(f"No {paper} was made to {SCHOOL} by {POLICE}.")
    assert [event.type for event in told] == ["missed"]


@pytest.mark.parametrize(
    ("words", "verb", "opens"),
    [
        ("No referral was made to the school.", "make", True),
        ("A referral was made to the school, no more.", "make", False),
        ("The referral of which no record was kept was made.", "make", False),
    ],
)
def test_a_noun_phrase_opens_with_no(words: str, verb: str, opens: bool, clause: Find) -> None:
    assert [opens_with_no(subject) for subject in clause(words, verb).subjects] == [opens]


def test_who_is_no_one_denies_nothing_of_what_was_seen(events: Read) -> None:
    told = events(f"No one who saw the letter was there when it was sent to {POLICE} by {SURGERY}.")
    assert [(event.type, event.agency, event.recipient) for event in told] == [("information_share", SURGERY, POLICE)]


def test_nor_at_the_beginning_denies(clause: Find) -> None:
    assert begins_negative(clause("Nor was she told.", "tell"))
    assert not begins_negative(clause("She was told.", "tell"))
