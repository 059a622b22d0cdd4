"""The table of contents: a TOC field whose entries are filled and linked, so that it is right before anyone updates it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Heading, words
from sladocs.render.docx.markup import element, field, field_end, field_start, paragraph, run, tab, value
from sladocs.render.docx.style import Styling
from sladocs.render.docx.targets import CONTENTS_LEVEL, Targets
from sladocs.render.widths import text_width

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

FEWEST: Final = 4
"""A document with fewer headings than this has no table of contents."""
TOC_INDENT: Final = 567
TOC_DEEPER: Final = 113
TOC_SIZE: Final = 21
SDT_ID: Final = 1_000_000_001


def contents(blocks: Sequence[Block], targets: Targets, styling: Styling) -> Element | None:
    """The table of contents as Word's own gallery makes it, None where the document has too few headings for one."""
    listed = [(index, block) for index, block in enumerate(blocks) if index in targets.contents and isinstance(block, Heading)]
    if len(listed) < FEWEST:
        return None
    entries = [_entry(block, targets.contents[index], styling) for index, block in listed]
    entries[0][1:1] = field_start(f'TOC \\o "1-{CONTENTS_LEVEL}" \\h \\z \\u')
    entries[-1].append(field_end())
    properties = element(
        "w:sdtPr",
        None,
        value("w:id", SDT_ID),
        element("w:docPartObj", None, value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")),
    )
    heading = paragraph(styling["TOCHeading"], run("Contents"))
    return element("w:sdt", None, properties, element("w:sdtContent", None, heading, *entries))


def _entry(block: Heading, bookmark: str, styling: Styling) -> Element:
    label = [run(block.label), tab()] if block.label else []
    page = field(f"PAGEREF {bookmark} \\h", [run("1")])
    text = run(" ".join(words(block.content).split()))
    link = element("w:hyperlink", {"w:anchor": bookmark, "w:history": "1"}, *label, text, tab(), *page)
    stop = element("w:tabs", None, element("w:tab", {"w:val": "left", "w:pos": _label_stop(block)})) if block.label else None
    return paragraph(styling[f"TOC{block.level}"], link, properties=[stop] if stop is not None else [])


def _label_stop(block: Heading) -> int:
    """Where the words begin behind a label, as Word sets it for each entry: one place for numbers, the next free one for longer labels."""
    indent = TOC_INDENT * (block.level - 1)
    usual = indent + TOC_INDENT + (TOC_DEEPER if block.level > 1 else 0)
    return max(usual, indent + text_width(f"{block.label}  ", TOC_SIZE) + 60)
