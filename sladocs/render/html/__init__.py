"""Document to HTML: one file that holds all it needs, for reading on screens of any width and for printing."""

from sladocs.render.html.write import render

__all__ = ["render"]
