"""Whether words say that no record of a deed is found, which is less than saying that the deed was not done."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources


@functools.cache
def _patterns() -> Mapping[str, Sequence[re.Pattern[str]]]:
    lists = tomllib.loads(resources.files(__package__).joinpath("no_record.toml").read_text(encoding="utf-8"))
    return {name: [re.compile(words, re.IGNORECASE) for words in patterns] for name, patterns in lists.items()}


def finds_no_record(quote: str) -> bool:
    """Whether a quote of an omission rests on there being no record of the deed, and on nothing else."""
    words = " ".join(quote.split())
    absence, outright = (any(p.search(words) for p in _patterns()[name]) for name in ("absence", "outright"))
    return absence and not outright
