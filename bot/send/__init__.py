"""From the outbox to Telegram: what is tried again, what is not, and who is left alone."""
