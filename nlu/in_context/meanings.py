"""What a follow-up can mean (a topic, or something else), and how topics stand to each other."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from dialogue.understand import DECLINED
from knowledge.library import Library

Matrix = npt.NDArray[np.float32]
ANY_SMALL_TALK, ANY_DECLINED, ANY_TALK = "small_talk", "declined", "talk"
_OWN = ("talk.more", "talk.why", "talk.sources", "talk.explain_word")
OTHERS = (*_OWN, ANY_TALK, ANY_SMALL_TALK, ANY_DECLINED)


class Meanings:
    """All topics in order of name, then ``OTHERS``: the places of every array in this package."""

    def __init__(self, library: Library) -> None:
        """Take the topics and subjects of ``library``."""
        self._library = library
        self.topics = sorted(library.topics)
        self.names = (*self.topics, *OTHERS)
        self.at = {name: place for place, name in enumerate(self.names)}

    def __len__(self) -> int:
        """The number of meanings."""
        return len(self.names)

    def of(self, intent: str) -> str | None:
        """The meaning an intent belongs to; None for a follow-up that stays open."""
        if intent in self.at:
            return intent
        if intent.startswith(DECLINED):
            return ANY_DECLINED
        return next((kind for kind in (ANY_SMALL_TALK, ANY_TALK) if intent.startswith(f"{kind}.")), None)

    @cached_property
    def relations(self) -> tuple[Matrix, ...]:
        """Itself, related, related back, of one group, of one subject: each of shape (topics, meanings)."""
        shape = (len(self.topics), len(self))
        related = np.zeros(shape, np.float32)
        for topic in self.topics:
            known = [self.at[one] for one in self._library.topics[topic].related.values() if one in self.at]
            related[self.at[topic], known] = 1
        group = np.zeros(shape, np.float32)
        for topic in self.topics:
            same = [self.at[one] for one in self.topics if one.partition(".")[0] == topic.partition(".")[0]]
            group[self.at[topic], same] = 1
        back = np.zeros(shape, np.float32)
        back[:, : shape[0]] = related[:, : shape[0]].T
        return np.eye(*shape, dtype=np.float32), related, back, group, self._of_one_subject(shape)

    def _of_one_subject(self, shape: tuple[int, int]) -> Matrix:
        found = np.zeros(shape, np.float32)
        for subject in self._library.subjects:
            members = self.of_subject(subject)
            found[np.ix_(members, members)] = 1
        return found

    def of_subject(self, subject: str) -> list[int]:
        """The places of a subject's topics; none for an unknown subject."""
        known = self._library.subjects.get(subject)
        return sorted({self.at[topic] for topic in known.topics.values() if topic in self.at}) if known else []
