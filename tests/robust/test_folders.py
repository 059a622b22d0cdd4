"""What lies beside a document is never run."""

from __future__ import annotations

from pathlib import Path

import pytest

from sladocs.read import read_isolated


def test_a_program_beside_a_page_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("html", "json", "pydantic", "selectolax", "sladocs"):
        (tmp_path / f"{name}.py").write_text("import pathlib; pathlib.Path('run').touch()\n")
    monkeypatch.chdir(tmp_path)
    page = b"<!DOCTYPE html><html><body><p>The availability is at least 99.9 % each month.</p></body></html>"
    assert "99.9 %" in read_isolated(page, name="a.html").text
    assert not (tmp_path / "run").exists()
