"""The JSON Schema (draft 2020-12) of the short form, with which an editor completes and checks an agreement while it is typed.

It is a little wider than the codec: it knows the form of each value, not every word of it (a unit may be any plain word, for example).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from sladocs.codec.phrases import FREQUENCIES, STATISTICS
from sladocs.codec.short_levels import GRID, LOWER, TARGETS, UPPER
from sladocs.codec.short_terms import KINDS
from sladocs.model.agreement import AgreementKind, Form, Outcome, Package, Position, Role
from sladocs.model.metrics import TAXONOMY, Window

Schema = dict[str, Any]

_NUMBER: Final = r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
_QUANTITY: Final = rf"({_NUMBER}\s*([^0-9\s,.].*)?|([A-Z]{{3}}|[€£])\s*{_NUMBER}|[Pp][Tt]?[0-9].*)"
_AMOUNT: Final = rf"{_QUANTITY}( .*)?"
_SIGN: Final = r"(>=|<=|>|<|=|≥|≤|[Aa]t least|[Aa]t most|[Ww]ithin|[Uu]p to|[Mm]ore than|[Ll]ess than|[Ee]xactly|[Mm]inimum|[Mm]aximum)"


def schema() -> Schema:
    """The schema of a whole agreement in the short form."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Service level agreement",
        "description": "A service level agreement in the short form of sladocs.",
        "type": "object",
        "additionalProperties": False,
        "properties": _properties(),
        "$defs": _definitions(),
    }


# --- kinds of value -----------------------------------------------------------------------------------------------------------------


def _ref(name: str, description: str = "") -> Schema:
    found: Schema = {"$ref": f"#/$defs/{name}"}
    return found | ({"description": description} if description else {})


def _map(properties: Mapping[str, Schema], required: Iterable[str] = (), description: str = "") -> Schema:
    found: Schema = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    if names := list(required):
        found["required"] = names
    return found | ({"description": description} if description else {})


def _list(items: Schema, description: str) -> Schema:
    return {"type": ["array", "null"], "items": items, "description": description}


def _choice(values: Iterable[str], description: str) -> Schema:
    return {"enum": [*map(str, values), None], "description": description}


def _text(description: str) -> Schema:
    return _ref("text", description)


def _phrase(pattern: str, description: str, examples: list[str], *, number: bool = False) -> Schema:
    """A text of a form. Editors see an unquoted 5 as a number, so a bare figure may be one."""
    kinds = ["string", "number", "null"] if number else ["string", "null"]
    return {"type": kinds, "pattern": rf"^\s*{pattern}\s*$", "description": description, "examples": examples}


def _either(*options: Schema) -> Schema:
    return {"anyOf": list(options)}


_DATE: Final = r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} [A-Za-z]+ [0-9]{4})"
_SHARE: Final = rf"{_NUMBER}([Ee][+-]?[0-9]+)?\s*(%|percent|per cent)?(\s*of (all )?cases)?"
_EVERY: Final = "((every|each|per|once a|once per) )?"
_WINDOWS: Final = "|".join(word for word, name in FREQUENCIES.items() if name in set(Window))
_HOURS: Final = r"(24\s*[x×/]\s*7.*|.*[0-9]{1,2}:[0-9]{2}.*)"


