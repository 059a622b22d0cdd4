"""What is left of a table at the top of the next page: lines in the columns of the table that ended the page before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.area import Area, rows_between
from sladocs.read.pdf.tables.found import PageTable
from sladocs.read.pdf.tables.lines import TextLine, lines_of, pitch_of

_MOST_LINES = 200


def rest_of(above: PageTable, words: Sequence[Word], page: int) -> PageTable | None:
    """The rows at the top of a page that stand in the columns of a table that no line draws; None where there are none."""
    if above.route != "white" or not above.closes:
        return None
    lines = lines_of(words)
    pitch = pitch_of(lines[:_MOST_LINES])
    starts = _starts(above)
    taken: list[TextLine] = []
    aligned = 0
    for line in lines:
        crossed = any(w.x0 + 1 < x < w.x1 - 1 for w in line.words for x in above.columns[1:-1])
        outside = line.x0 < above.x0 - 3 or (line.x1 > above.x1 + 3 and len(line.pieces) == 1)
        if crossed or outside or (taken and line.top - taken[-1].bottom > 1.6 * pitch):
            break
        begun = sum(any(abs(w.x0 - x) < 1.0 for w in line.words) for x in starts if x is not None)
        if len(line.pieces) == 1 and line.x0 < above.columns[1]:
            break  # a line of text, unless it wraps in a first cell
        aligned = max(aligned, begun)
        taken.append(line)
    if aligned < 2:
        return None
    area = Area(above.x0, taken[0].top - 0.5, above.x1, taken[-1].bottom + 0.5, [], above.columns, "white")
    return rows_between(area, taken, page)


def _starts(table: PageTable) -> list[float | None]:
    """Where the lines of each column begin, where most do so at one place."""
    starts: list[float | None] = []
    for column in range(len(table.columns) - 1):
        begins = [round(line[0].x0, 1) for row in table.grid() if (cell := row[column]) and cell.columns == 1 for line in cell.lines]
        most = Counter(begins).most_common(1)
        starts.append(most[0][0] if most and most[0][1] >= max(2, 0.6 * len(begins)) else None)
    return starts
