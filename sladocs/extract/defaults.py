"""What a document says once for all its figures: over which period availability is measured, and of what credits are a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sladocs.extract.en import remedies
from sladocs.extract.en.heads import Column
from sladocs.extract.en.measures import BY_PHONE
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.windows import find_window
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.gates import Gated
from sladocs.extract.source import Source
from sladocs.extract.tables import Form
from sladocs.model.metrics import TAXONOMY, Metric, Window
from sladocs.model.quantity import Dimension

_AVAILABILITY: Final = re.compile(r"\b(?:availab\w+|uptime)\b", re.IGNORECASE)
_MEASURED: Final = re.compile(
    r"\b(?:monthly|quarterly|annual|yearly)\s+(?:\w+\s+){0,2}?(?:uptime|availability)|\b(?:measured|calculated|computed|monitored"
    r"|determined|reported|assessed|reliability|average)\b"
    r"|%\s*(?:[\w-]+\s+){0,8}?(?:month|quarter|year)|falls?\s+below",
    re.IGNORECASE,
)


def spelled(form: Form) -> bool:
    """Whether a table's rows say everything themselves: each has its own reference and names its metric by its printed name."""
    place = form.place(Column.METRIC)
    cells = [line.cells[place] for line in form.lines] if place is not None else []
    named = all(cell is not None and " ".join(cell.span.text.split()).lower() in EXACT for cell in cells)
    return form.has(Column.LABEL, Column.METRIC) and named


_CREDIT: Final = Gated(remedies.CREDIT)


def usual_window(source: Source) -> Window | None:
    """The period over which sentences say that availability is measured, where all that say one agree."""
    found = {
        window
        for statement in source.statements
        if not statement.cell
        and _AVAILABILITY.search(statement.text)
        and _MEASURED.search(statement.text)
        and (window := find_window(statement.text))
    }
    return found.pop() if len(found) == 1 else None


def usual_basis(source: Source) -> str | None:
    """That of which sentences on service credits say that they are a share: the first that is said."""
    for statement in source.statements:
        text = statement.text
        if (
            not statement.cell
            and _CREDIT.search(text)
            and re.search(r"percentage|%|per\s?cent|credit\s+(?:of|off|equal|against|based|calculated)", text)
        ):
            limit = remedies.CAP.search(text)
            basis = remedies.basis_of(text[: limit.start()] if limit else text)
            if basis:
                return basis
    return None


def completed(entries: Iterable[LevelEntry | CreditEntry], source: Source) -> list[LevelEntry | CreditEntry]:
    """The entries, those that leave it open with the period and the basis that the document says once."""
    window, basis = usual_window(source), usual_basis(source)
    settled = (_by_machine(entry, source) if isinstance(entry, LevelEntry) else entry for entry in entries)
    return [_completed(entry, window, basis) for entry in settled]


def _by_machine(entry: LevelEntry, source: Source) -> LevelEntry:
    """A response in seconds is that of a system, or of those who answer calls, where its line or the heading over it speaks of these."""
    level, block = entry.level, entry.span.block
    size = level.target.size()
    if level.metric is not Metric.RESPONSE_TIME or level.target.dimension is not Dimension.TIME or size is None or size > _A_MACHINES:
        return entry
    if block in source.tables and any(cell and cell.span.text.strip().lower() == _PRINTED for row in source.grid(block) for cell in row):
        return entry
    text = source.document.text
    start, end = text.rfind("\n", 0, entry.span.start) + 1, text.find("\n", entry.span.end)
    about = " | ".join((text[start : end if end >= 0 else len(text)], *source.headings(block)[-1:]))
    metric = Metric.ANSWER_TIME if BY_PHONE.search(about) and level.unit != "millisecond" else Metric.LATENCY
    return replace(entry, level=level.model_copy(update={"metric": metric}))


_PRINTED: Final = TAXONOMY[Metric.RESPONSE_TIME].name.lower()
"""The printed name, which is believed."""
_A_MACHINES: Final = 30
"""The longest response, in seconds, that only a machine gives."""


def _completed(entry: LevelEntry | CreditEntry, window: Window | None, basis: str | None) -> LevelEntry | CreditEntry:
    if isinstance(entry, LevelEntry):
        level = entry.level
        if window and level.metric is Metric.AVAILABILITY and level.window is None:
            return replace(entry, level=level.model_copy(update={"window": window}))
    elif basis and entry.credit.unit == "percent" and entry.credit.basis is None:
        return replace(entry, credit=entry.credit.model_copy(update={"basis": basis}))
    return entry
