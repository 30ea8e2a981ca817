"""A candidate: what one clause was read as, before dates, risk and duplicates are settled."""

from __future__ import annotations

from dataclasses import dataclass

from dhr_graph.loaders.narrative.clauses import Clause

PASSING = frozenset({"referral", "information_share"})
"""The types by which information goes from one agency to another."""

SUMMONED = "share.summoned"
"""The rule of an agency's call for the police or an ambulance, which may be about anything."""

SILENT = "share.silent"
"""The rule of a letter that is told by what it did not hold."""

ARRIVED = "referral.arrived"
"""The rule of a referral of which it is said only afterwards where it came to."""

GRAVE = frozenset({"incident", "disclosure"})
"""The types beside which a mere contact need not be told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a clause; agencies and persons are ids of the cast.

    `basis` says what the agency was filled from: the sentence, a pronoun, the section, what was spoken of before.
    """

    type: str
    rule: str
    clause: Clause
    agency: str | None = None
    basis: str = "none"
    recipient: str | None = None
    told_by: str | None = None
    level: str | None = None
    tool: str | None = None
    missed_kind: str | None = None
    outcome: str | None = None
