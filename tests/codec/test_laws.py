"""Law 1: what is written and loaded again is the same agreement, whatever its texts and figures are."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import jsonschema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sladocs.codec import json_form, parsing, short_form, short_writing, yaml_form
from sladocs.codec.schema import schema
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Body,
    Calendar,
    ChronicFailure,
    ClauseChoice,
    CreditCap,
    CreditTerms,
    Day,
    EscalationStep,
    Maintenance,
    OffRamp,
    Package,
    Party,
    Pilot,
    Priority,
    Report,
    Responsibility,
    Review,
    Role,
    Service,
    ServiceCredit,
    ServiceLevel,
    SpecialTerm,
    Term,
    Volume,
    WeeklyHours,
)
from sladocs.model.finding import Evidence, Extraction, Finding, Place, Severity
from sladocs.model.metrics import Metric, Statistic, Window
from sladocs.model.quantity import Comparator, Duration, Quantity

LAW = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)

HOSTILE = [
    "Smith & Co <x> {{ y }} [[z]] # w \\| v", "no", "null", "~", "", "1e3", "2026-12-01", "08:00", "99.90", "a: b", "- a", "? a", "# a", "a #b",
    "'", '"', "\\", "*a", "&a", "!a", "%a", "@a", "`a", "{a", "[a", "a\nb", "a\n\n  b\n", "\ta", "a\tb", "\x1b", "\x85", "\u2028", "\ufeff", "\x00",
    "🙂", "<<", "=", "---", "...", "24x7", "P3Y", "true", "within", "other", "without", "as_written", "1 day", "Mon-Fri 08:00-18:00", "99,9",
    "x" * 200, "word " * 60, "|", ">", ": ", " :", "a/b", "é", "\u00a0x",
]  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Names that people write, names that break parsers, and any others."""
    usual = st.sampled_from(
        ["Ledger Platform", "Sandbox", "P1", "P2 (High)", "Support Hours", "SL-1", "availability", "Oakfield Retail plc"]
    )
    return st.one_of(usual, st.sampled_from(HOSTILE), st.text(max_size=12))


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


def some_of(strategy: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def names() -> st.SearchStrategy[str]:
    """Texts that are not empty once the model has taken off the blanks at their ends."""
    return texts().filter(lambda text: bool(Responsibility(activity="a", responsible=text, accountable="a").responsible))


FIGURES = st.one_of(
    st.sampled_from(["99.9", "99.90", "100", "4", "0", "-5", "10000", "0.5", "1E+3", "1E-9", "1E+50", "1234567.89"]).map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-10_000, max_value=10_000_000),
    st.decimals(allow_nan=False, allow_infinity=False).filter(lambda value: abs(value.adjusted()) < 900),
)
UNITS = st.one_of(
    st.sampled_from(
        ["percent", "hour", "minute", "business_day", "business_hour", "count", "currency:USD", "mbps", "per_second", "score", "month", "day",
         "status", "users", "hourz", "e", "p", "per_0", "of", "each", "x_", "second", "millisecond", "gbps", "reply", "days", "in", "m"]
    ),
    st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
    st.from_regex(r"currency:[A-Z]{3}", fullmatch=True),
)  # fmt: skip
TIMES = ["second", "minute", "hour", "day", "week", "month", "year", "business_day", "business_hour", "business_minute"]
DURATIONS = st.builds(Duration, value=FIGURES, unit=st.sampled_from(TIMES))
WRITTEN = st.builds(AsWritten, text=names())
SPANS = st.one_of(DURATIONS, WRITTEN)
DATES = st.one_of(st.dates(), WRITTEN)
CLOCKS = st.one_of(st.sampled_from([dt.time(0), dt.time(8), dt.time(17, 30)]), st.times())
DAYS = st.one_of(
    st.sampled_from([tuple(Day)[:5], tuple(Day), (Day.SUN, Day.MON, Day.TUE), (Day.MON, Day.WED)]), some_of(st.sampled_from(Day), 4)
)
HOURS = st.builds(WeeklyHours, days=DAYS, start=CLOCKS, end=CLOCKS)
ZONES = maybe(st.one_of(st.sampled_from(["Europe/London", "CET", "London Time"]), texts()))
CALENDARS = st.one_of(
    st.builds(Calendar, name=names(), always=st.just(True), zone=ZONES, holidays=some_of(st.dates()), holiday_source=maybe(texts())),
    st.builds(
        Calendar, name=names(), hours=st.lists(HOURS, min_size=1, max_size=3).map(tuple), zone=ZONES, holidays=some_of(st.dates()),
        holiday_source=maybe(texts()),
    ),
)  # fmt: skip
LABELS = st.sampled_from(["P1", "P2 (High)", "a/b", "24x7"])
LEVELS = st.one_of(
    st.builds(
        ServiceLevel, label=maybe(texts()), metric=st.sampled_from(Metric), comparator=st.sampled_from(Comparator), value=FIGURES, unit=UNITS,
        attainment=maybe(FIGURES), statistic=maybe(st.sampled_from(Statistic)), priority=maybe(texts()), service=maybe(texts()),
        window=maybe(st.sampled_from(Window)), threshold=st.sampled_from([None, "minimum"]), calendar=maybe(texts()), condition=maybe(texts()),
        obliged=st.sampled_from(["provider", "customer"]), indicator=st.booleans(),
    ),
    st.builds(  # what a grid of priorities can hold, and what follows from reports and maintenance
        ServiceLevel, metric=st.sampled_from(["response_time", "restoration_time", "resolution_time", "update_interval"]),
        comparator=st.sampled_from(Comparator), value=FIGURES, unit=UNITS, attainment=maybe(FIGURES), window=maybe(st.sampled_from(Window)), priority=LABELS,
    ),
    st.builds(
        ServiceLevel, metric=st.sampled_from(["maintenance_notice", "reporting_time"]), comparator=st.sampled_from(["<=", ">="]), value=FIGURES,
        unit=st.sampled_from(TIMES), service=maybe(st.sampled_from(["Report", "Sandbox"])),
    ),
    st.builds(ServiceLevel, label=maybe(st.sampled_from(["SL-1", "SL-2"])), metric=st.just("availability"), comparator=st.just(">="), value=FIGURES, unit=st.just("percent")),
)  # fmt: skip
CREDITS = st.one_of(
    st.builds(
        ServiceCredit, level=maybe(texts()), metric=st.sampled_from(Metric), lower=maybe(FIGURES), upper=maybe(FIGURES), lower_included=st.booleans(),
        upper_included=st.booleans(), band_unit=maybe(UNITS), value=FIGURES, unit=UNITS,
        basis=st.sampled_from([None, "monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other"]),
        per=maybe(st.one_of(st.sampled_from(["hour", "occurrence", "0.5 percent", "30 minute", "2 unit", "unit"]), texts())),
        priority=maybe(texts()), service=maybe(texts()),
    ),
    st.builds(
        ServiceCredit, level=st.sampled_from([None, "SL-1", "SL-2"]), metric=st.just("availability"), lower=maybe(FIGURES), upper=maybe(FIGURES),
        band_unit=st.just("percent"), value=FIGURES, unit=st.just("percent"), basis=st.just("monthly_fee"),
    ),
)  # fmt: skip
CHRONIC = st.one_of(
    st.builds(ChronicFailure, text=names()),
    st.builds(
        ChronicFailure,
        consecutive=st.integers(1, 99),
        failures=st.just(3),
        within=st.integers(1, 99),
        below=maybe(FIGURES),
        text=maybe(texts()),
    ),
    st.builds(ChronicFailure, failures=st.integers(1, 10**6), within=st.integers(1, 10**6)),
)
FREQUENCIES = st.sampled_from([None, "day", "week", "month", "quarter", "half_year", "year"])
CLAUSES = st.one_of(
    st.builds(ClauseChoice, id=maybe(texts()), variant=maybe(st.one_of(st.sampled_from(["customer", "omitted"]), texts())), version=maybe(texts()),
              kind=maybe(texts()), heading=maybe(texts())),
    st.builds(ClauseChoice, kind=st.sampled_from(["parties", "term", "escalation"])),
    st.builds(ClauseChoice, id=st.sampled_from(["availability", "term", "exit"]), variant=st.sampled_from(["customer", "provider", "omitted", None])),
)  # fmt: skip
OUTCOMES = st.sampled_from([None, "proceed", "extend", "renegotiate", "exit"])
OFF_RAMPS = st.builds(
    OffRamp, label=maybe(texts()), decide_on=maybe(st.one_of(st.dates(), DURATIONS, WRITTEN)), criterion=maybe(texts()), decider=maybe(texts()),
    outcome=OUTCOMES, silence=OUTCOMES, fees=maybe(texts()), data=maybe(texts()), assets=maybe(texts()),
)  # fmt: skip
MONEY = st.one_of(st.builds(Quantity, value=FIGURES, unit=UNITS), WRITTEN)
PILOTS = st.builds(
    Pilot, period=maybe(SPANS), start=maybe(DATES), extension=maybe(SPANS), scope=maybe(texts()), tests=some_of(LEVELS, 2),
    off_ramps=some_of(OFF_RAMPS, 2), first_commitment=maybe(DATES), sunk_cost_cap=maybe(MONEY),
)  # fmt: skip
BODIES = st.builds(Body, name=names(), members=maybe(texts()), meets=FREQUENCIES, decides=maybe(texts()), escalates_to=maybe(texts()))
VOLUMES = st.builds(
    Volume, work=names(), expected=FIGURES, per=st.sampled_from(Window), relief_above=maybe(FIGURES), service=maybe(texts())
)
PARTIES = st.builds(Party, role=st.sampled_from(Role), name=names(), address=maybe(texts()), notices=maybe(texts()))
AGREEMENTS = st.builds(
    Agreement,
    kind=st.sampled_from([None, "sla", "hosting"]),
    title=maybe(texts()), version=maybe(texts()), version_date=maybe(st.dates()), language=maybe(texts()), template=maybe(texts()),
    form=st.sampled_from([None, "standalone", "schedule"]), position=st.sampled_from([None, "balanced", "provider"]), master_agreement=maybe(texts()),
    parties=some_of(PARTIES),
    services=some_of(st.builds(Service, name=names(), description=maybe(texts()), package=st.sampled_from(Package))),
    priorities=some_of(st.builds(Priority, label=st.one_of(LABELS, names()), definition=maybe(texts()))),
    calendars=some_of(CALENDARS, 2), support_hours=maybe(texts()),
    service_levels=some_of(LEVELS, 5), service_credits=some_of(CREDITS, 4),
    credit_terms=st.builds(
        CreditTerms, claim_window=maybe(SPANS), cap=maybe(st.builds(CreditCap, value=FIGURES, unit=UNITS, basis=maybe(st.one_of(st.just("monthly_fee"), texts())))),
        sole_remedy=maybe(st.booleans()),
    ),
    chronic_failure=maybe(CHRONIC),
    escalation=some_of(st.builds(
        EscalationStep, level=st.integers(1, 10**6), role=names(), side=st.sampled_from([None, "provider", "customer"]), after=maybe(DURATIONS), priority=maybe(texts()),
    )),
    reports=some_of(st.builds(Report, name=maybe(st.one_of(st.just("Report"), texts())), frequency=FREQUENCIES, owner=maybe(texts()), recipients=maybe(texts()))),
    reviews=some_of(st.builds(Review, name=maybe(texts()), frequency=FREQUENCIES, participants=maybe(texts()))),
    responsibilities=some_of(st.builds(
        Responsibility, activity=names(), responsible=texts(), accountable=texts(), consulted=maybe(texts()), informed=maybe(texts()),
    ), 2),
    maintenance=st.builds(Maintenance, window=maybe(texts()), notice=maybe(SPANS)),
    term=st.builds(
        Term, effective_date=maybe(DATES), expiration_date=maybe(DATES), initial=maybe(SPANS), renewal=maybe(SPANS), renewal_notice=maybe(SPANS),
        termination_notice=maybe(SPANS), cure_period=maybe(SPANS),
    ),
    governing_law=maybe(texts()), pilot=maybe(PILOTS), bodies=some_of(BODIES, 2), volumes=some_of(VOLUMES, 2), clauses=some_of(CLAUSES),
    special_terms=some_of(st.builds(SpecialTerm, heading=names(), text=names(), replaces=maybe(texts())), 2),
)  # fmt: skip
EVIDENCE = st.builds(
    Evidence, quote=texts(), page=maybe(st.integers(1, 900)), section=maybe(texts()), start=maybe(st.integers(0, 10**7)), end=maybe(st.integers(0, 10**7)),
    block=maybe(st.integers(0, 9999)), confidence=st.floats(0, 1),
    also=st.dictionaries(texts(), st.lists(st.one_of(st.none(), texts(), st.booleans(), FIGURES), max_size=2).map(tuple), max_size=2),
)  # fmt: skip
PATHS = st.one_of(
    st.sampled_from(["service_levels/0", "escalation/0", "clauses/1", "term/initial", "parties/0", "service_levels/99"]), texts()
)
FINDINGS = st.builds(
    Finding, code=st.just("E20"), severity=st.sampled_from(Severity), message=texts(), remedy=maybe(texts()),
    place=st.builds(Place, file=maybe(texts()), line=maybe(st.integers(1, 999)), path=maybe(texts()), quote=maybe(texts())),
)  # fmt: skip
EXTRACTIONS = st.builds(
    Extraction, agreement=AGREEMENTS, evidence=st.dictionaries(PATHS, EVIDENCE, max_size=4), findings=some_of(FINDINGS, 2)
)  # fmt: skip


