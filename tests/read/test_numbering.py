"""Automatic numbers, as Word prints them."""

import importlib.util
from pathlib import Path

import pytest

from sladocs.model.document import Heading, ListItem, Paragraph
from sladocs.read import read
from sladocs.read.docx.numbering import spell

_spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
assert _spec is not None
assert _spec.loader is not None
w = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(w)


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>', more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{more}{nums}'


def labels(paragraphs: str, definition: str, styles: str = "") -> list[str]:
    blocks = read(w.word_file(paragraphs, numbering=definition, styles=styles)).blocks
    return [block.label for block in blocks if isinstance(block, (Heading, Paragraph, ListItem))]


CLAUSES = (
    w.lvl(0, "decimal", "%1"),
    w.lvl(1, "decimal", "%1.%2"),
    w.lvl(2, "lowerLetter", "(%3)"),
    w.lvl(3, "lowerRoman", "(%4)"),
    w.lvl(4, "upperLetter", "(%5)"),
)


def paragraphs(*levels: int, number: int = 1) -> str:
    return "".join(w.p("x", w.listed(level, number)) for level in levels)


def test_levels_count_and_restart() -> None:
    assert labels(paragraphs(0, 1, 1, 2, 2, 3, 4, 1, 2, 0, 1), numbering(*CLAUSES)) == [
        "1",
        "1.1",
        "1.2",
        "(a)",
        "(b)",
        "(i)",
        "(A)",
        "1.3",
        "(a)",
        "2",
        "2.1",
    ]


def test_kinds_and_levels_of_blocks() -> None:
    blocks = read(w.word_file(paragraphs(0, 1, 2, 3, 4), numbering=numbering(*CLAUSES))).blocks
    assert [(block.type, getattr(block, "level", None)) for block in blocks] == [
        ("paragraph", None), ("paragraph", None), ("item", 1), ("item", 2), ("item", 3),
    ]  # fmt: skip


def test_a_simple_list_is_items() -> None:
    definition = numbering(w.lvl(0, "decimal", "%1."), w.lvl(1, "lowerLetter", "%2."))
    blocks = read(w.word_file(paragraphs(0, 1, 0), numbering=definition)).blocks
    assert [(block.type, block.label) for block in blocks] == [("item", "1."), ("item", "a."), ("item", "2.")]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (w.lvl(0, "upperRoman", "ARTICLE %1"), ["ARTICLE I", "ARTICLE II"]),
        (w.lvl(0, "ordinal", "%1"), ["1st", "2nd"]),
        (w.lvl(0, "cardinalText", "Part %1"), ["Part One", "Part Two"]),
        (w.lvl(0, "ordinalText", "%1"), ["First", "Second"]),
        (w.lvl(0, "decimalZero", "%1"), ["01", "02"]),
        (w.lvl(0, "decimalEnclosedCircle", "%1"), ["1", "2"]),
        (w.lvl(0, "bullet", "\uf0b7"), ["•", "•"]),
        (w.lvl(0, "bullet", "o"), ["•", "•"]),
        (w.lvl(0, "bullet", "–"), ["–", "–"]),
        (w.lvl(0, "none", ""), ["", ""]),
        (w.lvl(0, "none", "Note"), ["Note", "Note"]),
        ('<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>', ["4.", "5."]),
    ],
)  # fmt: skip
def test_forms(level: str, expected: list[str]) -> None:
    assert labels(paragraphs(0, 0), numbering(level)) == expected


def test_legal_numbers_and_levels_that_never_restart() -> None:
    legal = numbering(w.lvl(0, "upperRoman", "Article %1"), w.lvl(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert labels(paragraphs(0, 0, 1), legal) == ["Article I", "Article II", "2.1"]
    through = numbering(w.lvl(0, "decimal", "%1"), w.lvl(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    assert labels(paragraphs(0, 1, 0, 1), through) == ["1", "1", "2", "2"]


def test_two_lists_of_one_definition_share_their_count_unless_started_anew() -> None:
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/>{more}</w:num>' for n, more in (
        (1, ""), (2, ""), (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        (4, f'<w:lvlOverride w:ilvl="0">{w.lvl(0, "upperLetter", "%1)")}</w:lvlOverride>'),
    ))  # fmt: skip
    body = paragraphs(0, number=1) + paragraphs(0, number=2) + paragraphs(0, 0, number=3) + paragraphs(0, number=4)
    assert labels(body, numbering(w.lvl(0, "decimal", "%1."), nums=nums)) == ["1.", "2.", "1.", "2.", "C)"]


def test_numbers_by_style_and_its_base_and_switched_off() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:name w:val="heading 2"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:name w:val="Plain"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    levels = (w.lvl(0, "decimal", "%1", '<w:pStyle w:val="H1"/>'), w.lvl(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'))
    body = "".join(w.p("x", f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "Off", "H2"))
    assert labels(body, numbering(*levels), styles) == ["1", "1.1", "", "1.2"]


def test_a_list_by_a_style_of_lists() -> None:
    more = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
    linked = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Legal"/>{w.lvl(0, "decimal", "§ %1")}</w:abstractNum>{more}'
    assert labels(paragraphs(0, number=7), f'{linked}<w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>') == ["§ 1"]


def test_a_typed_label_is_parted_and_an_unknown_list_gives_none() -> None:
    body = (
        w.p("<w:r><w:t>4.2</w:t><w:tab/><w:t>Fees are due.</w:t></w:r>")
        + w.p("(b) each month")
        + w.p("99.9 % of time")
        + paragraphs(0, number=9)
    )
    assert labels(body, numbering(w.lvl(0, "decimal", "%1"))) == ["4.2", "(b)", "", ""]


@pytest.mark.parametrize(("count", "form", "expected"), [(28, "lowerLetter", "bb"), (49, "upperRoman", "XLIX"), (0, "lowerRoman", "0"), (11, "ordinal", "11th"),
                                                        (42, "cardinalText", "Forty-two"), (20, "ordinalText", "Twentieth"), (33, "ordinalText", "Thirty-third")])  # fmt: skip
def test_spelling(count: int, form: str, expected: str) -> None:
    assert spell(count, form) == expected
