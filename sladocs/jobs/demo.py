"""The main job in one go, for `make demo`: a contract from one short file, its pages as a picture, and each figure read back."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from sladocs.jobs import extract as reading
from sladocs.jobs import new as writing
from sladocs.jobs.files import write_all
from sladocs.jobs.generate import Options, generate
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load, load_agreement
from sladocs.library import assemble_ready
from sladocs.read import read
from sladocs.report import proof

TEMPLATE = "saas-customer"


def demo(folder: Path) -> str:
    """Write acme.yaml, acme.docx, acme.md, a picture of the pages and what was read back into `folder`. Returns what to print."""
    folder.mkdir(parents=True, exist_ok=True)
    source, contract = folder / "acme.yaml", folder / "acme.docx"
    for old in (source, folder / "acme.lock.yaml"):
        old.unlink(missing_ok=True)
    writing.write(TEMPLATE, (), {}, source)
    generate(source, (contract, folder / "acme.md"), Options())
    extraction = load(contract).extraction
    assert extraction is not None
    back = reading.extract(contract, "yaml")
    drawn_by, sheet = picture(contract)
    write_all({folder / "read-back.yaml": back.encode(), folder / "pages.png": sheet})
    library = open_library(())
    meant = assemble_ready(load_agreement(source).agreement, library.template(TEMPLATE), library)
    return "\n".join(
        [
            f"The agreement, as a person writes it   {source}",
            f"The contract                           {contract}  (and acme.md)",
            f"A picture of its pages                 {folder / 'pages.png'}  (drawn by {drawn_by})",
            f"The agreement that was read back       {folder / 'read-back.yaml'}",
            "",
            back,
            proof.table(meant, extraction),
        ]
    )


def picture(contract: Path) -> tuple[str, bytes]:
    """A sheet with the first and the last pages of a Word file, and the program that drew them."""
    from sladocs.render.pages import contact_sheet, png_pages

    pages = _drawn_by_libreoffice(contract)
    if pages:
        return "LibreOffice", contact_sheet(_chosen(pages))
    document = read(contract.read_bytes(), name=contract.name)
    return "typst from the Word file's text, since LibreOffice and pdftoppm are not installed", contact_sheet(_chosen(png_pages(document)))


def _chosen(pages: list[bytes]) -> list[bytes]:
    """Nine pages: the front, the beginning of the text, and the schedules with their tables."""
    return pages if len(pages) <= 9 else [pages[0], pages[1], pages[3], *pages[-6:]]


def _drawn_by_libreoffice(contract: Path) -> list[bytes]:
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return []
    with tempfile.TemporaryDirectory() as place:
        profile = f"-env:UserInstallation=file://{place}/profile"
        subprocess.run(
            ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", place, contract],
            check=True,
            capture_output=True,
            timeout=120,
        )
        subprocess.run(
            ["pdftoppm", "-r", "70", "-png", f"{place}/{contract.stem}.pdf", f"{place}/page"], check=True, capture_output=True, timeout=120
        )
        return [path.read_bytes() for path in sorted(Path(place).glob("page-*.png"))]
