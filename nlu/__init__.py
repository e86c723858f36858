"""What the model learns from, and our components of the Rasa pipeline."""
