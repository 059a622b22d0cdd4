"""A Word file printed as PDF by LibreOffice, where that is installed: the file exactly as an office program shows it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from sladocs.model.finding import Refused

PROGRAMS: Final = ("soffice", "libreoffice")
PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
)
"""Where LibreOffice lies where it is not on the path."""
SECONDS: Final = 120
"""How long a print may take; a contract takes about three seconds, the first start some more."""
FILTER: Final = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""Print as PDF/UA, with bookmarks."""
_NO_NETWORK: Final = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
"""A proxy that answers nobody: whatever a file refers to is not fetched."""


def pdf_from_docx(data: bytes) -> bytes:
    """Print a Word file. Raises Refused where LibreOffice is missing, fails, or takes longer than two minutes."""
    program = _program()
    with tempfile.TemporaryDirectory(prefix="sladocs-print-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, printed = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault"]
        try:
            _print([*command, "--convert-to", FILTER, "--outdir", str(folder), str(source)])
            return printed.read_bytes()
        except subprocess.TimeoutExpired:
            message, remedy = (
                f"LibreOffice did not print the document in {SECONDS} seconds.",
                "Leave --pdf-from out: PDF needs no LibreOffice.",
            )
        except (subprocess.CalledProcessError, OSError):
            message = "LibreOffice could not print the document."
            remedy = "Open the Word file in it to see why; or leave --pdf-from out: PDF needs no LibreOffice."
    raise Refused.because(message, remedy=remedy)


def _print(command: list[str]) -> None:
    """Run LibreOffice to its end. Whatever ends this earlier ends it with all that it started: its program is a child of a small one."""
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_NO_NETWORK},
        start_new_session=sys.platform != "win32",
    )
    try:
        if code := child.wait(SECONDS):
            raise subprocess.CalledProcessError(code, command)
    finally:
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        child.wait()


def _program() -> str:
    """LibreOffice's program. Raises Refused."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    found = found or next((path for path in PLACES if Path(path).is_file()), None)
    if found is None:
        message = "LibreOffice is not installed, and only it can print the Word file as it stands."
        remedy = "Install it (https://www.libreoffice.org), or leave --pdf-from out: PDF needs no LibreOffice."
        raise Refused.because(message, remedy=remedy)
    return found
