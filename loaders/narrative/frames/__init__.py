"""One module for each family of predicates: what it takes for its words to tell of an event."""
