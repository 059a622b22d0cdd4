"""Reports, reviews and responsibilities: from their tables, else from sentences that say how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.fact_tables import FREQUENCY, RACI, REPORTS, REVIEWS, frequency_of
from sladocs.extract.gates import Gated
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import Frequency, Report, Responsibility, Review
from sladocs.model.finding import Finding


def read_reports(source: Source) -> Iterator[Fact | Finding]:
    """Each row of the tables of reports; without one, the frequency that a sentence gives."""
    found = False
    for _, rows in source.rows(REPORTS):
        for row in rows:
            found = True
            words = row.name("frequency")
            yield Fact(
                "reports",
                Report(name=row.name("name"), frequency=frequency_of(words), owner=row.name("owner"), recipients=row.name("recipients")),
                row.span,
            )
            if words and not frequency_of(words):
                yield source.finding("E04", f'The frequency "{words}" was not understood.', row.cells["frequency"].span, "reports")
    if not found and (said := _said(source, _REPORTING, _NOT_REPORTING)):
        frequency, statement = said
        yield Fact("reports", Report(frequency=frequency), statement.span, 0.7)


def read_reviews(source: Source) -> Iterator[Fact | Finding]:
    """Each row of the tables of review meetings; without one, the frequency that a sentence gives."""
    found = False
    for _, rows in source.rows(REVIEWS):
        for row in rows:
            found = True
            words = row.name("frequency")
            yield Fact(
                "reviews", Review(name=row.name("name"), frequency=frequency_of(words), participants=row.name("participants")), row.span
            )
            if words and not frequency_of(words):
                yield source.finding("E04", f'The frequency "{words}" was not understood.', row.cells["frequency"].span, "reviews")
    if not found and (column := _of_column(source)):
        found = True
        yield column
    if not found and (said := _said(source, _REVIEWING, _NOT_REVIEWING)):
        frequency, statement = said
        yield Fact("reviews", Review(frequency=frequency), statement.span, 0.7)


def _of_column(source: Source) -> Fact | None:
    """The first frequency in a column "Frequency of review" of any table."""
    for index in source.tables:
        grid = source.grid(index)
        for column, head in enumerate(grid[0] if grid else ()):
            if head is None or not _REVIEW_COLUMN.fullmatch(head.span.text.strip()):
                continue
            for row in grid[1:]:
                cell = row[column] if column < len(row) else None
                if cell and (frequency := frequency_of(cell.span.text)):
                    return Fact("reviews", Review(frequency=frequency), cell.span.stripped(), 0.75)
    return None


_REVIEW_COLUMN: Final = re.compile(r"(?:frequency|interval) of (?:the )?reviews?|review (?:frequency|interval|cycle|period)", re.IGNORECASE)


def read_responsibilities(source: Source) -> Iterator[Fact]:
    """Each row of a table of who is responsible, accountable, consulted and informed."""
    for _, rows in source.rows(RACI):
        for row in rows:
            activity, responsible, accountable = (row.name(name) for name in ("activity", "responsible", "accountable"))
            if activity and responsible and accountable:
                entry = Responsibility(
                    activity=activity,
                    responsible=responsible,
                    accountable=accountable,
                    consulted=row.name("consulted"),
                    informed=row.name("informed"),
                )
                yield Fact("responsibilities", entry, row.span)


_REPORTING: Final = Gated(re.compile(r"\b(?:reports?|reporting)\b", re.IGNORECASE))
_REVIEWING: Final = Gated(re.compile(r"\b(?:reviews?|reviewed|review meetings?|service meetings?)\b", re.IGNORECASE))
_NOT_REPORTING: Final = re.compile(
    r"\b(?:financial|audit|credit|royalt\w+|tax|penetration|soc|incident|root cause"
    r"|status report|problem report|expense|invoice|fee|payment|forecast|plan)s?\b",
    re.IGNORECASE,
)
_NOT_REVIEWING: Final = re.compile(
    r"\b(?:access|log|code|security|continuity|disaster|recovery|plan|measures|penetration|fees?|prices?|charges?|invoice|user|audit)s?\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"\b(?:reports?|reviews?|meetings?)\s+(?:that\s+are\s+)?(?:listed|set\s+out"
    r"|specified|described|stated|named)\s+in\b|\bthese\s+(?:reports|reviews)\s*:",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 120, 45
"""How far before and behind the frequency the cue may stand: "reports with all figures on a quarterly basis"."""


def _said(source: Source, cue: Gated, bar: re.Pattern[str]) -> tuple[Frequency, Statement] | None:
    """The first sentence in which a cue and a frequency stand together; nothing where the document lists them elsewhere."""
    if any(cue.search(statement.text) and _LISTED.search(statement.text) for statement in source.statements):
        return None
    for statement in source.statements:
        if not cue.search(statement.text) or bar.search(statement.about):
            continue
        for match in FREQUENCY.finditer(statement.text):
            if match.lastgroup is None or not re.search(r"ly$|each|every|per|once|twice|annual$", match.group(), re.IGNORECASE):
                continue
            before, behind = (
                statement.text[max(0, match.start() - _BEFORE) : match.start()],
                statement.text[match.end() : match.end() + _BEHIND],
            )
            if (cue.search(before) or cue.search(behind)) and not bar.search(before[-60:] + " " + behind):
                return match.lastgroup, statement  # type: ignore[return-value]  # the groups of FREQUENCY are named by the frequencies
    return None
