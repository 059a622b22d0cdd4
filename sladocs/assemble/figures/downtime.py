"""The pictures."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.model.agreement import Agreement
from sladocs.model.document import Figure


def allowed_downtime(agreement: Agreement) -> Sequence[Figure]:
    return ()
