"""Styles of one's own: a new one to work on, and what is wrong in one."""

from __future__ import annotations

import os
from pathlib import Path

from sladocs.jobs.files import STANDARD_INPUT, name_of, read_bytes, refuse, refuse_ending, write_all
from sladocs.model.finding import Finding, Place, Refused


def new_style(target: Path, base: str) -> None:
    """Write a Word file to work on, made from one of our styles. Raises Refused, also where a file of that name is there."""
    from sladocs.render.docx.guide import new_style as written

    if target == STANDARD_INPUT or target.suffix.lower() != ".docx":
        refuse_ending(target, ".docx")
    if os.path.lexists(target):
        refuse(target, "is there already; nothing was overwritten.")
    write_all({target: written(base)})


def lint(style: Path) -> list[Finding]:
    """What is wrong in a style, and what is worth knowing of it. Raises Refused where the file cannot be read."""
    from sladocs.render.docx import StyleError
    from sladocs.render.docx.lint import lint as found

    if style == STANDARD_INPUT:
        refuse(style, "cannot be a style; name its file.")
    read_bytes(style)
    try:
        return found(style, name_of(style))
    except StyleError as error:
        message = error.fault.message.removeprefix(f"{style.name} ")
        remedy = "Open it in Word, which may repair it, and save it again as a Word document (.docx)."
        raise Refused.because(
            f"{name_of(style)} {message}." if message != error.fault.message else f"{name_of(style)} cannot be used: {message}.",
            place=Place(file=name_of(style), path=error.part),
            remedy=error.fault.remedy or remedy,
            code="S01",
        ) from None
