"""What the family gets when safety comes first: plain texts, without memory, network or model.

``seed`` chooses among the wordings of the same reply: 0 the first time, 1 the next, and so on.
``country`` is an ISO code, or None when it is not known.
"""

from __future__ import annotations

from safety.reply_kinds import kind_of
from safety.reply_questions import group, question
from safety.reply_texts import at, helpline, paragraphs, text

CATEGORIES = ("self_harm", "emergency", "ask_doctor", "outlook", "distress")
# The child's own team is called first: they know what this treatment calls for, and the limit they set.
TEAM_FIRST = frozenset({"fever", "line", "contact"})


def reply(category: str, rule: str = "", said: str = "", country: str | None = None, seed: int = 0) -> str:
    """The reply to a message ``said`` that ``rule`` put into ``category``. Raises ValueError for another category."""
    kind = kind_of(category, rule, said)
    if category == "self_harm":
        return self_harm(country, seed)
    if category == "emergency":
        return emergency(kind, country, seed)
    if category == "ask_doctor":
        return ask_doctor(kind, seed)
    if category == "outlook":
        return outlook(country, seed)
    if category == "distress":
        return distress(kind, country, seed)
    raise ValueError(f"`{category}` is no safety category; use one of {', '.join(CATEGORIES)}")


def emergency(kind: str, country: str | None = None, seed: int = 0) -> str:
    """Whom to call now, before all else; then what to say there, the team, and that talk can go on afterwards."""
    line = helpline(country)
    kind = kind if kind in at("emergency.kinds") else "other"
    head = "emergency.now_team" if kind in TEAM_FIRST else "emergency.now" if line.code else "emergency_unknown.now"
    team = "" if kind in TEAM_FIRST else text("emergency.team")
    return paragraphs(
        [
            text(head, emergency=line.emergency),
            f"{text(f'emergency.kinds.{kind}')} {team}".strip(),
            text("emergency.tell"),
            "" if line.code else text("emergency_unknown.country"),
            text("emergency.after", seed),
        ]
    )


def self_harm(country: str | None = None, seed: int = 0) -> str:
    """A warm sentence, one number that answers day and night, one next step, and an offer to go on."""
    line = helpline(country)
    crisis = line.crisis_now
    if crisis:
        call = text("self_harm.call", crisis_name=crisis.name, crisis_number=crisis.number)
    else:
        call = text("self_harm.call_unknown", emergency=line.emergency)
    return paragraphs([text("self_harm.warm", seed), call, text("self_harm.step", seed), text("self_harm.go_on", seed)])


def ask_doctor(kind: str, seed: int = 0, general: str = "") -> str:
    """Why the doctor decides, what sources say in ``general``, the question to take along, and whom to call."""
    _, asked = question(group("ask_doctor", kind), seed)
    return paragraphs(
        [text("ask_doctor.why", seed), general, f"{text('ask_doctor.ask', seed)} “{asked}”", text("ask_doctor.wait")]
    )


def general_head(title: str) -> str:
    """The words before what the sources say in general on a topic."""
    return text("ask_doctor.general", topic=title)


def outlook(country: str | None = None, seed: int = 0, factors: str = "") -> str:
    """Kindness first, no numbers; ``factors`` is what doctors look at, with its sources; a question; a helpline."""
    _, asked = question("outlook", seed)
    line = helpline(country).cancer
    call = text("outlook.helpline", cancer_name=line.name, cancer_number=line.number) if line else ""
    return paragraphs(
        [
            text("outlook.kind", seed),
            text("outlook.no_numbers", seed),
            f"{text('outlook.factors', seed)} {factors}" if factors else "",
            f"{text('outlook.ask')} “{asked}”",
            call or text("outlook.helpline_unknown"),
        ]
    )


def distress(kind: str, country: str | None = None, seed: int = 0) -> str:
    """Kindness first, then people close by, a line to call, and that talk can go on."""
    kind = kind if kind in at("distress.kind") else "other"
    return paragraphs(
        [
            text(f"distress.kind.{kind}", seed),
            text("distress.people", seed),
            _listeners(country),
            text("distress.go_on", seed),
        ]
    )


def _listeners(country: str | None) -> str:
    line = helpline(country)
    if line.cancer:
        return text("distress.helpline", cancer_name=line.cancer.name, cancer_number=line.cancer.number)
    if line.crisis:
        return text("distress.crisis", crisis_name=line.crisis.name, crisis_number=line.crisis.number)
    return text("distress.unknown")
