"""What is seen on a page counts: words that nobody sees are no promises, and words that replace those drawn are not believed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from made import HEIGHT, PROSE, Sheet, pdf, plain

from sladocs.read import read

WORDS = "P1 incidents are answered within 15 minutes."


def text(sheet: Sheet) -> str:
    return " ".join(read(pdf(sheet), name="a.pdf").text.split())


def drawn(before: str = "", after: str = "", *, x: float = 72, y: float = 300, size: float = 10) -> Sheet:
    """A page with a sentence of which the test says how it is drawn."""
    sheet = plain()
    sheet.parts.append(f"q {before}")
    sheet.say(x, y, WORDS, size=size)
    sheet.parts.append(f"{after} Q")
    return sheet


DARK = f"0 0 0.4 rg 60 {HEIGHT - 320} 480 40 re f"
HIDDEN = {
    "white": drawn("1 g"),
    "nearly white": drawn("0.99 0.99 0.98 rg"),
    "drawn in no colour": drawn("3 Tr"),
    "only cut out": drawn("7 Tr"),
    "below the page": drawn(y=HEIGHT + 60),
    "above the page": drawn(y=-60),
    "beside the page": drawn(x=700),
    "too small to be read": drawn(size=0.5),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_words_that_nobody_sees_are_not_read(name: str) -> None:
    said = text(HIDDEN[name])
    assert "15 minutes" not in said
    assert PROSE[0] in said


SEEN = {
    "plain": drawn(),
    "white on a dark ground": drawn(f"{DARK} 1 g"),
    "white on a dark page": drawn(f"0 0 0.4 rg 0 0 595 {HEIGHT} re f 1 g"),
    "white on a ground with round corners": drawn(f"0.4 g 60 {HEIGHT - 320} m 70 200 540 200 540 {HEIGHT - 320} c 540 {HEIGHT - 280} l 60 {HEIGHT - 280} l f 1 g"),
    "grey": drawn("0.8 g"),
    "white with black edges": drawn("1 g 0 G 2 Tr"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_words_that_are_seen_are_read(name: str) -> None:
    assert WORDS in text(SEEN[name])


def test_a_replacement_is_not_believed() -> None:
    sheet = drawn("/Span << /ActualText (P1 incidents are answered within 99 minutes.) >> BDC", "EMC")
    assert WORDS in text(sheet)
    assert "99" not in text(sheet)


def test_a_replacement_with_the_same_figures_is_believed() -> None:
    sheet = plain()
    sheet.parts.append("/Span << /ActualText (in 15 offices) >> BDC BT /F 10 Tf 1 0 0 1 72 500 Tm (in 15 oXces) Tj ET EMC")
    assert text(sheet).endswith("in 15 offices")


def field(kind: str, flags: int) -> bytes:
    """A page with a field, or a note, that shows a sentence."""
    import io

    import pikepdf
    from pikepdf import Array, Dictionary, Name, String

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(plain()))) as opened:
        page = opened.pages[0]
        shown = opened.make_stream(f"BT /F 10 Tf 2 4 Td ({WORDS}) Tj ET".encode())
        shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, Array([0, 0, 300, 20])
        shown.Resources = Dictionary(Font=page.Resources.Font)
        made = opened.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name("/" + kind),
                Rect=Array([72, 500, 372, 520]),
                F=flags,
                AP=Dictionary(N=shown),
                T=String("n"),
                FT=Name.Tx,
            )
        )
        page.Annots = Array([made])
        if kind == "Widget":
            opened.Root.AcroForm = Dictionary(Fields=Array([made]))
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "flags", "seen"), [("Widget", 4, True), ("FreeText", 4, True), ("Widget", 2, False), ("Text", 4, False)])
def test_what_fields_show_belongs_to_the_page(kind: str, flags: int, seen: bool) -> None:
    assert (WORDS in read(field(kind, flags), name="a.pdf").text) == seen


def test_a_ligature_is_spelled() -> None:
    sheet = plain()
    sheet.parts.append(
        "/Span << /ActualText (ffi) >> BDC BT /F 10 Tf 1 0 0 1 72 500 Tm (x) Tj ET EMC BT /F 10 Tf 1 0 0 1 77.2 500 Tm (ces) Tj ET"
    )
    assert text(sheet).endswith("ffices")


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 100", "-1 0 0 -1 500 700", "0 -1 1 0 300 700"])
def test_a_page_whose_words_run_upwards_is_read_turned(matrix: str) -> None:
    sheet = Sheet()
    sheet.parts.append(
        f"BT /F 10 Tf {matrix} Tm 14 TL ({WORDS} At any hour.) Tj T* (P2 incidents are answered within 4 hours at most.) Tj ET"
    )
    assert text(sheet) == f"{WORDS} At any hour. P2 incidents are answered within 4 hours at most."


def test_a_stamp_beside_the_text_is_left_out() -> None:
    sheet = plain()
    sheet.parts.append("BT /F 10 Tf 0 1 -1 0 30 100 Tm (Draft of 1 May, not for signature) Tj ET")
    assert "signature" not in text(sheet)
