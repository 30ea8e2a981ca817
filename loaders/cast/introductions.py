"""Where a review brings its people in: keys of pseudonyms in any layout, and sentences that say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.glosses import Description, describe
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.labels import may_label
from dhr_graph.loaders.cast.sentence_forms import GIVEN, PLAIN_NAME, name_pattern, said_of_people
from dhr_graph.loaders.cast.stretches import Stretch, untitled
from dhr_graph.loaders.cast.wording import brackets, initials, plain, split_outside
from dhr_graph.model.documents import HEADING, TABLE_ROW

LINE = 300
SUBJECT_OF = frozenset({"subject", "the"})
SHORT = 200
KEYED_SECTIONS = frozenset({"key", "front", "history", "contributors", "terms"})
LEAST_LISTED = 3
LONGEST_JOINT = 3
"""Letters of the longest joint of a title ("of", "in", "the", "and")."""
HEAD = re.compile(r"[,.;(]| [-\u2013\u2014] ")
QUOTED = re.compile(rf"\W*[\"'](?P<label>{PLAIN_NAME}(?: {GIVEN})?)[\"']\W*")


@dataclass(frozen=True, slots=True)
class Introduction:
    """One place that says who somebody is."""

    label: str
    description: Description
    document: int
    start: int
    end: int


def introduced(all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Introduction]:
    """Every introduction of somebody, in the order of the text."""
    announced = False
    for _, group in groupby(all_stretches, key=lambda s: (s.document, s.passage.ordinal)):
        parts = list(group)
        first = parts[0]
        if first.passage.kind == TABLE_ROW and len(parts) > 1:
            yield from _row(parts, knowledge, announced=announced)
        else:
            short = len(first.text) < SHORT and first.passage.kind != HEADING
            if first.passage.kind != HEADING:
                yield from _key_lines(first, knowledge, keyed=first.section == "key" or announced and short)
            announced = bool(expression("announcing").search(first.text)) or announced and short
        for stretch in parts:
            yield from _sentences(stretch, knowledge)


def _at(stretch: Stretch, label: str, start: int, described: Description) -> Introduction:
    begin = stretch.start + start
    return Introduction(label, described, stretch.document, begin, begin + len(label))


def _row(parts: Sequence[Stretch], knowledge: CastKnowledge, *, announced: bool) -> Iterator[Introduction]:
    """A row of a key of people: the label in its first cell, what is said of it in the others."""
    first, label = parts[0], parts[0].text.strip()
    columns = first.passage.columns
    if first.passage.is_header_row or not label or not (announced or first.section in KEYED_SECTIONS):
        return
    if columns and first.section != "key" or not may_label(label, knowledge):
        return
    told = [p.text.strip() for p in parts[1:]]
    ages = ["age" in c.lower() for c in columns[1:]] or [False] * len(told)
    gloss = ", ".join(f"aged {t}" if age and t.isdigit() else t for t, age in zip(told, ages, strict=False) if t)
    described = describe(gloss, knowledge)
    if described.role or described.kin_role or columns or (announced and gloss[:1].isupper()):
        yield _at(first, label, 0, described)


def _key_lines(stretch: Stretch, knowledge: CastKnowledge, *, keyed: bool) -> Iterator[Introduction]:
    """Lines of the form "Adult A: the victim ..."; `keyed` where people are known to be listed."""
    text = stretch.text
    found = expression("key_line").match(text) if len(text) <= LINE else None
    alone = text.strip(" .-")
    if found and may_label(found["label"], knowledge) and not found["gloss"].startswith("and "):
        described = describe(found["gloss"].split(". ")[0], knowledge)
        strong = keyed or text[found.end("label") : found.start("gloss")].strip() not in (",", "(")
        strong = strong and (keyed or not _spells_out(found["label"], found["gloss"], knowledge))
        if strong and (described.role or described.kin_role or described.says_something and keyed):
            yield _at(stretch, found["label"], found.start("label"), described)
    elif (
        keyed
        and re.fullmatch(rf"{PLAIN_NAME}(?: {GIVEN})?|{knowledge.shapes.pattern}", alone)
        and may_label(alone, knowledge)
    ):
        yield _at(stretch, alone, text.find(alone), Description())
    else:
        yield from (_without_mark(stretch, knowledge) if keyed else ())
        yield from _run_of_keys(stretch, knowledge)
        yield from _listed(stretch, knowledge)


def _spells_out(label: str, gloss: str, knowledge: CastKnowledge) -> bool:
    """Whether a gloss is the full form of a label, with a word for a person among its own ("CIN - Child in Need")."""
    head = HEAD.split(gloss, maxsplit=1)[0]
    described = describe(head, knowledge)
    if not all(word[0].isupper() for word in head.split() if len(word) > LONGEST_JOINT):
        return False
    return bool(described.role or described.kin_role) and len(label) > 1 and label.upper() in initials(head)


def _without_mark(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A row of a key whose columns were lost: "Child 2 Daughter of Hannah and Marcus. Aged 5."."""
    shaped = rf"(?P<label>{knowledge.shapes.pattern}|{PLAIN_NAME}(?:'s [a-z]+)?) (?P<gloss>(?:(?:The|A|An) )?[A-Z].*)"
    found = re.match(shaped, stretch.text, re.DOTALL) if len(stretch.text) <= LINE else None
    if found is None or not may_label(found["label"], knowledge):
        return
    described = describe(found["gloss"].split(". ")[0], knowledge)
    opens = knowledge.roles.keys() | knowledge.kin.keys() | knowledge.adjectives | SUBJECT_OF
    if (described.role or described.kin_role) and plain(found["gloss"]).split()[0] in opens:
        yield _at(stretch, found["label"], 0, describe(found["gloss"], knowledge))


