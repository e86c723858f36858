"""A small content tree to break: the healthy one, with the files of a museum piece laid over it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BROKEN = HERE / "broken"
_ABOUT_THE_PIECE = ("expected.txt", "removed.txt", "seeds")


@dataclass(frozen=True)
class Tree:
    """Content under ``root`` and the documents it rests on in ``seeds``; both may be changed at will."""

    root: Path
    seeds: Path

    @property
    def arguments(self) -> list[str]:
        """What comes after ``python -m knowledge check`` (or ``hash``)."""
        return [str(self.seeds), "--root", str(self.root)]


def plant(place: Path) -> Tree:
    """Copy the healthy tree and its documents into ``place``."""
    root = shutil.copytree(HERE / "healthy", place / "healthy")
    return Tree(root, shutil.copytree(HERE / "seeds", place / "seeds"))


def lay_over(tree: Tree, piece: Path) -> None:
    """Remove the files ``piece`` names in ``removed.txt``, and lay its own over the tree."""
    removed = piece / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (tree.root / name).unlink()
    shutil.copytree(piece, tree.root, ignore=shutil.ignore_patterns(*_ABOUT_THE_PIECE), dirs_exist_ok=True)
    if (piece / "seeds").exists():
        shutil.copytree(piece / "seeds", tree.seeds, dirs_exist_ok=True)
