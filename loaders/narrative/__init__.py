"""From prose to events: grammar, frames of predicates, assertion, dates and risk."""
