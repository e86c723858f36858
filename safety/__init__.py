"""What must not be missed: helplines of 49 countries, the sentences of the safety replies, and lines to test on.

Plain Python over YAML; nothing here imports another package of the project.
"""
