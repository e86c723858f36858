"""Teach the sentence encoder our field, once in a while: ``make adapter``."""
