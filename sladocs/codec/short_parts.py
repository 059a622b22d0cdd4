"""Parties, services and calendars, read from the short form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sladocs.codec import phrases
from sladocs.codec.draft import Draft, Fields
from sladocs.codec.problems import Path
from sladocs.codec.tree import Map, Node, Seq, Text
from sladocs.model import hours
from sladocs.model.agreement import Calendar, Package, Party, Role, Service, WeeklyHours

SUPPORT_HOURS: Final = "Support hours"
"""The name of the calendar that hours without a name become."""


def party_of(role: Role) -> Callable[[Draft, Node, Path], None]:
    def read_party(draft: Draft, node: Node, path: Path) -> None:
        if isinstance(node, Text):
            draft.entry("parties", Party, {"role": role, "name": node.value}, path)
            return
        fields = Fields(draft, node, path, ("name", "address", "notices"), f"the {role}")
        fields.entry("parties", Party, {"role": role})

    return read_party


def read_parties(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "parties"):
        fields = Fields(draft, item, where, ("role", "name", "address", "notices"), "a party")
        fields.entry("parties", Party, {"role": fields.choice("role", Role)})


def read_services(draft: Draft, node: Node, path: Path) -> None:
    named = node.entries.items() if isinstance(node, Map) else ()
    for name, entry in named:
        where = (*path, name)
        if isinstance(entry, Text):
            draft.entry("services", Service, {"name": name, "description": None if entry.absent else entry.value}, where)
        else:
            fields = Fields(draft, entry, where, ("description", "package"), "a service")
            fields.entry("services", Service, {"name": name, "package": fields.choice("package", Package)})
    if isinstance(node, Map):
        return
    for entry, where in draft.items(node, path, "services"):
        if isinstance(entry, Text):
            draft.entry("services", Service, {"name": entry.value}, where)
        else:
            fields = Fields(draft, entry, where, ("name", "description", "package"), "a service")
            fields.entry("services", Service, {"package": fields.choice("package", Package)})


def read_calendars(draft: Draft, node: Node, path: Path) -> None:
    if isinstance(node, Map):
        for name, entry in node.entries.items():
            _calendar(draft, name, entry, (*path, name))
        return
    for entry, where in draft.items(node, path, "calendars"):
        _calendar(draft, None, entry, where)


def _calendar(draft: Draft, name: str | None, node: Node, path: Path) -> None:
    if name is not None and not isinstance(node, Map):
        node = Map({"hours": node}, node.origin)
    known = ("hours", "zone", "holidays", "holiday_source")
    fields = Fields(draft, node, path, known if name is not None else ("name", *known), "a calendar")
    name = name if name is not None else fields.text("name")
    if name is None:
        fields.missing("name", "name: Support Hours")
    spans, zone, always = _hours(draft, fields)
    own_zone = fields.text("zone")
    if zone is not None and own_zone is not None:
        fields.fail("zone", f"the zone stands twice, here and behind the hours ({zone}); keep one")
    holidays = [
        draft.phrase(item, where, phrases.date, "holidays")
        for item, where in draft.items(fields.node("holidays") or Seq((), node.origin), fields.where("holidays"), "holidays")
    ]
    if fields.good and None not in holidays and (spans or always):
        values = {"name": name, "always": always, "hours": spans, "zone": own_zone if own_zone is not None else zone}
        more = {"holidays": tuple(holidays), "holiday_source": fields.text("holiday_source")}
        draft.entry("calendars", Calendar, {**values, **more}, path)


def _hours(draft: Draft, fields: Fields) -> tuple[tuple[WeeklyHours, ...], str | None, bool]:
    """Weekly hours, the zone behind them, and whether they are round the clock."""
    node, path = fields.node("hours"), fields.where("hours")
    if node is None:
        fields.missing("hours", 'hours: "Mon-Fri 08:00-18:00" or hours: 24x7')
        return (), None, False
    parts = [(item, (*path, i)) for i, item in enumerate(node.items)] if isinstance(node, Seq) else [(node, path)]
    spans: list[WeeklyHours] = []
    zone: str | None = None
    for item, where in parts:
        if isinstance(item, Map):
            exactly = draft.exactly(WeeklyHours, item, where)
            fields.good = fields.good and exactly is not None
            spans += [exactly] if exactly is not None else []
        elif isinstance(item, Text) and hours.is_always(item.value) and len(parts) == 1:
            return (), None, True
        else:
            more, named = draft.phrase(item, where, hours.read, "hours") or ((), None)
            zone = named or zone
            fields.good = fields.good and bool(more)
            spans += more
    return tuple(spans), zone, False


def read_support_hours(draft: Draft, node: Node, path: Path) -> None:
    """The name of a calendar, or hours, which become a calendar. `{calendar: name}` is always a name."""
    if isinstance(node, Map):
        fields = Fields(draft, node, path, ("calendar",), "support_hours")
        name = fields.text("calendar")
        if name is not None:
            draft.put("support_hours", name, path)
        return
    text = draft.text(node, path, "support_hours")
    if text is None:
        return
    known = _calendar_names(draft.root)
    try:
        spans, zone = ((), None) if hours.is_always(text) else hours.read(text)
    except ValueError:
        draft.put("support_hours", text, path)
        return
    if text not in known:
        name = next(free for i in range(1, len(known) + 2) if (free := SUPPORT_HOURS if i == 1 else f"{SUPPORT_HOURS} {i}") not in known)
        draft.entry("calendars", Calendar, {"name": name, "always": not spans, "hours": spans, "zone": zone}, path)
        text = name
    draft.put("support_hours", text, path)


def _calendar_names(root: Node) -> set[str]:
    node = root.entries.get("calendars") if isinstance(root, Map) else None
    if isinstance(node, Map):
        return {name.strip() for name in node.entries}
    items = node.items if isinstance(node, Seq) else ()
    names = [item.entries.get("name") for item in items if isinstance(item, Map)]
    return {name.value.strip() for name in names if isinstance(name, Text)}
