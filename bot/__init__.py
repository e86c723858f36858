"""The Telegram gateway: Telegram, inbox, Rasa, outbox, Telegram."""
