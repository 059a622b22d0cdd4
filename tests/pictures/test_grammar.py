"""The mark of a picture in a clause text."""

from __future__ import annotations

import pytest

from sladocs.library.text import GrammarError, parse_body, parse_inline
from sladocs.model.clause import FIGURES, FigureMark, Passage


@pytest.mark.parametrize("name", FIGURES)
def test_a_mark_alone_on_a_line_is_the_place_of_a_picture(name: str) -> None:
    variants, findings = parse_body(f"## balanced\n\n1. One.\n[[figure:{name}]]\n2. Two.\n")
    assert not findings
    blocks = variants[0].blocks
    assert [type(block) for block in blocks] == [Passage, FigureMark, Passage]
    assert isinstance(blocks[1], FigureMark)
    assert (blocks[1].name, blocks[1].line) == (name, 4)


def test_a_mark_within_words_is_refused() -> None:
    with pytest.raises(GrammarError, match="alone on a line"):
        parse_inline("See [[figure:credit-steps]] here.")
