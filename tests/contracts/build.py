"""Make the files of the sample contracts from their sources.

    python tests/contracts/build.py [SLUG ...]

Each folder holds one contract: its source (`contract.md`, `contract.html`, `contract.txt` or `source.py` with `build(folder)`), what a careful
reader writes down from it (`contract.gold.json`), and the files made here: `contract.docx`, `contract.pdf` and `contract.txt`. A `contract.typ`
beside the source is what the PDF is set from. LibreOffice (`soffice`) converts; without it only the Word files are made. README.md is made too.

The Markdown is the usual one, and further: a cell `^` continues the one above, a cell `<` the one to the left; a line that ends in `\\` breaks;
`<!-- columns: 2 -->`, `<!-- font: Liberation Serif 10 -->`, `<!-- header: ... -->`, `<!-- footer: ... -->`, `<!-- landscape -->` and
`<!-- break -->` (a new page) speak to the page, `<!-- widths: 1 4 2 -->` to the table that follows.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import typst
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

HERE = Path(__file__).parent
_UNTAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'


def folders(names: Sequence[str] = ()) -> list[Path]:
    """The folders of the contracts, of all or of those named."""
    return sorted(file.parent for file in HERE.glob("*/contract.gold.json") if not names or file.parent.name in names)


def build(names: Sequence[str]) -> None:
    """Make the files of the contracts named, or of all."""
    chosen = folders(names)
    for folder in chosen:
        _write_word(folder)
    web = [f for f in chosen if (f / "contract.html").exists()]
    _convert(web, "html", "docx", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)")
    typed = [f for f in chosen if _source(f) == "txt"]
    _convert(typed, "txt", "docx", "docx:MS Word 2007 XML")
    for folder in chosen:
        if (folder / "contract.typ").exists():
            (folder / "contract.pdf").write_bytes(typst.compile(str(folder / "contract.typ")))
    _convert([f for f in chosen if not (f / "contract.typ").exists()], "docx", "pdf", _UNTAGGED)
    _convert([f for f in chosen if _source(f) != "txt" and "txt" in formats(f)], "docx", "txt", "txt:Text (encoded):UTF8")
    (HERE / "README.md").write_text(readme(), "utf-8")


def formats(folder: Path) -> list[str]:
    """The formats in which a contract is read by the tests: those its annotation names, or every one."""
    named = json.loads((folder / "contract.gold.json").read_text("utf-8")).get("formats")
    if named:
        return [str(name) for name in named]
    own = _source(folder)
    return ["docx", "pdf", "txt", *([own] if own in ("md", "html") else [])]


def _source(folder: Path) -> str:
    return next(
        (kind for kind in ("md", "html") if (folder / f"contract.{kind}").exists()), "py" if (folder / "source.py").exists() else "txt"
    )


def readme() -> str:
    """The list of the contracts, with what each shows."""
    lines = [
        "# Sample contracts",
        "",
        "Contracts of our own between invented parties, each in another hand and layout, with what a careful reader writes down from it",
        "(`contract.gold.json`, the form of `sladocs annotate`). `build.py` makes the Word, PDF and text files from the sources, and this list;",
        "`test_contracts.py` reads them all and holds each to its floor in `floors.tsv`; run as a program it writes what is reached into that table.",
        "",
        "| contract | what it shows | levels | credits | formats |",
        "| --- | --- | --- | --- | --- |",
    ]
    for folder in folders():
        gold = json.loads((folder / "contract.gold.json").read_text("utf-8"))
        shows = str(gold.get("shows", ""))
        counts = f"{len(gold['service_levels'])} | {len(gold['service_credits'])}"
        lines.append(f"| {folder.name} | {shows[:1].upper() + shows[1:]} | {counts} | {', '.join(formats(folder))} |")
    return "\n".join([*lines, ""])


# --- LibreOffice -----------------------------------------------------------------------------------------------------------


def _convert(chosen: Sequence[Path], source: str, target: str, how: str, *options: str) -> None:
    """Convert `contract.<source>` of many folders in one run of LibreOffice."""
    if not chosen or not shutil.which("soffice"):
        return
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        for folder in chosen:
            shutil.copy(folder / f"contract.{source}", work / f"{folder.name}.{source}")
        files = sorted(str(file) for file in work.glob(f"*.{source}"))
        profile = f"-env:UserInstallation=file://{work}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", *options, "--convert-to", how, "--outdir", f"{work}/made", *files],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        for folder in chosen:
            shutil.copy(work / "made" / f"{folder.name}.{target}", folder / f"contract.{target}")


# --- Word ------------------------------------------------------------------------------------------------------------------


def _write_word(folder: Path) -> None:
    if (folder / "source.py").exists():
        spec = importlib.util.spec_from_file_location(f"source_{folder.name}", folder / "source.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.build(folder)
    elif (folder / "contract.md").exists():
        word = Document()
        write_markdown(word, (folder / "contract.md").read_text("utf-8"))
        word.save(str(folder / "contract.docx"))


def write_markdown(word: Word, text: str) -> None:
    """Write the Markdown described above into a Word document."""
    widths: list[float] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        if block.startswith("<!-- widths:"):
            widths = [float(number) for number in re.findall(r"[\d.]+", block)]
        elif block.startswith("<!--"):
            for line in lines:
                _direct(word, line)
        elif lines[0].lstrip().startswith("|"):
            _table(word, lines, widths)
            widths = []
        else:
            _paragraphs(word, lines)


def _direct(word: Word, line: str) -> None:
    found = re.match(r"<!--\s*(\w+)(?::\s*(.*?))?\s*-->", line)
    assert found, line
    name, value = found[1], found[2] or ""
    if name == "columns":
        from docx.enum.section import WD_SECTION

        section = word.add_section(WD_SECTION.CONTINUOUS)
        section._sectPr.xpath("./w:cols")[0].set(qn("w:num"), value)
    elif name == "font":
        family, _, size = value.rpartition(" ")
        style: Any = word.styles["Normal"]
        style.font.name, style.font.size = family, Pt(float(size))
    elif name in ("header", "footer"):
        getattr(word.sections[0], name).paragraphs[0].text = value
    elif name == "break":
        word.add_page_break()
    elif name == "landscape":
        page = word.sections[-1]
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width


def _paragraphs(word: Word, lines: Iterable[str]) -> None:
    """Headings, items of lists and plain paragraphs; a plain line after one of them continues it."""
    pending: list[str] = []
    style = "Normal"

    def flush() -> None:
        if pending:
            _inline(word.add_paragraph(style=style), _joined(pending))
            pending.clear()

    for line in lines:
        heading = re.match(r"(#+) (.*)", line)
        item = re.match(r"( *)([-*]|#\.) (.*)", line)
        if heading:
            flush()
            word.add_heading(re.sub(r"\*", "", heading[2]), level=len(heading[1]))
        elif item:
            flush()
            depth, kind = 1 + len(item[1]) // 2, "List Number" if item[2] == "#." else "List Bullet"
            style = kind if depth == 1 else f"{kind} {min(depth, 3)}"
            pending.append(item[3])
        else:
            if not pending:
                style = "Normal"
            pending.append(line)
    flush()


def _joined(lines: Sequence[str]) -> str:
    out = ""
    for line in lines:
        out += line.removesuffix("\\").strip() + ("\n" if line.endswith("\\") else " ")
    return out.strip()


def _inline(paragraph: Any, text: str) -> None:
    for piece in re.split(r"(\*\*.+?\*\*|\*[^*\s][^*]*\*|\^\w+\^)", text):
        bold, italic, raised = (
            piece.startswith("**"),
            piece.startswith("*"),
            piece.startswith("^") and piece.endswith("^") and len(piece) > 2,
        )
        run = paragraph.add_run(piece[2:-2] if bold and len(piece) > 4 else piece[1:-1] if (italic or raised) and len(piece) > 2 else piece)
        run.bold, run.italic, run.font.superscript = bold or None, (italic and not bold) or None, raised or None


def _table(word: Word, lines: Sequence[str], widths: Sequence[float] = ()) -> None:
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]
    rows = [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    width = max(map(len, rows))
    table = word.add_table(rows=len(rows), cols=width, style="Table Grid")
    if widths:
        table.autofit = False
        page = word.sections[-1]
        whole = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
        for column, share in zip(table.columns, widths, strict=True):
            column.width = int(whole * share / sum(widths))
            for cell in column.cells:
                cell.width = column.width
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = table.cell(r, c)
            if text == "^" and r:
                table.cell(r - 1, c).merge(cell)
            elif text == "<" and c:
                table.cell(r, c - 1).merge(cell)
            else:
                first, *more = text.split("<br>")
                _inline(cell.paragraphs[0], first.strip().replace("\\|", "|"))
                for further in more:
                    _inline(cell.add_paragraph(), further.strip())
    _tidy(table)
    word.add_paragraph()


def _tidy(table: Any) -> None:
    """Merging leaves the empty paragraphs of the cells that were swallowed."""
    for cell in {id(cell._tc): cell for row in table.rows for cell in row.cells}.values():
        for paragraph in cell.paragraphs[1:]:
            if not paragraph.text.strip():
                paragraph._p.getparent().remove(paragraph._p)


if __name__ == "__main__":
    build(sys.argv[1:])
