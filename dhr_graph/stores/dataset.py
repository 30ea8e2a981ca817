"""A dataset as the rest of the product sees it: reviews that go in whole, come out as records, and answer SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.identifiers import BASE_IRI
from dhr_graph.model.reading import ReviewReading
from dhr_graph.model.records import Document, Organisation, Record
from dhr_graph.rdf import ORGANISATIONS, decode, name_of_graph, organisations_graph
from dhr_graph.stores.ad_hoc import QueryResult, ask
from dhr_graph.stores.additions import Additions
from dhr_graph.stores.changes import apply, change_to
from dhr_graph.stores.locking import DatasetLock
from dhr_graph.stores.manifest import LOCK_NAME, STORE_NAME, checked_base, make_folder, make_manifest, read_manifest
from dhr_graph.stores.rendering import ReviewQuads, render
from dhr_graph.vocabulary import ONTOLOGY

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DOCUMENT = ox.NamedNode(ONTOLOGY + "Document")
ROW_LIMIT = 10_000
SECONDS = 60.0
_SETTLE_AFTER = 20_000
_ORDER_AFTER = 200_000
"""Quads written in one go after which the store's files are put in order: questions then take a quarter less time."""


class Dataset:
    """An open dataset, on disk or in memory; a context manager.

    Make one with `open` or `in_memory`. The graphs that reviews stand in are listed once and kept up to date by the one
    writer.
    """

    def __init__(self, store: ox.Store, base: str, path: Path | None = None, lock: DatasetLock | None = None) -> None:
        self.base = base
        self.path = path
        self._open_store: ox.Store | None = store
        self._lock = lock
        self._unsettled = 0
        self._written = 0
        self._graphs: dict[str, set[str]] = {}
        for graph in store.named_graphs():
            name = name_of_graph(graph.value, base)
            if name != ORGANISATIONS:
                self._graphs.setdefault(name.partition("/")[0], set()).add(graph.value)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, base: str | None = None, patience: float = 2.0) -> Dataset:
        """Open the dataset in a folder; to write, it is made where there is none.

        Readers share it, a writer has it alone: who can't have it within `patience` seconds gets DatasetBusy. Raises
        DatasetError where it is missing, damaged or of another format, UsageError where it has another base.
        """
        folder = Path(path)
        if write:
            make_folder(folder)
        else:
            read_manifest(folder)
        lock = DatasetLock(folder / LOCK_NAME, exclusive=write, patience=patience)
        try:
            manifest = make_manifest(folder, base) if write else read_manifest(folder)
            return cls(_opened(folder / STORE_NAME, write), manifest.base, folder, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def in_memory(cls, base: str = BASE_IRI) -> Dataset:
        """A new dataset that is gone when it is closed."""
        return cls(ox.Store(), checked_base(base))

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store, for reading; raises DatasetError after `close`."""
        if self._open_store is None:
            raise DatasetError("The dataset is closed.", where=str(self.path or "memory"), remedy="Open it again.")
        return self._open_store

    def close(self) -> None:
        """Let go of the store, then of the lock."""
        if self._lock is not None and self._lock.exclusive and self._open_store is not None:
            self._open_store.flush()
            if self.path is not None and self._written >= _ORDER_AFTER:
                self._open_store.optimize()
        self._open_store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write_review(self, reading: ReviewReading | ReviewQuads) -> bool:
        """Make the dataset say of a review what its reading says, and no more; whole or not at all.

        False where it said just that already. Raises DatasetError where the reading can't be stored.
        """
        return self.write_reviews([reading])[0]

    def write_reviews(self, readings: Iterable[ReviewReading | ReviewQuads]) -> list[bool]:
        """Do as `write_review` does for several, each whole or not at all; those that are new go in together."""
        changed: list[bool] = []
        additions = Additions(self.store, self.base)
        for reading in readings:
            review = render(reading, self.base) if isinstance(reading, ReviewReading) else reading
            if review.base != self.base:
                raise DatasetError(f"The quads have the base {review.base}, not {self.base}.", where=review.slug)
            waits = any(other.slug == review.slug for other in additions.reviews)
            if not waits and review.slug not in self._graphs and additions.take(review):
                changed.append(bool(review.nquads))
                continue
            self._add(additions)
            additions = Additions(self.store, self.base)
            changed.append(self._change(review.slug, review.quads()))
        self._add(additions)
        return changed

    def remove(self, slug: str) -> None:
        """Take a review, all its documents and what only it needs out; raises UsageError where there is none such."""
        self._known(slug)
        self._change(slug, ())

    def reviews(self) -> tuple[str, ...]:
        """The slugs of the reviews, sorted."""
        return tuple(sorted(self._graphs))

    def records(self, slug: str) -> Iterator[Record]:
        """The records of a review and of its documents, sorted by id; raises UsageError where there is none such."""
        return decode(self.quads(slug), self.base)

    def organisations(self) -> Iterator[Organisation]:
        """The organisations of all reviews, sorted by id."""
        for record in decode(self.organisation_quads(), self.base):
            if isinstance(record, Organisation):
                yield record

    def documents(self) -> Iterator[Document]:
        """The documents of all reviews, without their passages; sorted by review."""
        for slug in self.reviews():
            for graph in sorted(self._graphs[slug]):
                for quad in self.store.quads_for_pattern(None, _TYPE, _DOCUMENT, ox.NamedNode(graph)):
                    about = self.store.quads_for_pattern(quad.subject, None, None, quad.graph_name)
                    yield from (record for record in decode(about, self.base) if isinstance(record, Document))

    def quads(self, slug: str | None = None) -> Iterator[ox.Quad]:
        """The quads of a review, or of all with the organisations, review by review; within one in no fixed order."""
        slugs = self.reviews() if slug is None else (self._known(slug),)
        if slug is None:
            yield from self.organisation_quads()
        for one in slugs:
            for graph in sorted(self._graphs[one]):
                yield from self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph))

    def organisation_quads(self) -> Iterator[ox.Quad]:
        """The quads of the graph that holds the organisations."""
        return self.store.quads_for_pattern(None, None, None, ox.NamedNode(organisations_graph(self.base)))

    def sparql(self, text: str, *, limit: int = ROW_LIMIT, timeout: float = SECONDS) -> QueryResult:
        """Ask an ad-hoc question over all graphs together: read-only, without network, ended after `timeout` seconds.

        Raises UsageError where the query is wrong, would write, leaves this machine, or takes too long.
        """
        if self.path is not None and self._lock is not None and not self._lock.exclusive:
            return ask(["--path", str(self.path / STORE_NAME)], text, limit=limit, timeout=timeout)
        content = self.store.dump(format=ox.RdfFormat.N_QUADS)
        return ask(["--nquads"], text, limit=limit, timeout=timeout, stdin=content or b"")

    def _add(self, additions: Additions) -> None:
        with _writing(", ".join(review.slug for review in additions.reviews)):
            additions.load()
        for review in additions.reviews:
            self._note(review.slug, set(review.graphs()), review.nquads.count(b"\n"))

    def _change(self, slug: str, quads: Iterable[ox.Quad]) -> bool:
        present = [ox.NamedNode(graph) for graph in sorted(self._graphs.get(slug, ()))]
        wanted = frozenset(quads)
        change = change_to(self.store, present, wanted, self.base)
        if change.is_empty:
            return False
        with _writing(slug):
            apply(self.store, change)
        graphs = {quad.graph_name.value for quad in wanted if isinstance(quad.graph_name, ox.NamedNode)}
        self._note(slug, graphs, len(change.removed) + len(change.added))
        return True

    def _note(self, slug: str, graphs: set[str], changed: int) -> None:
        """Keep in mind in which graphs a review stands now."""
        self._settle(changed)
        self._graphs[slug] = graphs - {organisations_graph(self.base)}
        if not graphs:
            del self._graphs[slug]

    def _settle(self, changed: int) -> None:
        """Bring what was written to its files every so often: else the engine keeps it in memory, without a bound."""
        self._unsettled += changed
        self._written += changed
        if self.path is not None and self._unsettled >= _SETTLE_AFTER:
            self.store.flush()
            self._unsettled = 0

    def _known(self, slug: str) -> str:
        if slug not in self._graphs:
            near = ", ".join(self.reviews()[:10]) or "none yet"
            where = str(self.path or "memory")
            raise UsageError(f"There is no review {slug!r}.", where=where, remedy=f"There are: {near}.")
        return slug


@contextmanager
def _writing(slug: str) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as fault:
        raise DatasetError(
            f"The review can't be written: {fault}.", where=slug, remedy="Check the disk's space, then build again."
        ) from fault


def _opened(path: Path, write: bool) -> ox.Store:
    try:
        if write:
            return ox.Store(str(path))
        return ox.Store.read_only(str(path)) if path.exists() else ox.Store()
    except (OSError, RuntimeError) as fault:
        raise DatasetError(
            f"The store can't be opened: {fault}.",
            where=str(path),
            remedy="Restore it, or build it again in a new folder.",
        ) from fault
