"""Copies of all that is kept, and of the secrets that open it, apart from each other: docs/operations.md, Backup."""
