"""Pictures as SVG, which is text and so can be data; a PNG or JPEG stands inside one."""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sladocs.model.document import Figure, clean
from sladocs.render.look import Look
from sladocs.render.plain import printable

PNG: Final = b"\x89PNG\r\n\x1a\n"
POINTS_PER_PIXEL: Final = 0.75
UNKNOWN: Final = (320, 120)
"""Pixels of the grey area that stands for a picture of which only the words are known."""
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">{2}</svg>'


def size(image: bytes | None) -> tuple[str, int, int] | None:
    """The type, width and height in pixels of a PNG or JPEG, None where the bytes are neither."""
    if not image:
        return None
    if image.startswith(PNG) and image[12:16] == b"IHDR" and len(image) >= 33:
        width, height = struct.unpack(">II", image[16:24])
        return ("image/png", width, height) if 0 < width <= 1 << 16 and 0 < height <= 1 << 16 else None
    return _jpeg_size(image) if image.startswith(b"\xff\xd8\xff") else None


def _jpeg_size(image: bytes) -> tuple[str, int, int] | None:
    """The size stands in the start-of-frame segment (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(image) and image[at] == 0xFF:
        marker, length = image[at + 1], int.from_bytes(image[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", image[at + 5 : at + 9])
            return ("image/jpeg", width, height) if width and height else None
        at += 2 + length
    return None


def wrapped(image: bytes | None) -> tuple[str, int, int]:
    """An SVG that shows the image, or a grey area where there is none, with its width and height in pixels."""
    found = size(image)
    if image is None or found is None:
        return _SVG.format(*UNKNOWN, '<rect width="100%" height="100%" fill="#eaeaea"/>'), *UNKNOWN
    kind, width, height = found
    inside = f'<image width="{width}" height="{height}" href="data:{kind};base64,{base64.b64encode(image).decode()}"/>'
    return _SVG.format(width, height, inside), width, height


def picture(figure: Figure, look: Look, fonts: Sequence[Path] = ()) -> dict[str, Any]:
    """A figure's picture as data: `svg`, `width` in points, and its alternative text, a blank where there is none."""
    room = (look.page_width - look.margins[1] - look.margins[3]) * 72 / 25.4
    alternative = clean(printable(figure.alternative)) or " "
    if figure.picture is not None:
        from sladocs.render.pictures import svg as drawn
        from sladocs.render.pictures import text_width

        width = min(room, text_width(look) * 72 / 25.4)
        return {"svg": drawn(figure.picture, look, fonts).decode(), "width": width, "alternative": alternative}
    svg, wide, _ = wrapped(figure.image)
    return {"svg": svg, "width": min(room, wide * POINTS_PER_PIXEL), "alternative": alternative}
