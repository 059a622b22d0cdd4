"""PDF files: the standard that they keep, their outline, links and fonts, what is drawn in them, and what is refused."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Run, Table, line
from sladocs.model.finding import Refused
from sladocs.render.docx.look import read_look
from sladocs.render.fonts import FACES, FAMILIES, FOLDER, characters, family, file_of
from sladocs.render.look import Look
from sladocs.render.pdf import MissingGlyphs, render

CJK = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
HOSTILE = ('#import "x": y', "$x$", "@label", "<label>", "*b*", "_i_", "\\", '"', "#sys.inputs", "= no heading", "- no item", "/ a: b", "`c`", "{{ x }}", "]", "}", "//", "/*")  # fmt: skip


def cell(text: str, **more: int) -> Cell:
    return Cell(lines=(line(text),), **more)


def pixel(width: int = 40, height: int = 20) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x20\x40\x60" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SAMPLE = Document(
    title="Sample Agreement",
    language="en-GB",
    meta={"version": "1.2", "version_date": "2027-02-01", "confidentiality": "Confidential", "document_id": "D-7", "status": "FINAL"},
    front=(
        Paragraph(role="title", content=line("Sample Agreement")),
        Paragraph(role="subtitle", content=line("Version 1.2")),
        Table(headers=1, caption=line("Table 1: Key terms"), rows=((cell("Term"), cell("Value")), (cell("Fee"), cell("USD 10,000")))),
    ),
    body=(
        Heading(level=1, label="1", content=line("Service"), anchor="service"),
        Paragraph(label="1.1", content=line("The ", Run(text="Provider", defines="Provider"), " gives what ", Run(text="clause 2", refers="credits"), " says.")),
        ListItem(level=1, label="(a)", content=line("first")),
        ListItem(level=2, label="(i)", content=line("deeper")),
        Heading(level=1, label="2", content=line("Credits"), anchor="credits"),
        Paragraph(label="2.1", content=line("See ", Run(text="clause 1", refers="service"), " and ", Run(text="nothing", refers="gone"), ".")),
        Figure(alternative="Two steps", caption=line("Figure 1"), image=pixel()),
        Heading(level=2, label="2.1", content=line("Bands")),
        Heading(level=1, label="Schedule 1", content=line("Levels")),
        Paragraph(content=line("In this schedule:")),
    ),
    signatures=(
        Heading(level=1, content=line("Signatures")),
        Table(layout="signatures", headers=1, rows=((cell("Signed for"), cell("Provider")), (cell("Name"), Cell()), (cell("Date"), Cell()))),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> bytes:
    return render(SAMPLE)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def kinds(node: Any) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [kind for kid in node for kind in kinds(kid)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [str(node.S), *(kinds(node.K) if "/K" in node else [])]


def test_it_says_that_it_is_pdf_ua(sample: bytes) -> None:
    with opened(sample) as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "en-GB"


def test_its_properties(sample: bytes) -> None:
    with opened(sample) as pdf:
        assert str(pdf.docinfo.Title) == "Sample Agreement"
        assert str(pdf.docinfo.CreationDate).startswith("D:20270201")
        assert "/Author" not in pdf.docinfo


def test_each_thing_is_tagged_as_what_it_is(sample: bytes) -> None:
    with opened(sample) as pdf:
        found = set(kinds(pdf.Root.StructTreeRoot.K))
    assert {
        "/H1",
        "/H2",
        "/P",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/Table",
        "/THead",
        "/TH",
        "/TD",
        "/Caption",
        "/Figure",
        "/Link",
        "/TOC",
        "/TOCI",
    } <= found


def test_bookmarks_are_the_headings_with_their_labels(sample: bytes) -> None:
    with opened(sample) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Contents", "1 Service", "2 Credits", "Schedule 1 Levels", "Signatures"]
        assert [item.title for item in outline.root[2].children] == ["2.1 Bands"]


def test_all_fonts_are_embedded(sample: bytes) -> None:
    with opened(sample) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
        descriptors = [set(kid.FontDescriptor.keys()) for font in fonts for kid in font.DescendantFonts]
    assert descriptors
    assert all(found & {"/FontFile2", "/FontFile3"} for found in descriptors)


def test_same_document_same_bytes(sample: bytes) -> None:
    assert render(SAMPLE) == sample
    assert render(SAMPLE.model_copy(update={"title": "Other"})) != sample


def test_references_and_contents_lead_to_their_pages(sample: bytes) -> None:
    with opened(sample) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        found = []
        for number, page in enumerate(pdf.pages):
            for note in page.get("/Annots", []):
                aim = note.get("/Dest") or note.A.D
                named = pikepdf.NameTree(pdf.Root.Names.Dests).get(str(aim)) if not isinstance(aim, pikepdf.Array) else aim
                place = named.D if isinstance(named, pikepdf.Dictionary) else named
                found.append((number, numbers[place[0].objgen]))
    texts = page_texts(sample)
    place = {
        name: next(n for n, text in enumerate(texts) if n > 1 and name in text)
        for name in ("1 Service", "2 Credits", "Schedule 1", "Signatures")
    }
    assert [to for at, to in found if at == 1] == [
        place["1 Service"],
        place["2 Credits"],
        place["2 Credits"],
        place["Schedule 1"],
        place["Signatures"],
    ]
    assert [to for at, to in found if at == 2] == [place["2 Credits"], place["1 Service"]]


def test_the_front_the_contents_and_the_schedules_start_pages(sample: bytes) -> None:
    texts = page_texts(sample)
    assert "Key terms" in texts[0]
    assert "Contents" in texts[1]
    assert "1 Service" in texts[2]
    assert "Schedule 1" in texts[3]
    assert "Signatures" in texts[3]


@pytest.mark.parametrize(("clauses", "begins"), [(20, 3), (50, 3), (68, 4)])
def test_text_begins_below_contents_only_where_these_leave_most_of_a_further_page_white(clauses: int, begins: int) -> None:
    headings = tuple(Heading(level=1, label=str(n), content=line(f"Clause {n}")) for n in range(1, clauses + 1))
    paragraph = Paragraph(content=line("The text begins."))
    made = page_texts(render(Document(title="T", language="en", front=SAMPLE.front, body=(headings[0], paragraph, *headings[1:]))))
    assert [number for number, text in enumerate(made, start=1) if "The text begins." in text] == [begins]
    assert ("Contents" in made[1], f"Clause {clauses}" in made[begins - 1]) == (True, clauses == 50)


def test_the_title_stands_on_its_ground() -> None:
    front = (SAMPLE.front[0], Paragraph(role="subtitle", content=line("Schedule to another agreement")), *SAMPLE.front[1:])

    def wide(style: str) -> list[float]:
        page = pypdfium2.PdfDocument(render(SAMPLE.model_copy(update={"front": front}), look=read_look(style)))[0]
        places = [found.get_bounds() for found in page.get_objects() if found.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
        return [top - bottom for left, bottom, right, top in places if right - left > 450 and top - bottom > 10]

    assert wide("plain") == []
    title, first, last = wide("designed")
    assert title > last > first


def test_heads_and_feet(sample: bytes) -> None:
    for number, text in enumerate(page_texts(sample), start=1):
        assert f"Page {number} of 4" in text
        assert "Document D-7 · Confidential" in text
        assert "FINAL" in text
        assert "DRAFT" not in text


def test_a_draft_says_so_on_each_page() -> None:
    plain, draft = page_texts(render(SAMPLE)), page_texts(render(SAMPLE, draft=True))
    assert all(text.count("DRAFT") == 2 for text in draft)
    assert not any("DRAFT" in text for text in plain)


def test_the_look_is_applied() -> None:
    look = Look(body_font="Calibri", heading_font="Cambria", page_width=216, page_height=279, logo=pixel())
    with opened(render(SAMPLE, look=look)) as pdf:
        names = {str(font.BaseFont).split("+")[1] for page in pdf.pages for font in page.Resources.Font.values()}
        box = [float(number) for number in pdf.pages[0].MediaBox]
    assert any(name.startswith("Carlito") for name in names)
    assert any(name.startswith("Caladea") for name in names)
    assert not any(name.startswith("Liberation") for name in names)
    assert box[2:] == pytest.approx([216 * 72 / 25.4, 279 * 72 / 25.4], abs=0.1)


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_code(text: str) -> None:
    content = line(text, Run(text=text, bold=True))
    blocks: tuple[Block, ...] = (
        Heading(level=1, label="1", content=content),
        Paragraph(label=text, content=content),
        ListItem(level=1, label=text, content=content),
    )
    found = page_texts(render(Document(title=text, body=(*blocks, Table(caption=content, rows=((cell(text),),))), meta={"version": text})))[
        0
    ]
    assert found.count(text) >= 8


def test_wide_tables_lie_across_with_their_heading() -> None:
    wide = Table(
        headers=1, caption=line("Wide"), rows=tuple(tuple(cell("Responsibilities" + "x" * 6) for _ in range(11)) for _ in range(3))
    )
    document = Document(
        body=(Paragraph(content=line("before")), Heading(level=1, label="1", content=line("Here")), wide, Paragraph(content=line("after")))
    )
    data = render(document)
    with opened(data) as pdf:
        across = [float(page.MediaBox[2]) > float(page.MediaBox[3]) for page in pdf.pages]
    texts = page_texts(data)
    assert across == [False, True, False]
    assert "Here" in texts[1]
    assert "Wide" in texts[1]
    assert "after" in texts[2]


def test_header_rows_stand_on_each_page() -> None:
    rows = (cell("Head"), cell("Other head")), *((cell(f"row {number}"), cell("x")) for number in range(300))
    texts = page_texts(render(Document(body=(Table(headers=1, rows=rows),))))
    assert len(texts) > 5
    assert all("Other head" in text for text in texts)


def test_a_lead_in_and_a_caption_stay_with_their_table() -> None:
    for filled in range(36, 48):
        lines_ = [Paragraph(content=line(f"line {number}")) for number in range(filled)]
        table = Table(headers=1, caption=line("The caption"), rows=((cell("H"),), (cell("first"),), (cell("second"),)))
        texts = page_texts(render(Document(body=(*lines_, Paragraph(content=line("It follows:")), table))))
        page = next(text for text in texts if "first" in text)
        assert "The caption" in page
        assert "It follows:" in page


def test_signatures_never_stand_alone_and_are_not_torn() -> None:
    for filled in range(30, 44, 2):
        body = tuple(Paragraph(label=f"{number}", content=line("words")) for number in range(filled))
        texts = page_texts(render(SAMPLE.model_copy(update={"front": (), "body": body})))
        page = next(text for text in texts if "Signed for" in text)
        assert "Date" in page
        assert f"{filled - 1} words" in page


@pytest.mark.parametrize(("text", "named"), [("株式会社", "株 (U+682A)"), ("Party 🎉", "🎉 (U+1F389)")])
def test_characters_that_no_font_has_are_named(text: str, named: str) -> None:
    for document in (
        Document(title=text),
        Document(body=(Paragraph(content=line("a", text)),)),
        Document(body=(Table(rows=((cell(text),),)),)),
    ):
        with pytest.raises(MissingGlyphs) as error:
            render(document)
        (finding,) = error.value.findings
        assert named in finding.message
        assert "--font FILE" in str(finding.remedy)


@pytest.mark.skipif(not CJK.exists(), reason="needs the Noto CJK fonts")
def test_a_users_font_is_used_and_embedded() -> None:
    data = render(Document(title="株式会社", body=(Paragraph(content=line("株式会社 and Ltd")),)), fonts=[CJK])
    assert "株式会社 and Ltd" in page_texts(data)[0]
    with opened(data) as pdf:
        names = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    assert any("CJK" in name for name in names)
    assert any("Liberation" in name for name in names)


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"no font")
    for path in (tmp_path / "x.ttf", tmp_path / "missing.ttf"):
        with pytest.raises(Refused, match=path.name):
            render(SAMPLE, fonts=[path])


def test_our_fonts_and_their_licences() -> None:
    for name, stem in FAMILIES.items():
        assert all(file_of(name, face).is_file() for face in FACES)
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / f"OFL-{stem}.txt").read_text()


@pytest.mark.parametrize(
    ("name", "ours"),
    [("Arial", "Liberation Sans"), ("helvetica", "Liberation Sans"), ("Calibri", "Carlito"), ("Cambria", "Caladea"), ("Times New Roman", "Caladea"), ("PT Serif", "Caladea"), ("Open Sans", "Liberation Sans"), ("", "Liberation Sans")],
)  # fmt: skip
def test_a_font_of_ours_for_each_name(name: str, ours: str) -> None:
    assert family(name) == ours


LETTERS = st.text(st.sampled_from(sorted(map(chr, characters("Liberation Sans")))), max_size=8)


@st.composite
def strange_lines(draw: st.DrawFn) -> Line:
    refers = st.sampled_from((None, "a", "b", "gone"))
    return tuple(Run(text=draw(LETTERS), bold=draw(st.booleans()), refers=draw(refers)) for _ in range(draw(st.integers(0, 2))))


strange_cells = st.builds(Cell, lines=st.lists(strange_lines(), max_size=2).map(tuple), columns=st.integers(1, 3), rows=st.integers(1, 4))
anchors = st.sampled_from((None, "a", "b"))
strange_blocks = st.one_of(
    st.builds(Heading, level=st.integers(1, 6), label=st.sampled_from(("", "1", "Schedule 1")), content=strange_lines(), anchor=anchors),
    st.builds(Paragraph, role=st.sampled_from(("body", "title", "note", "caption")), label=LETTERS, content=strange_lines(), anchor=anchors),
    st.builds(ListItem, level=st.integers(1, 3), label=LETTERS, content=strange_lines(), anchor=anchors),
    st.builds(Figure, alternative=LETTERS, caption=strange_lines(), image=st.sampled_from((None, b"no picture", pixel())), anchor=anchors),
    st.builds(
        Table, rows=st.lists(st.lists(strange_cells, max_size=4).map(tuple), max_size=4).map(tuple), headers=st.integers(0, 5), caption=strange_lines(),
        layout=st.sampled_from(("data", "signatures")), anchor=anchors,
    ),
)  # fmt: skip


@settings(max_examples=max(25, settings().max_examples // 4))
@given(
    st.lists(strange_blocks, max_size=3),
    st.lists(strange_blocks, max_size=6),
    st.lists(strange_blocks, max_size=2),
    st.sampled_from(("en-GB", "", "x", "de")),
)
def test_every_document_is_written(front: list[Block], body: list[Block], last: list[Block], language: str) -> None:
    data = render(Document(language=language, front=tuple(front), body=tuple(body), signatures=tuple(last)))
    with opened(data) as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_long_tables_with_captions_go_on_over_pages() -> None:
    rows = (cell("Head"), cell("Other head")), *((cell(f"row {number}"), cell("x")) for number in range(200))
    data = render(Document(body=(Table(headers=1, rows=rows, caption=line("Long")),)))
    with pypdfium2.PdfDocument(data) as pdf:
        boxes = [pdf[n].get_textpage().get_charbox(i) for n in range(len(pdf)) for i in range(0, pdf[n].get_textpage().count_chars(), 7)]
        assert len(pdf) > 4
    assert min(box[1] for box in boxes) > 20


@pytest.mark.parametrize("word", ["x" * 400, "https://example.com/" + "a" * 300, "Donaudampfschiff" * 20])
def test_no_word_leaves_the_page_or_its_cell(word: str) -> None:
    table = Table(headers=1, rows=((cell(word), cell("y"), cell(word)),) * 2)
    blocks = (
        Heading(level=1, label="1", content=line(word)),
        Paragraph(label="1.1", content=line(word)),
        ListItem(level=3, label="(A)", content=line(word)),
        table,
    )
    with pypdfium2.PdfDocument(render(Document(body=blocks))) as pdf:
        for page in pdf:
            text = page.get_textpage()
            assert max(text.get_charbox(i)[2] for i in range(text.count_chars())) < page.get_width() - 50
