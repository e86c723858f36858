"""Our components of the Rasa pipeline, one a file."""

from nlu.action_results import check_quickly

check_quickly()  # every process that loads a model of ours comes by here
