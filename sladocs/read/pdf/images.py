"""The pages of a PDF as pictures, with the boxes of passages on them, made by a process of its own with limits."""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sladocs.read.failure import ReadError
from sladocs.read.how import How
from sladocs.read.isolation import READ, REFUSED, TOO_MUCH, framed, run_apart, unframed
from sladocs.read.limits import limit
from sladocs.read.pdf.opening import opened

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as ratios of the page's width and height, from its upper left corner."""

WORKER: Final = ("-m", "sladocs.read.pdf.images")
SECONDS: Final = 120
SCALE: Final = 1.4
"""Pixels a point: letters of 10 points can be read on a screen."""
MOST_PAGES: Final = 200
"""More pages than these would make a page of pictures that no browser shows well."""
_LINE: Final = 40
_PLACE: Final = re.compile(r"page \d+#(?P<box>[\d.-]+(?:,[\d.-]+){3})")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be found: its key, its page (from 1), its words, and which of the page's passages of these words it is (from 0).

    `place` is its block's as the reader wrote it ("page 2#72,100,531,139"), empty where it is not known.
    """

    key: str
    page: int
    quote: str
    nth: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: its number from 1, its picture (PNG), its width in pixels and height, and the boxes of the passages on it by their keys."""

    number: int
    png: bytes
    width: int
    height: int
    boxes: dict[str, tuple[Box, ...]]


def page_images(data: bytes, passages: Sequence[Passage], *, name: str = "", password: str | None = None) -> list[PageImage]:
    """The first pages of a PDF, at most `MOST_PAGES`, with the boxes of passages. Raises ReadError."""
    what = name or "The input"
    asked = json.dumps([[p.key, p.page, p.quote, p.nth, p.place] for p in passages]).encode()
    given = len(asked).to_bytes(4, "big") + asked + framed(data, How(password=password))
    found = json.loads(run_apart(WORKER, given, what, seconds=SECONDS))
    return [
        PageImage(
            page["number"],
            base64.b64decode(page["png"]),
            page["width"],
            page["height"],
            {key: tuple((left, top, right, bottom) for left, top, right, bottom in boxes) for key, boxes in page["boxes"].items()},
        )
        for page in found
    ]


# --- in the child ---------------------------------------------------------------------------------------------------------


def _drawn(pdf: PdfDocument, passages: Sequence[Passage]) -> Iterator[dict[str, object]]:
    import io

    by_page: dict[int, list[Passage]] = {}
    for passage in passages:
        by_page.setdefault(passage.page, []).append(passage)
    for number in range(1, min(len(pdf), MOST_PAGES) + 1):
        page = pdf[number - 1]
        width, height = page.get_size()
        image = page.render(scale=SCALE).to_pil().convert("RGB").quantize(64)
        stream = io.BytesIO()
        image.save(stream, "PNG", optimize=True)
        text = page.get_textpage()
        boxes = {passage.key: [_ratios(box, width, height) for box in _boxes(text, passage, height)] for passage in by_page.get(number, [])}
        text.close()
        page.close()
        yield {
            "number": number,
            "png": base64.b64encode(stream.getvalue()).decode(),
            "width": image.width,
            "height": image.height,
            "boxes": boxes,
        }


def _boxes(text: PdfTextPage, passage: Passage, height: float) -> list[list[float]]:
    """Where a passage stands, line by line, in points from the upper left corner.

    Its block where the page says the words in another way, and nothing where that is not known either.
    """
    match = _PLACE.match(passage.place)
    block = [float(part) for part in match["box"].split(",")] if match else None
    for words in _ways(passage.quote):
        hits = [rects for rects in _hits(text, words, height) if block is None or all(_within(rect, block) for rect in rects)]
        if hits:
            return hits[min(0 if block else passage.nth, len(hits) - 1)]
    return [block] if block else []


def _ways(quote: str) -> Iterator[str]:
    """The words of a quote to look for: all, else those of its first cell or line, as far as a line goes."""
    yield quote
    first = quote.replace("\n", "\t").split("\t", maxsplit=1)[0]
    if first != quote:
        yield first
    if len(first) > _LINE:
        yield first[:_LINE].rsplit(" ", maxsplit=1)[0]


def _hits(text: PdfTextPage, words: str, height: float) -> Iterator[list[list[float]]]:
    """Each place where the page says the words: a rectangle a line."""
    searcher = text.search(words.strip(), match_case=True) if words.strip() else None
    while searcher is not None and (hit := searcher.get_next()) is not None:
        rects = [text.get_rect(i) for i in range(text.count_rects(*hit))]
        if rects:
            yield [[left, height - top, right, height - bottom] for left, bottom, right, top in rects]


def _within(rect: Sequence[float], block: Sequence[float]) -> bool:
    """Whether the middle of a rectangle lies in a block, with half a line to spare."""
    across, down = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return block[0] - 6 <= across <= block[2] + 6 and block[1] - 6 <= down <= block[3] + 6


def _ratios(rect: Sequence[float], width: float, height: float) -> list[float]:
    whole = (width or 1.0, height or 1.0, width or 1.0, height or 1.0)
    return [round(min(max(part / side, 0.0), 1.0), 5) for part, side in zip(rect, whole, strict=True)]


def main(arguments: list[str]) -> int:
    """Read the passages, the password and the file from standard input under limits, and write the pages as JSON."""
    memory, seconds, what = arguments
    limit(int(memory), int(seconds))
    given = sys.stdin.buffer.read()
    start = 4 + int.from_bytes(given[:4], "big")
    passages = [Passage(*asked) for asked in json.loads(given[4:start])]
    data, how = unframed(given[start:])
    try:
        with opened(data, what, how.password) as pdf:
            text, code = json.dumps(list(_drawn(pdf, passages))), READ
    except ReadError as error:
        text, code = str(error), REFUSED
    except MemoryError:
        return TOO_MUCH
    sys.stdout.buffer.write(text.encode())
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
