"""Proof under load and faults: what is written to the whole deployment, and what became of it."""
