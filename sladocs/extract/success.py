"""The success tests of a pilot: figures that a trial must reach, which nobody promises. They are read as levels are, and are none."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sladocs.extract.en.heads import Column
from sladocs.extract.en.pilot_frames import SAYS_PILOT
from sladocs.extract.en.pilot_tables import CRITERION_HEAD, PROMISED, SUCCEEDS, SUCCESS, SUCCESS_TESTS, TEST_HEAD
from sladocs.extract.entries import LevelEntry
from sladocs.extract.levels import read_table_levels
from sladocs.extract.places import Span
from sladocs.extract.source import Source
from sladocs.extract.tables import Form, Head
from sladocs.model.document import Table, words


def test_tables(source: Source, forms: Sequence[Form]) -> list[Form]:
    """The tables of success tests, their columns named as those of levels."""
    return [_as_levels(form) for form in forms if _holds_tests(source, form)]


def read_tests(form: Form) -> list[LevelEntry]:
    """The success tests of a table."""
    return read_table_levels(form)


def test_passages(source: Source) -> list[Span]:
    """The sentences that state when a pilot is a success, by themselves or by what stands over them."""
    return [
        s.span for s in source.statements if not s.cell and (SUCCEEDS.search(s.text) or _names(source, [s.lead, *reversed(s.headings)]))
    ]


def within(spans: Sequence[Span], entry: LevelEntry, tables: Container[int]) -> bool:
    """Whether an entry stands in one of the passages, or in one of the tables."""
    return entry.span.block in tables or any(s.start <= entry.span.start < s.end for s in spans)


def _holds_tests(source: Source, form: Form) -> bool:
    """Whether a table holds success tests: the nearest words over it that name either these or what is promised say so."""
    block = source.document.blocks[form.index]
    assert isinstance(block, Table)
    if form.has(Column.CREDIT):
        return False
    heads = " | ".join(head.text for head in form.heads)
    return _names(source, [heads, words(block.caption), form.lead, *reversed(source.headings(form.index))])


def _names(source: Source, texts: Sequence[str]) -> bool:
    """Whether the nearest of the texts that speaks of tests or promises speaks of tests."""
    pilot = source.is_pilot or any(SAYS_PILOT.search(text) for text in texts)
    for text in texts:
        if SUCCESS_TESTS.search(text) or (pilot and SUCCESS.search(text)):
            return True
        if PROMISED.search(text):
            return False
    return False


def _as_levels(form: Form) -> Form:
    """The table with its columns named: what is tested, and the value that is needed."""
    return replace(form, heads=tuple(_heads(form)), context=replace(form.context, barred=False, promises=True))


def _heads(form: Form) -> Iterator[Head]:
    measured = form.has(Column.METRIC) and not CRITERION_HEAD.fullmatch(form.heads[form.place(Column.METRIC) or 0].text)
    for place, head in enumerate(form.heads):
        if TEST_HEAD.fullmatch(head.text.strip()) and place == 0:
            yield replace(head, column=Column.LABEL if form.has(Column.METRIC) else Column.METRIC)
        elif CRITERION_HEAD.fullmatch(head.text) and head.column in (Column.METRIC, Column.ATTAINMENT, Column.UNKNOWN):
            yield replace(head, column=Column.TARGET if measured else Column.METRIC)
            measured = True
        else:
            yield head
