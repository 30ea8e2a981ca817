"""What is shown of a verdict, in words that claim no more than the review tells."""

from __future__ import annotations

from importlib import resources

import pyoxigraph
import pytest

from dhr_graph.errors import UsageError
from dhr_graph.knowledge import flag_wording, verdict_wording
from dhr_graph.knowledge.verdicts import SILENT
from dhr_graph.knowledge.wordings import NO_RECORD, flag_codes, verdict_codes

CODES = "https://w3id.org/dhr-graph/codes#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


def test_the_table_has_ten_rows_in_order() -> None:
    assert [verdict_wording(code).row for code in verdict_codes()] == list(range(1, 11))


def test_the_headline_lists_rows_2_6_7_and_8() -> None:
    shown = tuple(code for code in verdict_codes() if verdict_wording(code).shown == "headline")
    assert shown == SILENT
    assert [verdict_wording(code).row for code in shown] == [2, 6, 7, 8]


def test_only_one_verdict_says_that_the_review_states_a_failure_and_no_share() -> None:
    stated = [code for code in SILENT if "the review states" in verdict_wording(code).sentence("X").casefold()]
    assert stated == ["STATED_NOT_SHARED"]
    for code in set(SILENT) - set(stated):
        assert "found" in verdict_wording(code).sentence("X")
        assert "in this document" in verdict_wording(code).sentence("X")


def test_what_rests_on_want_of_a_record_alone_is_said_to_and_no_more() -> None:
    for code in ("STATED_NOT_SHARED", "SHARED_WITH_STATED_GAPS"):
        wording = verdict_wording(code, ["confidence=0.60", NO_RECORD])
        assert "the review finds no record" in wording.sentence("X").casefold()
        assert "states" not in wording.label + wording.sentence("X")
        assert wording.knowledge_code == verdict_wording(code).knowledge_code
    assert verdict_wording("NO_SHARE_FOUND", [NO_RECORD]) == verdict_wording("NO_SHARE_FOUND")


def test_a_sentence_names_the_agency_even_with_braces_in_its_name() -> None:
    sentence = verdict_wording("NOT_RECORDED_AS_KNOWING").sentence("The {X} Trust")
    assert sentence.startswith("The {X} Trust is not recorded")


def test_verdicts_and_flags_have_the_codes_of_the_ontology() -> None:
    codes = pyoxigraph.Store()
    codes.load(resources.files("dhr_graph.ontology").joinpath("codes.ttl").read_bytes(), pyoxigraph.RdfFormat.TURTLE)
    for scheme, worded in (("verdict", verdict_codes()), ("flag", flag_codes())):
        found = codes.query(f"SELECT ?code {{ ?c <{SKOS}inScheme> <{CODES}{scheme}> ; <{SKOS}notation> ?code }}")
        assert isinstance(found, pyoxigraph.QuerySolutions)
        assert {str(row["code"]) for row in found} == {f'"{code}"' for code in worded}, scheme


def test_a_flag_with_a_value_shows_it() -> None:
    assert flag_wording("confidence=0.55").label == "lowest confidence 0.55"


@pytest.mark.parametrize("wording", [verdict_wording, flag_wording])
def test_an_unknown_code_says_which_there_are(wording: object) -> None:
    with pytest.raises(UsageError, match="Use one of"):
        wording("GUILTY")  # type: ignore[operator]
