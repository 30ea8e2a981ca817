"""One entry of a list of agencies, taken apart: name, short forms, description, kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dhr_graph.loaders.cast.expressions import expression
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.wording import RUN, brackets, initials, is_acronym, plain

WEAK = 3
SENTENCE_END = re.compile(r"(?<=[a-z]{3})\. (?=[A-Z])")
CLAUSE = re.compile(r",|\b(?:which|who|that|where)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a body: where, under what name and short forms, and what is said of it there.

    `rank` is that of the rule which told the type, 0 where none did; `listed`: it stands in a list of agencies.
    """

    name: str
    aliases: tuple[str, ...]
    gloss: str
    agency_type: str | None
    rank: int
    participation: str
    document: int
    start: int
    end: int
    listed: bool = True


def kind_from(name: str, gloss: str, knowledge: CastKnowledge) -> tuple[str | None, int]:
    """An agency's type from its name, or, where the name tells little, from its description; with the rule's rank."""
    known = knowledge.known(name)
    if known and known.type not in ("local_authority_other", "acute_health"):
        return known.type, 10
    by_name, by_gloss = knowledge.kind_of(name), knowledge.kind_of(gloss) if gloss else None
    if by_gloss is not None and by_gloss.rank:
        least = max(WEAK, by_name.rank) if by_name else 0
        if by_name is None or by_gloss.rank > least and (by_name.rank <= WEAK or not _ends_in(name, by_name.phrase)):
            return by_gloss.type, by_gloss.rank
    return (by_name.type, by_name.rank) if by_name and by_name.rank else (None, 0)


def _ends_in(name: str, phrase: str) -> bool:
    """Whether the words that tell the kind close the name, so that they are its head."""
    return plain(name.split(",")[-1]).endswith((phrase, phrase + "s")) or "." in phrase


def entry(
    text: str,
    knowledge: CastKnowledge,
    participation: str,
    document: int,
    start: int,
    *,
    keyed: bool = False,
    short: str = "",
) -> Naming | None:
    """Take one entry apart; `keyed` where a short form may stand first, `short` is one beside. None: it names none."""
    label = expression("label").match(text)
    offset = label.end() if label and label.end() < len(text) else 0
    stem = expression("stem").match(text[offset:])
    offset += stem.end() if stem else 0
    words = text[offset:]
    key = expression("keyed").match(words) if keyed else None
    aliases: list[str] = []
    if key and is_acronym(key[1]) and key[1].lower() not in knowledge.no_short_forms:
        aliases.append(key[1])
        words, offset = words[key.end() :], offset + key.end()
    outside, inside = brackets(SENTENCE_END.split(words, maxsplit=1)[0])
    name, before, after = _by_initials(outside, [*aliases, *inside, short]) or _name_of(outside)
    if not name:
        return None
    for_whom = any(expression("patients").search(i) and not is_acronym(i) for i in inside)
    near = tuple(i for i in inside if not _is_far(i, words, name))
    named, told = ([], []) if for_whom else _of_brackets(near, knowledge)
    gloss = "; ".join(part for part in (before, after, *told, *inside) if part.strip())
    agency_type, rank = kind_from(name, gloss, knowledge)
    begin = start + offset + max(words.find(name.split(",")[0].split(" ")[0]), 0)
    end = start + offset + len(words.rstrip(" .;,"))
    dashed = expression("called_after_dash").search(text)
    names = tuple(dict.fromkeys([*aliases, *named, *([dashed["short"]] if dashed else [])]))
    return Naming(name, names, gloss, agency_type, rank, participation, document, begin, end)


def _by_initials(words: str, short_forms: list[str]) -> tuple[str, str, str] | None:
    """The name that goes on after "for" or the like, where the short form has its letters ("Haven for Elm", HFE)."""
    whole = words.strip(" .;,")
    letters = {short.upper() for told in short_forms for short in re.split("[;,] ?", told) if is_acronym(short)}
    joined = RUN.fullmatch(whole) and "," not in whole and letters & (initials(whole) - initials(_name_of(words)[0]))
    return (whole, "", "") if joined else None


def _is_far(inside: str, words: str, name: str) -> bool:
    """Whether brackets stand after a part of the description, and give the short form of what is named there."""
    before, _ = brackets(words[: words.find(f"({inside}")])
    clause = CLAUSE.search(before) and _name_of(before)[2]
    return bool(clause) and is_acronym(inside) and inside.upper() not in initials(name)


def _name_of(words: str) -> tuple[str, str, str]:
    """The name, what stands before it and what after it in an entry without its brackets."""
    words = words.strip(" .;,:\u2013-\t")
    first = next((m.start() for m in re.finditer(r"(?<![\w'])[A-Z]", words)), None)
    if first is None:
        return "", words, ""
    rest = words[first:]
    if first == 0:
        rest = re.sub(r"^(?:From|By|And|A|An) (?=[A-Z])", "", rest)
    end = len(rest)
    for cut in expression("description").finditer(rest):
        mark, following = cut[0].strip(), rest[cut.end() :]
        goes_on = mark == "," and _continues(following)
        part_of_name = mark in ("for", "to", "as") and re.match(r"\s[A-Z]", following)
        whose = expression("person_follows").match(following) and not expression("department").match(
            rest[: cut.start()]
        )
        if cut.start() and not goes_on and not (part_of_name and not whose):
            end = cut.start()
            break
    return rest[:end].strip(" ,"), words[:first].strip(), rest[end:].strip(" ,;:\u2013-")


def _continues(words: str) -> bool:
    """Whether the words after a comma go on with the name: "X Council, Housing"."""
    if expression("whose_service").match(words.strip()):
        return False
    following = re.split(r"[,;:]| - ", words, maxsplit=1)[0].split()
    return (
        bool(following)
        and following[0][0].isupper()
        and following[0] != "The"
        and all(w[0].isupper() or expression("small_in_name").match(w) for w in following)
    )


def _of_brackets(inside: tuple[str, ...], knowledge: CastKnowledge) -> tuple[list[str], list[str]]:
    """The other names that brackets give, and their words of description."""
    names: list[str] = []
    told: list[str] = []
    for words in inside:
        if expression("prepared_by").match(words):
            continue
        outside, deeper = brackets(words)
        for piece in re.split(r"[;,/]| and (?=the |[A-Z])| or ", outside):
            stripped = expression("former").sub("", piece.strip()).strip(" \"'.,")
            key, called = expression("keyed").match(stripped), expression("called_for_short").fullmatch(piece.strip())
            if called:
                names.append(called["called"] or called["name"])
                continue
            if key and is_acronym(key[1]):
                stripped = key[1]
            if stripped and not stripped.isdigit() and _is_other_name(stripped, piece, knowledge):
                names.append(stripped)
        more, further = _of_brackets(deeper, knowledge)
        names += more
        told += [outside, *further]
    return names, told


def _is_other_name(words: str, piece: str, knowledge: CastKnowledge) -> bool:
    if words.lower() in knowledge.no_short_forms:
        return False
    if is_acronym(words) or '"' in piece:
        return True
    several, run = len(words.split()) > 1, RUN.fullmatch(words)
    if run and piece.strip().startswith("the ") and len(words.split()) <= 2:
        return True
    if expression("patients").search(piece) or expression("whose_service").match(piece.strip()):
        return False
    if run:
        return several or knowledge.kind_of(words) is not None
    return several and words[0].isupper() and knowledge.is_complete(words)


def patients(gloss: str) -> str:
    """The words that say whose practice it is, empty where none do."""
    found = expression("patients").search(gloss)
    return found["who"] if found else ""
