"""An agreement as a document can say it: texts on one line, of characters that can be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from sladocs.model.agreement import Agreement, SpecialTerm
from sladocs.model.document import clean
from sladocs.model.finding import Finding, Place, Severity

_CONTROL: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""Characters that a terminal obeys, or that a Word file cannot hold."""


def unprintable(agreement: Agreement) -> tuple[Finding, ...]:
    """An error for each text with a character that no contract can print."""
    return tuple(
        Finding(
            code="E00",
            severity=Severity.ERROR,
            message=f"The text holds the control character U+{ord(odd[0]):04X}, which no contract can print.",
            place=Place(path=path),
            remedy="Take it out.",
        )
        for path, text in _texts(agreement, "")
        if (odd := _CONTROL.search(text))
    )


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path.lstrip("/"), value
    elif isinstance(value, BaseModel):
        for name, part in value:
            yield from _texts(part, f"{path}/{name}")
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, f"{path}/{index}")


def tidy(agreement: Agreement) -> Agreement:
    """The agreement with line breaks and runs of blanks in its texts as one blank, since neither a table nor a sentence has others.

    A text of nothing says nothing. Special terms keep their lines: they are whole paragraphs.
    """
    tidied: Agreement = _tidied(agreement)
    return tidied


def _tidied(value: Any) -> Any:
    if isinstance(value, SpecialTerm):
        return value.model_copy(update={"heading": clean(value.heading)})
    if type(value) is str:
        return clean(value)
    if isinstance(value, BaseModel):
        parts = {name: _tidied(part) for name, part in value}
        optional = {name for name, field in type(value).model_fields.items() if not field.is_required()}
        return value.model_copy(update={name: None if part == "" and name in optional else part for name, part in parts.items()})
    if isinstance(value, tuple):
        return tuple(_tidied(part) for part in value)
    return value
