"""Tables of contributors and keys of short forms in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.listed_entries import STRONG, is_agency, is_told_of_agency, part_told
from dhr_graph.loaders.cast.naming import Naming, entry
from dhr_graph.loaders.cast.stretches import LISTING, Stretch
from dhr_graph.loaders.cast.wording import is_acronym, plain

KEYS = ("key", "contributors", "front")


def row(parts: Sequence[Stretch], participation: str | None, knowledge: CastKnowledge) -> Iterator[Naming]:
    """The agency of a row, where its table is one of contributors or a key; `participation` is what was announced."""
    first = parts[0]
    if first.passage.is_header_row:
        return
    columns = [plain(c) for c in first.passage.columns]
    name = _column(columns, knowledge.cells["name"])
    if columns and name is not None and first.section in LISTING and name < len(parts):
        yield from _contributor(parts, columns, name, knowledge, "imr")
    elif not columns or first.section in KEYS:
        yield from _pair(parts, participation, knowledge)


def _contributor(
    parts: Sequence[Stretch], columns: list[str], name: int, knowledge: CastKnowledge, otherwise: str
) -> Iterator[Naming]:
    cells = [p.text.strip() for p in parts]
    part = _column(columns, knowledge.cells["part"], but=name)
    short = _column(columns, knowledge.cells["short"], but=name)
    said = cells[part] if part is not None and part < len(cells) else " ".join(cells[:name] + cells[name + 1 :])
    participation = part_told(said, knowledge) or otherwise
    found = entry(parts[name].text, knowledge, participation, parts[name].document, parts[name].start, keyed=True)
    if found is None or not is_agency(found, knowledge, listed=True):
        return
    aliases = found.aliases
    if short is not None and short < len(cells) and cells[short] not in ("", "-"):
        aliases = (cells[short].removeprefix("the "), *aliases)
    gloss = "; ".join([found.gloss, *(c for i, c in enumerate(cells) if i not in (name, short))]).strip("; ")
    agency_type, rank = found.agency_type, found.rank
    if rank < STRONG and (kind := knowledge.kind_of(gloss)) and kind.rank >= STRONG:
        agency_type, rank = kind.type, kind.rank
    yield replace(found, aliases=aliases, gloss=gloss, agency_type=agency_type, rank=rank)


def _pair(parts: Sequence[Stretch], participation: str | None, knowledge: CastKnowledge) -> Iterator[Naming]:
    """Two cells, one a short form and the other the long name; or a name with what it gave."""
    cells = [p.text.strip() for p in parts]
    if len(cells) < 2 or not cells[0] or not cells[1]:
        return
    key, value = (0, 1) if is_acronym(cells[0]) or len(cells[0]) < len(cells[1]) else (1, 0)
    if is_acronym(cells[key]) and cells[value][:1].isupper() and part_told(cells[key], knowledge) is None:
        code = "report" if participation in (None, "imr") else str(participation)
        said = parts[value]
        found = entry(said.text, knowledge, code, said.document, said.start, short=cells[key])
        found = replace(found, aliases=(cells[key], *found.aliases)) if found else None
        known = bool(participation) or is_told_of_agency(found, knowledge)
        if (
            found
            and knowledge.excluded.search(cells[key].lower()) is None
            and is_agency(found, knowledge, listed=known)
        ):
            last = plain(found.name).split()[-1]
            if participation or last not in knowledge.endings:
                yield found
            elif last in knowledge.adviser_titles:
                yield replace(found, listed=False, participation="mentioned")
    elif (participation or parts[0].section == "contributors") and plain(cells[0]) not in knowledge.cells["name"]:
        yield from _contributor(parts, [], 0, knowledge, participation or "imr")


def _column(columns: Sequence[str], names: Sequence[str], but: int | None = None) -> int | None:
    """The column of one of these names, first by its whole header, then by words of it."""
    free = [(i, column) for i, column in enumerate(columns) if i != but]
    whole = (i for name in names for i, column in free if column == plain(name))
    within = (i for name in names for i, column in free if set(plain(name).split()) <= set(column.split()))
    return next(whole, next(within, None))
