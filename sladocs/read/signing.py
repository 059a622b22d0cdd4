"""Tables to be signed: formats without a mark for them, and strangers, show them by their words."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.document import Document, Table

_SIGN: Final = re.compile(r"(?:signed(?: (?:for|by)\b.*)?|signatures?|by|authori[sz]ed signature)\s*:?[\s_.]*", re.IGNORECASE)
_OTHERS: Final = re.compile(r"(?:(?:printed |full )?name|title|position|date|place)\s*:?[\s_.]*", re.IGNORECASE)
_MOST_ROWS: Final = 12


def mark_signatures(document: Document) -> Document:
    """The document, its tables that are there to be signed marked as such."""
    if not any(isinstance(block, Table) and block.layout == "data" and is_signed(block) for block in document.body):
        return document
    marked = (
        block.model_copy(update={"layout": "signatures"}) if isinstance(block, Table) and is_signed(block) else block
        for block in document.body
    )
    return document.model_copy(update={"body": tuple(marked)})


def is_signed(table: Table) -> bool:
    """Whether a table has a place for a signature and for at least one of name, title and date, and states no figure beside them."""
    if not 0 < len(table.rows) <= _MOST_ROWS:
        return False
    first = [row[0].text for row in table.rows if row]
    lines = [
        text for row in table.rows for cell in row for text in (cell.text, *("".join(run.text for run in line) for line in cell.lines))
    ]
    asked = sum(bool(_OTHERS.fullmatch(text)) for text in lines)
    known = sum(bool(_SIGN.fullmatch(text) or _OTHERS.fullmatch(text) or not text.strip()) for text in first)
    return asked > 0 and any(_SIGN.fullmatch(text) for text in lines) and known * 2 >= len(first)
