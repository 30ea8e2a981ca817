"""Collections of any size for measuring speed: the example reviews again and again, each about another place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.review_sets import ROOT

PLACES = {"kelderby": "Kelder", "marlowick": "Marlow", "orrisdale": "Orris", "thornbeck": "Thorn"}
FIRST = ("Bar", "Cor", "Den", "Fal", "Gor", "Hal", "Lin", "Mar", "Nor", "Pen", "Ros", "Sel", "Tar", "Ul", "Ven", "Win")
SECOND = ("ba", "cro", "da", "fe", "ga", "ho", "ke", "la", "mo", "na", "per", "ri", "sa", "ta", "vo", "wy")


def make_reviews(folder: Path, number: int) -> list[Path]:
    """Write reviews into a folder, which is made; the same number gives the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    examples = [(path, path.read_text(encoding="utf-8")) for path in _examples()]
    made: list[Path] = []
    for at, stem in zip(range(number), _stems(), strict=False):
        path, text = examples[at % len(examples)]
        place = PLACES[path.stem]
        renamed = text.replace(place, stem).replace(place.upper(), stem.upper())
        made.append(folder / f"{stem.lower()}-{path.name}")
        made[-1].write_text(renamed, encoding="utf-8")
    return made


def _examples() -> list[Path]:
    return sorted(path for path in (ROOT / "examples").iterdir() if path.stem in PLACES)


def _stems() -> Iterator[str]:
    yield from map("".join, product(FIRST, SECOND))
    yield from map("".join, product(FIRST, SECOND, SECOND))
