"""Rasa's side of the gateway: the channel it is asked through."""
