"""How good the assistant is: asking it in bulk, and reporting on our own held-out questions."""
