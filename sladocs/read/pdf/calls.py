"""Functions of pdfium that are called for each word of a page: the call must not cost more than what it asks for."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


@cache
def called(name: str, result: Any = ctypes.c_int) -> Any:
    """The function of pdfium of that name, taking its arguments as they are: three times as fast as with each checked against its type.

    So they must be right: whole numbers of 32 bits, and for pointers what `ctypes.byref` gives, or a `c_void_p`; never a plain number.
    """
    import pypdfium2.raw as pdfium

    return _kind(result)(ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0)


@cache
def _kind(result: Any) -> Any:
    return ctypes.PYFUNCTYPE(result)
