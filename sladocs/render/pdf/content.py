"""A Document as the data that `document.typ` lays out: plain JSON values, each word as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from sladocs.model.document import Block, Document, Figure, Heading, Line, ListItem, Paragraph, Table, words
from sladocs.model.labels import is_bullet
from sladocs.model.numbering import SCHEDULE, Scheme, places
from sladocs.render.look import Look
from sladocs.render.pdf.images import picture
from sladocs.render.pdf.tables import Tables
from sladocs.render.plain import printable
from sladocs.render.widths import text_width

Data = dict[str, Any]
FEWEST: Final = 4
"""A document with fewer headings than this has no table of contents."""
CONTENTS_LEVEL: Final = 2
"""The deepest level of heading that the table of contents lists."""
LABEL_COLUMN: Final = 15.0
"""Millimetres for the label of a clause."""
LONGEST: Final = 70
LONGEST_HEADING: Final = 26
"""Letters of a word of a paragraph, and of a title or heading, that may have to be broken."""
PIECE: Final = 8
"""After so many letters a word that is too long may be broken."""
HIGHEST: Final = 600
"""Points of blocks that are kept together on one page."""
TWIPS_PER_MM: Final = 1440 / 25.4
_ROLES: Final = ("title", "subtitle", "note", "caption")
_CONTROLS: Final = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS: Final = re.compile("  +")
_PERCENT: Final = re.compile(r"(?<=\d) (?=%)")


def runs(content: Line, targets: dict[str, int]) -> list[str | list[Any]]:
    """A line as `document.typ` wants it: a string for plain words; for others their text, whether it is bold, and the block they name.

    Neighbours with the same marks are one, without runs of blanks and blanks at the ends of the line.
    """
    made: list[list[Any]] = []
    for run in content:
        text = drawn(_PERCENT.sub("\u00a0", run.text) if run.figure else run.text)
        marks = [run.bold or run.defines is not None, targets.get(run.refers) if run.refers else None]
        if made and made[-1][1:] == marks:
            made[-1][0] += text
        elif text:
            made.append([text, *marks])
    while made and not made[-1][0].strip():
        made.pop()
    while made and not made[0][0].strip():
        del made[0]
    if made:
        made[0][0], made[-1][0] = made[0][0].lstrip(), made[-1][0].rstrip() if len(made) > 1 else made[0][0].strip()
    return [_BLANKS.sub(" ", run[0]) if not run[1] and run[2] is None else [_BLANKS.sub(" ", run[0]), *run[1:]] for run in made]


def broken(made: list[str | list[Any]], most: int) -> list[str | list[Any]]:
    """A line whose words of more than `most` letters may be broken, by zero-width spaces, so that none leaves the page."""
    if not any(len(word) > most for run in made for word in (run if isinstance(run, str) else run[0]).split()):
        return made
    return [_broken(run, most) if isinstance(run, str) else [_broken(run[0], most), *run[1:]] for run in made]


def _broken(text: str, most: int) -> str:
    long = re.compile(rf"[^\s/–—-]{{{most + 1},}}")
    return long.sub(lambda found: "\u200b".join(re.findall(f".{{1,{PIECE}}}", found[0])), text)


def drawn(text: str) -> str:
    """The text without control characters, which no font draws."""
    return _CONTROLS.sub("", printable(text))


def label(text: str) -> str:
    """A label on one line."""
    return " ".join(drawn(text).split())


def text_of(content: Line) -> str:
    """The words of a line as they are printed."""
    return " ".join(drawn(words(content)).split())


@dataclass
class Content:
    """Turns the blocks of a document into data, in their order."""

    document: Document
    look: Look
    fonts: Sequence[Path] = ()
    """Font files for pictures whose characters ours lack."""
    targets: dict[str, int] = field(init=False, default_factory=dict)
    tables: Tables = field(init=False)
    _places: list[tuple[Scheme, int] | None] = field(init=False)
    _inside: bool = False
    _open: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        blocks = self.document.blocks
        self._places = places(blocks)
        wanted = set(_referred(blocks))
        for index, block in enumerate(blocks):
            if block.anchor in wanted and _stands(block):
                self.targets.setdefault(block.anchor or "", index)
        self.tables = Tables(self.look, lambda content, most: broken(runs(content, self.targets), most))

    @property
    def has_contents(self) -> bool:
        """Whether the document has headings enough for a table of contents."""
        return sum(isinstance(block, Heading) and _is_listed(block) for block in self.document.blocks) >= FEWEST

    def front(self) -> list[Data]:
        """The blocks of the front page."""
        made = list(self._grouped(self.document.front, 0, front=True))
        for above, below in pairwise(made):
            if below.get("style") == "subtitle" and (above.get("style") == "title" or "grounded" in above):
                above["joined"] = below["grounded"] = True
        return made

    def body(self) -> list[Data]:
        """The blocks behind it; the signatures, with what stands before them, are kept together."""
        first = len(self.document.front)
        made = list(self._grouped(self.document.body, first))
        last = list(self._grouped(self.document.signatures, first + len(self.document.body)))
        if not last:
            return made
        if made and made[-1]["kind"] == "paragraph":
            last.insert(0, made.pop())
        elif made and made[-1]["kind"] in ("list", "table"):
            made[-1]["keep"] = True
        return [*made, *kept_together(last)]

    def _grouped(self, blocks: Sequence[Block], first: int, *, front: bool = False) -> Iterator[Data]:
        """The blocks' data; items that follow each other are one list, and what leads to a table that lies across goes with it."""
        made: list[Data] = []
        items: list[tuple[int, ListItem]] = []
        kept = _kept_with_next(blocks)
        for offset, block in enumerate(blocks):
            if isinstance(block, ListItem):
                if _stands(block):
                    items.append((first + offset, block))
                continue
            if items:
                made.append(self._list(items))
                items = []
            if _stands(block):
                made += self._block(block, first + offset, front=front, keep=offset in kept)
        if items:
            made.append(self._list(items))
        yield from across(made)

    def _block(self, block: Block, index: int, *, front: bool, keep: bool) -> list[Data]:
        match block:
            case Heading():
                return [self._marked(self._heading(block, index), index)]
            case Paragraph():
                return [self._marked(self._paragraph(block, front=front, keep=keep), index)]
            case Table():
                made = self.tables.data(block)
                if made is None:
                    return [self._marked(self._caption(block.caption), index)]
                return [self._marked({**made, "keep": keep}, index)]
            case Figure():
                caption = runs(block.caption, self.targets)
                return [self._marked({"kind": "figure", "caption": caption, **picture(block, self.look, self.fonts)}, index)]
        raise AssertionError(block)

    def _marked(self, data: Data, index: int) -> Data:
        return {**data, "anchor": index} if index in self.targets.values() else data

    def _heading(self, block: Heading, index: int) -> Data:
        place = self._places[index]
        self._inside = place is not None and place != (Scheme.SCHEDULE, 0)
        lab, content = label(block.label), broken(runs(block.content, self.targets), LONGEST_HEADING)
        schedule = _is_schedule(block)
        if not content:
            lab, content = "", [lab]
        while self._open and self._open[-1] >= block.level:
            self._open.pop()
        self._open.append(block.level)
        size = self.look.schedule_size if schedule else self.look.heading_sizes[min(block.level, 3) - 1]
        return {
            "kind": "heading",
            "style": "schedule" if schedule else "heading",
            "level": block.level,
            "depth": len(self._open),
            "label": lab,
            "content": content,
            "column": column(lab, size, bold=True),
            "listed": _is_listed(block),
        }

    def _paragraph(self, block: Paragraph, *, front: bool, keep: bool) -> Data:
        most = LONGEST_HEADING if block.role in ("title", "subtitle") else LONGEST
        lab, content = label(block.label), broken(runs(block.content, self.targets), most)
        plain = block.role in ("body", "definition")
        indented = plain and not lab and not front and (self._inside or block.role == "definition")
        return {
            "kind": "paragraph",
            "style": block.role if block.role in _ROLES else "body",
            "indent": LABEL_COLUMN if indented else 0.0,
            "label": lab,
            "content": content,
            "column": column(lab, self.look.size),
            "keep": keep or text_of(block.content).endswith(":"),
        }

    def _caption(self, content: Line) -> Data:
        return {
            "kind": "paragraph",
            "style": "caption",
            "indent": 0,
            "label": "",
            "content": runs(content, self.targets),
            "column": 0,
            "keep": True,
        }

    def _list(self, items: Sequence[tuple[int, ListItem]]) -> Data:
        """The tree of a list. An item that is deeper than the one before by more than a level hangs in items without words."""
        top: Data = {"items": []}
        open_: list[Data] = [top]
        for index, item in items:
            del open_[item.level :]
            while len(open_) < item.level:
                between = {"label": "", "content": [], "items": [], "keep": False}
                open_[-1]["items"].append(between)
                open_.append(between)
            made = self._marked(
                {
                    "label": label(item.label),
                    "content": broken(runs(item.content, self.targets), LONGEST),
                    "items": [],
                    "keep": text_of(item.content).endswith(":"),
                },
                index,
            )
            open_[-1]["items"].append(made)
            open_.append(made)
        return {"kind": "list", "items": top["items"], "keep": False}


