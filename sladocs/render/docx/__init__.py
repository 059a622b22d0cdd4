"""Word documents: `render` writes a Document as a DOCX."""

from sladocs.render.docx.errors import StyleError
from sladocs.render.docx.properties import AGREEMENT_NAMESPACE, SCHEMA_VERSION
from sladocs.render.docx.write import render

__all__ = ["AGREEMENT_NAMESPACE", "SCHEMA_VERSION", "StyleError", "render"]
