"""The ontology, its codes, shapes, alignments and JSON-LD context, as data."""