def _definitions() -> dict[str, Schema]:
    """The kinds of value, each with its form, a sentence and examples."""
    as_written = _map({"as_written": _text("The contract's own words.")}, ["as_written"])
    date = _phrase(_DATE, "A date.", ["2027-01-31", "31 January 2027"])
    duration = _phrase(_QUANTITY, "A length of time in one unit.", ["30 days", "5 business days", "3 years", "P30D"])
    return {
        "text": {"type": ["string", "number", "boolean", "null"]},
        "figure": _phrase(rf"{_NUMBER}([Ee][+-]?[0-9]+)?", "A bare figure.", ["99.9"], number=True),
        "grouped": _phrase(rf"{_NUMBER}([Ee][+-]?[0-9]+)?", "A bare figure.", ["400", "1,200"], number=True),
        "whole": _phrase(r"[0-9]+", "A whole number.", ["3"], number=True),
        "months": _phrase(r"[0-9]+(\s*(consecutive\s+)?months?)?", "A number of months.", ["12"], number=True),
        "truth": {"enum": [True, False, "yes", "no", "true", "false", None]},
        "share": _phrase(_SHARE, "A percentage.", ["95 %"], number=True),
        "date": _either(date, as_written),
        "day": date,
        "duration": _either(duration, _map(_exact(), _exact()), as_written),
        "metric": _metric(),
        "window": _phrase(_EVERY + f"({_WINDOWS})", "The measurement period.", [str(window) for window in Window]),
        "frequency": _phrase(_EVERY + f"({'|'.join(FREQUENCIES)})", "How often.", ["month", "quarter", "half year"]),
        "hours": _phrase(_HOURS, "Weekly hours, or round the clock.", ["Mon-Fri 08:00-18:00", "24x7"]),
        "party": _either(_text("The legal name."), _map(_PARTY, ["name"])),
        **_figures(),
    }


def _exact() -> dict[str, Schema]:
    return {"value": _ref("figure"), "unit": _text("The unit by its exact name.")}


def _figures() -> dict[str, Schema]:
    """Values that hold a figure with its unit; each may also be a map with the parts in their own fields."""
    targets = [">= 99.9 %", "<= 500 milliseconds"]
    cells = ["30 minutes", "2 business hours", "4 hours in 95 % of cases", "less than 1 hour in 95 % of cases each month"]
    credits_ = ["10 % of monthly fee", "5 % of the daily fee for each 30 minutes", "2 days"]
    quantity = _phrase(_QUANTITY, "A figure with its unit.", ["99.9 %", "4 business hours", "USD 10,000"], number=True)
    target = _phrase(rf"({_SIGN}\s*)?{_QUANTITY}", "What the actual figure must satisfy.", targets, number=True)
    cell = _phrase(rf"({_SIGN}\s*)?{_AMOUNT}", "A time; it may say in how many cases and over which period.", cells, number=True)
    credit = _phrase(_AMOUNT, "What is owed.", credits_, number=True)
    cap = _phrase(_AMOUNT, "The most that credits come to.", ["30 % of monthly fee"], number=True)
    sign = _choice((">=", "<=", ">", "<", "="), "The sign.")
    basis = {"basis": _text("What it is a share of.")}
    return {
        "quantity": quantity,
        "figure_of_level": _either(quantity, _map(_exact(), _exact())),
        "target": _either(target, _map({"comparator": sign, **_exact()}, _exact())),
        "cell": cell,
        "credit_amount": _either(credit, _map({**_exact(), **basis, "per": _text("For each of what.")}, _exact())),
        "cap": _either(cap, _map({**_exact(), **basis}, _exact())),
    }


def _metric() -> Schema:
    by_name = [{"const": str(metric), "description": f"{info.name}: {info.definition}."} for metric, info in TAXONOMY.items()]
    return {"description": "What is measured.", "anyOf": [*by_name, {"enum": [info.name for info in TAXONOMY.values()]}]}


_PARTY: Final[Mapping[str, Schema]] = {
    "name": _text("The legal name."), "address": _text("The registered address."),
    "notices": _text("Where notices go, for example an e-mail address."),
}  # fmt: skip
_SIDE: Final = _choice(("provider", "customer"), "Whose it is.")


# --- the fields -----------------------------------------------------------------------------------------------------------------------


