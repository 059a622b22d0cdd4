"""RTF, OpenDocument and the Word files of before 2007, changed into DOCX by LibreOffice where it is installed.

LibreOffice runs as a child with limits of time and memory, a profile of its own that is thrown away, macros off, links not followed, and,
where the system can do that, without a network.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from sladocs.read.failure import unreadable

SECONDS: Final = 120
"""Seconds that a conversion may take; one takes two, and ten where the machine is busy."""
MEMORY: Final = 4 << 30
"""Bytes of address space that LibreOffice may use; it asks for more than it needs."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM: Final = "WordDocument".encode("utf-16-le")
_RTF: Final = b"{\\rtf"
_TEXT_TYPES: Final = (b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")
_NAMES: Final = {".rtf": "a rich text file (RTF)", ".odt": "an OpenDocument text (ODT)", ".doc": "a Word document of the old kind (.doc)"}
_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
"""Of the profile: macros are never run, active content neither, links are not followed."""


def office_ending(data: bytes) -> str | None:
    """The ending of a file that LibreOffice has to change into DOCX first, by its content; None for all others."""
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_OLE) and _STREAM in data:
        return ".doc"
    if data.startswith(b"PK\x03\x04") and _is_open_document(data):
        return ".odt"
    return None


def _is_open_document(data: bytes) -> bool:
    """Whether an archive's first part says that it is an OpenDocument text (ODF 1.3 part 2, 3.3: stored, not packed)."""
    if data[30:38] != b"mimetype":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as stream:
            return stream.read(200).startswith(_TEXT_TYPES)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, KeyError):
        return False


def as_word(data: bytes, ending: str, what: str, *, seconds: int = SECONDS) -> bytes:
    """The DOCX that LibreOffice makes of a file. Raises ReadError, also where LibreOffice is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise unreadable(f"{what} is {_NAMES[ending]}: install LibreOffice, by which sladocs reads it, or save it as DOCX.", what)
    with tempfile.TemporaryDirectory(prefix="sladocs-") as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_profile())
        source = folder / f"contract{ending}"
        source.write_bytes(data)
        command = [
            *_without_network(),
            program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--nofirststartwizard",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(source),
        ]
        _run(command, folder, what, seconds)
        made = folder / "out" / "contract.docx"
        if not made.is_file():
            raise unreadable(
                f"{what} is damaged: LibreOffice cannot open it; open it in the program that wrote it, and save it as DOCX.", what
            )
        return made.read_bytes()


def _profile() -> str:
    """The settings as LibreOffice keeps them."""
    item = (
        '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'.format(*setting)
        for setting in _SETTINGS
    )
    namespace = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {namespace}>{"".join(item)}</oor:items>\n'


def _run(command: list[str], folder: Path, what: str, seconds: int) -> None:
    """Run a command that may take so many seconds, and end it with all that it started where it takes longer."""
    environment = {
        **os.environ,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
        preexec_fn=_limits,  # noqa: PLW1509 no thread runs here
    )
    try:
        child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise unreadable(f"{what} cannot be read: LibreOffice takes longer than {seconds} s over it; save it as DOCX.", what) from None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End what is left of a child and of its children."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError, AttributeError):
        child.kill()
    child.wait()


def _limits() -> None:
    try:
        import resource  # Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))


def _without_network() -> list[str]:
    """The command that runs another one without a network, where the system lets users do that."""
    program = shutil.which("unshare")
    if program is None:
        return []
    command = [program, "--net", "--map-root-user"]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []
