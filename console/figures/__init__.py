"""Figures per day and topic, each with the conversations behind it."""
