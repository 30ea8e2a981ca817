"""One entry of a list of agencies, taken apart: name, short forms, description, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.wording import RUN, brackets, is_acronym, plain

LABEL = re.compile(r"^\s*(?:\(?[a-zA-Z0-9]{1,2}[).]\s+|\d+(?:\.\d+)*[.)]?\s+|[-\u2022\u2013\u25cf\u00b7o]\s+)+")
KEYED = re.compile(
    r"^([A-Z][A-Za-z&/0-9]{1,9})\s*(?::|=|\t+| [\u2013\u2014-] | {2,}|\s(?=[A-Z][a-z]+['a-z]* ))\s*(?=\S)"
)
GLOSS = re.compile(
    r"\s*(?:[;:\u2013\u2014\t]| - |,|\b(?:which|who|whose|where|that|had|was|were|is|has|also|formerly|previously|known as|on behalf|in respect|"
    r"covering|including|providing|provider|registered|and (?:at|in|on|by|with|to|was|were|their|its|one|two)|as|for|in relation|regarding|with whom|about|to)\b(?=\s))"
)
FORMER = re.compile(
    r"^(?:now|formerly|previously|also|then|later|known as|hereafter|referred to as|hereinafter|now part of|the|and|or|called|since|at the time|until \d{4}|from \d{4}|,)+\s+",
    re.I,
)
PATIENTS = re.compile(
    r"\b(?:GPs?|practice|surgery|doctors?|registered|patients?)\b[^.;]*?\b(?:for|of|to)\s+(?P<who>[^.;()]+)", re.I
)
EMPLOYER = re.compile(
    r"^(?:the )?(?:her|his|their|\w+(?: \w)?'s?) (?:\w+ )?(?:employer|landlord|school|nursery|gp|workplace|surgery|practice|college)s?$"
)
COMMAS = re.compile(r",\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a body: where, under what name and short forms, and what is said of it there."""

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
    if by_name and by_gloss and by_gloss.rank > max(3, by_name.rank) and not _ends_in_kind(name, by_name.phrase):
        return by_gloss.type, by_gloss.rank
    if by_name and (by_name.rank > 3 or by_gloss is None or by_gloss.rank <= max(3, by_name.rank)):
        return by_name.type if by_name.rank else None, by_name.rank
    if by_gloss and by_gloss.rank:
        return by_gloss.type, by_gloss.rank
    return (by_name.type, by_name.rank) if by_name and by_name.rank else (None, 0)


def _ends_in_kind(name: str, phrase: str) -> bool:
    """Whether the words that tell the kind close the name, so that they are its head."""
    folded = plain(name.split(",")[-1])
    return folded.endswith((phrase, phrase + "s")) or "." in phrase


def entry(
    text: str, knowledge: CastKnowledge, participation: str, document: int, start: int, *, keyed: bool = False
) -> Naming | None:
    """Take one entry apart; None where it names nothing."""
    label = LABEL.match(text)
    offset = label.end() if label and label.end() < len(text) else 0
    words = text[offset:]
    key = KEYED.match(words) if keyed else None
    aliases: list[str] = []
    if key and is_acronym(key[1]):
        aliases.append(key[1])
        words, offset = words[key.end() :], offset + key.end()
    outside, inside = brackets(words)
    name, before, after = _name_of(outside, knowledge)
    if not name:
        return None
    named, told = (
        ([], []) if any(PATIENTS.search(i) and not is_acronym(i) for i in inside) else _of_brackets(inside, knowledge)
    )
    gloss = "; ".join(part for part in (before, after, *told, *inside) if part.strip())
    at = words.find(name.split(",")[0].split(" ")[0])
    agency_type, rank = kind_from(name, gloss, knowledge)
    begin = start + offset + max(at, 0)
    end = start + offset + len(words.rstrip(" .;,"))
    return Naming(
        name, tuple(dict.fromkeys([*aliases, *named])), gloss, agency_type, rank, participation, document, begin, end
    )


def _name_of(words: str, knowledge: CastKnowledge) -> tuple[str, str, str]:
    """The name, what stands before it and what after it in an entry without its brackets."""
    words = words.strip(" .;,:\u2013-\t")
    first = next((m.start() for m in re.finditer(r"(?<![\w'])[A-Z]", words)), None)
    if first is None:
        return "", words, ""
    lead = words[:first]
    if (
        lead
        and not re.fullmatch(
            r"(?:(?:and|from|by|the|a|an|of|to|also|both|then|charity|registered|local|national|project|school|firm|solicitors|practice|company|\w+ council's|county|city|borough) )*",
            lead,
        )
        and len(lead.split()) > 3
    ):
        pass
    rest = words[first:]
    if first == 0:
        rest = re.sub(r"^(?:The|From|By|And|A|An) (?=[A-Z])", lambda m: m[0] if m[0] == "The " else "", rest)
    end = len(rest)
    for cut in GLOSS.finditer(rest):
        if cut.start() == 0:
            continue
        if cut[0].strip() == "," and _continues(rest, cut.end(), knowledge):
            continue
        if (
            cut[0].strip() in ("for", "to", "as")
            and re.match(r"\s[A-Z]", rest[cut.end() :])
            and not _whose(rest[cut.end() :])
        ):
            continue
        end = cut.start()
        break
    return rest[:end].strip(" ,"), lead.strip(), rest[end:].strip(" ,;:\u2013-")


