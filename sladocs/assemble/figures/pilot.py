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
_TICKS: Final = 14
"""The most ticks on the axis."""


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
    first = pilot.first_commitment
    picture = PilotTimeline(
        start=plain(printed.date(pilot.start)) if pilot.start else "",
        period=period,
        extension=_end(pilot.extension, start, period.at) if period else None,
        ramps=ramps,
        commitment=Mark(at=_days(start, first), words=printed.date(first)) if start and isinstance(first, dt.date) else None,
    )
    picture = picture.model_copy(update={"ticks": tuple(_ticks(picture, start))})
    return (Figure(caption=line(CAPTION), alternative=_alternative(picture), picture=picture),)


def _days(start: dt.date, date: dt.date) -> Decimal:
    return Decimal((date - start).days)


def _end(length: Duration | AsWritten | None, start: dt.date | None, after: Decimal) -> Mark | None:
    """The end of a length of time that begins so many days after the start, with its words."""
    if not isinstance(length, Duration):
        return None
    at = _after(length, start, after)
    return None if at is None else Mark(at=at, words=printed.duration(length))


def _after(length: Duration, start: dt.date | None, after: Decimal) -> Decimal | None:
    """Days since the start at which a length of time ends; None for business time, whose days no calendar tells."""
    if length.unit in SECONDS:
        return after + length.value * SECONDS[length.unit] / SECONDS["day"]
    if length.unit not in MONTHS:
        return None
    months = length.value * MONTHS[length.unit]
    if start is None or months != months.to_integral_value() or not (0 <= months <= 1200):
        return after + months * _MONTH_DAYS
    return _days(start, _later(start + dt.timedelta(days=int(after)), int(months)))


def _later(date: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
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


def _ticks(picture: PilotTimeline, start: dt.date | None) -> Iterator[Mark]:
    """The axis: first days of months where the start is a date, else so many days or months after it."""
    places = [mark.at for mark in (picture.period, picture.extension, picture.commitment) if mark]
    last = max([Decimal(1), *places, *(ramp.at for ramp in picture.ramps if ramp.at is not None)])
    if start is None:
        step = next(step for step in (1, 7, 30, 90, 180, 360, 3600, 36000, 360000, 3600000) if last / step <= _TICKS or step == 3600000)
        for at in range(step, int(last) + 1, step):
            yield Mark(at=Decimal(at), words=printed.figure(Decimal(at), "day"))
        return
    months = max(1, int(last) // 28 + 1)
    step = next((step for step in (1, 3, 6, 12, 60, 120) if months / step <= _TICKS), 600)
    date = dt.date(start.year, start.month, 1)
    while _days(start, date) <= last:
        if date >= start and (date.month - 1) % min(step, 12) == 0:
            with_year = step > 1 or date.month == 1 or date < _later(start, 1)
            yield Mark(at=_days(start, date), words=f"{date:%b %Y}" if with_year else f"{date:%b}")
        date = _later(date, 1)


def _alternative(picture: PilotTimeline) -> str:
    said = [sentence(f"A line of time draws the pilot{f' (start: {picture.start})' if picture.start else ''}")]
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
