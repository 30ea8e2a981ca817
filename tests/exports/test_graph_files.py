"""RDF, JSON-LD and GraphML: nothing lost, the same bytes for the same dataset, whole files or none."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from dhr_graph.errors import UsageError
from dhr_graph.exports import FORMATS, export
from dhr_graph.model.reading import ReviewReading
from dhr_graph.stores import Dataset, ReviewQuads, render

SINGLE = [form for form in FORMATS if form not in {"csv", "neo4j-csv"}]
RDF = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}


def _written(dataset: Dataset, form: str, folder: Path) -> bytes:
    (path,) = export(dataset, form, folder / f"all.{form}")
    return path.read_bytes()


def _by_value(quads: Iterable[ox.Quad]) -> set[tuple[object, ...]]:
    """Quads with decimal fractions as numbers: JSON may write 0.9 as 9.0E-1."""
    return {
        (q.subject, q.predicate, _number(q.object), q.graph_name if isinstance(q, ox.Quad) else None) for q in quads
    }


def _number(term: object) -> object:
    return float(term.value) if isinstance(term, ox.Literal) and term.datatype.value.endswith("#double") else term


@pytest.mark.parametrize("form", RDF)
def test_nothing_is_lost(dataset: Dataset, tmp_path: Path, form: str) -> None:
    read = ox.parse(_written(dataset, form, tmp_path), format=RDF[form])
    assert _by_value(read) == _by_value(dataset.store)


def test_turtle_has_every_statement(dataset: Dataset, tmp_path: Path) -> None:
    read = {quad.triple for quad in ox.parse(_written(dataset, "turtle", tmp_path), format=ox.RdfFormat.TURTLE)}
    assert read == {quad.triple for quad in dataset.store}


def test_rdflib_reads_the_files_too(dataset: Dataset, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(data=_written(dataset, "turtle", tmp_path), format="turtle")
    assert len(graph) == len({quad.triple for quad in dataset.store})


@pytest.mark.parametrize("form", SINGLE)
def test_the_same_dataset_gives_the_same_bytes(
    dataset: Dataset, small_reading: ReviewReading, tmp_path: Path, form: str
) -> None:
    """Whatever was in it before, on disk or in memory, in this process or another."""
    written = _written(dataset, form, tmp_path)
    with Dataset.open(tmp_path / "g", write=True) as other:
        other.write_review(ReviewReading("oakwell", small_reading.records[:2], ()))
        other.write_review(small_reading)
        assert _written(other, form, tmp_path / "again") == written
    code = (
        "from pathlib import Path; from dhr_graph.stores import Dataset; from dhr_graph.exports import export\n"
        f"with Dataset.open({str(tmp_path / 'g')!r}) as dataset: export(dataset, {form!r}, Path('-'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == written


def test_nquads_are_sorted_over_all_reviews(dataset: Dataset, small_reading: ReviewReading, tmp_path: Path) -> None:
    content = render(small_reading).nquads.decode()
    for slug in ("oakwell-2", "oakwell0", "Ångström", "zed", "Oak", "organisations0"):
        dataset.write_review(ReviewQuads(slug, dataset.base, content.replace("/oakwell", f"/{slug}").encode()))
    lines = _written(dataset, "nquads", tmp_path).splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(dataset.store)
    assert len(dataset.reviews()) == 7


def test_json_ld_reads_like_the_ontology(dataset: Dataset, tmp_path: Path) -> None:
    content = json.loads(_written(dataset, "jsonld", tmp_path))
    nodes = {node["id"]: node for graph in content["@graph"] for node in graph["@graph"]}
    referral = nodes[f"{dataset.base}id/oakwell/Referral/1"]
    assert referral["type"] == ["Event", "Fact", "InformationShare", "Referral"]
    assert referral["byAgency"].endswith("/Agency/police")
    assert (referral["dateEdtf"], referral["count"], referral["confidence"]) == ("2014-03-02", 2, 0.9)


def test_graphml_is_read_by_networkx(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, "graphml", tmp_path / "all.graphml")
    network = nx.read_graphml(tmp_path / "all.graphml")
    assert network.nodes["oakwell/Agency/police"]["name"] == "Oakwell Police Service"
    assert any(data.get("type") == "TO_AGENCY" for *_, data in network.edges(data=True))


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_dataset_can_be_exported(tmp_path: Path, form: str) -> None:
    with Dataset.in_memory() as empty:
        assert all(path.is_file() for path in export(empty, form, tmp_path / "out"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_failed_export_leaves_the_old_file(
    dataset: Dataset, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out"
    written = [path.read_bytes() for path in export(dataset, form, place)]

    def fails(*_: object) -> object:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(Dataset, "quads", fails)
    with pytest.raises(RuntimeError, match="on fire"):
        export(dataset, form, place)
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    assert sorted(path.read_bytes() for path in files) == sorted(written)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_places_that_cannot_be_written(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="can't be written"):
        export(dataset, "nquads", tmp_path / "file" / "below")
    with pytest.raises(UsageError, match="is a folder"):
        export(dataset, "trig", tmp_path)
    with pytest.raises(UsageError, match="no format 'xls'.*nquads"):
        export(dataset, "xls", tmp_path)


def test_standard_output(dataset: Dataset, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    export(dataset, "trig", Path("-"))
    assert capfdbinary.readouterr().out == _written(dataset, "trig", tmp_path)
