"""Either side of a Word file's tracked changes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner

from sladocs.cli.main import main
from sladocs.model.document import Document, Heading, ListItem, Paragraph, Table, block_text
from sladocs.read import How, read

_spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
assert _spec is not None
assert _spec.loader is not None
w = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(w)

INSERTED = '<w:ins w:id="1" w:author="A" w:date="2026-05-01T00:00:00Z"/>'
DELETED = '<w:del w:id="2" w:author="A" w:date="2026-05-01T00:00:00Z"/>'


def ins(text: str) -> str:
    return f'<w:ins w:id="1">{w.r(text)}</w:ins>'


def gone(text: str) -> str:
    return f'<w:del w:id="2"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>" + w.p("after")


def row(*cells: str, marks: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(w.cell(w.p(text)) for text in cells)}</w:tr>"


def lines(document: Document) -> list[str]:
    return [block_text(block) for block in document.blocks if isinstance(block, (Heading, Paragraph, ListItem, Table))]


CASES = {
    "a figure": (w.p(w.r("within ") + gone("8 hours") + ins("30 minutes")), ["within 30 minutes"], ["within 8 hours"]),
    "moved words": (
        w.p(f'{w.r("a ")}<w:moveFrom w:id="1">{w.r("b ")}</w:moveFrom>{w.r("c ")}<w:moveTo w:id="2">{w.r("b")}</w:moveTo>'),
        ["a c b"],
        ["a b c"],
    ),
    "a paragraph inserted": (
        w.p("one") + w.p(ins("two"), f"<w:rPr>{INSERTED}</w:rPr>") + w.p("three"),
        ["one", "two", "three"],
        ["one", "three"],
    ),
    "a paragraph deleted": (
        w.p("one") + w.p(gone("two"), f"<w:rPr>{DELETED}</w:rPr>") + w.p("three"),
        ["one", "three"],
        ["one", "two", "three"],
    ),
    "a paragraph parted": (w.p(w.r("one "), f"<w:rPr>{INSERTED}</w:rPr>") + w.p("two"), ["one", "two"], ["one two"]),
    "a row inserted": (
        table(row("P1", "1 h"), row(ins("P2"), ins("2 h"), marks=INSERTED)),
        ["P1\t1 h\nP2\t2 h", "after"],
        ["P1\t1 h", "after"],
    ),
    "a row deleted": (
        table(row("P1", "1 h"), row(gone("P2"), gone("2 h"), marks=DELETED)),
        ["P1\t1 h", "after"],
        ["P1\t1 h\nP2\t2 h", "after"],
    ),
    "words hidden by a change": (
        w.p(w.r("seen") + w.r(" once", '<w:vanish/><w:rPrChange w:id="3" w:author="A"><w:rPr/></w:rPrChange>')),
        ["seen"],
        ["seen once"],
    ),
    "an insertion within a deletion's neighbour": (
        w.p(f'<w:ins w:id="1">{w.r("new ")}<w:del w:id="2"><w:r><w:delText>never</w:delText></w:r></w:del></w:ins>{w.r("kept")}'),
        ["new kept"],
        ["kept"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_either_side(case: str) -> None:
    body, proposed, original = CASES[case]
    data = w.word_file(body)
    assert lines(read(data)) == proposed
    before = read(data, how=How(original=True))
    assert lines(before) == original
    assert int(before.meta["undone_changes"]) > 0


def test_a_file_without_changes_has_but_one_side() -> None:
    data = w.word_file(w.p("within 4 hours"))
    assert read(data, how=How(original=True)) == read(data)


def test_changes_in_notes_are_undone() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{w.p(w.r("at least ") + gone("99 %") + ins("95 %"))}</w:footnote>'
    data = w.word_file(w.p(w.r("Uptime") + reference), footnotes=note)
    assert lines(read(data))[-1] == "1 at least 95 %"
    assert lines(read(data, how=How(original=True)))[-1] == "1 at least 99 %"


@pytest.mark.parametrize(("option", "said"), [("--as-proposed", "30 minutes"), ("--as-original", "8 hours"), ("--careful", "30 minutes")])
def test_the_command_reads_either_side(tmp_path: Path, option: str, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(w.word_file(w.p(w.r("Response time: within ") + gone("8 hours") + ins("30 minutes") + w.r("."))))
    result = CliRunner().invoke(main, ["extract", str(path), "--format", "text", option])
    assert result.exit_code == 0, result.output
    assert result.stdout == f"Response time: within {said}.\n"
    found = CliRunner().invoke(main, ["extract", str(path), "--format", "json", option])
    assert "tracked changes" in found.stdout
