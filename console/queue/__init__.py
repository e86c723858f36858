"""What waits to be read: whose it is to see, in which order, and how it is narrowed."""
