"""How English says which side of a figure is good: "at least", "within", "no more than", "or better"."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.quantity import Comparator

_BEFORE: Final = {
    Comparator.AT_LEAST: (
        r"at\s+least|at\s+the\s+(?:very\s+)?least|(?:not?|never|not\s+be|nor)\s+(?:less|fewer|lower|shorter|earlier|smaller)\s+than"
        r"|(?:not|never)\s+(?:be\s+|fall\s+|drop\s+|go\s+)?below|(?:not|never)\s+(?:be\s+|fall\s+|drop\s+)?under"
        r"|(?:greater|more|higher|longer|better)\s+than\s+or\s+equal\s+to"
        r"|equal\s+(?:to\s+)?or\s+(?:is\s+)?(?:greater|more|higher|longer|better|above)(?:\s+than)?|equals?\s+(?:to\s+)?or\s+exceeds?"
        r"|(?:meets?|equals?)\s+or\s+exceeds?|(?:a\s+|the\s+)?minimum(?:\s+of)?|min\.?|>=|=>|\u2265|\u2a7e|from\s+at\s+least"
    ),
    Comparator.AT_MOST: (
        r"within|inside|at\s+(?:the\s+)?most|(?:not?|never|not\s+be|nor)\s+(?:more|greater|later|longer|higher|larger)\s+than|(?:not|never)\s+(?:be\s+)?(?:above|over)"
        r"|not\s+(?:to\s+)?exceed(?:ing)?|(?:does|do|will|shall|must|may|should)\s+not\s+exceed|never\s+exceeds?|without\s+exceeding|up\s+to(?:\s+and\s+including)?"
        r"|(?:less|fewer|lower|shorter)\s+than\s+or\s+equal\s+to|equal\s+(?:to\s+)?or\s+(?:is\s+)?(?:less|fewer|lower|shorter|below)(?:\s+than)?"
        r"|(?:a\s+|the\s+)?maximum(?:\s+of)?|max\.?|<=|=<|\u2264|\u2a7d|limited\s+to|capped\s+at"
    ),
    Comparator.MORE_THAN: (
        r"(?:more|greater|higher|longer|larger|better)\s+than|above|over|exceed(?:s|ing|ed)?|in\s+excess\s+of|beyond|>|\uff1e"
    ),
    Comparator.LESS_THAN: r"(?:less|fewer|lower|shorter|faster|smaller)\s+than|below|under|<|\uff1c",
    Comparator.EXACTLY: r"exactly|equal\s+to|equals|=",
}
_AFTER: Final = {
    Comparator.AT_LEAST: (
        r"or\s+(?:more|greater|higher|above|better|over|longer|fuller)|and\s+(?:above|over|more|higher|up)|(?:at\s+)?minimum|min\b\.?|\+|at\s+least|or\s+at\s+least"
    ),
    Comparator.AT_MOST: (
        r"or\s+(?:less|fewer|lower|below|under|sooner|faster|better|shorter|earlier|quicker)|and\s+(?:below|under|less|lower)"
        r"|(?:at\s+)?maximum|max\b\.?|at\s+most|or\s+at\s+most"
    ),
}
_FILLER = r"(?:\s+(?:a\s+total\s+of|an?|the\s+(?:next|first|following)|the|of|about|approximately|approx\.?|any))?"

_LEAD: Final = tuple(
    (
        comparator,
        re.compile(rf"(?:(?<![\w])(?:{phrases})|(?:{phrases})(?<=[<>=\u2264\u2265]))(?P<filler>{_FILLER}\s*\(?\s*)$", re.IGNORECASE),
    )
    for comparator, phrases in _BEFORE.items()
)
_TRAIL: Final = tuple((comparator, re.compile(rf"\s*\(?(?:{phrases})(?!\w)\)?", re.IGNORECASE)) for comparator, phrases in _AFTER.items())
_REACH: Final = 60


def comparator_before(text: str, position: int) -> tuple[Comparator, int] | None:
    """The comparator whose words end right before `position`, and the offset at which they begin."""
    window = max(0, position - _REACH)
    part = text[window:position]
    for comparator, pattern in _LEAD:
        if match := pattern.search(part):
            return comparator, window + match.start()
    return None


def comparator_after(text: str, position: int) -> tuple[Comparator, int] | None:
    """The comparator whose words begin right after `position` ("or more", "minimum"), and the offset at which they end."""
    for comparator, pattern in _TRAIL:
        if match := pattern.match(text, position):
            return comparator, match.end()
    return None
