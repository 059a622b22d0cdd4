"""Small PDFs for the tests: written byte by byte, so that each word stands where the test says; and bad ones."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_FONTS = {"F": "Helvetica", "B": "Helvetica-Bold"}


@dataclass
class Sheet:
    """A page in the making: words at points from the upper left corner, lines, areas."""

    parts: list[str] = field(default_factory=list)
    turned: int = 0

    def say(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False) -> Sheet:
        """Write a line of words whose base line is `y` points below the upper edge."""
        shown = "".join(f"\\{ch}" if ch in "()\\" else ch for ch in text)
        self.parts.append(f"BT /{'B' if bold else 'F'} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({shown}) Tj ET")
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], *, pitch: float = 12, size: float = 10, bold: bool = False) -> Sheet:
        """Write lines below one another."""
        for count, text in enumerate(texts):
            self.say(x, y + count * pitch, text, size=size, bold=bold)
        return self

    def rule(self, x0: float, y: float, x1: float) -> Sheet:
        """Draw a level line."""
        self.parts.append(f"0.5 w {x0} {HEIGHT - y} m {x1} {HEIGHT - y} l S")
        return self


def pdf(*sheets: Sheet, title: str = "") -> bytes:
    """A PDF of some pages."""
    objects: list[bytes] = [b"", b""]
    fonts = []
    for key, name in _FONTS.items():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode())
        fonts.append(f"/{key} {len(objects)} 0 R")
    kids = []
    for sheet in sheets:
        content = "\n".join(sheet.parts).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.turned} /Contents {len(objects)} 0 R "
            f"/Resources << /Font << {' '.join(fonts)} >> >> >>"
        )
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}) >>".encode("cp1252"))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), start))
    return out.getvalue()


def protected(data: bytes, *, user: str, owner: str = "owner") -> bytes:
    """The same PDF, encrypted."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user=user, owner=owner))
    return out.getvalue()


def scan(pages: int = 1) -> bytes:
    """A PDF that holds nothing but pictures of pages."""
    from PIL import Image

    out = io.BytesIO()
    sheets = [Image.new("RGB", (200, 280), (250 - count, 250, 240)) for count in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def merged(*files: bytes) -> bytes:
    """A PDF with the pages of all these."""
    import pikepdf

    out = io.BytesIO()
    whole = pikepdf.new()
    for data in files:
        with pikepdf.open(io.BytesIO(data)) as part:
            whole.pages.extend(part.pages)
    whole.save(out, deterministic_id=True)
    return out.getvalue()


PROSE = (
    "The Provider shall keep each Service available at or above its Service Level for",
    "Availability in each Measurement Period, and shall tell the Customer promptly if it",
    "learns that a Service Level will be missed.",
)
"""Lines that are as long as their column, but for the last."""


def plain(*, page: int = 1) -> Sheet:
    """A page with a heading and a paragraph."""
    return Sheet().say(72, 90, f"{page} Availability", size=14, bold=True).lines(72, 120, PROSE)
