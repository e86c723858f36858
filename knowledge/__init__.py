"""What may be said to families: topics, glossary and the passages they rest on.

Plain Python over YAML: nothing here imports Rasa, Telegram or Django.
"""
