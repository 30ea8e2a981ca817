"""A value that a coded property never has is told with the codes that it is like; any other is let be."""

from __future__ import annotations

import pytest

from dhr_graph.vocabulary import ONTOLOGY, vocabulary
from dhr_graph.vocabulary.unknown_codes import unknown_codes

WORDS = vocabulary()
PREFIX = f"PREFIX dhr: <{ONTOLOGY}> "
NO_SHARE = 'No code of dhr:code is "NoShareFound"; nearest: NO_SHARE_FOUND'
POLICE = 'No code of dhr:agencyType is "Police"; nearest: police'


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ('?v dhr:code "NoShareFound"', NO_SHARE),
        ("?v a dhr:Verdict ; dhr:code 'NoShareFound' .", NO_SHARE),
        (f'?v <{ONTOLOGY}code> "NoShareFound"', NO_SHARE),
        ('?v dhr:code "SHARED", "NoShareFound"', NO_SHARE),
        ('?v dhr:code ?c FILTER(?c = "NoShareFound")', NO_SHARE),
        ('FILTER(?c != "NoShareFound") ?v dhr:code ?c', NO_SHARE),
        ('?v dhr:code ?c FILTER(?c IN ("SHARED", "NoShareFound"))', NO_SHARE),
        ('?v dhr:code ?c FILTER(?c NOT IN ("NoShareFound"))', NO_SHARE),
        ('VALUES ?c { "SHARED" "NoShareFound" } ?v dhr:code ?c', NO_SHARE),
        ('?v dhr:ofAgency/dhr:agencyType "Police"', POLICE),
        ('?p dhr:role "murderer"', 'No code of dhr:role is "murderer"; its codes are victim, perpetrator, '),
    ],
)
def test_a_value_that_no_code_has_is_told(pattern: str, told: str) -> None:
    (sentence,) = unknown_codes(f"{PREFIX}SELECT * {{ {pattern} }}", WORDS)
    assert sentence.startswith(told)


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            f'?x dhr:{name} "{code}"'
            for name, term in WORDS.properties.items()
            for scheme in term.schemes.values()
            for code in WORDS.schemes[scheme].codes
        ),
        '?v dhr:flags "confidence=0.60"',
        '?a dhr:name "Police" ; dhr:agencyType ?t',
        '?a dhr:agencyType ?t FILTER(CONTAINS(?t, "health"))',
        '?a dhr:agencyType ?t FILTER(REGEX(?t, "^health"))',
        '?a dhr:agencyType ?t BIND(IF(?t = "police", "Police", "other") AS ?kind)',
        '?a dhr:agencyType ?t ; dhr:name ?n FILTER(?n = "Police")',
        '?a dhr:agencyType "police" ; dhr:name "Police"',
        '?a ?b "x" # dhr:code "NoShareFound"',
        "?a ?b 'dhr:code' , \"NoShareFound\"",
        '?a <http://example.org/code> "NoShareFound"',
    ],
)
def test_codes_and_what_is_compared_otherwise_are_let_be(pattern: str) -> None:
    assert unknown_codes(f"{PREFIX}SELECT * {{ {pattern} }}", WORDS) == ()
