"""Pictures in files: Word holds the drawing with its words, Markdown and plain text the words alone, and all are read back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from sladocs.model.agreement import Agreement
from sladocs.model.document import Document, Figure, Heading, Run, line, normal
from sladocs.read import read
from sladocs.render import markdown, text
from sladocs.render.docx import render
from sladocs.render.look import PLAIN
from sladocs.render.pictures import pngs

EMU_PER_MM = 36000


def whole(figures: list[Figure]) -> Document:
    numbered = [figure.model_copy(update={"caption": (Run(text=f"Figure {n}: "), *figure.caption)}) for n, figure in enumerate(figures, 1)]
    return Document(title="Pictures", body=(Heading(level=1, label="1", content=line("Pictures")), *numbered))


def test_a_word_file_holds_each_drawing_with_its_alternative_text(example: Agreement, figures: Callable[[Agreement], list[Figure]]) -> None:
    document = whole(figures(example))
    data = render(document)
    archive = zipfile.ZipFile(io.BytesIO(data))
    stored = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert set(stored) == set(pngs([figure.picture for figure in figures(example) if figure.picture], PLAIN))
    xml = archive.read("word/document.xml").decode()
    widths = [int(found) / EMU_PER_MM for found in re.findall(r'<wp:extent cx="(\d+)"', xml)]
    assert len(widths) == len(figures(example))
    assert all(161 < width <= 162.1 for width in widths)
    captions = re.findall(r'<w:pStyle w:val="Caption"/>', xml)
    assert len(captions) == len(widths)
    assert normal(read(data, name="x.docx")) == normal(document)
    assert render(document) == data


def test_every_format_gives_back_the_words_of_odd_pictures(odd_figures: list[Figure]) -> None:
    document = whole(odd_figures)
    assert normal(read(markdown.render(document).encode(), name="x.md")) == normal(document)
    assert normal(read(text.render(document).encode(), name="x.txt")) == normal(document)
    assert normal(read(render(document), name="x.docx")) == normal(document)
