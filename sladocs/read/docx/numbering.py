"""Automatic numbers: what a word processor prints before each paragraph of a list (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sladocs.model.numbering import letters, roman
from sladocs.read.docx.names import VAL, W, number, switch, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS: Final = 9
BULLET: Final = "•"
_PLACE: Final = re.compile(r"%([1-9])")
_MOST_LETTERS: Final = 780
"""Word counts no further in letters, which repeat: 780 is z thirty times."""
_SCRIPT: Final = {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_WORDS: Final = tuple(f"zero one two three four five six seven eight nine {_TEENS}".split())
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


@dataclass(frozen=True)
class Level:
    """One level of a list. `restart` is the number of the upper levels that start it anew (None: all), 0 for never."""

    text: str = "%1."
    form: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None

    @property
    def is_bullet(self) -> bool:
        return self.form == "bullet"

    @property
    def places(self) -> int:
        """How many levels' numbers it prints."""
        return len(_PLACE.findall(self.text))

    @property
    def is_item(self) -> bool:
        """Whether it looks as an item's label does, (a), i., (1), rather than a clause's."""
        return self.places == 1 and (self.form in _SCRIPT or bool(re.fullmatch(r"\(%\d\)|%\d\)", self.text)))


@dataclass
class _List:
    """A list (`num`): the counts that it shares with others of the same definition, its levels, and where it starts anew once."""

    definition: str
    levels: list[Level]
    starts: dict[int, int]

    @cached_property
    def clauses(self) -> list[bool]:
        """For each level whether it numbers clauses (1, 1.1), not items: it prints several numbers, or a level below prints its too."""
        levels = self.levels
        return [
            not (level.is_bullet or level.is_item)
            and (level.places != 1 or any(deeper.places > 1 and f"%{place + 1}" in deeper.text for deeper in levels[place + 1 :]))
            for place, level in enumerate(levels)
        ]

    @cached_property
    def items_from(self) -> int:
        """The first level whose labels are those of items; 0 where even the outermost are."""
        levels = self.levels
        deepest = max((place for place, level in enumerate(levels) if level.places > 1), default=-1)
        items = (place for place in range(deepest + 1, LEVELS) if levels[place].is_item or levels[place].is_bullet)
        return next(items, deepest + 1)


