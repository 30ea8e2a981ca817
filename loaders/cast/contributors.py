"""Lists of contributors in any layout: after a sentence that announces them, in tables, in keys of short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dhr_graph.loaders.cast.knowledge import CastKnowledge, ListRule
from dhr_graph.loaders.cast.naming import EMPLOYER, Naming, entry, inline, patients
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import RUN, is_acronym, plain, sentences
from dhr_graph.model.documents import HEADING, LIST_ITEM, TABLE_ROW

LISTING = frozenset({"contributors", "key", "front", "process", "terms"})
KEY_RUN = re.compile(
    r"(?:(?<=^)|(?<=[.;] )|(?<=[.;]\s\s))(?P<key>[A-Z][A-Za-z0-9]{0,6}): (?P<value>[^:]+?)(?=[.;](?:\s+[A-Z][A-Za-z0-9]{0,6}: |\s*$))"
)
LONG = 220


@dataclass(slots=True)
class _Announced:
    """What the last announcing words said of the entries that follow."""

    participation: str | None = None
    section: str | None = None
    whose: str = ""


def listed(all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Naming]:
    """Every entry of every list of agencies, with the part that the list gives it."""
    told = _Announced()
    for passage, group in groupby(all_stretches, key=lambda s: (s.document, s.passage.ordinal)):
        parts = list(group)
        del passage
        if parts[0].passage.kind == TABLE_ROW:
            yield from _row(parts, told, knowledge)
        else:
            yield from _block(parts[0], told, knowledge)


def _block(stretch: Stretch, told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    text = stretch.text
    if stretch.passage.kind == HEADING:
        rule = _lead(text.lower(), knowledge)
        told.participation = rule[0].participation if rule and not text.strip().endswith(".") else None
        told.section = stretch.section
        if stretch.section == "contributors" and told.participation is None:
            told.participation = "imr" if "review" in text.lower() or "imr" in text.lower() else None
        return
    if told.participation and text.count(";") > 1 and _lead(text.lower(), knowledge) is None:
        yield from _entries(text.split(". ")[0], stretch.start, stretch, told.participation, knowledge)
        told.participation = None
    keyed = list(KEY_RUN.finditer(text))
    if len(keyed) >= 4:
        yield from _key_run(keyed, stretch, knowledge)
        return
    announced = list(_sentences(stretch, told, knowledge))
    if announced:
        yield from announced
        return
    if _is_entry(stretch, told, knowledge):
        found = entry(
            text, knowledge, told.participation or _default(stretch), stretch.document, stretch.start, keyed=True
        )
        if found and _is_agency(
            found, knowledge, listed=told.participation is not None or stretch.section == "contributors"
        ):
            yield from _several(found, text, stretch, told, knowledge)


def _default(stretch: Stretch) -> str:
    return "imr" if stretch.section == "contributors" else "mentioned"


def _several(
    found: Naming, text: str, stretch: Stretch, told: _Announced, knowledge: CastKnowledge
) -> Iterator[Naming]:
    """An item that is a list of its own, by semicolons or "and", gives one entry for each."""
    participation = told.participation or _default(stretch)
    pieces = list(inline(text, knowledge, item=True)) if len(text) < LONG else []
    if len(pieces) < 2:
        said = _said(f"{found.gloss} {_after_dash(text)}", knowledge)
        if found.agency_type == "gp" and knowledge.is_generic(found.name):
            whose = patients(text)
            told.whose = whose.split(",")[0].split(" two")[0].split(" five")[0] if whose else told.whose
            whose = re.match(rf"(?:{knowledge.shapes.pattern}|[A-Z][\w-]+)", told.whose)
            if not re.search(r"\d", found.name) or not whose:
                told.whose = told.whose if re.search(r"\d", text) or patients(text) else ""
                if patients(text) and not re.search(r"\d", found.name):
                    return
            else:
                found = replace(found, name=f"{found.name} (for {whose[0]})", gloss=f"GP for {whose[0]}; {found.gloss}")
        yield replace(found, participation=said or participation)
        return
    yield from _entries(text, stretch.start, stretch, participation, knowledge, item=True)


def _after_dash(text: str) -> str:
    return (
        re.split(r" [-\u2013\u2014] |: |\t", text, maxsplit=1)[-1]
        if re.search(r" [-\u2013\u2014] |: |\t", text)
        else ""
    )


def _said(words: str, knowledge: CastKnowledge) -> str | None:
    """The part that an item's own words give: "- nil return", "(chronology only)"."""
    lower = words.lower()
    return next(
        (
            code
            for code, terms in knowledge.cell_codes.items()
            if any(re.search(rf"\b{re.escape(t)}\b", lower) for t in terms)
        ),
        None,
    )


