"""An agreement in the short form, as plain maps, lists and texts that `sladocs.codec.emit` lays out.

Each value is written short where the short form reads back the same, and in its exact form where it does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from sladocs.codec import exact, hours_text, phrases, units
from sladocs.codec.short_levels import GRID
from sladocs.codec.short_terms import KINDS, OMITTED
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    ChronicFailure,
    ClauseChoice,
    CreditTerms,
    Party,
    Pilot,
    Report,
    Role,
    ServiceCredit,
    ServiceLevel,
)
from sladocs.model.metrics import Metric
from sladocs.model.quantity import TIME_UNITS, Comparator, Duration, Quantity

SIMPLE: Final = ("template", "title", "kind", "version", "version_date", "language", "position", "form", "master_agreement")
LONGEST_KEY: Final = 100
"""The longest name that stands as a key; entries with longer names are written as lists."""


def write(agreement: Agreement) -> dict[str, Any]:
    """The agreement in the short form. Fields that say nothing are left out."""
    places = Places(agreement)
    found: dict[str, Any] = {name: _plain(getattr(agreement, name)) for name in SIMPLE}
    found |= _parties(agreement.parties)
    found["services"] = _named(agreement.services, "name", "description", _service)
    grid = {"priorities": _priorities(agreement, places)}
    found |= grid if places.grid_first else {}
    found["calendars"] = _named(agreement.calendars, "name", "hours", hours_text.calendar)
    found["support_hours"] = hours_text.support_hours(agreement)
    found["levels"] = [_level(level, owed) for level, owed in places.levels]
    found |= {} if places.grid_first else grid
    found["credits"] = [_credit(credit, None) for credit in places.credits]
    found["credit_terms"] = _credit_terms(agreement.credit_terms)
    found["chronic_failure"] = _chronic(agreement.chronic_failure)
    found["escalation"] = [_fields(step) for step in agreement.escalation]
    found["reports"] = [_report(report, due) for report, due in places.reports]
    found["reviews"] = [_renamed(_fields(review), frequency="every") for review in agreement.reviews]
    found["bodies"] = [_fields(body) for body in agreement.bodies]
    found["volumes"] = [_fields(volume) for volume in agreement.volumes]
    found["responsibilities"] = [_fields(entry) for entry in agreement.responsibilities]
    found["maintenance"] = _without_empty(
        {
            "window": agreement.maintenance.window,
            "notice": units.span_text(places.notice) if places.notice else None,
            "notice_term": _plain(agreement.maintenance.notice),
        }
    )
    found["term"] = _fields(agreement.term)
    found["governing_law"] = agreement.governing_law
    found["clauses"] = _clauses(agreement.clauses)
    found["special_terms"] = [_fields(entry) for entry in agreement.special_terms]
    written = {name: value for name, value in found.items() if value is not None and value not in ({}, [])}
    if agreement.pilot is not None:
        written["pilot"] = _pilot(agreement.pilot)
    return written


def _pilot(pilot: Pilot) -> dict[str, Any]:
    """The pilot's fields in their order, its tests as levels are written."""
    lists = {"tests": [_level(test, ()) for test in pilot.tests], "off_ramps": [_fields(ramp) for ramp in pilot.off_ramps]}
    return {name: lists.get(name) or _plain(value) for name, value in pilot if value not in (None, ())}


def _plain(value: Any) -> Any:
    """One value of a field in the short form."""
    match value:
        case Duration():
            return units.span_text(value)
        case AsWritten():
            return {"as_written": value.text}
        case Quantity():
            return units.quantity_text(value)
        case dt.date():
            return value.isoformat()
        case bool() | int() | None:
            return value
        case Decimal():
            return units.figure_text(value)
        case str():
            return str(value)
    return exact.encode(value)


def _fields(model: BaseModel) -> dict[str, Any]:
    """A model's fields under their own names, those that say nothing left out."""
    return {name: _plain(value) for name, value in model if value is not None and value != ()}


def _renamed(fields: dict[str, Any], **names: str) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in fields.items()}


