"""Styles as people make them: a new one with some parts changed, and what a contract written in it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sladocs.model.document import Cell, Document, Heading, ListItem, Paragraph, Run, Table, line
from sladocs.render.docx.guide import new_style

Edit = Callable[[str], str]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture(scope="session")
def fresh() -> dict[str, bytes]:
    """The parts of a style as `style new` writes it."""
    return parts_of(new_style("plain"))


@pytest.fixture
def house(fresh: dict[str, bytes], tmp_path: Path) -> Callable[..., Path]:
    """Write house.docx: a new style with parts of `word/` changed, and parts added."""

    def make(added: Mapping[str, bytes] | None = None, **edits: Edit) -> Path:
        parts = dict(fresh)
        for part, edit in edits.items():
            name = "[Content_Types].xml" if part == "types" else "word/_rels/document.xml.rels" if part == "rels" else f"word/{part}.xml"
            text = parts[name].decode()
            assert edit(text) != text, part
            parts[name] = edit(text).encode()
        path = tmp_path / "house.docx"
        path.write_bytes(zipped({**parts, **(added or {})}))
        return path

    return make


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(lines=(line(text),)) for text in texts)


@pytest.fixture(scope="session")
def contract() -> Document:
    """A small contract with each kind of block whose labels or place could suffer from a style."""
    return Document(
        title="Ledger Agreement",
        front=(Paragraph(role="title", content=line("Ledger Agreement")), Paragraph(content=line("Northwind Cloud Ltd and Oakfield Retail plc"))),
        body=(
            Heading(level=1, label="1", content=line("Service levels"), anchor="one"),
            Paragraph(label="1.1", content=line("The Provider shall keep the service available for ", Run(text="99.9 %", figure="service_levels/0/value"), ".")),
            Paragraph(label="1.2", content=line("Failures do not count where they are caused by:")),
            ListItem(level=1, label="(a)", content=line("the Customer; or")),
            ListItem(level=1, label="(b)", content=line("maintenance.")),
            Heading(level=1, label="2", content=line("Service credits")),
            Heading(level=2, label="2.1", content=line("Amounts")),
            Paragraph(label="2.1.1", content=line("Credits are stated in ", Run(text="Schedule 1", refers="schedule"), ".")),
            Heading(level=1, label="Schedule 1", content=line("Credits"), anchor="schedule"),
            Paragraph(label="1", content=line("The credits are:")),
            Table(headers=1, caption=line("Credits"), rows=(cells("Actual figure", "Credit"), cells("below 99.9 %", "5 %"), cells("below 99.0 %", "10 %"))),
        ),
        signatures=(
            Heading(level=1, content=line("Signatures")),
            Table(headers=1, layout="signatures", rows=(cells("Signed for", "the Provider"), cells("Name", ""))),
        ),
        meta={"version": "2.1", "confidentiality": "Secret", "date": "2027-01-01"},
    )  # fmt: skip


def texts(part: bytes) -> str:
    """The visible words of a part."""
    from lxml import etree

    return "\n".join("".join(p.itertext("{*}t")) for p in etree.fromstring(part).iter("{*}p"))


@pytest.fixture(scope="session")
def words() -> Callable[[bytes], str]:
    return texts


@pytest.fixture(scope="session")
def tools() -> Any:
    class Tools:
        parts = staticmethod(parts_of)
        zip = staticmethod(zipped)
        texts = staticmethod(texts)

    return Tools
