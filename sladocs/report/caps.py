"""What credits come to: the highest one, and the actual figure at which the cap is reached."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from sladocs.model.agreement import Agreement, CreditCap, ServiceCredit
from sladocs.model.phrases import cap_words, credit_name, credit_words, exact_band_words, figure_words, per_words, same_fee, step_of
from sladocs.model.quantity import Quantity


def highest(agreement: Agreement) -> str:
    """The highest single credit in words, for each kind of credit one: "25 % of the monthly fee (SL-1 Availability)"."""
    best: dict[tuple[str, str | None, bool], ServiceCredit] = {}
    for credit in agreement.service_credits:
        kind = (credit.unit, credit.basis, bool(credit.per))
        if credit.value > 0 and (kind not in best or credit.value > best[kind].value):
            best[kind] = credit
    return "; ".join(f"{credit_words(credit)} ({credit_name(credit)})" for credit in best.values())


def reached(agreement: Agreement) -> list[str]:
    """For each level with credits, the actual figure at which its credits reach the cap; empty where there is no cap."""
    cap = agreement.credit_terms.cap
    if cap is None:
        return []
    owners: dict[str, list[ServiceCredit]] = {}
    others = False
    for credit in agreement.service_credits:
        if credit.value > 0 and credit.amount.comparable(cap.amount) and same_fee(credit.basis, cap.basis):
            owners.setdefault(credit_name(credit), []).append(credit)
        else:
            others = others or credit.value > 0
    lines = [f"{name}: {_where(group, cap)}" for name, group in owners.items()]
    if others:
        which = "other" if lines else "the"
        lines.append(f"{which} credits are shares of another fee, or paid in another kind: their sum must be worked out in money")
    return lines


def _where(group: list[ServiceCredit], cap: CreditCap) -> str:
    """Where the credits of one level reach the cap."""
    steps = [credit for credit in group if not credit.per and not credit.amount.less(cap.amount)]
    if steps:
        mildest = min(steps, key=lambda credit: credit.value)
        return f"reached at {exact_band_words(mildest)}"
    rates = [credit for credit in group if credit.per]
    if rates:
        return "; ".join(_rate(credit, cap) for credit in rates)
    most = max(group, key=lambda credit: credit.value)
    return f"not reached by this level alone, whose highest credit is {credit_words(most)}"


def _rate(credit: ServiceCredit, cap: CreditCap) -> str:
    """After how many steps a rate reaches the cap, and at which figure where the steps count what the band counts."""
    steps = (cap.value / credit.value).to_integral_value(ROUND_CEILING)
    figure = _figure_after(credit, steps)
    at = f", at {figure}" if figure else ""
    return f"reached after {_steps(credit.per or '', steps)}{at}"


def _steps(per: str, count: Decimal) -> str:
    step = step_of(per)
    if step is not None:
        return f"{count:f} steps of {per_words(per)}"
    try:
        return str(Quantity(value=count, unit=per))
    except ValueError:
        return f"{count:f} times {per}"


def _figure_after(credit: ServiceCredit, steps: Decimal) -> str | None:
    """The actual figure after so many steps beyond the near end of the band."""
    step = step_of(credit.per or "")
    if step is None:
        try:
            step = Quantity(value=Decimal(1), unit=credit.per or "")
        except ValueError:
            return None
    if credit.band_unit is None or step.unit != credit.band_unit:
        return None
    if credit.upper is not None and credit.lower is None:
        return figure_words(credit.upper - steps * step.value, credit.band_unit)
    if credit.lower is not None and credit.upper is None:
        return figure_words(credit.lower + steps * step.value, credit.band_unit)
    return None


def cap_line(agreement: Agreement) -> str:
    """The cap in words, or that there is none."""
    cap = agreement.credit_terms.cap
    return cap_words(cap) if cap else "none stated" if agreement.service_credits else ""
