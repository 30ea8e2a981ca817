"""The agencies of the United Kingdom that are known by name, as data."""
