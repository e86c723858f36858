"""``python -m bot.face.pictures``: draw the pictures."""

from __future__ import annotations

import sys

from bot.face.pictures.build import build
from bot.face.pictures.plan import PictureError


def main() -> int:
    """Draw them; a plan that cannot be drawn is named in one line."""
    try:
        for path in build():
            print(path)
    except PictureError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