class Numbering:
    """Counts the paragraphs of all lists, in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._known: dict[str, list[Level]] = {}
        self._definitions: dict[str, Element] = {}
        self._sources: dict[int, Element] = {}
        for node in root if root is not None else ():
            if node.tag == f"{W}abstractNum":
                self._definitions[node.get(f"{W}abstractNumId", "")] = node
            elif node.tag == f"{W}num" and (identity := node.get(f"{W}numId", "")).isdigit():
                self._sources[int(identity)] = node

    def _list(self, list_id: int) -> _List | None:
        """A list, made of its definition when it is first asked for: documents define many more lists than they use."""
        if list_id not in self._lists and (node := self._sources.pop(list_id, None)) is not None:
            key = value(node, "abstractNumId") or ""
            source = self._definitions.get(key)
            if source is not None and (link := value(source, "numStyleLink")):
                key = next((k for k, definition in self._definitions.items() if value(definition, "styleLink") == link), key)
                source = self._definitions[key]
            if source is not None:
                levels, starts = _overridden(self._levels_of(key, source), node)
                self._lists[list_id] = _List(key, levels, starts)
        return self._lists.get(list_id)

    def _levels_of(self, key: str, source: Element) -> list[Level]:
        if key not in self._known:
            levels = [Level(form="none", text="")] * LEVELS
            for child in source.iterfind(f"{W}lvl"):
                _set_level(levels, child)
            self._known[key] = levels
        return self._known[key]

    def level(self, list_id: int | None, level: int) -> Level | None:
        """A level of a list, None where there is no such list."""
        found = self._list(list_id or 0)
        return found.levels[level] if found and 0 <= level < LEVELS else None

    def level_of_style(self, list_id: int, style: str) -> int | None:
        """The level that a list gives to a style."""
        found = self._list(list_id)
        return next((place for place, level in enumerate(found.levels) if level.style == style), None) if found else None

    def items_from(self, list_id: int) -> int:
        """The first level of a list whose labels are those of items; 0 where even the outermost are."""
        return self._lists[list_id].items_from

    def is_clause(self, list_id: int, level: int) -> bool:
        """Whether a level numbers clauses (1, 1.1) rather than items."""
        return self._lists[list_id].clauses[level]

    def next(self, list_id: int, level: int) -> str:
        """Count a paragraph of a list, and return the label printed before it."""
        found = self._lists[list_id]
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        started = found.starts.pop(level, None)
        current = counts[level]
        counts[level] = started if started is not None else found.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None
        return _label(found.levels, counts, level)


def _overridden(known: list[Level], node: Element) -> tuple[list[Level], dict[int, int]]:
    """The levels of a list that changes those of its definition, and the numbers with which it starts them once."""
    levels = known
    starts: dict[int, int] = {}
    for override in node.iterfind(f"{W}lvlOverride"):
        place = whole(override.get(f"{W}ilvl")) or 0
        for child in override.iterfind(f"{W}lvl"):
            levels = list(known) if levels is known else levels
            _set_level(levels, child)
        start = number(override, "startOverride")
        if start is not None:
            starts[place] = start
    return levels, starts


def _set_level(levels: list[Level], node: Element) -> None:
    place = whole(node.get(f"{W}ilvl")) or 0
    if not 0 <= place < LEVELS:
        return
    forms = list(node.iter(f"{W}numFmt"))  # may stand within alternatives for older programs
    start, text = number(node, "start"), node.find(f"{W}lvlText")
    levels[place] = Level(
        text=(text.get(VAL) or "") if text is not None else "",
        form=(forms[0].get(VAL) or "decimal") if forms else "decimal",
        start=1 if start is None else start,
        restart=number(node, "lvlRestart"),
        legal=bool(switch(node, "isLgl")),
        style=value(node, "pStyle"),
    )


def _label(levels: list[Level], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.is_bullet:
        return bullet(own.text)

    def printed(found: re.Match[str]) -> str:
        place = int(found.group(1)) - 1
        count = counts[place]
        form = levels[place].form
        if place > level or form == "bullet":
            return ""
        plain = own.legal and place <= level
        return spell(levels[place].start if count is None else count, "decimal" if plain and form != "decimalZero" else form)

    return _PLACE.sub(printed, own.text).strip()


def bullet(text: str) -> str:
    """The sign of an unnumbered item: signs from fonts of symbols, and a letter in place of a ring, are "•"."""
    sign = text.strip()
    return sign if sign and not "\ue000" <= sign[0] <= "\uf8ff" and not (len(sign) == 1 and sign.isalnum()) else BULLET


def spell(count: int, form: str) -> str:
    """A number in one of the forms of section 17.18.59; a form that English does not use is printed in figures."""
    if form == "none":
        return ""
    if count > 0:
        match form:
            case "lowerLetter" if count <= _MOST_LETTERS:
                return letters(count)
            case "upperLetter" if count <= _MOST_LETTERS:
                return letters(count).upper()
            case "lowerRoman" if count < 4000:
                return roman(count)
            case "upperRoman" if count < 4000:
                return roman(count).upper()
    match form:
        case "ordinal":
            return f"{count}{'th' if count % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
        case "cardinalText" if 0 <= count < 100:
            return _cardinal(count).capitalize()
        case "ordinalText" if 0 <= count < 100:
            return _ordinal(count).capitalize()
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)


def _cardinal(count: int) -> str:
    tens, ones = divmod(count, 10)
    return _WORDS[count] if count < 20 else _TENS[tens] + (f"-{_WORDS[ones]}" if ones else "")


def _ordinal(count: int) -> str:
    head, dash, last = _cardinal(count).rpartition("-")
    return head + dash + (_IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))
