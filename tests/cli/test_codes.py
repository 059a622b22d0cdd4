"""Every code that the program can tell is explained."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_code_stands_in_the_documentation() -> None:
    explained = (ROOT / "docs" / "findings.md").read_text("utf-8")
    told = {code for path in (ROOT / "sladocs").rglob("*.py") for code in re.findall(r'"([ER]\d\d)"', path.read_text("utf-8"))}
    assert told
    assert sorted(code for code in told if f"| {code} |" not in explained) == []
