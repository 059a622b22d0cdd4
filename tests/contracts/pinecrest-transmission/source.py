"""A transmission agreement as Word files come from a law firm: numbers made by Word, a table within a table, a schedule on its side."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH

CLAUSES = [
    (
        'In this Agreement "Outage" means any time in which the Signal of a Service is not radiated at 80% or more of its licensed power, other than '
        'time lost by Excused Causes; and "Main Station" means a station listed in Part 1 of the Schedule.'
    ),
    (
        "The Company shall radiate each Service twenty-four hours a day on every day of the Term, and shall keep to the Schedule, which sets the "
        "availability required of each class of station, counted over a calendar year."
    ),
    (
        "The Company shall detect an Outage of a Main Station within two minutes and shall tell the Broadcaster's control room of it, by telephone, "
        "within five minutes of detection. For other stations the Broadcaster is told within thirty minutes."
    ),
    (
        "An engineer shall reach a Main Station within ninety minutes and any other station within four hours; on islands and mountains marked (I) in "
        "the Schedule, within twelve hours. The mean time to repair, taken over all stations and a calendar year, shall not exceed three hours."
    ),
    (
        "Work that interrupts a Service is done between 01:00 and 05:30, needs the Broadcaster's consent, asked for not less than ten Working Days "
        "before, and shall not come to more than six hours in a year at any one station."
    ),
    (
        "The Company shall report each Outage of more than ten minutes in writing within two Working Days, and shall send a summary for the month by "
        "the seventh Working Day of the next."
    ),
    (
        "If the availability required is missed at a station, the Charges of that station for the year are reduced as the Schedule provides. The "
        "reductions of a year shall not exceed 20% of all Charges of that year."
    ),
    (
        "Questions that the Duty Managers of the parties cannot settle within one hour go to the Heads of Transmission and, after a further six hours, "
        "to the Technical Directors."
    ),
    (
        "The Broadcaster shall pay the Charges monthly in arrears, within thirty days of the invoice. They rise on each 1 April by the retail price "
        "index less 1.5%."
    ),
    (
        "This Agreement begins on 1 April 2024 and ends on 31 March 2034. The Broadcaster may end it for a station on twelve months' notice, and for "
        "all stations if the availability of Main Stations, taken together, is below 99.5% in two years running."
    ),
    "This Agreement is governed by the law of Scotland.",
]
STATIONS = [
    ("Class of station", "Availability in a year", "Longest single Outage", "Reduction of the year's Charges of the station"),
    ("Main Station", "99.95%", "45 minutes", None),
    ("Relay serving more than 20,000 households", "99.8%", "6 hours", None),
    ("Other relay", "99.5%", "24 hours", "2% for each full 0.1% below 99.5%"),
]
STEPS = {
    1: [("99.90% to below 99.95%", "3%"), ("99.80% to below 99.90%", "8%"), ("below 99.80%", "20%")],
    2: [("99.5% to below 99.8%", "4%"), ("below 99.5%", "12%")],
}


def build(folder: Path) -> None:
    """Write `contract.docx`."""
    word = Document()
    word.sections[0].header.paragraphs[0].text = "Execution version"
    title = word.add_paragraph("TRANSMISSION SERVICES AGREEMENT", style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_paragraph("between Pinecrest Towers Limited (the Company) and Harbourline Radio plc (the Broadcaster)")
    for clause in CLAUSES:
        word.add_paragraph(clause, style="List Number")
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, section.page_height, section.page_width
    word.add_heading("SCHEDULE", level=1)
    word.add_heading("Availability and reductions", level=2)
    table = word.add_table(rows=len(STATIONS), cols=4, style="Table Grid")
    for r, row in enumerate(STATIONS):
        for c, text in enumerate(row):
            if text is not None:
                table.cell(r, c).text = text
    for r, steps in STEPS.items():
        inner = table.cell(r, 3).add_table(rows=len(steps), cols=2)
        for k, (band, credit) in enumerate(steps):
            inner.cell(k, 0).text, inner.cell(k, 1).text = band, credit
    word.add_paragraph("Part 1 lists the Main Stations: Craigend, Tarvit (I), Lowther. Part 2 lists the relays.")
    word.save(str(folder / "contract.docx"))
