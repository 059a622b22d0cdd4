"""Text recognition for pages that are only pictures: OCRmyPDF with Tesseract, where both are installed, as the extra `ocr` has it.

Only those pages are recognised, at 300 dpi; what they say then stands in the file as text, which the PDF reader reads as any other.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sladocs.read.failure import unreadable

DPI: Final = 300
SECONDS_A_PAGE: Final = 30
"""Seconds that a page may take; one takes two to four."""
SECONDS: Final = 60
"""Seconds that a file may take beside its pages."""
INSTALL: Final = "install the extra ocr (pip install 'sladocs[ocr]') and the program tesseract, by which sladocs reads them"


def is_installed() -> bool:
    """Whether pages can be recognised here."""
    return shutil.which("tesseract") is not None and importlib.util.find_spec("ocrmypdf") is not None


def recognised(data: bytes, pages: Sequence[int], what: str, password: str | None = None) -> bytes:
    """The PDF with text on these pages. Raises ReadError where that fails or takes too long."""
    seconds = SECONDS + SECONDS_A_PAGE * len(pages)
    with tempfile.TemporaryDirectory(prefix="sladocs-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(_unlocked(data, password))
        command = [
            *(sys.executable, "-P", "-m", "ocrmypdf", "--quiet"),
            *("--force-ocr", "--pages", ",".join(map(str, pages)), "--oversample", str(DPI)),
            *("--rotate-pages", "--deskew", "--output-type", "pdf", "--optimize", "0", "--jobs", "1"),
            *("--tesseract-timeout", str(SECONDS_A_PAGE), "--language", "eng"),
            *(str(folder / "in.pdf"), str(folder / "out.pdf")),
        ]
        environment = {**os.environ, "TMPDIR": name, "OMP_THREAD_LIMIT": "1"}
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        )
        try:
            child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise unreadable(
                f"{what} cannot be read: text recognition takes longer than {seconds} s over its pages; split it.", what
            ) from None
        finally:
            _end(child)
        if child.returncode or not (folder / "out.pdf").is_file():
            raise unreadable(
                f"{what} cannot be read: text recognition fails on its pictures of pages; scan it anew, or get it with text.", what
            )
        return (folder / "out.pdf").read_bytes()


def _unlocked(data: bytes, password: str | None) -> bytes:
    """The file without its password, which the program would not ask for."""
    if not password:
        return data
    import io

    import pypdfium2

    out = io.BytesIO()
    pdf = pypdfium2.PdfDocument(data, password=password)
    try:
        pdf.save(out, flags=_REMOVE_SECURITY)
    finally:
        pdf.close()
    return out.getvalue()


_REMOVE_SECURITY: Final = 3
"""pdfium's flag FPDF_REMOVE_SECURITY."""


def _end(child: subprocess.Popen[bytes]) -> None:
    """End what is left of a child and of its children."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError, AttributeError):
        child.kill()
    child.wait()
