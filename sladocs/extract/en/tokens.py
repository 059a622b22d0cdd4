"""The words, figures and signs of an English text, parted as the grammar needs them: "4hrs", "98.3%of", "24x7x4", "four(4)".

Signs that stand for a whole (a clock time, a date, the number of a clause, "24x7") are one token each, so that no figure in them is read
as one. The time is linear in the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Kind(StrEnum):
    """What a token is."""

    BLANK = "blank"
    DATE = "date"
    """"2027-01-31", "31.12.2027"."""
    CLOCK = "clock"
    """"08:00", and ratios such as "1:20"."""
    COVER = "cover"
    """"24x7", "8x5xNBD", "24/7"."""
    LABEL = "label"
    """"4.2.1"."""
    FRACTION = "fraction"
    """"1/2", "½", "80/20"."""
    ORDINAL = "ordinal"
    """"5th"."""
    DIGITS = "digits"
    """"10,000", "99.95", "99,95"."""
    WORD = "word"
    CODE = "code"
    """Letters with digits behind them: "P1", "p99"."""
    SIGN = "sign"


_LEADS: Final = "within|every|each|per|of|to|and|least|most|than|in|under|after|is|us|rs"
"""Words that are parted from a figure where a blank was lost."""
_CODES: Final = "aud|brl|cad|chf|cny|czk|dkk|eur|gbp|hkd|huf|inr|jpy|mxn|nok|nzd|pln|sek|sgd|usd|zar"
_LETTERS: Final = r"[^\W\d_\u00bc\u00bd\u00be]++"
_TOKEN: Final = re.compile(
    r"(?P<blank>\s++)"
    rf"|(?P<word>(?![\u2153\u2154])(?:[a-z]\.(?:[a-z]\b\.?)++|(?<=\d){_LETTERS}|(?:{_LEADS}|{_CODES})(?=\d)|{_LETTERS}(?!\d)))"
    r"|(?P<date>\d{1,4}-\d{1,2}-\d{2,4}(?![\w-])|\d{1,4}/\d{1,2}/\d{2,4}(?![\w/])|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\w))"
    r"|(?P<clock>\d++:\d++(?::\d++)?)"
    r"|(?P<cover>(?:24/[5-7]|7/24|\d{1,2}\s?[x\u00d7*]\s?[5-7]|[5-7]\s?[x\u00d7*]\s?(?:24|8|9|10|12))(?![\d.,]*\d)"
    r"(?:\s?[x\u00d7*/]\s?(?:\d{1,3}(?!\d)|nbd\b|sbd\b|nd\b|sd\b))?)"
    r"|(?P<label>\d++(?:\.\d++){2,})"
    r"|(?P<fraction>\d++[/\u2044]\d++|[\u00bc\u00bd\u00be\u2153\u2154])"
    r"|(?P<ordinal>\d++(?:st|nd|rd|th)\b)"
    r"|(?P<digits>\d{1,3}(?:'\d{3})+(?!\d)|\d++(?:[.,]\d++)*|(?<!\w)\.\d++)"
    r"|(?P<code>[^\W\d_][^\W_]*+)"
    r"|(?P<sign>[<>]=|=[<>]|_++|\*++|.)",
    re.IGNORECASE | re.DOTALL,
)


_KINDS: Final = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text` that are no blanks: their words in small letters, their kinds, and where they start and end."""

    text: str
    words: tuple[str, ...]
    kinds: tuple[Kind, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """The token at a place, "" before the first and behind the last."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def kind(self, place: int) -> Kind:
        """The kind of the token at a place."""
        return self.kinds[place] if 0 <= place < len(self.words) else Kind.BLANK

    def glued(self, place: int) -> bool:
        """Whether no blank stands before the token at a place."""
        return 0 < place < len(self.words) and self.starts[place] == self.ends[place - 1]

    def place(self, offset: int) -> int:
        """The place of the first token that starts at an offset or behind it."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=1024)
def tokens(text: str) -> Tokens:
    """The tokens of a text."""
    words, kinds, starts, ends = [], [], [], []
    for match in _TOKEN.finditer(text):
        name = match.lastgroup
        if name != "blank" and name is not None:
            words.append(match[0].lower())
            kinds.append(_KINDS[name])
            starts.append(match.start())
            ends.append(match.end())
    return Tokens(text, tuple(words), tuple(kinds), tuple(starts), tuple(ends))
