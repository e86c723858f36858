"""Offering pictures: a button under the answers they belong to, a menu of all, and the picture with its words."""

from __future__ import annotations

from html import escape

from bot.face import callback, keyboard
from bot.face.incoming import Say
from bot.face.outgoing import JSON, Outgoing, file, message
from bot.face.pictures.plan import plans
from bot.face.texts import text


def offered(topic: str) -> keyboard.Rows:
    """A row with a button for the picture that goes with a topic; none when there is none."""
    fitting = [plan for plan in plans().values() if topic in plan.topics][:1]
    return [keyboard.button(text("buttons.picture"), callback.write(callback.PICTURE, plan.id)) for plan in fitting]


def menu() -> Say:
    """A button for each picture."""
    rows = [keyboard.button(plan.offer, callback.write(callback.PICTURE, plan.id)) for plan in plans().values()]
    return Say((message(text("pictures.head"), rows),))


def show(id_: str) -> Say | None:
    """The picture, all it says as its caption, and the way to read more; None when there is none of that name."""
    plan = plans().get(id_)
    if plan is None:
        return None
    buttons: list[JSON] = [[*keyboard.button(text("buttons.read"), callback.write(callback.RASA, plan.read))]]
    params: dict[str, JSON] = {
        "photo": file(f"{plan.id}.png", f"picture:{plan.id}"),
        "caption": escape(plan.alt),
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": buttons},
    }
    return Say((Outgoing("sendPhoto", params),))
