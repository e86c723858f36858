"""What the assistant does: one Rasa action a file, each handing over to a move of ``dialogue``."""
