"""A conversation as a page shows it."""
