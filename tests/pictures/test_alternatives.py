"""Alternative texts: they say all that a picture shows, and no reader takes them for a second promise."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from sladocs.assemble import assemble
from sladocs.extract import extract
from sladocs.jobs.load import load_agreement
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document, Figure, Paragraph, clean, line
from sladocs.model.stated import differences

_spec = importlib.util.spec_from_file_location("agreements", Path(__file__).parents[1] / "laws" / "agreements.py")
assert _spec is not None
assert _spec.loader is not None
agreements = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(agreements)

EXAMPLES = ("saas-customer", "pilot-agreement", "internal-ola")


@cache
def library() -> Library:
    return Library.open(())


@cache
def shipped(name: str) -> Agreement:
    return load_agreement(Library.shipped()["templates"] / name / "example.yaml").agreement


@cache
def document(name: str) -> Document:
    template = library().template(name)
    return assemble(assemble_ready(shipped(name), template, library()), template, library())


def shown_words(value: object) -> Iterator[str]:
    """The words of a picture's data, but not those of its axis, which only repeat its ends."""
    if isinstance(value, BaseModel):
        for name, part in value:
            if name not in ("type", "better", "time", "ticks", "limit"):
                yield from shown_words(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from shown_words(part)
    elif isinstance(value, str):
        yield value


def test_an_alternative_text_says_every_word_of_its_picture(
    example: Agreement, figures: Callable[[Agreement], list[Figure]], odd_figures: list[Figure]
) -> None:
    for figure in (*figures(example), *odd_figures):
        alternative = clean(figure.alternative).lower()
        missing = [words for words in shown_words(figure.picture) if clean(words).lower() not in alternative]
        assert not missing, alternative
        assert alternative.endswith(".")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_have_pictures_that_say_what_they_show(name: str) -> None:
    found = [block for block in document(name).blocks if isinstance(block, Figure)]
    assert found
    captions = ["".join(run.text for run in figure.caption) for figure in found]
    assert [caption.partition(":")[0] for caption in captions] == [f"Figure {n}" for n in range(1, len(found) + 1)]
    assert len(set(captions)) == len(captions)
    assert all(figure.picture is not None and figure.alternative for figure in found)


def as_paragraphs(figure: Figure) -> tuple[Paragraph, ...]:
    """A picture as plain text has it, taken for words of the contract."""
    return Paragraph(content=line(f"[Picture: {figure.alternative}]")), Paragraph(content=figure.caption)


def unread(whole: Document) -> dict[str, object]:
    """What is read otherwise where all pictures are taken for words of the contract."""
    body = tuple(part for block in whole.body for part in ((block, *as_paragraphs(block)) if isinstance(block, Figure) else (block,)))
    return dict(differences(extract(whole).agreement, extract(whole.model_copy(update={"body": body})).agreement))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_alternative_text_is_no_second_promise(name: str) -> None:
    assert unread(document(name)) == {}


@pytest.mark.slow
@settings(max_examples=min(settings.default.max_examples, 50))
@given(st.deferred(lambda: agreements.varied(shipped("saas-customer"))))
def test_no_alternative_text_is_a_second_promise(agreement: Agreement) -> None:
    template = library().template("saas-customer")
    assert unread(assemble(assemble_ready(agreement, template, library()), template, library())) == {}
