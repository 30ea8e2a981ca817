"""Which line is a heading, and how high: numbers, capitals, emphasis, Markdown's marks, or a title alone on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.readers.labels import Label
from dhr_graph.loaders.readers.layout import layout

LONGEST, MOST_WORDS = 120, 14
LONGEST_TITLE, MOST_TITLE_WORDS = 80, 10
DIVISION, CAPITALS, NESTED_CAPITALS, NOUN, MARKED, TITLE = 5, 10, 45, 50, 55, 60
MOST_OF_KIND = 4
MARKDOWN = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
ASKING = frozenset({"what", "how", "who", "why", "when", "where", "which", "whether"})
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands: alone between blank lines, heading a block, enclosed in marks, after a colon, before what."""

    alone: bool
    leads: bool
    marked: bool = False
    before_sibling: bool = False
    before_prose: bool = False
    before_list: bool = False
    before_child: bool = False
    before_story: bool = False
    announced: bool = False


def heading_rank(words: str, label: Label | None, standing: Standing) -> int | None:
    """The rank of a line as a heading, the smaller the higher, or None where it is text; `words` lack the label."""
    if label is not None and label.bullet:
        return None
    if not (standing.alone or standing.leads):
        return CAPITALS if label is None and _could_be_title(words) and _is_capital_line(words) else None
    if label is not None and label.series == "noun" and not words:
        return NOUN if standing.alone else None
    if not _could_be_title(words):
        return None
    if _division().match(words):
        return DIVISION
    if label is not None and label.printed is not None:
        return _labelled_rank(words, label, standing)
    if is_capitals(words):
        return CAPITALS
    if standing.marked:
        return MARKED
    of_prose = standing.before_prose and not standing.announced and _in_title_case(words)
    if is_title(words) and (standing.alone or standing.before_list or of_prose):
        return TITLE
    of_parts = standing.alone and standing.before_story and (_is_of_two_parts(words) or _is_of_period(words))
    return TITLE if of_parts else None


def announces(line: str) -> bool:
    """Whether a line leads to a list: it ends in a colon, and is no title itself ("The following took part:")."""
    words = line.strip()
    title = words.rstrip(": ")
    if not words.endswith(":") or MARKDOWN.match(line) or is_capitals(title) or _division().match(title):
        return False
    return not is_title(title)


def _is_of_period(words: str) -> bool:
    """Whether a title and a time are the title of a part ("The strain begins to show: January to August 2019")."""
    known = layout()
    parts = [WORD.findall(part.lower()) for part in words.split(": ")]
    if len(parts) != 2 or not all(parts) or len(words) > LONGEST_TITLE:
        return False
    times = [part for part in parts if _tells_when(part)]
    titles = [part for part in parts if part not in times]
    return (
        len(times) == 1
        and 1 < len(titles[0]) <= MOST_TITLE_WORDS
        and not (known.fields - known.small_words) & set(titles[0])
    )


def _tells_when(tokens: list[str]) -> bool:
    known = layout()
    dated = [t for t in tokens if t in known.months or YEAR.fullmatch(t)]
    return bool(dated) and all(t in dated or t in known.of_times for t in tokens)


def _is_of_two_parts(words: str) -> bool:
    """Whether a kind and a name are the title of a part, not a field of the title page ("Police: Northmere Police")."""
    kind, colon, name = words.partition(": ")
    name = name.removeprefix("the ")
    known, tokens = layout(), WORD.findall(kind.lower())
    if not colon or not name[:1].isalpha() or any(c.isdigit() for c in name) or not 0 < len(tokens) <= MOST_OF_KIND:
        return False
    return not known.fields & set(tokens) and is_title(kind) and is_title(name) and _in_title_case(name)


def _labelled_rank(words: str, label: Label, standing: Standing) -> int | None:
    emphatic = standing.marked or is_capitals(words)
    if not label.numbered:
        return CAPITALS + 5 if is_capitals(words) and label.series == "stop" else None
    if label.series == "noun" or (label.printed or "").endswith(")"):
        return None
    if (standing.before_sibling and not emphatic) or not (emphatic or standing.before_child or is_title(words)):
        return None
    return 10 * label.depth


def _could_be_title(words: str) -> bool:
    if not words or len(words) > LONGEST or len(words.split()) > MOST_WORDS or "\t" in words:
        return False
    if words.rstrip("\"'\u2019\u201d").endswith((".", ",", ";")) and not is_capitals(words):
        return False
    return any(c.isalnum() for c in words)


def is_capitals(words: str) -> bool:
    """Whether all letters are capitals, and enough of them to be no abbreviation alone."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= 4 and all(c.isupper() for c in letters)


def _is_capital_line(words: str) -> bool:
    return is_capitals(words) and len(words.split()) > 1


def is_title(words: str) -> bool:
    """Whether the words are short, begin like a title, and hold no finite verb (questions excepted)."""
    known = layout()
    tokens = [token.lower() for token in WORD.findall(words)]
    if not tokens or len(words) > LONGEST_TITLE or len(tokens) > MOST_TITLE_WORDS:
        return False
    if not (words[0].isupper() or words[0] in "\"'\u2018\u201c(" or re.match(r"(?:19|20)\d\d\b", words)):
        return False
    if words.lower().startswith("the following ") and words.endswith(":"):
        return False
    if words.endswith("!") or re.search(r"www\.|://|@", words) or _is_date(tokens):
        return False
    if ":" in words and (not words.endswith(":") or len(tokens) > 6):
        return False
    return words.endswith("?") or tokens[0] in ASKING or not any(token in known.finite_verbs for token in tokens)


def _is_date(tokens: list[str]) -> bool:
    months = layout().months
    rest = [t for t in tokens if t not in months and not re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)?", t)]
    return not rest and len(tokens) > 1 or (len(tokens) == 1 and tokens[0] in months)


def _in_title_case(words: str) -> bool:
    small = layout().small_words
    return all(t[0].isupper() or t[0].isdigit() or t in small for t in WORD.findall(words))


@lru_cache(maxsize=1)
def _division() -> re.Pattern[str]:
    number = rf"(?:\d{{1,2}}|[A-Z]|[IVX]{{1,5}}|{NUMBER_WORDS})"
    return re.compile(rf"(?:{layout().division_nouns})[ \t]+{number}(?:[ \t]*[:.\u2013\u2014-].*)?$", re.IGNORECASE)
