"""How every process reads what its environment tells it."""
