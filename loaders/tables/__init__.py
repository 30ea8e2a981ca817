"""From rows to facts; empty until tables are read."""
