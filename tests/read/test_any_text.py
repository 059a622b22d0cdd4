"""Any text at all is read as Markdown and as plain text, and no word of plain text is lost."""

import importlib.util
import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sladocs.model.document import Document, Figure, spread
from sladocs.model.document import Table as _Table
from sladocs.read import ReadError, read
from sladocs.read.text import read_text

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)

MORE = (
    "    ",
    "  - ",
    "1. ",
    "| --- | --- |",
    "----  ----",
    "-----------",
    "<table><tr><td>x",
    "</td></tr></table>",
    "<th rowspan=9 colspan=9>",
    "```",
    "+---+",
    "| x |",
    "=====",
)
texts = st.lists(st.one_of(st.sampled_from(strategies.HOSTILE + MORE), st.text(max_size=8)), max_size=12).flatmap(
    lambda parts: st.lists(st.sampled_from(("\n", "\n\n", " ", "  ", "   ", "\t")), min_size=len(parts), max_size=len(parts)).map(
        lambda ends: "".join(part + end for part, end in zip(parts, ends, strict=True))
    )
)


def attempt(source: str, name: str) -> Document | None:
    try:
        return read(source.encode("utf-8", "replace"), name=name)
    except ReadError:
        return None


def letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Za-z0-9]", text))


@given(texts)
def test_markdown_of_any_kind(source: str) -> None:
    document = attempt(source, "x.md")
    for block in document.blocks if document else ():
        if isinstance(block, _Table):
            spread(block)


@given(texts)
def test_no_word_of_plain_text_is_lost(source: str) -> None:
    document = read_text(source)
    pictures = " ".join(block.alternative for block in document.blocks if isinstance(block, Figure))
    assert not letters(source.replace("[Picture:", "")) - letters(f"{document.text} {pictures} {document.meta.get('status', '')}")
