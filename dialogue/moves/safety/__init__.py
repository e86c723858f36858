"""The moves when safety comes first, one a category, with the texts of ``safety.reply``.

Each keeps what the talk is about, so that the family can go on where they were.
"""
