"""The short form: what its phrases mean, where its fields go, and what it is called when it is wrong."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sladocs.codec import parsing, phrases, tree, units, yaml_form
from sladocs.codec.problems import CodecError
from sladocs.model.agreement import Agreement, AsWritten, Calendar, ClauseChoice, Role, ServiceCredit, ServiceLevel
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration, Quantity

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")


def load(text: str) -> Agreement:
    return yaml_form.load(text).agreement


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("99.9 %", "99.9", "percent"),
        ("99.90%", "99.90", "percent"),
        ("99.9 percent", "99.9", "percent"),
        ("4 business hours", "4", "business_hour"),
        ("5 working days", "5", "business_day"),
        ("1 Business Day", "1", "business_day"),
        ("30min", "30", "minute"),
        ("30 mins", "30", "minute"),
        ("1.5 hrs", "1.5", "hour"),
        ("500 ms", "500", "millisecond"),
        ("USD 10,000", "10000", "currency:USD"),
        ("10,000.50 USD", "10000.50", "currency:USD"),
        ("EUR 5", "5", "currency:EUR"),
        ("€ 5", "5", "currency:EUR"),
        ("100 Mbps", "100", "mbps"),
        ("50 per second", "50", "per_second"),
        ("250 users", "250", "user"),
        ("3 deliveries", "3", "delivery"),
        ("7", "7", "count"),
        ("10,000", "10000", "count"),
        ("-5 %", "-5", "percent"),
        ("P30D", "30", "day"),
        ("PT48H", "48", "hour"),
        ("P5BD", "5", "business_day"),
        ("4\u00a0hours", "4", "hour"),
    ],
)
def test_a_quantity_is_read(text: str, value: str, unit: str) -> None:
    found = units.quantity(text)
    assert (str(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("99,9 %", "99.9 %"),
        ("1.000,5 EUR", "no figure"),
        ("four hours", "4 business hours"),
        ("4 buisness hours", "did you mean 'business hours'?"),
        ("4 minuets", "did you mean 'minutes'?"),
        ("$ 500", "which dollar"),
        ("5 m", "minutes or months"),
        ("10 000", "no unit"),
        ("", "no figure"),
        ("P1Y6M", "no duration of one unit"),
        ("4-6 hours", "no unit"),
    ],
)
def test_a_quantity_that_is_wrong_is_explained(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        units.quantity(text)


@pytest.mark.parametrize(
    ("metric", "text", "target"),
    [
        (Metric.AVAILABILITY, ">= 99.9 %", ">= 99.9 %"),
        (Metric.AVAILABILITY, "99.9 %", ">= 99.9 %"),
        (Metric.AVAILABILITY, "at least 99.9%", ">= 99.9 %"),
        (Metric.AVAILABILITY, "≥ 99.9 %", ">= 99.9 %"),
        (Metric.RESPONSE_TIME, "4 hours", "<= 4 hours"),
        (Metric.RESPONSE_TIME, "less than 4 hours", "< 4 hours"),
        (Metric.ERROR_RATE, "at most 2 %", "<= 2 %"),
        (Metric.CAPACITY, "more than 500 users", "> 500 users"),
        (Metric.OTHER, "exactly 0", "= 0"),
    ],
)
def test_a_target_is_read(metric: Metric, text: str, target: str) -> None:
    assert phrases.target_text(phrases.target(text, metric), metric) == target


@pytest.mark.parametrize(
    ("text", "value", "unit", "basis", "per"),
    [
        ("10 % of monthly fee", "10", "percent", "monthly_fee", None),
        ("10 % of the monthly fee", "10", "percent", "monthly_fee", None),
        ("5 % of the daily fee for each 30 minutes", "5", "percent", "daily_fee", "30 minute"),
        ("5 % of fee for the affected service for each hour", "5", "percent", "affected_fee", "hour"),
        ("1 % per 0.5 %", "1", "percent", None, "0.5 percent"),
        ("2 days", "2", "day", None, None),
        ("USD 500 for each occurrence", "500", "currency:USD", None, "occurrence"),
        ("10 % of the charge concerned", "10", "percent", "other", None),
    ],
)
def test_a_credit_is_read(text: str, value: str, unit: str, basis: str | None, per: str | None) -> None:
    found = phrases.amount(text)
    assert found == phrases.Amount(Quantity(value=Decimal(value), unit=unit), basis, per)


@pytest.mark.parametrize("text", ["no", "1e3", "2026-12-01", "08:00", "99.90", "0x10", "1_000", "yes", "010", ".5", "12:30:45"])
def test_plain_scalars_keep_their_text(text: str) -> None:
    assert load(f"customer: {text}").parties[0].name == text
    assert load(f"title: {text}").title == text


@pytest.mark.parametrize("text", ["", " ~", " null"])
def test_an_empty_field_says_nothing(text: str) -> None:
    assert load(f"title:{text}\ncustomer: X").title is None


def test_the_whole_form_is_understood() -> None:
    a = load(LEDGER)
    assert [p.role for p in a.parties] == [Role.PROVIDER, Role.CUSTOMER]
    assert a.parties[0].address == "1 Harbour Street, London EC1A 1AA"
    assert [s.package for s in a.services] == ["basic", "optional"]
    assert a.calendars[0] == Calendar(
        name="Support Hours",
        hours=a.calendars[0].hours,
        zone="Europe/London",
        holidays=(dt.date(2026, 12, 25), dt.date(2026, 12, 28)),
        holiday_source="England and Wales bank holidays",
    )
    assert a.calendars[1].always
    assert a.credit_terms.claim_window == Duration(value=Decimal(30), unit="day")
    assert a.chronic_failure is not None
    assert (a.chronic_failure.consecutive, a.chronic_failure.failures, a.chronic_failure.within) == (2, 3, 12)
    assert [step.level for step in a.escalation] == [1, 2]
    assert a.term.effective_date == dt.date(2027, 1, 1)
    assert a.clauses == (
        ClauseChoice(id="availability", variant="customer"),
        ClauseChoice(id="planned-maintenance", variant="provider"),
        ClauseChoice(id="penalties", variant="omitted"),
    )


def test_levels_come_in_the_order_of_the_file() -> None:
    found = [(level.metric.value, level.priority, str(level.target)) for level in load(LEDGER).service_levels]
    assert found == [
        ("response_time", "P1 (Critical)", "30 minutes"),
        ("restoration_time", "P1 (Critical)", "4 hours"),
        ("resolution_time", "P1 (Critical)", "2 days"),
        ("update_interval", "P1 (Critical)", "1 hour"),
        ("response_time", "P2 (High)", "2 business hours"),
        ("restoration_time", "P2 (High)", "1 business day"),
        ("availability", None, "99.9 %"),
        ("latency", None, "500 milliseconds"),
        ("recovery_time", None, "4 hours"),
        ("reporting_time", None, "10 business days"),
        ("maintenance_notice", None, "5 business days"),
    ]
    in_part = load(LEDGER).service_levels[4]
    assert (in_part.attainment, in_part.window) == (Decimal(95), "month")


def test_a_nested_credit_takes_metric_and_label_from_its_level() -> None:
    first, second = load(LEDGER).service_credits
    common = {"level": "SL-1", "metric": "availability", "band_unit": "percent", "unit": "percent", "basis": "monthly_fee"}
    assert first == ServiceCredit(lower=Decimal("99.0"), upper=Decimal("99.9"), value=Decimal(10), **common)
    assert second == ServiceCredit(upper=Decimal("99.0"), value=Decimal(25), **common)


def test_under_a_level_without_label_a_credit_takes_what_identifies_it() -> None:
    level = "levels: [{metric: availability, target: 99 %, service: Sandbox, credits: [{below: 99, credit: 5 %}]}]"
    (credit,) = load(level).service_credits
    assert (credit.level, credit.service, credit.band_unit) == (None, "Sandbox", "percent")


@pytest.mark.parametrize(
    ("band", "lower", "upper"),
    [
        ("from: 1 hour, below: 2 hours", ("1", True), ("2", False)),
        ("over: 1 hour, up_to: 2 hours", ("1", False), ("2", True)),
        ("above: 1 hour", ("1", False), None),
        ("at least: 1 hour", ("1", True), None),
        ("up to: 2 hours", None, ("2", True)),
    ],
)
def test_the_words_of_a_band_say_whether_its_ends_belong_to_it(
    band: str, lower: tuple[str, bool] | None, upper: tuple[str, bool] | None
) -> None:
    (credit,) = load(f"credits: [{{metric: downtime, {band}, credit: 5 %}}]").service_credits
    assert (str(credit.lower), credit.lower_included) == lower if lower else credit.lower is None
    assert (str(credit.upper), credit.upper_included) == upper if upper else credit.upper is None


@pytest.mark.parametrize(
    ("yaml", "path", "value"),
    [
        ("term: 3 years", "term.initial", Duration(value=Decimal(3), unit="year")),
        ("term: {initial: {as_written: until replaced}}", "term.initial", AsWritten(text="until replaced")),
        ("term: {effective_date: 1 March 2027}", "term.effective_date", dt.date(2027, 3, 1)),
        ("pilot: 90 days", "pilot.period", Duration(value=Decimal(90), unit="day")),
        ("support_hours: Mon-Thu 08:00-18:00, Fri 08:00-15:00 CET", "support_hours", "Support hours"),
        ("calendars: {A: 24/7}\nsupport_hours: A", "support_hours", "A"),
        ("maintenance: {notice_term: P2D}", "maintenance.notice", Duration(value=Decimal(2), unit="day")),
        ("chronic_failure: three months in a row", "chronic_failure.text", "three months in a row"),
        ("chronic_failure: {consecutive: 2 months}", "chronic_failure.consecutive", 2),
        ("position: Customer", "position", "customer"),
    ],
)
def test_a_field_may_be_short(yaml: str, path: str, value: Any) -> None:
    found: Any = load(yaml)
    for part in path.split("."):
        found = getattr(found, part)
    assert found == value


def test_support_hours_in_place_become_a_calendar() -> None:
    a = load("support_hours: Mon-Thu 08:00-18:00, Fri 08:00-15:00 CET")
    (calendar,) = a.calendars
    assert (calendar.name, calendar.zone, len(calendar.hours), a.support_hours) == ("Support hours", "CET", 2, "Support hours")


def test_clauses_may_be_listed() -> None:
    found = load("clauses: [parties, planned-maintenance, {id: exit, variant: customer, version: 1.0.0}]").clauses
    assert found == (
        ClauseChoice(kind="parties"),
        ClauseChoice(id="planned-maintenance"),
        ClauseChoice(id="exit", variant="customer", version="1.0.0"),
    )


def test_each_value_has_its_line() -> None:
    loaded = yaml_form.load(LEDGER, "ledger.yaml")
    lines = LEDGER.split("\n")

    def line(path: str) -> str:
        file, number = loaded.origins[path]
        assert file == "ledger.yaml"
        return lines[number - 1]

    assert "headline figure" in line("service_levels/6/value")
    assert "from: 99.0 %" in line("service_credits/0")
    assert "recovery_time" in line("service_levels/8")
    assert "P2 (High)" in line("priorities/1")
    assert "cap: 30 %" in line("credit_terms/cap")
    assert line("term/initial").startswith("term:")
    assert "Oakfield" in line("parties/1")
    assert "notice: 5" in line("service_levels/10")


def test_defaults_inside_another_file_keep_their_lines() -> None:
    template = parsing.read("name: a\n\ndefaults:\n  levels:\n    - {metric: availability, target: 99 %}\n", "template.yaml")
    assert isinstance(template, tree.Map)
    loaded = yaml_form.load_node(template.entries["defaults"])
    assert loaded.origins["service_levels/0"] == ("template.yaml", 5)
    assert yaml_form.load_plain({"levels": [{"metric": "availability", "target": "99 %"}]}).agreement == loaded.agreement


def test_dump_is_short() -> None:
    text = yaml_form.dump(load(LEDGER))
    assert "      - {below: 99.9 %, from: 99.0 %, credit: 10 % of monthly fee}\n" in text
    assert "  - {metric: recovery_time, within: 4 hours}\n" in text
    assert "\nterm:\n  effective_date: 2027-01-01\n  initial: 3 years\n" in text
    assert "  notice: 5 business days\n" in text
    assert "null" not in text
    assert load(text) == load(LEDGER)


def test_dump_keeps_a_grid_behind_the_levels_there() -> None:
    text = "levels: [{metric: availability, target: 99 %}]\npriorities: {P1: {response: 1 hour}}\n"
    written = yaml_form.dump(load(text))
    assert load(written) == load(text)
    assert "response: 1 hour" in written
    assert written.index("levels:") < written.index("priorities:")


def test_a_unit_without_a_short_form_is_written_exactly() -> None:
    level = ServiceLevel(metric=Metric.OTHER, comparator=">=", value=Decimal(5), unit="status")
    text = yaml_form.dump(Agreement(service_levels=(level,)))
    assert "unit: status" in text
    assert load(text).service_levels == (level,)


def test_a_text_of_several_lines_is_a_block() -> None:
    a = load('special_terms: [{heading: A, text: "First line.\\n\\nSecond line."}]')
    assert "    text: |-\n      First line.\n\n      Second line.\n" in yaml_form.dump(a)


# --- what is wrong ------------------------------------------------------------------------------------------------------------------

WRONG = """\
title: [a]
provder: X
levels:
  - metrik: availability
    target: 99,9 %
  - {metric: respons_time, within: 4 buisness hours}
  - {metric: availability, target: 99.9}
  - {metric: availability}
  - {metric: availability, target: ">= 99.9 %", within: 3 hours}
  - just text
