"""Tables and lists written in HTML, as they stand in Markdown."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.document import Block, Table
from sladocs.read.failure import ReadError
from sladocs.read.html import first_table, read_html

TABLE: Final = re.compile(r"(?<!\\)<table\b.*?(?:</table\s*>|(?=\n\s*\n(?!\s*<))|\Z)", re.IGNORECASE | re.DOTALL)


def read_html_table(source: str) -> Table | None:
    """The table that HTML draws; None where it has no words. A table within a cell gives lines of the cell."""
    return first_table(source)


def html_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML; none where it has no words."""
    try:
        return read_html(source, "").body
    except ReadError:
        return ()
