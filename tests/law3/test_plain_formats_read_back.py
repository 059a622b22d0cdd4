"""Law 3 for Markdown and plain text: what is written is read back, to the word."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import assume, given

from sladocs.model.document import Block, Document, Figure, Heading, ListItem, Paragraph, Run, Table, clean, line, normal, words
from sladocs.read import read
from sladocs.render import markdown, text

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)


@given(strategies.documents(spans=True))
def test_markdown_reads_back(document: Document) -> None:
    written = markdown.render(document)
    assume(normal(document))
    back = read(written.encode(), name="x.md")
    assert normal(back, spans=False, headers=1) == normal(document, spans=False, headers=1)
    assert back.meta.get("status") == (None if document.meta["status"] == "FINAL" else "DRAFT")


@given(strategies.documents(spans=True))
def test_text_reads_back(document: Document) -> None:
    written = text.render(document)
    assume(normal(document))
    back = read(written.encode(), name="x.txt")
    assert normal(back, spans=False) == normal(document, spans=False)


def labels(document: Document) -> list[tuple[str, str]]:
    return [(block.label, clean(words(block.content))) for block in document.blocks if isinstance(block, (Heading, Paragraph, ListItem))]


@given(strategies.documents(content=strategies.plain_texts, typed=False))
def test_labels_are_a_field_again(document: Document) -> None:
    for name, written in (("x.md", markdown.render(document)), ("x.txt", text.render(document))):
        assume(normal(document))
        assert labels(read(written.encode(), name=name)) == labels(document), name


@pytest.mark.parametrize("hostile", strategies.HOSTILE)
def test_each_hostile_text_stands_as_title(hostile: str) -> None:
    document = Document(
        body=(Paragraph(role="title", content=line(hostile)), Heading(level=2, content=line(hostile)), Paragraph(content=line("x")))
    )
    assert normal(read(markdown.render(document).encode(), name="x.md")) == normal(document)
    assert normal(read(text.render(document).encode(), name="x.txt")) == normal(document)


@pytest.mark.parametrize("hostile", strategies.HOSTILE)
@pytest.mark.parametrize("bold", [False, True])
def test_each_hostile_text_stands_in_each_place(hostile: str, bold: bool) -> None:
    content = line(Run(text=hostile, bold=bold))
    cell = strategies.Cell(lines=(content, content))
    blocks: tuple[Block, ...] = (
        Paragraph(content=content),
        Heading(level=1, label="1", content=content),
        Paragraph(content=content),
        ListItem(level=1, label="•", content=content),
        ListItem(level=3, label="(A)", content=content),
        Table(headers=1, caption=content, rows=((cell, cell), (cell, cell))),
        Figure(alternative=hostile, caption=content),
    )
    document = Document(body=blocks)
    assert normal(read(markdown.render(document).encode(), name="x.md"), spans=False, headers=1) == normal(document, spans=False, headers=1)
    assert normal(read(text.render(document).encode(), name="x.txt"), spans=False) == normal(document, spans=False)


def test_empty_runs_between_bold_ones() -> None:
    content = (Run(text="a #", bold=True), Run(text=""), Run(text="b", bold=True), Run(text="\x00"), Run(text="c"))
    document = Document(body=(Heading(level=1, content=content), Paragraph(content=content)))
    assert normal(read(markdown.render(document).encode(), name="x.md")) == normal(document)