def _whose(words: str) -> bool:
    return bool(
        re.match(
            r"\s*(?:Adult|Child|Mr|Mrs|Ms|Miss|Subject|[A-Z]\w* and |[A-Z]{1,3}\d?\b|[A-Z][a-z]+$|[A-Z][a-z]+,)", words
        )
    )


def _continues(words: str, at: int, knowledge: CastKnowledge) -> bool:
    """Whether the words after a comma go on with the name: "X Council, Housing"."""
    following = re.split(r"[,;:]| - ", words[at:], maxsplit=1)[0].strip()
    return (
        bool(following)
        and following[0].isupper()
        and not following.startswith("The ")
        and all(
            w[0].isupper() or w in ("of", "and", "for", "the", "hours", "out", "service", "services", "team")
            for w in following.split()
        )
    )


def _of_brackets(inside: tuple[str, ...], knowledge: CastKnowledge) -> tuple[list[str], list[str]]:
    """The other names that brackets give, and their words of description."""
    names: list[str] = []
    told: list[str] = []
    for words in inside:
        outside, deeper = brackets(words)
        for piece in re.split(r"[;,/]| and (?=the |[A-Z])| or ", outside):
            stripped = FORMER.sub("", piece.strip()).strip(" \"'.,")
            if not stripped:
                continue
            whole = re.fullmatch(RUN, stripped)
            if (
                is_acronym(stripped)
                or '"' in piece
                or (piece.strip().startswith("the ") and whole and len(stripped.split()) <= 2)
                or whole
                and (len(stripped.split()) > 1 or knowledge.kind_of(stripped))
                and not PATIENTS.search(piece)
                or stripped[0].isupper()
                and knowledge.is_complete(stripped)
                and len(stripped.split()) > 1
                and not PATIENTS.search(piece)
            ):
                names.append(stripped)
        more, further = _of_brackets(deeper, knowledge)
        names += more
        told += [outside, *further]
    return [n for n in names if not n.isdigit()], told


def patients(gloss: str) -> str:
    """The words that say whose practice it is, empty where none do."""
    found = PATIENTS.search(gloss)
    return found["who"] if found else ""


def inline(text: str, knowledge: CastKnowledge, *, item: bool = False) -> Iterator[tuple[int, str]]:
    """The entries of a list that stands in a sentence, with their offsets; an `item` of a list is not cut at commas."""
    pieces = _semicolons(text)
    single = len(pieces) < 2 and not item
    for at, piece in pieces:
        yield from _joined(at, piece, knowledge, commas=single)


def _semicolons(text: str) -> list[tuple[int, str]]:
    from dhr_graph.loaders.cast.wording import split_outside

    return [(at, piece) for at, piece in split_outside(text, ";") if piece.strip()]


def _joined(at: int, piece: str, knowledge: CastKnowledge, *, commas: bool) -> Iterator[tuple[int, str]]:
    """Split at commas (if so told) and at "and" where another name begins; what follows without a capital is description."""
    start = 0
    for cut in re.finditer(
        r",? and (?:from |by |of )?|, (?:from |by |of )?" if commas else r",? and (?:from |by |of )?", piece
    ):
        if piece.count("(", 0, cut.start()) > piece.count(")", 0, cut.start()):
            continue
        left, right = piece[start : cut.start()], piece[cut.end() :]
        if _begins(right, knowledge, cut[0]) and (_ends(left, knowledge) or ("," in cut[0] and commas)):
            yield at + start, left
            start = cut.end()
    yield at + start, piece[start:]


def _ends(left: str, knowledge: CastKnowledge) -> bool:
    outside, _ = brackets(left)
    head = re.split(r",|\bwhich\b|\bwhose\b|\bwhere\b|\bwho\b", outside)[0]
    return (
        left.rstrip().endswith(")")
        or knowledge.is_complete(head)
        or bool(re.search(r", (?:an?|the|its|which|who|where|whose)\b|\bwhich\b|\bwho\b", outside))
    )


def _begins(right: str, knowledge: CastKnowledge, joint: str) -> bool:
    """Whether a name of its own begins here."""
    words = re.match(
        r"(?:the |a |an )?(?:charity |local |county council's |city council's |council's |\w+'s employer, )?(?P<name>[A-Z]\S*(?: [A-Z&]\S*| (?:of|on|and|for|the|in) (?:the )?[A-Z]\S*)*)",
        right,
    )
    if not words:
        return bool(
            re.match(
                r"(?:the|a|an|her|his|their) (?:\w+ ){0,2}(?:school|surgery|practice|hospital|employer|nursery)\b",
                right,
            )
        )
    name = words["name"].rstrip(",.;")
    first = plain(name).split()[:1]
    generic = bool(first) and first[0] in knowledge.vocabulary
    kind = knowledge.kind_of(name)
    if generic and " and" in joint and "," not in joint:
        return knowledge.known(name) is not None or (kind is not None and kind.rank >= 7 and len(name.split()) > 1)
    return (
        len(name.split()) > 1
        or is_acronym(name)
        or kind is not None
        or knowledge.known(name) is not None
        or "," in joint
    )
