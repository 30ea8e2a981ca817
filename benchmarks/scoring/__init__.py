"""Scoring of extracted facts against gold facts: which facts are the same, and the shares of those that are right."""

from benchmarks.scoring.facts import ReviewFacts, gold_facts, read_json, table_facts
from benchmarks.scoring.figures import FIGURES, ReviewScore, mean_of, score

__all__ = ["FIGURES", "ReviewFacts", "ReviewScore", "gold_facts", "mean_of", "read_json", "score", "table_facts"]
