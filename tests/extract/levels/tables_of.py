"""Tables in the shapes in which agreements are printed, built from levels and credits: the other side of the reader's grammar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from sladocs.model.agreement import ServiceCredit, ServiceLevel
from sladocs.model.document import Cell, Table, line
from sladocs.model.metrics import PRIORITY_GRID, TAXONOMY, Metric, Statistic
from sladocs.model.quantity import TIME_UNITS, Comparator, Quantity, grouped

EMPTY = "—"
STATISTICS = {
    Statistic.MEAN: "mean",
    Statistic.MEDIAN: "median",
    Statistic.P95: "95th percentile",
    Statistic.P99: "99th percentile",
    Statistic.MAX: "maximum",
    Statistic.MIN: "minimum",
}
BASES = {
    "monthly_fee": " of the monthly fee",
    "annual_fee": " of the annual fee",
    "affected_fee": " of the fee for the affected service",
    "invoice": " of the invoice",
    "daily_fee": " of the daily fee",
    "other": " of the charge concerned",
    None: "",
}


def table(header: Sequence[str], rows: Sequence[Sequence[str]], headers: int = 1, caption: str = "", keep: Sequence[int] = (0,)) -> Table:
    """A table of texts; a column that is empty in every row is left out, unless it is one of `keep`."""
    shown = [c for c in range(len(header)) if c in keep or any(row[c] not in ("", EMPTY) for row in rows)]
    cells = [
        tuple(Cell(lines=tuple(line(part) for part in row[c].split("\n"))) for c in shown)
        for row in ([header] if headers else []) + list(rows)
    ]
    return Table(headers=headers, caption=line(caption) if caption else (), rows=tuple(cells))


def figure(quantity: Quantity) -> str:
    return grouped(quantity.value) if quantity.unit == "count" else str(quantity)


def target(level: ServiceLevel) -> str:
    words = {
        Comparator.AT_LEAST: "at least",
        Comparator.AT_MOST: "within" if level.unit in TIME_UNITS else "at most",
        Comparator.LESS_THAN: "less than",
        Comparator.MORE_THAN: "more than",
        Comparator.EXACTLY: "exactly",
    }
    return f"{words[level.comparator]} {figure(level.target)}"


def level_table(levels: Sequence[ServiceLevel]) -> Table:
    header = [
        "Ref.",
        "Service level",
        "Service",
        "Priority",
        "Target",
        "Attainment",
        "Statistic",
        "Measurement period",
        "Kind",
        "Hours",
        "Condition",
        "Promised by",
    ]
    rows = [
        [
            level.label or EMPTY,
            TAXONOMY[level.metric].name,
            level.service or EMPTY,
            level.priority or EMPTY,
            target(level),
            f"{level.attainment:f} % of cases" if level.attainment is not None else EMPTY,
            STATISTICS[level.statistic] if level.statistic else EMPTY,
            f"each {level.window}" if level.window else EMPTY,
            level.threshold or EMPTY,
            level.calendar or EMPTY,
            level.condition or EMPTY,
            "Customer" if level.obliged == "customer" else EMPTY,
        ]
        for level in levels
    ]
    return table(header, rows, keep=(0, 4))


def grid_cell(level: ServiceLevel | None) -> str:
    if level is None:
        return EMPTY
    share = f" in {level.attainment:f} % of cases" if level.attainment is not None else ""
    return target(level) + share + (f" each {level.window}" if level.window else "")


def grid_table(levels: Sequence[ServiceLevel]) -> Table:
    used = [metric for metric in PRIORITY_GRID if any(level.metric is metric for level in levels)]
    labels = list(dict.fromkeys(level.priority or "" for level in levels))
    found: Callable[[str, Metric], ServiceLevel | None] = lambda label, metric: next(  # noqa: E731
        (level for level in levels if level.priority == label and level.metric is metric), None
    )
    return table(
        ["Priority", *(TAXONOMY[m].name for m in used)], [[label, *(grid_cell(found(label, m)) for m in used)] for label in labels]
    )


def due_table(levels: Sequence[ServiceLevel]) -> Table:
    rows = [[level.service or EMPTY, "Monthly", target(level), EMPTY, "Contract manager"] for level in levels]
    return table(["Report", "Frequency", "Due", "Prepared by", "Sent to"], rows)


def band(credit: ServiceCredit) -> str:
    unit = credit.band_unit or "count"
    show: Callable[[Decimal], str] = lambda value: figure(Quantity(value=value, unit=unit))  # noqa: E731
    if credit.lower is None and credit.upper is None:
        return "each failure"
    if credit.upper is None:
        assert credit.lower is not None
        return f"{'at least' if credit.lower_included else 'above'} {show(credit.lower)}"
    upper = f"{'at most' if credit.upper_included else 'below'} {show(credit.upper)}"
    if credit.lower is None:
        return upper
    return f"{'at least' if credit.lower_included else 'more than'} {show(credit.lower)} and {upper}"


def rate(per: str | None) -> str:
    if per is None:
        return ""
    value, _, unit = per.rpartition(" ")
    return f" for each {figure(Quantity(value=Decimal(value), unit=unit))}" if value else f" for each {unit.replace('_', ' ')}"


def credit_table(owed: Sequence[ServiceCredit]) -> Table:
    rows = [
        [
            credit.level or EMPTY,
            TAXONOMY[credit.metric].name,
            credit.service or EMPTY,
            credit.priority or EMPTY,
            band(credit),
            figure(credit.amount) + BASES[credit.basis] + rate(credit.per),
        ]
        for credit in owed
    ]
    return table(["Ref.", "Service level", "Service", "Priority", "Actual figure", "Service credit"], rows, keep=(0, 5))
