"""The pieces of the writer by themselves: widths of columns, columns of figures, wide tables, references, pictures, packages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.model.document import Cell, Document, Figure, Heading, ListItem, Paragraph, Run, Table, line
from sladocs.render.docx.markup import legal
from sladocs.render.grid import FIGURE, figure_columns, layout
from sladocs.render.widths import PADDING, column_widths, easy_widths, text_width

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(*rows: tuple[str, ...], headers: int = 1) -> Table:
    return Table(headers=headers, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows))


@pytest.mark.parametrize(
    "text",
    ["99.9 %", "12", "1,000", "4 business hours", "within 4 hours", "at least 99.9 %", "USD 10,000", "less than 200 ms", "exactly 0", "€ 5", "-3 %", "within 2 business days in 95 % of cases each month"],
)  # fmt: skip
def test_figures(text: str) -> None:
    assert FIGURE.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    [
        "SL-1",
        "P1 (Critical)",
        "1 January 2027",
        "10 % of the monthly fee",
        "each month",
        "3rd party",
        "08:00 to 18:00",
        "A 99",
        "Tier 1 service",
    ],
)
def test_no_figures(text: str) -> None:
    assert not FIGURE.fullmatch(text)


def test_a_column_is_one_of_figures_only_as_a_whole() -> None:
    table = made(("A", "B", "C", "D"), ("1", "1 %", "1 %", "—"), ("2", "—", "none", "—"))
    assert figure_columns(table) == {1}


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(2000, 14000))
def test_widths_fill_the_page_exactly(rows: list[list[str]], available: int) -> None:
    widths, _ = column_widths(made(*(tuple(row) for row in rows)), available, 18)
    assert sum(widths) == available
    assert min(widths) > 0


def test_short_columns_keep_their_lines_whole() -> None:
    long = "The hosted accounting application with its interfaces, reports and the mobile client. " * 3
    widths, fits = column_widths(made(("Service", "Description", "Package"), ("Ledger Platform", long, "Enhancement")), 9184, 18)
    assert fits
    assert widths[0] >= text_width("Ledger Platform", 18)
    assert widths[2] >= text_width("Enhancement", 18)
    assert widths[1] > 5000


def test_phrases_with_a_share_of_cases_stand_to_the_left() -> None:
    table = made(("Priority", "Response", "Update"), ("P1", "within 1 hour in 95 % of cases", "within 1 hour"))
    assert figure_columns(table) == frozenset()


def test_a_blank_that_holds_a_line_together_is_as_wide_as_another() -> None:
    assert text_width("10\u00a0business\u00a0days", 18) == text_width("10 business days", 18)


def test_short_lines_stay_whole_in_smaller_letters_where_they_must() -> None:
    share = "within 2\u00a0business\u00a0hours in 95\u00a0% of cases each month"
    days = "within 10\u00a0business\u00a0days"
    table = made(
        ("Priority", "Response time", "Restoration time", "Resolution time", "Update interval"), ("P3 (Medium)", share, days, days, days)
    )
    assert easy_widths(table, 9184, 18) is None
    widths = easy_widths(table, 9184, 16)
    assert widths is not None
    assert sum(widths) == 9184
    assert all(width >= text_width(days, 16) for width in widths[2:])


def test_a_long_address_for_mail_neither_turns_the_page_nor_leaves_it(written: Any) -> None:
    mail = "contracts-and-renewals-department@a-very-long-name-of-a-company.example"
    table = made(
        ("Role", "Name", "Registered address", "Address for notices"), ("Provider", "A long name of a company " * 3, "1 Street " * 9, mail)
    )
    file = written(Document(front=(table,), body=(table,)))
    assert not file.find("//w:pgSz[@w:orient='landscape']")
    assert [sum(int(w) for w in file.within(made, "w:tblGrid/w:gridCol/@w:w")) for made in file.find("//w:tbl")] == [9184, 9184]


def test_the_end_of_the_last_table_goes_with_the_signatures(written: Any) -> None:
    table = made(("Activity", "Party"), *((f"Work {n}", "Provider") for n in range(9)))
    signing = Table(layout="signatures", rows=made(("Signed for", "the Provider"), ("Signature", "")).rows)
    file = written(Document(body=(table,), signatures=(signing,)))
    rows = file.find("//w:tbl")[0].findall(f"{W}tr")
    kept = [bool(file.within(row, "w:tc/w:p/w:pPr/w:keepNext")) for row in rows[1:]]
    assert kept == [False] * 7 + [True, True]


def test_a_table_too_wide_for_an_upright_page_lies_across(written: Any) -> None:
    header = tuple(f"Measurement{n}" for n in range(10))
    wide = made(header, tuple("milliseconds" for _ in header)).model_copy(update={"caption": line("Wide")})
    blocks = (
        Heading(level=1, label="1", content=line("One")),
        Paragraph(label="1.1", content=line("Text.")),
        wide,
        Paragraph(label="1.2", content=line("More.")),
    )
    file = written(Document(body=blocks))
    sections = file.find("//w:sectPr")
    assert [file.within(s, "w:pgSz/@w:orient") for s in sections] == [[], ["landscape"], []]
    (table,) = file.find("//w:tbl")
    assert int(file.within(table, "w:tblPr/w:tblW/@w:w")[0]) == 14116
    assert file.style(table.getprevious()) == "Caption"
    assert file.within(table.getprevious().getprevious(), "w:pPr/w:sectPr")
    assert file.within(table.getnext(), "w:pPr/w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert [len(file.within(s, "w:titlePg")) for s in sections] == [1, 0, 0]


def test_wide_tables_in_a_row_share_a_page(written: Any) -> None:
    header = tuple(f"Measurement{n}" for n in range(10))
    wide = made(header).model_copy(update={"caption": line("Wide")})
    file = written(Document(body=(Heading(level=1, label="1", content=line("One")), wide, wide)))
    assert [file.within(s, "w:pgSz/@w:orient") for s in file.find("//w:sectPr")] == [["landscape"]]


def test_layout_of_spans() -> None:
    a, b, c, d = (Cell(lines=(line(x),)) for x in "abcd")
    wide, tall = a.model_copy(update={"columns": 2}), b.model_copy(update={"rows": 2})
    rows = layout(Table(rows=((wide, tall), (c, d))))
    assert [(p.cell, p.column, p.columns, p.first) for p in rows[0]] == [(wide, 0, 2, True), (tall, 2, 1, True)]
    assert [(p.cell, p.column, p.columns, p.first) for p in rows[1]] == [(c, 0, 1, True), (d, 1, 1, True), (tall, 2, 1, False)]


def test_the_same_cell_twice_is_two_cells() -> None:
    cell = Cell(lines=(line("x"),))
    assert [p.columns for p in layout(Table(rows=((cell, cell),)))[0]] == [1, 1]


def test_short_rows_leave_the_grid_open(written: Any) -> None:
    cell = Cell(lines=(line("x"),))
    file = written(Document(body=(Table(rows=((cell, cell, cell), (cell,))),)))
    assert [len(r) for r in (file.within(row, "w:tc") for row in file.find("//w:tr"))] == [3, 1]
    assert file.find("//w:tr[2]/w:trPr/w:gridAfter/@w:val") == ["2"]


@pytest.mark.parametrize(
    ("text", "anchor", "cached"),
    [
        ("clause 1.1", "c", ["1.1"]),
        ("clause 1.1(a)", "i", ["1.1", "(a)"]),
        ("item (a)", "i", ["(a)"]),
        ("clauses 11.1 and 1.1", "c", ["1.1"]),
        ("clause 11.1 or 1.10", "c", []),
        ("the typed one, 7.", "t", ["7."]),
        ("Plain heading", "p", ["Plain heading"]),
        ("elsewhere", "p", []),
        ("nowhere", "missing", None),
    ],
)
def test_references(written: Any, text: str, anchor: str, cached: list[str] | None) -> None:
    blocks = (
        Heading(level=1, label="1", content=line("One")),
        Paragraph(label="1.1", content=line("Text:"), anchor="c"),
        ListItem(level=1, label="(a)", content=line("item"), anchor="i"),
        Paragraph(label="7.", content=line("typed"), anchor="t"),
        Heading(level=1, content=line("Plain heading"), anchor="p"),
        Paragraph(content=line("See ", Run(text=text, refers=anchor), ".")),
    )
    file = written(Document(body=blocks))
    last = file.find("//w:body/w:p")[-1]
    assert file.text(last) == f"See {text}."
    fields = [file.text(i.getparent().getnext().getnext()) for i in file.within(last, ".//w:instrText")]
    assert fields == (cached or [])
    assert len(file.within(last, "w:hyperlink")) == (1 if cached == [] else 0)
    names = file.find("//w:bookmarkStart/@w:name")
    assert {i.text.split()[1] for i in file.within(last, ".//w:instrText")} | set(file.within(last, "w:hyperlink/@w:anchor")) <= set(names)


def test_pictures(written: Any, samples: Any) -> None:
    wide = samples.png(2000, 100)
    file = written(
        Document(
            body=(Figure(alternative="a", image=wide), Figure(alternative="b", image=wide), Figure(alternative="c", image=b"no picture"))
        )
    )
    assert len([n for n in file.names if n.startswith("word/media/")]) == 2
    extents = [(int(e.get("cx")), int(e.get("cy"))) for e in file.find("//wp:extent")]
    assert extents[0] == extents[1]
    assert extents[0][0] <= 9184 * 635
    assert abs(extents[0][0] / extents[0][1] - 20) < 0.01
    assert file.find("//wp:docPr/@id") == ["1", "2", "3"]


@given(st.text())
def test_only_what_xml_cannot_hold_is_taken_out(text: str) -> None:
    kept = legal(text)
    assert kept == "".join(c for c in text if c in "\t\n\r" or 0x20 <= ord(c) <= 0xD7FF or 0xE000 <= ord(c) <= 0xFFFD or ord(c) >= 0x10000)


def test_data_must_be_json(written: Any) -> None:
    with pytest.raises(ValueError, match="Expecting"):
        written(Document(), data="{not json")


def test_an_empty_document_is_written(written: Any) -> None:
    file = written(Document())
    assert file.find("/w:document/w:body/w:sectPr")


def headings(count: int) -> Document:
    return Document(
        front=(Paragraph(role="title", content=line("Title")),),
        body=tuple(Heading(level=1, label=str(n), content=line(f"Clause {n}")) for n in range(1, count + 1)),
    )


@pytest.mark.parametrize(("count", "sections"), [(10, 2), (30, 2), (42, 1), (72, 2)])
def test_the_text_begins_below_the_contents_where_these_leave_most_of_a_page_white(written: Any, count: int, sections: int) -> None:
    assert len(written(headings(count)).find("//w:sectPr")) == sections


def test_long_texts_share_the_room_that_short_columns_leave() -> None:
    long = "a promise that takes many words to say what it is about, and some more of them " * 4
    table = made(
        ("Ref.", "Measure", "Statistic", "Attainment", "Measurement period", "Condition"),
        ("T1", "Latency", "mean", "99 %", "each month", long),
        ("T2", "Accuracy", "—", "—", "each month", long),
    )
    widths, fits = column_widths(table, 9184, 18)
    assert fits
    assert max(widths) == widths[5]
    assert widths[0] >= text_width("Ref.", 18, bold=True)


@given(st.text(max_size=40), st.sampled_from(["Liberation Sans", "Carlito", "Caladea"]))
def test_widths_add_up(text: str, family: str) -> None:
    whole = text_width(text + text, 20, family=family)
    assert abs(whole - 2 * text_width(text, 20, family=family)) <= 1


def test_a_very_long_text_is_measured_at_once() -> None:
    widths, fits = column_widths(made(("A", "B", "C"), ("x " * 60_000, "short", "y " * 50_000)), 9184, 18)
    assert fits
    assert sum(widths) == 9184


def test_headers_take_two_lines_before_they_take_three() -> None:
    long = "T1 and at least three of the other tests were reached in the last full month"
    table = made(
        ("Off-ramp", "Decision date", "Criterion", "Decided by", "Outcome", "If nobody decides"),
        ("R1", "19 March 2027", long, "Steering committee", "Renegotiate", "Exit"),
    )
    widths, fits = column_widths(table, 9184, 18)
    assert fits
    assert widths[5] - PADDING >= text_width("If nobody", 18, bold=True)
