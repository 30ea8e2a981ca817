"""Action plans in tables: their rows as requests, with lead, target date and status as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.fields import cell_text
from dhr_graph.loaders.recommendations.owners import Owners
from dhr_graph.loaders.recommendations.prose import PRINTED_LABEL
from dhr_graph.loaders.recommendations.request import Addressees, PlanEntry, Request, plain_text
from dhr_graph.loaders.recommendations.rules import RecommendationRules
from dhr_graph.model.documents import HEADING, TABLE_ROW, SourceDocument, Span, TextPassage

ASKING_KINDS = ("recommendations", "action_plan")
HEAD_LENGTH = 90
SHORT_CELL = 40
NAME_WORDS = 4
OWNER_THEN_TEXT = re.compile(
    r"^\W*(?P<owner>[A-Z][^.;:]{2,110}?)\W?\s+(?=(To|Should|Must|That|The [Pp]anel|The [Rr]eview|Ensure|Review|All)\s)"
)
ANOTHER = re.compile(r"(?<=[\w.,)])\s+(?=To [a-z]+ |The (?:[Pp]anel|[Rr]eview) (?:would|recommends|asks|wishes))")
NUMBERED = re.compile(r"^\W{0,4}(\d+(?:\.\d+)*[a-z]?|[a-z](?=[.)]))[.):]?\s+(?=\w)")
MONTH_YEAR = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(?:19|20)\d\d\b"
)


@dataclass(slots=True)
class _Table:
    """The table being read: the role of each column, who the rows are for, and the request that the last row made."""

    heads: tuple[str, ...] = ()
    roles: tuple[str | None, ...] = ()
    owner: Addressees = field(default_factory=Addressees)
    hint: str | None = None
    current: list[Request] = field(default_factory=list)
    status: str | None = None
    status_place: Span | None = None


def requests_in_tables(
    index: int, document: SourceDocument, kinds: Sequence[str], owners: Owners, rules: RecommendationRules
) -> Iterator[Request]:
    """All that the rows of plans in one document ask for; `index` is the document's among the review's."""
    reader = _PlanReader(index, document, owners, rules)
    table = _Table()
    for passage, kind in zip(document.passages, kinds, strict=True):
        if passage.level < 0:
            continue
        if passage.kind == TABLE_ROW:
            if kind in ASKING_KINDS:
                yield from reader.row(passage, table)
        elif passage.kind == HEADING or kind in ASKING_KINDS:
            yield from table.current
            table = reader.after_prose(passage, table)
    yield from table.current


class _PlanReader:
    def __init__(self, index: int, document: SourceDocument, owners: Owners, rules: RecommendationRules) -> None:
        self._index = index
        self._document = document
        self._owners = owners
        self._rules = rules

    def after_prose(self, passage: TextPassage, table: _Table) -> _Table:
        """What a heading or a short line between tables says of the rows that follow; the columns stay known."""
        words = self._document.words(passage.body)
        if passage.kind != HEADING and (len(words) > HEAD_LENGTH or words.rstrip().endswith(".")):
            return _Table(table.heads, table.roles, table.owner, table.hint)
        owner = self._owners.of_heading(words, passage.body.start)
        hint = self._rules.level_of_heading(words)
        return _Table(table.heads, table.roles, owner, hint or (table.hint if owner else None))

    def row(self, passage: TextPassage, table: _Table) -> Iterator[Request]:
        """The requests that a row completes: those of the rows before it, once it turns out to begin another."""
        cells = [self._document.words(span) for span in passage.cells]
        if not any(cell.strip(" -:|") for cell in cells):
            return
        if self._is_header(cells):
            yield from self._flush(table)
            self._take_header(cells, table)
            return
        if passage.columns and len(passage.columns) == len(cells) != len(table.roles):
            self._take_header(passage.columns, table, afresh=True)
        column = self._text_column(table.roles, len(cells))
        if column is None:
            return
        if self._is_owner_row(cells, column, table):
            yield from self._flush(table)
            return
        words = cells[column]
        if self._goes_on(words, cells, table):
            self._continue(words, cells, passage, table)
            return
        yield from self._flush(table)
        table.current = self._begin(passage, cells, column, table)

    def _flush(self, table: _Table) -> Iterator[Request]:
        yield from table.current
        table.current = []

    def _is_header(self, cells: Sequence[str]) -> bool:
        filled = [cell for cell in cells if cell.strip()]
        roles = [self._rules.role_of(cell) for cell in filled if len(cell) < HEAD_LENGTH]
        known = sum(role is not None for role in roles)
        return len(filled) > 1 and len(roles) == len(filled) and known >= max(2, len(filled) - 2)

    def _take_header(self, heads: Sequence[str], table: _Table, afresh: bool = False) -> None:
        """Columns of a header row; one that is split over two rows is put together."""
        split = (
            not afresh
            and len(table.heads) == len(heads)
            and not table.current
            and all(not (a.strip() and b.strip()) for a, b in zip(table.heads, heads, strict=True))
        )
        pairs = zip(table.heads, heads, strict=True) if split else ((head, head) for head in heads)
        table.heads = tuple(first.strip() or second.strip() for first, second in pairs)
        roles: list[str | None] = []
        for head in table.heads:
            role = self._rules.role_of(head)
            roles.append(None if role in roles and role != "action" else role)
        table.roles = tuple(roles)

    def _text_column(self, roles: Sequence[str | None], width: int) -> int | None:
        for role in ("text", "action"):
            if role in roles and roles.index(role) < width:
                return roles.index(role)
        return None

    def _is_owner_row(self, cells: Sequence[str], column: int, table: _Table) -> bool:
        filled = {plain_text(cell) for cell in cells if cell.strip()}
        if len(filled) != 1:
            return False
        words = filled.pop()
        plain = fold(words)
        if len(words) > HEAD_LENGTH or words.endswith(".") or plain.startswith("to ") or words[:1].islower():
            return False
        owner = self._owners.of_heading(words, 0)
        hint = self._rules.level_of_heading(words)
        a_name = len(words.split()) <= NAME_WORDS and cells[column].strip() and not self._rules.imperatives.match(plain)
        if self._rules.verbs.search(plain) or not (owner or hint or a_name):
            return False
        table.owner = replace(owner or self._owners.as_printed(words, 0), place=None)
        table.hint, table.status = hint or table.hint, None
        return True

    def _goes_on(self, words: str, cells: Sequence[str], table: _Table) -> bool:
        if not table.current:
            return not words.strip()
        text = plain_text(words)
        return (
            not text
            or text[:1].islower()
            or text == table.current[-1].text
            or (bool(re.fullmatch(r"\W*\d+\W*", text)) and len(cells) > 1)
        )

    def _continue(self, words: str, cells: Sequence[str], passage: TextPassage, table: _Table) -> None:
        if not table.current:
            return
        last = table.current[-1]
        text = plain_text(words)
        if text and text[:1].islower():
            last = replace(last, text=f"{last.text} {text}")
        entry = self._entry(cells, passage, table.roles)
        if entry and not last.plan:
            last = replace(last, plan=(entry,))
        elif entry.lead or (entry.target_date and last.plan[0].target_date):
            last = replace(last, plan=(*last.plan, entry))
        elif entry:
            first = last.plan[0]
            last = replace(
                last,
                plan=(
                    replace(
                        first,
                        target_date=first.target_date or entry.target_date,
                        status=first.status or entry.status,
                        place=first.place or entry.place,
                    ),
                    *last.plan[1:],
                ),
            )
        table.current[-1] = last

    def _begin(self, passage: TextPassage, cells: Sequence[str], column: int, table: _Table) -> list[Request]:
        span, cell = passage.cells[column], cells[column]
        printed = PRINTED_LABEL.match(cell) or NUMBERED.match(cell)
        label = self._cell(cells, table.roles, "label") or (printed.group(1) if printed else None)
        start = printed.end() if printed else 0
        length, owner = self._leading_owner(cell[start:], span.start + start, table.heads[column])
        if owner:
            table.owner, table.status = replace(owner, place=None), None
        above = owner or self._body(passage, cells, table) or table.owner
        entry = self._with_status(self._entry(cells, passage, table.roles), cells, column, table)
        made = []
        for left, right in _split(cell, start + length):
            words, place = cell[left:right], Span(span.start + left, span.start + right)
            text = plain_text(words)
            if not text:
                continue
            own = self._owners.chosen(self._owners.asked(words, place.start), above)
            if not own and entry.lead:
                own = replace(self._owners.as_printed(entry.lead, 0), place=None)
            own = own or self._owners.mentioned(words, place.start)
            made.append(Request(self._index, place, text, label, own, table.hint, (entry,) if entry else (), True))
        return made

    def _leading_owner(self, words: str, offset: int, column_head: str) -> tuple[int, Addressees]:
        """An agency that stands before its recommendation in one cell, and the length of its name."""
        head = OWNER_THEN_TEXT.match(words)
        if head is None:
            return 0, Addressees()
        name = head.group("owner")
        expected = re.search(r"organisation|agency", fold(column_head)) is not None
        if not expected and not self._owners.of_heading(name, 0):
            return 0, Addressees()
        return head.end(), self._owners.as_printed(name, offset + head.start("owner"))

    def _with_status(self, entry: PlanEntry, cells: Sequence[str], column: int, table: _Table) -> PlanEntry:
        """The status of a cell that spans several rows stands in the first of them only."""
        if entry.status:
            table.status, table.status_place = entry.status, entry.place
        elif table.status and not any(cell.strip() for i, cell in enumerate(cells) if i != column):
            return replace(entry, status=table.status, document=self._index, place=entry.place or table.status_place)
        return entry

    def _body(self, passage: TextPassage, cells: Sequence[str], table: _Table) -> Addressees:
        if "body" not in table.roles or table.roles.index("body") >= len(cells):
            return Addressees()
        at = table.roles.index("body")
        return self._owners.as_printed(cells[at], passage.cells[at].start)

    def _entry(self, cells: Sequence[str], passage: TextPassage, roles: Sequence[str | None]) -> PlanEntry:
        target = self._cell(cells, roles, "target_date")
        if target is None and (ahead := self._cell(cells, roles, "next")):
            dates = MONTH_YEAR.findall(ahead)
            target = dates[-1] if dates else None
        lead, status = self._cell(cells, roles, "lead"), self._cell(cells, roles, "status")
        place = Span(passage.body.start, passage.body.end)
        return PlanEntry(lead, target, status, self._index, place) if lead or target or status else PlanEntry()

    def _cell(self, cells: Sequence[str], roles: Sequence[str | None], role: str) -> str | None:
        """What a row says in the column of a role; a row that lost cells keeps its last where it is short."""
        if role not in roles:
            return None
        at = roles.index(role)
        if len(cells) < len(roles) and len(cells) > 1 and len(cells[-1]) < SHORT_CELL:
            at = len(cells) - 1 if at == len(roles) - 1 else at if at < len(cells) - 1 else len(roles)
        return cell_text(cells[at]) if at < len(cells) else None


def _split(words: str, start: int) -> Iterator[tuple[int, int]]:
    """The recommendations that one cell holds."""
    at = start
    for gap in ANOTHER.finditer(words, start):
        if gap.start() - at < 40:
            continue
        yield at, gap.start()
        at = gap.end()
    yield at + len(words[at:]) - len(words[at:].lstrip()), len(words.rstrip())
