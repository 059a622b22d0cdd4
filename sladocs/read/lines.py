"""Pieces of text into lines: what all readers do with the inline text that they have gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from sladocs.model.document import Line, Run, words
from sladocs.model.labels import split_label

_BLANKS: Final = re.compile(r"[ \t\n\r\f\v]+")


class Piece(NamedTuple):
    """Words with their marks, as a reader comes upon them; pieces with the same marks become one Run."""

    text: str
    bold: bool = False
    refers: str | None = None
    figure: str | None = None


def tidy(pieces: Iterable[Piece]) -> Line:
    """A line: neighbours with the same marks are one run, runs of blanks are one blank, and no blank stands at an end."""
    texts: list[str] = []
    marks: list[tuple[bool, str | None, str | None]] = []
    blank = True  # so that no blank begins the line
    for words_, bold, refers, figure in pieces:
        text = _BLANKS.sub(" ", words_)
        if blank and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        blank = text[-1] == " "
        mark = (bold, refers, figure)
        if marks and marks[-1] == mark:
            texts[-1] += text
        else:
            marks.append(mark)
            texts.append(text)
    if blank and texts:
        texts[-1] = texts[-1][:-1]
    return tuple(Run(text=text, bold=b, refers=r, figure=f) for (b, r, f), text in zip(marks, texts, strict=True) if text)


def line_of(text: str) -> Line:
    """A line of plain words."""
    return tidy([Piece(text)])


def without(content: Line, count: int) -> Line:
    """A line without its first characters."""
    left: list[Run] = []
    for run in content:
        if count >= len(run.text):
            count -= len(run.text)
        else:
            left.append(run.model_copy(update={"text": run.text[count:]}) if count else run)
            count = 0
    return tuple(left)


def part_label(content: Line, *, heading: bool = False) -> tuple[str, Line]:
    """The typed label of a line, and the line without it."""
    text = words(content)
    label, rest = split_label(text, heading=heading)
    return (label, without(content, len(text) - len(rest))) if label else ("", content)


def part_sign(content: Line) -> tuple[str, Line]:
    """The first word of a line, and the line without it."""
    text = words(content)
    sign, blank, rest = text.partition(" ")
    return sign, without(content, len(text) - len(rest)) if blank else ()


def is_bold(content: Line) -> bool:
    """Whether all words of a line are bold, and there are some."""
    return bool(content) and all(run.bold for run in content if run.text.strip())