def column(lab: str, size: float, *, bold: bool = False) -> float:
    """Millimetres for a label: the usual column, or more where it is longer."""
    return max(LABEL_COLUMN, text_width(f"{lab}  ", int(size * 2), bold=bold) / TWIPS_PER_MM)


def across(blocks: Iterable[Data]) -> Iterator[Data]:
    """Tables that no upright page can hold lie across, each with the headings and lead-ins right before it."""
    made: list[Data] = []
    for block in blocks:
        if not block.get("across"):
            made.append(block)
            continue
        start = len(made)
        while start and (made[start - 1]["kind"] == "heading" or (made[start - 1]["kind"] == "paragraph" and made[start - 1]["keep"])):
            start -= 1
        taken = [*made[start:], block]
        del made[start:]
        if made and made[-1]["kind"] == "across":
            made[-1]["blocks"] += taken
        else:
            made.append({"kind": "across", "blocks": taken})
    yield from made


def kept_together(blocks: Sequence[Data]) -> list[Data]:
    """Blocks that stand on one page, unless they are too high for that."""
    starts_pages = any(block["kind"] == "across" or block.get("style") == "schedule" for block in blocks)
    if starts_pages or sum(map(_height, blocks)) > HIGHEST:
        return list(blocks)
    return [{"kind": "together", "blocks": list(blocks)}]


