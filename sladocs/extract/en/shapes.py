"""The shape of a sentence: each length of time, date and amount in it is one sign, so that patterns see how something is said."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.en.quantities import DateMention, QuantityMention, find_dates, find_quantities
from sladocs.model.quantity import Dimension

TIME: Final = "[\ue000-\ue3ff]"
"""In a shape, a length of time."""
DATE: Final = "[\ue400-\ue7ff]"
"""In a shape, a calendar date."""
AMOUNT: Final = "[\ue800-\uebff]"
"""In a shape, a percentage, a sum of money, or a figure in any unit that is no time."""
_MARKS: Final = re.compile("[\ue000-\uebff]")
_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)


class Shape:
    """A text in which each figure and each date is one sign, so that a pattern sees "within ⟨time⟩ of ⟨date⟩" whatever they are."""

    def __init__(self, source: str) -> None:
        dates = find_dates(source)
        figures = [q for q in find_quantities(source) if all(q.end <= d.start or q.start >= d.end for d in dates)]
        found: list[QuantityMention | DateMention] = [*dates, *figures]
        self._found: list[QuantityMention | DateMention] = []
        self._offsets: list[int] = []
        parts: list[str] = []
        position = 0
        for mention in sorted(found, key=lambda m: m.start):
            if mention.start < position:
                continue
            plain = _MARKS.sub("?", source[position : mention.start])
            sign = chr(_base(mention) + min(len(self._found), 0x3FF))
            parts += [plain, sign]
            self._offsets += [*range(position, mention.start), mention.start]
            self._found.append(mention)
            position = mention.end
        parts.append(_MARKS.sub("?", source[position:]))
        self._offsets += range(position, len(source) + 1)
        self.text = "".join(parts)

    def at(self, offset: int) -> int:
        """The offset in the source of an offset in the shape."""
        return self._offsets[offset]

    def quantity(self, sign: str) -> QuantityMention:
        """The figure that a sign stands for."""
        found = self._found[ord(sign) & 0x3FF]
        assert isinstance(found, QuantityMention)
        return found

    def date(self, sign: str) -> DateMention:
        """The date that a sign stands for."""
        found = self._found[ord(sign) & 0x3FF]
        assert isinstance(found, DateMention)
        return found


def _base(mention: QuantityMention | DateMention) -> int:
    if isinstance(mention, DateMention):
        return 0xE400
    return 0xE000 if mention.quantity.dimension in _TIMES else 0xE800