def _properties() -> dict[str, Schema]:
    return {
        "template": _text("The agreement type, as `sladocs templates list` names it."),
        "title": _text("The document's heading."),
        "kind": _choice(get_args(AgreementKind), "What sort of contract it is."),
        "version": _text("The version of the document, in quotes."),
        "version_date": _ref("day", "The date of this version; files carry no other date."),
        "language": _text("The language of the document, en-GB or en-US."),
        "position": _choice(get_args(Position), "Whose side the clauses take where nothing else is chosen."),
        "form": _choice(get_args(Form), "An agreement of its own, or a schedule to a master agreement."),
        "master_agreement": _text("The agreement to which this is a schedule."),
        "provider": _ref("party", "Who provides the service."),
        "customer": _ref("party", "Who receives the service."),
        "parties": _list(_map({"role": _choice(Role, "What the party is."), **_PARTY}, ["role", "name"]), "Further parties."),
        "services": _services(),
        "priorities": _priorities(),
        "calendars": _calendars(),
        "support_hours": _either(
            _text("The calendar in which business time counts, by its name, or hours."), _map({"calendar": _text("The name.")})
        ),
        "levels": _list(_level(), "The service levels."),
        "credits": _list(_credit(), "Service credits that stand under no level."),
        "credit_terms": _credit_terms(),
        "chronic_failure": _chronic_failure(),
        "escalation": _list(_step(), "The ladder of escalation, the first step first."),
        "reports": _list(_report(), "Reports that are sent regularly."),
        "reviews": _list(_review(), "Meetings that look at the service regularly."),
        "bodies": _list(_body(), "Committees and other bodies that decide."),
        "volumes": _list(_volume(), "How much work the parties expect."),
        "responsibilities": _list(_responsibility(), "Who does what (RACI)."),
        "maintenance": _maintenance(),
        "term": _term(),
        "governing_law": _text("The state or country whose law holds."),
        "pilot": _pilot(),
        "clauses": _clauses(),
        "special_terms": _list(_special_term(), "The parties' own clauses, or own texts instead of library clauses."),
    }


def _named(value: Schema, entry: Schema, description: str) -> Schema:
    """A map by name, or a list of entries that carry their name."""
    by_name: Schema = {"type": "object", "additionalProperties": value}
    return {"anyOf": [by_name, {"type": "array", "items": entry}, {"type": "null"}], "description": description}


def _services() -> Schema:
    fields = {"description": _text("What it is."), "package": _choice(Package, "How it belongs to the agreement.")}
    entry = _either(_text("The name."), _map({"name": _text("The name."), **fields}, ["name"]))
    return _named(_either(_text("What it is."), _map(fields)), entry, "The service catalogue: name and description.")


def _priorities() -> Schema:
    columns = {
        "response": "the first response",
        "restore": "service is back",
        "resolve": "the cause is mended",
        "update": "two reports of progress",
    }
    cells = {name: _ref("cell", f"The longest time until {columns[name]}.") for name in GRID}
    cells["update"] = _ref("cell", "The longest time between two reports of progress.")
    fields = {"definition": _text("What falls into it."), **cells}
    entry = _map({"label": _text("The label."), **fields}, ["label"])
    return _named(_either(_text("What falls into it."), _map(fields)), entry, "Classes of incidents with their times.")


def _calendars() -> Schema:
    clocks = {"days": {"type": "array", "items": _text("mon … sun")}, "start": _text("08:00"), "end": _text("18:00")}
    hours = _either(_ref("hours"), {"type": "array", "items": _either(_ref("hours"), _map(clocks, ["start", "end"]))})
    fields = {
        "hours": hours,
        "zone": _text("The time zone, for example Europe/London."),
        "holidays": _list(_ref("day"), "Public holidays, written out."),
        "holiday_source": _text("Where the holidays come from."),
    }
    entry = _map({"name": _text("The name."), **fields}, ["name", "hours"])
    return _named(_either(_ref("hours"), _map(fields, ["hours"])), entry, "When time counts.")


