"""Elements of a line as lines of words: blanks and line ends as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sladocs.model.document import Line, Run
from sladocs.read.pdf.tagged.marks import LINE_END, Piece
from sladocs.read.pdf.tagged.tree import Element

_BLANKS: Final = re.compile(r"\s{2,}|[^\S\u00a0]")
"""All blanks but a no-break one that stands alone."""


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
    """Whether lines that end between words end with a blank, so that a line that ends without one ends inside a word.

    Most writers of tagged files write these blanks; in a file whose lines mostly end without, each end of a line parts words.
    """
    with_blank = without = 0
    for piece in pieces_of(root):
        found = piece.text.find(LINE_END)
        if found > 0:
            with_blank += piece.text[found - 1].isspace()
            without += not piece.text[found - 1].isspace()
    return with_blank >= without / 20


def line_of(pieces: Iterable[Piece], *, exact: bool) -> Line:
    """Pieces as runs of one line; with `exact` the blanks of the text are all there is, else the end of a line is one."""
    runs: list[Run] = []
    for piece in pieces:
        text = piece.text.replace(LINE_END, "" if exact else " ")
        if runs and runs[-1].bold == piece.bold:
            text = runs.pop().text + text
        if text:
            runs.append(Run(text=text, bold=piece.bold))
    return tidied(runs)


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
