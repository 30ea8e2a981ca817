"""What is known of how a review asks for something: the rules in `recommendations.toml`, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dhr_graph.errors import BadRules
from dhr_graph.identifiers import fold

Pattern = re.Pattern[str]
ROLES = ("text", "label", "body", "lead", "target_date", "status", "action", "next", "progress", "scope")


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """By which words the head of a column tells what stands in it."""

    role: str
    heads: Pattern
    never: Pattern


@dataclass(frozen=True, slots=True)
class ThemeRule:
    """The cues of one theme."""

    code: str
    cues: Pattern


@dataclass(frozen=True, slots=True)
class RecommendationRules:
    """How recommendations are worded, addressed, graded and laid out in plans."""

    verbs: Pattern
    performative: Pattern
    ordinals: Pattern
    imperatives: Pattern
    remarks: Pattern
    follow_on: Pattern
    level_headings: tuple[tuple[str, Pattern], ...]
    subjects: Pattern
    collective: Pattern
    staff: Pattern
    bodies: Pattern
    national: Pattern
    multi_agency: Pattern
    multi_agency_types: frozenset[str]
    columns: tuple[ColumnRule, ...]
    themes: tuple[ThemeRule, ...]

    def role_of(self, head: str) -> str | None:
        """What stands in a column, by its head."""
        plain = re.sub(r"\s+", " ", fold(re.sub(r"<[^>]+>|\*", " ", head))).strip(" .:*")
        return next((c.role for c in self.columns if c.heads.fullmatch(plain) and not c.never.search(plain)), None)

    def theme_of(self, text: str) -> str | None:
        """The theme with most distinct cues in the text, None where there is no cue."""
        plain = fold(text)
        counts = [(len(set(theme.cues.findall(plain))), -rank) for rank, theme in enumerate(self.themes)]
        most, rank = max(counts, default=(0, 0))
        return self.themes[-rank].code if most else None

    def level_of_heading(self, heading: str) -> str | None:
        """The level that a heading gives to what stands under it."""
        plain = fold(heading)
        return next((level for level, pattern in self.level_headings if pattern.search(plain)), None)


def _any(alternatives: Sequence[str]) -> Pattern:
    if not alternatives:
        return re.compile(r"(?!)")
    # A group of each cue would make findall return tuples, so cues are counted as a whole.
    inner = "|".join(re.sub(r"\((?!\?)", "(?:", alternative) for alternative in alternatives)
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w])")


def parse_recommendation_rules(text: str, where: str = "recommendations.toml") -> RecommendationRules:
    """Read the rules from TOML; raises BadRules where they don't follow the format."""
    try:
        return _rules(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise BadRules(
            f"The rules of recommendations can't be read: {error!r}.",
            where=where,
            remedy="Follow the form of loaders/rules/recommendations.toml.",
        ) from error


def _rules(table: dict[str, dict[str, list[str]]]) -> RecommendationRules:
    asking, headings, owners = table["asking"], table["headings"], table["owners"]
    columns: Sequence[dict[str, list[str]]] = table["column"]  # type: ignore[assignment]
    themes: Sequence[dict[str, list[str]]] = table["theme"]  # type: ignore[assignment]
    return RecommendationRules(
        **{
            name: _any(asking[name])
            for name in ("verbs", "performative", "ordinals", "imperatives", "remarks", "follow_on")
        },
        level_headings=tuple((level, _any(headings[level])) for level in ("single_agency", "multi_agency", "national")),
        subjects=_any(headings["subjects"]),
        **{name: _any(owners[name]) for name in ("collective", "staff", "bodies", "national", "multi_agency")},
        multi_agency_types=frozenset(owners["multi_agency_types"]),
        columns=tuple(ColumnRule(str(c["role"]), _any(c["heads"]), _any(c.get("never", []))) for c in columns),
        themes=tuple(ThemeRule(str(t["code"]), _any(t["cues"])) for t in themes),
    )


@lru_cache(maxsize=1)
def recommendation_rules() -> RecommendationRules:
    """The rules of recommendations that ship with the package."""
    source = resources.files("dhr_graph.loaders.rules").joinpath("recommendations.toml")
    return parse_recommendation_rules(source.read_text(encoding="utf-8"))
