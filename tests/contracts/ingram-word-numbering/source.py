"""A contract as a law firm's Word makes it: paragraphs numbered by Word, so that no number stands in the text; a table in a table; fields."""

# ruff: noqa: ISC004

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

HEAD, CLAUSE, ITEM = 0, 1, 2

CLAUSES: list[tuple[int, str]] = [
    (HEAD, "Interpretation"),
    (
        CLAUSE,
        "In this Agreement “Fault” means a failure of the Licensed System to perform as its specification says, “Support Hours” "
        "means 08:00 to 20:00 on every day other than a Sunday, and “Charges” means the annual charges set out in Annex 2.",
    ),
    (
        CLAUSE,
        "A Fault is of Class One if trains cannot be dispatched, of Class Two if dispatching is possible by hand only, and of Class "
        "Three in every other case. The Customer decides on the class, acting reasonably.",
    ),
    (HEAD, "Support"),
    (CLAUSE, "The Contractor shall, from the moment at which a Fault is reported:"),
    (
        ITEM,
        "for a Class One Fault, confirm receipt within 10 minutes, provide a workaround within 2 hours and a permanent correction within 5 days;",
    ),
    (
        ITEM,
        "for a Class Two Fault, confirm receipt within 30 minutes, provide a workaround within 8 hours and a permanent correction within 15 days; and",
    ),
    (
        ITEM,
        "for a Class Three Fault, confirm receipt within 1 Support Hour and provide a permanent correction in the next release, and in any "
        "event within 90 days.",
    ),
    (
        CLAUSE,
        "The periods for Class One and Class Two Faults run at all hours. The Contractor shall keep to each of them in no fewer than 96% "
        "of the cases of a quarter.",
    ),
    (CLAUSE, "An engineer shall attend at the control centre within 90 minutes if the Customer so asks on account of a Class One Fault."),
    (HEAD, "Availability"),
    (CLAUSE, "The Licensed System shall be available, taken over each quarter, as follows:"),
]

AFTER: list[tuple[int, str]] = [
    (CLAUSE, "The Contractor shall give not less than 21 days’ notice of any planned outage, which shall not last longer than 3 hours."),
    (HEAD, "Liquidated damages"),
    (
        CLAUSE,
        "If availability of the dispatching function falls below 99.97% in a quarter, the Contractor shall pay the Customer 1% of the Charges; "
        "if it falls below 99.9%, 3% of the Charges; and if it falls below 99.5%, 8% of the Charges.",
    ),
    (CLAUSE, "If a Class One Fault is not worked around in time, the Contractor shall pay £1,500 for every hour of delay."),
    (
        CLAUSE,
        "Liquidated damages shall not exceed 20% of the Charges in a year. They are without prejudice to the Customer’s other rights.",
    ),
    (HEAD, "Escalation"),
    (
        CLAUSE,
        "Where a Class One Fault has not been worked around after 1 hour the matter shall be referred to the Contractor’s duty manager; after "
        "4 hours, to its engineering director; and after 12 hours, to its managing director.",
    ),
    (HEAD, "Term"),
    (
        CLAUSE,
        "This Agreement commences on 1 May 2026 and continues for 7 years. The Customer may terminate it at any time on 12 months’ notice. "
        "Either party may terminate it if the other fails to remedy a material breach within 28 days of being told to do so.",
    ),
    (CLAUSE, "This Agreement is governed by the law of Scotland."),
]

GRID = [
    ("Function", "Availability", "Response to an operator’s command"),
    ("Dispatching", "99.97%", "0.5 seconds"),
    ("Timetable", "99.8%", "2 seconds"),
    ("Reporting", "98%", "30 seconds"),
]


def build(folder: Path) -> None:
    """Write contract.docx."""
    word = Document()
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Liberation Serif", Pt(11)
    numbers = _numbering(word)
    word.sections[0].header.paragraphs[0].text = "Ingram Signalling / Support Agreement / draft 9 of 14.04.2026"
    _field(word.sections[0].footer.paragraphs[0], "PAGE")
    title = word.add_paragraph()
    title.alignment = 1
    title.add_run("AGREEMENT FOR THE SUPPORT OF THE TRAIN CONTROL SYSTEM").bold = True
    _parties(word)
    for level, text in CLAUSES:
        _clause(word, numbers, level, text)
    table = word.add_table(rows=0, cols=3, style="Table Grid")
    for row in GRID:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_paragraph()
    for level, text in AFTER:
        _clause(word, numbers, level, text)
    word.save(str(folder / "contract.docx"))


def _parties(word: Any) -> None:
    """The parties stand in a table without lines, a table within its second cell, as letterheads often are."""
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "between"
    inner = table.cell(0, 1).add_table(rows=2, cols=2)
    for (r, c), text in {
        (0, 0): "Ingram Signalling Ltd",
        (0, 1): "(the “Contractor”)",
        (1, 0): "Calder Vale Railway plc",
        (1, 1): "(the “Customer”)",
    }.items():
        inner.cell(r, c).text = text


def _clause(word: Any, numbers: int, level: int, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = level == HEAD or None
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'))


def _numbering(word: Any) -> int:
    """A list of three levels, 1. / 1.1 / (a), and its number."""
    part = word.part.numbering_part.element
    kinds = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")]
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 + 360 * (i == ITEM)}" w:hanging="720"/></w:pPr></w:lvl>'
        for i, (kind, text) in enumerate(kinds)
    )
    part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77


def _field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        xml = f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>' if kind else f"<w:instrText {nsdecls('w')}>{code}</w:instrText>"
        run._r.append(parse_xml(xml))
