"""Drawings: the same bytes twice, of the look's width, with no words, no font and nothing to fetch, whatever the data."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

import pytest

from sladocs.model.agreement import Agreement
from sladocs.model.document import Figure
from sladocs.render.look import PLAIN, Look
from sladocs.render.pictures import DOTS_PER_INCH, draw, picture_words, pngs, svg
from sladocs.render.pictures.palette import contrast, palette

MM_PER_INCH = 25.4
WARM = Look(accent="#e8c33d", heading="#ffffff", muted="#cccccc", text="#888888", body_font="Cambria", page_width=215.9)


def size(png: bytes) -> tuple[float, float]:
    """Width and height of a PNG in millimetres."""
    width, height = struct.unpack(">II", png[16:24])
    return width * MM_PER_INCH / DOTS_PER_INCH, height * MM_PER_INCH / DOTS_PER_INCH


@pytest.fixture(scope="session")
def drawn(odd_figures: list[Figure]) -> list[bytes]:
    return pngs([figure.picture for figure in odd_figures if figure.picture], PLAIN)


def test_every_odd_picture_is_as_wide_as_the_text_and_no_page_high(drawn: list[bytes], odd_figures: list[Figure]) -> None:
    assert len(drawn) == len(odd_figures) > 10
    for figure, png in zip(odd_figures, drawn, strict=True):
        width, height = size(png)
        assert width == pytest.approx(162, abs=0.3)
        assert 15 < height < 118, figure.alternative


def test_the_same_picture_gives_the_same_bytes(example: Agreement, figures: Callable[[Agreement], list[Figure]]) -> None:
    pictures = [figure.picture for figure in figures(example) if figure.picture]
    first = pngs(pictures, PLAIN), svg(pictures[0], PLAIN)
    draw._drawn.cache_clear()
    assert (pngs(pictures, PLAIN), svg(pictures[0], PLAIN)) == first
    assert len(set(first[0])) == len(pictures)
    assert pngs([], PLAIN) == []


def test_an_svg_holds_outlines_and_nothing_to_fetch(odd_figures: list[Figure]) -> None:
    for figure in odd_figures:
        assert figure.picture is not None
        text = svg(figure.picture, PLAIN).decode()
        assert text.startswith("<svg")
        assert not re.search(r"<(?:text|tspan|image|script|style|a|foreignObject|use [^>]*href=\"[^#])\b", text)
        assert not re.search(r"(?:href|src)=\"(?!#)|url\((?!#)|@import|font-family", text)
        assert not any(word in text for word in re.findall(r"[A-Za-z]{5,}", figure.alternative) if word not in ("width", "height", "lines"))


def test_the_drawing_follows_the_look(example: Agreement, figures: Callable[[Agreement], list[Figure]]) -> None:
    picture = figures(example)[0].picture
    assert picture is not None
    plain, warm = svg(picture, PLAIN), svg(picture, WARM)
    assert palette(WARM)["accent"] in warm.decode()
    assert palette(PLAIN)["accent"] in plain.decode()
    assert size(pngs([picture], WARM)[0])[0] == pytest.approx(165, abs=0.3)


@pytest.mark.parametrize("look", [PLAIN, WARM, Look(accent="#ffffff", text="#ffffff"), Look(accent="#000000")])
def test_words_and_shapes_stand_out_from_white(look: Look) -> None:
    colours = palette(look)
    assert all(contrast(colours[name], "#ffffff") >= 4.5 for name in ("ink", "head", "muted", "accent"))
    assert contrast(colours["mid"], "#ffffff") >= 3
    # the label in a bar that is only hatched stands on white; the dots on a step stand out from its ground
    assert contrast(colours["accent"], colours["soft"]) >= 3


def test_all_words_of_a_picture_can_be_checked_for_glyphs(odd_figures: list[Figure]) -> None:
    for figure in odd_figures:
        assert figure.picture is not None
        words = picture_words(figure.picture)
        assert all(isinstance(word, str) for word in words)
    hostile = [figure for figure in odd_figures if "株式会社" in figure.alternative]
    assert len(hostile) == 4
    assert all(any("株式会社" in word for word in picture_words(figure.picture)) for figure in hostile if figure.picture)
