"""dhr-graph reads domestic homicide reviews into a knowledge graph in which every fact points to its words.

Nothing is imported here, so that each part costs only what it needs: `dhr_graph.building` reads files into a dataset,
`dhr_graph.questions` answers from it, `dhr_graph.model` holds the records and `dhr_graph.errors` what can go wrong.
"""

from dhr_graph.version import VERSION

__all__ = ["__version__"]

__version__ = VERSION
