"""Which kind of emergency, question or distress a message is about: by the rule that found it, else by plain words.

A message the rules missed and the learned reading found has no rule. Its words then tell the kind where that is easy;
where it is not, the general wording is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from safety.reply_texts import at

OTHER = "other"
_KINDS_AT = {"emergency": "emergency.kinds", "ask_doctor": "ask_doctor.questions", "distress": "distress.kind"}

# The first that matches counts, so the most urgent and the most telling stand first.
_BREATHING = (
    r"(?<!no )(?<!not )(?:trouble|hard|difficult\w*|struggl\w*|short\w*|can'?t|cannot|not|stop\w*|fast)"
    r"(?: \w+){0,2} (?:of )?(?:breath|air)|not breathing|chok|gasp|\bblue\b"
)
_FIT = r"seizure|seizing|convuls|\bfits?\b(?! (?:in|into|well))|jerking|shaking all over"
_NOT_AWAKE = r"unconscious|unresponsive|collaps|(?:n'?t|not|cannot|hard to) (?:be )?(?:wak|awake)|floppy"
_WORDS = {
    "emergency": (
        ("breathing", _BREATHING),
        ("seizure", _FIT),
        ("overdose", r"overdos|swallowed|double dose|too (?:much|many)|whole (?:bottle|pack|box)|twice by mistake"),
        ("allergy", r"allerg|hives|anaphyla|swollen (?:face|lips|tongue)|(?:face|lips|tongue|throat) \w* ?swell"),
        (OTHER, rf"{_NOT_AWAKE}|faint|(?:n'?t|not) (?:walk|move|pee|feel)|paraly|emergency|ambulance"),
        ("line", r"\blines?\b|\bport\b|\bpicc\b|hickman|broviac|catheter"),
        ("bleeding", r"bleed|blood"),
        ("contact", r"chicken ?pox|shingles|measles|varicella"),
        (
            "fever",
            r"fever|febrile|temp\b|temperature|shiver|chills|\b(?:38|39|4[01])(?:[.,]\d)?\b|\b10[0-6]\b",
        ),
        ("breathing", r"breath"),
    ),
    "ask_doctor": (
        ("vaccine", r"vaccin|\bshots?\b|\bjabs?\b|immuni[sz]ation"),
        ("mix", r"\bmix|together with|at the same time as|interact|combin|along with"),
        ("alternative", r"herb|supplement|vitamin|cbd|cannabis|turmeric|homeopath|alternative|keto|detox|\bteas?\b"),
        ("otc", r"paracetamol|tylenol|ibuprofen|advil|nurofen|calpol|over.the.counter|(?:cough|cold) (?:syrup|med)"),
        ("dose", r"\bdos(?:e|es|age|ing)\b|how much|how many (?:mg|ml|pills|tablets|drops)|\bmg\b|\bml\b"),
        ("diagnosis", r"is (?:it|this|that) (?:cancer|neuroblastoma)|could (?:it|this|that|s?he) (?:be|have)|\blump\b"),
        ("result", r"result|scan|\bmri\b|\bct\b|\bpet\b|mibg|report|counts?\b|level|biopsy|uptake|hva|vma|ferritin"),
        ("start_stop", r"\bstop|\bstart|skip|pause|quit|change (?:the|his|her) (?:med|drug)|come off|wean"),
        ("daily_life", r"school|daycare|travel|\bfly|flight|swim|holiday|vacation|party|visit|\bpets?\b|sport|play"),
        ("plan", r"plan|protocol|surgery|operat|transplant|treatment|chemo|radiat|second opinion|trial|hospital"),
    ),
    "distress": (
        (
            "guilt",
            r"guilt|my fault|blame|should.?(?:ha)?ve|did i cause|because of me|bad (?:mother|father|mom|dad)",
        ),
        ("grief", r"\bdied\b|passed away|lost (?:him|her|our|my)|funeral|griev|grief|mourn|without (?:him|her)\b"),
        ("anger", r"angry|anger|furious|rage|unfair|not fair|why (?:us|him|her|me)\b|\bhate\b"),
        ("exhaustion", r"exhaust|tired|burn(?:t|ed)? ?out|(?:can'?t|cannot) (?:go on|cope|do this)|no sleep|worn out"),
        ("fear", r"scared|afraid|fear|terrif|frighten|anxi|panic|worr|nervous|nightmare"),
    ),
}
_READ = {category: tuple((kind, re.compile(pattern)) for kind, pattern in words) for category, words in _WORDS.items()}
_MOST_READ = 10_000
# Only when nothing worse is told may the team be called before an ambulance.
_MILDER = frozenset({"fever", "line", "contact"})
_GRAVE = re.compile(f"{_BREATHING}|{_FIT}|{_NOT_AWAKE}")


def kind_of(category: str, rule: str, said: str) -> str:
    """The kind, as ``wording.yml`` names it; ``other`` when nothing tells. Never raises."""
    known = at(_KINDS_AT[category]) if category in _KINDS_AT else {}
    plain = said[:_MOST_READ].lower().replace("’", "'")
    named, by_words = _named(category, rule, known), _by_words(category, plain)
    if category != "emergency":
        return named or by_words
    if rule and not named and by_words in _MILDER:
        return OTHER  # a rule found something else than what the words tell, and it may be worse
    return by_words if named in _MILDER and _GRAVE.search(plain) else named or by_words


# Rules whose kind has another name in the wording.
_ALSO = {
    "temperature": "fever",
    "fits": "seizure",
    "fitting": "seizure",
    "hot": "fever",
    "choking": "breathing",
    "air_sound": "breathing",
    "air_effort": "breathing",
    "swelling": "allergy",
    "blood_site": "bleeding",
    "tube_broke": "line",
    "given_wrong": "overdose",
    "eaten": "overdose",
    "swallowed": "overdose",
    "dosing": "overdose",
}


def _named(category: str, rule: str, known: Mapping[str, object]) -> str:
    """The kind a rule's id names (``fever`` in ``emergency.fever.celsius``); empty for a kind without words."""
    head, _, rest = rule.partition(".")
    kind = rest.partition(".")[0]
    kind = _ALSO.get(kind, kind)
    return next((name for name in (kind, kind.partition("_")[0]) if head == category and name in known), "")


def _by_words(category: str, plain: str) -> str:
    return next((kind for kind, pattern in _READ.get(category, ()) if pattern.search(plain)), OTHER)
