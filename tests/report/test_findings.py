"""Findings as a table and as JSON: sorted by place, aligned, safe for a terminal."""

import json

from sladocs.model.finding import Finding, Place, Severity
from sladocs.report import columns, findings

LIST = [
    Finding(code="L08", severity=Severity.ERROR, message="Second.", place=Place(path="service_levels/10"), remedy="Mend it."),
    Finding(code="L01", severity=Severity.INFO, message="First.", place=Place(path="service_levels/9/value")),
    Finding(code="L32", severity=Severity.WARNING, message="By line.", place=Place(file="a.yaml", line=3, path="title")),
    Finding(code="L32", severity=Severity.WARNING, message="Earlier line.", place=Place(file="a.yaml", line=2, path="version")),
]


def test_they_are_sorted_by_place_and_numbers_count_as_numbers() -> None:
    assert [f.message for f in findings.ordered(LIST)] == ["First.", "Second.", "Earlier line.", "By line."]


def test_the_table_is_aligned_and_has_no_blanks_at_its_ends() -> None:
    lines = findings.table(LIST).splitlines()
    assert lines[0].split() == ["Place", "Severity", "Code", "Finding"]
    assert lines[3] == "service_levels/10        error     L08   Second. Mend it."
    assert all(line == line.rstrip() for line in lines)
    assert findings.table([]) == "No findings."


def test_long_messages_wrap_within_the_width() -> None:
    long = Finding(code="L01", severity=Severity.ERROR, message="word " * 60, place=Place(path="x/" * 30))
    assert max(map(len, findings.table([long], width=80).splitlines())) <= 80


def test_escape_sequences_of_a_document_do_not_reach_the_terminal() -> None:
    evil = Finding(code="L32", severity=Severity.ERROR, message="\x1b[31mred\x07 \u202eback", place=Place(quote="x"))
    assert "\x1b" not in findings.table([evil])
    assert "\x07" not in findings.table([evil], colour=True)
    assert "\x1b[31mred" not in findings.table([evil], colour=True)


def test_a_terminal_gets_colours() -> None:
    coloured = findings.table(LIST, colour=True)
    assert "\x1b[" in coloured
    assert "Second. Mend it." in coloured


def test_json_is_a_list_of_plain_objects() -> None:
    first = json.loads(findings.json(LIST))[0]
    assert first == {"code": "L01", "severity": "info", "message": "First.", "place": {"path": "service_levels/9/value"}}
    assert json.loads(findings.json([])) == []


def test_wide_signs_take_two_places_and_figures_stay_with_their_percent_sign() -> None:
    assert columns.width_of("日本e\u0301") == 5
    assert columns.wrap("at least 99.9 % each", 13) == ["at least", "99.9 % each"]
    assert columns.wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert columns.table(("A", "B"), [("1", "")]) == "A\n-\n1"
