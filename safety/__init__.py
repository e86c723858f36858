"""Decides, before anything else reads a message, whether it holds something that cannot wait.

Plain Python over YAML: rules a clinician can read and change, a small pattern
language, no model. Nothing here imports another package of the project.
"""
