"""The cast of a review: who its persons, agencies and forums are, and how they are named everywhere."""

from __future__ import annotations

from dhr_graph.loaders.cast.cast import Cast
from dhr_graph.loaders.cast.finding import find_cast
from dhr_graph.loaders.cast.knowledge import CastKnowledge
from dhr_graph.loaders.cast.mentions import Mention
from dhr_graph.loaders.cast.particulars import Particulars, find_review
from dhr_graph.loaders.cast.rule_tables import load_cast_knowledge

__all__ = ["Cast", "CastKnowledge", "Mention", "Particulars", "find_cast", "find_review", "load_cast_knowledge"]
