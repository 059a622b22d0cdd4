"""The table of contents: a TOC field whose entries are filled and linked, so that it is right before anyone updates it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sladocs.model.document import Block, Heading, words
from sladocs.render.docx.measures import Measure, Measures
from sladocs.render.docx.source import element, field, field_end, field_start, paragraph, run, tab, value
from sladocs.render.docx.style import Styling
from sladocs.render.docx.targets import CONTENTS_LEVEL, Targets
from sladocs.render.widths import text_width

FEWEST: Final = 4
"""A document with fewer headings than this has no table of contents."""
TOC_INDENT: Final = 567
TOC_DEEPER: Final = 113
SDT_ID: Final = 1_000_000_001


def contents(blocks: Sequence[Block], targets: Targets, styling: Styling, measures: Measures, width: int) -> str | None:
    """The table of contents as Word's own gallery makes it, `width` twips wide; None where the document has too few headings for one."""
    listed = [(index, block) for index, block in enumerate(blocks) if index in targets.contents and isinstance(block, Heading)]
    if len(listed) < FEWEST:
        return None
    starts = [field_start(f'TOC \\o "1-{CONTENTS_LEVEL}" \\h \\z \\u'), *[""] * (len(listed) - 1)]
    ends = [*[""] * (len(listed) - 1), field_end()]
    edge = _edge(styling, width)
    entries = [
        paragraph(
            styling[f"TOC{block.level}"],
            start,
            _link(block, targets.contents[index]),
            end,
            properties=_stops(block, edge, measures.style(styling[f"TOC{block.level}"])),
        )
        for (index, block), start, end in zip(listed, starts, ends, strict=True)
    ]
    properties = element(
        "w:sdtPr",
        None,
        value("w:id", SDT_ID),
        element("w:docPartObj", None, value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")),
    )
    heading = paragraph(styling["TOCHeading"], run("Contents"))
    return element("w:sdt", None, properties, element("w:sdtContent", None, heading, *entries))


def _edge(styling: Styling, width: int) -> str:
    """The stop for page numbers, where the style's own is not at the text's right edge."""
    if width in styling.contents_stops:
        return ""
    cleared = [element("w:tab", {"w:val": "clear", "w:pos": stop}) for stop in sorted(styling.contents_stops)]
    return "".join([*cleared, element("w:tab", {"w:val": "right", "w:leader": "dot", "w:pos": width})])


def _link(block: Heading, bookmark: str) -> str:
    label = [run(block.label), tab()] if block.label else []
    page = field(f"PAGEREF {bookmark} \\h", [run("1")])
    text = run(" ".join(words(block.content).split()))
    return element("w:hyperlink", {"w:anchor": bookmark, "w:history": "1"}, *label, text, tab(), *page)


def _stops(block: Heading, edge: str, measure: Measure) -> list[str]:
    """The tab stops of an entry: behind its label, and at the right edge."""
    label = element("w:tab", {"w:val": "left", "w:pos": _label_stop(block, measure)}) if block.label else ""
    return [element("w:tabs", None, label, edge)] if label or edge else []


def _label_stop(block: Heading, measure: Measure) -> int:
    """Where the words begin behind a label, as Word sets it for each entry: one place for numbers, the next free one for longer labels."""
    indent = TOC_INDENT * (block.level - 1)
    usual = indent + TOC_INDENT + (TOC_DEEPER if block.level > 1 else 0)
    wide = text_width(f"{block.label}  ", measure.size, bold=measure.bold, family=measure.family)
    return max(usual, indent + wide + 60)
