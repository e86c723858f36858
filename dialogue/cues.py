"""Small signs in a message that it leans on what was said before."""

from __future__ import annotations

import re

_ALSO = re.compile(
    r"^\W*(?:ok(?:ay)?|so|then|right|thanks|oh|hmm+|i see|\s|,)*"
    r"\b(?:and|wh?at ?about|how about|what if|but|or|same (?:for|with|in)|also|is (?:it|that) the same)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|its|it's|that|thats|that's|this|these|those|they|them|there|then|the (?:treatment|test|scan|tests|drug|"
    r"disease|stage|outlook|signs|symptoms|side effects))\b",
    re.IGNORECASE,
)
_CHILD = re.compile(r"\b(?:he|him|his|she|her|my (?:son|daughter|child|baby|boy|girl|lo)|our \w+)\b", re.IGNORECASE)
_DISEASE = re.compile(r"\b(?:n[eu]+roblast\w*|nb|nbl|neuro)\b", re.IGNORECASE)
_WHAT_IS = re.compile(
    r"^\W*(?:(?:ok|so|and|but|sorry|wait|please|pls|hi|hello|um+)[\s,]+)*"
    r"(?:what(?:'s|s|\s+is|\s+are|\s+does|\s+do|\s+was|\s+mean)?|wh?ats|define|explain|meaning of|can you explain|"
    r"could you explain|please explain|i don'?t know what)\s+"
    r"(?:the\s+|a\s+|an\s+|this\s+|is\s+|are\s+|by\s+|word\s+|term\s+)*(?P<term>.{2,60}?)"
    r"(?:\s+(?:mean|means|is|are|again|exactly|please|pls|actually|for|then))*\s*[?.!]*$",
    re.IGNORECASE,
)
_WHETHER_BACK = re.compile(
    r"\b(?:will|can|could|does|do|would|might|likely|chances?|often|always)\b.*\b(?:back|return|relapse|recur)",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:needs?|need it|will (?:they|he|she|it)|does (?:he|she|it)|do they|only|enough|just|get|have to|always)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:another|next|one more|more|other|else|again)\b", re.IGNORECASE)
_GROUP = re.compile(r"\b(low|intermediate|medium|high)\b", re.IGNORECASE)
_FEW_WORDS = 9
_LONGEST_WORD = 40


def is_short(text: str) -> bool:
    """Whether the message is short enough to lean on the one before."""
    return len(text.split()) <= _FEW_WORDS


def adds(text: str) -> bool:
    """Whether it begins as an addition does: "and for ...", "what about ..."."""
    return bool(_ALSO.search(text))


def refers_back(text: str) -> bool:
    """Whether it points at something said before ("it", "that") and does not name the disease."""
    return bool(_BACK.search(text)) and not _DISEASE.search(text)


def names_disease(text: str) -> bool:
    """Whether it names neuroblastoma."""
    return bool(_DISEASE.search(text))


def speaks_of_child(text: str) -> bool:
    """Whether it is about the child rather than about a thing."""
    return bool(_CHILD.search(text))


def asks_whether_back(text: str) -> bool:
    """Whether it asks if the disease will return, rather than what is done when it does."""
    return bool(_WHETHER_BACK.search(text))


def asks_need(text: str) -> bool:
    """Whether a short message asks what this child will need or get."""
    return is_short(text) and bool(_NEED.search(text))


def bare_group(text: str) -> str | None:
    """The risk group a short message may mean by a single word, "those who were high?", as ``risk_group:high``."""
    found = {word.lower() for word in _GROUP.findall(text)}
    if len(found) != 1 or not is_short(text):
        return None
    (group,) = found
    return f"risk_group:{'intermediate' if group == 'medium' else group}"


def has_words(text: str) -> bool:
    """Whether it holds anything a person could mean as a word."""
    return any(len(word) <= _LONGEST_WORD for word in re.findall(r"\w+", text))


def asks_for_another(text: str) -> bool:
    """Whether it asks for one more of what was given ("another question")."""
    return bool(_ANOTHER.search(text))


def asked_term(text: str) -> str | None:
    """The word asked for in "what is ploidy" or "what does refractory mean", if that is all it asks."""
    found = _WHAT_IS.match(text)
    return found["term"].strip(" '\"“”‘’") if found else None
