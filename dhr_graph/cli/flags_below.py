"""Flags in a printed table: what tells its rows apart stands in them, what they have in common in a line below."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dhr_graph.cli.listing import Cell, Listing

if TYPE_CHECKING:
    from dhr_graph.knowledge import FlagWording

FLAGS, REVIEW = "flags", "review"
FEWEST = 2
"""A row alone has nothing in common with others."""


def with_flags_below(listing: Listing, reviews: Sequence[Cell]) -> Listing:
    """The listing with each flag of all rows, or of all rows of a review where it speaks of the review, in a note.

    `reviews` has the review of each row. A flag with a value goes where a column of its name shows the value. Nothing
    changes where the listing has no list of flags.
    """
    rows = [list(row) for row in listing.rows]
    place = listing.columns.index(FLAGS) if FLAGS in listing.columns else None
    if place is None or not all(isinstance(row[place], tuple) for row in rows):
        return listing
    flags = [_told_apart(row[place], listing.columns) for row in rows]
    common = {flag: _reviews_of(flag, flags, reviews) for flag in sorted({flag for each in flags for flag in each})}
    for row, own, review in zip(rows, flags, reviews, strict=True):
        row[place] = tuple(flag for flag in own if review not in common[flag])
    return dataclasses.replace(listing, rows=rows, notes=(*listing.notes, *_notes(common, reviews)))


def _told_apart(cell: Cell, columns: Sequence[str]) -> tuple[str, ...]:
    listed = cell if isinstance(cell, tuple) else ()
    return tuple(flag for flag in listed if "=" not in flag or flag.partition("=")[0] not in columns)


def _reviews_of(flag: str, flags: Sequence[Sequence[str]], reviews: Sequence[Cell]) -> frozenset[Cell]:
    """The reviews from whose rows a flag is taken."""
    lacking = {review for own, review in zip(flags, reviews, strict=True) if flag not in own}
    if not lacking and len(flags) >= FEWEST:
        return frozenset(reviews)
    wording = _wording(flag)
    return frozenset(reviews) - lacking if wording is not None and wording.of_review else frozenset()


def _notes(common: Mapping[str, frozenset[Cell]], reviews: Sequence[Cell]) -> Iterator[str]:
    """One note for all flags that the same reviews have."""
    every = list(dict.fromkeys(reviews))
    for named in dict.fromkeys(found for found in common.values() if found):
        words = "; ".join(_in_words(flag) for flag, found in common.items() if found == named)
        yield f"On all rows{_where(named, every)}: {words}."


def _in_words(flag: str) -> str:
    wording = _wording(flag)
    return f"{flag} ({wording.label})" if wording is not None else flag


def _wording(flag: str) -> FlagWording | None:
    """The words of a flag; None for one that a question of the user's own has."""
    from dhr_graph.knowledge.wordings import flag_codes, flag_wording

    return flag_wording(flag) if flag.partition("=")[0] in flag_codes() else None


def _where(named: frozenset[Cell], every: Sequence[Cell]) -> str:
    """Of which reviews, or but for which, whichever are fewer."""
    others = [str(review) for review in every if review not in named]
    if not others:
        return ""
    fewer = len(others) < len(named)
    listed = ", ".join(others if fewer else [str(review) for review in every if review in named])
    return f" but those of {listed}" if fewer else f" of {listed}"
