"""Small invented reviews, different in form, that the demonstration and the tests read."""
