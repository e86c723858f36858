"""What families type, brought to the words the model knows: spelling, abbreviations, American forms."""
