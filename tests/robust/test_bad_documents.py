"""Documents that are none, broken ones and hostile ones: one sentence and exit code 2, or they are read; and never for long."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # runs in `make prove`

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, head: str = "", **more: str | bytes) -> bytes:
    return packed({"_rels/.rels": RELS, "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>", **more})


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


LAUGHS = '<!DOCTYPE l [<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + "]>"
GOOD_WORD = word(p("The availability is at least 99.9 % each month."))

REFUSED: dict[str, tuple[bytes, str]] = {
    "a renamed ZIP": (packed({"notes.txt": "x"}), "is a ZIP archive and no Word document"),
    "an empty ZIP": (packed({}), "is a ZIP archive and no Word document"),
    "half a Word file": (GOOD_WORD[: len(GOOD_WORD) // 2], "is damaged"),
    "the first bytes of one": (b"PK\x03\x04", "is damaged"),
    "one without its end": (GOOD_WORD[:-10], "is damaged"),
    "an entity from outside": (word(p("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "declares entities"),
    "a parameter from the network": (word(p("a"), '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'), "declares entities"),
    "a definition from the network": (word(p("a"), '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x">'), "declares entities"),
    "a billion laughs": (word(p("&a9;"), LAUGHS), "a.docx is"),
    "XML that breaks off": (word(p("a") + "<w:p>"), "word/document.xml"),
    "another root": (packed({"_rels/.rels": RELS, "word/document.xml": "<html/>"}), "is damaged"),
    "tables 500 deep": (word("<w:tbl><w:tr><w:tc>" * 500 + p("a") + "</w:tc></w:tr></w:tbl>" * 500), "is damaged"),
    "controls 5,000 deep": (word("<w:sdt><w:sdtContent>" * 5000 + p("a") + "</w:sdtContent></w:sdt>" * 5000), "is damaged"),
    "no words": (word("<w:p/>" * 1000), "holds no text"),
    "300 MB of words in 300 kB": (word(p("a" * 300_000_000)), "unpacks to far more"),
    "a workbook": (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "is an Excel workbook"),
    "a PDF without pages": (b"%PDF-1.7\n%%EOF", "is damaged: no PDF reader can tell its pages"),
    "a file of an old Office program": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of an old Office program"),
    "an empty web page": (b"<html><body><p hidden>x</p></body></html>", "holds no text"),
    "nothing": (b"", "is empty"),
    "blanks": (b"  \n ", "holds no text"),
    "a mark of order": (b"\xef\xbb\xbf", "holds no text"),
    "zeros": (bytes(1000), "is not a document"),
    "chance": (random.Random(1).randbytes(10_000), "is not a document"),
    "17 MB of text": (b"word " * 3_500_000, "more than 16 MB"),
}  # fmt: skip


ALIKE = [
    (command, name)
    for name in ("a renamed ZIP", "nothing", "a PDF without pages", "an entity from outside")
    for command in ("summary", "check")
]


@pytest.mark.parametrize(("command", "name"), [("extract", name) for name in REFUSED] + ALIKE)
def test_it_is_refused_in_one_sentence(command: str, name: str, run: Callable, tmp_path: Path) -> None:
    content, words = REFUSED[name]
    (tmp_path / "a.docx").write_bytes(content)
    done = run(command, "a.docx", *(("-o", "out.yaml") if command == "extract" else ()))
    assert (done.code, done.out, done.written) == (2, "", ())
    assert words in done.said
    assert "a.docx" in done.said
    assert "root:" not in done.said


READ: dict[str, tuple[str, bytes]] = {
    "text that is called Word": ("a.docx", b"The availability is at least 99.9 % each month."),
    "bytes behind the ZIP": ("a.docx", GOOD_WORD + b"x" * 1000),
    "a ZIP that is not packed": ("a.docx", packed({"_rels/.rels": RELS, "word/document.xml": f"<w:document {W}><w:body>{p('99.9 %')}</w:body></w:document>"}, zipfile.ZIP_STORED)),
    "a picture of 300 MB in 300 kB": ("a.docx", word(p("a"), **{"word/media/x.bin": bytes(300_000_000)})),
    "names that lead out of the ZIP": ("a.docx", word(p("a"), **{"../../../tmp/evil": "x", "/etc/evil": "x"})),
    "a cell over a billion columns": ("a.docx", word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + p("a") + "</w:tc></w:tr></w:tbl>")),
    "a cell over -5 columns": ("a.docx", word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>' + p("a") + "</w:tc></w:tr></w:tbl>")),
    "UTF-16": ("a.txt", "Availability is at least 99.9 % each month.".encode("utf-16")),
    "letters of one byte": ("a.txt", "Verfügbarkeit 99,9 %".encode("latin-1")),
    "old line ends": ("a.md", b"# A\r\rAvailability is at least 99.9 % each month.\r"),
    "signs for the terminal": ("a.md", b"# \x1b[31mA\x07\n\nAvailability is at least 99.9 % each month.\n"),
    "brackets": ("a.md", b"[" * 50_000),
    "stars": ("a.md", b"*a " * 50_000),
    "lists 2,000 deep": ("a.md", b"".join(b"  " * i + b"- a\n" for i in range(2000))),
    "bars": ("a.txt", b"|" * 100_000),
    "blanks": ("a.txt", b"a" + b" " * 1_000_000 + b"b\n"),
    "100,000 digits": ("a.txt", b"Availability is at least " + b"9" * 100_000 + b" % each month.\n"),
    "figures without end": ("a.txt", b"Response time: 1e999 hours. Availability at least 99.9e99999 %. Credit USD " + b"9" * 50 + b"\n"),
    "dates that are none": ("a.txt", b"Effective date: 31 February 2027, 99 March 99999. Term 1000000000000 years.\n"),
    "one word a thousand times": ("a.txt", b"hours and " * 5000),
    "a paragraph of 4,000 promises": ("a.txt", b"The provider answers within 4 hours.\n" * 4000),
    "4,000 headings": ("a.md", b"# A\n" * 4000),
    "10,000 paragraphs": ("a.docx", word("".join(p(f"Words number {i} that say nothing.") for i in range(10_000)))),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_it_is_read_in_time(name: str, run: Callable, tmp_path: Path) -> None:
    file, content = READ[name]
    (tmp_path / file).write_bytes(content)
    start = time.monotonic()
    done = run("extract", file, "-o", "out.yaml")
    assert time.monotonic() - start < 20  # on a machine with other work to do; alone each takes less than five seconds
    assert (done.code, done.written) == (0, ("out.yaml",)), done.said
    assert "\x1b" not in (tmp_path / "out.yaml").read_text()


def test_what_is_far_longer_than_a_contract_is_refused_soon(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sladocs.jobs.understand.MOST_BLOCKS", 1000)
    (tmp_path / "a.docx").write_bytes(word("".join(p("The Provider answers within 4 hours.") for _ in range(1001))))
    done = run("extract", "a.docx")
    assert done.code == 2
    assert "far longer than a contract" in done.said


def test_files_that_cannot_be_read_do_not_stop_the_others(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "good.docx").write_bytes(GOOD_WORD)
    (tmp_path / "bad.docx").write_bytes(GOOD_WORD[:50])
    (tmp_path / "out").mkdir()
    done = run("extract", "bad.docx", "missing.docx", "good.docx", "-o", "out", "--format", "json")
    assert (done.code, done.written) == (2, ("out/good.docx.json",))
    assert "bad.docx is damaged" in done.said
    assert "There is no file missing.docx" in done.said
