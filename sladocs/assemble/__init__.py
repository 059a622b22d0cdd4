"""Puts an agreement into words: Agreement and library become a Document. No fact is added, and none is left out."""

from sladocs.assemble.document import assemble
from sladocs.assemble.faults import CODES, AssemblyError
from sladocs.assemble.placed import PlacedFigure, figures

__all__ = ["CODES", "AssemblyError", "PlacedFigure", "assemble", "figures"]
