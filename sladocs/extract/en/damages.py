"""How English sets a sum on each failure of a duty."""

from __future__ import annotations

import re
from typing import Final

_SUM: Final = r"\d[\d,]*+(?:\.\d+)?"
_MONEY: Final = (
    rf"(?:(?:US|C|A)?[$£€]\s?{_SUM}|(?:USD|EUR|GBP)\s?{_SUM}"
    rf"|(?<![\d,.]){_SUM}\s(?:dollars|euros?|pounds))"
)
_WORDS_BEFORE: Final = r"(?:(?:[A-Za-z-]+\s+){1,6}(?:dollars|euros|pounds)\s+)?\(?"
_EACH: Final = r"(?:per|(?:for\s+)?(?:each|every)|a|/)\s*"
_CASE: Final = (
    r"(?:(?:such|business|calendar|working|missed|late|additional|separate)\s+)*(?:(?!and\b|or\b)[a-z-]+\s+)?"
    r"(?:incidents?|occurrences?|failures?|violations?|breach(?:es)?|infractions?|instances?|events?|offen[cs]es?|occasions?|cases?|days?|hours?|weeks?"
    r"|complaints?|routes?|locations?|vehicles?|containers?|accounts?|customers?|addresse?s?|persons?|employees?|items?|reports?|shifts?|posts?|visits?|units?|rooms?)"
)
SUM: Final = re.compile(rf"{_WORDS_BEFORE}{_MONEY}\)?,?\s*{_EACH}{_CASE}\b", re.IGNORECASE)
"""A sum and for each of what it is owed."""
ONLY_SUM: Final = re.compile(
    rf"(?:^|[.:;]\s+|\s[-–—]\s+)\W*{_WORDS_BEFORE}{_MONEY}\)?(?:,?\s*(?:and\s+)?{_EACH}{_CASE})+(?:\s+(?:not|that|which|left)\b[^.;]{{0,60}})?\W*$",
    re.IGNORECASE,
)
"""Such a sum and nothing else, as a sentence or behind the end of one."""
_FAILING: Final = r"(?:fail(?:ure|ing|s|ed)?|neglect(?:s|ed|ing)?|refus(?:al|es|ed|ing)|inability|omission|omitting)"
FAILED: Final = re.compile(
    rf"\b{_FAILING}\s+(?:(?:or|and)\s+{_FAILING}\s+)?(?:by\s+(?:the\s+)?\w+\s+)?(?:to|of|in)\b|\bwithout\s+(?:prior|proper|the|notif|approv|permission|author)\w*"
    r"|\b(?:un(?:authori[sz]ed|approved|reported)|discourteous|improper(?:ly)?|missed|late|incomplete)\b"
    r"|\bnot\s+(?:be(?:en|ing)?\s+)?(?:\w+ly\s+)?(?:\w+ed|kept|made|met|done|sent)\b",
    re.IGNORECASE,
)
"""Words for a duty that is failed."""
OPENS: Final = re.compile(
    rf"\W*(?:\(?[\da-z]{{1,3}}[.)]\s*)?(?:any\s+|each\s+|the\s+)?(?:(?:contractor|provider|supplier|vendor|service\s+provider)(?:'s|s')?\s+)?{_FAILING}\b",
    re.IGNORECASE,
)
"""The opening of an item of such a list."""
FOR_FAILURE: Final = re.compile(
    rf"(?:\s+per\s+\w+)*,?\s+(?:for|of|where|in\s+case\s+of|in\s+the\s+event\s+of)\s+(?:(?:any|each|every|the|a)\s+)?{_FAILING}\b",
    re.IGNORECASE,
)
"""What a sum is set on, behind it."""
BEYOND: Final = re.compile(
    r"\b(?:exceed\w*|in\s+excess\s+of|more\s+than|over|after\s+the\s+first)\s+(?:(?:[a-z-]+)\s+)?\(?(?P<number>\d{1,4}|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|fifteen|twenty|thirty|forty|fifty))\)?\s+(?:such\s+|of\s+these\s+|valid\s+|missed\s+|legitimate\s+)*"
    r"(?:failures|occurrences|incidents|events|instances|complaints|times|violations|cases|breaches|misses)\b",
    re.IGNORECASE,
)
"""How often a failure costs nothing."""
BARRED: Final = re.compile(
    r"\bfail\w*\s+to\s+(?:pay|remit|make\s+(?:any\s+)?payment)|\b(?:customers?|clients?|buyers?|subscribers?|users?|tenants?|lessees?)(?:'s)?"
    r"\s+(?:who\s+)?(?:fail|neglect|refus|shall\s+pay|must\s+pay|will\s+(?:pay|be\s+charged))\w*"
    r"|\b(?:example|insurance|coverage|per\s+occurrence\s+and|deductible|aggregate|bond|overdue|late\s+(?:fee|payment)s?|unpaid|interest|surcharge|additional\s+fee)\b",
    re.IGNORECASE,
)
"""What makes such a sum a fee, or a sum of insurance."""
