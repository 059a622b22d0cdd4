"""Builds a table from rows: columns that would be empty in every row are left out, and an empty cell prints a dash."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sladocs.assemble.fill import one_line
from sladocs.model.document import Cell, Line, Run, Table, line

DASH: Final = "\u2014"

Content = str | Run | Line | Sequence[Line] | None
"""What stands in a cell: words, a run, a line, several lines, or nothing."""


def table(name: str, caption: str, description: str, rows: Sequence[Mapping[str, Content]], *, keep: Collection[str] = ()) -> Table | None:
    """A table whose columns are the keys of the rows, in the order of the first row; None where there are no rows.

    `keep` are the columns that stand even where they are empty.
    """
    if not rows:
        return None
    heads = [head for head in rows[0] if head in keep or any(row[head] not in (None, "", ()) for row in rows)]
    body = tuple(tuple(cell(row[head]) for head in heads) for row in rows)
    header = tuple(cell(head) for head in heads)
    return Table(name=name, caption=line(caption), description=description, headers=1, rows=(header, *body))


def cell(content: Content) -> Cell:
    """A cell of a table; a dash stands where there is nothing to say."""
    if isinstance(content, str):
        content = one_line(content)
    if content in (None, "", ()):
        return Cell(lines=(line(DASH),))
    if isinstance(content, str | Run):
        return Cell(lines=(line(content),))
    assert content is not None
    if isinstance(content[0], Run):
        return Cell(lines=(tuple(run for run in content if isinstance(run, Run)),))
    return Cell(lines=tuple(part for part in content if isinstance(part, tuple)))
