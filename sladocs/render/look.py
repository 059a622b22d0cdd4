"""How a document looks: the few things that every format can show, read from a style once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SHIPPED: Final = ("plain", "designed")
"""The styles that come with the program, by the names that `--style` takes."""


@dataclass(frozen=True)
class Look:
    """Fonts, colours, sizes and page of a style. Colours are `#rrggbb`, sizes points, lengths of the page millimetres.

    The values here are those of our plain style.
    """

    body_font: str = "Arial"
    heading_font: str = "Arial"
    subheading_font: str | None = None
    """That of the headings below the first level; None where it is the same."""
    size: float = 10.5
    title_size: float = 24.0
    heading_sizes: tuple[float, float, float] = (14.0, 11.5, 10.5)
    text: str = "#000000"
    heading: str = "#1b2f55"
    subheading: str = "#1b2f55"
    """Headings of the second level."""
    accent: str = "#1b2f55"
    """The rule of the title, and the outer lines of tables."""
    muted: str = "#46505f"
    """Running heads and feet, and notes."""
    caption: str = "#46505f"
    title: str = "#1b2f55"
    title_ground: str | None = None
    """The ground behind the title and the subtitle; None where they stand on the page's white."""
    subtitle: str = "#46505f"
    schedule_size: float = 16.0
    schedule_rule: str = "#1b2f55"
    """The line below the headings of schedules."""
    head_rule: str = "#b4bdcb"
    """The line below running heads and above feet."""
    table_head: str = "#eaeef4"
    table_head_text: str = "#1b2f55"
    table_band: str | None = None
    """The ground of every second row; None where all rows are white."""
    rule: str = "#c5cdd9"
    """The inner lines of tables."""
    page_width: float = 210.0
    page_height: float = 297.0
    margins: tuple[float, float, float, float] = (28.0, 24.0, 26.0, 24.0)
    """Top, right, bottom, left."""
    logo: bytes | None = None
    """A PNG or JPEG for the head of the pages."""
    logo_width: float = 35.0


PLAIN: Final = Look()
"""The look of our plain style."""
