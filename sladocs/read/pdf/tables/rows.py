"""Rows that no line parts: where a row of words begins, and which lines go on with it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.columns import Gap
from sladocs.read.pdf.tables.lines import TextLine


@dataclass(slots=True)
class Span:
    """Words of one line in one cell, from column `first` to column `last`."""

    first: int
    last: int
    words: list[Word]

    @property
    def width(self) -> float:
        """How far the words reach."""
        return self.words[-1].x1 - self.words[0].x0


@dataclass(slots=True)
class Laid:
    """A line laid over the columns."""

    line: TextLine
    spans: list[Span] = field(default_factory=list)

    def of(self, column: int) -> Span | None:
        """The words in a column."""
        return next((span for span in self.spans if span.first <= column <= span.last), None)

    @property
    def filled(self) -> set[int]:
        """The columns with words."""
        return {c for span in self.spans for c in range(span.first, span.last + 1)}


def laid_over(line: TextLine, gaps: Sequence[Gap], starts: Sequence[float] = ()) -> Laid:
    """A line over the columns that gaps part; words with less space between them than a gap's are one cell across it.

    `starts` says where columns after a gap usually begin: a word there begins a cell.
    """
    spans: list[Span] = []
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        column = sum(1 for gap in gaps if middle > gap.middle)
        first = last = column
        for k, gap in enumerate(gaps):
            if gap.x1 > gap.x0 and word.x0 < gap.x0 - 1 and word.x1 > gap.x1 + 1:
                first, last = min(first, k), max(last, k + 1)
        before = spans[-1].words[-1] if spans else word
        begins = first > 0 and starts and abs(starts[first - 1] - word.x0) < 1.5 and word.x0 - before.x1 > 0.3 * word.size
        if spans and (first <= spans[-1].last or (not begins and _goes_on(before, word, gaps, spans[-1].last, first))):
            spans[-1].words.append(word)
            spans[-1].last = max(last, spans[-1].last)
        else:
            spans.append(Span(first, last, [word]))
    return Laid(line, spans)


def _goes_on(before: Word, word: Word, gaps: Sequence[Gap], last: int, first: int) -> bool:
    """Whether a word follows the one before it across gaps as one does in running text."""
    if first != last + 1:
        return False
    gap = gaps[last]
    return gap.x1 > gap.x0 and word.x0 - before.x1 < min(0.42 * word.size, 0.6 * (gap.x1 - gap.x0))


def starts_of(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> list[float]:
    """Where the column after each gap begins in most lines that have words on both sides; -1 where it does not begin at one place."""
    starts: list[float] = []
    for gap in gaps:
        firsts = sorted(w.x0 for line in lines if (w := next((w for w in line.words if w.x0 >= gap.x1 - 1), None)) is not None)
        middle = firsts[len(firsts) // 2] if firsts else -1.0
        starts.append(middle if sum(abs(x - middle) < 1 for x in firsts) >= max(2, 0.6 * len(firsts)) else -1.0)
    return starts


def rows_in(laid: Sequence[Laid], columns: int) -> list[tuple[int, int]]:
    """The rows of lines, each from its first line up to and without its last."""
    if len(laid) < 2:
        return [(0, len(laid))] if laid else []
    begins = _by_distance(laid, columns)
    if begins is None:
        widths = column_widths(laid, columns)
        begins = [True, *(_begins(laid, at, widths) for at in range(1, len(laid)))]
    starts = [at for at, begin in enumerate(begins) if begin]
    return list(zip(starts, [*starts[1:], len(laid)], strict=True))


def _by_distance(laid: Sequence[Laid], columns: int) -> list[bool] | None:
    """Where rows begin if they are set further apart than the lines within them; None where the distances do not tell."""
    white = _white(laid)
    order = sorted(white)
    size = sorted(row.line.size for row in laid)[len(laid) // 2]
    for a, b in itertools.pairwise(order):
        if b - a >= max(0.17 * size, 1.5):
            begins = [True, *(step > (a + b) / 2 for step in white)]
            if _plausible(laid, begins, columns):
                return begins
    return None


def _white(laid: Sequence[Laid]) -> list[float]:
    """The white between each line and those above: lines of neighbouring cells may overlap."""
    white: list[float] = []
    bottom = laid[0].line.bottom
    for before, row in itertools.pairwise(laid):
        bottom = max(bottom, before.line.bottom)
        white.append(max(row.line.top - bottom, -2.0))
    return white


def _plausible(laid: Sequence[Laid], begins: Sequence[bool], columns: int) -> bool:
    """Whether rows that begin so fill a column in most first lines, and their other lines are no rows of their own."""
    firsts = [row.filled for row, begin in zip(laid, begins, strict=True) if begin]
    rest = [row.filled for row, begin in zip(laid, begins, strict=True) if not begin]
    filled = max(sum(column in row for row in firsts) for column in range(columns))
    full = sum(0 in row and len(row) > 1 and 2 * len(row) >= columns for row in rest)
    if filled < 0.75 * len(firsts) or (columns > 1 and full > 0.5 * len(rest) and not _all_wrap(laid, begins, columns)):
        return False
    return sum(map(len, firsts)) * len(rest) >= sum(map(len, rest)) * len(firsts)


def _all_wrap(laid: Sequence[Laid], begins: Sequence[bool], columns: int) -> bool:
    """Whether all lines that begin no row may be text that wraps."""
    widths = column_widths(laid, columns)
    return all(begin or may_wrap(laid[at - 1], laid[at], widths) for at, begin in enumerate(begins))


def _begins(laid: Sequence[Laid], at: int, widths: Sequence[float]) -> bool:
    """Whether a line begins a row, lines standing at even distances; `widths` are the columns' (see `column_widths`)."""
    before, line = laid[at - 1], laid[at]
    filled, columns = line.filled, len(widths)
    wraps = may_wrap(before, line, widths)
    if 0 in filled:
        if len(filled) > 1 and len(filled) * 2 >= columns:
            return not (wraps and _clearly_wraps(before, line))
        if len(line.spans) == 1 and line.spans[0].last > 0:
            return True
        return not wraps or not (before.filled >= filled)
    return len(filled) > 1 and _stands_alone(before, line, widths)


