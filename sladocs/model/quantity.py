"""Figures with their units: percentages, times, business times, money, counts.

A figure is a `Decimal` from the text it was written in to the text it is printed in; no float is ever involved.
Percent is not a ratio, and business time is not calendar time: quantities of different dimensions never compare.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator


class Model(BaseModel):
    """What every model of sladocs shares: frozen, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Comparator(StrEnum):
    """What the actual figure must satisfy: "at least 99.9 %" is `>=`, "within 4 hours" is `<=`."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE_THAN = ">"
    LESS_THAN = "<"
    EXACTLY = "="

    @property
    def direction(self) -> int:
        """+1 where more is better, -1 where less is better, 0 where only equality counts."""
        return {">": 1, ">=": 1, "<": -1, "<=": -1}.get(self.value, 0)


class Dimension(StrEnum):
    """What a unit measures; quantities compare only within one dimension."""

    TIME = "time"
    BUSINESS_TIME = "business time"
    MONTHS = "calendar months"
    PERCENT = "percent"
    MONEY = "money"
    OTHER = "other"


SECONDS: Final[Mapping[str, Decimal]] = {
    "millisecond": Decimal("0.001"),
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86400),
    "week": Decimal(604800),
}
"""Seconds in each unit of calendar time."""

MONTHS: Final[Mapping[str, Decimal]] = {"month": Decimal(1), "quarter": Decimal(3), "year": Decimal(12)}
"""Months in each unit that has no fixed number of days."""

BUSINESS_MINUTES: Final[Mapping[str, Decimal]] = {"business_minute": Decimal(1), "business_hour": Decimal(60)}
"""Business minutes in each unit; a business day has no fixed number of them without a calendar."""

TIME_UNITS: Final = (*SECONDS, *MONTHS, *BUSINESS_MINUTES, "business_day")

UNIT = re.compile(r"^(?:currency:[A-Z]{3}|[a-z][a-z0-9_]*)$")


def _valid_unit(unit: str) -> str:
    if not UNIT.match(unit):
        raise ValueError(f"{unit!r} is no unit: write one plain singular word such as percent, hour, business_day or currency:USD")
    return unit


def _decimal(value: Any) -> Any:
    """Refuse a float: its digits are not the ones that were written."""
    if isinstance(value, float):
        raise ValueError("a figure is read as text, never as a binary float")  # noqa: TRY004 pydantic reports ValueError
    return value


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("a figure must be a finite number")
    return value


UnitName = Annotated[str, AfterValidator(_valid_unit)]
"""A unit of ANNOTATION's list (`percent`, `hour`, `business_day`, `currency:USD`), or another plain singular word."""

Figure = Annotated[Decimal, BeforeValidator(_decimal), AfterValidator(_finite)]
"""A finite decimal figure, never made from a float."""


def dimension(unit: str) -> Dimension:
    """The dimension of a unit; a business day counts as business time."""
    if unit in SECONDS:
        return Dimension.TIME
    if unit in MONTHS:
        return Dimension.MONTHS
    if unit in BUSINESS_MINUTES or unit == "business_day":
        return Dimension.BUSINESS_TIME
    if unit == "percent":
        return Dimension.PERCENT
    return Dimension.MONEY if unit.startswith("currency:") else Dimension.OTHER


def plain(value: Decimal) -> str:
    """The digits as written, with no exponent and no grouping: Decimal("1E+2") is "100", Decimal("99.90") is "99.90"."""
    return f"{value:f}"


def grouped(value: Decimal) -> str:
    """The digits with commas between thousands: "10,000"."""
    return f"{value:,f}"


_MASS_UNITS: Final = {"mbps": "Mbps", "gbps": "Gbps", "kbps": "kbps", "percent": "%"}


def unit_words(unit: str, *, plural: bool) -> str:
    """A unit as it is printed behind its figure: "business hours", "percent" as "%", "per_second" as "per second"."""
    if unit in _MASS_UNITS:
        return _MASS_UNITS[unit]
    words = unit.replace("_", " ")
    if not plural or words.startswith("per "):
        return words
    if re.search(r"[^aeiou]y$", words):
        return words[:-1] + "ies"
    return words + "s"


