"""What a document says once for all its figures: over which period availability is measured, and of what credits are a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sladocs.extract.en import remedies
from sladocs.extract.en.heads import Column
from sladocs.extract.en.windows import find_window
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.source import Source
from sladocs.extract.tables import Form
from sladocs.model.metrics import Metric, Window

_AVAILABILITY: Final = re.compile(r"\b(?:availab\w+|uptime)\b", re.IGNORECASE)
_MEASURED: Final = re.compile(
    r"\b(?:monthly|quarterly|annual|yearly)\s+(?:\w+\s+){0,2}?(?:uptime|availability)|\b(?:measured|calculated|computed|monitored|determined|reported|assessed|reliability|average)\b"
    r"|%\s*(?:[\w-]+\s+){0,8}?(?:month|quarter|year)|falls?\s+below",
    re.IGNORECASE,
)


def spelled(form: Form) -> bool:
    """Whether a table's rows say everything themselves: each has its own reference and names its metric."""
    return form.has(Column.LABEL, Column.METRIC)


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
            and remedies.CREDIT.search(text)
            and re.search(r"percentage|%|per\s?cent|credit\s+of", text)
            and not remedies.CAP.search(text)
        ):
            basis = remedies.basis_of(text)
            if basis:
                return basis
    return None


def completed(entries: Iterable[LevelEntry | CreditEntry], source: Source) -> list[LevelEntry | CreditEntry]:
    """The entries, those that leave it open with the period and the basis that the document says once."""
    window, basis = usual_window(source), usual_basis(source)
    return [_completed(entry, window, basis) for entry in entries]


def _completed(entry: LevelEntry | CreditEntry, window: Window | None, basis: str | None) -> LevelEntry | CreditEntry:
    if isinstance(entry, LevelEntry):
        level = entry.level
        if window and level.metric is Metric.AVAILABILITY and level.window is None:
            return replace(entry, level=level.model_copy(update={"window": window}))
    elif basis and entry.credit.unit == "percent" and entry.credit.basis is None:
        return replace(entry, credit=entry.credit.model_copy(update={"basis": basis}))
    return entry
