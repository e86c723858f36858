"""The subjects a message names: stages, risk groups, tests, drugs ... and illnesses that are not ours."""

from __future__ import annotations

from knowledge.library import Library
from nlu.wording.vocabulary import OTHER_ILLNESS, other_illnesses
from nlu.wording.wording import tokens


def subject_names(library: Library) -> dict[str, list[str]]:
    """Each phrase, in plain words, with the kind and value it stands for; our own win over other illnesses."""
    names = {" ".join(tokens(name)): [OTHER_ILLNESS, name] for name in other_illnesses()}
    subjects = library.subjects.values()
    return names | {" ".join(tokens(word)): [s.kind, s.value] for s in subjects for word in s.words}
