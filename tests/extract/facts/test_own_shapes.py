"""Facts printed in the shapes of our own documents come back exactly, whatever the names are and whichever columns are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from sladocs.extract.facts import read_facts
from sladocs.model.agreement import (
    Agreement,
    Calendar,
    ChronicFailure,
    CreditCap,
    CreditTerms,
    Day,
    EscalationStep,
    Maintenance,
    Package,
    Party,
    Pilot,
    Priority,
    Report,
    Review,
    Role,
    Service,
    Term,
    WeeklyHours,
)  # fmt: skip
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Table, line
from sladocs.model.phrases import cap_words
from sladocs.model.quantity import Duration
from sladocs.model.stated import canonical, differences

HOSTILE = (
    "Smith & Co <x> {{ y }} [[z]] # w \\| v", "Role", "Provider", "Governing law", "99.9 % in 4 hours", "“The” Company's", "O’Neil – Söhne GmbH", "—x", "1.",
    "1 January 2027", "24/7", "by and between A and B", "Level 1: Service desk", "Effective date: 2 May 2030", "IN WITNESS WHEREOF", "*bold* _it_ `code`", "名前",
)  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
).filter(lambda text: text.strip("—–-\u2010\u2011\u2012") != "" and text == text.strip())  # a dash alone is an empty cell
SOME = st.none() | NAMES
PROSE = st.none() | st.lists(NAMES, min_size=1, max_size=3).map("\n".join)
DAYS = st.sampled_from(
    [
        (),
        *[tuple(Day)[a:b] for a in range(7) for b in range(a + 1, 8)],
        (Day.MON, Day.WED, Day.FRI),
        (Day.SAT, Day.MON),
        (Day.SUN, Day.MON, Day.TUE),
    ]
)
CLOCK = st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
HOURS = st.builds(WeeklyHours, days=DAYS, start=CLOCK, end=CLOCK)
ZONES = st.sampled_from(
    [None, "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3", "UTC", "CET", "local time", "UK time", "GMT+1"]
)
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
DURATIONS = st.builds(
    Duration,
    value=st.integers(1, 400).map(Decimal),
    unit=st.sampled_from(["day", "week", "month", "year", "hour", "business_day", "business_hour", "minute"]),
)
FREQUENCIES = st.sampled_from(["day", "week", "month", "quarter", "half_year", "year"])


def calendars() -> st.SearchStrategy[tuple[Calendar, ...]]:
    always = st.builds(Calendar, name=NAMES, always=st.just(value=True), zone=ZONES)
    weekly = st.builds(
        Calendar,
        name=NAMES,
        hours=st.lists(HOURS, min_size=1, max_size=3).map(tuple),
        zone=ZONES,
        holidays=st.lists(DATES, max_size=3, unique=True).map(tuple),
    )
    return st.lists(always | weekly, max_size=3, unique_by=lambda c: c.name).map(tuple)


# --- how our documents print them ---

WEEK = dict(zip(Day, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
PACKAGES = {Package.BASIC: "Basic", Package.ENHANCEMENT: "Enhancement", Package.OPTIONAL: "Optional", Package.OUT_OF_SCOPE: "Out of scope"}
OFTEN = {"day": "Daily", "week": "Weekly", "month": "Monthly", "quarter": "Quarterly", "half_year": "Half-yearly", "year": "Yearly"}


def date_words(date: dt.date) -> str:
    return f"{date.day}\u00a0{date:%B} {date.year}"


def hours_words(hours: WeeklyHours) -> str:
    names = [WEEK[d] for d in hours.days]
    week = list(WEEK)
    run = bool(hours.days) and all(week[(week.index(hours.days[0]) + i) % 7] is d for i, d in enumerate(hours.days))
    days = (
        f"{names[0]} to {names[-1]}" if len(names) > 2 and run else " and ".join([*[", ".join(names[:-1])][: len(names) > 1], *names[-1:]])
    )
    span = f"{hours.start:%H:%M} to {hours.end:%H:%M}"
    return f"{days}, {span}" if days else span


def hours_cell(calendar: Calendar) -> str:
    lines = ["24 hours a day, 7 days a week"] if calendar.always else [hours_words(h) for h in calendar.hours]
    if calendar.zone:
        lines[-1] += f", {calendar.zone} time" if "/" in calendar.zone else f", {calendar.zone}"
    if calendar.holidays:
        lines[-1] += ", except the public holidays listed in Schedule\u00a03"
    return "\n".join(lines)


def table(headers: Sequence[str], rows: Sequence[Sequence[str | None]], kept: int = 1) -> list[Block]:
    """A table without the columns that would be empty in every row, the first `kept` apart."""
    if not rows:
        return []
    shown = [i for i in range(len(headers)) if i < kept or any(row[i] for row in rows)]
    lines = [[headers[i] for i in shown], *[[row[i] or "—" for i in shown] for row in rows]]
    cells = [tuple(Cell(lines=tuple(line(part) for part in text.split("\n"))) for text in row) for row in lines]
    return [Table(headers=1, rows=tuple(cells))]


def in_words(duration: Duration) -> str:
    words = spelt(int(duration.value))
    unit = str(duration).split(" ", 1)[1].replace("business", "Business").replace(" day", " Day" if "business" in duration.unit else " day")
    return f"{words} ({duration.value})\u00a0{unit}"


def fact_tables(a: Agreement) -> list[Block]:
    roles = {Role.PROVIDER: "Provider", Role.CUSTOMER: "Customer", Role.BENEFICIARY: "Beneficiary", Role.SUBCONTRACTOR: "Subcontractor"}
    side = {"provider": "Provider", "customer": "Customer", None: None}
    holidays = [(c.name, date_words(d), c.holiday_source) for c in a.calendars for d in c.holidays]
    use = [(c.name, hours_cell(c), "Support hours" if c.name == a.support_hours else None) for c in a.calendars]
    return [
        *table(("Role", "Name", "Registered address", "Address for notices"), [(roles[p.role], p.name, p.address, p.notices) for p in a.parties], 2),
        *table(("Service", "Description", "Package"), [(s.name, s.description, PACKAGES[s.package]) for s in a.services]),
        *table(("Priority", "Definition"), [(p.label, p.definition) for p in a.priorities]),
        *table(("Calendar", "Hours", "Used for"), use, 2),
        *table(("Calendar", "Public holiday", "Source"), holidays, 2),
        *table(
            ("Level", "Role", "Party", "After", "Priority"),
            [(str(e.level), e.role, side[e.side], str(e.after) if e.after else None, e.priority) for e in a.escalation], 2,
        ),
        *table(("Report", "Frequency", "Prepared by", "Sent to"), [(r.name, OFTEN.get(r.frequency or ""), r.owner, r.recipients) for r in a.reports]),
        *table(("Review", "Frequency", "Participants"), [(r.name, OFTEN.get(r.frequency or ""), r.participants) for r in a.reviews]),
    ]  # fmt: skip


SENTENCES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "effective_date": ("This Agreement starts on {} (the “Effective Date”).", date_words),
    "expiration_date": ("This Agreement expires on {}, subject to any renewal or earlier termination.", date_words),
    "initial": ("It continues for an initial term of {} from the Effective Date.", in_words),
    "termination_notice": (
        "The Customer may terminate this Agreement for convenience by giving the Provider written notice of at least {}.",
        in_words,
    ),
    "cure_period": (
        "A party may terminate this Agreement by written notice if the other party fails to remedy a material breach within {} of written notice of the breach.",
        in_words,
    ),
}


def term_sentences(a: Agreement) -> list[str]:
    term = a.term
    found = [words.format(show(value)) for name, (words, show) in SENTENCES.items() if (value := getattr(term, name))]
    if term.renewal and term.renewal_notice:
        found.append(
            f"After the initial term this Agreement renews for successive terms of {in_words(term.renewal)} unless either party gives notice of non-renewal "  # type: ignore[arg-type]
            f"at least {in_words(term.renewal_notice)} before the end of the current term."  # type: ignore[arg-type]
        )
    elif term.renewal:
        found.append(
            f"After the initial term this Agreement renews for successive terms of {in_words(term.renewal)} unless either party gives notice of non-renewal "  # type: ignore[arg-type]
            "before the end of the current term."
        )
    elif term.renewal_notice:
        found.append(
            f"A party that does not wish to extend this Agreement shall give notice of non-renewal at least {in_words(term.renewal_notice)} before the end of the current term."  # type: ignore[arg-type]
        )
    if a.credit_terms.claim_window:
        found.append(
            f"The Customer shall send each Credit Claim within {in_words(a.credit_terms.claim_window)} after the end of the month in question."
        )  # type: ignore[arg-type]
    if a.credit_terms.cap:
        found.append(f"The Service Credits of one month shall not exceed {cap_words(a.credit_terms.cap)}.")
    if a.credit_terms.sole_remedy is not None:
        how = "sole and exclusive remedy for a Service Level Failure" if a.credit_terms.sole_remedy else "only remedy"
        found.append(f"Service Credits are {'' if a.credit_terms.sole_remedy else 'not '}the Customer’s {how}.")
    if a.governing_law:
        found.append(f"This Agreement is governed by the laws of {a.governing_law}.")
    if a.maintenance.window:
        found.append(
            f"Planned Maintenance takes place in the following window: {a.maintenance.window}. The Provider may use another time of low use if it gives notice of it."
        )
    if a.chronic_failure:
        found.append(f"A “Chronic Failure” exists when the Provider misses the same Service Level in {chronic_words(a.chronic_failure)}.")
    if a.pilot and a.pilot.period:
        found.append(f"The pilot runs for {in_words(a.pilot.period)} from the Effective Date.")  # type: ignore[arg-type]
    return found


def chronic_words(c: ChronicFailure) -> str:
    parts = [f"{count(c.consecutive)} consecutive {months(c.consecutive)}"] if c.consecutive else []
    if c.failures and c.within:
        parts.append(f"{count(c.failures)} {months(c.failures)} out of any {count(c.within)} consecutive {months(c.within)}")
    return ", or in ".join(parts) + (f", with a result below {c.below} % in each of them" if c.below is not None else "")


def count(number: int) -> str:
    return f"{spelt(number)} ({number})"


def spelt(number: int) -> str:
    return str(num2words(number))


def months(number: int) -> str:
    return "month" if number == 1 else "months"


def document(a: Agreement, front: Sequence[Block] = ()) -> Document:
    body = [Paragraph(label=f"1.{n}", content=line(text)) for n, text in enumerate(term_sentences(a), start=1)]
    title = (
        [Paragraph(role="title", content=line(a.title))]
        if a.title
        else [Paragraph(content=line("This document has no title, which is unusual."))]
    )
    return Document(body=(*title, *front, *fact_tables(a), Heading(level=1, label="1", content=line("Terms")), *body))


def check(a: Agreement, d: Document) -> None:
    found = read_facts(d)
    assert differences(a, found.agreement) == {}
    for path, evidence in found.evidence.items():
        assert evidence.start is not None, path
        assert d.text[evidence.start : evidence.end] == evidence.quote, path
        assert evidence.quote.strip(), path


# --- the laws ---


def small(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(entry, max_size=3).map(tuple)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_tables_come_back(data: st.DataObject) -> None:
    found = data.draw(calendars())
    priorities = data.draw(st.lists(st.builds(Priority, label=NAMES, definition=PROSE), max_size=3, unique_by=lambda p: p.label))
    agreement = Agreement(
        title=data.draw(SOME),
        parties=data.draw(small(st.builds(Party, role=st.sampled_from(Role), name=NAMES, address=PROSE, notices=SOME))),
        services=data.draw(small(st.builds(Service, name=NAMES, description=PROSE, package=st.sampled_from(Package)))),
        priorities=tuple(priorities),
        calendars=found,
        support_hours=data.draw(st.sampled_from([None, *[c.name for c in found]])),
        escalation=data.draw(small(st.builds(EscalationStep, level=st.integers(1, 9), role=NAMES, side=st.sampled_from([None, "provider", "customer"]), after=st.none() | DURATIONS, priority=SOME))),
        reports=data.draw(small(st.builds(Report, name=NAMES, frequency=st.none() | FREQUENCIES, owner=SOME, recipients=SOME))),
        reviews=data.draw(small(st.builds(Review, name=NAMES, frequency=st.none() | FREQUENCIES, participants=SOME))),
    )  # fmt: skip
    check(agreement, document(agreement))


CHRONIC = st.one_of(
    st.builds(ChronicFailure, consecutive=st.integers(1, 30), below=st.none() | st.decimals(1, 99, places=1)),
    st.builds(ChronicFailure, consecutive=st.none() | st.integers(1, 30), failures=st.integers(1, 30), within=st.integers(1, 130), below=st.none() | st.decimals(1, 99, places=2)),
)  # fmt: skip
CAPS = st.one_of(
    st.builds(CreditCap, value=st.decimals(1, 200, places=1), unit=st.just("percent"), basis=st.sampled_from([None, "monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other"])),
    st.builds(CreditCap, value=st.integers(1, 10**7).map(Decimal), unit=st.sampled_from(["currency:USD", "currency:EUR"])),
    st.builds(CreditCap, value=st.integers(2, 60).map(Decimal), unit=st.sampled_from(["month", "day"])),
)  # fmt: skip
LAWS = st.sampled_from(
    [
        "England and Wales",
        "Germany",
        "the State of New York",
        "California",
        "Ontario, Canada",
        "the Netherlands",
        "New South Wales",
        "Trinidad and Tobago",
    ]
)
WINDOWS = st.sampled_from(
    [
        "Sundays, 02:00 to 06:00 Europe/London time",
        "the first Saturday of each month, 22:00 to 23:30 UTC",
        "Sundays, 2 a.m. to 6 a.m. Eastern Time",
        "as published; at night",
    ]
)


@settings(max_examples=80, deadline=None)
@given(
    st.builds(
        Agreement,
        title=SOME,
        term=st.builds(
            Term, effective_date=st.none() | DATES, expiration_date=st.none() | DATES,
            **{name: st.none() | DURATIONS for name in ("initial", "renewal", "renewal_notice", "termination_notice", "cure_period")},
        ),
        credit_terms=st.builds(CreditTerms, claim_window=st.none() | DURATIONS, cap=st.none() | CAPS, sole_remedy=st.sampled_from([None, True, False])),
        chronic_failure=st.none() | CHRONIC,
        governing_law=st.none() | LAWS,
        maintenance=st.builds(Maintenance, window=st.none() | WINDOWS),
        pilot=st.none() | st.builds(Pilot, period=DURATIONS),
    )
)  # fmt: skip
def test_terms_come_back(agreement: Agreement) -> None:
    check(agreement, document(agreement))


def test_canonical_is_what_the_laws_compare() -> None:
    assert canonical(Agreement(title="a")) == Agreement(title="a")
