"""Looking things up: one record with its words in context, and full text over the passages."""

from dhr_graph.lookup.mentions import Mention, mentions_of
from dhr_graph.lookup.search import Hit, search
from dhr_graph.lookup.show import Quotation, Shown, show

__all__ = ["Hit", "Mention", "Quotation", "Shown", "mentions_of", "search", "show"]
