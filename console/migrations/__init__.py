"""How the console's own tables came to be; those of kept talk are made by ``conversations``."""
