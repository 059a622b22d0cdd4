"""What a cell of a table of credits says: an amount, of what it is a share, and per what it is owed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.en import remedies as words
from sladocs.extract.en.quantities import QuantityMention, find_quantities
from sladocs.extract.en.units import open_unit
from sladocs.extract.owed import CREDIT_UNITS, amounts, read_rate
from sladocs.model.quantity import TIME_UNITS, Comparator, Dimension, Quantity

LONGEST_QUOTE: Final = 80
"""How long a cell may be to be an amount and nothing else."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What is owed: the figure's mention, of what it is a share, and per what it is owed."""

    mention: QuantityMention
    basis: words.Basis | None = None
    per: str | None = None


def read_amount(text: str, about: str = "", unit: str | None = None, head: str = "") -> Amount | None:
    """The credit that a cell says: its figure, its basis (by its own words, else those above it) and its rate."""
    text = words.MINUS.sub(" ", text)
    said = amounts(text, remedy=True)
    found = [owed.mention for owed in said] or [q for q in find_quantities(text) if _can_be_owed(text, q)]
    found = [q for q in found if not words.EACH_BEFORE.search(text, 0, q.start) and not words.CAP.search(text, 0, q.end)]
    if not found:
        return _bare(text, about, unit, head) or _in_open_unit(text)
    mention = found[0]
    own = words.basis_of(text[mention.end :]) or (words.basis_of(text) if said else None)
    basis = own or (_nearest_basis(about) if mention.quantity.unit == "percent" else None)
    return Amount(mention, basis, read_rate(text, mention.end) or read_rate(text))


def _nearest_basis(about: str) -> words.Basis | None:
    """Of what the header, else the texts above say that credits are a share, the nearest first."""
    head, *over = about.split(" | ")
    return next((basis for part in (head, *reversed(over)) if (basis := words.basis_of(part))), None)


def _can_be_owed(text: str, value: QuantityMention) -> bool:
    """Whether a figure can be an amount: a percentage, a sum, or a time that stands alone or of which service is owed."""
    if value.quantity.unit == "percent" or value.quantity.dimension is Dimension.MONEY:
        return (
            len(text) < LONGEST_QUOTE
            or not text[: value.start].strip()
            or bool(words.AMOUNT_BEHIND.match(text, value.end) or words.AMOUNT_BEFORE.search(text, 0, value.start))
        )
    if value.quantity.unit not in CREDIT_UNITS or value.comparator not in (None, Comparator.EXACTLY):
        return False
    return not text[: value.start].strip() or bool(
        words.TIME_OWED.match(text, value.end) or words.TIME_CREDITED.search(text, 0, value.start)
    )


def _bare(text: str, about: str, unit: str | None, head: str) -> Amount | None:
    """A figure alone under a header that names its unit ("Service credit (%)", "Reduction of the monthly fee")."""
    if credited := words.UNIT_CREDITED.search(head):
        unit = (credited["unit"] or credited["unit2"]).lower()
    elif unit is None and (words.IN_PERCENT.search(head) or words.basis_of(f"of {head}")):
        unit = "percent"
    if unit is None or not re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text):
        return None
    mention = next(iter(find_quantities(f"{text.strip()} {unit.replace('_', ' ')}")), None)
    return Amount(mention, _nearest_basis(about)) if mention else None


def _in_open_unit(text: str) -> Amount | None:
    """A cell that says a number of something else than a share, a sum or a time: service points."""
    match = words.OPEN_AMOUNT.match(text)
    if match is None:
        return None
    value = Decimal(match["value"].replace(",", ""))
    unit = open_unit(match["unit"], value)
    if unit is None or unit in TIME_UNITS:
        return None
    mention = QuantityMention(match.start("value"), match.end("unit"), Quantity(value=value, unit=unit), None)
    return Amount(mention, words.basis_of(text[match.end("unit") :]), read_rate(text, match.end("unit")))
