"""Rule L19: the cap on service credits."""

from __future__ import annotations

from collections.abc import Iterator

from sladocs.check.bands import Ladder
from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import CreditCap, ServiceCredit
from sladocs.model.finding import Finding, Severity
from sladocs.model.phrases import cap_words, credit_name, credit_words, same_fee


@rule("L19")
def cap_and_credits(subject: Subject) -> Iterator[Finding]:
    """A cap that is lower than credits which stand beside it.

    Formula: error where the cap is less than the smallest credit, so that no credit is ever paid as written; warning
    where a ladder of several steps reaches the cap with its first; note for each further step above the cap, which
    pays no more than the cap. Only credits in the cap's own kind are compared (percent of the same fee, the same
    currency).

    Severity: error, warning or note.

    Remedy: raise the cap, or lower the credits.

    Source: credit caps of the Common Paper SLA (8 % of the period's fees) and of the UK Model Services Contract,
    schedule 2.2.

    Fires:
        credits: [{metric: availability, below: 99.9 %, credit: 10 % of monthly fee}]
        credit_terms: {cap: 5 % of monthly fee}

    Does not fire:
        credits: [{metric: availability, below: 99.9 %, credit: 10 % of monthly fee}]
        credit_terms: {cap: 30 % of monthly fee}
    """
    cap = subject.agreement.credit_terms.cap
    if cap is None:
        return
    capped = [credit for credit in subject.agreement.service_credits if credit.value > 0 and _in_kind(credit, cap)]
    if not capped:
        return
    smallest = min(capped, key=lambda credit: credit.value)
    if cap.amount.less(smallest.amount):
        message = f"The cap of {cap_words(cap)} is less than the smallest credit, {credit_words(smallest)} for {credit_name(smallest)}."
        yield finding("L19", Severity.ERROR, "credit_terms/cap", message, "Raise the cap above the credits, or lower the credits.")
        return
    for ladder in subject.ladders:
        yield from _steps_above(ladder, cap)


def _in_kind(credit: ServiceCredit, cap: CreditCap) -> bool:
    return credit.amount.comparable(cap.amount) and same_fee(credit.basis, cap.basis)


def _steps_above(ladder: Ladder, cap: CreditCap) -> Iterator[Finding]:
    """The steps of one ladder that the cap makes useless."""
    steps = [band for band in (ladder.falling() if ladder.direction else ladder.bands) if band.pays and not band.credit.per]
    steps = sorted((band for band in steps if _in_kind(band.credit, cap)), key=lambda band: band.credit.value)
    first_reaches = len(steps) > 1 and not steps[0].credit.amount.less(cap.amount)
    if first_reaches:
        first = steps[0]
        message = (
            f"The first step for {credit_name(first.credit)} reaches the cap of {cap_words(cap)}: {first.words}, and worse pays no more."
        )
        yield finding("L19", Severity.WARNING, steps[0].path, message, "Raise the cap, so that worse figures pay more.")
    for band in steps[1:] if first_reaches else steps:
        if cap.amount.less(band.credit.amount):
            message = f"The cap of {cap_words(cap)} cuts this step for {credit_name(band.credit)}: {band.words}."
            yield finding("L19", Severity.INFO, band.path, message, "Raise the cap, or let the step pay the cap.")
