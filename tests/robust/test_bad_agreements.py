"""What is wrong in an agreement is told in one sentence with file and line, with exit code 2, and nothing is written."""

from __future__ import annotations

import string
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # runs in `make prove`; the shortest of them stand in tests/cli

GOOD = """\
template: saas-customer
provider: Northwind Ltd
customer: Oakfield plc
services: {Ledger: The ledger}
term: {effective_date: 2027-01-01, initial: 1 year}
"""


def also(line: str) -> str:
    """The good agreement with one more line, which is its sixth."""
    return f"{GOOD}{line}\n"


def level(fields: str) -> str:
    return also(f"levels: [{{{fields}}}]")


def instead(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# name: (content, line where it is told or None, words of the message)
REFUSED: dict[str, tuple[str | bytes, int | None, str]] = {
    # the text is no YAML, or YAML that nobody should send
    "an unclosed list": ("title: [unclosed\n", 2, "a list in [ ] is not complete"),
    "a tab": ("title:\n\t- x\n", 2, "a tab stands where blanks belong"),
    "a NUL": (also("title: a\0b"), None, "binary file"),
    "Latin letters of one byte": ("title: Bör\n".encode("latin-1"), 1, "save the file as UTF-8"),
    "UTF-32": (GOOD.encode("utf-32"), 1, "save the file as UTF-8"),
    "a field that stands twice": (also("customer: X"), 6, "'customer' stands twice"),
    "a tag that would run a program": (also("title: !!python/object/apply:os.system ['echo hi']"), 6, "is not allowed"),
    "a tag for bytes": (also("title: !!binary aGk="), 6, "is not allowed"),
    "a merge key": ("a: &a {x: 1}\n<<: *a\n", 2, "merging with << is not supported"),
    "an alias bomb": (BOMB, 6, "counting what aliases repeat"),
    "an alias to itself": ("a: &a [*a]\n", 1, "nothing above is marked &a"),
    "two documents": (also("---\ntitle: x"), 6, "a second document begins"),
    "a version of YAML that there is not": (f"%YAML 9.9\n---\n{GOOD}", 1, "version 1"),
    "brackets 5,000 deep": ("a: " + "[" * 5000 + "]" * 5000, 1, "nested deeper than 40 levels"),
    "braces 5,000 deep": ("{a: " * 5000 + "}" * 5000, None, "nested deeper than 40 levels"),
    "dashes 5,000 deep": ("- " * 5000 + "x", 1, "nested deeper than 40 levels"),
    "JSON 5,000 deep": ('{"a": ' + "[" * 5000 + "]" * 5000 + "}", None, "nested deeper than 40 levels"),
    "more than 5 MB": ("# x\n" * 1_400_000, None, "longer than 5 MB"),
    # it is YAML, but no agreement
    "nothing": ("", None, "the file is empty"),
    "blanks": ("   \n\n", None, "the file is empty"),
    "a comment": ("# nothing\n", None, "the file is empty"),
    "a word": ("hello\n", 1, "an agreement is a map of fields"),
    "a list": ("- a\n", 1, "an agreement is a map of fields"),
    "no agreement type": ("title: x\n", None, "does not say which agreement type it is"),
    # names that there are not
    "an unknown field": (also("servicez: {}"), 6, "did you mean 'services'?"),
    "a field of digits": ("1: 2\n", 1, "unknown field '1'"),
    "an unknown metric": (level("metric: respons_time, within: 4 hours"), 6, "did you mean 'response_time'?"),
    "an unknown kind": (also("kind: slaa"), 6, "did you mean 'sla'?"),
    "an unknown template": (instead("saas-customer", "saas-custmer"), 1, "Did you mean saas-customer?"),
    "a template outside the library": (instead("saas-customer", "../../../etc"), 1, "There is no template '../../../etc'"),
    "an unknown clause": (also("clauses: {availabilty: balanced}"), 6, "Did you mean availability?"),
    "a clause outside the library": (also("clauses: {../../etc/passwd: balanced}"), 6, "There is no clause '../../etc/passwd'"),
    "an unknown text of a clause that does not stand": (also("clauses: {availability: balancedd}"), 6, "Did you mean balanced?"),
    "an unknown clause left out": (also("clauses: {without: [availabilty]}"), 6, "Did you mean availability?"),
    "a special term instead of nothing": (also("special_terms: [{heading: A, text: B, replaces: no}]"), 6, "replaces the clause 'no'"),
    "an unknown calendar": (also("support_hours: Nix"), 6, "There is no calendar 'Nix'"),
    "an unknown reference": (
        level("metric: availability, label: A, target: 99 %") + "credits: [{level: B, metric: availability, below: 99 %, credit: 5 % of monthly fee}]\n",
        7,
        "There is no level with the reference 'B'",
    ),
    # figures that cannot be
    "101 %": (level("metric: availability, target: '>= 101 %'"), 6, "at most at 100 %"),
    "a negative share": (level("metric: availability, target: '>= -5 %'"), 6, "cannot be"),
    "a negative time": (level("metric: response_time, within: -4 hours"), 6, "lies below zero"),
    "1e999": (level("metric: availability, target: '>= 1e999 %'"), 6, "is no unit"),
    "infinity": (level("metric: availability, target: '>= Infinity %'"), 6, "is no figure with a unit"),
    "not a number": (level("metric: availability, target: '>= NaN %'"), 6, "is no figure with a unit"),
    "a negative credit": (level("metric: availability, target: 99 %, credits: [{below: 99 %, credit: -10 % of monthly fee}]"), 6, "outside the range"),
    "a credit of 1,000 %": (level("metric: availability, target: 99 %, credits: [{below: 99 %, credit: 1000 % of monthly fee}]"), 6, "outside the range"),
    "a band upside down": (level("metric: availability, target: 99 %, credits: [{below: 98 %, from: 99 %, credit: 1 % of monthly fee}]"), 6, "No figure lies in the band"),
    "no term at all": (instead("1 year", "0 years"), 5, "no term can be"),
    "a negative term": (instead("1 year", "-1 years"), 5, "no term can be"),
    "10**9 years": (instead("1 year", "1000000000 years"), 5, "longer than a thousand years"),
    "10**40 years": (instead("1 year", f"1{'0' * 40} years"), 5, "longer than a thousand years"),
    "5,000 digits": (instead("1 year", f"{'1' * 5000} years"), 5, "much too long"),
    "a time without a unit": (instead("1 year", "soon"), 5, "is no length of time"),
    "the 30th of February": (instead("2027-01-01", "2027-02-30"), 5, "write year, month and day as in"),
    "the year 0": (instead("2027-01-01", "0000-01-01"), 5, "is no date"),
    "a date with a clock": (instead("2027-01-01", "2027-01-01T00:00:00Z"), 5, "is no date"),
    "the end before the start": (instead("initial: 1 year", "expiration_date: 2026-01-01"), 5, "before it starts"),
    "25 o'clock": (also("calendars: {H: {hours: 'Mon-Fri 25:00-26:00', zone: Europe/London}}"), 6, "is no clock time"),
    # texts that say nothing, or cannot be printed
    "an empty name": (instead("Northwind Ltd", "''"), 2, "cannot be empty"),
    "a name of blanks": (instead("Northwind Ltd", "'   '"), 2, "cannot be empty"),
    "no name": (instead("Northwind Ltd", "~"), None, "The agreement names no provider"),
    "a name that nobody sees": (instead("Oakfield plc", '"\\u200b"'), None, "The agreement names no customer"),
    "a name that colours the terminal": (instead("Oakfield plc", '"a\\x1b[31mred"'), 3, "control character U+001B"),
    "a bell": (also('title: "a\\x07"'), 6, "control character U+0007"),
    "half of a surrogate pair": (also('title: "\\ud800"'), 6, "half of a surrogate pair"),
    "a blank to be filled": (also("title: SLA for [Customer]"), 6, "was left open"),
    "a title of 1 MB": (also("title: " + "x" * 1_000_000), 6, "was left open"),
    # values of another kind
    "a map as title": (also("title: {a: b}"), 6, "write text here, not a map"),
    "a word as levels": (also("levels: many"), 6, "write a list"),
    "a map as levels": (also("levels: {metric: availability}"), 6, "write a list"),
    "nothing as a level": (also("levels: [~]"), 6, "write a map with fields such as metric"),
    "a list as a level": (also("levels: [[[]]]"), 6, "write a map with fields such as metric"),
    "a word as term": (instead("{effective_date: 2027-01-01, initial: 1 year}", "for ever"), 5, "is no length of time"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence(name: str, run: Callable, tmp_path: Path) -> None:
    content, line, words = REFUSED[name]
    (tmp_path / "a.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("generate", "a.yaml", "-o", "a.docx", "-o", "a.md")
    assert (done.code, done.out, done.written) == (2, "", ())
    assert words in done.said
    assert ("a.yaml" if line is None else f"a.yaml, line {line}") in done.said
    assert set(done.said) <= set(string.printable) | set("é…ö–’“”😀"), "nothing that a terminal obeys"
    assert len(done.said) < 3000


def test_the_same_is_said_twice(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"{REFUSED['an unknown clause'][0]}support_hours: Nix\nservicez: x\n")
    assert run("generate", "a.yaml", "-o", "a.docx") == run("generate", "a.yaml", "-o", "a.docx")


FINE: dict[str, str | bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "UTF-16": GOOD.encode("utf-16"),
    "line ends of Windows": GOOD.replace("\n", "\r\n"),
    "line ends of old Macs": GOOD.replace("\n", "\r"),
    "right to left, accents that combine, emoji": instead("Oakfield plc", "שלום عليكم e\u0301\u0302 \U0001f469\u200d\U0001f4bb 株式会社"),
    "a surrogate pair": also('title: "\\ud83d\\ude00"'),
    "marks of every format": instead("Oakfield plc", "'Smith & Co <x> {{ y }} [[z]] # w \\| v'"),
    "calls of a template engine": instead("Oakfield plc", "'{{ 7*7 }} {% for x in range(9999999) %}x{% endfor %} {{ self.__init__.__globals__ }}'"),
    "Markdown and HTML": instead("Oakfield plc", "'# a | b **c** <script>alert(1)</script>'"),
    "texts of several lines": instead("{Ledger: The ledger}", "\n  Ledger: |\n    Line one.\n\n    Line two.\n"),
    "a name of several lines": instead("Oakfield plc", '"a\\nb\\tc\\rd"'),
    "a title of nothing": also("title: ''"),
    "a figure of 24 digits": level("metric: availability, target: '>= 99.9999999999999999999999 %'"),
    "a night shift": also("calendars: {H: {hours: 'Mon-Fri 22:00-06:00', zone: Europe/London}}"),
    "a title that is a number": also("title: 123"),
    "a title that is a truth": also("title: yes"),
}  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_what_only_looks_bad_is_written_and_read_back(name: str, run: Callable, tmp_path: Path) -> None:
    content = FINE[name]
    (tmp_path / "a.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("generate", "a.yaml", "-o", "a.docx", "-o", "a.md", "-o", "a.txt")
    assert done.code == 0, done.said
    assert done.said.count("read back: the same agreement") == 3, done.said
    assert set(done.written) == {"a.docx", "a.md", "a.txt", "a.lock.yaml"}


@pytest.mark.parametrize("command", ["check", "summary", "convert", "diff"])
@pytest.mark.parametrize("name", ["an alias bomb", "brackets 5,000 deep", "a bell", "nothing", "UTF-32", "JSON 5,000 deep"])
def test_every_command_refuses_alike(command: str, name: str, run: Callable, tmp_path: Path) -> None:
    content, _, words = REFUSED[name]
    (tmp_path / "a.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    more = {"convert": ("-o", "b.json"), "diff": ("a.yaml",)}.get(command, ())
    done = run(command, "a.yaml", *more)
    assert (done.code, done.out, done.written) == (2, "", ())
    assert words in done.said


def test_check_says_by_its_exit_code_what_it_found(run: Callable, tmp_path: Path) -> None:
    for name, content in {"good": GOOD, "bad": level("metric: availability, target: '>= 101 %'"), "none": "x: ["}.items():
        (tmp_path / f"{name}.yaml").write_text(f"{content}\n")
    assert (run("check", "good.yaml").code, run("check", "bad.yaml").code, run("check", "none.yaml").code) == (0, 1, 2)
    done = run("check", "none.yaml", "bad.yaml", "missing.yaml", "good.yaml")
    assert done.code == 2
    assert "at most at 100 %" in done.out
    assert "none.yaml, line 2" in done.said
    assert "There is no file missing.yaml" in done.said
