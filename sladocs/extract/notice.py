"""Whether the notice on a first page is the service level itself, or a term that differs from it."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.extract.entries import LevelEntry
from sladocs.extract.facts import Facts
from sladocs.model.agreement import Agreement, ServiceLevel
from sladocs.model.metrics import Metric

PATH = "maintenance/notice"


def settle_notice(facts: Facts, levels: Sequence[LevelEntry]) -> tuple[Agreement, list[LevelEntry]]:
    """The facts and levels with one fact in one place.

    A maintenance notice among the key terms is the level where it is the only one; where another level promises a different notice, it
    is the term that `Maintenance.notice` keeps; where both are equal it is said twice.
    """
    agreement, evidence = facts.agreement, facts.evidence.get(PATH)
    if agreement.maintenance.notice is None or evidence is None:
        return agreement, list(levels)
    here = [entry for entry in levels if _is_notice(entry.level) and entry.span.block == evidence.block]
    others = [entry for entry in levels if _is_notice(entry.level) and entry not in here]
    if not others:
        return (_without(agreement) if here else agreement), list(levels)
    equal = others[0].level.target == agreement.maintenance.notice
    return (_without(agreement) if equal else agreement), [entry for entry in levels if entry not in here]


def _is_notice(level: ServiceLevel) -> bool:
    return level.metric is Metric.MAINTENANCE_NOTICE and level.service is None


def _without(agreement: Agreement) -> Agreement:
    return agreement.model_copy(update={"maintenance": agreement.maintenance.model_copy(update={"notice": None})})
