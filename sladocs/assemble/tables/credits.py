"""The table of service credits: what is owed while the actual figure lies in a band."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import Content, table
from sladocs.model.agreement import ServiceCredit
from sladocs.model.document import Line, Run, Table, line
from sladocs.model.metrics import TAXONOMY
from sladocs.model.phrases import BASIS_WORDS, step_of


def service_credits(context: Context) -> Table | None:
    """All service credits."""
    return _table(context, range(len(context.agreement.service_credits)), "Service credits")


def credit_tables(context: Context) -> list[Table]:
    """The same credits; those of single priorities stand apart from the others, so that no column is nearly empty."""
    found = context.agreement.service_credits
    general = [i for i, credit in enumerate(found) if credit.priority is None]
    single = [i for i, credit in enumerate(found) if credit.priority is not None]
    parts = [(general, "Service credits"), (single, "Service credits for single priorities" if general else "Service credits")]
    return [made for part, caption in parts if (made := _table(context, part, caption))]


def _table(context: Context, indexes: Sequence[int], caption: str) -> Table | None:
    rows = [_row(context.agreement.service_credits[i], f"service_credits/{i}") for i in indexes]
    return table("credits", caption, "The service credits, one row for each band of the actual figure.", rows, keep=("Service credit",))


def _row(credit: ServiceCredit, path: str) -> dict[str, Content]:
    return {
        "Ref.": credit.level,
        "Service level": TAXONOMY[credit.metric].name,
        "Service": credit.service,
        "Priority": credit.priority,
        "Actual figure": band(credit, path),
        "Service credit": amount(credit, path),
    }


def band(credit: ServiceCredit, path: str) -> Line:
    """The band: "at least 99.0 % and below 99.9 %"; "each failure" where it has no ends."""
    lower = _end(credit.lower, credit.band_unit, "at least" if credit.lower_included else "more than", f"{path}/lower")
    upper = _end(credit.upper, credit.band_unit, "at most" if credit.upper_included else "below", f"{path}/upper")
    between = line(" and ") if lower and upper else ()
    return (*lower, *between, *upper) or line("each failure")


def _end(value: Decimal | None, unit: str | None, words: str, path: str) -> Line:
    return () if value is None else line(f"{words} ", Run(text=printed.figure(value, unit), figure=path))


def amount(credit: ServiceCredit, path: str) -> Line:
    """What is owed: "10 % of the monthly fee for each hour"."""
    figure = Run(text=printed.figure(credit.value, credit.unit), figure=f"{path}/value")
    basis = f" {BASIS_WORDS[credit.basis]}" if credit.basis else ""
    return line(figure, *([basis] if basis else []), *([f" for each {_step(credit.per)}"] if credit.per else []))


def _step(per: str) -> str:
    """The step of a rate: "hour", "30 minutes", "0.5 %"."""
    step = step_of(per)
    return per if step is None else printed.figure(step.value, step.unit)
