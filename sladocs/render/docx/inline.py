"""Lines of inline text as runs: emphasis, defined terms, cross-references as fields, figures of the agreement as content controls."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Line, Run
from sladocs.render.docx import source
from sladocs.render.docx.markup import legal
from sladocs.render.docx.source import element, run, value
from sladocs.render.docx.style import PLACEHOLDER, Styling
from sladocs.render.docx.targets import Target, Targets, stable_number

TAG_LENGTH: Final = 64
"""The most characters that Word keeps of a control's tag or title."""

_PERIODS: Final = ("day", "week", "month", "quarter", "year")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "window": tuple(f"each {period}" for period in _PERIODS),
    "frequency": ("Daily", "Weekly", "Monthly", "Quarterly", "Half-yearly", "Yearly"),
    "package": ("Basic", "Enhancement", "Optional", "Out of scope"),
    "statistic": ("mean", "median", "95th percentile", "99th percentile", "maximum", "minimum"),
    "side": ("Provider", "Customer"),
    "obliged": ("Provider", "Customer"),
    "unit": ("%", "minutes", "hours", "days", "business hours", "business days", "weeks", "months", "years"),
}
"""What a control offers where its path ends in the name of an enumeration, as the document prints it."""


def control_tag(path: str) -> str:
    """A control's tag: the path, or, where Word would cut it off, its end behind a digest of the whole."""
    if len(path) <= TAG_LENGTH:
        return path
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{digest}:{path[-(TAG_LENGTH - 11) :]}"


def control_title(path: str) -> str:
    """A control's title for people: "service_levels/0/value" is "Service levels 1: value"."""
    parts = [part.replace("_", " ") for part in re.split(r"[/.]", path) if part]
    counted = [str(int(part) + 1) if part.isascii() and part.isdigit() and len(part) < 10 else part for part in parts]
    title = " ".join(counted[:-1]) + (f": {counted[-1]}" if len(counted) > 1 else "".join(counted))
    return (title[:1].upper() + title[1:])[:TAG_LENGTH]


@dataclass
class Inline:
    """Writes lines. It counts the controls, so that each has an id of its own that follows from its path and its place among equals."""

    styling: Styling
    targets: Targets
    _ids: set[int] = field(default_factory=set)
    _seen: dict[str, int] = field(default_factory=dict)

    def line(self, content: Line, *, emphasis: bool = True) -> list[str]:
        """The runs of a line, as few as its marks allow; without `emphasis` nothing is bold, where the paragraph's style is."""
        made: list[str] = []
        for (style, plain), parts in itertools.groupby(content, lambda part: (self._style(part, emphasis=emphasis), self._is_plain(part))):
            if plain:
                text = legal("".join(part.text for part in parts))
                made += [run(text, style)] if text else []
            else:
                made += [node for part in parts if legal(part.text) for node in self._marked(part, style)]
        return made

    def _style(self, part: Run, *, emphasis: bool) -> str | None:
        return (self.styling["DefinedTerm"] if part.defines else self.styling["Strong"] if part.bold else None) if emphasis else None

    def _is_plain(self, part: Run) -> bool:
        """Whether a run is neither a figure nor a reference to a block that is there."""
        return not part.figure and part.refers not in self.targets.references

    def _marked(self, part: Run, style: str | None) -> list[str]:
        target = self.targets.references.get(part.refers or "")
        made = _reference(part.text, target, style) if target else [run(_unbroken(part.text), style)]
        return [self._control(part.figure, part.text, made)] if part.figure else made

    def _control(self, path: str, text: str, content: list[str]) -> str:
        """A content control round a figure; never bound to data, since a bound control shows the data and not the text."""
        path = legal(path)
        occurrence = self._seen[path] = self._seen.get(path, 0) + 1
        number = stable_number(f"{path}\n{occurrence}", self._ids)
        choices = CHOICES.get(re.split(r"[/.]", path)[-1])
        properties = element(
            "w:sdtPr",
            None,
            value("w:alias", control_title(path)),
            value("w:tag", control_tag(path)),
            value("w:id", number),
            element("w:placeholder", None, value("w:docPart", PLACEHOLDER)),
            _list(choices, legal(text)) if choices else element("w:text", {"w:multiLine": 1} if "\n" in text else None),
        )
        return element("w:sdt", None, properties, element("w:sdtContent", None, *content))


def _unbroken(text: str) -> str:
    """A figure whose sign stays on its line."""
    return re.sub(r"(?<=\d) (?=%)", "\u00a0", text)


def _list(choices: tuple[str, ...], text: str) -> str:
    offered = choices if text in choices else (text, *choices)
    return element("w:dropDownList", None, *(element("w:listItem", {"w:displayText": c, "w:value": c}) for c in offered))


def _reference(text: str, target: Target, style: str | None) -> list[str]:
    r"""A reference: the numbers in the words are REF fields, where Word computes or repeats just those; else the words are a link.

    An automatic number is asked for as it stands in its paragraph (`\n`, ECMA-376 part 1, 17.16.5.51), label by label: what `\w` makes of
    "4.2(a)" differs between programs where a level is left out. Without a switch the field repeats what the bookmark holds: a typed label,
    or the whole text.
    """
    for chain in (target.chain, (target,)):
        wanted = "".join(part.label for part in chain) if target.automatic else target.label or target.text
        found = _last(wanted, text)
        if found is not None:
            before, after = text[: found[0]], text[found[1] :]
            fields = [_number(part, wanted if not target.automatic else part.label, style) for part in chain]
            made = [[run(before, style)] if before else [], *fields, [run(after, style)] if after else []]
            return [node for nodes in made for node in nodes]
    return [element("w:hyperlink", {"w:anchor": target.bookmark, "w:history": "1"}, run(text, style))]


def _number(target: Target, cached: str, style: str | None) -> list[str]:
    switch = "\\n \\h" if target.automatic else "\\h"
    return source.field(f"REF {target.bookmark} {switch}", [run(cached, style)])


def _last(wanted: str, text: str) -> tuple[int, int] | None:
    """Where a number last stands in words, whole: 4.2 does not stand in 14.2 or 4.21."""
    if not wanted:
        return None
    lead = r"(?<![\w.])" if wanted[0].isalnum() else ""
    follow = r"(?!\w|\.\d)" if wanted[-1].isalnum() else ""
    found = list(re.finditer(f"{lead}{re.escape(wanted)}{follow}", text))
    return found[-1].span() if found else None
