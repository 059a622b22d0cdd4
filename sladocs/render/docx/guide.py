"""A new style to work on: one of ours, with a guide behind the marks that shows each style that a contract uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final

from sladocs.render.docx.marks import GUIDE, GUIDE_STYLE
from sladocs.render.docx.markup import find, find_all, get
from sladocs.render.docx.properties import write_properties
from sladocs.render.docx.source import element, elements, flat, paragraph, run, value
from sladocs.render.docx.style import Styling, load, supplement
from sladocs.render.values import VALUES

WORDS: Final = files("sladocs.render.docx") / "guide.txt"
"""The guide, line by line: `# heading`, `## part`, `[OurStyle] sample`, and plain words; the cells of a sample table stand between bars."""
EXPLAINED: Final = {
    "title": "the agreement’s title", "version": "its version", "status": "DRAFT or FINAL", "draft": "DRAFT, or nothing",
    "document_id": "the document’s number", "confidentiality": "such as Confidential", "date": "the date of the version",
    "language": "such as en-GB", "subject": "the subject", "organisation": "the provider", "digest": "a digest of the clauses used",
}  # fmt: skip
BREAKING: Final = frozenset({"ScheduleHeading", "ScheduleHeadingPlain", "TOCHeading"})
"""Styles that start a page: their samples do not, since they would fill the guide with white."""
TABLES: Final = {
    "ContractTable": (("TableHeader", "TableHeaderFigure"), ("TableText", "TableFigure")),
    "ContractTableCompact": (("TableHeaderCompact", "TableHeaderFigureCompact"), ("TableTextCompact", "TableFigureCompact")),
    "SignatureTable": (("TableHeader", "TableHeader"), ("SignatureText", "SignatureText")),
}
"""The styles of the cells of a sample table: of its head, and of its other rows."""
WIDTH: Final = 4592
"""Twips of each of the two columns of a sample table."""
_TEXT: Final = "StyleGuide"
_HEADING: Final = "StyleGuideHeading"
_GREY: Final = "4A4A4A"
_SAMPLE: Final = re.compile(r"\[(\w+)\] (.*)")


def new_style(base: str) -> bytes:
    """The bytes of a Word file to work on, made from one of our styles, with its guide."""
    package = load(base)
    main = package.main()
    styling = supplement(package, "en-GB")
    styles, root = package.xml("word/styles.xml"), package.xml(main)
    styles.extend(elements(_styles()))
    section = find(root, "w:body/w:sectPr")
    assert section is not None
    numbered = {get(s, "w:styleId"): flat(found) for s in find_all(styles, "w:style") if (found := find(s, "w:pPr/w:numPr")) is not None}
    for block in elements(_blocks(styling, numbered)):
        section.addprevious(block)
    package.put("word/styles.xml", styles)
    package.put(main, root)
    write_properties(package, {**dict.fromkeys(VALUES, ""), "title": "A style for contracts", "language": "en-GB"})
    return package.to_bytes()


def _styles() -> Iterator[str]:
    """The styles of the guide's own words, which take nothing from the style that is worked on."""
    for style, named, size, heading in ((_TEXT, GUIDE_STYLE, 18, False), (_HEADING, f"{GUIDE_STYLE} Heading", 24, True)):
        spacing = {"w:before": 240 if heading else 0, "w:after": 80, "w:line": 252, "w:lineRule": "auto"}
        fonts = element("w:rFonts", {"w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial"})
        letters = element("w:rPr", None, fonts, element("w:b") if heading else None, value("w:color", _GREY), value("w:sz", size))
        place = element("w:pPr", None, element("w:keepNext") if heading else None, element("w:spacing", spacing))
        yield element(
            "w:style",
            {"w:type": "paragraph", "w:customStyle": "1", "w:styleId": style},
            value("w:name", named),
            value("w:basedOn", "Normal"),
            place,
            letters,
        )


def _direct(style: str, numbered: Mapping[str | None, str]) -> list[str]:
    """What a sample says itself: where a heading has a level's number, the text of that level names its number as the writer does."""
    if style in BREAKING:
        return [value("w:pageBreakBefore", 0)]
    return [numbered[style]] if "Level" in style and style in numbered else []


def _blocks(styling: Styling, numbered: Mapping[str | None, str]) -> Iterator[str]:
    """The mark and the guide; `numbered` are the styles with a number by their ids."""
    values = "; ".join(f"{{{{ {name} }}}} {EXPLAINED[name]}" for name in VALUES)
    yield paragraph(_TEXT, run(f"{{{{ {GUIDE} }}}}"))
    for words in WORDS.read_text("utf-8").splitlines():
        sample = _SAMPLE.fullmatch(words)
        if sample and sample[1] in TABLES:
            yield from _table(styling, sample[1], [row.split(" | ") for row in sample[2].split(" / ")])
        elif sample:
            yield paragraph(styling[sample[1]], run(sample[2]), properties=_direct(sample[1], numbered))
        elif words.startswith("## "):
            apart = [element("w:keepNext"), element("w:spacing", {"w:before": 200})]
            yield paragraph(_TEXT, run(words.removeprefix("## "), styling["Strong"]), properties=apart)
        elif words.startswith("# "):
            yield paragraph(_HEADING, run(words.removeprefix("# ")))
        else:
            yield paragraph(_TEXT, run(words.replace("{values}", f"{values}.")))
    named = [run("Strong", styling["Strong"]), run(", "), run("Defined Term", styling["DefinedTerm"]), run(", ")]
    yield paragraph(styling["BodyText"], run("In lines: "), *named, run("Draft Mark", styling["DraftMark"]), run("."))


def _table(styling: Styling, kind: str, rows: list[list[str]]) -> Iterator[str]:
    """A sample table, and the paragraph that parts it from the next."""
    look = {"w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 0, "w:lastColumn": 0, "w:noHBand": 1, "w:noVBand": 1}
    properties = element(
        "w:tblPr",
        None,
        value("w:tblStyle", styling[kind.removesuffix("Compact")]),
        element("w:tblW", {"w:w": 2 * WIDTH, "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", {"w:val": "0620", **look}),
        value("w:tblCaption", "A sample"),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": WIDTH}) for _ in range(2)))
    made = []
    width = element("w:tcPr", None, element("w:tcW", {"w:w": WIDTH, "w:type": "dxa"}))
    for number, row in enumerate(rows):
        texts = zip(TABLES[kind][min(number, 1)], row, strict=True)
        cells = [element("w:tc", None, width, paragraph(styling[style], run(text))) for style, text in texts]
        made.append(
            element("w:tr", None, element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader") if not number else None), *cells)
        )
    yield element("w:tbl", None, properties, grid, *made)
    yield paragraph(styling["TableEnd"])
