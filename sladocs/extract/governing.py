"""Which deed a time belongs to: the verb before it in its clause, or the one that follows a time that opens its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.extract.acts import Act
from sladocs.extract.en import negatives as no
from sladocs.extract.en.acts import ANY_DONE
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.mentions import Mentions
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Dimension

TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)


def governing_act(quantity: QuantityMention, mentions: Mentions, acts: Sequence[Act]) -> Act | None:
    """The deed that is done within a time: the last before it in its clause, or the first behind a time that opens the clause."""
    text = mentions.text
    before = text[: quantity.start]
    kept = [a for a in acts if a.metric is Metric.RETENTION and a.end <= quantity.lead and not _ENDS.search(text, a.end, quantity.lead)]
    if kept and no.FOR.search(before):
        return kept[-1]
    if LIMIT.match(text, quantity.lead) or not any(
        (_BY.match(text, quantity.lead), quantity.lead == quantity.start and _WITHIN.search(before), _WITHIN.match(text, quantity.start))
    ):
        return None
    own = [a for a in acts if a.end <= quantity.lead and not _ENDS.search(text, a.end, quantity.lead)]
    if own:
        return _main(own, text)
    if before_this := _before_semicolon(acts, text, quantity):
        return before_this
    done = ANY_DONE.search(before[_clause_start(before) : quantity.lead])
    if done and quantity.lead < quantity.start:
        start = _clause_start(before) + done.start("verb")
        return Act(start, start + len(done["verb"]), Metric.TURNAROUND_TIME, start, start + len(done["verb"]), plain=True)
    opening = bool(_INSERTED.search(before)) or not WORDS.search(_OPENING.sub(" ", before[_clause_start(before) : quantity.lead]))
    later = [a for a in acts if a.start >= quantity.end and not _ENDS.search(text, quantity.end, a.start)]
    following = next((q.start for q in mentions.quantities if q.start > quantity.end and q.quantity.dimension in TIMES), len(text))
    return later[0] if opening and later and later[0].start < following and not later[0].customers else None


def _before_semicolon(acts: Sequence[Act], text: str, quantity: QuantityMention) -> Act | None:
    """The first deed of the clause before, where this one goes on without a verb: "reacts to A within an hour; to B within four"."""
    start = text.rfind(";", 0, quantity.lead)
    if start < 0 or not _GOES_ON.fullmatch(text, start, quantity.lead):
        return None
    over = max(text.rfind(";", 0, start), text.rfind(". ", 0, start))
    return next((a for a in acts if over < a.start < start and not a.barred), None)


_GOES_ON: Final = re.compile(r";\s*(?:and\s+)?(?:to|for|in|with|on|of)\s[^;,.]{1,80}", re.IGNORECASE)


def _main(acts: Sequence[Act], text: str) -> Act:
    """The last of the deeds, or the one whose purpose it is: "begin work to correct"."""
    *others, last = acts
    if others and last.plain and not others[-1].plain and _AND.fullmatch(text, others[-1].end, last.start):
        return _main(others, text)
    if others and not others[-1].plain and _PURPOSE.fullmatch(text, others[-1].end, last.start):
        return _main(others, text)
    return last


_AND: Final = re.compile(r"\s*(?:,|and|or|,\s*and)\s*", re.IGNORECASE)
_PURPOSE: Final = re.compile(r"(?:(?!\b(?:and|or|shall|will)\b)[^,;])*\bto\s+(?:\w+ly\s+)?", re.IGNORECASE)
_BY: Final = re.compile(
    r"(?:within|inside|no[tr]?\s+(?:later|more)\s+than|by|under|in|less\s+than|up\s+to|<|\u2264|every)\b|<|\u2264", re.IGNORECASE
)
"""Comparators of the time within which something is done."""
_INSERTED: Final = re.compile(r"\b(?:shall|will|must)\s*,\s*(?:[\w\s]{0,30},?\s*)?$", re.IGNORECASE)
"""What stands before a time that is put between a modal and its verb: "shall, within a day of that, notify"."""
_ENDS: Final = re.compile(r"[;\n]|\.\s|:\s")
WORDS: Final = re.compile(r"\w")
_OPENING: Final = re.compile(
    r"^\W*\(?\w{1,3}[.)]\s|\b(?:and|but|in\s+(?:any|all)\s+cases?|where\s+possible|(?:for|in)\s+(?:an?\s+|the\s+|all\s+|any\s+"
    r"|case\s+of\s+)?[^,]{0,60},)",
    re.IGNORECASE,
)


def _clause_start(before: str) -> int:
    found = [m.end() for m in _ENDS.finditer(before)]
    return found[-1] if found else 0


_WITHIN: Final = re.compile(
    r"\b(?:within|inside|no[tr]?\s+(?:later|more)\s+than|by|under|in|less\s+than|up\s+to|at\s+(?:the\s+)?(?:latest|most)"
    r"|the\s+(?:next|same)|<|\u2264|on|every)\s*(?:the\s+|an?\s+)?\(?$"
    r"|(?:the\s+)?(?:next|same|following)\s",
    re.IGNORECASE,
)


LIMIT: Final = re.compile(r"(?:\w+\s+)?(?:not|never)\s+(?:to\s+)?exceed|(?:a\s+)?max|limited|at\s+most|up\s+to|[<\u2264]", re.IGNORECASE)
"""Words before a time that is at most so long, as no notice is."""
