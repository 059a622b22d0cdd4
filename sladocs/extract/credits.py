"""Service credits: steps of a remedy from tables and from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.bands import Band, read_band
from sladocs.extract.context import Context
from sladocs.extract.en import remedies as words
from sladocs.extract.en.heads import Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.quantities import QuantityMention, find_quantities
from sladocs.extract.en.units import open_unit
from sladocs.extract.entries import CreditEntry
from sladocs.extract.mentions import GATE, Mentions, find_metrics, passages, read_mentions
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.tables import Form, Line
from sladocs.model.agreement import ServiceCredit
from sladocs.model.metrics import Metric
from sladocs.model.quantity import TIME_UNITS, Comparator, Dimension, Quantity, plain

_LONGEST_CELL: Final = 3000
_LONGEST_QUOTE: Final = 80
CREDIT_UNITS: Final = ("percent", "minute", "hour", "day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Amount:
    """What is owed: the figure's mention, of what it is a share, and per what it is owed."""

    mention: QuantityMention
    basis: words.Basis | None = None
    per: str | None = None


def read_table_credits(form: Form) -> list[CreditEntry]:
    """The service credits that a table states."""
    place = form.place(Column.CREDIT)
    if place is None:
        return []
    return [entry for line in form.lines if (entry := _row(form, line, place)) is not None]


def _cell(line: Line, place: int | None) -> CellSpan | None:
    cell = line.cells[place] if place is not None and place < len(line.cells) else None
    return None if cell is None or cell.empty else cell


def _name(form: Form, line: Line, column: Column) -> str | None:
    cell = _cell(line, form.place(column))
    return " ".join(cell.span.raw.split()) if cell else None


def _row(form: Form, line: Line, place: int) -> CreditEntry | None:
    cell = _cell(line, place)
    amount = (
        read_amount(cell.span.text[:_LONGEST_CELL], f"{form.heads[place].text} | {form.context.about}", form.heads[place].unit)
        if cell
        else None
    )
    if cell is None or amount is None or not amount.mention.quantity.value:
        return None
    metric = _metric(form, line)
    band = _band(form, line, place, metric)
    if band is None and not form.places(Column.METRIC, Column.PRIORITY, Column.SERVICE):
        return None
    quantity, band = amount.mention.quantity, band or Band()
    credit = ServiceCredit(
        level=_name(form, line, Column.LABEL),
        metric=metric,
        lower=band.lower,
        upper=band.upper,
        lower_included=band.lower_included,
        upper_included=band.upper_included,
        band_unit=band.unit,
        value=quantity.value,
        unit=quantity.unit,
        basis=amount.basis,
        per=amount.per,
        priority=_name(form, line, Column.PRIORITY) or next(iter(form.context.priorities), None),
        service=_name(form, line, Column.SERVICE) or next(iter(line.groups), None),
    )
    span = cell.span.stripped()
    if len(span.text) > _LONGEST_QUOTE:
        span = cell.span.part(amount.mention.start, amount.mention.end)
    return CreditEntry(credit, span, 0.95 if form.place(Column.BAND) is not None else 0.8, amount.mention.disagrees)


def _metric(form: Form, line: Line) -> Metric:
    """The metric of a row: of its metric cell, the band's header, the caption or the headings; most credits are for availability."""
    name = _name(form, line, Column.METRIC)
    if name is not None:
        if exact := EXACT.get(name.lower()):
            return exact
        found = sorted(find_metrics(name), key=lambda m: m.weak)
        return found[0].metric if found else Metric.OTHER
    heads = [head.metric for head in form.heads if head.metric and head.column in (Column.BAND, Column.VALUE)]
    above = [m for m in (*heads, *form.context.metrics) if m not in (Metric.OTHER, Metric.MAINTENANCE_TIME, Metric.REPORTING_TIME)]
    return above[0] if above else Metric.AVAILABILITY


def _band(form: Form, line: Line, credit: int, metric: Metric) -> Band | None:
    """The band of a row: of the band column, else of the first column whose cell says one."""
    known = form.places(Column.BAND)
    others = tuple(
        p
        for p in form.places(Column.VALUE, Column.TARGET, Column.MINIMUM, Column.UNKNOWN, Column.SERVICE, Column.METRIC, Column.TEXT)
        if p != credit
    )
    for place in known or others:
        cell = _cell(line, place)
        if cell and (band := read_band(cell.span.stripped().text, metric, form.heads[place].unit)):
            return band
    return None


def read_amount(text: str, about: str = "", unit: str | None = None) -> Amount | None:
    """The credit that a cell or clause says: its figure, its basis (by its own words, else those above it) and its rate."""
    found = [q for q in find_quantities(text) if _can_be_owed(text, q)]
    found = [q for q in found if not _is_rate(text, q) and not words.CAP.search(text, 0, q.end)]
    if not found:
        return _bare(text, about, unit) or _in_open_unit(text)
    mention = found[0]
    own = words.basis_of(text[mention.end :])
    basis = own or (words.basis_of(about) if mention.quantity.unit == "percent" else None)
    return Amount(mention, basis, read_rate(text, mention.end))


