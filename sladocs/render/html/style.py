"""The page's CSS: `page.css` as it is, behind the values that a look and a document set."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from sladocs.render.html.colours import by_day, by_night
from sladocs.render.look import Look

_SERIF: Final = re.compile(
    r"times|georgia|cambria|garamond|palatino|book ?antiqua|serif(?<!sans.serif)|caladea|century|minion|baskerville", re.IGNORECASE
)
_KIN: Final = {"arial": "Liberation Sans", "helvetica": "Liberation Sans", "calibri": "Carlito", "cambria": "Caladea"}
"""Fonts with the same widths, for systems that lack the first."""


@cache
def _sheet() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")


def css(look: Look, values: dict[str, Any]) -> str:
    """The style sheet of a document in a look; `values` are what running heads and feet print."""
    sizes = "".join(f" --size-{level}: {size / look.size:.3f};" for level, size in enumerate(look.heading_sizes, start=1))
    used = {"body": look.body_font, "heading": look.heading_font, "subheading": look.subheading_font or look.heading_font}
    fonts = " ".join(f"--{use}-font: {_fonts(name)};" for use, name in used.items())
    banner = f" --title-pad: {'.7em' if look.title_ground else '0'};"
    return (
        f":root {{ {fonts} --title-size: {look.title_size / look.size:.3f};{sizes}{banner} --logo: {look.logo_width}mm; }}\n"
        f":root {{ {by_day(look).variables()} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {by_night(look).variables()} }} }}\n"
        f"{':root { --band: transparent; }' if look.table_band is None else ''}\n"
        f"{_sheet()}"
        f"{_paper(look, values)}"
    )


def _paper(look: Look, values: dict[str, Any]) -> str:
    """The page on paper: its size and margins, the title and version above, the page's number below."""
    top, right, bottom, left = (f"{side:g}mm" for side in look.margins)
    size = f"{look.page_width:g}mm {look.page_height:g}mm"
    turned = f"{look.page_height:g}mm {look.page_width:g}mm"
    version = f"Version {values['version']}" if values["version"] else ""
    below = " · ".join(text for text in (values["confidentiality"], values["document_id"], values["status"]) if text)
    running = (
        f"@top-left {{ content: {_string(values['title'])}; }} @top-right {{ content: {_string(version)}; }} "
        f"@bottom-left {{ content: {_string(below)}; }} "
        '@bottom-right { content: "Page " counter(page) " of " counter(pages); }'
    )
    boxes = running.replace("content:", f"font: 8pt {_fonts(look.body_font)}; color: {look.muted}; content:")
    return (
        f"@page {{ size: {size}; margin: {top} {right} {bottom} {left}; {boxes} }}\n"
        "@page :first { @top-left { content: none; } @top-right { content: none; } }\n"
        f"@page turned {{ size: {turned}; }}\n"
        f"@media print {{ html {{ font-size: {look.size:g}pt; }} }}\n"
    )


def _fonts(name: str) -> str:
    kin = _KIN.get(name.lower())
    kind = "serif" if _SERIF.search(name) else "sans-serif"
    return ", ".join([_string(name), *([_string(kin)] if kin else []), *(["system-ui"] if kind == "sans-serif" else []), kind])


def _string(text: str) -> str:
    """A string of CSS in which only letters, figures and blanks stand as they are, so that nothing can end it."""
    return '"' + "".join(ch if ch.isascii() and (ch.isalnum() or ch == " ") else f"\\{ord(ch):x} " for ch in text) + '"'
