"""Bad PDFs: each is refused with one clear sentence, or read if all that it says is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from made import merged, pdf, plain, protected, scan

from sladocs.jobs.understand import understand
from sladocs.model.document import Document
from sladocs.read import ReadError, isolation, ocr, read, read_isolated

GOOD = pdf(plain())
CASES = {
    "nothing": (b"", "is empty: nothing is in the file."),
    "only its first line": (b"%PDF-1.7\n", "is cut off: the end of the PDF is missing"),
    "two thirds": (GOOD[: len(GOOD) * 2 // 3], "is cut off"),
    "all but the last bytes": (GOOD[:-8], "is cut off"),
    "cut off after a first part that is whole": (GOOD + b"9 0 obj\n<< /Length 9", "is cut off"),
    "nothing between its first and last line": (b"%PDF-1.4\n%%EOF\n", "is damaged"),
    "noise": (GOOD[:20] + bytes(range(256)) * 20 + b"\n%%EOF\n", "is damaged"),
    "a scan": (scan(), "holds only a picture of a page, as a scan is (page 1): install the extra ocr"),
    "a scan of several pages": (scan(3), "holds only pictures of pages, as scans are (pages 1 to 3): install the extra ocr"),
    "a password is needed": (protected(GOOD, user="sesame"), "is protected by a password: give it with --password."),
}


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_pdf_gives_one_clear_sentence(name: str) -> None:
    data, sentence = CASES[name]
    with pytest.raises(ReadError) as refused:
        read(data, name="contract.pdf")
    message = str(refused.value)
    assert message.startswith("contract.pdf ")
    assert sentence in message
    assert message.count("\n") == 0
    assert message.endswith(".")


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ((GOOD, scan()), "Page 2 holds only a picture, perhaps of text; it was not read."),
        ((scan(2), GOOD, scan()), "Pages 1, 2 and 4 hold only pictures, perhaps of text; they were not read."),
        ((GOOD, GOOD), None),
    ],
)
def test_pages_that_are_only_pictures_are_told(files: tuple[bytes, ...], sentence: str | None) -> None:
    found = [finding.message for finding in understand(read(merged(*files), name="a.pdf")).findings if finding.code == "E20"]
    assert found == ([sentence] if sentence else [])


def test_the_wrong_password_is_told_from_none() -> None:
    locked = protected(GOOD, user="sesame")
    with pytest.raises(ReadError, match="the password is not the right one"):
        read(locked, name="a.pdf", password="open")
    assert "Availability" in read(locked, name="a.pdf", password="sesame").text


def test_a_password_with_letters_beyond_ascii_opens() -> None:
    locked = protected(GOOD, user="Schlüssel 7")
    assert read_isolated(locked, name="a.pdf", password="Schlüssel 7") == read(GOOD)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read(protected(GOOD, user=""), name="a.pdf") == read(GOOD, name="a.pdf")


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n", b"x" * 900])
def test_a_few_bytes_may_stand_before_the_pdf(before: bytes) -> None:
    assert read(before + GOOD, name="a.pdf") == read(GOOD, name="a.pdf")


def test_something_may_stand_behind_it() -> None:
    assert read(GOOD + b"\n<html>saved by a proxy</html>\n" * 50, name="a.pdf") == read(GOOD, name="a.pdf")


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.html", "a", ""])
def test_the_name_does_not_matter(name: str) -> None:
    assert read(GOOD, name=name) == read(GOOD, name="a.pdf")


def test_a_text_that_names_the_format_is_a_text() -> None:
    assert "%PDF-1.7" in read(b"A PDF begins with %PDF-1.7 in its first line.\n", name="a.txt").text


def test_the_child_reads_what_the_parent_reads() -> None:
    assert read_isolated(GOOD, name="a.pdf") == read(GOOD, name="a.pdf")


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT"])
def test_a_crash_of_the_reader_is_one_clear_sentence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    crash = f"import os, sys; sys.stdin.buffer.read(); os.kill(os.getpid(), {int(getattr(signal, name))})"
    monkeypatch.setattr(isolation, "WORKER", ("-c", crash))
    with pytest.raises(ReadError, match=r"a\.pdf cannot be read: its parts break the program that reads them"):
        read_isolated(GOOD, name="a.pdf")


def test_a_reader_that_takes_too_long_is_one_clear_sentence() -> None:
    with pytest.raises(ReadError, match=r"takes too long \(over 0 s\)"):
        isolation.read_apart(GOOD, name="a.pdf", seconds=0)


def test_the_password_stands_in_no_list_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "WORKER", ("-c", "import sys, time; time.sleep(0.7); sys.stdin.buffer.read(); sys.exit(4)"))
    seen: list[str] = []

    def look() -> None:
        time.sleep(0.3)
        seen.append(
            subprocess.run(["ps", "-ww", "-o", "args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False).stdout
        )

    watcher = threading.Thread(target=look)
    watcher.start()
    with pytest.raises(ReadError):
        read_isolated(GOOD, name="a.pdf", password="open sesame")
    watcher.join()
    assert "a.pdf" in seen[0]
    assert "sesame" not in seen[0]


@pytest.mark.slow
def test_two_thousand_pages_are_read() -> None:
    document = read_isolated(pdf(*(plain(page=number) for number in range(1, 2001))), name="a.pdf")
    assert isinstance(document, Document)
    assert document.blocks[-1].page == 2000


def test_far_more_pages_are_refused() -> None:
    with pytest.raises(ReadError, match=r"has 3,001 pages, more than the 3,000 that are read; split it\."):
        read(pdf(*[plain()] * 3001), name="a.pdf")
