"""What is checked before anybody trusts a dataset: its shape, its words, its links."""

from dhr_graph.checking.findings import INFO, SEVERITIES, VIOLATION, WARNING, Finding, by_severity
from dhr_graph.checking.links import check_links
from dhr_graph.checking.review import check_review
from dhr_graph.checking.shapes import check_shapes
from dhr_graph.checking.words import check_offsets

__all__ = [
    "INFO",
    "SEVERITIES",
    "VIOLATION",
    "WARNING",
    "Finding",
    "by_severity",
    "check_links",
    "check_offsets",
    "check_review",
    "check_shapes",
]
