"""Looking things up: one record with its words in context, one review at a glance, full text over the passages."""

from dhr_graph.lookup.mentions import Mention, mentions_of
from dhr_graph.lookup.search import Hit, search
from dhr_graph.lookup.show import Quotation, Shown, show
from dhr_graph.lookup.show_review import ReviewShown, show_review

__all__ = ["Hit", "Mention", "Quotation", "ReviewShown", "Shown", "mentions_of", "search", "show", "show_review"]
