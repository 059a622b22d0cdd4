"""The page that shows a contract beside what was read from it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sladocs.cli.main import main
from sladocs.extract import extract
from sladocs.model.document import Document, Paragraph, line
from sladocs.model.finding import Evidence, Extraction
from sladocs.read import read
from sladocs.report.explanation import page

CONTRACT = """# Support schedule

The Service shall be available at least 99.9 % of each calendar month.

| Priority | Response time |
| --- | --- |
| P1 | 1 hour |
| P2 | 4 hours |
"""


def explained(text: str) -> tuple[str, Extraction]:
    document = read(text.encode(), name="oakfield.md")
    extraction = extract(document)
    return page("oakfield.md", document, extraction), extraction


def test_every_entry_is_marked_in_the_contract_and_listed_beside_it() -> None:
    html, extraction = explained(CONTRACT)
    for number in range(1, len(extraction.evidence) + 1):
        assert f'id="p{number}"' in html
        assert f'id="e{number}"' in html
    assert re.search(r'<a class="mark \w+" id="p\d+"[^>]*>at least 99\.9 %</a>', html)


def test_the_least_certain_stands_first() -> None:
    html, _ = explained(CONTRACT)
    promised = html.partition("<h2>Kinds of clause</h2>")[0]
    sure = [int(share) for share in re.findall(r'<span class="sure-\w+">(\d+)%</span>', promised)]
    assert sure == sorted(sure)
    assert len(sure) > 3


def test_words_of_the_contract_are_never_markup() -> None:
    document = read(b"Support\n\nP1 <script>alert(1)</script>: response within 4 hours.\n", name="oakfield.txt")
    html = page('a"><script>alert(2)</script>', document, extract(document))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_nothing_is_fetched() -> None:
    html, _ = explained(CONTRACT + "\n![logo](https://oakfield.example/logo.png)\n")
    assert "default-src 'none'" in html
    assert not re.search(r'(?:src|href)="(?!#|data:)', html)


def test_the_text_beside_the_marks_is_the_documents() -> None:
    html, _ = explained(CONTRACT)
    shown = re.search(r'<section class="contract"[^>]*>(.*?)</section>', html, re.DOTALL)
    assert shown
    words = unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|h3|td|tr)>", " ", shown[1])))
    document = read(CONTRACT.encode(), name="oakfield.md")
    assert words.split() == document.text.split()


@pytest.mark.parametrize(("inner", "outer"), [((4, 8), (0, 12)), ((0, 12), (0, 12)), ((0, 8), (4, 12))])
def test_passages_that_overlap_are_all_marked(inner: tuple[int, int], outer: tuple[int, int]) -> None:
    document = Document(body=(Paragraph(content=line("four hours always")),))
    places = {"title": inner, "governing_law": outer}
    evidence = {path: Evidence(quote=document.text[a:b], start=a, end=b) for path, (a, b) in places.items()}
    html = page("x.txt", document, Extraction(agreement=extract(document).agreement, evidence=evidence))
    assert 'id="p1"' in html
    assert 'id="p2"' in html
    assert "<a" not in re.sub(r"<a [^>]*>[^<]*</a>", "", html)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_pages_of_a_pdf_are_shown_with_boxes(tmp_path: Path) -> None:
    (tmp_path / "oakfield.md").write_text(CONTRACT)
    agreement = Path("templates/saas-customer/example.yaml")
    assert run("generate", agreement, "-o", tmp_path / "oakfield.pdf").exit_code == 0
    result = run("extract", tmp_path / "oakfield.pdf", "--explain", tmp_path / "out.html")
    assert result.exit_code == 0
    assert result.stdout == ""
    html = (tmp_path / "out.html").read_text()
    boxes = re.findall(r'class="box \w+"[^>]*style="left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%"', html)
    assert len(boxes) > 30
    assert all(float(left) + float(width) <= 100.1 and float(top) + float(height) <= 100.1 for left, top, width, height in boxes)
    narrow = [box for box in boxes if float(box[2]) < 30 and float(box[3]) < 3]
    assert len(narrow) > 0.7 * len(boxes)  # the passages themselves, not whole blocks


def test_one_document_at_a_time(tmp_path: Path) -> None:
    result = run("extract", "a.docx", "b.docx", "--explain", tmp_path / "out.html")
    assert result.exit_code == 2
    assert "--explain shows one document" in result.stderr


def test_the_contract_is_never_written_over(tmp_path: Path) -> None:
    contract = tmp_path / "oakfield.md"
    contract.write_text(CONTRACT)
    assert run("extract", contract, "--explain", contract).exit_code == 2
    assert contract.read_text() == CONTRACT
