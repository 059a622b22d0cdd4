"""`sladocs --help` answers at once: no heavy library is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "spacy",
    "docx",
    "docxtpl",
    "lxml",
    "pdfplumber",
    "pydantic",
    "ruamel.yaml",
    "jinja2",
    "num2words",
    "rich",
    "simplejson",
    "markdown_it",
)


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["clauses", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom sladocs.cli.main import main\n"
        f"try:\n    main({arguments!r}, standalone_mode=True)\nexcept SystemExit:\n    pass\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\nprint('LOADED', loaded)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "LOADED []" in done.stdout
