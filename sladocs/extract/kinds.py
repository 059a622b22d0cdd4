"""Which kinds of clause a document has: by its headings, by cue words of its sentences and tables, and by a linear model of passages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.extract.columns import header_words
from sladocs.extract.en.fact_tables import CALENDARS, ESCALATION, PARTIES, RACI, REPORTS, REVIEWS
from sladocs.extract.en.kind_cues import COLUMNS, CUES, NO_CUE
from sladocs.extract.en.kinds import HEADINGS
from sladocs.extract.gates import Gated
from sladocs.extract.kind_model import kind_model
from sladocs.extract.passages import Passage, read_passages
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import ClauseChoice
from sladocs.model.document import Heading, Table

_FORMS: Final = (
    ("parties", PARTIES),
    ("escalation", ESCALATION),
    ("reporting", REPORTS),
    ("review", REVIEWS),
    ("roles", RACI),
    ("support", CALENDARS),
)

_WEIGHTS: Final = {"heading": 1.7, "lead": 1.4, "cue": 3.1, "table": 2.5, "best": 0.41, "second": 0.51, "passages": -0.1, "bias": 0.75}
"""What each sign adds to the score of a kind; fitted by logistic regression on annotated contracts, one set for all kinds."""
_LEAST: Final = 0.4
"""The probability from which a kind is listed: both errors count alike."""
_SURE: Final = 6.0
"""Scores of the model beyond this say no more."""
_TITLE_WITHIN: Final = 5
"""A first heading without a number among so many blocks is the title, not the heading of a clause."""
_SHORT_LEAD: Final = 12
"""A run-in heading over fewer words is a label in a list ("Address: 4 Mill Lane") rather than the heading of a clause."""


@dataclass(slots=True)
class Signs:
    """What speaks for one kind of clause: where each sign was first seen, and the model's two best scores (log odds)."""

    heading: Span | None = None
    name: str | None = None
    """The words of the heading."""
    lead: Span | None = None
    cue: Span | None = None
    table: Span | None = None
    best: Span | None = None
    best_score: float = -_SURE
    second_score: float = -_SURE

    def values(self, passages: int) -> dict[str, float]:
        """The signs as figures, by the names of the weights."""
        return {
            "heading": float(self.heading is not None),
            "lead": float(self.lead is not None and self.heading is None),
            "cue": float(self.cue is not None),
            "table": float(self.table is not None),
            "best": max(-_SURE, min(_SURE, self.best_score)),
            "second": max(-_SURE, min(_SURE, self.second_score)),
            "passages": math.log(max(passages, 1)),
            "bias": 1.0,
        }

    @property
    def place(self) -> Span | None:
        return self.heading or self.lead or self.table or self.cue or self.best

    def probability(self, passages: int) -> float:
        return 1 / (1 + math.exp(-sum(_WEIGHTS[name] * value for name, value in self.values(passages).items())))


def read_kinds(source: Source) -> Iterator[Fact]:
    """One clause for each kind that is found, in the order in which the kinds first appear."""
    passages = read_passages(source)
    found = []
    for kind, signs in signs_of_kinds(source, passages).items():
        probability = signs.probability(len(passages))
        if probability >= _LEAST and signs.place:
            found.append(Fact("clauses", ClauseChoice(kind=kind, heading=signs.name), signs.place, round(min(probability, 0.95), 2)))
    yield from sorted(found, key=lambda fact: fact.span.start)


def kinds_of_entries(known: Iterable[ClauseChoice], **first: Span | None) -> list[tuple[ClauseChoice, Span]]:
    """The kinds that a document has because it states a level or a credit, where no words on the kind were found: `first` by kind."""
    found = {choice.kind for choice in known}
    return [(ClauseChoice(kind=kind), span) for kind, span in first.items() if span is not None and kind not in found]


def signs_of_kinds(source: Source, passages: tuple[Passage, ...], *, all_cues: bool = False) -> Mapping[str, Signs]:
    """The signs of every kind of clause in a document; cues are looked for only where they decide, unless `all_cues` are asked for."""
    found = {kind: Signs() for kind in kind_model().kinds}
    for passage in passages[_title(source, passages) :]:
        _by_heading(passage, found)
    for passage in passages:
        _by_model(passage, found)
    for kind, span in (*_by_forms(source), *_by_columns(source)):
        found[kind].table = found[kind].table or span
    spans = [block_span(source.document, i) for i, block in enumerate(source.document.blocks) if not isinstance(block, Heading)]
    for kind, signs in found.items():
        if kind in CUES and (all_cues or signs.probability(len(passages)) < _LEAST):
            signs.cue = _cue(kind, spans)
    return found


def _title(source: Source, passages: tuple[Passage, ...]) -> int:
    """How many passages at the start are under the title alone: 1 or 0."""
    first = next(iter(source.sections), None)
    is_title = first is not None and first.level == 1 and not first.label and first.first < _TITLE_WITHIN
    return next((i + 1 for i, p in enumerate(passages) if p.heading == first.heading), 0) if first is not None and is_title else 0


def _by_heading(passage: Passage, found: Mapping[str, Signs]) -> None:
    if _is_label(passage):
        return
    for kind, pattern in _HEADINGS.items() if passage.heading else ():
        if pattern.search(passage.heading):
            signs = found[kind]
            if passage.lead:
                signs.lead = signs.lead or passage.span
            else:
                signs.heading = signs.heading or passage.span
            signs.name = signs.name or passage.heading


def _is_label(passage: Passage) -> bool:
    """Whether the run-in heading is only the label of a short line."""
    return passage.lead and passage.length - len(passage.heading.split()) < _SHORT_LEAD


def _by_model(passage: Passage, found: Mapping[str, Signs]) -> None:
    heading = "" if _is_label(passage) else passage.heading
    for kind, score in zip(kind_model().kinds, kind_model().scores(heading, passage.text), strict=True):
        signs = found[kind]
        if score > signs.best_score:
            signs.best, signs.best_score, signs.second_score = passage.span, score, signs.best_score
        elif score > signs.second_score:
            signs.second_score = score


def _by_forms(source: Source) -> Iterator[tuple[str, Span]]:
    for kind, form in _FORMS:
        for index, _ in source.rows(form):
            yield kind, block_span(source.document, index).stripped()
    for index, block in enumerate(source.document.blocks):
        if isinstance(block, Table) and block.layout == "signatures":
            yield "signatures", block_span(source.document, index).stripped()


def _by_columns(source: Source) -> Iterator[tuple[str, Span]]:
    """The kinds that the head of a table's column shows: a column "Method of surveillance" is on measurement."""
    for index in source.tables:
        for cell in source.grid(index)[0] if source.grid(index) else ():
            words = header_words(cell.span.text) if cell else ""
            for kind, pattern in COLUMNS.items():
                if cell and words and pattern.search(words):
                    yield kind, cell.span.stripped()


_CUES: Final = {kind: Gated(pattern) for kind, pattern in CUES.items()}
_HEADINGS: Final = {kind: Gated(pattern) for kind, pattern in HEADINGS.items()}


def _cue(kind: str, spans: Sequence[Span]) -> Span | None:
    """The first words that show a kind and of which nothing says that they speak of something else."""
    pattern, bar = _CUES[kind], NO_CUE.get(kind)
    for span in spans:
        for match in pattern.finditer(span.text):
            if not (bar and bar.search(span.text, max(0, match.start() - 60), match.end())):
                return span.part(match.start(), match.end())
    return None
