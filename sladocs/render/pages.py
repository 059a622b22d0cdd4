"""Pictures of a document's pages, drawn by typst, which comes with the development tools."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from sladocs.model.document import Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Table

LAYOUT = Path(__file__).with_name("pages.typ")
SHEET = Path(__file__).with_name("sheet.typ")
DOTS_PER_INCH = 70


def png_pages(document: Document) -> list[bytes]:
    """One PNG for each page. The text reaches typst as JSON data, never as source. Raises ImportError where typst is missing."""
    data = {
        "title": document.title,
        "draft": document.meta.get("status") == "DRAFT",
        "blocks": [_block(block) for block in document.blocks],
    }
    return _drawn(LAYOUT, LAYOUT.parent, DOTS_PER_INCH, {"document": json.dumps(data)})


def contact_sheet(pages: list[bytes], most: int = 9) -> bytes:
    """One PNG with the first pages side by side."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.png" for number in range(1, min(len(pages), most) + 1)]
        for name, page in zip(names, pages, strict=False):
            (Path(folder) / name).write_bytes(page)
        source = Path(folder) / SHEET.name
        source.write_bytes(SHEET.read_bytes())
        return _drawn(source, source.parent, DOTS_PER_INCH * 2, {"pages": json.dumps(names)})[0]


def _drawn(source: Path, root: Path, dots_per_inch: float, inputs: dict[str, str]) -> list[bytes]:
    import typst

    # typst's own types promise bytes, yet several pages come back as a list.
    drawn: Any = typst.compile(source, root=root, format="png", ppi=dots_per_inch, sys_inputs=inputs)
    return list(drawn) if isinstance(drawn, list) else [drawn]


def _block(block: Heading | Paragraph | ListItem | Table | Figure) -> dict[str, Any]:
    match block:
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return {"type": "table", "headers": block.headers, "caption": _line(block.caption), "rows": rows}
        case Figure():
            return {"type": "figure", "alternative": block.alternative}
        case Heading() | ListItem():
            return {"type": block.type, "level": block.level, "label": block.label, "content": _line(block.content)}
        case Paragraph():
            return {"type": "paragraph", "role": block.role, "label": block.label, "content": _line(block.content)}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"columns": cell.columns, "rows": cell.rows, "lines": [_line(content) for content in cell.lines]}


def _line(content: Line) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": run.bold or run.defines is not None, "refers": run.refers is not None} for run in content]
