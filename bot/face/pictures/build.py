"""From plan to PNG. ``python -m bot.face.pictures`` keeps them in ``built/``, named by what they show."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from bot.face.pictures import fan, grid, steps
from bot.face.pictures.plan import Plan, plans
from bot.face.pictures.svg import FAMILY

BUILT = Path(__file__).parent / "built"
_LAYOUTS = {"steps": steps.draw, "grid": grid.draw, "fan": fan.draw}


def drawn(plan: Plan) -> str:
    """The picture as SVG. Raises PictureError, and KeyError for a layout or icon there is not."""
    return _LAYOUTS[plan.layout](plan)


@cache
def png(id_: str) -> bytes:
    """The picture as PNG: as built, or drawn now when it is not. KeyError for an unknown one."""
    svg = drawn(plans()[id_])
    path = _path(id_, svg)
    return path.read_bytes() if path.exists() else _rendered(svg)


def build() -> list[Path]:
    """Draw every picture into ``built/``, and clear away those of other content."""
    BUILT.mkdir(exist_ok=True)
    svgs = {_path(id_, svg): svg for id_, svg in ((plan.id, drawn(plan)) for plan in plans().values())}
    for old in set(BUILT.glob("*.png")) - set(svgs):
        old.unlink()
    for path, svg in svgs.items():
        path.write_bytes(_rendered(svg))
    return list(svgs)


def _path(id_: str, svg: str) -> Path:
    return BUILT / f"{id_}-{sha256(svg.encode()).hexdigest()[:12]}.png"


def _rendered(svg: str) -> bytes:
    """Draw with our own font files only, so that it looks the same on every machine.

    The drawing library is loaded here: a gateway whose pictures are built never needs it.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(font) for font in fonts()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )


def fonts() -> list[Path]:
    """The font files, regular and bold, which come with their package."""
    folder = Path(str(files("font_source_sans_pro"))) / "files"
    return [folder / "SourceSansPro-Regular.ttf", folder / "SourceSansPro-Bold.ttf"]
