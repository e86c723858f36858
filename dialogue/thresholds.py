"""How sure is sure enough. Chosen from the confidence curve in docs/evaluation.md."""

ANSWER_FROM = 0.40
MARGIN = 0.10
OFFER_FROM = 0.02
MOST_OFFERED = 3
# Whether it is a question of ours: fitted to 1,077 questions on our topics and 1,000 on other matters (see
# docs/decisions/understanding.md); of the first, one in a hundred answers becomes an offer.
OURS_WEIGHS = 0.70
NOT_OURS_WEIGHS = 0.97
STRANGE_WEIGHS = 12.0
OURS_FROM = 2.3
MISSES_BEFORE_MENU = 2
# The same for a message read after the last answer: there the next best topic is seldom far, and a button leads to it.
ANSWER_IN_CONTEXT_FROM = 0.25
# How sure the likeliest other reading of a message must be to be answered beside what safety says.
BESIDE_SAFETY_FROM = 0.50
# What a follow-up counts for the general topic when nothing was said before.
LEANING_ON_NOTHING = 0.7
# The same to be offered as a button below what safety says.
OFFER_BESIDE_SAFETY_FROM = 0.15