def _level(*, test: bool = False) -> Schema:
    """A level, or a pilot's success test, which has no credits."""
    fields = {
        "metric": _ref("metric"),
        "label": _text("The label that the document prints, such as SL-1."),
        "target": _ref("target"),
        **{name: _ref("figure_of_level", f"The target, as {name.replace('_', ' ')}.") for name in TARGETS if name != "target"},
        "service": _text("The service that it is limited to."),
        "priority": _text("The priority that it is limited to."),
        "attainment": _ref("share", "The share of cases that must meet it."),
        "statistic": _choice(STATISTICS, "How single measurements become one figure."),
        "window": _ref("window"),
        "threshold": _choice(("minimum",), "Minimum, where an expected level stands beside it."),
        "calendar": _text("The calendar in which its time counts."),
        "condition": _text("Any further limit, in words."),
        "obliged": _choice(("provider", "customer"), "Who promises it; the provider where nothing is said."),
        "indicator": _ref("truth", "Whether it is a key indicator: measured and reported, with no remedy."),
    }
    fields |= {} if test else {"credits": _list(_credit(nested=True), "What is owed when it is missed.")}
    return _map(fields, ["metric"]) | {"oneOf": [{"required": [name]} for name in TARGETS]}


def _credit(*, nested: bool = False) -> Schema:
    ends = {name: _ref("quantity", f"The band's lower end, {'' if owned else 'not '}part of it.") for name, owned in LOWER.items()}
    ends |= {name: _ref("quantity", f"The band's upper end, {'' if owned else 'not '}part of it.") for name, owned in UPPER.items()}
    exact = {"lower": _ref("figure"), "upper": _ref("figure"), "lower_included": _ref("truth"), "upper_included": _ref("truth")}
    fields = {
        **ends,
        "credit": _ref("credit_amount"),
        "metric": _ref("metric"),
        "level": _text("The label of the level that triggers it."),
        "priority": _text("The priority that it depends on."),
        "service": _text("The service that it depends on."),
        **exact,
        "band_unit": _text("The unit of the band's ends by its exact name."),
    }
    return _map(fields, ["credit"] if nested else ["metric", "credit"])


def _credit_terms() -> Schema:
    return _map(
        {
            "claim_window": _ref("duration", "The time in which a credit must be claimed."),
            "cap": _ref("cap"),
            "sole_remedy": _ref("truth", "Whether credits are the only remedy; it follows from the clause that is chosen."),
        },
        description="What holds for all credits together.",
    )


def _chronic_failure() -> Schema:
    fields = {
        "consecutive": _ref("months", "Missed in so many months in a row."),
        "failures": _ref("months", "Missed in so many months …"),
        "within": _ref("months", "… out of any so many consecutive months."),
        "below": _ref("share", "Where only a figure under this counts."),
        "text": _text("The contract's own words."),
    }
    return _either(_text("The contract's own words."), _map(fields, description="Repeated failure that gives a right to terminate."))


def _step() -> Schema:
    fields = {
        "level": _ref("whole", "1 is the first; without it, its place in the list."),
        "role": _text("Who is told."),
        "side": _SIDE,
        "after": _ref("duration", "The time since the start or the last step."),
        "priority": _text("The priority that it is limited to."),
    }
    return _map(fields, ["role"])


def _report() -> Schema:
    fields = {
        "name": _text("The name."),
        "every": _ref("frequency"),
        "within": _ref("duration", "The time until it is due."),
        "owner": _text("Who prepares it."),
        "recipients": _text("Who receives it."),
    }
    return _map(fields)


def _review() -> Schema:
    return _map({"name": _text("The name."), "every": _ref("frequency"), "participants": _text("Who takes part.")})


def _body() -> Schema:
    fields = {
        "name": _text("The name."),
        "members": _text("Who sits in it."),
        "meets": _ref("frequency", "How often it meets."),
        "decides": _text("What it decides."),
        "escalates_to": _text("Where it turns when it cannot decide."),
    }
    return _map(fields, ["name"])


def _volume() -> Schema:
    fields = {
        "work": _text("What is counted, such as support requests."),
        "service": _text("The service that it is limited to."),
        "expected": _ref("grouped", "How many are expected in each period."),
        "per": _ref("window", "The period."),
        "relief_above": _ref("grouped", "Above so many the levels are not owed in full."),
    }
    return _map(fields, ["work", "expected", "per"])


