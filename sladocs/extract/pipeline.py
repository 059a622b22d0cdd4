"""The spaCy pipeline that reads a passage: a blank English language with a tokenizer and components of our own, no trained model.

Each component finds one kind of mention: it sets the spans on the Doc (`doc.spans["quantities"]`), labelled by what they say, and
keeps what they mean beside them (`doc.user_data["quantities"]`), in the same order.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from sladocs.extract.blanks import find_blanks
from sladocs.extract.counts import find_counts, find_intervals
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.service_hours import hours_of_service
from sladocs.extract.en.tokens import tokens
from sladocs.extract.en.windows import find_statistic, find_window, rolling_windows
from sladocs.extract.named import PriorityMention, find_metrics, find_priorities
from sladocs.extract.shares import ShareMention, find_pairs, find_shares, without_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


def text_of(doc: Doc) -> str:
    """The text that a Doc was made of; spaCy would put it together anew from its tokens."""
    return str(doc.user_data["text"])


class _Mention(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Tokenizer:
    """Parts a text as the grammar does, so that the ends of every mention are ends of tokens; a blank too many is a token of its own."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        read = tokens(text)
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in zip(read.starts, read.ends, strict=True):
            gap = text[position:start]
            if gap.startswith(" ") and spaces:
                spaces[-1], gap = True, gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
            words.append(text[start:end])
            spaces.append(False)
            position = end
        if text[position:]:
            words.append(text[position:])
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={"text": text})


def _apart(mention: _Mention, others: Sequence[_Mention]) -> bool:
    return all(mention.end <= other.start or mention.start >= other.end for other in others)


def _windows(doc: Doc) -> Sequence[_Mention]:
    return [_Window(start, end) for start, end, _ in rolling_windows(text_of(doc))]


class _Window:
    """The place of a period that is given by its length."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def _quantities(doc: Doc) -> Sequence[_Mention]:
    """Figures with units that are no shares of cases, no periods of measurement and no hours of service; then counts and intervals."""
    text, shares, windows = text_of(doc), doc.user_data["shares"], doc.user_data["windows"]
    apart = [q for q in find_quantities(text) if not hours_of_service(text, q.start, q.end, limited=q.comparator is not None)]
    found = [q for q in without_shares(apart, shares) if q.quantity.unit == "percent" or _apart(q, windows)]
    found += [quantity for _, quantity in find_pairs(text)]
    ranks: Sequence[PriorityMention] = doc.user_data["priorities"]
    found += [q for q in find_counts(text) if not any(p.start <= q.start < p.end for p in ranks) and _apart(q, found) and _apart(q, shares)]
    found += [q for q in find_intervals(text) if _apart(q, found)]
    return sorted(found, key=lambda q: q.start)


def _labels(name: str) -> Callable[[Any], str]:
    return {
        "quantities": lambda m: m.quantity.unit,
        "metrics": lambda m: m.metric.value,
        "priorities": lambda m: m.label,
        "shares": lambda m: str(m.value),
        "blanks": lambda m: m.unit or "",
    }.get(name, lambda _: "")


_COMPONENTS: Final[dict[str, Callable[[Doc], Sequence[Any]]]] = {
    "metrics": lambda doc: find_metrics(text_of(doc)),
    "priorities": lambda doc: find_priorities(text_of(doc)),
    "windows": _windows,
    "shares": lambda doc: find_shares(text_of(doc)),
    "quantities": _quantities,
    "blanks": lambda doc: find_blanks(text_of(doc)),
}
"""In the order in which they run: quantities are what the components before them leave over."""


def _component(name: str, find: Callable[[Doc], Sequence[Any]]) -> Callable[[Doc], Doc]:
    label = _labels(name)

    def component(doc: Doc) -> Doc:
        found = tuple(find(doc))
        doc.user_data[name] = found
        spans = (doc.char_span(m.start, m.end, label=label(m), alignment_mode="expand") for m in found)
        doc.spans[name] = [span for span in spans if span is not None]
        return doc

    return component


def _period(doc: Doc) -> Doc:
    """The component that names the window and the statistic of the whole passage."""
    doc.user_data["window"], doc.user_data["statistic"] = find_window(text_of(doc)), find_statistic(text_of(doc))
    return doc


@cache
def language() -> Language:
    """The pipeline."""
    import spacy
    from spacy.language import Language

    made = spacy.blank("en")
    made.tokenizer = Tokenizer(made.vocab)
    for name, find in _COMPONENTS.items():
        Language.component(f"sladocs_{name}", func=_component(name, find))
        made.add_pipe(f"sladocs_{name}")
    Language.component("sladocs_period", func=_period)
    made.add_pipe("sladocs_period")
    return made


__all__ = ["ShareMention", "Tokenizer", "language"]
