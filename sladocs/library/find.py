"""Where clauses and templates lie: folders named by the user, SLADOCS_LIBRARY, beside the agreement, and the shipped library."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import sladocs
from sladocs.library.faults import LibraryError, fault

PARTS: Final = ("clauses", "templates")
VARIABLE: Final = "SLADOCS_LIBRARY"
"""The environment variable that names further library folders, parted as PATH is."""


def shipped() -> Mapping[str, Path]:
    """The folders of the shipped library: inside the package where it was installed, at the top of a checkout."""
    package = Path(sladocs.__file__).parent
    top = package / "shipped" if (package / "shipped").is_dir() else package.parent
    return {part: top / part for part in PARTS}


def roots(paths: Sequence[Path] = (), beside: Path | None = None) -> tuple[Path, ...]:
    """The library folders, the first to be asked first. Raises LibraryError for a named one without `clauses/` and `templates/`."""
    named = [*paths, *(Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)]
    missing = [path for path in named if not _is_root(path)]
    if missing:
        remedy = "Name a folder that has clauses or templates in it; `sladocs library init DIR` makes one."
        raise LibraryError(
            tuple(fault("C01", "This folder holds no clauses/ and no templates/.", file=str(path), remedy=remedy) for path in missing)
        )
    found = [*named, *([beside] if beside is not None and _is_root(beside) else []), shipped()["clauses"].parent]
    return tuple({path.resolve(): path for path in found})


def _is_root(path: Path) -> bool:
    return any((path / part).is_dir() for part in PARTS)


def clause_files(root: Path) -> list[Path]:
    """The clause files of a library folder: clauses/<id>/<version>.md. README.md and the like, in capitals, are none."""
    return sorted(path for path in (root / "clauses").glob("*/*.md") if not path.stem.isupper())


def template_files(root: Path) -> list[Path]:
    """The templates of a library folder: templates/<name>/template.yaml."""
    return sorted((root / "templates").glob("*/template.yaml"))
