"""What families see: pure functions from updates to decisions, and from replies to messages; no input or output."""
