"""The numbers of the levels of a ladder, and the one time that a text gives."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.en.quantities import find_quantities
from sladocs.model.quantity import Dimension, Duration

NUMBER: Final = re.compile(
    r"^(?:(?:escalation|support|contact|tier|level|step|stage|line|l|no)\W*)*(?P<number>\d{1,2}"
    r"|first|second|third|fourth|fifth|sixth|one|two|three|four|five|six|i{1,3}"
    r"|iv|v)"
    r"(?:st|nd|rd|th)?\b(?:[\s-]+(?:level|tier|step|escalation|line|contact)\b)?\W*(?:\((?P<named>[^)]+)\))?",
    re.IGNORECASE,
)
_ORDER: Final = {
    name: n
    for n, names in enumerate(("first one i", "second two ii", "third three iii", "fourth four iv", "fifth five v", "sixth six"), start=1)
    for name in names.split()
}
_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)


def number_of(word: str) -> int:
    """The number that a word or figure of `NUMBER` says."""
    plain = re.sub(r"(?:st|nd|rd|th)$", "", word.lower()) if word[:1].isdigit() else word.lower()
    return int(plain) if plain.isdigit() else _ORDER[plain]


def level_of(text: str) -> int | None:
    """The number of a level: "1", "Level 2", "Third", "L3"; None where a text says none."""
    match = NUMBER.match(text.strip())
    number = number_of(match["number"]) if match else 0
    return number if 0 < number < 10 else None


def duration_of(text: str) -> Duration | None:
    """The one length of time that a text gives, None where there is none or more than one."""
    found = [m for m in find_quantities(text) if m.quantity.dimension in _TIMES]
    if len(found) != 1 or found[0].disagrees:
        return None
    try:
        return Duration(value=found[0].quantity.value, unit=found[0].quantity.unit)
    except ValueError:
        return None
