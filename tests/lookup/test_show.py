"""One record with the words behind it."""

from __future__ import annotations

import pytest

from dhr_graph.errors import UsageError
from dhr_graph.lookup import mentions_of, show
from dhr_graph.model.records import Agency, Passage
from dhr_graph.stores import Dataset


def test_a_fact_with_its_words_in_context(dataset: Dataset) -> None:
    shown = show(dataset, "oakwell/Referral/1", context=3)
    assert shown.kind == "Referral"
    assert shown.values["byAgency"] == ("oakwell/Agency/police",)
    (quotation,) = shown.quotations
    assert (quotation.document, quotation.paragraph) == ("oakwell.txt", "1.1")
    assert (quotation.before, quotation.quote, quotation.after) == ("… March 2014 and", "referred Ada to MARAC", ".")


def test_an_agency_with_every_passage_that_names_it(dataset: Dataset) -> None:
    shown = show(dataset, "oakwell/Agency/police")
    assert [(mention.paragraph, mention.quote) for mention in shown.mentions] == [
        ("1.1", "Police"),
        ("2.1", "police"),
        (None, "Police"),
    ]
    assert ("byAgency", "oakwell/Incident/1") in [(name, record.id) for name, record in shown.linked_from]


def test_short_names_are_found_as_they_are_written(dataset: Dataset) -> None:
    shown = show(dataset, "oakwell/Agency/gp")
    assert [mention.quote for mention in shown.mentions] == ["GP"], "gp in lower case may be anything"


def test_an_iri_and_an_organisation(dataset: Dataset) -> None:
    assert show(dataset, f"{dataset.base}id/oakwell/Agency/police").record.id == "oakwell/Agency/police"
    assert show(dataset, "organisations/Organisation/1").kind == "Organisation"


def test_an_agency_or_person_by_name(dataset: Dataset) -> None:
    assert show(dataset, "marac").record.id.startswith("oakwell/Forum/")
    assert show(dataset, "GP").record.id == "oakwell/Agency/gp"
    with pytest.raises(UsageError, match=r"oakwell/Agency/police"):
        show(dataset, "Polic")


@pytest.mark.parametrize("unknown", ["oakwell/Agency/99", "elm/Agency/1", "", "agency"])
def test_no_such_record(dataset: Dataset, unknown: str) -> None:
    with pytest.raises(UsageError, match="review"):
        show(dataset, unknown)


def test_names_are_whole_words_over_any_white_space() -> None:
    agency = Agency(id="a/Agency/1", in_review="a", name="Acute Trust (Oak)", aliases=("AT",), agency_type="other")

    def passage(number: int, text: str) -> Passage:
        return Passage(
            id=f"a/Passage/{number}",
            in_document="d",
            ordinal=number,
            kind="list_item",
            text=text,
            start=100 * number,
            end=100 * number + len(text),
        )

    texts = ["The acute\n trust (Oak) saw him at AT.", "At ATOS", "at the fair", "(AT)"]
    found = list(mentions_of(agency, (passage(number, text) for number, text in enumerate(texts))))
    assert [(mention.passage.ordinal, mention.words) for mention in found] == [(0, "acute\n trust (Oak)"), (3, "AT")]
    assert (found[1].start, found[1].end) == (301, 303)
