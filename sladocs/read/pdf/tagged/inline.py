"""Elements of a line as lines of words: blanks and line ends as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sladocs.model.document import Line, Run
from sladocs.read.pdf.tagged.marks import LINE_END, Piece
from sladocs.read.pdf.tagged.tree import Element

_BLANKS: Final = re.compile(r"\s{2,}|[^\S\u00a0]")
"""All blanks but a no-break one that stands alone."""

_NO_BLANKS: Final = "\u2e80"
"""From here on stand the scripts that are written without blanks."""
_INSIDE: Final = re.compile(r"[-/|\u2010\u00ad\u200b]$|\S[\u2013\u2014]$|[\u2e80-\uffff]$")
"""After these a line ends inside a word."""
BREAK: Final = "\u200b"
"""A place inside a word where a line may break."""
_SEEN: Final = f" {LINE_END}"
_ZERO_WIDTH: Final = {0x200B: None, 0xFEFF: None}
"""Places where a line may break: they say nothing."""
INLINE: Final = frozenset(
    ("Span", "Link", "Quote", "Code", "Em", "Strong", "Reference", "Annot", "Note", "Lbl", "BibEntry", "Ruby", "Warichu")
)
"""Kinds of elements that stand inside a line."""


def pieces_of(element: Element) -> Iterator[Piece]:
    """All pieces of text in an element, in the order of the structure.

    Of content that is nothing but a blank, as at the end of a line, pdfium gives no text.
    """
    for _, kid in sorted(element.kids.items()):
        if isinstance(kid, Element):
            yield from pieces_of(kid)
        else:
            yield from kid or (Piece(" ", bold=False, page=element.page),)


def blanks_are_written(root: Element) -> bool:
    """Whether lines that end between words end with a blank, so that a line that ends without one ends inside a word ("and/", "four-").

    Then no line ends in a letter where the next begins with one.
    """
    return all(not _parts_words(before, after) for before, after in _line_ends(root))


def _line_ends(element: Element) -> Iterator[tuple[str, str]]:
    """What stands before and after each end of a line inside a paragraph, heading or cell."""
    blocks = [kid for kid in element.kids.values() if isinstance(kid, Element) and kid.kind not in INLINE]
    for kid in blocks:
        yield from _line_ends(kid)
    if not blocks:
        text = "".join(piece.text for piece in _mended(pieces_of(element)))
        yield from ((text[:at], text[at + 1 :]) for at in _found(text))


def _mended(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without the blanks and ends of lines that pdfium sees before a letter with a zero-width space behind it, inside a word."""
    held: list[Piece] = []
    for piece in pieces:
        if piece.text[1:2] == BREAK:
            while held and not held[-1].text.strip(_SEEN):
                held.pop()
            if held:
                held[-1] = replace(held[-1], text=held[-1].text.rstrip(_SEEN))
        elif held and piece.text.strip(_SEEN):
            yield from held
            held = []
        held.append(piece)
    yield from held


def _found(text: str) -> Iterator[int]:
    at = text.find(LINE_END)
    while 0 <= at < len(text) - 1:
        yield at
        at = text.find(LINE_END, at + 1)


def _parts_words(before: str, after: str) -> bool:
    """Whether letters or figures of a script that has blanks stand at both sides."""
    return before[-1:].isalnum() and after[:1].isalnum() and before[-1] < _NO_BLANKS and after[0] < _NO_BLANKS


def line_of(pieces: Iterable[Piece], *, exact: bool) -> Line:
    """Pieces as runs of one line; with `exact` the blanks of the text are all there is, else most ends of lines are one."""
    runs: list[Run] = []
    before = ""
    for piece in _mended(pieces):
        text = piece.text
        if LINE_END in text:
            parts = text.split(LINE_END)
            ends = [before[-2:] + parts[0], *parts[1:-1]]
            text = parts[0] + "".join(
                ("" if exact or _INSIDE.search(end) else " ") + part for end, part in zip(ends, parts[1:], strict=True)
            )
        before += text
        if runs and runs[-1].bold == piece.bold:
            text = runs.pop().text + text
        if text:
            runs.append(Run(text=text, bold=piece.bold))
    return tidied(run.model_copy(update={"text": run.text.translate(_ZERO_WIDTH)}) for run in runs)


def tidied(runs: Iterable[Run]) -> Line:
    """Runs without runs of blanks, and without blanks at the ends of the line."""
    made: list[Run] = []
    for run in runs:
        text = _BLANKS.sub(" ", run.text)
        if not made or made[-1].text[-1].isspace():
            text = text.lstrip()
        if text:
            made.append(run.model_copy(update={"text": text}))
    while made and not made[-1].text.strip():
        made.pop()
    if made:
        made[-1] = made[-1].model_copy(update={"text": made[-1].text.rstrip()})
    return tuple(made)
