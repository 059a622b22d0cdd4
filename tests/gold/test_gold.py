"""Annotations: each comes back equal through the agreement, and the terms follow from the structure."""

from __future__ import annotations

import datetime as dt
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sladocs.codec import json_form, yaml_form
from sladocs.model import hours
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Calendar,
    ChronicFailure,
    CreditTerms,
    Day,
    Maintenance,
    Party,
    Report,
    Role,
    ServiceLevel,
    Term,
    WeeklyHours,
)
from sladocs.model.gold import annotation, from_gold, terms, to_gold
from sladocs.model.quantity import Duration

FOLDERS = [Path(__file__).parent / "samples", *(Path(f) for f in [os.environ.get("SLADOCS_GOLD", "")] if f)]
FILES = [file for folder in FOLDERS for file in sorted(folder.glob("*.gold.json"))]


def load(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    return found


def sample(name: str) -> dict[str, Any]:
    return load(FOLDERS[0] / f"{name}.gold.json")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(".gold.json"))
def test_an_annotation_comes_back_equal(file: Path) -> None:
    gold = load(file)
    extraction = from_gold(gold)
    assert to_gold(extraction, annotation(gold)) == gold
    assert json_form.load(json_form.dump(extraction)) == extraction
    assert yaml_form.load(yaml_form.dump(extraction.agreement)).agreement == extraction.agreement


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(".gold.json"))
def test_an_annotation_is_the_interchange_form_too(file: Path) -> None:
    loaded, read = json_form.load(file.read_text("utf-8"), file.name), from_gold(load(file))
    assert loaded == read


def test_there_are_samples_of_each_kind() -> None:
    found = [load(file) for file in FILES]
    assert len(found) >= 5
    assert any("terms" not in gold for gold in found)
    for key in ("tolerated", "terms_also"):
        assert any(key in gold for gold in found)


def test_what_is_not_annotated_is_left_out_again() -> None:
    gold = sample("sample-no-terms")
    assert annotation(gold).omits == ("terms", "service_credits/0/priority", "clauses")


def test_a_changed_agreement_gives_another_annotation() -> None:
    gold = sample("sample-hosting")
    extraction = from_gold(gold)
    level = extraction.agreement.service_levels[0].model_copy(update={"value": Decimal("99.95")})
    levels = (level, *extraction.agreement.service_levels[1:])
    changed = extraction.model_copy(update={"agreement": extraction.agreement.model_copy(update={"service_levels": levels})})
    assert to_gold(changed, annotation(gold)) != gold


def test_figures_keep_their_digits() -> None:
    assert str(from_gold(sample("sample-hosting")).agreement.service_levels[0].value) == "99.90"


def test_what_an_annotation_says_becomes_structure() -> None:
    agreement = from_gold(sample("sample-hosting")).agreement
    assert agreement.term.initial == Duration(value=Decimal(3), unit="year")
    assert agreement.term.effective_date == dt.date(2027, 1, 1)
    assert agreement.calendars == (
        Calendar(
            name="Support hours",
            hours=(WeeklyHours(days=tuple(Day)[:5], start=dt.time(8), end=dt.time(18)),),
            zone="Europe/London",
        ),
    )
    assert agreement.maintenance.notice is None  # the second notice level says it


def test_a_notice_that_differs_from_its_level_is_kept() -> None:
    agreement = from_gold(sample("sample-grid")).agreement
    assert agreement.maintenance.notice == Duration(value=Decimal(48), unit="hour")


def test_what_is_not_understood_is_kept_as_written() -> None:
    agreement = from_gold(sample("sample-outsourcing")).agreement
    assert agreement.term.effective_date == AsWritten(text="upon signature")
    assert agreement.term.initial == AsWritten(text="P1Y6M")
    assert (agreement.support_hours, agreement.calendars) == ("office hours", ())


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (Agreement(), {}),
        (Agreement(title=""), {}),
        (Agreement(parties=(Party(role=Role.PROVIDER, name="A"), Party(role=Role.PROVIDER, name="B"))), {"provider": "A and B"}),
        (Agreement(credit_terms=CreditTerms(sole_remedy=False)), {}),
        (Agreement(credit_terms=CreditTerms(sole_remedy=True)), {"sole_remedy": True}),
        (Agreement(reports=(Report(name="A"), Report(frequency="month"), Report(frequency="week"))), {"reporting_frequency": "month"}),
        (Agreement(term=Term(cure_period=AsWritten(text="a fair time"))), {"cure_period": "a fair time"}),
        (
            Agreement(chronic_failure=ChronicFailure(consecutive=2, failures=3, within=12, below=Decimal("99.0"))),
            {"chronic_failure": "below 99.0 % in 2 consecutive months or any 3 months within 12 consecutive months"},
        ),
        (
            Agreement(
                calendars=(Calendar(name="A", hours=(WeeklyHours(start=dt.time(9), end=dt.time(17)),), zone="CET"),), support_hours="A"
            ),
            {"support_hours": "09:00-17:00 CET"},
        ),
    ],
)
def test_terms_follow_from_the_structure(agreement: Agreement, expected: dict[str, Any]) -> None:
    assert terms(agreement) == expected


def notice(value: int, service: str | None = None) -> ServiceLevel:
    return ServiceLevel(metric="maintenance_notice", comparator=">=", value=Decimal(value), unit="hour", service=service)


def test_notice_of_emergency_work_is_not_the_term() -> None:
    agreement = Agreement(service_levels=(notice(2, "Emergency Maintenance"), notice(48)))
    assert terms(agreement) == {"maintenance_notice": "PT48H"}
    own = agreement.model_copy(update={"maintenance": Maintenance(notice=Duration.from_iso("P3D"))})
    assert terms(own) == {"maintenance_notice": "P3D"}


@pytest.mark.parametrize(
    ("text", "spelt", "zone"),
    [
        ("Mon-Fri 08:00-18:00", "Mon-Fri 08:00-18:00", None),
        ("Monday to Friday 8:00 to 18:00 CET", "Mon-Fri 08:00-18:00", "CET"),
        ("Sun-Thu 09:00-17:00 London Time", "Sun-Thu 09:00-17:00", "London Time"),
        ("Mon, Wed and Fri 08:00-12:00", "Mon, Wed, Fri 08:00-12:00", None),
        ("Mon-Thu 08:00-18:00, Fri 08:00-15:00 Europe/Berlin", "Mon-Thu 08:00-18:00, Fri 08:00-15:00", "Europe/Berlin"),
        ("Sat, Sun 10:00-24:00", "Sat, Sun 10:00-00:00", None),
        ("08:00-18:00 UTC+1", "08:00-18:00", "UTC+1"),
        ("Mon–Fri 08:00–18:00", "Mon-Fri 08:00-18:00", None),
    ],
)
def test_hours_are_read(text: str, spelt: str, zone: str | None) -> None:
    spans, found = hours.read(text)
    assert (", ".join(map(hours.spell, spans)), found) == (spelt, zone)


@pytest.mark.parametrize(
    "text", ["", "24x7", "office hours", "Mon-Fri", "Mon-Fri 8-18", "Mon-Fri 08:00-25:00", "Mon-Fri 08:00-18:00x", "08:00"]
)
def test_what_are_no_hours_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="write for example"):
        hours.read(text)
