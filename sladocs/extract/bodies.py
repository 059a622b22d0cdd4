"""The bodies that govern an agreement, and the volumes of work that are expected, from their tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sladocs.extract.columns import Row
from sladocs.extract.en.fact_tables import BOARDS, BODIES, VOLUMES, frequency_of
from sladocs.extract.en.quantities import find_numbers, find_quantities
from sladocs.extract.en.windows import find_window
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import Body, Volume
from sladocs.model.document import Table
from sladocs.model.finding import Finding


def read_bodies(source: Source) -> Iterator[Fact | Finding]:
    """Each body of each table of bodies."""
    found: dict[int, list[Row]] = {}
    for form in (BODIES, BOARDS):
        for index, rows in source.rows(form):
            found.setdefault(index, rows)
    for row in (row for index in sorted(found) for row in found[index]):
        name, words = row.name("name"), row.name("meets")
        if name is None:
            continue
        texts = {"members": row.name("members"), "decides": row.name("decides"), "escalates_to": row.name("escalates")}
        yield Fact("bodies", Body(name=name, meets=frequency_of(words), **texts), row.span)
        if words and not frequency_of(words):
            yield source.finding("E04", f'The frequency "{words}" was not understood.', row.cells["meets"].span, "bodies")


def read_volumes(source: Source) -> Iterator[Fact | Finding]:
    """Each row of each table of volumes. A row without a figure says nothing; one without a period cannot be kept, and is a finding."""
    for index, rows in source.rows(VOLUMES):
        block = source.document.blocks[index]
        assert isinstance(block, Table)
        heads = " | ".join(cell.text for cell in block.rows[max(block.headers, 1) - 1])
        for row in rows:
            work, cell = row.name("work"), row.cells.get("expected")
            value = _amount(cell.span.text) if cell and not cell.empty else None
            if work is None or cell is None or value is None:
                continue
            per = find_window(cell.span.text) or find_window(heads)
            if per is None:
                message = f'It is not clear over which period "{cell.span.text}" of {work} is expected.'
                yield source.finding("E04", message, cell.span, "volumes")
                continue
            relief = _relief(row, value)
            yield Fact("volumes", Volume(work=work, service=row.name("service"), expected=value, per=per, relief_above=relief), row.span)


def _amount(text: str) -> Decimal | None:
    """The one number of a cell."""
    found = find_numbers(text)
    return found[0].value if len(found) == 1 and not found[0].disagrees else None


def _relief(row: Row, expected: Decimal) -> Decimal | None:
    """The amount above which there is relief; a percentage is one of the expected amount ("120 %")."""
    cell = row.cells.get("relief")
    if cell is None or cell.empty:
        return None
    shares = [m for m in find_quantities(cell.span.text) if m.quantity.unit == "percent"]
    if shares:
        return expected * shares[0].quantity.value / 100 if len(shares) == 1 and shares[0].quantity.value >= 100 else None
    return _amount(cell.span.text)
