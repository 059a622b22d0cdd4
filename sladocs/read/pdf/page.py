"""The pages of a PDF as geometry: words with their boxes, drawn lines, shaded areas and pictures.

Coordinates are points from the page's upper left corner, y down, as the page is seen: a page that is shown turned is turned upright.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """A run of characters without blanks.

    `order` is its place in the content stream; `mark` the number of the marked content that it stands in (a tagged file's structure names
    words by it), -1 for none.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    order: int
    mark: int = -1


@dataclass(slots=True)
class Rule:
    """A drawn line, horizontal or vertical: a stroke, a thin filled area, or an edge of a stroked rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Box:
    """A filled area that may shade a row or cell; white ones and those of the page's size are left out."""

    x0: float
    top: float
    x1: float
    bottom: float
    fill: tuple[int, int, int]


@dataclass
class Page:
    """One page, numbered from 1."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    images: list[tuple[float, float, float, float]] = field(default_factory=list)
