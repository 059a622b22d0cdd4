"""Fills the nodes of a text with the agreement's facts. A value is put in as it is: nothing that comes from an agreement is ever parsed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.faults import fault
from sladocs.library.faults import nearest
from sladocs.library.paths import Found, find
from sladocs.library.terms import resolve
from sladocs.model.agreement import AsWritten, ChronicFailure, CreditCap, ServiceCredit, ServiceLevel
from sladocs.model.clause import Bold, Clause, Fill, Inline, Plain, Refer, Use
from sladocs.model.document import Line, Run
from sladocs.model.phrases import BASIS_WORDS
from sladocs.model.quantity import Duration, Quantity


def fill(clause: Clause, content: tuple[Inline, ...], context: Context) -> Line:
    """The runs of a line whose conditions have been applied."""
    return tuple(run for node in content for run in _runs(node, clause, context))


def _runs(node: Inline, clause: Clause, context: Context) -> Iterator[Run]:
    match node:
        case Plain(text=text):
            yield Run(text=text)
        case Bold(defines=term):
            for run in fill(clause, node.content, context):
                yield run.model_copy(update={"bold": True, "defines": term})
        case Use(term=term, shown=shown):
            yield Run(text=shown, term=_term(term, clause, context))
        case Refer():
            yield from _reference(node, clause, context)
        case Fill():
            yield from _filled(node, clause, context)


def _term(term: str, clause: Clause, context: Context) -> str:
    found = resolve(term, context.terms)
    if found is None:
        remedy = nearest(term, context.terms) or "Keep the clause that defines it, or leave this one out."
        context.missing(
            fault("A03", f"The clause {clause.id} uses the term {term!r}, which no clause defines.", file=clause.file, remedy=remedy)
        )
    return found or term


def _reference(node: Refer, clause: Clause, context: Context) -> Iterator[Run]:
    target = (context.clauses if node.to == "clause" else context.schedules).get(node.name)
    if target is None:
        message = f"The clause {clause.id} refers to the {node.to} {node.name}, which the document does not have."
        remedy = f"Keep the clause or schedule {node.name}, or leave out the clause {clause.id}."
        context.missing(fault("A02", message, file=clause.file, remedy=remedy))
        yield Run(text=f"{node.to}{printed.NBSP}{node.name}")
    else:
        yield from target.line()


def _filled(node: Fill, clause: Clause, context: Context) -> Iterator[Run]:
    parameter = clause.parameters[node.parameter]
    found = find(context.agreement, parameter.path)
    if found is None:
        message = f"The clause {clause.title!r} ({clause.id}) prints {parameter.path}, which the agreement does not give."
        remedy = "Give it." if clause.id in context.mandatory else f"Give it, or leave the clause out: without: [{clause.id}]."
        context.missing(fault("A01", message, path=parameter.path.replace(".", "/"), remedy=remedy))
        yield Run(text=f"[{node.parameter}]")
    else:
        context.printed.add(found.path)
        yield from printed_value(found, node.filter, context)


def printed_value(found: Found, how: str, context: Context) -> Iterator[Run]:
    """The runs of one value as the filter `how` prints it, its figure marked with its path."""
    value, path = found.value, found.path
    match value:
        case AsWritten():
            yield Run(text=value.text, figure=path)
        case ChronicFailure():
            yield from chronic(value, path)
        case CreditCap():
            yield from cap(value, path)
        case ServiceLevel() | ServiceCredit():
            amount = value.target if isinstance(value, ServiceLevel) else value.amount
            yield Run(text=_quantity(amount, how, context), figure=f"{path}/value")
        case Quantity():
            whole = path.removesuffix("/target").removesuffix("/amount")
            yield Run(text=_quantity(value, how, context), figure=path if isinstance(value, Duration) else f"{whole}/value")
        case dt.date():
            yield Run(text=printed.date(value), figure=path)
        case bool():
            yield Run(text="yes" if value else "no")
        case int() | Decimal():
            yield Run(text=_number(value, how), figure=path)
        case tuple():
            yield Run(text=printed.joined([_name(item) for item in value]))
        case _:
            yield Run(text=_name(value))


def _quantity(value: Quantity, how: str, context: Context) -> str:
    return printed.quantity_in_words(value, context.terms) if how == "words" else printed.figure(value.value, value.unit)


def _number(value: Decimal | int, how: str) -> str:
    if how == "words":
        return printed.in_words(value)
    return printed.figure(Decimal(value), "percent" if how == "percent" else None)


def _name(value: Any) -> str:
    """The text of a value as it is; of an entry of a list its name. Breaks of lines become blanks."""
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    named = next((getattr(value, key) for key in ("name", "label", "activity", "heading") if getattr(value, key, None)), value)
    return one_line(str(named))


def one_line(text: str) -> str:
    """A user's text as one line: breaks of lines become blanks, all else stands as it is."""
    return " ".join(text.split("\n")) if "\n" in text else text


def cap(value: CreditCap, path: str) -> Iterator[Run]:
    """A cap: "30 % of the monthly fee"."""
    yield Run(text=printed.figure(value.value, value.unit), figure=f"{path}/value")
    if value.basis:
        yield Run(text=f" {BASIS_WORDS.get(value.basis, value.basis)}")


def chronic(value: ChronicFailure, path: str) -> Iterator[Run]:
    """Repeated failure: "two (2) consecutive months, or in three (3) months out of any twelve (12) consecutive months"."""
    if value.consecutive is not None:
        yield Run(text=printed.in_words(value.consecutive), figure=f"{path}/consecutive")
        yield Run(text=f" consecutive {_months(value.consecutive)}")
    if value.failures is not None and value.within is not None:
        yield Run(text=", or in " if value.consecutive is not None else "")
        yield Run(text=printed.in_words(value.failures), figure=f"{path}/failures")
        yield Run(text=f" {_months(value.failures)} out of any ")
        yield Run(text=printed.in_words(value.within), figure=f"{path}/within")
        yield Run(text=f" consecutive {_months(value.within)}")
    if value.below is not None:
        yield Run(text=", with a result below ")
        yield Run(text=printed.figure(value.below, "percent"), figure=f"{path}/below")
        yield Run(text=" in each of them")
    if value.consecutive is None and value.failures is None and value.text:
        yield Run(text=one_line(value.text))


def _months(count: int) -> str:
    return "month" if count == 1 else "months"
