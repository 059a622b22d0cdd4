"""Tables written in HTML, as they stand in Markdown."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.document import Table
from sladocs.read.html import first_table

TABLE: Final = re.compile(r"(?<!\\)<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)


def read_html_table(source: str) -> Table | None:
    """The table that HTML draws; None where it has no words. A table within a cell gives lines of the cell."""
    return first_table(source)
