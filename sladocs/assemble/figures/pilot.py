"""The picture of a pilot's time, with its off-ramps."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.figures.sentences import plain, sentence
from sladocs.model.agreement import Agreement, AsWritten, OffRamp
from sladocs.model.document import Figure, line
from sladocs.model.picture import Mark, PilotTimeline, Ramp
from sladocs.model.quantity import MONTHS, SECONDS, Duration

CAPTION: Final = "The pilot in time"
OUTCOMES: Final = {"proceed": "Proceed", "extend": "Extend", "renegotiate": "Renegotiate", "exit": "Exit"}
_MONTH_DAYS: Final = Decimal("30.4375")
"""Days by which a month is drawn where the start is no date; its words stay months."""
_LONGEST: Final = 36525
"""The most days from the start that are drawn: a hundred years."""
_TICKS: Final = 14
"""About the most ticks on the axis."""
_DAY_STEPS: Final = (1, 7, 30, 90, 180, 360, 3600)
_MONTH_STEPS: Final = (1, 3, 6, 12, 60, 120)


def pilot_timeline(agreement: Agreement) -> Sequence[Figure]:
    """The pilot's picture, where at least its length or one off-ramp can be placed."""
    pilot = agreement.pilot
    if pilot is None:
        return ()
    start = pilot.start if isinstance(pilot.start, dt.date) else None
    period = _end(pilot.period, start, Decimal(0))
    ramps = tuple(_ramp(ramp, number, start) for number, ramp in enumerate(pilot.off_ramps, 1))
    if period is None and not any(ramp.at is not None for ramp in ramps):
        return ()
    picture = PilotTimeline(
        start=plain(printed.date(pilot.start)) if pilot.start else "",
        period=period,
        extension=_end(pilot.extension, start, period.at) if period else None,
        ramps=ramps,
        commitment=_commitment(pilot.first_commitment, start),
    )
    picture = picture.model_copy(update={"ticks": tuple(_ticks(picture, start))})
    return (Figure(caption=line(CAPTION), alternative=_alternative(picture), picture=picture),)


def _days(start: dt.date, date: dt.date) -> Decimal | None:
    return _drawn(Decimal((date - start).days))


def _drawn(days: Decimal) -> Decimal | None:
    """A place on the axis; None for one so far away that nothing else could be told apart."""
    return days if abs(days) <= _LONGEST else None


def _end(length: Duration | AsWritten | None, start: dt.date | None, after: Decimal) -> Mark | None:
    """The end of a length of time that begins so many days after the start, with its words."""
    at = _after(length, start, after) if isinstance(length, Duration) else None
    return None if at is None or not isinstance(length, Duration) else Mark(at=at, words=plain(printed.duration(length)))


def _after(length: Duration, start: dt.date | None, after: Decimal) -> Decimal | None:
    """Days since the start at which a length of time ends; None for business time, whose days no calendar tells."""
    if length.unit in SECONDS:
        return _drawn(after + length.value * SECONDS[length.unit] / SECONDS["day"])
    if length.unit not in MONTHS:
        return None
    months = length.value * MONTHS[length.unit]
    about = _drawn(after + months * _MONTH_DAYS)
    if start is None or about is None or months != months.to_integral_value():
        return about
    return _days(start, _later(_later_days(start, after), int(months)))


def _later_days(date: dt.date, days: Decimal) -> dt.date:
    """The day so many days later, or the last that there is."""
    return dt.date.fromordinal(min(max(1, date.toordinal() + int(days)), dt.date.max.toordinal()))


def _later(date: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def _ramp(ramp: OffRamp, number: int, start: dt.date | None) -> Ramp:
    at: Decimal | None = None
    match ramp.decide_on:
        case dt.date() if start:
            at = _days(start, ramp.decide_on)
        case Duration():
            at = _after(ramp.decide_on, start, Decimal(0))
    return Ramp(
        label=plain(ramp.label or f"Off-ramp {number}"), at=at, date=_when(ramp), outcome=OUTCOMES[ramp.outcome] if ramp.outcome else ""
    )


def _when(ramp: OffRamp) -> str:
    match ramp.decide_on:
        case None:
            return ""
        case Duration():
            return f"{printed.duration(ramp.decide_on)} after the start"
        case _:
            return plain(printed.date(ramp.decide_on))


def _commitment(date: dt.date | AsWritten | None, start: dt.date | None) -> Mark | None:
    at = _days(start, date) if start and isinstance(date, dt.date) else None
    return None if at is None or not isinstance(date, dt.date) else Mark(at=at, words=printed.date(date))


def _ticks(picture: PilotTimeline, start: dt.date | None) -> Iterator[Mark]:
    """The axis: first days of months where the start is a date, else so many days after it."""
    places = [mark.at for mark in (picture.period, picture.extension, picture.commitment) if mark]
    last = int(max([Decimal(1), *places, *(ramp.at for ramp in picture.ramps if ramp.at is not None)]))
    if start is None:
        step = next(step for step in _DAY_STEPS if last // step <= _TICKS)
        yield from (Mark(at=Decimal(at), words=printed.figure(Decimal(at), "day")) for at in range(step, last + 1, step))
        return
    months = last // 28 + 1
    step = next(step for step in _MONTH_STEPS if months // step <= _TICKS)
    first = dt.date(start.year, start.month, 1)
    named = False
    for month in range(months + 1):
        date = _later(first, month)
        at = (date - start).days
        if 0 <= at <= last and (date.year * 12 + date.month - 1) % step == 0:
            yield Mark(at=Decimal(at), words=f"{date:%b}" if named and step == 1 and date.month > 1 else f"{date:%b} {date.year}")
            named = True


def _alternative(picture: PilotTimeline) -> str:
    left = f"; its left end is {picture.start}" if picture.start else ""
    said = [sentence(f"A line of time draws the pilot{left}")]
    if picture.period:
        said.append(sentence(f"Its bar has the length {picture.period.words}"))
    if picture.extension:
        said.append(sentence(f"A lighter bar behind it, for the longest extension, has the length {picture.extension.words}"))
    for ramp in picture.ramps:
        parts = ", ".join(part for part in (ramp.date or "no date stated", ramp.outcome) if part)
        said.append(sentence(f"A sign marks the off-ramp {ramp.label} ({parts})"))
    if picture.commitment:
        said.append(sentence(f"A thick line marks the first commitment ({picture.commitment.words})"))
    return " ".join(said)
