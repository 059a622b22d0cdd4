"""A Word file whose XML is well formed but wrong anywhere is read, or refused in one sentence; nothing else happens."""

import importlib.util
import io
import re
import zipfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sladocs.model.document import Cell, Document, Figure, Heading, ListItem, Paragraph, Run, Table, line, spread
from sladocs.read import ReadError, read
from sladocs.render import docx

_spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
assert _spec is not None
assert _spec.loader is not None
w = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(w)


def _whole() -> dict[str, bytes]:
    cell = Cell(lines=(line("one"), line("two")), columns=2, rows=2)
    blocks = (
        Paragraph(role="title", content=line("Title")),
        Heading(level=1, label="1", content=line("Fees"), anchor="fees"),
        Paragraph(
            label="1.1",
            content=line("See clause ", Run(text="1", refers="fees"), " for ", Run(text="99.9 %", figure="service_levels/0/value")),
        ),
        ListItem(level=1, label="(a)", content=line(Run(text="bold", bold=True))),
        Table(headers=1, caption=line("Levels"), rows=((cell, Cell()), (Cell(lines=(line("x"),)),))),
        Figure(alternative="A chart"),
    )
    with zipfile.ZipFile(io.BytesIO(docx.render(Document(body=blocks)))) as package:
        return {name: package.read(name) for name in package.namelist()}


PARTS = _whole()
CHANGED = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels")
VALUES = (
    "",
    "0",
    "-1",
    "7",
    "99999999999999999999",
    "x",
    "decimal",
    "bullet",
    "lowerLetter",
    "%9%9",
    "Heading1",
    "continue",
    "begin",
    "end",
    "../..",
    "/word",
)
ATTRIBUTE = re.compile(rb'="([^"]*)"')
EMPTY = re.compile(rb"<w:[A-Za-z]+(?: [^<>]*)?/>")


@given(
    st.sampled_from(CHANGED),
    st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(VALUES)), min_size=1, max_size=6),
    st.lists(st.integers(0, 10**6), max_size=3),
)
def test_wrong_values_and_missing_elements(part: str, values: list[tuple[int, str]], missing: list[int]) -> None:
    content = PARTS[part]
    for place, value in values:
        found = list(ATTRIBUTE.finditer(content))
        chosen = found[place % len(found)]
        if not chosen.group(1).startswith(b"http"):
            content = content[: chosen.start(1)] + value.encode() + content[chosen.end(1) :]
    for place in missing:
        if found := list(EMPTY.finditer(content)):
            chosen = found[place % len(found)]
            content = content[: chosen.start()] + content[chosen.end() :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, old in PARTS.items():
            package.writestr(name, content if name == part else old)
    try:
        document = read(out.getvalue())
    except ReadError:
        return
    for block in document.blocks:
        if isinstance(block, Table):
            spread(block)


def test_styles_that_go_round_or_very_deep() -> None:
    chain = "".join(f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(3000))
    for style in ("s0", "s2990"):
        try:
            read(w.word_file(w.p("x", f'<w:pStyle w:val="{style}"/>'), styles=chain))
        except ReadError as error:
            assert "nested far deeper" in str(error)  # noqa: PT017
    ring = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    assert read(w.word_file(w.p("x", '<w:pStyle w:val="a"/>'), styles=ring)).text == "x\n"


def test_figures_that_would_fill_the_memory() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    wide = w.cell(w.p("x"), '<w:gridSpan w:val="2000000000"/>')
    before = '<w:gridBefore w:val="2000000000"/>'
    table = f"<w:tbl>{w.row(wide, properties=before)}</w:tbl>"
    document = read(w.word_file(w.p("x", w.listed(0)) + table, numbering=numbering))
    assert len(document.text) < 100
    assert isinstance(document.blocks[1], Table)
    assert len(spread(document.blocks[1])[0]) <= 400
