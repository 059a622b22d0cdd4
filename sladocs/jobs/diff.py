"""Compare two agreements level by level."""

from __future__ import annotations

from pathlib import Path

from sladocs.jobs.library import open_library
from sladocs.jobs.load import Loaded, load
from sladocs.jobs.places import in_file
from sladocs.jobs.tidy import tidy
from sladocs.library import assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.read import AS_USUAL, How
from sladocs.report import difference


def diff(old: Path, new: Path, how: How = AS_USUAL) -> tuple[str, bool]:
    """What differs, in words, and whether nothing does. Both may be YAML, JSON or documents, read as `how` says. Raises Refused."""
    before, after = load(old, how), load(new, how)
    changes = difference.levels(_beside(before, old, after), _beside(after, new, before))
    return difference.text(changes), not changes


def _beside(loaded: Loaded, path: Path, other: Loaded) -> Agreement:
    """The agreement as it compares with the other one: what a document says was filled in from the agreement type."""
    agreement = tidy(loaded.agreement)
    if loaded.document is not None or other.document is None or not agreement.template:
        return agreement
    library = open_library((), beside=path)
    with in_file(path, loaded.origins):
        return assemble_ready(agreement, library.template(agreement.template), library)
