"""Where clauses and templates lie: folders named by the user, SLADOCS_LIBRARY, beside the agreement, and the shipped library."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import sladocs
from sladocs.library.faults import LibraryError, fault
from sladocs.model.finding import Finding

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
        raise LibraryError(tuple(_no_root(path, by_variable=path not in paths) for path in missing))
    found = [*named, *([beside] if beside is not None and _is_root(beside) else []), shipped()["clauses"].parent]
    return tuple({path.resolve(): path for path in found})


def _is_root(path: Path) -> bool:
    return any(_is_folder(path / part) for part in PARTS)


def _is_folder(path: Path) -> bool:
    """Whether there is such a folder, and this user may see it."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _no_root(path: Path, *, by_variable: bool) -> Finding:
    """What is wrong with a folder that a user named."""
    if not os.path.lexists(path):
        message = "There is no such folder"
    else:
        message = "This folder holds no clauses/ and no templates/" if _is_folder(path) else "This is no folder that can be read"
    remedy = "Name a folder that has clauses or templates in it; `sladocs library init DIR` makes one."
    return fault("C01", f"{message}{f' ({VARIABLE} names it)' if by_variable else ''}.", file=str(path), remedy=remedy)


def clause_files(root: Path) -> list[Path]:
    """The clause files of a library folder: clauses/<id>/<version>.md. README.md and the like, in capitals, and hidden files are none."""
    return sorted(path for path in (root / "clauses").glob("*/*.md") if not path.stem.isupper() and not _is_hidden(path))


def template_files(root: Path) -> list[Path]:
    """The templates of a library folder: templates/<name>/template.yaml."""
    return sorted(path for path in (root / "templates").glob("*/template.yaml") if not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    """Whether a file is none that a person made here: `.git/…`, `._1.0.0.md`, `__MACOSX/…`."""
    return any(part.startswith((".", "_")) for part in (path.name, path.parent.name))


def leads_out(path: Path) -> bool:
    """Whether a file `<part>/<name>/<file>` of a library is a link to something outside its part."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parents[1]))