def _height(block: Data) -> float:
    """About how many points a block takes."""
    match block["kind"]:
        case "table":
            return float(sum(block["heights"]))
        case "list":
            return sum(18.0 + _height({"kind": "list", "items": item["items"]}) for item in block["items"])
        case "figure":
            return float(block["width"])
        case _:
            return 30.0 + 14 * (sum(len(run if isinstance(run, str) else run[0]) for run in block["content"]) // 80)


def _kept_with_next(blocks: Sequence[Block]) -> frozenset[int]:
    """What is kept with the block behind it, so that neither signatures nor the last paragraph of a schedule stand alone on a page.

    These are all blocks between a heading and the signatures below it, and that before the paragraph.
    """
    kept: set[int] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.layout == "signatures":
            start = next((i for i in range(index - 1, -1, -1) if isinstance(blocks[i], (Heading, Table))), 0)
            kept |= set(range(start, index))
        if isinstance(block, Heading) and _is_schedule(block) and index > 1 and isinstance(blocks[index - 1], Paragraph):
            kept.add(index - 2)
    return frozenset(kept)


def _is_schedule(block: Heading) -> bool:
    """Whether a heading is that of a schedule, which starts a page."""
    return block.level == 1 and re.fullmatch(rf"{SCHEDULE} \d+", label(block.label)) is not None


def _stands(block: Block) -> bool:
    """Whether a block is printed: it has words, or is a picture, or has cells."""
    match block:
        case Heading() | Paragraph():
            return bool(label(block.label) or text_of(block.content))
        case ListItem():
            lab = label(block.label)
            return bool(text_of(block.content) or (lab and not is_bullet(lab)))
        case Table():
            return any(block.rows) or bool(text_of(block.caption))
        case _:
            return True


def _is_listed(block: Heading) -> bool:
    return block.level <= CONTENTS_LEVEL and bool(text_of(block.content))


def _referred(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        lines = [content for row in block.rows for cell in row for content in cell.lines] if isinstance(block, Table) else []
        lines += [getattr(block, "content", ()), getattr(block, "caption", ())]
        yield from (run.refers for content in lines for run in content if run.refers)
