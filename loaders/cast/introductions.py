"""Where a review brings its people in: keys of pseudonyms in any layout, and sentences that say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dhr_graph.loaders.cast.glosses import Description, describe
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.sentence_forms import PLAIN_NAME, name_pattern, said_of_people
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import brackets
from dhr_graph.model.documents import HEADING, TABLE_ROW

PSEUDONYMS = re.compile(
    r"\b(?:pseudonyms?|fictitious names|names used|initials used|been given the names?|(?:are|is) (?:referred to|known) (?:in this report |here |throughout )?(?:as|by))\b",
    re.I,
)
QUOTED = re.compile(rf"\W*[\"'](?P<label>{PLAIN_NAME})[\"']\W*")
KEY_LINE = re.compile(
    r"^\s*(?:[-\u2022]\s*)?(?P<label>[A-Z][\w'-]*(?: [A-Z0-9][\w'-]*){0,3}|[Tt]he (?:[Vv]ictim|[Pp]erpetrator))\s*(?:\t|:|=| [\u2013\u2014-] |, | \(| {2,}|\.\s(?=[A-Z]?[a-z]+[ ,]))\s*(?P<gloss>.+)$"
)
ANNOUNCING = re.compile(
    r"\b(?:pseudonyms?|persons?|people|parties|names|individuals|family members|those (?:involved|concerned)|initials)\b[^.;]*:\s*$|^\W*(?:key to (?:the )?people|pseudonyms|the people|the family)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """One place that says who somebody is."""

    label: str
    description: Description
    document: int
    start: int
    end: int
    basis: str
    gloss: str = ""


def introduced(all_stretches: Sequence[Stretch], knowledge: CastKnowledge) -> Iterator[Introduction]:
    """Every introduction of somebody, in the order of the text."""
    announced = False
    for _, group in groupby(all_stretches, key=lambda s: (s.document, s.passage.ordinal)):
        parts = list(group)
        if parts[0].passage.kind == TABLE_ROW and len(parts) > 1:
            yield from _row(parts, knowledge)
        else:
            short = len(parts[0].text) < 200 and parts[0].passage.kind != HEADING
            yield from _key_lines(parts[0], knowledge, announced=announced and short)
            announced = bool(ANNOUNCING.search(parts[0].text)) or announced and short
        for stretch in parts:
            yield from _sentences(stretch, knowledge)


def _row(parts: list[Stretch], knowledge: CastKnowledge) -> Iterator[Introduction]:
    cells = [p.text.strip() for p in parts]
    if (
        parts[0].passage.is_header_row
        or len(cells[0].split()) > 5
        or not cells[0]
        or parts[0].section not in ("key", "front", "history", "contributors", "terms")
    ):
        return
    columns = parts[0].passage.columns
    if columns and parts[0].section != "key":
        return
    gloss = ", ".join(
        c if not (i < len(columns) - 1 and "age" in columns[i + 1].lower() and c.isdigit()) else f"aged {c}"
        for i, c in enumerate(cells[1:])
        if c
    )
    described = describe(gloss, knowledge)
    if (
        (described.says_something or parts[0].section == "key")
        and may_label(cells[0], knowledge)
        and (columns or described.role or described.kin_role)
    ):
        yield Introduction(
            cells[0], described, parts[0].document, parts[0].start, parts[0].start + len(cells[0]), "key", gloss
        )


def _key_lines(stretch: Stretch, knowledge: CastKnowledge, *, announced: bool = False) -> Iterator[Introduction]:
    """Lines of the form "Adult A: the victim ..."."""
    text = stretch.text
    if len(text) > 300:
        yield from _run_of_keys(stretch, knowledge)
        return
    found = KEY_LINE.match(text)
    if found and may_label(found["label"], knowledge) and not found["gloss"].startswith("and "):
        described = describe(found["gloss"].split(". ")[0], knowledge)
        strong = (
            stretch.section == "key"
            or announced
            or found[0][found.end("label") : found.start("gloss")].strip() not in (",", "(")
        )
        if strong and (
            described.role
            or described.kin_role
            or (described.says_something and (announced or stretch.section == "key"))
        ):
            yield Introduction(
                found["label"],
                described,
                stretch.document,
                stretch.start + found.start("label"),
                stretch.start + found.end("label"),
                "key",
                found["gloss"],
            )
    elif (stretch.section == "key" or announced) and re.fullmatch(
        rf"{PLAIN_NAME}|{knowledge.shapes.pattern}", text.strip(" .-")
    ):
        yield Introduction(
            text.strip(" .-"), Description(), stretch.document, stretch.start, stretch.start + len(text), "key"
        )
    else:
        yield from _run_of_keys(stretch, knowledge)


RUN_OF_KEYS = re.compile(
    r"(?:(?<=^)|(?<=[.;] ))(?P<label>[A-Z][A-Za-z0-9]{0,6}(?: [A-Z0-9]{1,2})?): (?P<gloss>[^:;.]+)(?=[.;])"
)


def _run_of_keys(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    pairs = list(RUN_OF_KEYS.finditer(stretch.text))
    if len(pairs) < 3:
        return
    for pair in pairs:
        described = describe(pair["gloss"], knowledge)
        if (described.role or described.kin_role) and knowledge.kind_of(pair["gloss"]) is None:
            yield Introduction(
                pair["label"],
                described,
                stretch.document,
                stretch.start + pair.start("label"),
                stretch.start + pair.end("label"),
                "key",
                pair["gloss"],
            )


def _sentences(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    text = stretch.text
    for said in said_of_people(text, knowledge):
        end = said.start + len(said.label)
        full = re.match(r" [A-Z][a-z]", text[end:]) and not knowledge.shapes.fullmatch(said.label)
        vague = stretch.section == "process" and said.form.startswith("age") and not said.description.sex
        if may_label(said.label, knowledge) and not full and not vague:
            yield Introduction(
                said.label,
                said.description,
                stretch.document,
                stretch.start + said.start,
                stretch.start + end,
                said.form.split(".")[0],
                said.gloss,
            )
    if stretch.section == "front" and (title := QUOTED.fullmatch(text)) and may_label(title["label"], knowledge):
        yield Introduction(
            title["label"],
            Description(role="victim"),
            stretch.document,
            stretch.start + title.start("label"),
            stretch.start + title.end("label"),
            "title",
        )
    if PSEUDONYMS.search(text):
        yield from _pseudonyms(stretch, knowledge)


def _pseudonyms(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A sentence that lists pseudonyms, with or without descriptions."""
    name = name_pattern(knowledge)
    item = rf"{name}(?: \([^)]*\))?"
    begin = PSEUDONYMS.search(stretch.text)
    if begin is None:
        return
    for listing in re.compile(rf"{item}(?:(?:, and |, | and |; ){item})+").finditer(stretch.text, begin.end()):
        outside, _ = brackets(listing[0])
        if len(re.findall(name, outside)) < 2:
            continue
        for one in re.finditer(name + r"(?: \((?P<inner>[^)]*)\))?", listing[0]):
            label = one[0].split(" (")[0]
            if may_label(label, knowledge) and label not in ("Home", "Office"):
                at = stretch.start + listing.start() + one.start()
                described = describe(one["inner"] or "", knowledge)
                yield Introduction(label, described, stretch.document, at, at + len(label), "key", one["inner"] or "")


def may_label(label: str, knowledge: CastKnowledge) -> bool:
    """Whether words could name a person: no agency, no month, no opener of sentences, no title of an office."""
    words = label.split()
    if knowledge.roles.get(re.sub(r"^the ", "", label.lower())) in ("victim", "perpetrator"):
        return True
    if (
        knowledge.ethnicity.fullmatch(label)
        or label.lower() in knowledge.nouns
        or not words
        or len(words) > 5
        or label.lower() in knowledge.openers
        or words[0] in knowledge.titles
        or label in knowledge.titles
    ):
        return False
    if knowledge.shapes.fullmatch(label) or label in knowledge.capital_kin:
        return True
    if knowledge.kind_of(label) is not None or knowledge.known(label) is not None:
        return False
    if len(words) == 1 and label.isupper() and len(label) > 3:
        return False
    return (
        words[0].lower() not in knowledge.openers
        and not knowledge.excluded.search(label.lower())
        and words[-1].lower() not in knowledge.endings
    )
