"""Draws pictures by typst: SVG whose words are outlines, and PNG for Word files."""

from sladocs.render.pictures.draw import DOTS_PER_INCH, pngs, svg, text_width
from sladocs.render.pictures.words import picture_words

__all__ = ["DOTS_PER_INCH", "picture_words", "pngs", "svg", "text_width"]
