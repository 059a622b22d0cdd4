"""Which dollar a bare "$" is: the one that the contract names, or else nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.entries import CreditEntry
from sladocs.extract.source import Source
from sladocs.model.finding import Finding

_NAMED: Final = {
    "USD": r"\bUSD\b|\bUS\s?\$|\bU\.?S\.?\s+dollars?\b|\bUnited\s+States\s+dollars?\b",
    "AUD": r"\bAUD\b|\bAU?\$|\bAustralian\s+dollars?\b",
    "CAD": r"\bCAD\b|\bCA?\$|\bCanadian\s+dollars?\b",
    "NZD": r"\bNZD\b|\bNZ\$|\bNew\s+Zealand\s+dollars?\b",
    "SGD": r"\bSGD\b|\bS\$|\bSingapore\s+dollars?\b",
    "HKD": r"\bHKD\b|\bHK\$|\bHong\s+Kong\s+dollars?\b",
}
_BARE: Final = re.compile(r"(?<![A-Za-z])\$|(?<![A-Za-z] )\bdollars?\b", re.IGNORECASE)


def stated_currency(text: str) -> str | None:
    """The one dollar that a text names, None where it names none or several."""
    named = [code for code, words in _NAMED.items() if re.search(words, text)]
    return named[0] if len(named) == 1 else None


def settle_dollars(source: Source, owed: Sequence[CreditEntry]) -> tuple[list[CreditEntry], list[Finding]]:
    """The credits with each bare "$" in the contract's own dollar; where it names none, a finding, and the United States dollar stands."""
    bare = [entry for entry in owed if entry.credit.unit == "currency:USD" and _BARE.search(entry.span.text)]
    if not bare:
        return list(owed), []
    if code := stated_currency(source.document.text):
        meant = {id(entry): replace(entry, credit=entry.credit.model_copy(update={"unit": f"currency:{code}"})) for entry in bare}
        return [meant.get(id(entry), entry) for entry in owed], []
    message = 'The sum "{}" does not say which dollar is meant; it was read as United States dollars.'
    return list(owed), [source.finding("E06", message.format(entry.span.text), entry.span) for entry in bare]
