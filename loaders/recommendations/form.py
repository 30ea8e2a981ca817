"""The form of a request: which words ask for something to be done, and what stands before them only as a lead."""

from __future__ import annotations

import re
from collections.abc import Callable

from dhr_graph.identifiers import fold
from dhr_graph.loaders.recommendations.request import plain_text
from dhr_graph.loaders.recommendations.rules import RecommendationRules

LEAD = re.compile(
    r"^\W{0,4}(?P<lead>[^.:;\u2013\u2014<>*\n\t]{2,90}?)\s*?"
    r"(?P<mark>(?:[*_]{1,2}|</?\w+>)*\s*[:.]\s*(?:[*_]{1,2}|</?\w+>)*\s+|(?:[*_]{1,2}|</?\w+>)+\s*|\s[-\u2013\u2014]\s+"
    r"|\)\s+|\s*[\n\t]\s*|,\s+(?=that\s)|\s+(?=(?:To|That|Should)\s[a-z]))(?=\S)"
)
LATE_MARK = re.compile(r"(?<=[.!?])\W*\s(?:the )?recommendation(?: \d+)?\s*[:\u2013\u2014-]\s*", re.IGNORECASE)
NO_VERB = re.compile(r"(the|an?|his|her|their|its|him|them)\b")
PAST = re.compile(r"\b[a-z]{3,}ed\b")
TOLD = re.compile(r"\b(was|were|had|did|said|told|has been|have been|would)\b")
LEAD_WORDS = 12
TITLE_WORDS = 6
SUBJECT_WORDS = 22


def asks(words: str, rules: RecommendationRules) -> bool:
    """Whether words open as a request: an imperative, an infinitive, a performative, or somebody who should act."""
    plain = fold(plain_text(words)).lstrip("\"'( -")
    if rules.imperatives.match(plain) and len(plain.split()) > 2:
        return True
    if rules.performative.search(plain[:160]):
        return True
    verb = rules.verbs.search(plain)
    if verb is None or verb.end() >= len(plain) - 8:
        return False
    before = plain[: verb.start()]
    after = plain[verb.end() :].lstrip()
    if len(before.split()) >= SUBJECT_WORDS or TOLD.search(before) or after.startswith("have "):
        return False
    return verb.group() != "to" or not (NO_VERB.match(after) or PAST.search(before))


def lead_length(words: str, rules: RecommendationRules, names: Callable[[str], bool]) -> tuple[int, str]:
    """How many characters of a request are a lead before it (a title, a name and a colon), and the lead's words.

    "Tallis Homes: to train its officers", "Training. The Trust should ..."; (0, "") where there is none. `names` tells
    whether words are the name of somebody who can act.
    """
    late = LATE_MARK.search(words)
    if late and asks(words[late.end() :], rules):
        return late.end(), ""
    found = LEAD.match(words)
    if found is None:
        return 0, ""
    lead, mark, rest = found.group("lead"), found.group("mark"), words[found.end() :]
    plain = fold(re.sub(r"^(?:(?:For|To)(?: the)?|TO(?: THE)?)\s+(?=[A-Z])", "", plain_text(lead)))
    if len(plain.split()) > (TITLE_WORDS if mark.strip() == "." else LEAD_WORDS) or not rest.strip():
        return 0, ""
    if rules.verbs.search(plain) or TOLD.search(plain):
        return 0, ""
    if mark.strip() == ")" and "(" not in words[: found.start("lead")]:
        return 0, ""
    if rules.imperatives.match(plain) and mark.strip(" *_") not in (":", "-", "\u2013", "\u2014"):
        return 0, ""
    if names(plain_text(lead)) and (mark.strip() or rest[:1].isupper()):
        return found.end(), lead
    if rules.imperatives.match(plain) or mark.strip() in ("", ",", ")"):
        return 0, ""
    return (found.end(), lead) if asks(rest, rules) and (rest[:1].isupper() or mark.strip() != ".") else (0, "")
