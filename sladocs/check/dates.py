"""Rule L34: dates and lengths of time that contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Final

from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import Term
from sladocs.model.finding import Finding, Severity
from sladocs.model.quantity import Dimension, Duration, Quantity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
Span = tuple[Decimal, Decimal]
"""The fewest and the most days that a length of time can have."""

_FREQUENCY: Final = {
    "day": Duration(value=Decimal(1), unit="day"),
    "week": Duration(value=Decimal(1), unit="week"),
    "month": Duration(value=Decimal(1), unit="month"),
    "quarter": Duration(value=Decimal(3), unit="month"),
    "half_year": Duration(value=Decimal(6), unit="month"),
    "year": Duration(value=Decimal(1), unit="year"),
}


@rule("L34")
def dates_contradict(subject: Subject) -> Iterator[Finding]:
    """An end before the start, a notice longer than the term that it ends, a review that comes only after the end.

    Formula: expiration < effective date; termination notice > term; renewal notice > initial term; review period >
    term where nothing renews it. The term is the initial term, else the days from the effective date to the
    expiration. Months count 28 to 31 days, so that only what is longer in every case is reported; business days are
    never compared with calendar time.

    Severity: error; warning for reviews.

    Remedy: correct the date or the length of time.

    Source: arithmetic of the calendar; ISO 8601 durations.

    Fires:
        term: {effective_date: 2027-01-01, initial: 1 year, renewal_notice: 18 months}

    Does not fire:
        term: {effective_date: 2027-01-01, initial: 3 years, renewal: 1 year, renewal_notice: 90 days}
    """
    term = subject.agreement.term
    yield from _end_before_start(term)
    length = _length(term)
    if length is None:
        return
    words, most = length
    for path, what, notice in (
        ("term/renewal_notice", "The notice of non-renewal", term.renewal_notice),
        ("term/termination_notice", "The notice of termination", term.termination_notice),
    ):
        if isinstance(notice, Duration) and (span := days(notice)) and span[0] > most:
            yield finding(
                "L34", ERROR, path, f"{what} of {notice} is longer than the term of {words}.", "Shorten the notice, or correct the term."
            )
    if term.renewal is not None:
        return
    for index, review in enumerate(subject.agreement.reviews):
        period = _FREQUENCY[review.frequency] if review.frequency else None
        if period is not None and (span := days(period)) and span[0] > most:
            every = (review.frequency or "").replace("_", " ")
            message = f"{review.name or 'The review'} is held every {every}, but the term of {words} ends before."
            yield finding(
                "L34", WARNING, f"reviews/{index}", message, "Hold the review more often, or say that it is held once before the end."
            )


def _end_before_start(term: Term) -> Iterator[Finding]:
    start, end = term.effective_date, term.expiration_date
    if isinstance(start, dt.date) and isinstance(end, dt.date) and end < start:
        message = f"The agreement ends on {_date(end)}, before it starts on {_date(start)}."
        yield finding("L34", ERROR, "term/expiration_date", message, "Correct one of the two dates.")


def _length(term: Term) -> tuple[str, Decimal] | None:
    """The term in words, and the most days that it can have."""
    if isinstance(term.initial, Duration):
        span = days(term.initial)
        return (str(term.initial), span[1]) if span else None
    start, end = term.effective_date, term.expiration_date
    if isinstance(start, dt.date) and isinstance(end, dt.date) and start <= end:
        count = (end - start).days + 1
        return f"{count} days", Decimal(count)
    return None


def days(length: Quantity) -> Span | None:
    """The fewest and the most days that a length of time can have; None for business time."""
    size = length.size()
    if size is None:
        return None
    if length.dimension is Dimension.TIME:
        return size / 86400, size / 86400
    if length.dimension is Dimension.MONTHS:
        with localcontext(prec=60):  # also of a length that is absurd
            years, months = divmod(size, 12)
            return years * 365 + months * 28, years * 366 + months * 31
    return None


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
