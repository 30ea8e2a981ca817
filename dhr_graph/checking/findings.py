"""What a check has to say: how bad, where, and what."""

from __future__ import annotations

from dataclasses import dataclass

VIOLATION = "violation"
WARNING = "warning"
INFO = "info"
SEVERITIES = (VIOLATION, WARNING, INFO)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    `severity` is `violation` (must not be in a dataset), `warning` (a person should look) or `info`; `property` names
    the property of the record that it is about, if it is about one.
    """

    severity: str
    review: str
    record_id: str
    message: str
    property: str | None = None


def by_severity(findings: list[Finding]) -> list[Finding]:
    """The findings sorted for reading: worst first, then by review, record and message; each once."""
    order = {severity: rank for rank, severity in enumerate(SEVERITIES)}
    return sorted(set(findings), key=lambda f: (order[f.severity], f.review, f.record_id, f.property or "", f.message))
