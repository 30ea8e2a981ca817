"""What the extraction knows of language, as data that a domain expert can read."""
