"""typst with our fonts and the user's, and with none of the machine's."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sladocs.render.fonts import FOLDER

if TYPE_CHECKING:
    import typst


@contextlib.contextmanager
def compiler(fonts: Sequence[Path] = ()) -> Iterator[tuple[typst.Compiler, list[str]]]:
    """A compiler with our fonts and the user's, and the names of the user's families."""
    if not fonts:
        yield _plain(), []
        return
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(fonts):
            shutil.copyfile(path, Path(folder) / f"{number}{path.suffix.lower()}")
        found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER), folder])
        families = list(dict.fromkeys(font.family for font in found.fonts() if font.path and Path(font.path).parent == Path(folder)))
        yield typst.Compiler(root=FOLDER, font_paths=found, ignore_system_fonts=True), families


@cache
def _plain() -> typst.Compiler:
    """The compiler with our fonts alone, kept since reading them takes longer than a short document."""
    import typst

    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(root=FOLDER, font_paths=found, ignore_system_fonts=True)
