"""The picture of the downtime that each availability promise allows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.figures.sentences import named, plain, sentence
from sladocs.model.agreement import Agreement, ServiceLevel, allowed_downtime
from sladocs.model.document import Figure, line
from sladocs.model.downtime import WINDOW_DAYS, in_agreed_hours, is_availability
from sladocs.model.metrics import Window
from sladocs.model.phrases import target_words
from sladocs.model.picture import AllowedDowntime, Downtime

CAPTION: Final = "Downtime that the promised availability allows"
_WINDOWS: Final = {
    Window.DAY: "a day",
    Window.WEEK: "a week",
    Window.MONTH: "a month of 30 days",
    Window.QUARTER: "a quarter of 90 days",
    Window.YEAR: "a year of 365 days",
}


def allowed_downtime_figures(agreement: Agreement) -> Sequence[Figure]:
    """One picture with a bar for each promise; services with the same promise share a bar."""
    bars: dict[Downtime, tuple[str, ...]] = {}
    for level in agreement.service_levels:
        if is_availability(level) and level.obliged == "provider":
            bar = _bar(agreement, level)
            name = _name(level)
            known = bars.setdefault(bar, ())
            bars[bar] = (*known, name) if name and name not in known else known
    if not bars:
        return ()
    picture = AllowedDowntime(bars=tuple(bar.model_copy(update={"of": names}) for bar, names in bars.items()))
    return (Figure(caption=line(CAPTION), alternative=_alternative(picture), picture=picture),)


def _name(level: ServiceLevel) -> str:
    parts = (level.service, level.priority, level.condition, "minimum" if level.threshold else None)
    return plain(", ".join(part for part in parts if part))


def _bar(agreement: Agreement, level: ServiceLevel) -> Downtime:
    window = level.window or Window.MONTH
    days = WINDOW_DAYS[window]
    agreed = in_agreed_hours(agreement, level, days)
    minutes = allowed_downtime(level.value, Decimal(days * 24 * 60)) if agreed is None else agreed
    return Downtime(
        target=plain(target_words(level)),
        minutes=minutes,
        words=length_words(minutes),
        window=_WINDOWS[window],
        hours=plain(level.calendar or "") if agreed is not None else "",
    )


def length_words(minutes: Decimal) -> str:
    """Minutes as hours, minutes and seconds: "43 min 12 s"; "about" stands before what is no whole number of seconds."""
    seconds = minutes * 60
    whole = seconds.quantize(Decimal(1), ROUND_HALF_UP)
    parts = ((int(whole) // 3600, "h"), (int(whole) // 60 % 60, "min"), (int(whole) % 60, "s"))
    words = " ".join(f"{number:,}{printed.NBSP}{unit}" for number, unit in parts if number)
    if not words:
        return "none" if not seconds else f"less than 1{printed.NBSP}s"
    return words if whole == seconds else f"about {words}"


def _alternative(picture: AllowedDowntime) -> str:
    said = ["A bar chart turns each availability into the downtime that it leaves room for."]
    for bar in picture.bars:
        whose = f"The bar for {named(bar.of)}" if bar.of else "A bar"
        counted = f", counted in {bar.hours} alone" if bar.hours else ""
        said.append(sentence(f"{whose} ({bar.target}) is {bar.words} long, out of {bar.window}{counted}"))
    return " ".join(said)
