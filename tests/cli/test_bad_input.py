"""Bad input ends with one clear sentence, exit code 2, no traceback, and no file left behind."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = "template: saas-customer\nprovider: Northwind Ltd\ncustomer: Oakfield plc\nservices: {Ledger: The ledger}\nterm: {effective_date: 2027-01-01, initial: 1 year}\n"


WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
"""What an administrator runs a command with who may not read what he may not read."""


def sladocs(*arguments: str, cwd: Path, stdin: bytes = b"", before: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [*(before or []), sys.executable, "-m", "sladocs.cli.main", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, input=stdin, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def renamed_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "not a Word file")
    return out.getvalue()


ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

GENERATE = {
    "no YAML": (b"title: [unclosed\n", "line"),
    "a tab": (b"title:\n\t- x\n", "line 2"),
    "unknown field": (GOOD.encode() + b"servicez: {}\n", "servicez"),
    "unknown metric": (GOOD.encode() + b"levels: [{metric: respons_time, within: 4 hours}]\n", "response_time"),
    "unknown clause": (GOOD.encode() + b"clauses: {availabilty: balanced}\n", "availability"),
    "unknown template": (b"template: saas-custmer\n", "saas-customer"),
    "no template": (b"title: X\n", "agreement type"),
    "alias bomb": (ALIAS_BOMB.encode(), "alias"),
    "an empty file": (b"", "empty"),
    "a list": (b"- a\n- b\n", "map of fields"),
    "not UTF-8": (b"title: \xff\xfe\n", "UTF-8"),
    "101 %": (GOOD.encode() + b"levels: [{metric: availability, target: '>= 101 %', window: month}]\n", "101"),
    "end before start": (GOOD.replace("initial: 1 year", "expiration_date: 2026-01-01").encode(), "2026"),
    "deep": (b"a: " + b"[" * 5000 + b"]" * 5000, ""),
}


@pytest.mark.parametrize("name", GENERATE)
def test_generate_refuses(name: str, tmp_path: Path) -> None:
    content, expected = GENERATE[name]
    (tmp_path / "a.yaml").write_bytes(content)
    done = sladocs("generate", "a.yaml", "-o", "a.docx", cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "a.yaml" in done.stderr or name == "unknown template"
    assert expected in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


EXTRACT: dict[str, Callable[[Path], None]] = {
    "renamed ZIP": lambda path: path.write_bytes(renamed_zip()) and None,
    "empty": lambda path: path.write_bytes(b"") and None,
    "truncated": lambda path: path.write_bytes(renamed_zip()[:60]) and None,
    "folder": lambda path: path.mkdir(),
    "missing": lambda path: None,
    "old Word file": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) and None,
}


@pytest.mark.parametrize("name", EXTRACT)
def test_extract_refuses(name: str, tmp_path: Path) -> None:
    EXTRACT[name](tmp_path / "a.docx")
    done = sladocs("extract", "a.docx", "-o", "a.out.yaml", cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "a.docx" in done.stderr
    assert not (tmp_path / "a.out.yaml").exists()


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="the administrator may read and write everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "a.yaml").chmod(0)
    done = sladocs("generate", "a.yaml", "-o", "a.docx", cwd=tmp_path, before=WITHOUT_RIGHTS if os.geteuid() == 0 else None)
    assert done.returncode == 2
    assert "a.yaml cannot be read: you have no permission to read it" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    done = sladocs("generate", "a.yaml", "-o", "missing/a.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert "missing/a.docx cannot be written: its folder does not exist" in done.stderr


def test_a_set_without_a_sign(tmp_path: Path) -> None:
    done = sladocs("new", "--template", "saas-customer", "-o", "a.yaml", "--yes", "--set", "customer", cwd=tmp_path)
    assert done.returncode == 2
    assert "KEY=VALUE" in done.stderr
    assert list(tmp_path.iterdir()) == []
