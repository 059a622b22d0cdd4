"""Printing by LibreOffice that is stopped in the midst leaves no program running and no folder behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")]

PROGRAM = """#!/bin/sh
echo $$ > "$MARK/wrapper"
sh -c 'echo $$ > "$MARK/office"; exec sleep 60' &
wait
"""


def runs(number: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked about does not."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False)
    return done.stdout.strip() != "" and not done.stdout.strip().startswith("Z")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_stop_while_it_prints(name: str, tmp_path: Path, good: str) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "tmp").mkdir()
    program = tmp_path / "bin" / "soffice"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    (tmp_path / "a.yaml").write_text(good)
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "MARK": str(tmp_path), "TMPDIR": str(tmp_path / "tmp")}
    command = [sys.executable, "-m", "sladocs.cli.main", "generate", "a.yaml", "-o", "a.pdf", "--pdf-from", "docx"]
    child = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE)
    mark = tmp_path / "office"
    deadline = time.monotonic() + 60
    while not (mark.exists() and mark.read_text().strip()) and time.monotonic() < deadline:
        time.sleep(0.1)
    office = int(mark.read_text())
    assert runs(office)
    child.send_signal(getattr(signal, name))
    _, said = child.communicate(timeout=30)
    assert child.returncode == {"SIGTERM": 143, "SIGINT": 130}[name], said
    time.sleep(0.2)
    assert not runs(office)
    assert b"fault" not in said
    assert not (tmp_path / "a.pdf").exists()
    assert list((tmp_path / "tmp").glob("sladocs-*")) == []
