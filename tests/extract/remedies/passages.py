"""Passages of agreements written in Markdown, and the credits and steps of escalation that they state, each as one line of text."""

from __future__ import annotations

from sladocs.extract import extract
from sladocs.model.agreement import Agreement, EscalationStep, ServiceCredit
from sladocs.model.quantity import plain
from sladocs.read import read


def agreement_of(passage: str) -> Agreement:
    """What a passage of Markdown states."""
    return extract(read(passage.strip().encode(), name="passage.md")).agreement


def credit_line(credit: ServiceCredit) -> str:
    """A credit as "availability 99..99.9 percent = 10 percent of monthly_fee per hour | Severity 1 @ Backup"; an open end is empty."""
    low, high = ("" if end is None else f"{end.normalize():f}" for end in (credit.lower, credit.upper))
    band = f"{low}..{high} {credit.band_unit} " if low or high else ""
    line = f"{credit.metric.value} {band}= {plain(credit.value)} {credit.unit}"
    line += f" of {credit.basis}" if credit.basis else ""
    line += f" per {credit.per}" if credit.per else ""
    line += f" | {credit.priority}" if credit.priority else ""
    return line + (f" @ {credit.service}" if credit.service else "")


def step_line(step: EscalationStep) -> str:
    """A step as "2 Service manager after 4 hour | P1"."""
    line = f"{step.level} {step.role}"
    line += f" after {plain(step.after.value)} {step.after.unit}" if step.after and hasattr(step.after, "unit") else ""
    return line + (f" | {step.priority}" if step.priority else "")
