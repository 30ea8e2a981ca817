"""The build: files become reviews, reviews are read, and what they say is written, one review at a time."""

from dhr_graph.building.build import build
from dhr_graph.building.extraction import Extraction, narrative
from dhr_graph.building.grouping import ReviewFiles, group_files
from dhr_graph.building.report import BuildReport, Failure, Progress

__all__ = [
    "BuildReport",
    "Extraction",
    "Failure",
    "Progress",
    "ReviewFiles",
    "build",
    "group_files",
    "narrative",
]
