"""The moderators' site."""
