"""Files in and out: read with limits, written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sladocs.model.finding import Place, Refused

LARGEST = 200 * 1024 * 1024
"""The largest file that is read, in bytes."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises Refused with one sentence where that cannot be."""
    if str(path) == "-":
        return sys.stdin.buffer.read(LARGEST)
    place = Place(file=str(path))
    if path.is_dir():
        raise Refused.because(f"{path} is a folder; name a file in it.", place=place)
    try:
        if path.stat().st_size > LARGEST:
            raise Refused.because(f"{path} is larger than {LARGEST // 1024 // 1024} MB; split it.", place=place)
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused.because(f"There is no file {path}; check the name.", place=place) from None
    except PermissionError:
        raise Refused.because(f"{path} may not be read; give yourself permission to read it.", place=place) from None
    except OSError as error:
        raise Refused.because(f"{path} cannot be read: {error.strerror}.", place=place) from None


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files or none: each to a temporary file beside its place, and only then all renamed.

    Raises Refused where a folder is missing or may not be written to; nothing is left behind then.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            waiting[path] = _write_beside(path, data)
        for path, temporary in waiting.items():
            temporary.replace(path)
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    place = Place(file=str(path))
    if path.is_dir():
        raise Refused.because(f"{path} is a folder; name a file to write.", place=place)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        return Path(temporary)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reasons = {FileNotFoundError: "its folder does not exist; make it first", PermissionError: "its folder may not be written to"}
        reason = next((text for kind, text in reasons.items() if isinstance(error, kind)), error.strerror or "the system refused")
        raise Refused.because(f"{path} cannot be written: {reason}.", place=place) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