priorities:
  P1: {respond: 4 hours}
calendars:
  A: {hours: Mon-Fri 8-18}
term: {initial: 3 yeers, effective_date: 31/12/2026}
credit_terms: {cap: 30 % of montly fee, sole_remedy: maybe}
credits:
  - {below: 99 %, from: 3 hours, credit: 5 %, metric: availability}
  - {credit: 5 %}
chronic_failure: {failures: 3}
escalation: [{role: x, level: zero}]
parties: [{role: vendor, name: y}]
form: loose
reports: [{every: fortnight}]
"""


def errors(text: str) -> list[tuple[int | None, str | None, str]]:
    with pytest.raises(CodecError) as caught:
        yaml_form.load(text, "a.yaml")
    assert all(f.place.file == "a.yaml" for f in caught.value.findings)
    return [(f.place.line, f.place.path, f.message) for f in caught.value.findings]


def test_all_errors_are_told_at_once_with_line_and_remedy() -> None:
    found = errors(WRONG)
    expected = [
        (1, "title", "write text here"),
        (2, "provder", "did you mean 'provider'?"),
        (4, "levels/0/metrik", "unknown field 'metrik'; did you mean 'metric'?"),
        (5, "levels/0/target", "the decimal point is a point: 99.9 %"),
        (6, "levels/1/metric", "did you mean 'response_time'?"),
        (6, "levels/1/within", "did you mean 'business hours'?"),
        (7, "levels/2/target", "'99.9' has no unit; write for example 99.9 %"),
        (8, "levels/3", "target is missing"),
        (9, "levels/4/within", "both state the target"),
        (10, "levels/5", "write a map"),
        (12, "priorities/P1/respond", "did you mean 'response'?"),
        (14, "calendars/A/hours", "Mon-Fri 08:00-18:00"),
        (15, "term/effective_date", "2027-01-31"),
        (15, "term/initial", "did you mean 'years'?"),
        (16, "credit_terms/cap", "did you mean 'monthly fee'?"),
        (16, "credit_terms/sole_remedy", "true or false"),
        (18, "credits/0/below", "one unit"),
        (19, "credits/1", "metric is missing"),
        (20, "chronic_failure", "failures and within go together"),
        (21, "escalation/0/level", "no whole number"),
        (22, "parties/0/role", "provider, customer"),
        (23, "form", "standalone, schedule"),
        (24, "reports/0/every", "quarter"),
    ]
    assert [(line, path) for line, path, _ in found] == [(line, path) for line, path, _ in expected]
    for (_, _, message), (_, _, words) in zip(found, expected, strict=True):
        assert words in message


LEAF = ",".join(["x"] * 10)
BOMB = f"a: &a [{LEAF}]\n" + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcde", "bcdef", strict=True))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "empty"),
        ("# nothing\n", None, "empty"),
        ("- a\n", 1, "map of fields"),
        ("hello", 1, "map of fields"),
        ("a:\n\tb: c", 2, "indent with blanks"),
        ("title: a\ntitle: b", 2, "'title' stands twice"),
        ("title: a: b", 1, "put the value in quotes"),
        ("title: 'a", 1, "close the quotes"),
        ("levels: [{a: b}", 1, "missing comma or bracket"),
        ("levels:\n  - metric: a\n   target: b", 3, "indentation"),
        (BOMB, 6, "aliases"),
        ("[" * 5000, 1, "nested deeper"),
        ("a: " + "x" * 6_000_000, None, "longer than 5 MB"),
        ("title: a\n\x07b", 2, "control character"),
        ("PK\x03\x04\0", None, "binary"),
        ("title: !!python/object x", 1, "tag"),
        ("title: a\n---\ntitle: b", 2, "second document"),
        ("a: &x {b: c}\nd: {<<: *x}", 2, "merging"),
        ("title: *x", 1, "&x"),
        ("? [a]\n: b", 1, "plain text"),
        ('title: "\\ud800"', 1, "surrogate"),
        ("term: '" + "1" * 1000 + " days'", 1, "much too long"),
    ],
)
def test_what_is_no_agreement_is_one_clear_sentence(text: str, line: int | None, words: str) -> None:
    (found,) = errors(text)
    assert found[0] == line
    assert words in found[2]
    assert len(found[2]) < 300


def test_very_many_errors_are_counted() -> None:
    found = errors("levels:\n" + "- {}\n" * 500)
    assert len(found) == 101
    assert "400 further errors" in found[-1][2]


def test_an_alias_may_repeat_a_value() -> None:
    a = load("services: {A: &d Same words, B: *d}")
    assert [s.description for s in a.services] == ["Same words", "Same words"]
