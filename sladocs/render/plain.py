"""What the writers of Markdown and of plain text share: which characters they print, and where a block's words come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.document import Block, Document, Heading, Line, ListItem, Paragraph, Run, clean, words
from sladocs.model.labels import is_bullet, split_label

DRAFT: Final = "DRAFT"
"""The status of a document (`meta["status"]`) that must be marked as no final one; also the mark itself."""

_BLANKS: Final = re.compile(r"[\t\n\r\x85\u2028\u2029 ]+")
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Text without control characters and line breaks; no-break spaces stay."""
    return _BLANKS.sub(" ", _UNPRINTABLE.sub("", text))


def merged(content: Line) -> Iterator[Run]:
    """The runs of a line as they are printed: neighbours that look alike are one, and where the line begins or ends there is no blank."""
    runs: list[Run] = []
    for run in content:
        look = Run(text=printable(run.text), bold=run.bold or run.defines is not None, refers=run.refers)
        if not look.text:
            continue
        if runs and (runs[-1].bold, runs[-1].refers) == (look.bold, look.refers):
            look = Run(text=_BLANKS.sub(" ", runs.pop().text + look.text), bold=look.bold, refers=look.refers)
        runs.append(look)
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    for place, run in enumerate(runs):
        text = run.text.lstrip() if place == 0 else run.text
        yield Run(text=text.rstrip() if place == len(runs) - 1 else text, bold=run.bold, refers=run.refers)


def is_draft(document: Document) -> bool:
    """Whether the document must be marked as a draft."""
    return document.meta.get("status") == DRAFT


def says_something(block: Block) -> bool:
    """Whether a block has words, or is no block of words."""
    match block:
        case Heading() | Paragraph():
            return bool(clean(f"{block.label} {words(block.content)}"))
        case ListItem():
            return bool(clean(words(block.content)) or (clean(block.label) and not is_bullet(clean(block.label))))
        case _:
            return True


def sign(item: ListItem) -> str:
    """What is printed before an item, besides the format's own sign for an item: its label, and for an unnumbered one nothing.

    Where the item's words begin as a label does, "•" tells that they do not.
    """
    label = clean(item.label)
    if label and not is_bullet(label):
        return label
    text = clean(words(item.content))
    return "•" if split_label(text)[0] or is_bullet(text.split(" ")[0]) else ""


def spoken(parts: Sequence[str]) -> str:
    """Parts of a printed line that are not empty, a blank between them."""
    return " ".join(part for part in parts if part)
