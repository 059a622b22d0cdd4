"""The main job in one go, for `make demo`: a contract from one short file, its pages as a picture, and each figure read back."""

from __future__ import annotations

from pathlib import Path

from sladocs.jobs import extract as reading
from sladocs.jobs import new as writing
from sladocs.jobs.files import write_all
from sladocs.jobs.generate import Options, generate
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load, load_agreement
from sladocs.library import assemble_ready
from sladocs.render.sheet import contact_sheet
from sladocs.report import proof

TEMPLATE = "saas-customer"


def demo(folder: Path) -> str:
    """Write acme.yaml, its contract in each format, a picture of the pages and what was read back into `folder`. Returns what to print."""
    folder.mkdir(parents=True, exist_ok=True)
    source, contract = folder / "acme.yaml", folder / "acme.docx"
    for old in (source, folder / "acme.lock.yaml"):
        old.unlink(missing_ok=True)
    writing.write(TEMPLATE, (), {}, source)
    printed = folder / "acme.pdf"
    generate(source, (contract, printed, folder / "acme.html", folder / "acme.md"), Options())
    extraction = load(contract).extraction
    assert extraction is not None
    back = reading.extract(contract, "yaml")
    write_all({folder / "read-back.yaml": back.encode(), folder / "pages.png": contact_sheet(printed.read_bytes())})
    library = open_library(())
    meant = assemble_ready(load_agreement(source).agreement, library.template(TEMPLATE), library)
    return "\n".join(
        [
            f"The agreement, as a person writes it   {source}",
            f"The contract                           {contract}  (and acme.pdf, acme.html, acme.md)",
            f"A picture of its pages                 {folder / 'pages.png'}",
            f"The agreement that was read back       {folder / 'read-back.yaml'}",
            "",
            back,
            proof.table(meant, extraction),
        ]
    )
