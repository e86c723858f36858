"""Set aside what is only politeness: "thx. tests?" asks for tests."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…\n]+\s*|$)")
_THANKS = r"thanks?|thank (?:you|u|god)|thankyou|thx+|tnx|tks|ty(?:sm|vm)?|tq|cheers|ta|bless(?: you)?|much obliged"
_GREETING = r"hi+|hello+|hey+|hiya|good (?:morning|evening|afternoon|day|night)|dear (?:sir|madam|doctor)"
_NODS = (
    r"ok(?:ay|ey|i)?|kk?|alright|all right|right|fine|sure|great|good|perfect|lovely|brilliant|super|nice|wow|oh|ah+|"
    r"aha|um+|hm+|truly|i see|got it|understood|makes sense|noted|sorry|please|pls|plz"
)
_FOR = r"for (?:that|this|the (?:answer|info|help)|all (?:that|this))"
_AFTER = rf"(?:so much|very much|a lot|truly|really|again|dear|doctor|doc|{_FOR})"
_LAST = (
    r"(?:one|just one|one (?:more|last|final|other)|another|last|quick|next) (?:question|q|thing|one)|"
    r"one more|two things"
)
_COURTESY = rf"(?:(?:{_THANKS})(?: {_AFTER})*|{_GREETING}|{_NODS}|{_LAST})"
# After "ok" and the like a question may go on without a stop; "thanks for ..." and "right side" may not be cut.
_LEADING = re.compile(rf"\s*(?:{_COURTESY}(?:\s*[,;:–—-]+\s*)|(?:ok(?:ay)?|hmm+|oh)\s+)+", re.IGNORECASE)
_WHOLE = re.compile(rf"\W*(?:{_COURTESY}\W*)+", re.IGNORECASE)
_THANKFUL = re.compile(rf"\b(?:{_THANKS})\b", re.IGNORECASE)
_LONGEST_THANKS = 8


def asked(text: str) -> str:
    """``text`` with its politeness blanked out, every other character in its place.

    A message that is nothing but polite is left whole: then that is what it says.
    """
    left = "".join(_without(sentence[0]) for sentence in _SENTENCE.finditer(text))
    return left if re.search(r"\w", left) else text


def _without(sentence: str) -> str:
    led = _LEADING.match(sentence)
    rest = sentence[led.end() :] if led else sentence
    thanks = _THANKFUL.search(rest) and "?" not in rest and len(rest.split()) <= _LONGEST_THANKS
    if thanks or _WHOLE.fullmatch(sentence):
        return " " * len(sentence)
    return " " * (len(sentence) - len(rest)) + rest
