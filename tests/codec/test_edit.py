"""Changing single values in a person's file."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sladocs.codec import parsing, tree, yaml_form
from sladocs.codec.problems import CodecError
from sladocs.model.quantity import Duration, Quantity

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")
PLAIN = tree.plain(parsing.read(LEDGER, "ledger.yaml"))
VALUES: list[Any] = ["new value", "a: b # c", "no", {"x": "y, z", "q": ["1", "{"]}, ["l"], None]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, child in children:
        yield (*path, part)
        yield from paths(child, (*path, part))


def changed(path: tuple[str | int, ...], value: Any) -> Any:
    result = copy.deepcopy(PLAIN)
    parent = result
    for part in path[:-1]:
        parent = parent[part]
    if value is None:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return result


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_one_value_changes_and_nothing_else(value: Any) -> None:
    for path in paths(PLAIN):
        new = yaml_form.update(LEDGER, {"/".join(map(str, path)): value})
        assert tree.plain(parsing.read(new, "new.yaml")) == changed(path, value), path
        assert new.startswith("# The agreement that the tests")
        assert "# the law of the master agreement" in new


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("levels/0/target", ">= 99.95 %", '    target: ">= 99.95 %"       # the headline figure'),
        ("governing_law", "Scotland", "governing_law: Scotland"),
        ("position", "provider", "position: provider            # provider | customer"),
        ("pilot", Duration(value=Decimal(3), unit="month"), "pilot: 3 months"),
        ("pilot/period", "3 months", "pilot: {period: 3 months}"),
        ("levels/3", {"metric": "mttr", "within": "3 hours"}, "  - {metric: mttr, within: 3 hours}"),
        ("levels/0/credits/2/credit", "50 %", "      - {credit: 50 %}"),
        ("version_date", dt.date(2027, 1, 31), "version_date: 2027-01-31"),
        (
            "levels/2/within",
            Quantity(value=Decimal("2.50"), unit="business_hour"),
            "  - {metric: recovery_time, within: 2.50 business hours}",
        ),
        ("calendars/Round the clock", "Mon-Fri 08:00-18:00", '  Round the clock: "Mon-Fri 08:00-18:00"'),
    ],
)
def test_a_change_touches_one_line(path: str, value: Any, line: str) -> None:
    new = yaml_form.update(LEDGER, {path: value}).split("\n")
    old = LEDGER.split("\n")
    assert [text for text in new if text not in old] == [line]
    assert len([text for text in old if text not in new]) <= 1


def test_removing_a_line_leaves_the_others() -> None:
    new = yaml_form.update(LEDGER, {"governing_law": None, "not/there": None})
    assert new == LEDGER.replace("governing_law: England and Wales\n", "")


@pytest.mark.parametrize(
    ("text", "path", "value", "new"),
    [
        ("title: a", "customer", "b", "title: a\ncustomer: b\n"),
        ("title: a\r\nform:\r\n", "customer", "b", "title: a\r\nform:\r\ncustomer: b\r\n"),
        ("title:\ncustomer: b\n", "title", "a", "title: a\ncustomer: b\n"),
        ("title: |\n  a\n  b\ncustomer: b\n", "title", "c", "title: c\ncustomer: b\n"),
        ("levels: []\n", "levels/0", {"metric": "mttr"}, "levels: [{metric: mttr}]\n"),
        ("services:\n", "services/A", "x", "services: {A: x}\n"),
        ("{}", "title", "a", "{title: a}"),
        (
            "services:\n  # one\n  A: x  # two\n\nterm: 1 year\n",
            "services/B",
            "z",
            "services:\n  # one\n  A: x  # two\n  B: z\n\nterm: 1 year\n",
        ),
    ],
)
def test_small_files(text: str, path: str, value: Any, new: str) -> None:
    assert yaml_form.update(text, {path: value}) == new


@pytest.mark.parametrize("path", ["title/x", "levels/name", "provider/name/0"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(CodecError, match="has no part"):
        yaml_form.update(LEDGER, {path: "x"})


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        yaml_form.update(LEDGER, {"levels/0/target": 99.9})