@LAW
@given(AGREEMENTS)
def test_json_comes_back_equal(agreement: Agreement) -> None:
    text = json_form.dump(agreement)
    assert json_form.load(text).agreement == agreement
    assert json_form.dump(json_form.load(text)) == text


@LAW
@given(EXTRACTIONS)
def test_json_keeps_evidence_and_findings(extraction: Extraction) -> None:
    text = json_form.dump(extraction)
    assert json_form.load(text) == extraction
    assert json_form.dump(json_form.load(text)) == text


@LAW
@given(FIGURES)
def test_json_keeps_each_digit(value: Decimal) -> None:
    level = ServiceLevel(metric=Metric.AVAILABILITY, comparator=Comparator.AT_LEAST, value=value, unit="percent")
    text = json_form.dump(Agreement(service_levels=(level,)))
    written = json.loads(text, parse_float=str, parse_int=str)["service_levels"][0]["value"]
    assert str(Decimal(written)) == str(value)
    assert str(json_form.load(text).agreement.service_levels[0].value) == str(value)


VALIDATOR = jsonschema.Draft202012Validator(schema())


@LAW
@given(AGREEMENTS)
def test_what_is_written_passes_the_schema(agreement: Agreement) -> None:
    errors = [(list(error.path), error.message[:200]) for error in VALIDATOR.iter_errors(short_writing.write(agreement))]
    assert not errors


@LAW
@given(AGREEMENTS)
def test_short_yaml_comes_back_equal(agreement: Agreement) -> None:
    text = yaml_form.dump(agreement)
    assert yaml_form.load(text).agreement == agreement
    assert yaml_form.dump(yaml_form.load(text).agreement) == text


@LAW
@given(AGREEMENTS)
def test_short_form_as_json_comes_back_equal(agreement: Agreement) -> None:
    text = json.dumps(short_writing.write(agreement))
    assert short_form.agreement(short_form.read(parsing.read(text, "a.json"), "a.json")) == agreement
