"""The commands: each in the menu, each described in every language, each true."""

from __future__ import annotations

import pytest
from telegram.constants import BotCommandLimit, BotDescriptionLimit

from bot.face.commands import COMMANDS, command
from bot.face.commands.descriptions import about, described, described_languages, for_menu
from bot.face.content import intents, library
from bot.face.incoming import Act, Ask, Say
from bot.face.known import Known
from bot.face.languages import languages
from bot.face.numbers import helplines
from bot.face.split import MOST, size
from tests.bot.face.test_wording import plain

MENU = [
    "start",
    "topics",
    "questions",
    "country",
    "help",
    "emergency",
    "sources",
    "privacy",
    "export",
    "delete",
    "stop",
]


def said(text: str, *, language: str | None = None, known: Known | None = None) -> str:
    decision = command(text, language, known or Known())
    assert isinstance(decision, Say)
    return "\n".join(plain(str(call.params["text"])) for call in decision.messages)


def test_the_menu_lists_every_command_and_no_other() -> None:
    assert [entry["command"] for entry in for_menu("en")] == list(COMMANDS) == MENU


def test_every_language_we_answer_in_and_english_describe_them() -> None:
    assert set(described_languages()) == {"en", *languages()}


@pytest.mark.parametrize("language", described_languages())
def test_descriptions_keep_within_telegrams_limits(language: str) -> None:
    assert all(1 <= len(what) <= BotCommandLimit.MAX_DESCRIPTION for what in described(language).values())
    assert len(about(language)["description"]) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(about(language)["short_description"]) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_does_something_however_it_is_written(name: str) -> None:
    for text in (f"/{name}", f"/{name.upper()}", f" /{name}  ", f"/{name}@a_bot", f"/{name}\nand more"):
        decision = command(text, None, Known(username="A_bot"))
        assert isinstance(decision, Say | Act | Ask)


@pytest.mark.parametrize("text", ["start", "//start", "/starter", "/start!", "/ start", "/s", "hello /start", ""])
def test_anything_else_is_no_command(text: str) -> None:
    assert command(text, None, Known()) is None


def test_what_the_menu_asks_the_assistant_for_it_knows() -> None:
    decision = command("/topics", None, Known())
    assert isinstance(decision, Ask)
    assert decision.text.removeprefix("/") in intents()


def test_start_says_what_it_is_what_it_never_does_and_what_is_kept() -> None:
    text = said("/start", known=Known(retention_days=30))
    for part in (
        "computer program, not a doctor",
        "never guess",
        "call 112 or 911",
        "after 30 days",
        "/export",
        "/delete",
    ):
        assert part in text
    assert text.count("• ") == 3


def test_a_time_that_is_not_set_is_not_told() -> None:
    assert "days" not in said("/start") + said("/privacy")


@pytest.mark.parametrize(("language", "own"), [("pt-br", "pt"), ("zh-hans", "zh"), ("AR", "ar")])
def test_start_tells_others_first_that_only_english_is_read(language: str, own: str) -> None:
    assert said("/start", language=language).startswith(languages()[own].line[:10])


@pytest.mark.parametrize("language", [None, "en", "en-gb", "de", ""])
def test_start_is_english_alone_for_everyone_else(language: str | None) -> None:
    assert said("/start", language=language).startswith("Hello.")


def test_privacy_says_what_start_says_and_more() -> None:
    lines = [line for line in said("/start").splitlines() if line.startswith("• ")]
    assert [line for line in lines if line not in said("/privacy")] == []


def test_help_lists_every_command() -> None:
    assert [name for name in COMMANDS if f"/{name} – " not in said("/help")] == []


def test_sources_name_every_document_with_its_year_and_address() -> None:
    decision = command("/sources", None, Known())
    assert isinstance(decision, Say)
    html = str(decision.messages[0].params["text"])
    for source in library().sources.values():
        assert f'href="{source.address}"' in html
        assert f"({source.date})" in html


@pytest.mark.parametrize("code", [None, "xx", *helplines().countries])
def test_emergency_has_the_number_first_and_no_line_that_closes_at_night(code: str | None) -> None:
    there = helplines().for_country(code)
    text = said("/emergency", known=Known(country=code))
    assert text.startswith(f"Call {there.emergency} now")
    if there.crisis and not there.crisis.day_and_night:
        assert there.crisis.number not in text
    assert (there.cancer.number in text) if there.cancer else ("To ask about cancer" not in text)
    assert (there.name in text) if there.code else ("/country" in text)


def test_emergency_must_arrive() -> None:
    decision = command("/emergency", None, Known())
    assert isinstance(decision, Say)
    assert decision.messages[0].safety


@pytest.mark.parametrize(
    ("text", "code"),
    [("/country Spain", "ES"), ("/country uk", "GB"), ("/country the Netherlands", "NL"), ("/country de", "DE")],
)
def test_a_country_can_be_named_in_words_or_by_code(text: str, code: str) -> None:
    assert command(text, None, Known()) == Act("country", {"code": code})


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("code", [None, "US"])
def test_whatever_a_command_says_fits_in_a_message(name: str, code: str | None) -> None:
    decision = command(f"/{name}", "zh", Known(country=code, retention_days=30))
    calls = decision.messages if isinstance(decision, Say) else ()
    assert all(size(plain(str(call.params["text"]))) <= MOST for call in calls)