def _is_entry(stretch: Stretch, told: _Announced, knowledge: CastKnowledge) -> bool:
    text = stretch.text.strip()
    if len(text) > LONG or not text:
        return False
    if told.participation and stretch.section in LISTING | {"history"}:
        if stretch.passage.kind == LIST_ITEM or len(text) < 120 and not re.search(r"[.!?]\s+[A-Z]", text):
            return True
        told.participation = None
        return False
    if stretch.section == "contributors" and (
        stretch.passage.kind == LIST_ITEM or len(text) < 130 and not text.endswith(".") and text[:1].isupper()
    ):
        return True
    return stretch.section in ("contributors", "key", "front") and bool(
        re.match(r"[A-Z][A-Za-z&]{1,8}(\t|:|\s[-\u2013]\s)", stretch.text)
    )


def _is_agency(found: Naming, knowledge: CastKnowledge, *, listed: bool) -> bool:
    folded = plain(found.name)
    if knowledge.excluded.search(found.name.lower()) or not folded or knowledge.shapes.fullmatch(found.name):
        return False
    last = folded.split()[-1]
    if (
        last in knowledge.endings
        and not (found.agency_type and found.rank >= 4 and (listed or folded in knowledge.kinds))
        and found.agency_type != "forum"
    ):
        return False
    if len(found.name.split()) > 14 or folded.split()[0] in ("i", "we", "it", "all", "no"):
        return False
    own = knowledge.kind_of(found.name)
    if (own is None or own.rank == 0) and not (listed and _looks_named(found.name, knowledge)):
        return False
    if (
        knowledge.roles.get(plain(found.gloss))
        or plain(found.gloss).split()[:1]
        and _is_person_gloss(found.gloss, knowledge)
    ):
        return False
    return True


def _looks_named(name: str, knowledge: CastKnowledge) -> bool:
    """Whether words of no known kind have the form of a name."""
    first = name.split()[0].lower()
    return (
        RUN.fullmatch(name) is not None
        and len(name.split()) <= 6
        and not any(c.isdigit() for c in name)
        and (first not in knowledge.openers or first == "the")
        and first not in knowledge.kin
        and plain(name) not in knowledge.nouns
    )


def _is_person_gloss(gloss: str, knowledge: CastKnowledge) -> bool:
    words = plain(gloss).split()
    return any(w in knowledge.roles or w in knowledge.kin for w in words[:3]) and knowledge.kind_of(gloss) is None


def _lead(folded: str, knowledge: CastKnowledge, start: int = 0) -> tuple[ListRule, int] | None:
    found = [
        (m.start(), -i, rule, m.end())
        for i, rule in enumerate(knowledge.leads)
        if (m := rule.pattern.search(folded, start))
    ]
    if not found:
        return None
    _, _, rule, end = min(found, key=lambda f: (-f[1], f[0]))
    return rule, end


