from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sladocs.library.collection import Library
from sladocs.model.document import Document, Heading, ListItem, Paragraph, Table, words

TYPE = """\
title: A type
forms: [standalone, schedule]
front: [parties]
sections:
  - {heading: Words, clauses: [definitions, rules]}
  - {heading: Term, clauses: [term]}
schedules:
  - {name: levels, heading: Service levels, clauses: [levels-table]}
  - {name: others, heading: Others, clauses: [credits-table, hours-table]}
signatures: signatures
"""

CLAUSES = {
    "parties": ("parties", "", "This is made between:\n\n[[table:parties]]"),
    "definitions": ("definitions", 'defines: {Service: "what the [[Provider]] supplies", Provider: a party}', "1. In these words:"),
    "rules": (
        "scope",
        "requires: [term]",
        "1. A rule:\n   1. one; and\n   2. two:\n      1. deep.\n2. See [[clause:term]] and [[schedule:levels]].",
    ),
    "term": (
        "term",
        "parameters: {initial: {path: term.initial, type: duration}}\nconditions: {runs: {has: term.initial}}",
        "1. It starts. {% if runs %}It runs for {{ initial | words }}.{% endif %}\n2. The [[Services|Service]] go on.",
    ),
    "levels-table": ("service_levels", "", "1. The levels:\n[[table:levels]]\n[[table:grid]]\n[[table:priorities]]"),
    "credits-table": (
        "penalties",
        "conditions: {some: {table: credits}}",
        "{% if some %}\n1. The credits:\n{% endif %}\n[[table:credits]]",
    ),
    "hours-table": ("support", "", "[[table:calendars]]\n[[table:holidays]]"),
    "signatures": ("signatures", "", "[[table:signatures]]"),
}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Library]:
    """A small library; each keyword replaces or adds a clause as (kind, head, text), `template` is the template's text."""

    def library(template: str = TYPE, **changes: tuple[str, str, str]) -> Library:
        (tmp_path / "templates/type").mkdir(parents=True, exist_ok=True)
        (tmp_path / "templates/type/template.yaml").write_text(template, encoding="utf-8")
        for name, (kind, head, text) in {**CLAUSES, **{key.replace("_", "-"): value for key, value in changes.items()}}.items():
            path = tmp_path / "clauses" / name / "1.0.0.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            title = name.replace("-", " ").capitalize()
            path.write_text(f"---\ntitle: {title}\nkind: {kind}\n{head}\n---\n## balanced\n\n{text}\n", encoding="utf-8")
        return Library(folders=[tmp_path])

    return library


@pytest.fixture(scope="session")
def outline() -> Callable[[Document], list[str]]:
    """A document in one line a block: "# 1 Words", "1.1 text", "(a) text", "[levels] header/cell/cell"."""

    def lines(document: Document) -> list[str]:
        out = []
        for block in document.blocks:
            match block:
                case Heading():
                    out.append(f"{'#' * block.level} {block.label} {words(block.content)}")
                case Paragraph(role=role):
                    out.append(f"{'' if role == 'body' else role + ': '}{block.label} {words(block.content)}".strip())
                case ListItem():
                    out.append(f"{block.label} {words(block.content)}")
                case Table():
                    out.append(f"[{block.name}] {words(block.caption)}")
        return [line.replace("\u00a0", " ").replace("  ", " ") for line in out]

    return lines
