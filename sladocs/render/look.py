"""How a document looks: the few things that every format can show, read from a style once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SHIPPED: Final = ("plain", "designed")
"""The styles that come with sladocs, by name."""


@dataclass(frozen=True)
class Look:
    """Fonts, colours, sizes and page of a style. Colours are `#rrggbb`, sizes points, lengths of the page millimetres."""

    body_font: str = "Arial"
    heading_font: str = "Arial"
    size: float = 10.0
    title_size: float = 26.0
    heading_sizes: tuple[float, float, float] = (14.0, 11.5, 10.0)
    text: str = "#1a1a1a"
    heading: str = "#1f3a5f"
    accent: str = "#1f3a5f"
    muted: str = "#5f6770"
    """Captions, running heads and feet."""
    table_head: str = "#e8edf3"
    table_head_text: str = "#1a1a1a"
    table_band: str | None = None
    """The ground of every second row; None where all rows are white."""
    rule: str = "#b9c2cc"
    """The lines of tables."""
    page_width: float = 210.0
    page_height: float = 297.0
    margins: tuple[float, float, float, float] = (25.0, 22.0, 22.0, 25.0)
    """Top, right, bottom, left."""
    logo: bytes | None = None
    """A PNG or JPEG for the head of the pages."""
    logo_width: float = 35.0


PLAIN = Look()
"""The look of our plain style."""
