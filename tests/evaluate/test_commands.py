"""`sladocs evaluate` and `sladocs annotate`, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sladocs.cli.main import main

CONTRACT = """# Service Level Agreement

## Availability

The service shall be available at least 99.9 % of each calendar month.

## Support

| Priority | Response time |
| --- | --- |
| P1 | 1 hour |
| P2 | 4 hours |
"""


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "oakfield.md").write_text(CONTRACT)
    assert run("annotate", tmp_path / "oakfield.md").exit_code == 0
    return tmp_path


def test_an_annotation_made_from_a_parse_agrees_with_it(folder: Path) -> None:
    result = run("evaluate", folder, "--json")
    figures = json.loads(result.stdout)["md"]["figures"]
    assert result.exit_code == 0
    assert figures["levels.full"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "hits": 3, "annotated": 3, "parsed": 3}


def test_a_corrected_annotation_shows_the_miss(folder: Path) -> None:
    path = folder / "oakfield.gold.json"
    gold = json.loads(path.read_text())
    gold["service_levels"][1]["value"] = 2
    path.write_text(json.dumps(gold))
    result = run("evaluate", folder, "--misses", "--documents")
    assert result.exit_code == 0
    assert "oakfield: level not found\n    annotated: metric response_time, comparator <=, value 2, unit hour, priority P1" in result.stdout
    assert "0.667" in result.stdout


def test_a_persons_corrections_are_never_written_over(folder: Path) -> None:
    before = (folder / "oakfield.gold.json").read_bytes()
    result = run("annotate", folder / "oakfield.md")
    assert result.exit_code == 2
    assert "may hold a person's corrections" in result.stderr
    assert (folder / "oakfield.gold.json").read_bytes() == before


def test_a_contract_that_cannot_be_read_counts_as_empty_and_is_told(folder: Path) -> None:
    (folder / "oakfield.pdf").write_bytes(b"%PDF-1.7 broken")
    result = run("evaluate", folder)
    assert result.exit_code == 2
    assert "oakfield.pdf" in result.stderr
    assert "pdf: 1 documents" in result.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "is no JSON"), ("[]", "should hold one object"), ('{"service_levels": [1]}', "no list of objects in 'service_levels'")],
)
def test_a_bad_annotation_is_refused(folder: Path, text: Any, said: Any) -> None:
    (folder / "oakfield.gold.json").write_text(text)
    result = run("evaluate", folder)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    assert "holds no contract beside an annotation" in run("evaluate", tmp_path).stderr
    assert "is no folder" in run("evaluate", tmp_path / "nowhere").stderr
