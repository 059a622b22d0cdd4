"""Law 3 for PDF: what is written is read back by the file's structure, to the word, with its levels, lists, spans and header rows.

What a PDF cannot hold is left out of what is compared, and said here: characters that none of our fonts has (the writer refuses them, see
tests/render_pdf), zero-width characters and soft
hyphens, ligatures as characters of their own (readers of PDF part them), combining marks that no single character stands for, words from
right to left among others (pdfium puts them in an order of its own), and levels of headings that leave one out (PDF/UA-1 allows none: a
heading is one level below the heading above it), and a blank between a hyphen and a word (pdfium drops it at the end of a line).
"""

import importlib.util
import re
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category, normalize

import pypdfium2
import pytest
from hypothesis import assume, given, settings

from sladocs.model.document import Block, Document, Figure, Heading, ListItem, Paragraph, Run, Table, clean, line, normal, words
from sladocs.read import read
from sladocs.read.pdf.tagged import tagged_blocks
from sladocs.render import pdf
from sladocs.render.fonts import FAMILIES, characters

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)

KNOWN = frozenset.union(*(characters(name) for name in FAMILIES))
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
ZERO_WIDTH = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\ufeff"
BLANKS = " \t\n\r\u2028\u0085"
RIGHT_TO_LEFT = ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "PDF", "PDI", "FSI")


def carried(text: str) -> str:
    """The text as far as a PDF with our fonts can hold it."""
    return "".join(LIGATURES.get(c, c) for c in normalize("NFC", text) if c in BLANKS or (ord(c) in KNOWN and _is_held(c)))


def _is_held(character: str) -> bool:
    return (
        character not in ZERO_WIDTH
        and bidirectional(character) not in RIGHT_TO_LEFT
        and category(character) not in ("Mn", "Mc", "Me", "Cf")
    )


def holdable(document: Document) -> Document:
    """The document with its texts as far as a PDF can hold them."""

    def change(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: change_text(key, inner) for key, inner in value.items()}
        return [change(inner) for inner in value] if isinstance(value, (list, tuple)) else value

    def change_text(key: str, value: Any) -> Any:
        return carried(value) if key in ("text", "label", "alternative") else change(value)

    return Document.model_validate(change(document.model_dump()))


def levelled(found: tuple[tuple[object, ...], ...]) -> list[tuple[object, ...]]:
    """Headings at the level that PDF/UA-1 allows: that of how many headings stand above them."""
    above: list[int] = []
    out = []
    for block in found:
        if block[0] == "heading":
            level = block[1]
            assert isinstance(level, int)
            above = [other for other in above if other < level]
            above.append(level)
            out.append(("heading", len(above), *block[2:]))
        else:
            out.append(block)
    return out


def joined(value: Any) -> Any:
    """What was read, or meant, without the blanks behind hyphens."""
    if isinstance(value, str):
        return re.sub(r"(?<=\w)- (?=\w)", "-", value)
    return [joined(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def read_back(data: bytes) -> Document:
    return read(data, name="a.pdf")


def by_structure(data: bytes) -> Document:
    """What the structure alone says, also where words of hundreds of letters let the reader doubt it."""
    blocks = tagged_blocks(pypdfium2.PdfDocument(data))
    assert blocks is not None
    return Document(body=tuple(blocks))


few = settings(max_examples=max(20, settings().max_examples // 4))


@few
@given(strategies.documents(spans=True))
def test_pdf_reads_back(document: Document) -> None:
    document = holdable(document)
    assume(normal(document))
    assert joined(normal(read_back(pdf.render(document)))) == joined(levelled(normal(document)))


def labels(document: Document) -> list[tuple[str, str]]:
    return [(block.label, clean(words(block.content))) for block in document.blocks if isinstance(block, (Heading, Paragraph, ListItem))]


@few
@given(strategies.documents(content=strategies.plain_texts, typed=False))
def test_labels_are_a_field_again(document: Document) -> None:
    document = holdable(document)
    assume(normal(document))
    assert labels(read_back(pdf.render(document))) == labels(document)


def test_each_hostile_text_stands_in_each_place() -> None:
    blocks: list[Block] = [Paragraph(content=line("Words"))]
    for number, hostile in enumerate(strategies.HOSTILE):
        content = line(Run(text=hostile, bold=number % 2 == 0))
        cell = strategies.Cell(lines=(content, content))
        blocks += [
            Paragraph(content=content),
            Heading(level=1, label="1", content=content),
            Paragraph(content=content),
            ListItem(level=1, label="•", content=content),
            ListItem(level=3, label="(A)", content=content),
            Table(headers=1, caption=content, rows=((cell, cell), (cell, cell))),
            Figure(alternative=hostile, caption=content),
        ]
    document = holdable(Document(body=tuple(blocks)))
    assert joined(normal(by_structure(pdf.render(document)))) == joined(levelled(normal(document)))


@pytest.mark.parametrize("form", ["data", "signatures"])
def test_spans_in_both_directions(form: str) -> None:
    cell = strategies.Cell
    rows = (
        (cell(lines=(line("a"),), columns=2, rows=2), cell(lines=(line("b"),))),
        (cell(lines=(line("c"), line("d"))),),
        (cell(), cell(lines=(line("e"),)), cell(lines=(line("f"),))),
    )
    document = Document(body=(Paragraph(content=line("x")), Table(rows=rows, headers=2, layout=form)))
    assert normal(read_back(pdf.render(document))) == normal(document)


@pytest.mark.parametrize("text", ["שלום", "x\u00ady", "e\u0301", "Ω ≥ 5 €", "a" * 300, "W" * 130, "long/" * 100, "four-" * 100 + "hour"])
def test_other_scripts_and_long_words(text: str) -> None:
    bold = line(Run(text=text, bold=True))
    heading = Heading(level=1, label="1", content=bold)
    document = Document(
        body=(heading, Paragraph(content=line(text)), Paragraph(content=bold), Table(rows=((strategies.Cell(lines=(line(text),)),) * 3,)))
    )
    assert normal(by_structure(pdf.render(document))) == normal(document)


def test_what_goes_on_over_pages_comes_back_as_one() -> None:
    text = "Each word of this text stands on one page or on the next, and all of them are one paragraph. " * 150
    cell = strategies.Cell(lines=(line("a cell"),))
    items = [ListItem(level=1 + n % 3, label=f"({n})", content=line(text[:400])) for n in range(40)]
    document = Document(body=(Paragraph(content=line(text)), *items, Table(headers=1, caption=line("Rows"), rows=((cell, cell),) * 300)))
    assert normal(read_back(pdf.render(document))) == normal(document)
