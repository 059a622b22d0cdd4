"""One page on an agreement: what a service manager wants to know before a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sladocs.model import hours
from sladocs.model.agreement import Agreement, ServiceLevel
from sladocs.model.downtime import in_agreed_hours, is_availability
from sladocs.model.finding import Extraction
from sladocs.model.metrics import PRIORITY_GRID, TAXONOMY, Metric
from sladocs.model.phrases import credit_words, exact_band_words, figure_words, level_name, statistic_words, target_words
from sladocs.report import caps, columns, findings
from sladocs.report.downtime import YEAR, exact, in_month, spelled
from sladocs.report.entries import TERM_NAMES, chronic_words
from sladocs.report.facts import words_of
from sladocs.report.pilots import PILOT_NAMES, ramp_name, when

WIDTH = 98


def summary(what: Extraction | Agreement) -> str:
    """The page as plain text, at most 98 places wide. With an extraction it ends with what was not read for certain."""
    agreement = what.agreement if isinstance(what, Extraction) else what
    sections = [
        _head(agreement),
        _section("Services", _services(agreement)),
        _section("Service levels", _levels(agreement)),
        _section("Downtime that the availability allows", _downtime(agreement)),
        _section("Support targets", _grid(agreement)),
        _section("Service credits", _credits(agreement)),
        _section("Success tests of the pilot", _tests(agreement)),
        _section("Off-ramps", _off_ramps(agreement)),
        _section("Volumes", _volumes(agreement)),
        _section("Escalation", _escalation(agreement)),
        _section("Bodies", _bodies(agreement)),
        _section("Reports and reviews", _meetings(agreement)),
    ]
    if isinstance(what, Extraction):
        sections.append(_section("Not read for certain", _unread(what)))
    return "\n\n".join(section for section in sections if section)


def _section(title: str, body: str) -> str:
    return columns.titled(title, body)


def _head(a: Agreement) -> str:
    title = columns.clean(a.title or "Agreement without a title")
    version = f"version {a.version}" if a.version else ""
    dated = words_of(a.version_date) if a.version_date else ""
    under = ", ".join(part for part in (version, dated) if part)
    facts = columns.pairs(list(_key_terms(a)), indent=0, width=WIDTH)
    lines = [title, *([under] if under else []), "=" * max(columns.width_of(title), columns.width_of(under))]
    return "\n".join([*lines, *([facts] if facts else [])])


def _key_terms(a: Agreement) -> Iterator[tuple[str, str]]:
    for party in a.parties:
        yield party.role.value.capitalize(), ", ".join(part for part in (party.name, party.address) if part)
    for field, name in TERM_NAMES.items():
        value = getattr(a.term, field)
        if value is not None:
            yield name[:1].upper() + name[1:], words_of(value)
    support = a.calendar(a.support_hours)
    yield "Support hours", hours.in_words(support) if support else a.support_hours or ""
    yield "Maintenance window", a.maintenance.window or ""
    yield "Governing law", a.governing_law or ""
    for field, name in PILOT_NAMES.items():
        value = getattr(a.pilot, field) if a.pilot else None
        if value is not None:
            yield name[:1].upper() + name[1:], words_of(value)
    yield "Master agreement", a.master_agreement or ""
    yield "Special terms", ", ".join(term.heading for term in a.special_terms)


def _services(a: Agreement) -> str:
    return columns.pairs([(s.name, s.description or s.package.value.replace("_", " ")) for s in a.services], width=WIDTH)


def _in_grid(level: ServiceLevel) -> bool:
    plain = (level.service, level.condition, level.threshold, level.calendar, level.statistic)
    limited = plain != (None,) * 5 or level.obliged != "provider" or level.indicator
    return level.priority is not None and level.metric in PRIORITY_GRID and not limited


def _levels(a: Agreement) -> str:
    due = _due(a)
    return _table_of([level for level in a.service_levels if not _in_grid(level) and level not in due.values()], "Service level", "Target")


def _tests(a: Agreement) -> str:
    return _table_of(a.pilot.tests if a.pilot else (), "Success test", "Needed")


def _table_of(levels: Sequence[ServiceLevel], what: str, target: str) -> str:
    rows = []
    for level in levels:
        applies = (
            level.service,
            level.priority,
            level.condition,
            level.threshold,
            "key indicator" if level.indicator else None,
            "owed by the customer" if level.obliged == "customer" else None,
        )
        rows.append((
            level.label or "", TAXONOMY[level.metric].name, ", ".join(part for part in applies if part), _promise(level),
            f"each {level.window.value}" if level.window else "", level.calendar or "",
        ))  # fmt: skip
    return columns.table(("Ref.", what, "Applies to", target, "Measured", "Hours"), rows, width=WIDTH, indent=2)


def _off_ramps(a: Agreement) -> str:
    ramps = a.pilot.off_ramps if a.pilot else ()
    rows = [
        (ramp.label or "", when(ramp) or "", ramp.criterion or "", ramp.decider or "", ramp.outcome or "", ramp.silence or "")
        for ramp in ramps
    ]
    heads = ("Ref.", "Decided on", "Criterion", "Decided by", "Outcome", "If nobody decides")
    told = [
        (f"{ramp_name(ramp, i)}, {what}", text)
        for i, ramp in enumerate(ramps)
        for what, text in (("fees", ramp.fees), ("data", ramp.data), ("assets", ramp.assets))
        if text
    ]
    parts = (columns.table(heads, rows, width=WIDTH, indent=2), columns.pairs(told, width=WIDTH))
    return "\n\n".join(part for part in parts if part)


def _bodies(a: Agreement) -> str:
    rows = [(b.name, _often(b.meets), b.members or "", b.decides or "", b.escalates_to or "") for b in a.bodies]
    return columns.table(("Body", "Meets", "Members", "Decides", "Escalates to"), rows, width=WIDTH, indent=2)


def _volumes(a: Agreement) -> str:
    rows = [
        (
            v.work,
            v.service or "",
            f"{figure_words(v.expected, None)} each {v.per}",
            "" if v.relief_above is None else f"{figure_words(v.relief_above, None)} each {v.per}",
        )
        for v in a.volumes
    ]
    return columns.table(("Work", "Service", "Expected volume", "Relief above"), rows, width=WIDTH, indent=2)


def _promise(level: ServiceLevel) -> str:
    share = f"in {figure_words(level.attainment, 'percent')} of cases" if level.attainment is not None else ""
    statistic = statistic_words(level)
    return " ".join(part for part in (target_words(level), share, f"({statistic})" if statistic else "") if part)


def _downtime(a: Agreement) -> str:
    rows = []
    notes = []
    for level in a.service_levels:
        if not is_availability(level):
            continue
        months = (in_month(level, days) for days in (28, 30, 31))
        year = (100 - level.value) * YEAR / 100
        rows.append((level_name(level), figure_words(level.value, level.unit), *map(exact, months), exact(year), spelled(in_month(level))))
        agreed = in_agreed_hours(a, level)
        if agreed is not None:
            name = level_name(level.model_copy(update={"calendar": None}))
            notes.append(f"Where only the hours of {level.calendar} count, {name} allows about {spelled(agreed)} in 30 days.")
    heads = ("Service level", "Target", "28 days", "30 days", "31 days", "365 days", "30 days, spelled")
    lines = [line for note in notes for line in columns.wrap(note, WIDTH - 2)]
    return "\n".join([columns.table(heads, rows, width=WIDTH, indent=2), *(f"  {line}" for line in lines)]) if rows else ""


def _grid(a: Agreement) -> str:
    """The times by priority: a row a priority, a column a metric."""
    cells: dict[tuple[str, str], list[str]] = {}
    for level in a.service_levels:
        if _in_grid(level):
            window = f" each {level.window.value}" if level.window else ""
            cells.setdefault((level.priority or "", level.metric), []).append(_promise(level) + window)
    labels = [priority.label for priority in a.priorities]
    rows = [label for label in dict.fromkeys([*labels, *(row for row, _ in cells)]) if any(row == label for row, _ in cells)]
    heads = ["Priority", *(TAXONOMY[metric].name for metric in PRIORITY_GRID)]
    body = [[row, *("; ".join(cells.get((row, metric), [])) for metric in PRIORITY_GRID)] for row in rows]
    return columns.table(heads, body, width=WIDTH, indent=2)


def _credits(a: Agreement) -> str:
    rows = [
        (c.level or "", TAXONOMY[c.metric].name, ", ".join(p for p in (c.service, c.priority) if p), exact_band_words(c), credit_words(c))
        for c in a.service_credits
    ]
    terms = a.credit_terms
    facts = [
        ("Highest single credit", caps.highest(a)),
        ("Cap", caps.cap_line(a)),
        *(("" if i else "Cap reached", line) for i, line in enumerate(caps.reached(a))),
        ("Claim within", words_of(terms.claim_window) if terms.claim_window else ""),
        ("Only remedy", words_of(terms.sole_remedy) if terms.sole_remedy is not None else ""),
        ("Termination after", chronic_words(a.chronic_failure) if a.chronic_failure else ""),
    ]
    table = columns.table(("Ref.", "Service level", "Applies to", "Actual figure", "Credit"), rows, width=WIDTH, indent=2)
    return "\n\n".join(part for part in (table, columns.pairs(facts, width=WIDTH)) if part)


def _escalation(a: Agreement) -> str:
    rows = [(str(s.level), s.role, (s.side or "").capitalize(), str(s.after) if s.after else "", s.priority or "") for s in a.escalation]
    return columns.table(("Level", "Role", "Party", "After", "Priority"), rows, width=WIDTH, indent=2)


def _due(a: Agreement) -> dict[str, ServiceLevel]:
    """The level that says when a report is due, by the report's name."""
    names = {report.name for report in a.reports if report.name}
    return {level.service or "": level for level in a.service_levels if level.metric is Metric.REPORTING_TIME and level.service in names}


def _meetings(a: Agreement) -> str:
    due = {name: _promise(level) for name, level in _due(a).items()}
    rows = [
        (r.name or "Report", _often(r.frequency), due.get(r.name or "", ""), " to ".join(p for p in (r.owner, r.recipients) if p))
        for r in a.reports
    ]
    rows += [(r.name or "Review", _often(r.frequency), "", r.participants or "") for r in a.reviews]
    return columns.table(("What", "How often", "Due", "Who"), rows, width=WIDTH, indent=2)


def _often(frequency: str | None) -> str:
    return f"each {frequency.replace('_', ' ')}" if frequency else ""


def _unread(extraction: Extraction) -> str:
    if not extraction.findings:
        return "  Nothing was left open."
    lines = []
    for finding in findings.ordered(extraction.findings):
        place = str(finding.place)
        wrapped = columns.wrap(f"{finding.code} {f'{place}: ' if place else ''}{finding.message}", WIDTH - 4)
        lines += [f"{'  ' if i == 0 else '    '}{line}" for i, line in enumerate(wrapped)]
    return "\n".join(lines)
