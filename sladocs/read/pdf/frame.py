"""From a page's own coordinates, y up and unturned, to those of the page as it is seen."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Frame:
    """The visible part of a page, and by how many quarter turns clockwise it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, handle: Any) -> Frame:
        """The frame of a loaded page."""
        import pypdfium2.raw as pdfium

        box = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(box)):
            return cls(0.0, 0.0, pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle), 0)
        return cls(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(handle) % 4)

    @property
    def width(self) -> float:
        """The width of the page as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def seen(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box in the page's own coordinates as (x0, top, x1, bottom) of the page as seen."""
        match self.turns:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
