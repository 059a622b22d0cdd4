"""The figures as a table."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from sladocs.codec import csv_form, yaml_form
from sladocs.model.agreement import Agreement, EscalationStep, ServiceLevel
from sladocs.model.finding import Evidence, Extraction

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_an_entry() -> None:
    agreement = yaml_form.load(LEDGER).agreement
    found = rows(csv_form.dump(agreement, "ledger.yaml"))
    counts = {kind: sum(row["entry"] == kind for row in found) for kind in ("level", "credit", "escalation", "term")}
    assert counts == {"level": 11, "credit": 2, "escalation": 2, "term": 17}
    assert {row["document"] for row in found} == {"ledger.yaml"}
    availability = next(row for row in found if row["metric"] == "availability" and row["entry"] == "level")
    assert (availability["label"], availability["comparator"], availability["value"], availability["unit"]) == (
        "SL-1",
        ">=",
        "99.9",
        "percent",
    )
    credit = next(row for row in found if row["entry"] == "credit")
    assert (credit["label"], credit["lower"], credit["upper"], credit["upper_included"]) == ("SL-1", "99.0", "99.9", "false")
    cap = next(row for row in found if row["term"] == "credit_cap")
    assert (cap["value"], cap["unit"], cap["basis"]) == ("30", "percent", "monthly_fee")
    assert next(row for row in found if row["term"] == "initial_term")["text"] == "P3Y"


def test_sources_stand_beside_their_entries() -> None:
    level = ServiceLevel(metric="availability", comparator=">=", value=Decimal("99.90"), unit="percent")
    evidence = {"service_levels/0": Evidence(quote="99.90 %", section="4.1 Availability", page=3, confidence=0.9)}
    (row,) = rows(csv_form.dump(Extraction(agreement=Agreement(service_levels=(level,)), evidence=evidence)))
    assert (row["value"], row["quote"], row["section"], row["page"], row["confidence"]) == (
        "99.90",
        "99.90 %",
        "4.1 Availability",
        "3",
        "0.9",
    )


@pytest.mark.parametrize("role", ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "=1", "\u00a0=1"])
def test_no_text_becomes_a_formula(role: str) -> None:
    step = EscalationStep(level=1, role=role)
    (row,) = rows(csv_form.dump(Agreement(escalation=(step,))))
    assert row["role"].lstrip("'") == step.role
    assert not row["role"].startswith(("=", "+", "-", "@"))


def test_figures_and_signs_stay() -> None:
    level = ServiceLevel(metric="other", comparator="=", value=Decimal("-5.50"), unit="percent")
    (row,) = rows(csv_form.dump(Agreement(service_levels=(level,))))
    assert (row["comparator"], row["value"]) == ("=", "-5.50")


def test_rows_of_several_documents_share_one_header() -> None:
    agreement = Agreement(title='A, "B"\nC')
    text = csv_form.dump(agreement, "1") + csv_form.dump(agreement, "2", header=False)
    assert [(row["document"], row["text"]) for row in rows(text)] == [("1", 'A, "B"\nC'), ("2", 'A, "B"\nC')]
