"""The structure of a tagged PDF counts only where it says what its pages show: no figure more, and none less."""

from __future__ import annotations

import pytest

from sladocs.model.document import Block, Heading, Paragraph, Run
from sladocs.read.pdf.flow import text_of_pages
from sladocs.read.pdf.page import Page, Word
from sladocs.read.pdf.routes import is_true

LINES = ("Service levels", "The Provider answers within 15 minutes.", "Availability is at least 99.9 % in each month.")


def page(*lines: tuple[float, str, int]) -> Page:
    """A page of lines: how far down each stands, its words, and the marked content that they stand in."""
    words: list[Word] = []
    for down, text, mark in lines:
        x = 72.0
        for word in text.split():
            words.append(Word(word, x, down - 7.5, x + 5.0 * len(word), down + 2.2, 10.0, False, len(words), mark))
            x += 5.0 * len(word) + 2.5
    return Page(1, 595.0, 842.0, words)


def told(*lines: str) -> list[Block]:
    return [
        Heading(level=1, content=(Run(text=lines[0]),)),
        *(Paragraph(content=(Run(text=text),)) for text in lines[1:]),
    ]


BODY = tuple((100.0 + 40 * count, text, count) for count, text in enumerate(LINES))
MANY = tuple((200.0 + 12 * count, "words that both of the readings have in common and that hold no figure", 9) for count in range(40))
SAME = tuple(text for _, text, _ in MANY)


@pytest.mark.parametrize(
    ("seen", "said", "expected"),
    [
        (BODY, LINES, True),
        (((30.0, "Document D-7 of the year 2027", -1), *BODY, (800.0, "FINAL", -1)), LINES, True),
        ((*BODY[:2], (140.0, "Credits are 10 % of the fees.", -1), BODY[2]), LINES, False),
        ((*BODY, (190.0, "Credits are 10 % of the fees.", 7)), LINES, False),
        (BODY, (*LINES, "Credits are 10 % of the fees."), False),
        ((*BODY, *MANY), (*LINES, *SAME, "15"), False),
        ((*BODY, *MANY), (*LINES, *SAME, "hidden"), True),
        ((*BODY, (190.0, "Pneumono", 7), (202.0, "ultramicro", 7), (214.0, "scopic", 7)), (*LINES, "Pneumonoultramicroscopic"), True),
    ],
    ids=["same", "head and foot", "left out within", "left out", "not shown", "a figure not shown", "a word not shown", "a long word"],
)
def test_the_structure_is_compared_with_the_page(seen: tuple[tuple[float, str, int], ...], said: tuple[str, ...], expected: bool) -> None:
    pages = [page(*seen)]
    assert is_true(told(*said), pages, text_of_pages(pages)) is expected


def test_a_structure_of_paragraphs_says_nothing() -> None:
    pages = [page(*BODY)]
    told = [Paragraph(content=(Run(text=text),)) for text in LINES]
    assert not is_true(told, pages, text_of_pages(pages))
    assert is_true(told, pages, text_of_pages(pages), accessible=True)
