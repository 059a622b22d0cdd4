"""What Word shows is what is read: changes, fields, controls, boxes, notes, hidden text, tables."""

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest

from sladocs.model.document import Document, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.read import read

_spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
assert _spec is not None
assert _spec.loader is not None
w = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(w)


def texts(document: Document) -> list[str]:
    return [
        f"{block.label} {words(block.content)}".strip() for block in document.blocks if isinstance(block, (Heading, Paragraph, ListItem))
    ]


INLINE = {
    "tracked insertion": (f'{w.r("within ")}<w:ins w:id="1">{w.r("30 minutes")}</w:ins><w:del w:id="2"><w:r><w:delText>8 hours</w:delText></w:r></w:del>', "within 30 minutes"),
    "moved": (f'<w:moveTo w:id="1">{w.r("here")}</w:moveTo><w:moveFrom w:id="2">{w.r("there")}</w:moveFrom>', "here"),
    "inline control": (f'{w.r("a ")}<w:sdt><w:sdtPr><w:tag w:val="x y"/></w:sdtPr><w:sdtContent>{w.r("99.9 %")}</w:sdtContent></w:sdt>', "a 99.9 %"),
    "control in an insertion": (f'<w:ins w:id="1"><w:sdt><w:sdtContent>{w.r("kept")}</w:sdtContent></w:sdt></w:ins>', "kept"),
    "hyperlink": (f'<w:hyperlink r:id="x">{w.r("the page")}</w:hyperlink>', "the page"),
    "field": (w.field("REF _Ref1 \\h", w.r("4.2")), "4.2"),
    "nested fields": (w.field("IF " + w.field("DOCPROPERTY x", w.r("no")), w.r("yes")), "yes"),
    "simple field": (f'<w:fldSimple w:instr="DATE">{w.r("1 May")}</w:fldSimple>', "1 May"),
    "hidden": (w.r("seen") + w.r("unseen", "<w:vanish/>"), "seen"),
    "shown again": (w.r("seen", '<w:vanish w:val="0"/>'), "seen"),
    "tab and break": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
    "hyphens": ("<w:r><w:t>e</w:t><w:softHyphen/><w:t>mail 24</w:t><w:noBreakHyphen/><w:t>7</w:t></w:r>", "email 24\u20117"),
    "symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 99 %</w:t></w:r>', "≥ 99 %"),
    "formula": ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    "smart tag": (f"<w:smartTag>{w.r('Berlin')}</w:smartTag>", "Berlin"),
    "choice, not fallback": (f"<mc:AlternateContent><mc:Choice>{w.r('new')}</mc:Choice><mc:Fallback>{w.r('old')}</mc:Fallback></mc:AlternateContent>", "new"),
    "a raised mark behind a figure": (w.r("210") + w.r("2", '<w:vertAlign w:val="superscript"/>') + w.r(" ms"), "210\u00b2 ms"),
    "raised letters": (w.r("1") + w.r("st", '<w:vertAlign w:val="superscript"/>'), "1st"),
    "split figure": (w.r("99") + w.r(".9", "<w:b/>") + w.r(" %"), "99.9 %"),
}  # fmt: skip


@pytest.mark.parametrize("case", INLINE)
def test_inline(case: str) -> None:
    xml, expected = INLINE[case]
    assert texts(read(w.word_file(w.p(xml)))) == [expected]


def test_changes_and_hidden_text_are_counted() -> None:
    body = w.p(f'<w:ins w:id="1">{w.r("a")}</w:ins><w:del w:id="2"><w:r><w:delText>b</w:delText></w:r></w:del>{w.r("c", "<w:vanish/>")}')
    assert read(w.word_file(body)).meta == {"tracked_changes": "2", "hidden_text": "1"}


def test_a_deleted_paragraph_end_joins_two_paragraphs_and_counts_one_number() -> None:
    body = w.p(w.r("One "), f'{w.listed(0)}<w:rPr><w:del w:id="1"/></w:rPr>') + w.p("two", w.listed(0)) + w.p("three", w.listed(0))
    numbering = f'<w:abstractNum w:abstractNumId="1">{w.lvl(0, "decimal", "%1.")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    assert texts(read(w.word_file(body, numbering=numbering))) == ["1. One two", "2. three"]


