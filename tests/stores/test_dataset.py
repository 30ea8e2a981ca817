"""What every dataset does, on disk and in memory alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Contact, Organisation, Review
from dhr_graph.stores import Dataset, render

POLICE = Organisation(id="organisations/Organisation/police", name="Wessex Police", caption="Wessex Police")
Maker = Callable[..., ReviewReading]


def _statements(dataset: Dataset) -> set[ox.Quad]:
    return set(dataset.store)


def _contacts(dataset: Dataset, slug: str) -> set[str]:
    return {record.caption for record in dataset.records(slug) if isinstance(record, Contact)}


def test_what_was_written_is_read_back(dataset: Dataset, reading_of: Maker) -> None:
    reading = reading_of("ash", {"a.txt": ["Police called.", "Police called again."]})
    assert dataset.write_review(reading) is True
    written = {r for r in reading.records if not isinstance(r, Organisation)} | set(reading.documents[0].records)
    assert set(dataset.records("ash")) == written
    assert [o.name for o in dataset.organisations()] == ["Wessex Police"]
    assert dataset.reviews() == ("ash",)
    assert [document.name for document in dataset.documents()] == ["a.txt"]


def test_the_same_again_changes_nothing(dataset: Dataset, reading_of: Maker) -> None:
    reading = reading_of("ash", {"a.txt": ["Police called."]})
    dataset.write_review(reading)
    before = _statements(dataset)
    assert dataset.write_review(reading) is False
    assert _statements(dataset) == before


def test_what_a_changed_document_no_longer_says_is_gone(dataset: Dataset, reading_of: Maker) -> None:
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called.", "Police left."]}))
    dataset.write_review(reading_of("elm", {"e.txt": ["Police called."]}))
    assert dataset.write_review(reading_of("ash", {"a.txt": ["Police called.", "Police stayed."]})) is True
    assert _contacts(dataset, "ash") == {"Police called.", "Police stayed."}
    assert _contacts(dataset, "elm") == {"Police called."}


def test_a_document_that_vanished_takes_its_graph_with_it(dataset: Dataset, reading_of: Maker) -> None:
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called."], "b.txt": ["Police left."]}))
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    assert _contacts(dataset, "ash") == {"Police called."}
    assert len(list(dataset.store.named_graphs())) == 3, "the review, its document, the organisations"


def test_remove_leaves_nothing_behind_and_others_alone(dataset: Dataset, reading_of: Maker) -> None:
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    before = _statements(dataset)
    fire = Organisation(id="organisations/Organisation/fire", name="Wessex Fire")
    dataset.write_review(reading_of("ash-2", {"a.txt": ["Fire called."]}, fire))
    dataset.remove("ash-2")
    assert _statements(dataset) == before, "its organisation went, that of the other stayed"
    dataset.remove("ash")
    assert not _statements(dataset)
    assert dataset.reviews() == ()


def test_an_organisation_stays_while_somebody_leads_to_it(dataset: Dataset, reading_of: Maker) -> None:
    for slug in ("ash", "elm"):
        dataset.write_review(reading_of(slug, {"a.txt": ["Police called."]}))
    dataset.remove("ash")
    assert len(list(dataset.organisations())) == 1
    dataset.write_review(reading_of("elm", {"a.txt": ["Police called."]}, None))
    assert not list(dataset.organisations())


def test_a_review_that_is_not_there(dataset: Dataset, reading_of: Maker) -> None:
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    with pytest.raises(UsageError, match="no review 'oak'.*There are: ash"):
        dataset.remove("oak")
    with pytest.raises(UsageError, match="no review"):
        list(dataset.records("as"))


def test_a_reading_that_cannot_be_stored_changes_nothing(dataset: Dataset, reading_of: Maker) -> None:
    dataset.write_review(reading_of("ash", {"a.txt": ["Police called."]}))
    before = _statements(dataset)
    broken = ReviewReading("ash", (Review(id="ash/Review/1", slug="ash", title="\udc80"),), ())
    with pytest.raises(DatasetError):
        dataset.write_review(broken)
    with pytest.raises(DatasetError, match="base"):
        dataset.write_review(render(reading_of("ash", {}), "https://example.org/"))
    assert _statements(dataset) == before


def test_quads_of_all_are_those_of_each_and_the_organisations(dataset: Dataset, reading_of: Maker) -> None:
    for slug in ("elm", "ash"):
        dataset.write_review(reading_of(slug, {"a.txt": ["Police called."], "b.txt": []}))
    every = set(dataset.quads())
    assert every == _statements(dataset)
    assert every == {*dataset.quads("ash"), *dataset.quads("elm"), *dataset.organisation_quads()}


def test_a_closed_dataset_says_so(dataset: Dataset) -> None:
    dataset.close()
    with pytest.raises(DatasetError, match="closed"):
        list(dataset.organisations())


Files = dict[str, list[str]]
SENTENCE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
FILES = st.dictionaries(st.sampled_from(["a.txt", "b.txt"]), st.lists(SENTENCE, max_size=4, unique=True))
STEPS = st.lists(st.tuples(st.sampled_from(["ash", "ash-2", "elm"]), FILES), max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_only_the_last_writing_of_each_review_counts(reading_of: Maker, steps: list[tuple[str, Files]]) -> None:
    """However a dataset came about, it says what one does that was written in one go."""
    grown, fresh = Dataset.in_memory(), Dataset.in_memory()
    for slug, files in steps:
        grown.write_review(reading_of(slug, files))
    for slug, files in dict(steps).items():
        fresh.write_review(reading_of(slug, files))
    assert _statements(grown) == _statements(fresh)
    assert grown.reviews() == fresh.reviews()
    assert set(grown.store.named_graphs()) == set(fresh.store.named_graphs())


ORGANISATIONS = st.sampled_from(
    [POLICE, replace(POLICE, name="Wessex Constabulary"), replace(POLICE, caption=""), None]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["ash", "ash-2", "elm"]), FILES, ORGANISATIONS), max_size=5))
def test_several_written_together_are_as_if_one_by_one(
    reading_of: Maker, steps: list[tuple[str, Files, Organisation | None]]
) -> None:
    together, one_by_one = Dataset.in_memory(), Dataset.in_memory()
    readings = [reading_of(slug, files, organisation) for slug, files, organisation in steps]
    assert together.write_reviews(readings) == [one_by_one.write_review(reading) for reading in readings]
    assert _statements(together) == _statements(one_by_one)
    assert together.reviews() == one_by_one.reviews()


def test_many_quads_go_into_files_of_their_own(tmp_path: Path, reading_of: Maker) -> None:
    readings = [reading_of(slug, {"a.txt": [f"Call {number}." for number in range(200)]}) for slug in ("ash", "elm")]
    with Dataset.open(tmp_path / "g", write=True) as dataset, Dataset.in_memory() as plain:
        assert dataset.write_reviews(readings) == [True, True]
        for reading in readings:
            plain.write_review(reading)
        assert _statements(dataset) == _statements(plain)
        assert dataset.write_reviews(readings) == [False, False]
        dataset.remove("ash")
        assert dataset.reviews() == ("elm",)
    with Dataset.open(tmp_path / "g") as dataset:
        assert _statements(dataset) == set(render(readings[1]).quads())


def test_a_dataset_on_disk_is_there_again(tmp_path: Path, reading_of: Maker) -> None:
    reading = reading_of("ash", {"a.txt": ["Police called."]})
    with Dataset.open(tmp_path / "g", write=True, base="https://example.org/dhr/") as dataset:
        dataset.write_review(reading)
        before = _statements(dataset)
    with Dataset.open(tmp_path / "g") as dataset:
        assert _statements(dataset) == before
        assert dataset.base == "https://example.org/dhr/"
        assert _contacts(dataset, "ash") == {"Police called."}
