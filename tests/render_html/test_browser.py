"""How a browser lays a page out: nothing is wider than the screen, and what is printed is all there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sladocs.assemble import assemble
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load_agreement
from sladocs.library import assemble_ready
from sladocs.model.document import Cell, Document, Figure, Heading, ListItem, Paragraph, Table, line
from sladocs.render.html import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed"),
]
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--allow-file-access-from-files", "--virtual-time-budget=10000",
)  # fmt: skip
WIDTHS = (320, 390, 768, 1280)
MEASURE = """<!DOCTYPE html><body>{frames}<script>
addEventListener('load', () => {{ for (const frame of document.querySelectorAll('iframe')) {{
  const page = frame.contentDocument, width = Number(frame.width), out = document.createElement('p');
  const scrolls = element => element.closest('.scroll, .drawing, .contents');
  const wide = [...page.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e) && getComputedStyle(e).position !== 'absolute');
  out.textContent = `${{width}}: ${{page.documentElement.scrollWidth}} ${{wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(' ')}}`;
  document.body.append(out); }} }});
</script>"""


def chromium(folder: Path, *arguments: str) -> str:
    command = ["chromium", *QUIET, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def example() -> Document:
    library = open_library(())
    template = library.template("saas-customer")
    loaded = load_agreement(Path(__file__).parents[2] / "templates" / "saas-customer" / "example.yaml")
    return assemble(assemble_ready(loaded.agreement, template, library), template, library)


def clumsy() -> Document:
    """Long words, many columns, spans, deep lists, long labels."""
    long = "Donaudampfschifffahrtsgesellschaft" * 3
    rows = tuple(tuple(Cell(lines=(line(f"{'Measurement period ' * (c % 3)}{long[: 9 * c]}"),)) for c in range(9)) for _ in range(3))
    spans = ((*rows[0][:2], rows[0][2].model_copy(update={"columns": 7})), *rows[1:])
    blocks = [
        Paragraph(role="title", content=line(long)),
        Heading(level=1, label="ARTICLE IV", content=line(long)),
        Paragraph(label="1.1.1.1", content=line(f"https://example.com/{long}/{long}")),
        *(ListItem(level=level, label="(viii)", content=line(long)) for level in (1, 2, 3)),
        Table(rows=rows, headers=1, caption=line(long)),
        Table(rows=spans, headers=1),
        Table(rows=tuple(row[:2] for row in rows), headers=0),
        Table(rows=tuple((row[8], row[0], row[1]) for row in rows), layout="signatures"),
        Figure(alternative=long, caption=line(long)),
    ]
    return Document(title=long, body=tuple(blocks), meta={"version": long, "confidentiality": long})


@pytest.mark.parametrize("made", [example, clumsy])
def test_no_page_is_wider_than_the_screen(made: object, tmp_path: Path) -> None:
    assert callable(made)
    (tmp_path / "page.html").write_text(render(made(), draft=True), "utf-8")
    frames = "".join(f'<iframe src="page.html" width="{width}" height="800"></iframe>' for width in WIDTHS)
    (tmp_path / "measure.html").write_text(MEASURE.format(frames=frames), "utf-8")
    shown = chromium(tmp_path, "--dump-dom", f"file://{tmp_path}/measure.html")
    found = re.findall(r"<p>(\d+): (\d+) (.*?)</p>", shown, re.DOTALL)
    assert {int(width) for width, _, _ in found} == set(WIDTHS)
    assert [(width, real, what) for width, real, what in found if int(real) > int(width) or what] == []
