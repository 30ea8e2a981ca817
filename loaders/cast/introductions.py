"""Where a review brings its people in: keys of pseudonyms in any layout, and sentences that say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from dhr_graph.loaders.cast.glosses import NUMBER, Description, describe, kin_of
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.stretches import Stretch
from dhr_graph.loaders.cast.wording import brackets
from dhr_graph.model.documents import HEADING, TABLE_ROW

PSEUDONYMS = re.compile(r"\b(?:pseudonyms?|fictitious names|names used|initials used|been given the names?|(?:are|is) (?:referred to|known) (?:in this report |here |throughout )?(?:as|by))\b", re.I)
TITLED = r"(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Adult|Child|Female|Male|Subject|Person|Witness|Professor|The|A|An|In|On|At|She|He|They|Her|His|Their|It|When|There|And|But|Page|Dear)\b)"
PLAIN_NAME = TITLED + r"[A-Z][a-z\u00c0-\u017f]{1,14}(?:-[A-Z][a-z]+)?"
KEY_LINE = re.compile(r"^\s*(?:[-\u2022]\s*)?(?P<label>[A-Z][\w'-]*(?: [A-Z0-9][\w'-]*){0,3}|[Tt]he (?:victim|perpetrator))\s*(?:\t|:|=| [\u2013\u2014-] |, | \(| {2,}|\.\s(?=[A-Z]?[a-z]+[ ,]))\s*(?P<gloss>.+)$")
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


@dataclass(frozen=True)
class _Patterns:
    name: str
    bracketed: re.Pattern[str]
    kin_names: re.Pattern[str]
    is_kin: re.Pattern[str]
    aged: re.Pattern[str]
    roles: re.Pattern[str]
    known_as: re.Pattern[str]
    apposed: re.Pattern[str]
    are_kin: re.Pattern[str]
    kin_clause: re.Pattern[str]
    listed: re.Pattern[str]


@lru_cache(maxsize=2)
def _patterns(knowledge: CastKnowledge) -> _Patterns:
    kin = kin_of(knowledge).pattern.replace("(?P<adjectives>", "(?:").replace("(?P<term>", "(?:").replace("(?<![\\w'-])", "(?<![\\w-])")
    capital = "|".join(sorted(knowledge.capital_kin))
    name = rf"(?:{knowledge.shapes.pattern}|[Tt]he (?:[Vv]ictim|[Pp]erpetrator|[Dd]eceased)\b(?!')|(?:{capital})\b|(?:{knowledge.codes.pattern})\b|{PLAIN_NAME})"
    kin_i = kin
    any_kin = "(?:" + "|".join(re.escape(t) for t in sorted(knowledge.kin, key=lambda t: (-len(t), t))) + "|man|woman|person|couple|lady|gentleman)"
    owner = rf"(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Tt]hat|[Tt]his|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Oo]ne|{name}'s?|[Tt]he (?:victim|perpetrator|couple|deceased)'s)"
    item = rf"{name}(?: \([^)]*\))?"
    return _Patterns(
        name,
        re.compile(rf"(?<![\w'-])(?P<label>{name}) \((?P<gloss>[^()]{{1,160}})\)"),
        re.compile(rf"(?<![\w'-])(?P<kin>(?:{owner} )?(?:[a-z]+ )?{kin_i}(?: (?:of|to|by|from) (?:her|his|a|an|the|{name})(?: (?:first|previous|earlier|former) \w+| \w+ marriage| (?:[a-z]+ )?(?:relationship|marriage))?)?),? (?:(?:is|are|was|were|who is|who was) )?(?:called |named |known as )?(?P<names>{item}(?:(?:, | and |, and ){item})*)(?![\w'])"),
        re.compile(rf"(?<![\w'-])(?P<label>{name})(?: \([^)]*\))?(?:,[^,.;]{{0,50}},|,)? (?:is|was|who is|who was|had been|has been|became) (?P<gloss>(?:the |a |an |one of )?(?:{name}'s? |(?:her|his|their|[Tt]he [Vv]ictim's|[Tt]he [Pp]erpetrator's) )?(?:\w+ )?{kin_i}[^.;]{{0,80}}?)(?= and {name},? (?:is|was)|[.;]|$| but )"),
        re.compile(rf"(?<![\w'-])(?P<label>{name})(?:, (?:who (?:is|was) |then |now )?(?:aged? )?(?P<age>{NUMBER})(?=,|\.| years|\)| at the|;| was| died| when)|, an? (?P<noun>[^,.;]{{0,40}}?)(?: of| aged| who was) (?P<age2>{NUMBER})\b|,? (?:who )?was (?P<age3>{NUMBER})(?= years| at| when|,|\.| and))"),
        re.compile(rf"(?:(?:[Tt]he|[Aa]lleged) (?P<role>victim|deceased|perpetrator|alleged perpetrator|offender)[, ]+(?:was |is |,)?\(?(?P<label>{name})\b)|(?P<label2>{name}),? (?:is |was |who is |who was |\()?the (?P<role2>victim|perpetrator|alleged perpetrator|deceased)\b(?!')"),
        re.compile(rf"(?P<gloss>(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Tt]hat) (?:[\w'-]+ ){{0,3}}{any_kin}\b[^.;:]{{0,90}}?),? (?:who (?:is|was|will be) )?(?:referred to|known|called|described)(?: (?:throughout|here|hereafter|below|in this (?:report|review|summary)))*(?: as| by)?(?: the pseudonym)? (?P<label>{name})(?:,? (?:was|is|then) (?:aged )?(?P<age>{NUMBER})\b)?"),
        re.compile(rf"(?<![\w'-])(?P<label>{name})(?: \([^)]*\))?, (?:then )?(?P<gloss>(?:the |an? )?(?:(?:her|his|their|[Tt]he [Vv]ictim's|[Tt]he [Pp]erpetrator's|{name}'s?) )?(?:\w+ )?{kin_i}(?: (?:of|to) (?:the )?(?:{name}|her|his))?(?:,? (?:with|to|from) whom[^.;,]*)?)(?=[,.;)]| and | who |$)"),
        re.compile(rf"(?<![\w'-])(?P<names>{item}(?:(?:, | and |, and ){item})+),? (?:are|were) (?P<gloss>(?:the |both |all )?(?:(?:her|his|their|{name}'s?) )?(?:\w+ )?{kin_i}[^.;]{{0,60}})"),
        re.compile(rf"(?<![\w'-])(?P<kin>(?:[Hh]er|[Hh]is|[Tt]heir|{name}'s?) {kin_i})(?P<more>, [^.;]{{0,80}}?,| \([^)]*\))? (?:is|was|will be) (?:called |named |known as |referred to as )?(?P<label>{name})(?![\w'])"),
        re.compile(rf"{item}(?:(?:, | and |, and |; ){item})+"),
    )


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
    if (described.says_something or parts[0].section == "key") and _may_label(cells[0], knowledge) and (columns or described.role or described.kin_role):
        yield Introduction(cells[0], described, parts[0].document, parts[0].start, parts[0].start + len(cells[0]), "key", gloss)


def _key_lines(stretch: Stretch, knowledge: CastKnowledge, *, announced: bool = False) -> Iterator[Introduction]:
    """Lines of the form "Adult A: the victim ..."."""
    text = stretch.text
    if len(text) > 300:
        yield from _run_of_keys(stretch, knowledge)
        return
    found = KEY_LINE.match(text)
    if found and _may_label(found["label"], knowledge) and not found["gloss"].startswith("and "):
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
    text, patterns = stretch.text, _patterns(knowledge)

    def found(label: str, at: int, described: Description, basis: str, gloss: str = "") -> Iterator[Introduction]:
        full = re.match(r" [A-Z][a-z]", text[at + len(label):]) and not knowledge.shapes.fullmatch(label)
        if _may_label(label, knowledge) and not full and not (stretch.section == "process" and basis == "age" and not described.sex):
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
        words = m["noun"] or ""
        described = describe(f"{words}, aged {m['age'] or m['age2'] or m['age3']}", knowledge)
        yield from found(m["label"], m.start("label"), described, "age", words)
    for m in patterns.known_as.finditer(text):
        words = m["gloss"] + (f", aged {m['age']}" if m["age"] else "")
        yield from found(m["label"], m.start("label"), describe(words, knowledge), "kin", words)
    for m in patterns.kin_clause.finditer(text):
        yield from found(m["label"], m.start("label"), describe(m["kin"] + (m["more"] or ""), knowledge), "kin", m["kin"])
    for m in patterns.apposed.finditer(text):
        described = describe(m["gloss"], knowledge)
        if described.kin_role:
            yield from found(m["label"], m.start("label"), described, "kin", m["gloss"])
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
    patterns = _patterns(knowledge)
    begin = PSEUDONYMS.search(stretch.text)
    if begin is None:
        return
    for listing in patterns.listed.finditer(stretch.text, begin.end()):
        outside, _ = brackets(listing[0])
        if len(re.findall(patterns.name, outside)) < 2:
            continue
        for item in re.finditer(patterns.name + r"(?: \((?P<inner>[^)]*)\))?", listing[0]):
            label = item[0].split(" (")[0]
            if _may_label(label, knowledge) and label not in ("Home", "Office"):
                at = stretch.start + listing.start() + item.start()
                yield Introduction(label, describe(item["inner"] or "", knowledge), stretch.document, at, at + len(label), "key", item["inner"] or "")


def _may_label(label: str, knowledge: CastKnowledge) -> bool:
    """Whether words could name a person: no agency, no month, no opener of sentences, no title of an office."""
    words = label.split()
    if not words or len(words) > 5 or label.lower() in knowledge.openers or words[0] in knowledge.titles or label in knowledge.titles:
        return False
    if knowledge.shapes.fullmatch(label) or label in knowledge.capital_kin:
        return True
    if knowledge.kind_of(label) is not None or knowledge.known(label) is not None:
        return False
    if len(words) == 1 and label.isupper() and len(label) > 3:
        return False
    return words[0].lower() not in knowledge.openers and not knowledge.excluded.search(label.lower()) and words[-1].lower() not in knowledge.endings