def _run_of_keys(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A key in one paragraph: "V: victim, female, 27. P: perpetrator, male, 30."."""
    pairs = list(expression("people_run").finditer(stretch.text))
    for pair in pairs if len(pairs) > 2 else ():
        described = describe(pair["gloss"], knowledge)
        person = knowledge.kind_of(pair["gloss"]) is None and not _spells_out(pair["label"], pair["gloss"], knowledge)
        if (described.role or described.kin_role) and person:
            yield _at(stretch, pair["label"], pair.start("label"), described)


def _listed(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A key in one sentence: "The people are: Ada, the victim; Bob, her husband; and Cy, aged 6, the son of Ada."."""
    opening = stretch.text.find(":")
    pieces = list(split_outside(stretch.text[opening + 1 :], ";")) if opening >= 0 else []
    if len(pieces) < LEAST_LISTED or not expression("announcing").search(stretch.text[: opening + 1]):
        return
    shaped = re.compile(rf"\s*(?:and )?(?P<label>{knowledge.shapes.pattern}|{PLAIN_NAME}),? (?P<gloss>.+)", re.DOTALL)
    found = []
    for at, piece in pieces:
        match = shaped.match(piece)
        if match is None or not may_label(match["label"], knowledge):
            return
        described = describe(match["gloss"].split(". ")[0], knowledge)
        if described.role or described.kin_role:
            found.append(_at(stretch, match["label"], opening + 1 + at + match.start("label"), described))
    yield from found if len(found) * 2 > len(pieces) else ()


def _sentences(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    text = untitled(stretch)
    for said in said_of_people(text, knowledge):
        full = re.match(r" [A-Z][a-z]", text[said.start + len(said.label) :])
        official = full and not knowledge.shapes.fullmatch(said.label)
        vague = stretch.section == "process" and said.form.startswith("age") and not said.description.sex
        vague = vague and not knowledge.shapes.fullmatch(said.label)
        if may_label(said.label, knowledge) and not official and not vague:
            yield _at(stretch, said.label, said.start, said.description)
    title = QUOTED.fullmatch(text) if stretch.section == "front" else None
    if title and may_label(title["label"], knowledge):
        yield _at(stretch, title["label"], title.start("label"), Description(role="victim"))
    yield from _pseudonyms(stretch, knowledge)


def _pseudonyms(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A sentence that lists pseudonyms, with or without descriptions."""
    begin = expression("pseudonyms").search(stretch.text)
    if begin is None:
        return
    listings, name, labelled = _listings(knowledge)
    for listing in listings.finditer(stretch.text, begin.end()):
        if len(name.findall(brackets(listing[0])[0])) < 2:
            continue
        for one in labelled.finditer(listing[0]):
            if may_label(one["label"], knowledge):
                described = describe(one["inner"] or "", knowledge)
                yield _at(stretch, one["label"], listing.start() + one.start(), described)


@lru_cache(maxsize=4)
def _listings(knowledge: CastKnowledge) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Several labels in a row, one of them, and one with what stands in brackets after it."""
    name = name_pattern(knowledge)
    item = rf"{name}(?: \([^)]*\))?"
    listing = rf"{item}(?:(?:, and |, | and |; ){item})+"
    return re.compile(listing), re.compile(name), re.compile(rf"(?P<label>{name})(?: \((?P<inner>[^)]*)\))?")