def _without_empty(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


# --- where each level and credit is written -----------------------------------------------------------------------------------------


class Places:
    """Shares the levels and credits out over the fields of the short form, so that reading in the file's order gives them in theirs.

    Levels at the start that the grid of priorities can hold go there (or those behind all other levels, and then the grid stands behind
    them), levels at the end that follow from reports and the maintenance notice go to these; all others stand under `levels`. Credits
    go under their level as long as their order allows it.
    """

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        levels = list(agreement.service_levels)
        self.notice = self._take_notice(levels)
        self.reports = self._take_reports(levels)
        self.grid: dict[tuple[str, Metric], str] = {}
        start = self._grid_run(levels)
        self.grid_first = bool(start) or not levels
        levels = levels[start:] if start else levels[: len(levels) - self._grid_end(levels)]
        self.levels, self.credits = _share_out(levels, agreement.service_credits)

    def _take_notice(self, levels: list[ServiceLevel]) -> Duration | None:
        last = levels[-1] if levels else None
        bare = {"metric": Metric.MAINTENANCE_NOTICE, "comparator": Comparator.AT_LEAST}
        if last is None or last.unit not in TIME_UNITS or last.unit == "quarter" or last != _like(last, bare):
            return None
        return Duration(value=levels.pop().value, unit=last.unit)

    def _take_reports(self, levels: list[ServiceLevel]) -> list[tuple[Report, Duration | None]]:
        found: list[tuple[Report, Duration | None]] = []
        for report in reversed(self._agreement.reports):
            last = levels[-1] if levels else None
            bare = {"metric": Metric.REPORTING_TIME, "comparator": Comparator.AT_MOST, "service": report.name}
            fits = last is not None and last.unit in TIME_UNITS and last.unit != "quarter" and last == _like(last, bare)
            found.insert(0, (report, Duration(value=levels.pop().value, unit=last.unit) if fits and last else None))
        return found

    def _grid_run(self, levels: Sequence[ServiceLevel]) -> int:
        """How many levels at the start the grid can hold in their order."""
        count, at_row, row = 0, -1, {p.label: i for i, p in enumerate(self._agreement.priorities)}
        labels = [p.label for p in self._agreement.priorities]
        if len(row) < len(labels):
            return 0
        for level in levels:
            cell = _cell(level)
            place = (level.priority or "", level.metric)
            if cell is None or level.priority not in row or row[level.priority] < at_row or place in self.grid:
                break
            self.grid[place] = cell
            at_row, count = row[level.priority], count + 1
        return count

    def _grid_end(self, levels: Sequence[ServiceLevel]) -> int:
        """How many levels at the end the grid can hold, where all of them that fit stand there."""
        fitting = next((i for i in range(len(levels) + 1) if all(_cell(level) for level in levels[i:])), len(levels))
        self.grid = {}
        if fitting < len(levels) and self._grid_run(levels[fitting:]) == len(levels) - fitting:
            return len(levels) - fitting
        self.grid = {}
        return 0


def _like(level: ServiceLevel, bare: Mapping[str, Any]) -> ServiceLevel:
    """A level with this one's figure, and nothing else than what `bare` says."""
    return ServiceLevel(value=level.value, unit=level.unit, **bare)


def _cell(level: ServiceLevel) -> str | None:
    """The cell of the grid that says all of this level, if one can."""
    if level.metric not in GRID.values() or level.priority is None:
        return None
    bare = {"metric": level.metric, "comparator": level.comparator, "priority": level.priority, "attainment": level.attainment}
    if level != _like(level, {**bare, "window": level.window}):
        return None
    return phrases.cell_text(phrases.Cell(phrases.Target(level.comparator, level.target), level.attainment, level.window), level.metric)


_Nested = list[tuple[ServiceLevel, list[ServiceCredit]]]


def _share_out(levels: Sequence[ServiceLevel], credits_: Sequence[ServiceCredit]) -> tuple[_Nested, list[ServiceCredit]]:
    """The credits under their levels, as far as their order is that of the levels, and the rest."""
    nested: _Nested = [(level, []) for level in levels]
    at = 0
    for number, credit in enumerate(credits_):
        place = next((i for i in range(at, len(levels)) if _belongs(credit, levels[i])), None)
        if place is None:
            return nested, list(credits_[number:])
        nested[place][1].append(credit)
        at = place
    return nested, []


def _belongs(credit: ServiceCredit, level: ServiceLevel) -> bool:
    if credit.metric is not level.metric or credit.level != level.label:
        return False
    return level.label is not None or (credit.service, credit.priority) == (level.service, level.priority)


# --- levels, grid and credits ---------------------------------------------------------------------------------------------------------


def _level(level: ServiceLevel, credits_: Sequence[ServiceCredit]) -> dict[str, Any]:
    figures = {"metric", "comparator", "value", "unit", "attainment", "obliged"}
    target = phrases.target_text(phrases.Target(level.comparator, level.target), level.metric)
    within = level.comparator is Comparator.AT_MOST and level.unit in TIME_UNITS and isinstance(target, str)
    written: dict[str, Any] = {"metric": str(level.metric)}
    written |= _without_empty({"label": level.label})
    written |= {"within": target.removeprefix("<= ")} if within else {"target": target}
    if level.attainment is not None:
        written["attainment"] = units.share_text(level.attainment)
    written |= {name: _plain(value) for name, value in level if name not in figures and name not in written and value not in (None, False)}
    if level.obliged == "customer":
        written["obliged"] = level.obliged
    if credits_:
        written["credits"] = [_credit(credit, level) for credit in credits_]
    return written


def _priorities(agreement: Agreement, places: Places) -> Any:
    """The grid: a row a priority, its cells in the order of its levels."""
    columns = {metric: name for name, metric in GRID.items()}

    def row(entry: Any) -> Any:
        cells = {columns[metric]: cell for (label, metric), cell in places.grid.items() if label == entry.label}
        if not cells:
            return entry.definition if entry.definition is None or entry.definition else {"definition": ""}
        return _without_empty({"definition": entry.definition}) | cells

    return _named(agreement.priorities, "label", "definition", row)


def _credit(credit: ServiceCredit, above: ServiceLevel | None) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if above is None:
        written |= {"metric": str(credit.metric)} | _without_empty({"level": credit.level})
    written |= _band(credit)
    written["credit"] = phrases.amount_text(phrases.Amount(credit.amount, credit.basis, credit.per))
    if above is None or above.label is not None:
        written |= _without_empty({"priority": credit.priority, "service": credit.service})
    return written


def _band(credit: ServiceCredit) -> dict[str, Any]:
    unit = credit.band_unit
    texts = {end: units.quantity_text(Quantity(value=value, unit=unit)) for end, value in _ends(credit).items()} if unit else {}
    usual = (credit.lower is not None or credit.lower_included) and (credit.upper is not None or not credit.upper_included)
    if usual and texts and all(_band_reads_back(text, credit, end) for end, text in texts.items()):
        names = {"upper": "up_to" if credit.upper_included else "below", "lower": "from" if credit.lower_included else "over"}
        return {names[end]: text for end, text in texts.items()}
    given: dict[str, Any] = {end: units.figure_text(value) for end, value in _ends(credit).items()}
    given |= {} if credit.lower_included else {"lower_included": False}
    given |= {"upper_included": True} if credit.upper_included else {}
    return given | _without_empty({"band_unit": unit})


def _ends(credit: ServiceCredit) -> dict[str, Any]:
    return {end: value for end in ("upper", "lower") if (value := getattr(credit, end)) is not None}


def _band_reads_back(text: Any, credit: ServiceCredit, end: str) -> bool:
    if not isinstance(text, str):
        return False
    found = phrases.band_end(text, credit.metric)
    return (found.value, found.unit) == (getattr(credit, end), credit.band_unit)


def _credit_terms(terms: CreditTerms) -> dict[str, Any]:
    cap = terms.cap and phrases.cap_text(terms.cap)
    return _without_empty({"claim_window": _plain(terms.claim_window), "cap": cap, "sole_remedy": terms.sole_remedy})


def _chronic(failure: ChronicFailure | None) -> Any:
    if failure is None:
        return None
    written = _fields(failure)
    if failure.below is not None:
        written["below"] = units.share_text(failure.below)
    return written


# --- parties, lists of names, clauses ---------------------------------------------------------------------------------------------------


def _parties(parties: Sequence[Party]) -> dict[str, Any]:
    """Provider and customer as fields of their own, in their order; the parties behind them as a list."""
    found: dict[str, Any] = {}
    for number, party in enumerate(parties):
        if party.role not in (Role.PROVIDER, Role.CUSTOMER) or str(party.role) in found:
            return {**found, "parties": [_fields(rest) for rest in parties[number:]]}
        fields = {name: value for name, value in _fields(party).items() if name != "role"}
        found[str(party.role)] = party.name if list(fields) == ["name"] else fields
    return found


def _named(entries: Sequence[BaseModel], key: str, field: str, value: Callable[[Any], Any]) -> Any:
    """Entries as a map by their name where the names allow it, else as a list. `field` may be all that an entry says."""
    names = [getattr(entry, key) for entry in entries]
    if len(set(names)) == len(names) and all(len(name) <= LONGEST_KEY and "\n" not in name for name in names):
        return {name: value(entry) for name, entry in zip(names, entries, strict=True)}
    return [{key: name, **_as_fields(field, value(entry))} for name, entry in zip(names, entries, strict=True)]


def _as_fields(field: str, written: Any) -> dict[str, Any]:
    """The fields of an entry; `field` is the one that may be written alone."""
    if isinstance(written, dict):
        return written
    return {} if written is None else {field: written}


def _service(service: Any) -> Any:
    if service.package == "basic" and service.description != "":
        return service.description
    written = _without_empty({"description": service.description})
    return written | ({} if service.package == "basic" else {"package": str(service.package)})


def _report(report: Report, due: Duration | None) -> dict[str, Any]:
    written = _renamed(_fields(report), frequency="every")
    return written | ({"within": units.span_text(due)} if due else {})


def _clauses(choices: Sequence[ClauseChoice]) -> Any:
    """A map from clause to text, those left out under `without`, where that says all; else a list."""
    chosen = [choice for choice in choices if choice.variant != OMITTED]
    left_out = choices[len(chosen) :]
    ids = [choice.id for choice in choices]
    plain = all(choice == ClauseChoice(id=choice.id, variant=choice.variant) and choice.id for choice in choices)
    fits = plain and len(set(ids)) == len(ids) and "without" not in ids and all(choice.variant == OMITTED for choice in left_out)
    if choices and fits and all(len(name or "") <= LONGEST_KEY for name in ids) and list(choices) == [*chosen, *left_out]:
        return {choice.id: choice.variant for choice in chosen} | ({"without": [choice.id for choice in left_out]} if left_out else {})
    return [_clause(choice) for choice in choices]


def _clause(choice: ClauseChoice) -> Any:
    if choice == ClauseChoice(kind=choice.kind) and choice.kind in KINDS:
        return choice.kind
    return _fields(choice)
