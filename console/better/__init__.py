"""From a verdict to a better assistant: a line to learn from or to be measured by, as a patch to review."""