class Quantity(Model):
    """A figure and its unit."""

    value: Figure
    unit: UnitName

    @property
    def dimension(self) -> Dimension:
        return dimension(self.unit)

    def size(self) -> Decimal | None:
        """The figure in the smallest unit of its dimension (seconds, months, business minutes), so that 24 hours equals 1 day.

        None for a business day, which has no fixed length, and for units that have no scale.
        """
        scale = SECONDS.get(self.unit) or MONTHS.get(self.unit) or BUSINESS_MINUTES.get(self.unit)
        if scale is not None:
            return self.value * scale
        return self.value if self.dimension in (Dimension.PERCENT, Dimension.MONEY) else None

    def comparable(self, other: Quantity) -> bool:
        """Whether both can be put in order: the same dimension and scale, or the very same unit."""
        if self.unit == other.unit:
            return True
        return self.dimension == other.dimension and self.size() is not None and other.size() is not None

    def less(self, other: Quantity) -> bool:
        """Whether this is less than `other`. Raises ValueError where the two do not compare."""
        if not self.comparable(other):
            raise ValueError(f"{self} and {other} do not compare")
        if self.unit == other.unit:
            return self.value < other.value
        mine, theirs = self.size(), other.size()
        assert mine is not None
        assert theirs is not None
        return mine < theirs

    def __str__(self) -> str:
        """As it is printed everywhere: "99.9 %", "4 business hours", "USD 10,000", "1 day"."""
        if self.unit.startswith("currency:"):
            return f"{self.unit.removeprefix('currency:')} {grouped(self.value)}"
        return f"{grouped(self.value)} {unit_words(self.unit, plural=self.value != 1)}"


_ISO = re.compile(
    r"^P(?:(?P<year>\d+(?:\.\d+)?)Y)?(?:(?P<month>\d+(?:\.\d+)?)M)?(?:(?P<week>\d+(?:\.\d+)?)W)?"
    r"(?:(?P<business_day>\d+(?:\.\d+)?)BD)?(?:(?P<day>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<business_hour>\d+(?:\.\d+)?)BH)?(?:(?P<hour>\d+(?:\.\d+)?)H)?(?:(?P<business_minute>\d+(?:\.\d+)?)BM)?"
    r"(?:(?P<minute>\d+(?:\.\d+)?)M)?(?:(?P<second>\d+(?:\.\d+)?)S)?)?$"
)
_DESIGNATOR: Final = {
    "year": ("", "Y"), "month": ("", "M"), "week": ("", "W"), "day": ("", "D"), "business_day": ("", "BD"),
    "hour": ("T", "H"), "minute": ("T", "M"), "second": ("T", "S"), "business_hour": ("T", "BH"), "business_minute": ("T", "BM"),
}  # fmt: skip


class Duration(Quantity):
    """A length of time in one unit. Its interchange form is ISO 8601 (`P30D`, `PT48H`), with `P5BD` for business days."""

    @model_validator(mode="after")
    def _is_time(self) -> Self:
        if self.unit not in _DESIGNATOR:
            raise ValueError(f"{self.unit!r} is no unit of time: write for example 30 days, 5 business days or 3 years")
        return self

    @classmethod
    def from_iso(cls, text: str) -> Duration:
        """Read `P1Y`, `PT48H`, `P5BD`. Raises ValueError where it is no duration of exactly one unit."""
        match = _ISO.match(text.strip())
        found = [(unit, value) for unit, value in match.groupdict().items() if value is not None] if match else []
        if len(found) != 1:
            raise ValueError(f"{text!r} is no duration of one unit: write for example P30D, PT48H, P1Y or P5BD")
        unit, value = found[0]
        return cls(value=Decimal(value), unit=unit)

    @property
    def iso(self) -> str:
        lead, letter = _DESIGNATOR[self.unit]
        return f"P{lead}{plain(self.value)}{letter}"
