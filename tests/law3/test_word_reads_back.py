"""Law 3 for DOCX: what is written is read back, to the word, with its spans and header rows."""

import importlib.util
import itertools
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from sladocs.model.document import Block, Document, Figure, Heading, ListItem, Paragraph, Run, Table, clean, line, normal, words
from sladocs.read import read
from sladocs.render import docx

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)

fewer = settings(max_examples=max(10, settings().max_examples // 4))


@fewer
@given(strategies.documents(spans=True))
def test_word_reads_back(document: Document) -> None:
    assume(normal(document))
    assert normal(read(docx.render(document), name="x.docx")) == normal(document)


def labels(document: Document) -> list[tuple[str, str]]:
    return [(block.label, clean(words(block.content))) for block in document.blocks if isinstance(block, (Heading, Paragraph, ListItem))]


@fewer
@given(strategies.documents(content=strategies.plain_texts, typed=False))
def test_labels_are_a_field_again(document: Document) -> None:
    assume(normal(document))
    assert labels(read(docx.render(document), name="x.docx")) == labels(document)


@pytest.mark.parametrize("start", range(0, len(strategies.HOSTILE), 30))
def test_each_hostile_text_stands_in_each_place(start: int) -> None:
    blocks: list[Block] = [Paragraph(content=line("Words"))]
    for hostile, bold in itertools.product(strategies.HOSTILE[start : start + 30], (False, True)):
        content = line(Run(text=hostile, bold=bold))
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
    document = Document(body=tuple(blocks))
    assert normal(read(docx.render(document), name="x.docx")) == normal(document)


@pytest.mark.parametrize("form", ["data", "signatures"])
def test_spans_in_both_directions(form: str) -> None:
    cell = strategies.Cell
    rows = (
        (cell(lines=(line("a"),), columns=2, rows=2), cell(lines=(line("b"),))),
        (cell(lines=(line("c"), line("d"))),),
        (cell(), cell(lines=(line("e"),)), cell(lines=(line("f"),))),
    )
    document = Document(body=(Paragraph(content=line("x")), Table(rows=rows, headers=1, layout=form)))
    back = read(docx.render(document))
    assert normal(back) == normal(document)
    assert [block.layout for block in back.blocks if isinstance(block, Table)] == [form]
