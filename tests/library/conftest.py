from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a library folder: "term" is a clause in version 1.0.0, "term/1.1.0" names the version, "saas.yaml" is a template."""

    def write(files: dict[str, str], name: str = "own") -> Path:
        for key, text in files.items():
            if key.endswith(".yaml"):
                path = tmp_path / name / "templates" / key.removesuffix(".yaml") / "template.yaml"
            else:
                clause, _, version = key.partition("/")
                path = tmp_path / name / "clauses" / clause / f"{version or '1.0.0'}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / name

    return write
