"""Our components of the Rasa pipeline, one a file."""
