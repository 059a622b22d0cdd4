"""Areas that parallel lines or shaded bands mark: rules between rows, rules between columns, rows with a ground colour."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from sladocs.read.pdf.page import Box, Word
from sladocs.read.pdf.tables.area import Area
from sladocs.read.pdf.tables.columns import Gap, gaps_of
from sladocs.read.pdf.tables.lines import lines_of
from sladocs.read.pdf.tables.strokes import NEAR, Stroke, places

_ALIKE: Final = 6.0
"""Points by which the ends of the lines of one table may differ."""
_TALLEST: Final = 320.0
"""Points between two lines of one table at most."""


def ruled_across(level: Sequence[Stroke], words: Sequence[Word]) -> list[Area]:
    """Areas between level lines of one length, where the words between each two of them stand in columns."""
    areas: list[Area] = []
    for family in families(level):
        ys = places([s.at for s in family])
        x0, x1 = min(s.start for s in family), max(s.end for s in family)
        areas += _columnar(x0, x1, ys, words, "rules")
    return areas


def ruled_down(upright: Sequence[Stroke]) -> list[Area]:
    """Areas with upright lines of one height, which part columns."""
    areas: list[Area] = []
    for family in families(upright):
        xs = places([s.at for s in family])
        top, bottom = min(s.start for s in family), max(s.end for s in family)
        if len(xs) >= 2 and bottom - top > 20:
            areas.append(Area(xs[0], top, xs[-1], bottom, [top, bottom], xs, "upright"))
    return areas


def families(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Lines that begin and end alike, in the order of their places; two or more each."""
    families: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        for family in families:
            if abs(family[0].start - stroke.start) <= _ALIKE and abs(family[0].end - stroke.end) <= _ALIKE:
                family.append(stroke)
                break
        else:
            families.append([stroke])
    return [family for family in families if len(family) > 1]


def _columnar(x0: float, x1: float, ys: Sequence[float], words: Sequence[Word], route: str) -> list[Area]:
    """The runs of strips between edges whose words stand in the same columns."""
    areas: list[Area] = []
    within = [w for w in words if x0 - 2 < (w.x0 + w.x1) / 2 < x1 + 2]
    run: list[float] = []
    held: list[Word] = []
    head = 0
    for top, bottom in itertools.pairwise(ys):
        strip = [w for w in within if top < (w.top + w.bottom) / 2 < bottom]
        low = bool(strip) and bottom - top <= _TALLEST
        if low and run and _keeps(strip, gaps_of(lines_of([*held, *strip]), head=head, ys=[*run, bottom])):
            run.append(bottom)
            held += strip
            continue
        areas += _area_of(x0, x1, run, held, route)
        head = len(lines_of(strip)) if len(lines_of(strip)) < 5 else 0
        run, held = ([top, bottom], strip) if low and _names(strip) else ([], [])
    return [*areas, *_area_of(x0, x1, run, held, route)]


def _area_of(x0: float, x1: float, ys: Sequence[float], words: Sequence[Word], route: str) -> list[Area]:
    """The area between edges, without strips at its foot that hold one piece of text: a caption that stands above a drawing is no row."""
    kept = list(ys)
    while len(kept) > 2 and _is_loose([w for w in words if kept[-2] < (w.top + w.bottom) / 2 < kept[-1]], kept[-2], kept[-1]):
        kept.pop()
    return [Area(x0, kept[0], x1, kept[-1], kept, [x0, x1], route)] if len(kept) > 1 else []


def _is_loose(strip: Sequence[Word], top: float, bottom: float) -> bool:
    """Whether a strip holds a single piece with more white around it than a row has."""
    lines = lines_of(strip)
    return len(lines) == 1 and len(lines[0].pieces) == 1 and bottom - top > 3 * lines[0].size


def _keeps(strip: Sequence[Word], gaps: Sequence[Gap]) -> bool:
    """Whether the lines of a strip leave the gaps, or all lie across them, as the name of a group of rows does."""
    lines = lines_of(strip)
    across = sum(any(w.x0 < gap.middle < w.x1 for w in line.words for gap in gaps) for line in lines)
    return bool(gaps) and (across == 0 or (across == len(lines) and across < 3))


def _names(strip: Sequence[Word]) -> bool:
    """Whether words stand in columns as the first row of a table does: in a line of several pieces, or in several lines that leave gaps."""
    lines = lines_of(strip)
    if len(lines) < 3:
        return any(len(line.pieces) > 1 for line in lines)
    return _keeps(strip, gaps_of(lines, head=len(lines) if len(lines) < 5 else 0))


