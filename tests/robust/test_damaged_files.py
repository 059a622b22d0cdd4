"""Files that were damaged on their way are read or refused; nothing else ever happens."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sladocs.assemble import assemble
from sladocs.extract import extract
from sladocs.jobs.load import load_agreement
from sladocs.jobs.writers import rendered
from sladocs.library import Library, assemble_ready
from sladocs.model.finding import Refused
from sladocs.read import read

FEW = settings(max_examples=min(settings.default.max_examples, 300))


@cache
def file_of(ending: str) -> bytes:
    library = Library.open(())
    template = library.template("saas-customer")
    agreement = assemble_ready(
        load_agreement(Library.shipped()["templates"] / "saas-customer" / "example.yaml").agreement, template, library
    )
    return rendered(assemble(agreement, template, library), agreement, ending)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some of them changed, cut out, or doubled, or the end missing."""
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        length = draw(st.sampled_from([0, 1, 1, 4, 64, 2000]))
        piece = draw(st.one_of(st.binary(max_size=8), st.just(data[at : at + length] * 2)))
        data = data[:at] + piece + data[at + length :]
        if not data:
            return b"x"
    return data[: draw(st.integers(1, len(data)))] if draw(st.integers(0, 9)) == 0 else data


def read_or_refused(data: bytes, name: str) -> None:
    try:
        document = read(data, name=name)
    except Refused:
        return
    extraction = extract(document)
    for path, evidence in extraction.evidence.items():
        assert document.text[evidence.start : evidence.end] == evidence.quote, path


@FEW
@given(st.data())
def test_a_damaged_word_file(data: st.DataObject) -> None:
    read_or_refused(data.draw(damaged(file_of(".docx"))), "a.docx")


@FEW
@given(st.data())
def test_a_damaged_markdown_file(data: st.DataObject) -> None:
    read_or_refused(data.draw(damaged(file_of(".md")[:20000])), "a.md")


@FEW
@given(st.data())
def test_a_damaged_agreement(data: st.DataObject) -> None:
    source = (Library.shipped()["templates"] / "saas-customer" / "example.yaml").read_bytes()
    broken = data.draw(damaged(source))
    with contextlib.suppress(Refused):  # any other exception fails the test
        load_agreement(Path("a.yaml"), broken)
