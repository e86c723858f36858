"""How sure is sure enough. Chosen from the confidence curve in docs/evaluation.md."""

ANSWER_FROM = 0.40
MARGIN = 0.10
OFFER_FROM = 0.04
MOST_OFFERED = 3
MISSES_BEFORE_MENU = 2
# What a message read after the last topic counts against the message read alone.
IN_CONTEXT = 0.25
