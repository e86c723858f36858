"""How sure is sure enough. Chosen from the confidence curve in docs/evaluation.md."""

ANSWER_FROM = 0.40
MARGIN = 0.10
OFFER_FROM = 0.02
MOST_OFFERED = 3
MISSES_BEFORE_MENU = 2
# What a message read after the last topic counts against the message read alone; the second where the last answer
# was about more than its topic tells.
IN_CONTEXT = 2.5
IN_CONTEXT_OF_MORE = 0.4
# From this on a message that is no question on a topic is taken at its word, whatever was said before.
PLAINLY = 0.6
# What a follow-up counts for the general topic when nothing was said before.
LEANING_ON_NOTHING = 0.7