def _can_be_owed(text: str, value: QuantityMention) -> bool:
    """Whether a figure can be an amount: a percentage, a sum, or a time that stands alone or of which service is owed."""
    if value.quantity.unit == "percent" or value.quantity.dimension is Dimension.MONEY:
        return len(text) < _LONGEST_QUOTE or bool(
            words.AMOUNT_BEHIND.match(text, value.end) or words.AMOUNT_BEFORE.search(text, 0, value.start)
        )
    if value.quantity.unit not in CREDIT_UNITS or value.comparator not in (None, Comparator.EXACTLY):
        return False
    return not text[: value.start].strip() or bool(
        words.TIME_OWED.match(text, value.end) or words.TIME_CREDITED.search(text, 0, value.start)
    )


def _bare(text: str, about: str, unit: str | None) -> Amount | None:
    """A figure alone under a header that names its unit ("Service credit (%)")."""
    if unit is None or not re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text):
        return None
    mention = next(iter(find_quantities(f"{text.strip()} {unit.replace('_', ' ')}")), None)
    return Amount(mention, words.basis_of(about)) if mention else None


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


def _is_rate(text: str, mention: QuantityMention) -> bool:
    return bool(re.search(r"\b(?:each|every|per|any)\s+(?:\w+\s+){0,3}$", text[: mention.start], re.IGNORECASE))


def read_rate(text: str, start: int = 0) -> str | None:
    """Per what a credit is owed: "hour", "occurrence", "30 minute"; a step of a share keeps its figure: "0.5 percent", "1 percent"."""
    match = words.RATE.search(text, start) or words.RATE_AT_END.search(text, start)
    if not match:
        return None
    found = find_quantities(text[match.start("what") :])
    if found and found[0].start <= 1:
        quantity = found[0].quantity
        return quantity.unit if quantity.value == 1 and quantity.unit != "percent" else f"{plain(quantity.value)} {quantity.unit}"
    return words.rate_word(match["what"])


def read_credits(span: Span, context: Context) -> list[CreditEntry]:
    """The credits that a sentence or list item states; caps, examples and claims are none."""
    return [entry for piece in passages(span) for entry in _of_passage(piece, context)]


def _of_passage(span: Span, context: Context) -> list[CreditEntry]:
    text = span.text
    if (
        (not GATE.search(text) and not find_quantities(text))
        or words.NONE.search(text)
        or not (words.CREDIT.search(text) or context.remedy)
    ):
        return []
    mentions = read_mentions(text)
    return list(_of_sentence(text, mentions, span, context))


def _of_sentence(text: str, mentions: Mentions, span: Span, context: Context) -> Iterator[CreditEntry]:
    figures = find_quantities(text)
    values = [q for q in figures if _is_credit(text, q) and not _is_rate(text, q)]
    values = [q for q in values if not words.CAP.search(text[max(0, q.lead - 60) : q.end + 30])]
    for place, value in enumerate(values):
        before = text[values[place - 1].end if place else 0 : value.lead]
        after = text[value.end : values[place + 1].lead if place + 1 < len(values) else len(text)]
        band = _band_near(before, after, context)
        if not value.quantity.value or (band is None and not (context.remedy or words.SERVICE_CREDIT.search(text))):
            continue
        band, quantity = band or Band(), value.quantity
        yield CreditEntry(
            ServiceCredit(
                metric=_sentence_metric(mentions, context),
                lower=band.lower,
                upper=band.upper,
                lower_included=band.lower_included,
                upper_included=band.upper_included,
                band_unit=band.unit,
                value=quantity.value,
                unit=quantity.unit,
                basis=words.basis_of(after)
                or (words.basis_of(text) or words.basis_of(context.about) if quantity.unit == "percent" else None),
                per=read_rate(text, value.end) or read_rate(before),
                priority=next((p.label for p in mentions.priorities), next(iter(context.priorities), None)),
            ),
            span.part(value.start, value.end),
            0.8 if band.unit else 0.6,
            value.disagrees,
        )


def _is_credit(text: str, value: QuantityMention) -> bool:
    """Whether a figure is what is owed, by the words at its sides."""
    if value.quantity.unit != "percent" and value.quantity.dimension is not Dimension.MONEY:
        owed = words.TIME_CREDITED.search(text, 0, value.start) or re.match(
            r"\s*of\s+(?:service\s+)?credit", text[value.end :], re.IGNORECASE
        )
        return value.quantity.unit in CREDIT_UNITS and value.comparator in (None, Comparator.EXACTLY) and bool(owed)
    if words.AMOUNT_BEHIND.match(text, value.end):
        return True
    return bool(words.AMOUNT_BEFORE.search(text[max(0, value.start - 60) : value.start])) and (
        value.quantity.unit == "percent" or value.quantity.dimension is Dimension.MONEY
    )


def _band_near(before: str, after: str, context: Context) -> Band | None:
    """The band in the words before the credit, else in those behind it."""
    for part in (before, after):
        figures = [q for q in find_quantities(part) if not _is_rate(part, q) and not words.AMOUNT_BEHIND.match(part, q.end)]
        if figures and (
            band := read_band(
                part[figures[0].lead : figures[-1].end + 40] if len(figures) > 1 else part[figures[0].lead : figures[0].end + 12],
                next(iter(context.metrics), None),
            )
        ):
            return band
    return None


def _sentence_metric(mentions: Mentions, context: Context) -> Metric:
    local = [m.metric for m in sorted(mentions.metrics, key=lambda m: m.weak) if m.metric is not Metric.MAINTENANCE_TIME]
    return next(iter((*local, *context.metrics)), Metric.AVAILABILITY)
