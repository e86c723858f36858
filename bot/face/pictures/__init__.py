"""Pictures for those who would rather look: ``plans/`` of sentences of ``knowledge/``, drawn as SVG, kept as PNG."""

from bot.face.pictures.build import png

__all__ = ["png"]