def test_a_block_of_controls_a_box_and_a_note_are_read_and_contents_are_not() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{w.p('boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    box += f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{w.p('boxed')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    contents += f"<w:sdtContent>{w.p('1 Fees 3')}</w:sdtContent></w:sdt>"
    begun = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    contents += begun + w.r("2 Term 4") + "</w:p>" + w.p("3 Exit 5") + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    body = contents + f"<w:sdt><w:sdtContent>{w.p('controlled')}</w:sdtContent></w:sdt>" + w.p(w.r("anchor") + box)
    body += w.p(w.r("figure") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + w.p("end")
    notes = f'<w:footnote w:type="separator" w:id="0">{w.p("-")}</w:footnote><w:footnote w:id="2">{w.p("per month")}</w:footnote>'
    document = read(w.word_file(body, footnotes=notes))
    assert texts(document) == ["controlled", "anchor", "boxed", "figure", "1 per month", "end"]


def test_headings_by_style_outline_and_look() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="berschrift1"/><w:name w:val="My clause"/></w:style>'
    body = (
        w.p("One", '<w:pStyle w:val="berschrift1"/>') + w.p("Two", '<w:pStyle w:val="Mine"/>') + w.p("Three", '<w:outlineLvl w:val="1"/>')
    )
    assert [block.level for block in read(w.word_file(body, styles=styles)).blocks if isinstance(block, Heading)] == [1, 1, 2]
    plain = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    body = (
        w.p(w.r("1. Service Levels", "<w:b/>"))
        + w.p("The provider shall respond.")
        + w.p("EXCLUSIONS")
        + w.p(w.r("Bold sentence.", "<w:b/>"))
    )
    found = read(w.word_file(body, styles=plain)).blocks
    assert [(type(block).__name__, block.label) for block in found] == [
        ("Heading", "1."),
        ("Paragraph", ""),
        ("Heading", ""),
        ("Paragraph", ""),
    ]


def test_tables_keep_spans_nested_tables_and_deleted_rows_out() -> None:
    inner = f"<w:tbl>{w.row(w.cell(w.p('P1')), w.cell(w.p('1 hour')))}{w.row(w.cell(w.p('P2')), w.cell(w.p('4 hours')))}</w:tbl>"
    rows = [
        w.row(w.cell(w.p("Wide"), '<w:gridSpan w:val="2"/>'), w.cell(w.p("C")), properties="<w:tblHeader/>"),
        w.row(w.cell(w.p("tall"), '<w:vMerge w:val="restart"/>'), w.cell(w.p("b") + w.p("b2")), w.cell(inner + w.p(""))),
        w.row(w.cell(w.p(""), "<w:vMerge/>"), w.cell(w.p("e")), w.cell(w.p("f"))),
        w.row(w.cell(w.p("gone")), w.cell(w.p("x")), w.cell(w.p("y")), properties='<w:del w:id="9"/>'),
    ]
    body = f"<w:tbl><w:tblPr><w:tblDescription w:val='About'/></w:tblPr>{rows[0]}<w:sdt><w:sdtContent>{rows[1]}</w:sdtContent></w:sdt>{rows[2]}{rows[3]}</w:tbl>"
    (table,) = read(w.word_file(body)).blocks
    assert isinstance(table, Table)
    shown = [[([words(line) for line in cell.lines], cell.columns, cell.rows) for cell in row] for row in table.rows]
    assert shown == [
        [(["Wide"], 2, 1), (["C"], 1, 1)],
        [(["tall"], 1, 2), (["b", "b2"], 1, 1), (["P1 1 hour", "P2 4 hours"], 1, 1)],
        [(["e"], 1, 1), (["f"], 1, 1)],
    ]
    assert (table.headers, table.description, table.layout) == (1, "About", "data")


@pytest.mark.parametrize(
    ("marks", "first", "headers"),
    [
        ("", w.r("Priority", "<w:b/>"), 1),
        ("", w.r("Priority"), 0),
        ('<w:tblLook w:firstRow="0"/>', w.r("Priority", "<w:b/>"), 0),
        ('<w:tblLook w:val="04A0"/>', w.r("Priority", "<w:b/>"), 1),
        ('<w:tblLook w:val="0480"/>', w.r("Priority", "<w:b/>"), 0),
    ],
)
def test_header_rows_by_their_look(marks: str, first: str, headers: int) -> None:
    body = f"<w:tbl><w:tblPr>{marks}</w:tblPr>{w.row(*[w.cell(w.p(first))] * 2)}{w.row(*[w.cell(w.p('1 hour'))] * 2)}</w:tbl>"
    (table,) = read(w.word_file(body)).blocks
    assert isinstance(table, Table)
    assert table.headers == headers


def test_captions_pictures_signatures_and_bookmarks() -> None:
    style = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A chart"/></wp:inline></w:drawing></w:r>'
    table = f"<w:tbl><w:tblPr><w:tblCaption w:val='Signatures'/></w:tblPr>{w.row(w.cell(w.p('Signed')))}</w:tbl>"
    target = (
        '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkStart w:id="2" w:name="_Ref5"/><w:bookmarkStart w:id="3" w:name="Named"/>'
    )
    body = w.p("Table 1", '<w:pStyle w:val="C"/>') + table + w.p("Figure 1", '<w:pStyle w:val="C"/>') + w.p(picture)
    body += (
        w.p("Below nothing", '<w:pStyle w:val="C"/>')
        + w.p(target + w.r("Fees"))
        + w.p(w.r("see ") + w.field("REF Named \\r \\h", w.r("5")))
    )
    document = read(w.word_file(body, styles=style))
    signed, figure, loose, fees, see = document.blocks
    assert isinstance(signed, Table)
    assert isinstance(figure, Figure)
    assert isinstance(see, Paragraph)
    assert (words(signed.caption), signed.layout) == ("Table 1", "signatures")
    assert (figure.alternative, words(figure.caption)) == ("A chart", "Figure 1")
    assert (loose.type, fees.anchor) == ("paragraph", "_Ref5")
    assert [(run.text, run.refers) for run in see.content] == [("see ", None), ("5", "_Ref5")]


def test_marks_of_our_own_files() -> None:
    tagged = f'<w:sdt><w:sdtPr><w:tag w:val="service_levels/0/value"/></w:sdtPr><w:sdtContent>{w.r("99.9")}</w:sdtContent></w:sdt>'
    body = w.p(w.r("at least ") + tagged + w.r(" Availability", "<w:b/>"))
    custom = '<agreement xmlns="https://sladocs.dev/agreement/1" schema="1">{"title": "A &amp; B"}</agreement>'
    document = read(w.word_file(body, custom=custom))
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert [(run.text, run.bold, run.figure) for run in block.content] == [
        ("at least ", False, None), ("99.9", False, "service_levels/0/value"), (" Availability", True, None),
    ]  # fmt: skip
    assert document.data == '{"title": "A & B"}'
    assert block.source == "word/document.xml#0"


def test_the_strict_variant_of_the_standard() -> None:
    strict = w.word_file(w.p("Strict"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
            new.writestr(name, content)
    assert texts(read(out.getvalue())) == ["Strict"]
