"""Law 3 for HTML: what is written is read back, to the word, with its spans, header rows, labels and roles."""

import importlib.util
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from sladocs.model.document import Block, Cell, Document, Figure, Heading, ListItem, Paragraph, Run, Table, clean, line, normal, words
from sladocs.read.html import read_html
from sladocs.render.html import render

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)

fewer = settings(max_examples=max(10, settings().max_examples // 3))


def back(document: Document) -> Document:
    return read_html(render(document), "x.html")


@fewer
@given(strategies.documents(spans=True))
def test_html_reads_back(document: Document) -> None:
    assert normal(back(document)) == normal(document)


def labels(document: Document) -> list[tuple[str, str, str]]:
    return [
        (getattr(block, "role", ""), block.label, clean(words(block.content)))
        for block in document.blocks
        if isinstance(block, (Heading, Paragraph, ListItem))
    ]


@fewer
@given(strategies.documents(content=strategies.plain_texts))
def test_labels_and_roles_are_fields_again(document: Document) -> None:
    assert labels(back(document)) == labels(document)


@pytest.mark.parametrize("start", range(0, len(strategies.HOSTILE), 30))
def test_each_hostile_text_stands_in_each_place(start: int) -> None:
    blocks: list[Block] = [Paragraph(content=line("Words"))]
    for hostile, bold in itertools.product(strategies.HOSTILE[start : start + 30], (False, True)):
        content = line(
            Run(text=hostile, bold=bold, defines=hostile if bold else None, figure=hostile), Run(text=hostile, refers=hostile, term=hostile)
        )
        cell = Cell(lines=(content, content))
        blocks += [
            Paragraph(content=content, anchor=hostile),
            Heading(level=6, label=hostile, content=content, anchor=hostile),
            Paragraph(role="note", label=hostile, content=content),
            ListItem(level=1, label="•", content=content),
            ListItem(level=3, label="(A)", content=content),
            Table(name=hostile, description=hostile, headers=1, caption=content, rows=((cell, cell), (cell, cell))),
            Figure(alternative=hostile, caption=content),
        ]
    document = Document(
        title=strategies.HOSTILE[start], language="en", body=tuple(blocks), meta=dict.fromkeys(("version", "subject"), "</style><script>")
    )
    assert normal(back(document)) == normal(document)


@pytest.mark.parametrize("headers", [0, 1, 2, 3])
@pytest.mark.parametrize("layout", ["data", "signatures"])
def test_spans_in_both_directions(headers: int, layout: str) -> None:
    rows = (
        (Cell(lines=(line("a"),), columns=2, rows=2), Cell(lines=(line("b"),))),
        (Cell(lines=(line("c"), line("d"))),),
        (Cell(), Cell(lines=(line("e"),)), Cell(lines=(line("f"),))),
    )
    document = Document(body=(Paragraph(content=line("x")), Table(rows=rows, headers=headers, layout=layout)))
    read = back(document)
    assert normal(read) == normal(document)
    assert [block.layout for block in read.blocks if isinstance(block, Table)] == [layout]


def test_what_refers_and_what_the_agreement_states_are_marks_again() -> None:
    first = Heading(level=1, label="1", content=line("Fees"), anchor="clause-fees")
    second = Paragraph(
        label="1.1", content=line("See clause ", Run(text="1", refers="clause-fees"), ": ", Run(text="30 days", figure="terms/fees"))
    )
    read = back(Document(title="Agreement", body=(first, second)))
    runs = read.body[1].content  # type: ignore[union-attr]
    assert read.body[0].anchor == "clause-fees"
    assert [(run.refers, run.figure) for run in runs] == [(None, None), ("clause-fees", None), (None, None), (None, "terms/fees")]


def test_a_draft_is_known_as_one() -> None:
    document = Document(title="Agreement", body=(Paragraph(content=line("Words")),))
    assert read_html(render(document, draft=True), "x").meta == {"status": "DRAFT"}
    assert back(document).meta == {}


@fewer
@given(strategies.documents(content=strategies.plain_texts, typed=False))
def test_a_page_that_is_not_known_as_ours_reads_as_well(document: Document) -> None:
    """Without the mark of the program and all classes, as another program saves it, each word of the text is read, once and in order."""
    assume(not re.search("[\\u00ad\\u200b\\u2060\\ufeff]", document.model_dump_json()))  # what no reader sees is left out
    page = re.sub(r' (?:class|id|data-[a-z]+)="[^"]*"|<meta name="generator"[^>]*>', "", render(document))
    said = clean(document.text)
    if said:
        assert clean(read_html(page, "x.html").text.replace("\u2022 ", "")) == said.replace("\u2022 ", "")
