"""Reading in a process of its own, with limits of memory and time: a file that breaks a parser ends that process, not the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from sladocs.model.document import Document
from sladocs.read.failure import unreadable

MEMORY: Final = 2 << 30
"""Bytes of address space that the child may use."""
SECONDS: Final = 60
"""Seconds that it may take, of processor time and by the clock."""
READ, REFUSED, TOO_MUCH = 0, 3, 4
"""The child's exit codes: the Document stands on its output as JSON, or the sentence that says why there is none; or it had no
memory left."""


def read_apart(data: bytes, *, name: str, memory: int = MEMORY, seconds: int = SECONDS) -> Document:
    """The Document that a child process reads from a file's bytes; it comes back as JSON, which can run nothing. Raises ReadError."""
    what = name or "The input"
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-X", "utf8", "-m", "sladocs.read.worker", str(memory), str(seconds), what]
    try:
        child = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds + 5, env={**os.environ, "PYTHONPATH": path}, check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_much(what, seconds) from None
    if child.returncode == READ:
        return Document.model_validate_json(child.stdout)
    if child.returncode == REFUSED:
        raise unreadable(child.stdout.decode("utf-8", "replace"), what)
    raise _too_much(what, seconds)


def _too_much(what: str, seconds: int) -> Exception:
    return unreadable(f"{what} cannot be read: it takes too long (over {seconds} s) or too much memory, as damaged files do.", what)
