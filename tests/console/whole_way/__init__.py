"""From a family's question, through a moderator's correction, to a better answer."""
