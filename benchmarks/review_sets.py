"""The sets of reviews with gold facts: the invented ones that ship here, and others where they are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INVENTED = ROOT / "benchmarks" / "reviews"
SHARED = ROOT.parent / "shared"
"""A folder beside the repository that may hold further reviews and phrases; none of it ships with the project."""

LOOKED_AT = (
    "abbots_weir", "aldermere", "ambrosden", "ashcombe", "averill", "axminster_vale", "bexford", "brackenfell",
    "bramley_cross", "breckland_vale", "brindle_moor", "calderbrook", "carrow_hill", "cawston", "coldbeck",
    "cwm_arian", "danbury_hythe", "dray_ferry", "dunholme_rise", "dunmere", "dunsby", "easton_vale", "eastrop",
    "ellerdine", "elmsworth", "elstow_green", "ewelow", "farleigh_wick", "fenwater", "fenwright", "foundry_court",
    "foxcote", "garrowby", "garsdale", "gildersome", "greasby_moor", "hallingdale", "harrowmere", "hartsmoor",
    "hartwick_bridge", "haverthwaite", "hexworth", "hollin_cross", "hollowell", "ingleby_cross", "inglewade",
    "inkberrow_down", "jarrow_dene", "juniper_hill", "kelso_park", "kestleborough", "kestleford", "kingsmere",
    "kirkby_lathe", "langthwaite", "lowmere", "lowmoor", "lydgate", "lyme_cross", "marchfield", "marlpit",
    "melbury_down", "mossgill", "nettlecombe", "norrington", "oakhanger", "osmotherby", "ottershaw", "pellhaven",
    "penhallow", "pennistone", "pensilva", "pickmere", "quarrington", "quenby", "redmarley", "sandiacre_green",
    "silverbeck", "tarnbury", "tarrant", "thirlby", "thixendale", "thornaby_vale", "tolworth_hithe", "ulverdale",
    "umberleigh", "upavon", "vernham", "wexcombe", "wexley", "wharfe_green", "whinfell", "yelverton", "zeals_ford",
)  # fmt: skip
SCORES_ONLY = (
    "fairlight_cove", "garth_end", "icknell", "ruddington", "saltmarsh", "stonyhurst", "wrenfield", "yarrow_cross",
    "yoxall_green",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """Reviews that are scored together: `NAME.txt` in one folder, `NAME.json` in another."""

    name: str
    texts: Path
    gold: Path
    members: tuple[str, ...]


def review_sets(shared: Path = SHARED) -> Iterator[ReviewSet]:
    """The sets at hand: unseen texts first, then those that were read while rules were written."""
    yield ReviewSet("invented, watched as scores only", INVENTED / "text", INVENTED / "gold", SCORES_ONLY)
    yield ReviewSet("invented, looked at", INVENTED / "text", INVENTED / "gold", LOOKED_AT)
    gold = shared / "gold"
    members = tuple(path.stem for path in sorted(gold.glob("*.json")))
    if members:
        yield ReviewSet("written with, not in the project", shared / "reviews", gold, members)
