"""A cell that says one target: comparator, figure and unit, and what may follow them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.en.comparators import comparator_before
from sladocs.extract.en.quantities import find_numbers, find_quantities
from sladocs.extract.en.units import open_unit
from sladocs.extract.en.windows import find_window
from sladocs.model.metrics import Window
from sladocs.model.quantity import Comparator, Quantity


@dataclass(frozen=True, slots=True)
class Target:
    """A whole cell read: "within 1 hour in 95 % of cases each month". `start` and `end` are where its figure stands."""

    quantity: Quantity
    comparator: Comparator | None
    start: int
    end: int
    attainment: Decimal | None = None
    window: Window | None = None
    disagrees: bool = False


_TAIL: Final = re.compile(
    r"\s*(?:,?\s*(?:in|for)\s+(?P<share>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent)\s+of\s+(?:all\s+|the\s+)?cases)?\s*(?P<window>(?:each|per|every|a)\s+(?:calendar\s+)?(?:day|week|month|quarter|year))?\s*\.?\s*$",
    re.IGNORECASE,
)


def read_target(text: str) -> Target | None:
    """The target that a cell says, where it says nothing else.

    A figure with no known unit takes the word behind it as its unit; one with no word behind it is a count.
    """
    tail = _TAIL.search(text)
    assert tail is not None
    share = Decimal(tail["share"]) if tail["share"] else None
    window = find_window(tail["window"]) if tail["window"] else None
    head = text[: tail.start()]
    return _alone(text, None, None) or _alone(head, share, window) or _counted(head, share, window)


def _alone(text: str, share: Decimal | None, window: Window | None) -> Target | None:
    """One quantity and nothing else."""
    found = find_quantities(text)
    if len(found) != 1 or found[0].low is not None or text[: found[0].lead].strip() or text[found[0].end :].strip(" ."):
        return None
    mention = found[0]
    return Target(mention.quantity, mention.comparator, mention.start, mention.end, share, window, mention.disagrees)


def _counted(text: str, share: Decimal | None, window: Window | None) -> Target | None:
    """One number with a unit of its own or none: a count."""
    numbers = find_numbers(text)
    if len(numbers) != 1 or find_quantities(text):
        return None
    number = numbers[0]
    lead = comparator_before(text, number.start)
    unit = open_unit(text[number.end :], number.value)
    if text[: lead[1] if lead else number.start].strip() or unit is None or (unit != "count" and lead is None):
        return None
    return Target(
        Quantity(value=number.value, unit=unit),
        lead[0] if lead else None,
        number.start,
        len(text.rstrip()),
        share,
        window,
        number.disagrees,
    )
