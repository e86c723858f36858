"""How fast it is, measured beside what we could have used instead."""