def _pilot() -> Schema:
    fields = {
        "period": _ref("duration", "How long the trial runs."),
        "start": _ref("date", "When it starts."),
        "extension": _ref("duration", "The longest by which it may be prolonged."),
        "scope": _text("What it covers."),
        "first_commitment": _ref("date", "From when a party is bound beyond the trial."),
        "sunk_cost_cap": _either(_ref("figure_of_level"), _map({"as_written": _text("The contract's own words.")}, ["as_written"])),
        "tests": _list(_level(test=True), "Figures that the trial must reach to be a success; they promise nothing."),
        "off_ramps": _list(_off_ramp(), "The points at which it may be left, the first one first."),
    }
    return _either(_ref("duration", "How long the trial runs."), _map(fields, description="A trial before the commitment."))


def _off_ramp() -> Schema:
    since = _phrase(rf"{_QUANTITY}( after the start)?", "The time since the start.", ["30 days", "30 days after the start"])
    fields = {
        "label": _text("The label that the document prints, such as R1."),
        "decide_on": _either(_ref("date", "When it is decided."), since, _map(_exact(), _exact())),
        "criterion": _text("What is asked."),
        "decider": _text("Who decides."),
        "outcome": _choice(get_args(Outcome), "What follows where the criterion is met."),
        "silence": _choice(get_args(Outcome), "What follows where nobody decides."),
        "fees": _text("What becomes of the fees."),
        "data": _text("What becomes of the data."),
        "assets": _text("What becomes of the assets."),
    }
    return _map(fields)


def _responsibility() -> Schema:
    parts = ("activity", "responsible", "accountable", "consulted", "informed")
    return _map({name: _text(f"{name.capitalize()}.") for name in parts}, parts[:3])


def _maintenance() -> Schema:
    fields = {
        "window": _text("When planned work is done, in words."),
        "notice": _ref("duration", "The notice before planned work; it becomes a service level."),
        "notice_term": _ref("duration", "Only where the terms state another notice than the level."),
    }
    return _map(fields, description="Planned work.")


def _term() -> Schema:
    fields = {
        "effective_date": _ref("date", "When the agreement starts."),
        "expiration_date": _ref("date", "When it ends, where a date is agreed."),
        "initial": _ref("duration", "How long it runs at first."),
        "renewal": _ref("duration", "By how long it is renewed."),
        "renewal_notice": _ref("duration", "The notice against renewal."),
        "termination_notice": _ref("duration", "The notice to end it without cause."),
        "cure_period": _ref("duration", "The time to mend a breach."),
    }
    return _either(_ref("duration", "How long it runs at first."), _map(fields, description="When the agreement starts and how it ends."))


def _clauses() -> Schema:
    fields = {
        "variant": _text("The text that is taken, or omitted."),
        "version": _text("The version of the clause."),
        "kind": _text("The kind of clause."),
        "heading": _text("The heading in the document."),
    }
    entry = _map({"id": _text("The clause's id."), **fields})
    word: Schema = {"anyOf": [{"enum": sorted(KINDS)}, {"type": "string"}]}
    by_id: Schema = {
        "type": "object",
        "properties": {"without": {"type": "array", "items": _either(word, entry), "description": "Clauses that are left out."}},
        "additionalProperties": _either(_text("The text that is taken: balanced, provider, customer …"), _map(fields)),
    }
    listed: Schema = {"type": "array", "items": _either(word, entry)}
    return {"anyOf": [by_id, listed, {"type": "null"}], "description": "Which clauses, in which text."}


def _special_term() -> Schema:
    fields = {
        "heading": _text("The heading."),
        "text": _text("The text."),
        "replaces": _text("The id of the library clause that it stands in for."),
    }
    return _map(fields, ["heading", "text"])
