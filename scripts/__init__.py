"""Commands that start the assistant."""
