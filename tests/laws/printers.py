"""Our files as other programs print them, and without what only we put into them."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf

MARKS = {"BMC", "BDC", "EMC", "MP", "DP"}
"""The operators of marked content (ISO 32000-1, 14.6), by which a page's words are tied to the structure tree."""
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def without_tree(data: bytes) -> bytes:
    """A PDF with no structure tree, marked content, bookmarks or metadata: only what a person sees."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/Metadata", "/Lang", "/ViewerPreferences"):
            if name in pdf.Root:
                del pdf.Root[name]
        for page in pdf.pages:
            kept = [item for item in pikepdf.parse_content_stream(page) if str(item.operator) not in MARKS]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def printed_by_libreoffice(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Word files as LibreOffice prints them to PDF, by their names."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before", Path(folder) / "after"
        before.mkdir()
        for name, data in files.items():
            (before / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", after, *sorted(before.iterdir())]
        subprocess.run(command, check=True, capture_output=True, timeout=1800)
        return {name: (after / f"{name}.pdf").read_bytes() for name in files}


def printed_by_chromium(page: str) -> bytes:
    """A page as Chromium prints it to PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, "utf-8")
        options = [*CHROMIUM, "--no-first-run", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
        subprocess.run(["chromium", *options, source.as_uri()], check=True, capture_output=True, timeout=300)
        return target.read_bytes()
