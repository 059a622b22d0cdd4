"""What looks like a table and is none: lists with hanging labels, contents, columns of a page, places to sign, forms of underscores."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from sladocs.model.labels import is_bullet
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.rows import OPEN

_LABEL: Final = re.compile(
    r"(?:\(?(?:\d{1,3}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,7})[.):]|\d{1,3}(?:\.[\da-z]{1,3})+[.:)]?|\((?:\d{1,3}|[A-Za-z]{1,3}|[ivxlc]+)\)"
    r"|(?:note|article|section|clause|schedule|annex|appendix|exhibit)\s+[\dA-ZIVX.]+[.:]?|o|\u00a7\s?[\d.]+)",
    re.IGNORECASE,
)
_SIGNING: Final = re.compile(
    r"(?:by|name|title|its|date|signature|signed|print(?:ed)? name|witness|attest|per|for and on behalf of|position)\b.{0,30}?:"
    r"|_{3,}|^/s/"
    r"|^(?:by|name|title|date|its):?$|in witness whereof",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"^by:|/s/|_{5,}", re.IGNORECASE)
_LEADER: Final = re.compile(r"\.{4,}|(?:\. ){4,}|\u2026{2,}|_{5,}")
_PAGE_NUMBER: Final = re.compile(r"(?:[A-Z]-)?\d{1,4}|[ivxlc]{1,6}", re.IGNORECASE)
_MEANS: Final = re.compile(r"^(?:means?|shall mean|has the meaning|have the meaning|includes?|refers? to)\b", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a text is the label of a clause or item and nothing else."""
    return bool(is_bullet(text) or _LABEL.fullmatch(text) or (len(text) == 1 and not text.isalnum() and text not in "$€£%<>=?"))


def refused(table: PageTable) -> bool:
    """Whether a table of no drawn lines is none."""
    return is_list(table) or is_contents(table) or is_signing(table) or is_page_layout(table) or is_running_text(table) or defines(table)


def is_list(table: PageTable) -> bool:
    """Whether the first column holds nothing but labels, and but one column of text follows."""
    first = _column(table, 0)
    labels = sum(is_label(text) for text in first)
    if table.ruled:
        return len(table.columns) == 3 and labels == len(first)
    signs = [text for text in first if len(text) == 1 and not text.isascii()]
    if len(first) > 1 and len(signs) >= 0.6 * len(first) and len(set(signs)) == 1:
        return True  # one sign before each: a bullet, whatever its font calls it
    if len(table.columns) - 1 > 2:
        return labels >= 0.8 * len(first) and bool(first) and not _figures_beside(table)
    return bool(first) and labels >= 0.5 * len(first)


def _figures_beside(table: PageTable) -> bool:
    """Whether a column after the second holds short cells in most rows, as a table with numbered rows does."""
    for c in range(2, len(table.columns) - 1):
        column = _column(table, c)
        if len(column) >= 0.6 * len(table.rows) and sum(len(text) for text in column) < 40 * len(column):
            return True
    return False


def is_contents(table: PageTable) -> bool:
    """Whether rows end in page numbers, behind dots or in ascending order."""
    texts = [" ".join(cell.text for cell in row) for row in table.rows]
    if sum(bool(_LEADER.search(text)) for text in texts) >= 0.3 * len(texts):
        return True
    last = [text for row in table.rows if row and (text := row[-1].text)]
    if len(last) < 4 or not all(_PAGE_NUMBER.fullmatch(text) for text in last):
        return False
    numbers = [int(text) for text in last if text.isdigit()]
    return len(numbers) >= 4 and numbers == sorted(numbers) and len(set(numbers)) > 2 and len(table.columns) <= 4 and not _headed(table)


def _headed(table: PageTable) -> bool:
    return table.headers > 0


def is_signing(table: PageTable) -> bool:
    """Whether rows ask for signatures, names and dates."""
    hits = sum(bool(_SIGNING.search(cell.text)) for row in table.rows for cell in row)
    signed = any(_SIGNED.search(cell.text) for row in table.rows for cell in row)
    return hits >= 2 and (signed or hits >= 0.3 * sum(bool(cell.lines) for row in table.rows for cell in row))


def is_page_layout(table: PageTable) -> bool:
    """Whether columns are running text side by side: long lines, most of them as wide as the column."""
    if table.ruled and len(table.rows) > 2:
        return False
    prose = 0
    for c in range(len(table.columns) - 1):
        lines = [line for row in table.rows for cell in _at(row, c) for line in cell.lines]
        if len(lines) < 4:
            continue
        widths = [line[-1].x1 - line[0].x0 for line in lines]
        widest = max(widths)
        words = sum(len(line) for line in lines) / len(lines)
        prose += sum(width > 0.85 * widest for width in widths) >= 0.6 * len(widths) and words >= 4
    return prose >= 2 and prose >= len(table.columns) - 2


def is_running_text(table: PageTable) -> bool:
    """Whether the words run on over the columns, as those of lines with chance gaps do."""
    if table.ruled:
        return False
    spans = sum(any(cell.columns > 1 for cell in row) for row in table.rows[1:])
    if spans > 0.34 * len(table.rows):
        return True
    pairs = on = 0
    for row in table.rows:
        for left, right in itertools.pairwise(row):
            if left.lines and right.lines:
                pairs += 1
                first = right.lines[0][0].text.strip("(,.").lower()
                on += left.lines[-1][-1].text.lower() in OPEN or first in OPEN or left.text.endswith(",")
    return pairs > 0 and on > 0.3 * pairs


def defines(table: PageTable) -> bool:
    """Whether the second of two columns says what the words in the first mean."""
    if len(table.columns) != 3:
        return False
    second = _column(table, 1)
    return len(second) > 0 and sum(bool(_MEANS.match(text)) for text in second) >= 0.5 * len(second)


def _column(table: PageTable, column: int) -> list[str]:
    """The texts of a column, empty ones left out."""
    return [cell.text for row in table.rows for cell in _at(row, column) if cell.lines]


def _at(row: Sequence[PageCell], column: int) -> list[PageCell]:
    at = 0
    for cell in row:
        if at == column:
            return [cell]
        at += cell.columns
    return []