def _sentences(stretch: Stretch, told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    for offset, sentence in sentences(stretch.text):
        lead = _lead(sentence.lower(), knowledge)
        if lead is None:
            yield from _tails(sentence, stretch, offset, knowledge)
            continue
        rule, end = lead
        tail = sentence[end:]
        names = [n for n in _entries(tail, stretch.start + offset + end, stretch, rule.participation, knowledge)]
        closed = sentence.rstrip().endswith((".", ";", ")"))
        if not closed:
            names = [n for n in names if n.agency_type]
        enough = 1 if stretch.section in LISTING and any(n.agency_type for n in names) else 3
        if len(names) >= enough and tail.strip(" .:"):
            yield from names
        tails = () if len(names) >= enough else tuple(_tails(sentence, stretch, offset, knowledge))
        yield from tails
        if not tails and (sentence.rstrip().endswith(":") or not closed):
            told.participation = rule.participation


def _tails(sentence: str, stretch: Stretch, offset: int, knowledge: CastKnowledge) -> Iterator[Naming]:
    """Names that are the subject of words such as "had no contact"."""
    folded = sentence.lower()
    for rule in knowledge.tails:
        if stretch.section not in LISTING and not rule.anywhere:
            continue
        found = rule.pattern.search(folded)
        if found and RUN.search(sentence[: found.start()]):
            subject = re.sub(r"^(?:The )?(?:records|files|notes)(?: of| held by) ", "", sentence[: found.start()])
            subject = re.split(
                r"\b(?:searched|checked|reviewed|replied|confirmed|reported|said|wrote|sent|sat)\b", subject
            )[0]
            for naming in _entries(subject, stretch.start + offset, stretch, rule.participation, knowledge):
                if naming.rank >= 4 or naming.agency_type:
                    yield naming
            return


def _entries(
    text: str, start: int, stretch: Stretch, participation: str, knowledge: CastKnowledge, *, item: bool = False
) -> Iterator[Naming]:
    pending = ""
    for at, piece in inline(text, knowledge, item=item):
        found = entry(piece, knowledge, participation, stretch.document, start + at, keyed=True)
        if found is None:
            pending = piece
            continue
        if EMPLOYER.match(re.sub(r"^(?:and|from|by|the) ", "", piece.strip(" .,"))):
            pending = piece
            continue
        if pending:
            kind = knowledge.kind_of(f"{found.gloss} {pending}")
            if kind and found.rank < 4 and EMPLOYER.match(pending.strip(" .,")):
                found = replace(found, agency_type=kind.type, rank=kind.rank, gloss=f"{found.gloss} {pending}".strip())
            pending = ""
        if _is_agency(found, knowledge, listed=True):
            yield found


def _key_run(keyed: list[re.Match[str]], stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    for pair in keyed:
        found = entry(pair["value"], knowledge, "report", stretch.document, stretch.start + pair.start("value"))
        if found and found.agency_type and pair["value"][:1].isupper():
            yield replace(found, aliases=(pair["key"], *found.aliases))


def _row(parts: list[Stretch], told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    """A row of a contributors' table or of a key; other tables are read as prose."""
    first = parts[0]
    if first.passage.is_header_row:
        return
    columns = [plain(c) for c in first.passage.columns]
    cells = [p.text.strip() for p in parts]
    name = _column(columns, knowledge.cells["name"])
    if columns and name is not None and first.section in LISTING | {"contributors"} and name < len(cells):
        yield from _table_row(parts, columns, name, knowledge)
    elif not columns or first.section in ("key", "contributors", "front"):
        yield from _pair(parts, told, knowledge)


def _table_row(
    parts: list[Stretch], columns: list[str], name: int, knowledge: CastKnowledge, otherwise: str = "imr"
) -> Iterator[Naming]:
    cells = [p.text.strip() for p in parts]
    part = _column(columns, knowledge.cells["part"], but=name)
    short = _column(columns, knowledge.cells["short"], but=name)
    said = (
        cells[part].lower()
        if part is not None and part < len(cells)
        else " ".join(cells[:name] + cells[name + 1 :]).lower()
    )
    participation = next(
        (code for code, words in knowledge.cell_codes.items() if any(w in said for w in words)), otherwise
    )
    found = entry(parts[name].text, knowledge, participation, parts[name].document, parts[name].start, keyed=True)
    if found is None or not _is_agency(found, knowledge, listed=True):
        return
    more = (cells[short],) if short is not None and short < len(cells) and cells[short] and cells[short] != "-" else ()
    gloss = "; ".join([found.gloss, *(c for i, c in enumerate(cells) if i not in (name, short))]).strip("; ")
    agency_type, rank = found.agency_type, found.rank
    if rank < 4 and (kind := knowledge.kind_of(gloss)) and kind.rank > 3:
        agency_type, rank = kind.type, kind.rank
    yield replace(found, aliases=(*more, *found.aliases), gloss=gloss, agency_type=agency_type, rank=rank)


def _pair(parts: list[Stretch], told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    """Two cells, one a short form and the other the long name."""
    cells = [p.text.strip() for p in parts]
    if len(cells) < 2 or not cells[0] or not cells[1]:
        return
    key, value = (0, 1) if is_acronym(cells[0]) or len(cells[0]) < len(cells[1]) else (1, 0)
    if not (is_acronym(cells[key]) and cells[value][:1].isupper()) or _said(cells[key], knowledge):
        if (told.participation or parts[0].section == "contributors") and plain(cells[0]) not in knowledge.cells[
            "name"
        ]:
            yield from _table_row(parts, [], 0, knowledge, told.participation or "imr")
        return
    participation = "report" if told.participation in (None, "imr") else told.participation
    found = entry(parts[value].text, knowledge, participation, parts[value].document, parts[value].start)
    if found and _is_agency(found, knowledge, listed=bool(told.participation)):
        yield replace(found, aliases=(cells[key], *found.aliases))


def _column(columns: list[str], names: Sequence[str], but: int | None = None) -> int | None:
    for name in names:
        for i, column in enumerate(columns):
            if i != but and column == plain(name):
                return i
    return next(
        (i for name in names for i, column in enumerate(columns) if i != but and plain(name) in column.split()), None
    )
