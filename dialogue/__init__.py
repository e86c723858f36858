"""How talk flows: from what was understood, and what was said before, to one reply.

Plain Python over ``knowledge``: nothing here imports Rasa, so every move can be
tried without a model.
"""
