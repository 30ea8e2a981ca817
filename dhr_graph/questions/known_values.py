"""Refusing values that nothing in the dataset bears: an answer without rows to a misspelt name would exonerate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dhr_graph.errors import DatasetError, UsageError
from dhr_graph.knowledge.wordings import flag_wording, verdict_wording
from dhr_graph.questions.question import Question, Value
from dhr_graph.vocabulary import vocabulary

SHOWN = 20
"""How many of the values that there are a refusal lists."""


def refuse_unknown(
    question: Question,
    values: Mapping[str, Value | None],
    reviews: Iterable[str],
    names: Callable[[str | None], Iterable[tuple[str, str]]],
) -> None:
    """Raise UsageError where a value names a review, agency, kind, flag or verdict that is not there, or is below 0.

    `reviews` are the slugs that there are, `names` gives what agencies and addressees are called in one review or in
    all, each with the full name, by which alone a question finds them: a short form is refused with the names that it
    stands for. Raises DatasetError where there is no review at all.
    """
    slugs = sorted(reviews)
    if not slugs:
        raise DatasetError("It holds no review.", where="dataset", remedy="Read some into it with `dhr-graph build`.")
    review, agency = values.get("review"), values.get("agency")
    if review is not None and review not in slugs:
        raise UsageError(f"there is no review {review!r}.", where=question.name, remedy=_listed(slugs))
    if isinstance(agency, str):
        _refuse_unknown_agency(question, agency, sorted(set(names(review if isinstance(review, str) else None))))
    for name, value in values.items():
        if isinstance(value, int) and value < 0:
            raise UsageError(f"the parameter {name!r} can't be below 0.", where=question.name, remedy="Give 0 or more.")
    _refuse_unknown_codes(question, values)


def _refuse_unknown_agency(question: Question, words: str, names: list[tuple[str, str]]) -> None:
    wanted = words.casefold()
    full = {name for _, name in names if wanted in name.casefold()}
    short_for = {name for called, name in names if wanted == called.casefold()} - full
    if short_for:
        what = f"{words!r} is a short form, and a question goes by the full name."
        remedy = f"Ask for one of these by a part of its name. {_listed(sorted(short_for | full - {words}))}"
        raise UsageError(what, where=question.name, remedy=remedy)
    if not full:
        what = f"no agency is called {words!r}, not even in part."
        raise UsageError(what, where=question.name, remedy=_listed(sorted({name for _, name in names})))


def _refuse_unknown_codes(question: Question, values: Mapping[str, Value | None]) -> None:
    kind, flag, verdict = values.get("kind"), values.get("without_flag"), values.get("verdict")
    kinds = vocabulary().schemes["missedKind"].codes
    if kind is not None and kind not in kinds:
        raise UsageError(f"there is no kind {kind!r}.", where=question.name, remedy=_listed(kinds))
    if flag is not None:
        flag_wording(str(flag))
    if verdict is not None:
        verdict_wording(str(verdict))


def _listed(values: Iterable[str]) -> str:
    every = list(values)
    more = f", and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return f"There are: {', '.join(every[:SHOWN]) or 'none'}{more}."
