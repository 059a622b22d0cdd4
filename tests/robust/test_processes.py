"""The program among other programs: signals, pipes, standard streams, and two of it at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sladocs.model.exits import INTERRUPTED, STOPPED

pytestmark = pytest.mark.slow  # runs in `make prove`

COMMAND = (sys.executable, "-m", "sladocs.cli.main")
LEFT = {"a.yaml", "a.docx", "a.md", "a.txt", "x.docx", "x.md", "a.lock.yaml"}


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, good: str, written: dict[str, bytes]) -> None:
    (tmp_path / "a.yaml").write_text(good)
    for ending in (".docx", ".md", ".txt"):
        (tmp_path / f"a{ending}").write_bytes(written[ending])


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Unix signals")
@pytest.mark.parametrize("delay", [0.3, 0.9])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_signal_leaves_whole_files_or_the_old_ones(name: str, delay: float, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"old")
    number = getattr(signal, name)
    arguments = ("generate", "a.yaml", "-o", "x.docx", "-o", "x.md")
    child = subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(delay)
    child.send_signal(number)
    _, said = child.communicate(timeout=30)
    codes = {signal.SIGINT: INTERRUPTED, signal.SIGKILL: -signal.SIGKILL}
    assert child.returncode in (0, codes.get(number, STOPPED + number), -number)
    assert b"Traceback" not in said or child.returncode == -signal.SIGINT  # before the program's own first line Python speaks
    content = (tmp_path / "x.docx").read_bytes()
    assert content == b"old" or content.startswith(b"PK")
    if number != signal.SIGKILL:
        assert {path.name for path in tmp_path.iterdir()} <= LEFT


def test_two_at_once_write_one_whole_file(tmp_path: Path, run: Callable) -> None:
    children = [
        subprocess.Popen([*COMMAND, "generate", "a.yaml", "-o", "x.docx"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for child in children:
        _, said = child.communicate(timeout=60)
        assert child.returncode == 0, said
    assert {path.name for path in tmp_path.iterdir()} <= LEFT
    assert run("extract", "x.docx").code == 0


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
@pytest.mark.parametrize("arguments", [("schema",), ("extract", "a.docx"), ("clauses", "show", "liability"), ("--help",)], ids=" ".join)
def test_a_reader_that_has_seen_enough_is_no_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    child = subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    said = child.stderr.read()
    child.stderr.close()
    assert child.wait(30) in (0, 1)
    assert said == b""


def test_standard_input_is_read_by_each_command(run: Callable, tmp_path: Path, written: dict[str, bytes], good: str) -> None:
    for form, ending in (("yaml", ".docx"), ("json", ".md"), ("csv", ".txt"), ("text", ".docx")):
        done = run("extract", "-", "--format", form, stdin=written[ending])
        assert done.code == 0, done.said
        assert "Provider Ltd" in done.out
    assert "Northwind Ltd" in run("summary", "-", stdin=good).out
    assert run("check", "-", stdin=good).code == 0
    assert run("diff", "-", "a.yaml", stdin=good).code == 0
    assert run("convert", "-", "-o", "c.json", stdin=good).written == ("c.json",)
    assert run("generate", "-", "-o", "c.md", stdin=good).written == ("c.md",)
    assert run("generate", "-", "--out-dir", "out", stdin=good).written == ("out/standard-input.docx",)
    (tmp_path / "read").mkdir()
    assert run("extract", "-", "-o", "read", stdin=written[".md"]).written == ("read/standard-input.yaml",)
    assert run("extract", "-", stdin=b"").said == "error R01: standard input is empty: nothing is in the file.\n"
    assert run("check", "-", stdin="x: [\n").said.startswith("standard input, line 2: error F01: ")


@pytest.mark.skipif(os.name == "nt", reason="streams of Unix")
def test_closed_streams_end_no_command_with_a_traceback(tmp_path: Path) -> None:
    cases = {"extract - <&-": 2, "generate - -o x.md <&-": 2, "schema >&-": 0, "check nix.yaml 2>&-": 2, "check nix.yaml <&- >&- 2>&-": 2}
    for arguments, code in cases.items():
        done = subprocess.run(["sh", "-c", f"{' '.join(COMMAND)} {arguments}"], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == code, arguments
        assert b"Traceback" not in done.stderr


def test_output_is_utf_8_whatever_the_locale(program: Callable) -> None:
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = program("clauses", "show", "liability", env=plain)
    assert done.returncode == 0, done.stderr
    assert "’" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_learns_to_complete(shell: str) -> None:
    assert "_SLADOCS_COMPLETE" in as_completion(_SLADOCS_COMPLETE=f"{shell}_source")


def test_the_shell_completes() -> None:
    words = as_completion(_SLADOCS_COMPLETE="bash_complete", COMP_WORDS="sladocs extract --format ", COMP_CWORD="3")
    assert words.split() == ["plain,yaml", "plain,json", "plain,csv", "plain,text"]


def as_completion(**asked: str) -> str:
    """What the program answers to a shell, which calls it by its name."""
    called = 'from sladocs.cli.main import main; main(prog_name="sladocs")'
    done = subprocess.run([sys.executable, "-c", called], env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
