"""The table that shows that each figure came back: what was written, and what was read from the file."""

from __future__ import annotations

from dataclasses import dataclass

from sladocs.model.agreement import Agreement
from sladocs.model.finding import Extraction
from sladocs.report import columns
from sladocs.report.entries import PARTS, TITLES, entries
from sladocs.report.facts import Entry, Fact, said
from sladocs.report.pairing import pair

YES, NO = "\u2713", "\u2717"
LONGEST = 60
"""Places that one cell of the table shows of a long text."""


@dataclass(frozen=True)
class Row:
    """One fact: where it stands in words, what was written, what was read, whether both are exactly the same."""

    where: str
    written: str | None
    read: str | None
    same: bool
    figure: bool
    telling: bool
    """Whether the table should show it where it differs: of a thing that one side lacks, its figures alone tell enough."""


def rows(agreement: Agreement, read: Agreement) -> list[Row]:
    """Every fact that a document states, with what was read for it; exactly the same means the same digits' value and the same unit."""
    found: list[Row] = []
    for part in PARTS:
        for written, back in pair(list(entries(agreement, (part,))), list(entries(read, (part,)))):
            mine = written.facts if written else {}
            theirs = back.facts if back else {}
            entry = written or back
            assert entry is not None
            telling = bool(written and back) or not any(fact.figure for fact in entry.facts.values())
            found += [_row(entry, name, mine.get(name), theirs.get(name), telling=telling) for name in dict.fromkeys([*mine, *theirs])]
    return found


def _row(entry: Entry, name: str, mine: Fact | None, theirs: Fact | None, *, telling: bool) -> Row:
    lead = entry.name or ("" if entry.part in ("term", "agreement") else TITLES[entry.part])
    if entry.part in ("party", "priority", "calendar", "report", "review", "escalation", "service") and entry.name:
        lead = f"{entry.part.capitalize()} {entry.name}"
    where = f"{lead}: {name}" if lead else f"{name[:1].upper()}{name[1:]}"
    same = mine is not None and theirs is not None and mine.exact == theirs.exact
    figure = any(fact is not None and fact.figure for fact in (mine, theirs))
    return Row(where, said(mine), said(theirs), same=same, figure=figure, telling=telling)


def table(agreement: Agreement, extraction: Extraction) -> str:
    """Each figure and date of the agreement beside the one that was read, with a mark; names and sentences only where they differ."""
    found = rows(agreement, extraction.agreement)
    shown = [row for row in found if row.figure or (not row.same and row.telling)]
    cells = [(row.where, _short(row.written), _short(row.read), YES if row.same else NO) for row in shown]
    figures = [row for row in found if row.figure]
    words = [row for row in found if not row.figure]
    last = (
        f"{sum(row.same for row in figures)} of {len(figures)} figures and dates came back, "
        f"and {sum(row.same for row in words)} of {len(words)} names and texts."
    )
    body = columns.table(("Figure", "Written", "Read back", ""), cells, width=100)
    return f"{body}\n\n{last}" if body else last


def _short(words: str | None) -> str:
    if words is None:
        return "-"
    flat = columns.clean(words)
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 3]}..."
