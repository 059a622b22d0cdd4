"""How these tests run the program: inside this process, so that a fault is a failing test, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from sladocs.cli.main import TRACEBACK, main
from sladocs.library import Library, collection

GOOD = """\
template: saas-customer
provider: Northwind Ltd
customer: Oakfield plc
services: {Ledger: The ledger}
term: {effective_date: 2027-01-01, initial: 1 year}
"""


@dataclass(frozen=True)
class Done:
    """What a command did: its exit code, what it printed, what it said besides, and the files in its folder that are new or changed."""

    code: int
    out: str
    said: str
    written: tuple[str, ...] = ()


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """Each file, link and folder in a folder."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="session", autouse=True)
def shipped_clauses_are_read_once() -> Iterator[None]:
    """Reading the shipped clauses takes most of the time of a command that is refused; here they are read once for all tests."""
    read, home = collection.read_clause, Library.shipped()["clauses"]
    once = cache(read)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collection, "read_clause", lambda path: (once if path.is_relative_to(home) else read)(path))
        yield


@pytest.fixture
def good() -> str:
    """A short agreement in which nothing is wrong."""
    return GOOD


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Runs a command in the test's folder, in this process. What is no refusal is raised, so that the test fails where it happened."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(TRACEBACK, "1")
    monkeypatch.delenv("SLADOCS_LIBRARY", raising=False)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Done:
        before = contents(tmp_path)
        done = CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)
        after = contents(tmp_path)
        assert before.keys() <= after.keys(), "a file is lost"
        assert not [name for name in after if ".sladocs-" in name], "a temporary file is left"
        written = tuple(name for name, content in after.items() if content is not None and before.get(name, ...) != content)
        return Done(done.exit_code, done.stdout, done.stderr, written)

    return run


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a command in the test's folder as a process of its own; `before` stands before it, as `setpriv` does."""

    def program(*arguments: str, before: tuple[str, ...] = (), **options: object) -> subprocess.CompletedProcess[bytes]:
        given = {"capture_output": True, "timeout": 60, "cwd": tmp_path, **options}
        return subprocess.run([*before, sys.executable, "-m", "sladocs.cli.main", *arguments], check=False, **given)  # type: ignore[call-overload,no-any-return]

    return program


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the template's worked agreement, by their ending; `.json` is what was read back, `.form` the agreement as JSON."""
    folder = tmp_path_factory.mktemp("written")
    steps = (
        ("new", "--template", "saas-customer", "-o", "a.yaml", "--yes"),
        ("generate", "a.yaml", "-o", "a.docx", "-o", "a.md", "-o", "a.txt"),
        ("extract", "a.docx", "--format", "json", "-o", "a.json"),
        ("convert", "a.yaml", "-o", "form.json"),
    )
    before = Path.cwd()
    os.chdir(folder)
    try:
        for step in steps:
            done = CliRunner().invoke(main, list(step), catch_exceptions=False)
            assert done.exit_code == 0, done.stderr
    finally:
        os.chdir(before)
    return {**{path.suffix: path.read_bytes() for path in folder.glob("a.*")}, ".form": (folder / "form.json").read_bytes()}
