"""From a file to facts: readers, the cast, the narrative, recommendations, and the data that they know."""
