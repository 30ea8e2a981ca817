"""Lists of contributors in any layout: after a sentence that announces them, under a heading, in tables, in keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dhr_graph.loaders.cast.contributor_tables import row
from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.inline_lists import inline
from dhr_graph.loaders.cast.knowledge import CastKnowledge, ListRule
from dhr_graph.loaders.cast.listed_entries import STRONG, entries, is_agency, is_told_of_agency, part_told
from dhr_graph.loaders.cast.naming import Naming, entry, patients
from dhr_graph.loaders.cast.stretches import LISTING, TOLD, Stretch
from dhr_graph.loaders.cast.wording import RUN, sentences
from dhr_graph.loaders.section_rules import section_rules
from dhr_graph.model.documents import HEADING, LIST_ITEM, TABLE_ROW

LONG = 220
SHORT = 125
DASH = re.compile(r" [-\u2013\u2014] |: |\t")
RECORDS_OF = re.compile(r"^(?:The )?(?:records|files|notes)(?: of| held by) ")
PRACTICES = re.compile(r"(?:general practi\w+|gps?) for ", re.I)
ENOUGH_OF_KINDS = 2
"""Agencies by their words in a list by which the other names of it are those of agencies too."""

LIKEWISE = "lead.likewise"
SHORT_FORM = re.compile(r"[A-Z][A-Za-z&]{1,8}(?: \d{1,4})?(\t|:|\s[-\u2013]\s)")


@dataclass(slots=True)
class _Announced:
    """What the last announcing words said of the entries that follow: their part, and whose practices they are.

    `keys` says that short forms follow, `of_agencies` that all are those of agencies.
    """

    participation: str | None = None
    whose: str = ""
    keys: bool = False
    of_agencies: bool = False


def listed(all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Naming]:
    """Every entry of every list of agencies, with the part that the list gives it."""
    told = _Announced()
    for _, group in groupby(all_stretches, key=lambda s: (s.document, s.passage.ordinal)):
        parts = list(group)
        if parts[0].passage.kind == TABLE_ROW:
            yield from row(parts, told.participation, knowledge)
        elif parts[0].passage.kind == HEADING and not _is_line(parts[0]):
            told.participation = _of_heading(parts[0], knowledge)
            told.keys = expression("keys_heading").search(parts[0].text.strip()) is not None
            told.of_agencies = False
        else:
            yield from _block(parts[0], told, knowledge)


def _is_line(stretch: Stretch) -> bool:
    """Whether what looks like a heading is a line of the list under one."""
    return stretch.section == "contributors" and section_rules().of_heading(stretch.text) is None


def _of_heading(stretch: Stretch, knowledge: CastKnowledge) -> str | None:
    lower = stretch.text.strip().lower()
    if stretch.section in TOLD and not lower.endswith(":"):
        return None
    rule = _lead(lower, knowledge)
    if rule and not lower.endswith("."):
        return rule[0].participation
    return "imr" if stretch.section == "contributors" and re.search("review|imr", lower) else None


def _block(stretch: Stretch, told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    text = stretch.text
    if told.participation and text.count(";") > 1 and _lead(text.lower(), knowledge) is None:
        yield from entries(text.split(". ")[0], stretch.start, stretch.document, told.participation, knowledge)
        told.participation = None
    keyed = list(expression("key_run").finditer(text))
    if len(keyed) >= 4:
        yield from _key_run(keyed, stretch, knowledge)
        return
    if not (told.keys and _is_key(stretch)):
        told.keys = expression("keys_announced").search(text) is not None
        told.of_agencies = told.keys and expression("keys_of_agencies").search(text) is not None
    item = told.participation and stretch.passage.kind == LIST_ITEM and len(list(sentences(text))) == 1
    announced = [] if item else list(_sentences(stretch, told, knowledge))
    yield from announced
    opens = told.participation is not None and text.rstrip().endswith(":")
    if not announced and not opens and _is_entry(stretch, told):
        code = told.participation or ("imr" if stretch.section == "contributors" else "mentioned")
        found = entry(text, knowledge, code, stretch.document, stretch.start, keyed=True)
        in_list = told.participation is not None or stretch.section == "contributors" or told.of_agencies
        known_list = in_list or is_told_of_agency(found, knowledge)
        if found and is_agency(found, knowledge, listed=known_list):
            yield from [found] if told.keys else _several(found, stretch, code, told, knowledge)


def _key_run(keyed: list[re.Match[str]], stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Naming]:
    for pair in keyed:
        found = entry(pair["value"], knowledge, "report", stretch.document, stretch.start + pair.start("value"))
        if found and found.agency_type and pair["value"][:1].isupper():
            yield replace(found, aliases=(pair["key"], *found.aliases))


def _is_entry(stretch: Stretch, told: _Announced) -> bool:
    """Whether a paragraph or item is an entry of a list; prose ends what was announced."""
    text, item = stretch.text.strip(), stretch.passage.kind == LIST_ITEM
    if len(text) > LONG or not text:
        return False
    if told.participation and stretch.section in LISTING | {"history"}:
        if item or len(text) < SHORT and not re.search(r"[.!?]\s+[A-Z]", text):
            return True
        told.participation = None
        return False
    if stretch.section == "contributors" and (item or len(text) < SHORT and text[-1] != "." and text[0].isupper()):
        return True
    return (told.keys or stretch.section in ("contributors", "key", "front")) and _is_key(stretch)


def _is_key(stretch: Stretch) -> bool:
    """Whether a line gives a short form and what it stands for ("CSC - Holm Council Children's Social Care")."""
    return SHORT_FORM.match(stretch.text) is not None


def _several(
    found: Naming, stretch: Stretch, code: str, told: _Announced, knowledge: CastKnowledge
) -> Iterator[Naming]:
    """An item that is a list of its own, by semicolons or "and", gives one entry for each."""
    text = stretch.text
    if len(list(inline(text, knowledge, item=True))) > 1:
        yield from entries(text, stretch.start, stretch.document, code, knowledge, item=True)
        return
    told_after = DASH.split(text, maxsplit=1)[-1] if DASH.search(text) else ""
    one: Naming | None = replace(found, participation=part_told(f"{found.gloss} {told_after}", knowledge) or code)
    if found.agency_type == "gp" and (knowledge.is_generic(found.name) or PRACTICES.match(found.name)):
        one = _numbered(replace(found, participation=code), text, told, knowledge)
    if one is not None:
        yield one


def _numbered(found: Naming, text: str, told: _Announced, knowledge: CastKnowledge) -> Naming | None:
    """A practice by number under an item that says whose practices follow: "GP 1 (for Alma)"."""
    counted = re.search(r"\d", found.name)
    if whose := patients(text):
        told.whose = whose
    patient = re.match(rf"(?:{knowledge.shapes.pattern}|[A-Z][\w-]+)", told.whose)
    if not counted:
        told.whose = told.whose if whose else ""
        return None if whose else found
    if patient is None:
        return found
    return replace(found, name=f"{found.name} (for {patient[0]})", gloss=f"GP for {patient[0]}; {found.gloss}")


def _lead(folded: str, knowledge: CastKnowledge) -> tuple[ListRule, int] | None:
    """The first rule of those that fit a sentence, with where the list begins."""
    for rule in knowledge.leads:
        if found := rule.pattern.search(folded):
            return rule, found.end()
    return None


def _sentences(stretch: Stretch, told: _Announced, knowledge: CastKnowledge) -> Iterator[Naming]:
    for offset, sentence in sentences(stretch.text):
        lead = _lead(sentence.lower(), knowledge)
        if lead is None:
            yield from _subjects(sentence, stretch, offset, knowledge)
            continue
        rule, end = lead
        at = stretch.start + offset + end
        names = list(entries(sentence[end:], at, stretch.document, rule.participation, knowledge))
        closed = sentence.rstrip().endswith((".", ";", ")"))
        if not closed:
            names = [n for n in names if n.agency_type]
        enough = 1 if stretch.section in LISTING and any(n.agency_type for n in names) else 3
        if len(names) < enough:
            names = list(_subjects(sentence, stretch, offset, knowledge))
            announces = expression("announces_list").search(sentence) is not None
            if not names and (sentence.rstrip().endswith(":") or not closed or announces):
                told.participation = rule.participation
        elif not closed:
            told.participation = rule.participation
        yield from names
        if rule.id == LIKEWISE:
            yield from _subjects(sentence[:end], stretch, offset, knowledge)


def _subjects(sentence: str, stretch: Stretch, offset: int, knowledge: CastKnowledge) -> Iterator[Naming]:
    """Names that are the subject of words such as "had no contact"."""
    folded = sentence.lower()
    for rule in knowledge.tails:
        if stretch.section not in LISTING and not rule.anywhere:
            continue
        found = rule.pattern.search(folded)
        if found and RUN.search(sentence[: found.start()]):
            told = RECORDS_OF.sub("", sentence[: found.start()])
            subject = re.sub("^The ", "the ", expression("reported").split(told)[0])
            at = stretch.start + offset
            found_names = list(entries(subject, at, stretch.document, rule.participation, knowledge))
            of_agencies = sum(naming.agency_type is not None for naming in found_names) >= ENOUGH_OF_KINDS
            yield from (n for n in found_names if n.rank >= STRONG or n.agency_type or of_agencies)
            return
