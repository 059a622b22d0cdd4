"""Document to PDF, by typst: the layout is `document.typ`, the words are data."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sladocs.model.document import Document
from sladocs.model.finding import Refused
from sladocs.render.fonts import FAMILIES, SANS, family
from sladocs.render.look import PLAIN, Look
from sladocs.render.pdf.content import Content, drawn, text_of
from sladocs.render.pdf.glyphs import check
from sladocs.render.pdf.images import wrapped
from sladocs.render.typesetting import compiler
from sladocs.render.values import values

if TYPE_CHECKING:
    import typst

LAYOUT: Final = Path(__file__).with_name("document.typ")
STANDARDS: Final = "ua-1"
NO_DATE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""What the file says of its making where the agreement has no version date."""
_COLOURS: Final = (
    *("text", "heading", "subheading", "accent", "muted", "caption", "title", "title_ground", "subtitle", "schedule_rule", "head_rule"),
    *("table_head", "table_head_text", "table_band", "rule"),
)


def render(document: Document, *, look: Look = PLAIN, fonts: Sequence[Path] = (), draft: bool = False) -> bytes:
    """Write a document as a tagged PDF (PDF/UA-1).

    `look` is how it looks; `fonts` are font files (.ttf, .otf, .ttc) for characters that ours lack; `draft` says DRAFT on each
    page. Raises Refused for characters that no font has, and for a file that is no font. The same document gives the same bytes.
    """
    facts = {name: drawn(value) if isinstance(value, str) else value for name, value in values(document, draft=draft).items()}
    check(document, [text for text in facts.values() if isinstance(text, str)], fonts)
    data = _data(document, look, facts, fonts)
    with compiler(fonts) as (engine, families):
        chosen = {"body": look.body_font, "heading": look.heading_font, "subheading": look.subheading_font or look.heading_font}
        data["fonts"] = {use: list(dict.fromkeys([family(name), *families, SANS, *FAMILIES])) for use, name in chosen.items()}
        return _compiled(engine, data, _moment(facts["date"]))


def _compiled(compiler: typst.Compiler, data: dict[str, Any], moment: dt.datetime) -> bytes:
    import typst

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        made = compiler.compile(LAYOUT.read_bytes(), format="pdf", sys_inputs={"data": text}, pdf_standards=STANDARDS, timestamp=moment)
    except typst.TypstError as error:
        message = f"The PDF cannot be written: the page layout fails ({error.message.splitlines()[0].rstrip('.')})."
        raise Refused.because(
            message, remedy="Write a .docx instead, and report this, with the agreement, as a fault of sladocs."
        ) from None
    assert isinstance(made, bytes)
    return made


def _moment(day: str) -> dt.datetime:
    try:
        return dt.datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=dt.UTC)
    except ValueError:
        return NO_DATE


def _data(document: Document, look: Look, facts: dict[str, Any], fonts: Sequence[Path]) -> dict[str, Any]:
    content = Content(document, look, fonts)
    language, region = _language(document.language)
    front, body = content.front(), content.body()
    title = facts["title"] or next((text for block in document.blocks if (text := text_of(getattr(block, "content", ())))), "Document")
    return {
        "title": title,
        "author": [facts["organisation"]] if facts["organisation"] else [],
        "subject": facts["subject"] or None,
        "keywords": [
            part
            for part in (document.meta.get("template", ""), facts["version"] and f"version {facts['version']}", facts["status"])
            if part
        ],
        "language": language,
        "region": region,
        "look": {
            "size": look.size,
            "title-size": look.title_size,
            "heading-sizes": look.heading_sizes,
            "schedule-size": look.schedule_size,
            "page": [look.page_width, look.page_height],
            "margins": look.margins,
            "colours": {name: getattr(look, name) for name in _COLOURS},
        },
        "head": {
            "running": facts["title"] + (f" · Version {facts['version']}" if facts["version"] else ""),
            "version": f"Version {facts['version']}" if facts["version"] else "",
            "status": facts["status"],
            "draft": bool(facts["draft"]),
            "logo": {"svg": wrapped(look.logo)[0], "width": look.logo_width} if look.logo else None,
        },
        "foot": " · ".join(part for part in (f"Document {facts['document_id']}", facts["confidentiality"]) if part),
        "front": front,
        "contents": _contents_depth(body) if content.has_contents else 0,
        "body": body,
    }


def _contents_depth(body: list[dict[str, Any]]) -> int:
    """The depth of the heading over the table of contents: no heading may be more than one deeper than that before it."""
    first = next((block["depth"] for block in body if block["kind"] == "heading"), 1)
    return max(1, int(first) - 1)


def _language(tag: str) -> tuple[str, str | None]:
    """Language and region of a tag such as "en-GB", as typst takes them."""
    parts = re.split("[-_]", tag)
    language = parts[0].lower() if re.fullmatch("[A-Za-z]{2,3}", parts[0]) else "en"
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part)), None)
    return language, region
