"""Figures in phrases: a table of our own that is read whole, one by somebody who had not seen the rules, and texts meant to hang a reader."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from sladocs.extract.blanks import find_blanks
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic, find_window
from sladocs.extract.mentions import GATE, find_metrics, find_priorities, find_shares, is_priority, read_mentions
from sladocs.extract.pipeline import language

_SPEC = importlib.util.spec_from_file_location("phrases", Path(__file__).parents[3] / "benchmarks" / "phrases.py")
assert _SPEC is not None
assert _SPEC.loader is not None
phrases = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(phrases)

OWN = list(phrases.cases(Path(__file__).parent / "own.tsv"))


@pytest.mark.parametrize(("phrase", "expected"), OWN, ids=[phrase for phrase, _ in OWN])
def test_own_phrase(phrase: str, expected: object) -> None:
    assert phrases.read(phrase) == expected


def test_phrases_of_somebody_else() -> None:
    hit, expected, found, misses = phrases.measure(Path(__file__).parent / "independent.tsv")
    assert phrases.f1(hit, expected, found) >= 0.98, "\n".join(misses)


PRIORITIES = [
    ("P1", ["P1"]),
    ("S1", ["S1"]),
    ("Sev A", ["Sev A"]),
    ("Sev-1 incidents", ["Sev-1"]),
    ("Severity Level 1", ["Severity Level 1"]),
    ("Priority One", ["Priority One"]),
    ("P1 - Critical", ["P1 - Critical"]),
    ("Severity 1 (Critical)", ["Severity 1 (Critical)"]),
    ("a Blocker issue", ["Blocker"]),
    ("Class 2", ["Class 2"]),
    ("Code red", ["Code red"]),
    ("Category A", ["Category A"]),
    ("a Tier 1 issue", ["Tier 1"]),
    ("Urgent requests", ["Urgent"]),
    ("critical incidents", ["critical"]),
    ("Level 1 (Critical)", ["Level 1 (Critical)"]),
    ("Very urgent tickets", ["Very urgent"]),
    ("non-critical faults", ["non-critical"]),
    ("Mission-critical failures", ["Mission-critical"]),
    ("Show-stopper defects", ["Show-stopper"]),
    ("Fault Level 2", ["Fault Level 2"]),
    ("emergency repairs", ["emergency"]),
    ("routine work orders", ["routine"]),
    ("Severity 1 and 2 incidents", ["Severity 1", "Severity 2"]),
    ("Priorities 1, 2 and 3", ["Priorities 1", "Priorities 2", "Priorities 3"]),
    ("Severity 1 to 3", ["Severity 1", "Severity 2", "Severity 3"]),
    ("Severity 1 and 2 hours", ["Severity 1"]),
    ("Severity 2 - 4 hours", ["Severity 2"]),
    ("gives priority a boost", []),
    ("tier 1 support", []),
    ("a high standard of service", []),
    ("the level 2 desk", []),
]


@pytest.mark.parametrize(("text", "labels"), PRIORITIES)
def test_priorities(text: str, labels: list[str]) -> None:
    assert [p.label for p in find_priorities(text)] == labels


@pytest.mark.parametrize(
    "text", ["P1", "Severity 1 (Critical)", "Blocker", "High", "Priority One", "Sev B", "Code red", "2", "Very urgent"]
)
def test_cell_that_is_a_priority(text: str) -> None:
    assert is_priority(text)


@pytest.mark.parametrize("text", ["Response time", "4 hours", "Critical path of the project", "Help desk"])
def test_cell_that_is_no_priority(text: str) -> None:
    assert not is_priority(text)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("in any calendar month", "month"),
        ("monthly", "month"),
        ("per quarter", "quarter"),
        ("rolling 30 days", "month"),
        ("over any rolling thirty (30) day period", "month"),
        ("trailing twelve months", "year"),
        ("a 12-month rolling period", "year"),
        ("any 90-day period", "quarter"),
        ("during the 30-day period", "month"),
        ("rolling 7 days", "week"),
        ("annually", "year"),
        ("per annum", "year"),
        ("each billing cycle", "month"),
        ("in each Service Month", "month"),
        ("99.9% / month", "month"),
        ("each day", "day"),
        ("within 30 days", None),
        ("at any time of day", None),
        ("two months' notice", None),
    ],
)
def test_window(text: str, window: str | None) -> None:
    assert find_window(text) == window


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("on average", "mean"),
        ("the mean latency", "mean"),
        ("averaged over the month", "mean"),
        ("median", "median"),
        ("95th percentile", "p95"),
        ("ninety-fifth (95th) percentile", "p95"),
        ("p99", "p99"),
        ("percentile 99", "p99"),
        ("mean time to repair", None),
        ("95 % of pages", None),
    ],
)
def test_statistic(text: str, statistic: str | None) -> None:
    assert find_statistic(text) == statistic


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("within [***] hours", [("[***] hours", "hour")]),
        ("____ hours", [("____ hours", "hour")]),
        ("uptime of ______%", [("______%", "percent")]),
        ("TBD", [("TBD", None)]),
        ("t.b.d. business days", [("t.b.d. business days", "business_day")]),
        ("XX hours", [("XX hours", "hour")]),
        ("xx.x % availability", [("xx.x %", "percent")]),
        ("<insert response time>", [("<insert response time>", None)]),
        ("[insert number] days", [("[insert number] days", "day")]),
        ("[●] minutes", [("[●] minutes", "minute")]),
        ("to be agreed", [("to be agreed", None)]),
        ("?? hours", [("?? hours", "hour")]),
        ("[see clause 4]", []),
        ("4 hours", []),
        ("x", []),
        ("snake_case_name", []),
        ("a [link](x)", []),
    ],
)
def test_blank(text: str, blanks: list[tuple[str, str | None]]) -> None:
    assert [(text[b.start : b.end], b.unit) for b in find_blanks(text)] == blanks


def test_spans_stand_on_the_doc() -> None:
    doc = language()("Severity 1 (Critical): 95% of incidents resolved within four(4) hours, [***] hours else")
    assert [s.text for s in doc.spans["quantities"]] == ["four(4) hours"]
    assert [(s.text, s.label_) for s in doc.spans["priorities"]] == [("Severity 1 (Critical)", "Severity 1 (Critical)")]
    assert [s.text for s in doc.spans["shares"]] == ["95%"]
    assert [s.label_ for s in doc.spans["blanks"]] == ["hour"]
    assert [s.label_ for s in doc.spans["metrics"]] == ["resolution_time"]


@pytest.mark.parametrize("text", ["4hrs", "  98.3%of\t pages  ", "24x7x4", "four(4)", ">=99.9%", "15min\n\nor  2h", ""])
def test_tokens_keep_the_text(text: str) -> None:
    assert language().make_doc(text).text == text


LONGEST = 16_000


@pytest.mark.parametrize(
    "unit",
    [
        "(a)",
        "1",
        "1.",
        "1,",
        "(1)",
        "(",
        "1 ",
        "4 hours ",
        "99% ",
        "Severity 1 ",
        "high/",
        "one-",
        "1-",
        "$1 ",
        "_",
        "[*]",
        "<insert ",
        "1h",
        "½",
        " ",
        "[[",
        "24x7x",
        "'1",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    """Four times the text takes about four times as long: never sixteen times, whatever is repeated."""

    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        for find in (find_quantities, find_priorities, find_metrics, find_shares, find_blanks, find_window, find_statistic, GATE.search):
            find(text)
        return time.process_time() - start

    short = seconds(LONGEST // 4)
    assert seconds(LONGEST) < max(9 * short, 0.5)


def test_mentions_of_a_sentence() -> None:
    read = read_mentions("Priority 1 incidents are resolved within 4 hours in at least 95 % of cases each calendar month.")
    assert [str(q.quantity) for q in read.quantities] == ["4 hours"]
    assert [s.value for s in read.shares] == [95]
    assert [p.label for p in read.priorities] == ["Priority 1"]
    assert read.window == "month"
