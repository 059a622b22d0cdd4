"""What an availability allows: minutes of downtime in a month, and how long that is in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sladocs.model.agreement import ServiceLevel, allowed_downtime, month_minutes

YEAR: Final = Decimal(365 * 24 * 60)
"""Minutes in a year of 365 days."""


def exact(minutes: Decimal) -> str:
    """Minutes with all their digits and no noughts behind: "43.2 min", "525.6 min"."""
    return f"{minutes.normalize():f} min"


def spelled(minutes: Decimal) -> str:
    """A length of time as people say it: "3 h 36 min", "43 min", "4 min 19 s", "26 s", "none"; rounded half up."""
    if minutes <= 0:
        return "none"
    if minutes < 10:
        seconds = int((minutes * 60).quantize(Decimal(1), ROUND_HALF_UP))
        whole, rest = divmod(seconds, 60)
        parts = [(whole, "min"), (rest, "s")]
    else:
        total = int(minutes.quantize(Decimal(1), ROUND_HALF_UP))
        hours, rest = divmod(total, 60)
        parts = [(hours, "h"), (rest, "min")]
    return " ".join(f"{value} {unit}" for value, unit in parts if value) or "less than 1 s"


def in_month(level: ServiceLevel, days: int = 30) -> Decimal:
    """Minutes of downtime that an availability allows in a month of `days` days, all hours counted."""
    return allowed_downtime(level.value, month_minutes(days))
