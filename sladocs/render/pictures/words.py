"""All words that a picture draws, for whoever checks that the fonts have their characters."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from sladocs.model.picture import Picture
from sladocs.render.pictures.spoken import SPOKEN


def picture_words(picture: Picture) -> list[str]:
    """The words of a picture: those of its data, and those that the drawing adds."""
    return [*dict.fromkeys(_texts(picture)), *SPOKEN[picture.type].values()]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name, part in value:
            if name not in ("type", "better", "time"):
                yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and value:
        yield value
