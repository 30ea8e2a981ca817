"""Ids that survive re-reading: a hash over what a person would call the same fact, never over offsets."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

BASE_IRI = "https://w3id.org/dhr-graph/"
"""The default base of all IRIs; a dataset keeps its own in its manifest."""

TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """Fold what typing varies (case, quotes, dashes, white space), so that a retyped quote keeps its id."""
    text = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(text.translate(TYPED).split())


def record_id(review: str, kind: str, *key: str | int | None) -> str:
    """The id of a record: `review/Kind/hash`, the hash over the parts of its key in order."""
    canonical = "\x1f".join([kind, *("" if part is None else fold(str(part)) for part in key)])
    return f"{review}/{kind}/{hashlib.sha256(canonical.encode('utf-8')).hexdigest()[:12]}"


def slugify(name: str) -> str:
    """A review's slug from its file's stem: letters, digits, `_`, `-` and `.`; never empty."""
    slug = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFKC", name).strip(), flags=re.UNICODE)
    return slug.strip("-.") or "review"


def review_id(review: str) -> str:
    """The id of a review's own record, which every fact of the review names."""
    return record_id(review, "Review", review)
