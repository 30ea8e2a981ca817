"""The build with the extraction that ships: the same bytes in another order and by two processes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dhr_graph.building import build
from dhr_graph.exports import export
from dhr_graph.model.records import Event, Evidence, Passage
from dhr_graph.stores import Dataset

REVIEW = """# Domestic Homicide Review: the death of {name}, {month} 2018

## 1. Introduction

1.1 This review examines the circumstances of the death of {name}, who was killed by her husband, Ralf.

## 2. {place} Police

2.1 On 4 March 2017 officers attended after {name} reported that Ralf had punched her. The risk was assessed as high.

2.2 On 6 March 2017 {place} Police referred {name} to the MARAC.

2.3 The GP did not share with {place} Police that {name} had spoken of domestic abuse.

## 3. Recommendations

3.1 {place} Police should review how repeat incidents are recorded.
"""


def test_the_same_files_give_the_same_bytes(write: Callable[..., Path], tmp_path: Path) -> None:
    paths = [
        write(f"{name}.md", REVIEW.format(name=name, month=month, place=place))
        for name, month, place in (("Edda", "May", "Northmoor"), ("Runa", "June", "Saltby"), ("Ylva", "July", "Wex"))
    ]
    written = []
    for number, (order, jobs) in enumerate(((paths, 1), (paths[::-1], 2))):
        with Dataset.open(tmp_path / str(number), write=True) as dataset:
            report = build(order, dataset, jobs=jobs)
            assert report.added == ("Edda", "Runa", "Ylva")
            assert not report.failures
            (path,) = export(dataset, "nquads", tmp_path / f"{number}.nq")
            written.append(path.read_bytes())
            assert build(order, dataset).unchanged == report.added
    assert written[0] == written[1]


def test_every_quote_stands_at_its_offsets(write: Callable[..., Path], dataset: Dataset) -> None:
    path = write("Edda.md", REVIEW.format(name="Edda", month="May", place="Northmoor"))
    build([path], dataset)
    records = list(dataset.records("Edda"))
    passages = {record.id: record for record in records if isinstance(record, Passage)}
    quotes = [record for record in records if isinstance(record, Evidence)]
    assert any(isinstance(record, Event) for record in records)
    assert quotes
    for quote in quotes:
        passage = passages[quote.in_passage]
        assert passage.text[quote.start - passage.start : quote.end - passage.start] == quote.quote
