"""Words as names: folding, runs of capitals, sentences, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

PLAIN = str.maketrans(
    {
        "\n": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "*": " ",
        "|": " ",
        "_": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u00ad": " ",
    }
)
WORD = r"[A-Z][A-Za-z0-9\u00c0-\u017f&]*(?:['\u2019/-][A-Za-z0-9\u00c0-\u017f]+)*(?:['\u2019](?= [A-Z]))?"
CAPITAL = rf"(?:(?:St\. (?=[A-Z]))?{WORD})"
JOINT = r"(?: (?:of|and|for|on|upon|in|at|y|yr|i|de|le|&|with)(?: the)?)"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
RUN = re.compile(
    rf"(?<![\w'\u2019-]){CAPITAL}(?: \d{{1,3}}\b(?![/.:,]?\d| {MONTH})|(?: |{JOINT} )(?!{MONTH}\b){CAPITAL})*"
)
TOKEN = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?<=[.!?])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bMrs\.)\s+(?=[\"'(A-Z\d])")
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z&/0-9-]{1,9}")
VOWELLESS = re.compile(r"\b(?!ST\b|MR\b|MRS\b|DR\b)[B-DF-HJ-NP-TV-XZ]{2,4}\b")
JOINED = re.compile(r"(?<= )(?:And|Of|The|For|In|On|At|With|To|By|From)(?= )")
BRACKETED = re.compile(r"\([^()]*\)")
DEFINED = re.compile(r"\((?:[\"'\u2018\u201c][^()]*|[A-Z]{2,6}|(?=[^()]*[a-z])[^()]*)\)")
STOP = frozenset(["the", "of", "and", "for", "a", "an", "in", "on", "at", "s"])


@lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """Fold a name for comparison: small letters, no apostrophes, "and" for "&", single blanks."""
    text = words.lower().replace("\u2019", "'").replace("'", "").replace("&", " and ")
    return " ".join(TOKEN.findall(text))


@lru_cache(maxsize=65536)
def bare(words: str) -> str:
    """A folded name without its articles and joints, for comparison as a set of words."""
    return " ".join(w for w in plain(words).split() if w not in STOP)


def is_in_capitals(text: str) -> bool:
    """Whether a title is in capitals, whatever stands in its brackets ("BECK HOSPITAL (\"the Hospital\")")."""
    return BRACKETED.sub("", text).isupper()


def lowered(text: str) -> str:
    """A text in capitals as a title is written, the same characters for one: "Beck Hospital and the Mill NHS Trust".

    Short forms in brackets, and what is quoted there, stay as they are.
    """
    titled = text.title().replace("'S", "'s")
    if len(titled) != len(text):
        return text
    titled = JOINED.sub(lambda joint: joint[0].lower(), titled)
    for short in VOWELLESS.finditer(text):
        titled = titled[: short.start()] + short[0] + titled[short.end() :]
    for aside in DEFINED.finditer(text):
        titled = titled[: aside.start()] + aside[0] + titled[aside.end() :]
    return titled


def straighten(text: str) -> str:
    """The same characters, one for one, with plain quotes and blanks."""
    return text.translate(PLAIN)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with their offsets; abbreviations of titles end none."""
    start = 0
    for gap in SENTENCE.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    if text[start:].strip():
        yield start, text[start:]


def is_acronym(words: str) -> bool:
    """Whether words are a short form in capitals: CSC, HIDVA, EoE."""
    return bool(ACRONYM.fullmatch(words)) and sum(c.isupper() for c in words) * 2 >= len(words.strip("s"))


def brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with blanks for its outermost brackets, and what stood in them."""
    out, inside, depth, start = [], [], 0, 0
    for i, c in enumerate(text):
        if c == "(":
            depth += 1
            start = i + 1 if depth == 1 else start
        elif c == ")" and depth:
            depth -= 1
            if depth == 0:
                inside.append(text[start:i])
                out.append(" ")
        elif depth == 0:
            out.append(c)
    if depth:
        inside.append(text[start:])
    return re.sub(r"\s+([,;.])", r"\1", re.sub(r"\s+", " ", "".join(out))).strip(), tuple(inside)


def split_outside(text: str, separator: str) -> list[tuple[int, str]]:
    """Parts between separators that stand outside brackets, with offsets."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")" and depth > 0)
        if c == separator and depth == 0:
            parts.append((start, text[start:i]))
            start = i + 1
    return [*parts, (start, text[start:])]


def initials(words: str) -> set[str]:
    """The short forms that a name's initials make, with and without its joints."""
    tokens = TOKEN.findall(words.replace("'s", "").replace("\u2019s", ""))
    full = "".join(t[0] for t in tokens).upper()
    short = "".join(t[0] for t in tokens if t.lower() not in STOP).upper()
    capitals = "".join(t[0] for t in tokens if t[0].isupper()).upper()
    return {full, short, capitals} - {""}
