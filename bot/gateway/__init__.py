"""From an update to its answer: kept first, then understood, then put into the outbox."""
