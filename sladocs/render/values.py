"""What running heads, feet and properties of a file print: the document's title and its `meta`, each on one line."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from sladocs.model.document import Document, Heading, words
from sladocs.render.plain import printable

VALUES: Final = (
    "title", "version", "status", "draft", "document_id", "confidentiality", "date", "language", "subject", "organisation", "digest",
)  # fmt: skip
"""What a style's tags may print, from the document's title and `meta`; empty where these do not have it, but for `document_id`, which then
follows from the text."""


def values(document: Document, *, draft: bool) -> dict[str, Any]:
    """The values for a style's tags; text on one line, without what XML cannot hold."""
    meta = document.meta
    found = {key: meta.get(key, "") for key in VALUES}
    found["title"] = document.title or meta.get("title", "")
    found["document_id"] = meta.get("document_id") or hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    found["language"] = document.language
    found["date"] = meta.get("date") or meta.get("version_date", "")
    found["status"] = "DRAFT" if draft else meta.get("status") or "FINAL"
    found["draft"] = "DRAFT" if found["status"].upper() == "DRAFT" else ""
    headings = (b for b in document.body if isinstance(b, Heading) and b.level == 1)
    sections = [{"label": _one_line(h.label), "title": _one_line(words(h.content))} for h in headings]
    return {**{key: _one_line(text) for key, text in found.items()}, "sections": sections}


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
