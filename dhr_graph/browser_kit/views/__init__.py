"""Cypher that draws or lists parts of the graph for the guide: a title, a note, and a query that runs as it is."""
