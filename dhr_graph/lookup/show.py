"""One record with all that it says and the words that support it, in their context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dhr_graph.errors import UsageError
from dhr_graph.lookup.by_name import id_by_name
from dhr_graph.lookup.mentions import Mention, mentions_of
from dhr_graph.model.records import Body, Document, Evidence, Passage, Record
from dhr_graph.rdf import ORGANISATIONS, id_of_record
from dhr_graph.stores import Dataset
from dhr_graph.vocabulary import vocabulary

CONTEXT_WORDS = 25


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote with the words before and after it in its passage; `field` is what it supports if not the whole."""

    document: str
    paragraph: str | None
    section: str | None
    page: int | None
    before: str
    quote: str
    after: str
    start: int
    end: int
    field: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A record: its class's label, its caption, its values by the names of properties, and the words behind it.

    A link's value is the other record's id, with its caption in `captions`. `mentions` are the passages that name it,
    if it is an agency or a forum; `linked_from` are the records that lead to it, with the property.
    """

    record: Record
    kind: str
    values: Mapping[str, tuple[object, ...]]
    captions: Mapping[str, str]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Quotation, ...]
    linked_from: tuple[tuple[str, Record], ...]


def show(dataset: Dataset, record_id: str, *, context: int = CONTEXT_WORDS) -> Shown:
    """Show a record by its id (`review/Class/hash`) or IRI, with `context` words on either side of each quote.

    The name of an agency, forum, organisation or person does too, if it is one's alone. Raises UsageError where there
    is no such record, or more than one of the name.
    """
    wanted = id_of_record(record_id, dataset.base) if record_id.startswith(dataset.base) else record_id
    if wanted.count("/") < 2 and wanted.strip():
        wanted = id_by_name(dataset, wanted) or wanted
    slug = wanted.partition("/")[0]
    of_review = slug in dataset.reviews()
    if not of_review and slug != ORGANISATIONS:
        what = f"There is no review {slug!r} in the dataset" + (
            "." if "/" in wanted else ", nor is anything called so."
        )
        raise _unknown(record_id, what)
    organisations: tuple[Record, ...] = tuple(dataset.organisations())
    records = (*(dataset.records(slug) if of_review else ()), *organisations)
    by_id = {record.id: record for record in records}
    if wanted not in by_id:
        raise _unknown(record_id, f"The review {slug!r} has no such record.")
    return _shown(by_id[wanted], records, by_id, context)


def _unknown(record_id: str, why: str) -> UsageError:
    remedy = (
        "Copy an id from an answer, a table or `dhr-graph search`: it is review/Class/hash. "
        "`dhr-graph check` lists the reviews."
    )
    return UsageError(why, where=record_id, remedy=remedy)


def _shown(record: Record, records: Iterable[Record], by_id: Mapping[str, Record], context: int) -> Shown:
    values = {name: found for name, found, _ in _values(record)}
    links = [end for _, found, is_link in _values(record) if is_link for end in found]
    leading = list(_leading_to(record.id, records))
    cited = [other for name, other in leading if isinstance(other, Evidence) and name == "supports"]
    quoted = [_quotation(evidence, by_id, context) for evidence in cited]
    quoted.sort(key=lambda q: (q.field is not None, q.document, q.start, q.end, q.field or ""))
    named = _mentions(record, records) if isinstance(record, Body) else ()
    return Shown(
        record=record,
        kind=vocabulary().class_term(type(record).__name__).label,
        values=values,
        captions={str(end): by_id[str(end)].caption for end in links if str(end) in by_id},
        quotations=tuple(quoted),
        mentions=tuple(_in_context(m.passage, m.start, m.end, by_id, context) for m in named),
        linked_from=tuple((name, other) for name, other in leading if not isinstance(other, Evidence | Passage)),
    )


def _values(record: Record) -> Iterator[tuple[str, tuple[object, ...], bool]]:
    """The values that are given, under the property's name, and whether they are links."""
    for term in vocabulary().properties_of[type(record).__name__]:
        value = getattr(record, term.field)
        if value is not None and value != () and term.field != "caption":
            yield term.name, value if isinstance(value, tuple) else (value,), term.is_link


def _leading_to(record_id: str, records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    for other in records:
        for name, ends, is_link in _values(other):
            if is_link and record_id in ends:
                yield name, other


def _mentions(body: Body, records: Iterable[Record]) -> Iterable[Mention]:
    passages = [record for record in records if isinstance(record, Passage)]
    return mentions_of(body, sorted(passages, key=lambda passage: (passage.in_document, passage.ordinal)))


def _quotation(evidence: Evidence, by_id: Mapping[str, Record], context: int) -> Quotation:
    passage = by_id.get(evidence.in_passage)
    if not isinstance(passage, Passage):
        return Quotation("", None, None, None, "", evidence.quote, "", evidence.start, evidence.end)
    return _in_context(passage, evidence.start, evidence.end, by_id, context, evidence.supports_field, evidence.rule)


def _in_context(
    passage: Passage,
    start: int,
    end: int,
    by_id: Mapping[str, Record],
    context: int,
    field: str | None = None,
    rule: str | None = None,
) -> Quotation:
    document = by_id.get(passage.in_document)
    first, last = start - passage.start, end - passage.start
    before, after = passage.text[:first].split(), passage.text[last:].split()
    near, far = max(0, len(before) - context), len(after) > context
    return Quotation(
        document=document.name if isinstance(document, Document) else "",
        paragraph=passage.label,
        section=passage.section,
        page=passage.page,
        before=("\u2026 " if near else "") + " ".join(before[near:]),
        quote=passage.text[first:last],
        after=" ".join(after[:context]) + (" \u2026" if far else ""),
        start=start,
        end=end,
        field=field,
        rule=rule,
    )