def _stands_alone(before: Laid, line: Laid, widths: Sequence[float]) -> bool:
    """Whether no cell of a line goes on with the text above it: its first word would have fitted there, or nothing stands above.

    One such cell tells little: words that belong together, as a number and its unit do, go to the next line together.
    """
    spans = [(before.of(span.first), span) for span in line.spans]
    return all(above is None or fits(above.words, span.words[0], widths[span.first]) for above, span in spans)


def column_widths(laid: Sequence[Laid], columns: int) -> list[float]:
    """How far the text of each column reaches at most."""
    widths = [0.0] * columns
    for row in laid:
        for span in row.spans:
            if span.first == span.last:
                widths[span.first] = max(widths[span.first], span.width)
    return widths


def may_wrap(before: Laid, line: Laid, widths: Sequence[float]) -> bool:
    """Whether each cell of a line may go on with the text above it: its first word would not have fitted there any more."""
    for span in line.spans:
        if span.first != span.last:
            return False
        above = before.of(span.first)
        if above is not None and fits(above.words, span.words[0], widths[span.first]):
            return False
    return True


def _clearly_wraps(before: Laid, line: Laid) -> bool:
    """Whether a full line goes on with the text above it in more than half of its cells: long text, or a small letter after a word."""
    wrapped = 0
    for span in line.spans:
        above = before.of(span.first)
        if above is None:
            return False
        if _is_open(above) and _closes(span):
            return True
        last, first = above.words[-1].text, span.words[0].text
        goes_on = first[:1].islower() and not last.endswith((".", ";", ":"))
        wrapped += goes_on or last.endswith(("-", "\u00ad", ",")) or last.lower() in OPEN
    return wrapped * 2 > len(line.spans)


def _is_open(span: Span) -> bool:
    """Whether a bracket is opened and not closed."""
    text = " ".join(word.text for word in span.words)
    return text.count("(") > text.count(")")


def _closes(span: Span) -> bool:
    """Whether a bracket is closed that was opened before."""
    text = " ".join(word.text for word in span.words)
    return text.find(")") >= 0 and not 0 <= text.find("(") < text.find(")")


OPEN = frozenset(
    "a an and any are as at be by for from if in is its no not of on or per shall than that the this to when which will with &".split()  # noqa: SIM905
)
"""Words that end no text and begin few."""


def fits(words: Sequence[Word], word: Word, width: float) -> bool:
    """Whether a word would have fitted behind others in a column of some width: where it did not stand there, a new line was meant."""
    reach = words[-1].x1 - words[0].x0
    return reach + 0.3 * word.size + (word.x1 - word.x0) <= width - 1.0
