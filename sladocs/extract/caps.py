"""Limits of credits that no figure says: they shall not exceed the fees of the month."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sladocs.extract.en.credit_frames import CREDITED, FIGURE_NEAR, WHOLE_FEE
from sladocs.extract.en.remedies import basis_of
from sladocs.extract.gates import Gated
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import CreditCap

_ALL = Decimal(100)
_WHOLE_FEE = Gated(WHOLE_FEE)


def read_whole_caps(source: Source) -> Iterator[Fact]:
    """Each sentence that limits credits to a whole fee, which is all of it: 100 percent of what it names."""
    for statement in source.statements:
        match = _WHOLE_FEE.search(statement.text)
        if match is None or FIGURE_NEAR.search(match["fee"]):
            continue
        if not CREDITED.search(statement.text[: match.start("fee")]) and not CREDITED.search(statement.about):
            continue
        basis = basis_of(f"of {match['fee']}") or "other"
        yield Fact("credit_terms/cap", CreditCap(value=_ALL, unit="percent", basis=basis), statement.span.part(*match.span("fee")), 0.6)
