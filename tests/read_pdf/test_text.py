"""What stands on pages comes out in the order and as the blocks in which a person reads it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from made import PROSE, Sheet, pdf, plain

from sladocs.model.document import Document, Heading, ListItem, Paragraph, Table, words
from sladocs.read import read


def blocks(*sheets: Sheet) -> list[tuple[str, str, str]]:
    """Kind, label and words of each block."""
    return [
        (block.type, getattr(block, "label", ""), words(block.content))
        for block in read(pdf(*sheets)).blocks
        if not isinstance(block, Table)
    ]


def texts(*sheets: Sheet) -> list[str]:
    return [text for _, _, text in blocks(*sheets)]


def test_lines_become_paragraphs_headings_and_labels() -> None:
    sheet = Sheet().say(72, 80, "Service Level Agreement", size=20, bold=True)
    sheet.say(72, 110, "1", size=14, bold=True).say(100, 110, "Availability", size=14, bold=True)
    sheet.say(72, 130, "1.1").lines(100, 130, PROSE).say(72, 174, "1.2").say(100, 174, "Planned Maintenance is left out.")
    sheet.say(100, 192, "(a)").say(120, 192, "on Sundays; and").say(100, 206, "(b)").say(120, 206, "at night.")
    document = read(pdf(sheet))
    assert [type(block) for block in document.blocks] == [Paragraph, Heading, Paragraph, Paragraph, ListItem, ListItem]
    assert blocks(sheet) == [
        ("paragraph", "", "Service Level Agreement"),
        ("heading", "1", "Availability"),
        ("paragraph", "1.1", " ".join(PROSE)),
        ("paragraph", "1.2", "Planned Maintenance is left out."),
        ("item", "(a)", "on Sundays; and"),
        ("item", "(b)", "at night."),
    ]
    assert document.title == "Service Level Agreement"
    assert {block.page for block in document.blocks} == {1}
    assert document.blocks[1].source == "page 1#72,100,174,113"


def test_headings_have_levels_by_size_and_by_number() -> None:
    sheet = Sheet()
    for place, (text, size) in enumerate([("1 Scope", 14), ("1.1 Services", 12), ("1.1.1 Support", 12), ("2 Fees", 14), ("2.1 Tax", 12)]):
        sheet.say(72, 80 + 100 * place, text, size=size, bold=True).lines(72, 105 + 100 * place, PROSE)
    found = [(block.label, block.level) for block in read(pdf(sheet)).blocks if isinstance(block, Heading)]
    assert found == [("1", 1), ("1.1", 2), ("1.1.1", 3), ("2", 1), ("2.1", 2)]


def test_a_cross_reference_at_the_start_of_a_line_is_no_label() -> None:
    sheet = Sheet().lines(
        72, 100, (PROSE[0], "Availability and shall measure it in the way that is stated in full in clause", "4.2 of this Agreement.")
    )
    sheet.lines(72, 160, PROSE)
    assert texts(sheet)[0].endswith("in clause 4.2 of this Agreement.")


@pytest.mark.parametrize("gap", [20, 60])
def test_columns_are_read_one_after_the_other(gap: int) -> None:
    left = [f"left {count} of the column with words enough" for count in range(8)]
    right = [f"right {count} of the column with words enough" for count in range(8)]
    sheet = Sheet()
    for count in range(8):  # as many programs write them: line by line across both
        sheet.say(72, 100 + 12 * count, left[count]).say(260 + gap, 100 + 12 * count, right[count])
    text = " ".join(texts(sheet))
    assert text == " ".join(left + right)


def test_two_signatures_side_by_side_are_not_mixed() -> None:
    sheet = plain()
    for count, asked in enumerate(("By:", "Name:", "Title:", "Date:")):
        sheet.say(72, 300 + 20 * count, f"{asked} first {count}").say(330, 300 + 20 * count, f"{asked} second {count}")
    text = read(pdf(sheet)).text
    assert text.index("first 3") < text.index("second 0") or "\t" in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    sheets = []
    for number in range(1, 5):
        sheet = plain(page=number).say(72, 40, "Harbour Ledger Agreement").say(450, 40, "Version 1.0")
        sheets.append(sheet.say(72, 810, "Confidential").say(470, 810, f"Page {number} of 4"))
    text = read(pdf(*sheets)).text
    assert not [word for word in ("Harbour", "Confidential", "Page") if word in text]
    assert [f"{number} Availability" in text for number in range(1, 5)] == [True] * 4


@pytest.mark.parametrize("shown", ["{}", "- {} -", "Page {}", "Page {} of 3", "{} / 3"])
def test_numbers_of_pages_are_left_out(shown: str) -> None:
    found = texts(*(plain(page=number).say(290, 815, shown.format(number)) for number in range(1, 4)))
    assert found == [text for number in range(1, 4) for text in ("Availability", " ".join(PROSE))]


def test_the_header_of_a_table_on_each_page_is_no_running_head() -> None:
    sheets = []
    for number in range(3):
        sheet = Sheet()
        for row in range(-1, 20):
            cells = ("Service", "Target", "Period") if row < 0 else (f"Service {number}-{row}", f"{90 + row % 10}.{number} %", "month")
            for x, cell in zip((72, 220, 400), cells, strict=True):
                sheet.say(x, 80 + 20 * row + 20, cell, bold=row < 0)
        sheets.append(sheet)
    assert "Service\tTarget\tPeriod" in read(pdf(*sheets)).text


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    first = Sheet().lines(72, 760, PROSE[:2]).say(290, 820, "1")
    second = Sheet().say(72, 90, PROSE[2]).say(72, 120, "A second paragraph begins here and is short.").say(290, 820, "2")
    assert texts(first, second) == [" ".join(PROSE), "A second paragraph begins here and is short."]
    assert [block.page for block in read(pdf(first, second)).blocks] == [1, 2]


def test_a_word_that_a_line_s_end_parts_is_one_word() -> None:
    lines = (
        "The Provider shall measure the availability of all Services and shall tell the Cus-",
        "tomer the result, as the service-level",
        "manager asks.",
    )
    longer = (
        *lines[:1],
        "tomer the result of each month within five days of its end if the service-",
        "level manager asks.",
        "A service-level",
    )
    assert "tell the Customer the result" in texts(Sheet().lines(72, 100, lines))[0]
    assert "the service-level manager asks." in " ".join(
        texts(Sheet().lines(72, 100, longer).lines(72, 180, ("A service-level manager is named.",)))
    )


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (
            "The hours of support are told in the time of the zone named America/Argentina/",
            "Buenos_Aires.",
            "America/Argentina/Buenos_Aires.",
        ),
        ("The hours of support are those of the business days in the city of Kingston-", "Upon-Thames.", "Kingston-Upon-Thames."),
        ("The support desk answers on each business day between the hours of 09:00\u2013", "17:00.", "09:00\u201317:00."),
        ("The Provider and the Customer shall agree the dates of all planned works short-", "or long-term.", "short- or long-term."),
        ("The Provider shall answer all the requests of Provider / the Customer /", "their Users.", "Customer / their Users."),
        (
            "Each Incident is told to the Provider by a message that is sent to the desk at support@",
            "host.example.",
            "support@host.example.",
        ),
        ("Each Incident is told to the Provider by a message that is sent to support@host.", "example.", "support@host.example."),
        ("The desk is for Users/ Customers and all others, among them all the Partners/", "Resellers.", "Partners/ Resellers."),
    ],
)
def test_a_line_that_ends_inside_a_word_has_no_blank_there(above: str, below: str, expected: str) -> None:
    assert texts(Sheet().lines(72, 100, (above, below)))[0].endswith(f" {expected}")


def test_a_word_of_a_cell_may_be_parted_more_than_once() -> None:
    sheet = Sheet().say(72, 60, "The hours of support are told in the time of the zone that stands beside them:")
    for y in (80, 100, 150):
        sheet.rule(72, y, 318)
    for x in (72, 132, 318):
        sheet.parts.append(f"0.5 w {x} 762 m {x} 692 l S")
    sheet.say(76, 94, "Zone").say(136, 94, "Hours").lines(76, 114, ("America/", "Argentina/", "Salta")).say(136, 114, "Monday to Friday")
    tables = [block for block in read(pdf(sheet)).blocks if isinstance(block, Table)]
    assert [row[0].text for row in tables[0].rows] == ["Zone", "America/Argentina/Salta"]


def test_a_word_that_is_too_long_for_its_cell_is_one_word_as_elsewhere() -> None:
    sheet = Sheet().say(72, 60, "The time for restoration of a Service is told below, by the priority of the fault:")
    for y in (80, 100, 150, 200):
        sheet.rule(72, y, 318)
    for x in (72, 120, 318):
        sheet.parts.append(f"0.5 w {x} 762 m {x} 642 l S")
    sheet.say(76, 94, "Time").say(124, 94, "Text").lines(76, 114, ("restora-", "tion")).say(124, 114, "within 4 hours of each business day")
    sheet.lines(76, 164, ("restorati", "on of all")).say(124, 164, "within 8 hours of each business day")
    tables = [block for block in read(pdf(sheet)).blocks if isinstance(block, Table)]
    assert [row[0].text for row in tables[0].rows] == ["Time", "restoration", "restoration of all"]


def test_a_list_of_contents_is_left_out() -> None:
    contents = Sheet().say(72, 80, "Contents", size=14, bold=True)
    for count, text in enumerate(("1 Definitions", "2 Services", "3 Service levels", "Schedule 1 Fees")):
        contents.say(72, 110 + 14 * count, f"{text} {'.' * 60} {count + 2}")
    assert texts(contents, plain()) == ["Availability", " ".join(PROSE)]


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    sheet = Sheet().lines(72, 100, PROSE).say(258, 120, "1", size=6).lines(72, 160, PROSE)
    sheet.say(72, 780, "1", size=6).say(78, 782, "Measured at the Service Boundary.", size=8)
    document = read(pdf(sheet))
    assert [(block.role, block.label) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("body", ""),
        ("note", "1"),
        ("body", ""),
    ]
    assert words(document.blocks[1].content) == "Measured at the Service Boundary." if isinstance(document.blocks[1], Paragraph) else False
    assert words(document.blocks[0].content) == " ".join(PROSE) if isinstance(document.blocks[0], Paragraph) else False


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_seen(turns: int) -> None:
    sheet = plain()
    sheet.turned = turns
    middle = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 -247 842"}[turns]
    sheet.parts = [f"q {middle} cm", *(part for part in sheet.parts), "Q"]
    assert sorted(texts(sheet)) == sorted(["Availability", " ".join(PROSE)])


def test_items_have_levels_by_where_their_labels_stand() -> None:
    sheet = Sheet().say(72, 100, "The following holds:")
    for count, (x, label) in enumerate([(90, "(a)"), (110, "(i)"), (110, "(ii)"), (130, "(A)"), (90, "(b)")]):
        sheet.say(x, 120 + 14 * count, label).say(x + 20, 120 + 14 * count, f"item {count} says something;")
    found = [(block.label, block.level) for block in read(pdf(sheet)).blocks if isinstance(block, ListItem)]
    assert found == [("(a)", 1), ("(i)", 2), ("(ii)", 2), ("(A)", 3), ("(b)", 1)]


def test_a_line_break_within_an_item_starts_no_paragraph() -> None:
    sheet = (
        Sheet()
        .say(72, 100, "\u2022")
        .say(90, 100, "P1 (Critical): the Service is down.")
        .say(90, 112, "Response: 1 hour.")
        .lines(72, 140, PROSE)
    )
    assert texts(sheet)[0] == "P1 (Critical): the Service is down. Response: 1 hour."


def test_a_caption_belongs_to_the_table_below_it() -> None:
    sheet = Sheet().lines(72, 80, PROSE).say(72, 140, "Table 1: Targets", bold=True)
    for row, cells in enumerate([("Service", "Target"), ("Platform", "99.9 %"), ("Interface", "99.5 %")]):
        sheet.rule(72, 152 + 18 * row, 400)
        for x, cell in zip((76, 250), cells, strict=True):
            sheet.say(x, 165 + 18 * row, cell, bold=row == 0)
    sheet.rule(72, 152 + 18 * 3, 400)
    tables = [block for block in read(pdf(sheet)).blocks if isinstance(block, Table)]
    assert [words(table.caption) for table in tables] == ["Table 1: Targets"]
    assert [[cell.text for cell in row] for row in tables[0].rows] == [
        ["Service", "Target"],
        ["Platform", "99.9 %"],
        ["Interface", "99.5 %"],
    ]


def test_the_title_of_the_file_counts_where_the_text_has_none() -> None:
    assert read(pdf(Sheet().lines(72, 100, PROSE), title="Harbour Ledger")).title == "Harbour Ledger"
    assert read(pdf(Sheet().lines(72, 100, PROSE), title="Microsoft Word - final2.doc")).title == ""


def test_the_same_file_gives_the_same_document() -> None:
    data = pdf(*(plain(page=number) for number in range(1, 4)))
    first: Document = read(data)
    assert read(data) == first


def test_numbers_of_an_earlier_print_in_the_midst_of_the_text_are_left_out() -> None:
    sheet = Sheet()
    for count in range(4):
        sheet.lines(72, 100 + 120 * count, PROSE).say(250, 155 + 120 * count, f"-{count + 1}-")
    assert texts(sheet) == [" ".join(PROSE)] * 4


def test_lines_that_were_broken_as_on_a_typewriter_are_joined() -> None:
    wide = "Each of the parties has read this Agreement in full, and understands each of its provisions and all of its schedules,"
    lines = (
        "This Agreement is made between the company Harbourline Software",
        "Ltd and the company Oakfield Retail",
        "plc for the term stated below.",
    )
    assert texts(Sheet().lines(72, 100, (wide, "and signs it.")).lines(72, 160, lines))[1] == " ".join(lines)
