"""Where a review brings its people in: keys of pseudonyms in any layout, and sentences that say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dhr_graph.loaders.cast.glosses import Description, describe
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.sentence_forms import PLAIN_NAME, sentence_forms
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import brackets
from dhr_graph.model.documents import HEADING, TABLE_ROW

PSEUDONYMS = re.compile(r"\b(?:pseudonyms?|fictitious names|names used|initials used|been given the names?|(?:are|is) (?:referred to|known) (?:in this report |here |throughout )?(?:as|by))\b", re.I)
KEY_LINE = re.compile(r"^\s*(?:[-\u2022]\s*)?(?P<label>[A-Z][\w'-]*(?: [A-Z0-9][\w'-]*){0,3}|[Tt]he (?:[Vv]ictim|[Pp]erpetrator))\s*(?:\t|:|=| [\u2013\u2014-] |, | \(| {2,}|\.\s(?=[A-Z]?[a-z]+[ ,]))\s*(?P<gloss>.+)$")
ANNOUNCING = re.compile(r"\b(?:pseudonyms?|persons?|people|parties|names|individuals|family members|those (?:involved|concerned)|initials)\b[^.;]*:\s*$|^\W*(?:key to (?:the )?people|pseudonyms|the people|the family)\b", re.I)


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
    if parts[0].passage.is_header_row or len(cells[0].split()) > 5 or not cells[0] or parts[0].section not in ("key", "front", "history", "contributors", "terms"):
        return
    columns = parts[0].passage.columns
    if columns and parts[0].section != "key":
        return
    gloss = ", ".join(c if not (i < len(columns) - 1 and "age" in columns[i + 1].lower() and c.isdigit()) else f"aged {c}" for i, c in enumerate(cells[1:]) if c)
    described = describe(gloss, knowledge)
    if (described.says_something or parts[0].section == "key") and may_label(cells[0], knowledge) and (columns or described.role or described.kin_role):
        yield Introduction(cells[0], described, parts[0].document, parts[0].start, parts[0].start + len(cells[0]), "key", gloss)


def _key_lines(stretch: Stretch, knowledge: CastKnowledge, *, announced: bool = False) -> Iterator[Introduction]:
    """Lines of the form "Adult A: the victim ..."."""
    text = stretch.text
    if len(text) > 300:
        yield from _run_of_keys(stretch, knowledge)
        return
    found = KEY_LINE.match(text)
    if found and may_label(found["label"], knowledge) and not found["gloss"].startswith("and "):
        described = describe(found["gloss"].split(". ")[0], knowledge)
        strong = stretch.section == "key" or announced or found[0][found.end("label"):found.start("gloss")].strip() not in (",", "(")
        if strong and (described.role or described.kin_role or (described.says_something and (announced or stretch.section == "key"))):
            yield Introduction(found["label"], described, stretch.document, stretch.start + found.start("label"), stretch.start + found.end("label"), "key", found["gloss"])
    elif (stretch.section == "key" or announced) and re.fullmatch(rf"{PLAIN_NAME}|{knowledge.shapes.pattern}", text.strip(" .-")):
        yield Introduction(text.strip(" .-"), Description(), stretch.document, stretch.start, stretch.start + len(text), "key")
    else:
        yield from _run_of_keys(stretch, knowledge)


RUN_OF_KEYS = re.compile(r"(?:(?<=^)|(?<=[.;] ))(?P<label>[A-Z][A-Za-z0-9]{0,6}(?: [A-Z0-9]{1,2})?): (?P<gloss>[^:;.]+)(?=[.;])")


def _run_of_keys(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    pairs = list(RUN_OF_KEYS.finditer(stretch.text))
    if len(pairs) < 3:
        return
    for pair in pairs:
        described = describe(pair["gloss"], knowledge)
        if (described.role or described.kin_role) and knowledge.kind_of(pair["gloss"]) is None:
            yield Introduction(pair["label"], described, stretch.document, stretch.start + pair.start("label"), stretch.start + pair.end("label"), "key", pair["gloss"])


def _sentences(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    text, patterns = stretch.text, sentence_forms(knowledge)

    def found(label: str, at: int, described: Description, basis: str, gloss: str = "") -> Iterator[Introduction]:
        full = re.match(r" [A-Z][a-z]", text[at + len(label):]) and not knowledge.shapes.fullmatch(label)
        if may_label(label, knowledge) and not full and not (stretch.section == "process" and basis == "age" and not described.sex):
            yield Introduction(label, described, stretch.document, stretch.start + at, stretch.start + at + len(label), basis, gloss)

    for m in patterns.bracketed.finditer(text):
        described = describe(m["gloss"], knowledge)
        if described.says_something and (knowledge.kind_of(m["gloss"]) is None or described.role):
            yield from found(m["label"], m.start("label"), described, "bracket", m["gloss"])
    for m in patterns.kin_names.finditer(text):
        described = describe(m["kin"], knowledge)
        if described.kin_role and not (m["kin"][:1].isupper() and m["kin"].split()[0] in knowledge.capital_kin and len(m["kin"].split()) == 1):
            for item in re.finditer(patterns.name + r"(?: \((?P<inner>[^)]*)\))?", m["names"]):
                label = item[0].split(" (")[0]
                inner = describe(item["inner"], knowledge) if item["inner"] else Description()
                merged = Description(inner.role, inner.sex or described.sex, inner.age, inner.ethnicity, described.kin, described.kin_role, described.owner)
                yield from found(label, m.start("names") + item.start(), merged, "kin", m["kin"])
    for m in patterns.is_kin.finditer(text):
        described = describe(m["gloss"].split(" who ")[0], knowledge)
        if described.kin_role:
            yield from found(m["label"], m.start("label"), described, "kin", m["gloss"])
    for m in patterns.aged.finditer(text):
        words = m["noun"] or m["noun2"] or ""
        described = describe(f"{words}, aged {m['age'] or m['age2'] or m['age3'] or m['age4']}", knowledge)
        if text[m.end() : m.end() + 7] == " months":
            described = replace(described, age=0)
        yield from found(m["label"], m.start("label"), described, "age", words)
    for m in patterns.known_as.finditer(text):
        words = m["gloss"] + (f", aged {m['age']}" if m["age"] else "")
        yield from found(m["label"], m.start("label"), describe(words, knowledge), "kin", words)
    for m in patterns.kin_is.finditer(text):
        yield from found(m["label"], m.start("label"), describe(m["kin"] + (m["more"] or ""), knowledge), "kin", m["kin"])
    for m in patterns.apposed.finditer(text):
        described = describe(m["gloss"], knowledge)
        if described.kin_role:
            yield from found(m["label"], m.start("label"), described, "kin", m["gloss"])
    for m in patterns.relationship.finditer(text):
        yield from found(m["label"], m.start("label"), Description(kin="former partner", kin_role="ex_partner"), "kin", m["gloss"])
    for m in patterns.death_of.finditer(text):
        yield from found(m["label"], m.start("label"), Description(), "death")
    if stretch.section == "front" and (m := patterns.quoted.fullmatch(text)):
        yield from found(m["label"], m.start("label"), Description(role="victim"), "title")
    for m in patterns.clause.finditer(text):
        told = next(((kin, role) for pattern, kin, role in knowledge.clauses if pattern.match(m["gloss"].lower())), None)
        if told:
            yield from found(m["label"], m.start("label"), Description(kin=told[0], kin_role=told[1]), "kin", m["gloss"])
    for m in patterns.are_kin.finditer(text):
        described = describe(m["gloss"], knowledge)
        for item in re.finditer(patterns.name, brackets(m["names"])[0]):
            if described.kin_role:
                yield from found(item[0], m.start("names") + m["names"].find(item[0]), described, "kin", m["gloss"])
    for m in patterns.roles.finditer(text):
        label, role = m["label"] or m["label2"], m["role"] or m["role2"]
        at = m.start("label") if m["label"] else m.start("label2")
        yield from found(label, at, Description(role=knowledge.roles.get(role.lower())), "role", role)
    if PSEUDONYMS.search(text):
        yield from _pseudonyms(stretch, knowledge)


def _pseudonyms(stretch: Stretch, knowledge: CastKnowledge) -> Iterator[Introduction]:
    """A sentence that lists pseudonyms, with or without descriptions."""
    patterns = sentence_forms(knowledge)
    begin = PSEUDONYMS.search(stretch.text)
    if begin is None:
        return
    for listing in patterns.listed.finditer(stretch.text, begin.end()):
        outside, _ = brackets(listing[0])
        if len(re.findall(patterns.name, outside)) < 2:
            continue
        for item in re.finditer(patterns.name + r"(?: \((?P<inner>[^)]*)\))?", listing[0]):
            label = item[0].split(" (")[0]
            if may_label(label, knowledge) and label not in ("Home", "Office"):
                at = stretch.start + listing.start() + item.start()
                yield Introduction(label, describe(item["inner"] or "", knowledge), stretch.document, at, at + len(label), "key", item["inner"] or "")


def may_label(label: str, knowledge: CastKnowledge) -> bool:
    """Whether words could name a person: no agency, no month, no opener of sentences, no title of an office."""
    words = label.split()
    if knowledge.roles.get(re.sub(r"^the ", "", label.lower())) in ("victim", "perpetrator"):
        return True
    if knowledge.ethnicity.fullmatch(label) or label.lower() in knowledge.nouns or not words or len(words) > 5 or label.lower() in knowledge.openers or words[0] in knowledge.titles or label in knowledge.titles:
        return False
    if knowledge.shapes.fullmatch(label) or label in knowledge.capital_kin:
        return True
    if knowledge.kind_of(label) is not None or knowledge.known(label) is not None:
        return False
    if len(words) == 1 and label.isupper() and len(label) > 3:
        return False
    return words[0].lower() not in knowledge.openers and not knowledge.excluded.search(label.lower()) and words[-1].lower() not in knowledge.endings
