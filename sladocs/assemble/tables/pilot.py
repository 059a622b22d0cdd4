"""The tables of a pilot: what it must reach to be a success, where it may be left, and what becomes of fees, data and assets then."""

from __future__ import annotations

import datetime as dt

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import Content, table
from sladocs.assemble.tables.levels import row
from sladocs.library.placing import has_rows
from sladocs.model.agreement import OffRamp
from sladocs.model.document import Line, Run, Table, line
from sladocs.model.quantity import Duration

_HEADS = {"Ref.": "Test", "Service level": "Measure", "Target": "Value needed"}
"""What the columns of the levels are called here: a test is no promise."""
_TEST = "The success tests of the pilot, one row for each."
_RAMP = "The points at which the pilot may be left, one row for each."
_CONSEQUENCE = "What becomes of fees, data and assets at each off-ramp."


def success_tests(context: Context) -> Table | None:
    """The success tests, which print as levels do."""
    tests = context.agreement.pilot.tests if context.agreement.pilot else ()
    rows = [{_HEADS.get(head, head): cell for head, cell in row(test, f"pilot/tests/{i}").items()} for i, test in enumerate(tests)]
    return table("success-tests", "Success tests", _TEST, rows, keep=("Test", "Value needed"))


def off_ramps(context: Context) -> Table | None:
    """When each off-ramp is decided, by whom and with what outcome."""
    rows: list[dict[str, Content]] = [
        {
            "Off-ramp": ramp.label,
            "Decision date": _decision_date(ramp, f"pilot/off_ramps/{i}/decide_on"),
            "Criterion": ramp.criterion,
            "Decided by": ramp.decider,
            "Outcome": ramp.outcome and ramp.outcome.capitalize(),
            "If nobody decides": ramp.silence and ramp.silence.capitalize(),
        }
        for i, ramp in enumerate(_ramps(context))
    ]
    return table("off-ramps", "Off-ramps", _RAMP, rows, keep=("Off-ramp", "Decision date"))


def off_ramp_consequences(context: Context) -> Table | None:
    """Each off-ramp again, in the same order, so that rows without a label still belong together."""
    if not has_rows(context.agreement, "off-ramp-consequences"):
        return None
    rows = [{"Off-ramp": ramp.label, "Fees": ramp.fees, "Data": ramp.data, "Assets": ramp.assets} for ramp in _ramps(context)]
    return table("off-ramp-consequences", "Consequences of the off-ramps", _CONSEQUENCE, rows, keep=("Off-ramp",))


def _ramps(context: Context) -> tuple[OffRamp, ...]:
    return context.agreement.pilot.off_ramps if context.agreement.pilot else ()


def _decision_date(ramp: OffRamp, path: str) -> Line:
    """A date, or the time since the start: "30 days after the start"."""
    match ramp.decide_on:
        case None:
            return ()
        case Duration():
            return line(Run(text=printed.duration(ramp.decide_on), figure=path), " after the start")
        case dt.date():
            return line(Run(text=printed.date(ramp.decide_on), figure=path))
    return line(Run(text=ramp.decide_on.text, figure=path))
