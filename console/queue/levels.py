"""The order of work: a danger first."""

from __future__ import annotations

# As `conversations` sets `turns.urgency`.
LEVELS: dict[int, str] = {
    0: "Danger",
    1: "Thumb down",
    2: "No answer",
    3: "Unsure, not covered",
    4: "Low confidence",
    9: "The rest",
}
HINTS: dict[int, str] = {
    0: "Self-harm and emergencies, as the assistant read them",
    1: "A family said that an answer did not help",
    2: "The assistant failed and said so",
    3: "It asked back, or had no source",
    4: "Answered, but with little confidence",
    9: "Everything else",
}
