"""The usual body of a type: which force "the police" are, where several took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dhr_graph.loaders.cast import Cast, Mention
from dhr_graph.loaders.cast.mentions import is_other_side
from dhr_graph.loaders.narrative.grammar import ParsedText

GEOGRAPHIC = frozenset({
    "police", "ambulance", "probation", "childrens_social_care", "adult_social_care", "mental_health",
})  # fmt: skip
NAMING = frozenset({"name", "alias"})
CLEARLY_OFTENER = 2


def usual_bodies(cast: Cast, parsed: Sequence[ParsedText]) -> Mapping[str, str]:
    """For each type of agency the id of the one that "the police" or "the hospital" means here.

    Of types that work by area it is the first that contributed; of others, one named much oftener than its like.
    """
    counts = Counter(
        m.member
        for p in parsed
        for m in cast.mentions(p.words)
        if m.kind == "agency" and m.member is not None and m.basis in NAMING
    )
    order = {body.id: at for at, body in enumerate(cast.bodies)}
    usual: dict[str, str] = {}
    for kind in sorted({body.agency_type for body in cast.bodies}):

        def rank(member: str, by_area: bool = kind in GEOGRAPHIC) -> tuple[bool, int, int, str]:
            return not _contributed(cast, member), order[member] if by_area else 0, -counts[member], member

        ranked = sorted((b.id for b in cast.bodies if b.agency_type == kind), key=rank)
        if len(ranked) == 1 or kind in GEOGRAPHIC or _is_clearly_first(ranked, counts):
            usual[kind] = ranked[0]
    return usual


def _is_clearly_first(ranked: Sequence[str], counts: Mapping[str, int]) -> bool:
    return counts[ranked[0]] >= CLEARLY_OFTENER * max(1, counts[ranked[1]])


def with_usual_bodies(
    words: str, mentions: Sequence[Mention], cast: Cast, agency: str | None, likely: Mapping[str, str]
) -> tuple[Mention, ...]:
    """Mentions in which "the police", where several forces took part, is one.

    It is the section's own (`agency`), else the force that was named last before it, but not as another's other side
    ("obtained his history from Tarn Police"), else the usual one (`likely`).
    """
    own = cast.body(agency) if agency is not None else None
    found: list[Mention] = []
    for mention in mentions:
        kind = mention.agency_type
        if kind not in GEOGRAPHIC or mention.basis != "role" or not _several_contributed(cast, kind):
            found.append(mention)
            continue
        alike = [m for m in found if m.agency_type == kind and m.member is not None]
        named = [m.member for m in alike if not is_other_side(words, m, alike)]
        of_section = own.id if own is not None and own.agency_type == kind else None
        member = of_section or (named[-1] if named else likely.get(kind))
        found.append(replace(mention, kind="agency", members=(member,)) if member is not None else mention)
    return tuple(found)


def _several_contributed(cast: Cast, agency_type: str) -> bool:
    return sum(b.agency_type == agency_type for b in cast.bodies if _contributed(cast, b.id)) > 1


def _contributed(cast: Cast, member: str) -> bool:
    body = cast.body(member)
    return body is not None and body.participation in {"imr", "report"}
