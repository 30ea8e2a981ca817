"""Who knew of a risk and what is recorded of their sharing it: derived from the records, never asserted."""

from dhr_graph.knowledge.derivation import derive
from dhr_graph.knowledge.wordings import FlagWording, VerdictWording, flag_wording, verdict_wording

__all__ = ["FlagWording", "VerdictWording", "derive", "flag_wording", "verdict_wording"]
