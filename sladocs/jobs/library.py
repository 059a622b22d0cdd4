"""Look at the library, check it, and start one of your own."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

from sladocs.jobs.files import refuse, write_all
from sladocs.library import Library
from sladocs.library.faults import nearest
from sladocs.model.clause import KINDS
from sladocs.model.finding import Finding, Refused

LONGEST_ID = 60
"""The most characters of a clause's id, which names a folder."""
SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def open_library(folders: Sequence[Path], beside: Path | None = None) -> Library:
    """The library: the folders given, those beside the agreement, then the shipped one. Raises Refused."""
    return Library.open(folders, beside=None if beside is None or str(beside) == "-" else beside.parent)


def list_templates(folders: Sequence[Path]) -> str:
    """A line for each agreement type."""
    templates = open_library(folders).templates()
    width = max((len(template.name) for template in templates), default=0)
    return "\n".join(f"{template.name:{width}}  {template.title} ({', '.join(template.forms)})" for template in templates)


def list_clauses(folders: Sequence[Path]) -> str:
    """A line for each clause: id, version, kind, variants, title."""
    rows = [("id", "version", "kind", "texts", "title")]
    rows += [(c.id, c.version, c.kind, ", ".join(c.variants), c.title) for c in open_library(folders).clauses()]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    return "\n".join("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows)


def show_clause(clause: str, folders: Sequence[Path]) -> str:
    """A clause as a lawyer reads it. Raises Refused where there is none of that id."""
    return open_library(folders).clause(clause).show()


def lint(folders: Sequence[Path]) -> list[Finding]:
    """What is wrong in clauses and templates."""
    return open_library(folders).lint()


def new_clause(clause: str, kind: str, title: str | None, folder: Path) -> Path:
    """Write the first version of a new clause into a library. Returns the file. Raises Refused."""
    if not SLUG.fullmatch(clause):
        raise Refused.because(f"{clause!r} is no id for a clause: write words joined by hyphens, for example service-credits.")
    if len(clause) > LONGEST_ID:
        raise Refused.because(f"{clause[:20]!r}… is too long for a clause's id; write at most {LONGEST_ID} characters.")
    if kind not in KINDS:
        remedy = nearest(kind, KINDS) or f"Write one of {', '.join(KINDS)}."
        raise Refused.because(f"{kind!r} is no kind of clause.", remedy=remedy)
    path = folder / "clauses" / clause / "1.0.0.md"
    if path.exists():
        refuse(path, "is there already; edit it.")
    heading = title or clause.replace("-", " ").capitalize()
    text = f"""\
        ---
        title: {_quoted(heading)}
        kind: {kind}
        guidance:
          drafter: When to use this clause.
          negotiator: What the other side asks for, and how far to go.
        sources: []
        ---

        ## balanced

        1. The [[Provider]] shall write the first sentence of this clause.
        """
    write_all({path: textwrap.dedent(text).encode()}, folders=[path.parent])
    return path


def _quoted(text: str) -> str:
    plain = "".join(ch if ch.isprintable() else " " for ch in text)
    return '"' + " ".join(plain.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def init(folder: Path) -> int:
    """Copy the shipped clauses and templates into a folder. Returns how many files were written. Raises Refused."""
    for part in ("clauses", "templates"):
        if os.path.lexists(folder / part):
            refuse(folder / part, "is there already; nothing was overwritten.")
    files: dict[Path, bytes] = {}
    for part, origin in Library.shipped().items():
        files |= {folder / part / path.relative_to(origin): path.read_bytes() for path in sorted(origin.rglob("*")) if path.is_file()}
    write_all(files, folders=list(dict.fromkeys(path.parent for path in files)))
    return len(files)
