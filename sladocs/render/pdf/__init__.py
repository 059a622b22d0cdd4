"""PDF files: `render` writes a Document as a tagged PDF (PDF/UA-1)."""

from sladocs.render.pdf.glyphs import MissingGlyphs
from sladocs.render.pdf.write import render

__all__ = ["MissingGlyphs", "render"]
