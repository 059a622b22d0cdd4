"""What cannot be read gets one sentence, and breaks nothing."""

import importlib.util
import io
import os
import zipfile
from pathlib import Path

import pytest

from sladocs.model.document import words
from sladocs.read import ReadError, read, read_file, read_isolated
from sladocs.read.isolation import read_apart

_spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
assert _spec is not None
assert _spec.loader is not None
w = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(w)

WORD = w.word_file(w.p("Words"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


BODY = f"<w:document {w.NAMESPACES}><w:body>{{}}</w:body></w:document>"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
DEEP = BODY.format("<w:p>" * 2000 + "</w:p>" * 2000).encode()
BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "holds no text"),
    "renamed zip": (zipped(readme=b"hello"), "is a ZIP archive and no Word document"),
    "workbook": (zipped(xl__workbook_xml=b"<x/>"), "is an Excel workbook"),
    "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "old word": (OLE + b"\0" * 600, "an old Office program"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is cut off"),
    "html": (b"<!-- x --><!DOCTYPE html><html><body><script>Hi</script></body></html>", "holds no text"),
    "binary": (bytes(range(256)) * 20, "is not a document that can be read"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not a document that can be read"),
    "cut off": (WORD[:200], "is damaged"),
    "flipped": (WORD.replace(b"PK\x01\x02", b"PK\x01\x03"), "is damaged"),
    "bad xml": (zipped(word__document_xml=b"<w:document>"), "is damaged (part word/document.xml)"),
    "no body": (zipped(word__document_xml=b"<x/>"), "is damaged"),
    "too deep": (zipped(word__document_xml=DEEP), "is damaged"),
    "entities": (w.word_file(w.p("&b;"), head=LAUGHS), "declares entities"),
    "bomb": (zipped(word__document_xml=b"<x>" + b" " * (40 << 20) + b"</x>"), "unpacks to far more"),
    "no words": (w.word_file("<w:p/>"), "holds no text"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_one_sentence(case: str) -> None:
    data, expected = BAD[case]
    with pytest.raises(ReadError) as caught:
        read(data, name="acme.docx")
    message = str(caught.value)
    assert expected in message
    assert message.startswith("acme.docx ")
    assert message.endswith(".")
    assert "\n" not in message


def test_a_damaged_checksum_is_seen() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as package:
        package.writestr("word/document.xml", BODY.format(w.p("Words and words")))
    with pytest.raises(ReadError, match="is damaged"):
        read(stored.getvalue().replace(b"Words and", b"Words amd", 1))


def test_too_many_parts() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(10_001):
            package.writestr(str(number), b"")
    with pytest.raises(ReadError, match="more than 10,000 parts"):
        read(out.getvalue())


def test_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read_file(tmp_path / "none.docx")
    with pytest.raises(ReadError, match="is a folder"):
        read_file(tmp_path)
    good = tmp_path / "good.docx"
    good.write_bytes(WORD)
    assert read_file(good).text == "Words\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all files")
def test_no_permission(tmp_path: Path) -> None:
    closed = tmp_path / "closed.md"
    closed.write_text("x")
    closed.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        read_file(closed)


def test_no_permission_for_anybody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match="may not be read"):
        read_file(tmp_path / "closed.md")


def test_a_file_is_known_by_its_content() -> None:
    assert read(WORD, name="acme.pdf").text == "Words\n"
    assert [block.type for block in read(b"# Title\n\n* one\n* two\n").blocks] == ["paragraph", "item", "item"]
    assert [block.type for block in read(b"Term sheet\n\nThe term is 3 years.\n").blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert words(read("Gebühr: 5 € – jährlich\r\n".encode(encoding), name="x.txt").blocks[0].content) == "Gebühr: 5 € – jährlich"  # type: ignore[union-attr]


def test_isolated_reading_gives_the_same() -> None:
    body = w.p(w.r("at least ") + w.r("99.9 %", "<w:b/>")) + f"<w:tbl>{w.row(w.cell(w.p('a')))}</w:tbl>"
    data = w.word_file(body, custom='<agreement xmlns="https://sladocs.dev/agreement/1">{}</agreement>')
    assert read_isolated(data, name="x.docx") == read(data, name="x.docx")


def test_isolated_reading_tells_why() -> None:
    with pytest.raises(ReadError, match=r"acme\.docx is a ZIP archive"):
        read_isolated(BAD["renamed zip"][0], name="acme.docx")


def test_a_child_that_needs_too_much_ends_alone() -> None:
    big = w.word_file(w.p("word ") * 400_000)
    with pytest.raises(ReadError, match="too much memory"):
        read_apart(big, name="big.docx", memory=180 << 20, seconds=30)


def test_a_child_that_takes_too_long_ends_alone() -> None:
    big = w.word_file(w.p("word ") * 700_000)
    with pytest.raises(ReadError, match=r"too long \(over 1 s\)"):
        read_apart(big, name="big.docx", seconds=1)
