"""Compare two agreements level by level."""

from __future__ import annotations

from pathlib import Path

from sladocs.jobs.load import load
from sladocs.report import difference


def diff(old: Path, new: Path) -> tuple[str, bool]:
    """What differs, in words, and whether nothing does. Both may be YAML, JSON or documents. Raises Refused."""
    changes = difference.levels(load(old).agreement, load(new).agreement)
    return difference.text(changes), not changes
