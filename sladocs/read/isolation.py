"""Reading in a process of its own, with limits of memory and time: a file that breaks a parser ends that process, not the program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from sladocs.model.document import Document
from sladocs.read.failure import unreadable
from sladocs.read.how import AS_USUAL, How

MEMORY: Final = 2 << 30
"""Bytes of address space that the child may use."""
SECONDS: Final = 60
"""Seconds that it may take, of processor time and by the clock."""
PDF_SECONDS: Final = 180
"""The same for a PDF: some 2,000 pages are read in a third of it."""
WORKER: Final = ("-m", "sladocs.read.worker")
READ, REFUSED, TOO_MUCH = 0, 3, 4
"""The child's exit codes: the Document stands on its output as JSON, or the sentence that says why there is none; or it had no
memory left."""

_CRASHES: Final = frozenset(
    (signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGFPE, *((signal.SIGBUS,) if hasattr(signal, "SIGBUS") else ()))
)
"""The signals by which a process ends that does what it must not."""


def read_apart(data: bytes, *, name: str, how: How = AS_USUAL, memory: int = MEMORY, seconds: int = SECONDS) -> Document:
    """The Document that a child process reads from a file's bytes; it comes back as JSON, which can run nothing. Raises ReadError."""
    return Document.model_validate_json(run_apart(WORKER, framed(data, how), name or "The input", memory=memory, seconds=seconds))


def run_apart(worker: Sequence[str], given: bytes, what: str, *, memory: int = MEMORY, seconds: int = SECONDS) -> bytes:
    """What a worker, a module of this package, writes for what it is given; `what` names the file in messages. Raises ReadError.

    No module is looked for in the folder where the user stands (-P): a file that lies beside a contract is never run.
    A password goes through the child's standard input, where no list of processes shows it.
    """
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-P", "-X", "utf8", *worker, str(memory), str(seconds), what]
    try:
        child = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=seconds + 5,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(what, seconds) from None
    if child.returncode == READ:
        return child.stdout
    if child.returncode == REFUSED:
        raise unreadable(child.stdout.decode("utf-8", "replace"), what)
    if -child.returncode in _CRASHES:
        raise unreadable(f"{what} cannot be read: its parts break the program that reads them, as damaged files do; save it anew.", what)
    raise _too_much(what, seconds)


def framed(data: bytes, how: How) -> bytes:
    """What the child is given: the length in four bytes of how the file is read, that as JSON, the file."""
    said = json.dumps(asdict(how)).encode()
    return len(said).to_bytes(4, "big") + said + data


def unframed(given: bytes) -> tuple[bytes, How]:
    """The file of what the child is given, and how it is read."""
    start = 4 + int.from_bytes(given[:4], "big")
    return given[start:], How(**json.loads(given[4:start]))


def _too_much(what: str, seconds: int) -> Exception:
    return unreadable(f"{what} cannot be read: it takes too long (over {seconds} s) or too much memory, as damaged files do.", what)
