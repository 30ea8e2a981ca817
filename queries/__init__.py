"""The questions: each a SPARQL file and its Cypher twin."""
