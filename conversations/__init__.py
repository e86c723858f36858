"""How talk is kept: scrubbed of personal data, encrypted, for a limited time, and erased on request."""
