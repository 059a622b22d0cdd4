"""Pictures in the line of text, with their alternative text."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Figure
from sladocs.model.picture import Picture
from sladocs.render.docx.markup import NAMESPACES, element
from sladocs.render.docx.package import OFFICE, Package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sladocs.render.docx.markup import Element
    from sladocs.render.look import Look

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
EMU_PER_INCH: Final = 914400
EMU_PER_PIXEL: Final = EMU_PER_INCH // 96
EMU_PER_TWIP: Final = 635


def size(image: bytes | None) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels, None where the bytes are no PNG."""
    if not image or not image.startswith(SIGNATURE) or image[12:16] != b"IHDR" or len(image) < 33:
        return None
    width, height = struct.unpack(">II", image[16:24])
    return (width, height) if 0 < width <= 1 << 16 and 0 < height <= 1 << 16 else None


@cache
def neutral() -> bytes:
    """A light grey PNG, for a picture of which only the words are known."""
    width, height = 320, 120

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes([0xEA]) * width) * height
    return (
        SIGNATURE
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def drawn(blocks: Iterable[Block], look: Callable[[], Look]) -> dict[Picture, bytes]:
    """The PNG of each picture that must be drawn, all at once; the look is asked for only where there is one."""
    pictures = list(dict.fromkeys(block.picture for block in blocks if isinstance(block, Figure) and block.picture is not None))
    if not pictures:
        return {}
    from sladocs.render.pictures import pngs

    return dict(zip(pictures, pngs(pictures, look()), strict=True))


@dataclass
class Pictures:
    """Adds pictures to a package; the same picture is stored once. `drawn` are the PNGs of the pictures that are known as data."""

    package: Package
    main: str
    width: int
    drawn: Mapping[Picture, bytes] = field(default_factory=dict)
    _relations: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def drawing(self, figure: Figure) -> Element:
        """A run that holds a picture as wide as it is, at most as wide as the text (`width` twips)."""
        if figure.picture is not None and figure.picture in self.drawn:
            from sladocs.render.pictures import DOTS_PER_INCH

            return self._drawing(self.drawn[figure.picture], figure.alternative, EMU_PER_INCH / DOTS_PER_INCH)
        return self._drawing(figure.image, figure.alternative, EMU_PER_PIXEL)

    def _drawing(self, image: bytes | None, alternative: str, per_pixel: float) -> Element:
        pixels = size(image)
        content = image if image and pixels else neutral()
        wide, high = pixels or size(content) or (1, 1)
        scale = min(1.0, self.width * EMU_PER_TWIP / (wide * per_pixel))
        extent = {"cx": int(wide * per_pixel * scale), "cy": max(1, int(high * per_pixel * scale))}
        self._count += 1
        naming: dict[str, str | int] = {"id": self._count, "name": f"Picture {self._count}", "descr": alternative}
        picture = element(
            "pic:pic",
            None,
            element("pic:nvPicPr", None, element("pic:cNvPr", naming), element("pic:cNvPicPr")),
            element(
                "pic:blipFill",
                None,
                element("a:blip", {"r:embed": self._relation(content)}),
                element("a:stretch", None, element("a:fillRect")),
            ),
            element(
                "pic:spPr",
                None,
                element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", extent)),
                element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
            ),
        )
        inline = element(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            element("wp:extent", extent),
            element("wp:docPr", naming),
            element("a:graphic", None, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)),
        )
        return element("w:r", None, element("w:drawing", None, inline))

    def _relation(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()[:12]
        if digest not in self._relations:
            part = f"word/media/sladocs-{digest}.png"
            self.package.put(part, content, "image/png")
            self._relations[digest] = self.package.relate(self.main, f"{OFFICE}image", part)
        return self._relations[digest]