def banded(bands: Sequence[Area], words: Sequence[Word]) -> list[Area]:
    """Areas in which rows, or every other row, have a ground colour."""
    areas: list[Area] = []
    taken: set[int] = set()
    for first, band in enumerate(bands):
        if first in taken:
            continue
        chain = [band]
        for at in range(first + 1, len(bands)):
            other = bands[at]
            if at in taken or abs(other.x0 - band.x0) > NEAR or abs(other.x1 - band.x1) > NEAR:
                continue
            if other.top - chain[-1].bottom > _TALLEST / 2 or not _goes_on(chain[-1], other, words):
                break
            chain.append(other)
            taken.add(at)
        ys = places([y for b in chain for y in (b.top, b.bottom)])
        inner = _shared_edges(chain)
        areas.append(Area(band.x0, ys[0], band.x1, ys[-1], ys, [band.x0, *inner, band.x1], "bands" if len(chain) > 1 else "band"))
    return areas


def _goes_on(above: Area, below: Area, words: Sequence[Word]) -> bool:
    """Whether between two bands there is nothing, or lines that stand in the columns of a row."""
    between = [w for w in words if above.bottom < (w.top + w.bottom) / 2 < below.top and above.x0 - 2 < (w.x0 + w.x1) / 2 < above.x1 + 2]
    if not between:
        return below.top - above.bottom < 12
    return is_parted(between)


def is_parted(words: Sequence[Word]) -> bool:
    """Whether a stretch of white runs through words from top to bottom, as between the cells of a row."""
    reach = float("inf")
    for word in sorted(words, key=lambda w: w.x0):
        if word.x0 - reach > 0.9 * word.size:
            return True
        reach = max(reach, word.x1) if reach < float("inf") else word.x1
    return False


def bands_of(boxes: Sequence[Box]) -> list[Area]:
    """Boxes side by side as one band; `xs` are the edges between them."""
    bands: list[Area] = []
    for box in sorted(boxes, key=lambda b: (round(b.top), b.x0)):
        if box.bottom - box.top < 6 or box.x1 - box.x0 < 6:
            continue
        for band in bands:
            if abs(band.top - box.top) <= 2 and abs(band.bottom - box.bottom) <= 2 and -2 <= box.x0 - band.x1 <= 4:
                if box.x0 - band.xs[0] > 4:
                    band.xs.append((band.x1 + box.x0) / 2)
                band.x1 = max(band.x1, box.x1)
                break
        else:
            bands.append(Area(box.x0, box.top, box.x1, box.bottom, [], [box.x0]))
    for band in bands:
        band.xs = band.xs[1:]
    return sorted(bands, key=lambda b: (b.top, b.x0))


def parted_at_heads(area: Area, bands: Sequence[Area], words: Sequence[Word]) -> list[Area]:
    """The areas of an area in which a single piece of text, a caption, stands above a further shaded header: it parts two tables."""
    heads = {round(band.top) for band in bands if len(band.xs) > 0 and abs(band.x0 - area.x0) < 4 and abs(band.x1 - area.x1) < 4}
    parts: list[list[float]] = [[]]
    for top, bottom in itertools.pairwise(area.ys):
        lines = lines_of([w for w in area.words(words) if top < (w.top + w.bottom) / 2 < bottom])
        caption = all(len(line.pieces) == 1 for line in lines) and any(abs(head - bottom) < 3 for head in heads)
        if caption and parts[-1]:
            parts.append([])
        elif not caption:
            parts[-1] = [*(parts[-1] or [top]), bottom]
    return [Area(area.x0, ys[0], area.x1, ys[-1], ys, area.xs, area.route) for ys in parts if len(ys) > 1]


def shaded_columns(area: Area, bands: Sequence[Area], words: Sequence[Word]) -> list[float]:
    """The edges of columns that the shaded cells of a row show for an area; its own edges where they show none, or words cross them."""
    own = [area.x0, area.x1]
    rows = [
        b for b in bands if area.top - 3 <= b.top and b.bottom <= area.bottom + 3 and abs(b.x0 - area.x0) < 4 and abs(b.x1 - area.x1) < 4
    ]
    inner = max((band.xs for band in rows), key=len, default=[])
    inside = area.words(words)
    crossed = sum(1 for w in inside for x in inner if w.x0 + 1 < x < w.x1 - 1)
    return [area.x0, *inner, area.x1] if inner and crossed <= 0.02 * len(inside) else own


def _shared_edges(chain: Sequence[Area]) -> list[float]:
    """The edges between cells that all bands share."""
    shared = chain[0].xs
    for band in chain[1:]:
        shared = [x for x in shared if any(abs(x - other) <= NEAR for other in band.xs)]
    return shared
