"""Runs into lines: what all readers do with the inline text that they have gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sladocs.model.document import Line, Run, words
from sladocs.model.labels import split_label

_BLANKS: Final = re.compile(r"[ \t\n\r\f\v]+")


def tidy(runs: Iterable[Run]) -> Line:
    """A line of runs: neighbours with the same marks are one, runs of blanks are one blank, and no blank stands at an end."""
    texts: list[str] = []
    marks: list[Run] = []
    blank = True  # so that no blank begins the line
    for run in runs:
        text = _BLANKS.sub(" ", run.text)
        if blank and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        blank = text.endswith(" ")
        if marks and _alike(marks[-1], run):
            texts[-1] += text
        else:
            marks.append(run)
            texts.append(text)
    if texts and texts[-1].endswith(" "):
        texts[-1] = texts[-1][:-1]
    return tuple(
        mark if mark.text == text else mark.model_copy(update={"text": text}) for mark, text in zip(marks, texts, strict=True) if text
    )


def _alike(a: Run, b: Run) -> bool:
    return (a.bold, a.refers, a.figure, a.defines, a.term) == (b.bold, b.refers, b.figure, b.defines, b.term)


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


def is_bold(content: Line) -> bool:
    """Whether all words of a line are bold, and there are some."""
    return bool(content) and all(run.bold for run in content if run.text.strip())
