"""The words of service credits: what is owed, of what, per what, and what is no credit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

_FEE: Final = (
    r"(?:fees?|charges?|subscriptions?|prices?|payments?|amounts?|bill(?:ings?)?|costs?|rents?|rentals?|revenue|spend|tariffs?|rates?)"
)
_FILL: Final = r"(?:\s+[\w'’$-]+){0,4}?\s+"
_TROUBLED: Final = (
    r"(?:affected|impacted|relevant|unavailable|failed|failing|non-?compliant|particular|applicable|defective|concerned"
    r"|specific|underperforming)"
)
_PART: Final = (
    r"(?:services?|products?|components?|devices?|servers?|circuits?|sites?|locations?|instances?|modules?|resources?|ports?|systems?)"
)

Basis = Literal["monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other"]
_BASIS_WORDS: Final[Mapping[Basis, str]] = {
    "daily_fee": rf"\b(?:daily|day's|per[- ]day)\b{_FILL}?{_FEE}|\bdaily\s+{_FEE}|(?:one|1)\s+day'?s?\s+{_FEE}",
    "affected_fee": (
        r"\b(?:fees?|charges?|price|amounts?|subscription)\s+(?:that\s+(?:was|were|is|are)\s+)?(?:paid\s+|payable\s+|due\s+"
        r"|owed\s+|charged\s+"
        r"|billed\s+)?(?:by\s+(?:the\s+)?\w+\s+)?"
        r"(?:for|of|on|attributable\s+to|in\s+respect\s+of|associated\s+with|applicable\s+to|related\s+to|relating\s+to"
        r"|corresponding\s+to|allocable\s+to)"
        rf"\s+(?:the\s+|that\s+|such\s+|any\s+|each\s+|those\s+)?(?:\w+\s+)?{_TROUBLED}(?!\s+(?:month|period|billing|calendar))\b"
        r"|\b(?:refund|credit|reimbursement)\s+(?:for|of)\s+the\s+(?:affected|impacted)\b"
        rf"|\b(?:affected|impacted)\s+(?:\w+\s+){{0,2}}?(?:{_FEE}|{_PART})\b"
        rf"|\b{_FEE}\s+(?:paid\s+|payable\s+|due\s+)?(?:for|of|on)\s+(?:the|that|such|those)\s+{_PART}\s+(?:that|which"
        rf"|concerned|affected|in\s+question)\b"
    ),
    "annual_fee": rf"\b(?:annual|yearly|annuali[sz]ed)\s+(?:[\w-]+\s+){{0,3}}?{_FEE}|\b{_FEE}\s+(?:per|for\s+the)\s+(?:contract\s+)?year\b",
    "monthly_fee": (
        rf"\bmonthly\s+(?:[\w-]+\s+){{0,4}}?{_FEE}"
        r"|(?:1\s*/\s*12(?:th)?|one[\s-]twelfth)\s+(?:of\s+)?(?:the\s+|your\s+)?annual"
        rf"|\bannual\s+(?:[\w-]+\s+){{0,4}}?{_FEE}\s+divided\s+by\s+(?:12|twelve)"
        rf"|\b{_FEE}\s+(?:\(?[\w']+\)?\s+){{0,7}}?(?:for|in|of|during|per)\s+(?:the|that|such|a|each|this|any|said"
        rf"|one)?\s*(?:\w+\s+){{0,3}}?(?:month|monthly"
        r"|(?:billing|reporting|service|measurement)\s+(?:cycle|period|month))\b"
        rf"|\bmonth'?s\s+(?:[\w-]+\s+){{0,2}}?{_FEE}|\b(?:[a-z]{{0,2}}mr[crf]|monthly\s+recurring)s?\b|\b{_FEE}\s*(?:/"
        rf"|per)\s*month\b|\bmonthly\s*$"
    ),
    "invoice": (
        r"\b(?:of|off|from|on)\s+(?:[\w'-]+\s+){0,5}?(?:invoices?(?!\s+(?:date|period))|bill)\b"
        r"|\breduc\w+\s+(?:the|your|its|any)\s+(?:\w+\s+){0,2}?invoices?\b"
        r"|\binvoiced?\s+(?:amount|value|total|sum)"
    ),
    "other": (
        r"\b(?:charge|charges|fee|fees)\s+concerned\b"
        r"|\b(?:quarterly|weekly|hourly|per[- ](?:call|transaction|order|item)|total\s+contract|contract|order|purchase|project)\s+"
        r"(?:\w+\s+){0,2}?(?:fees?|charges?|prices?|payments?|value|sum)\b|\bvalue\s+of\s+the\s+(?:\w+\s+)?(?:order|contract)\b"
        r"|\b(?:of|on|from|off)\s+the\s+(?:\w+\s+){0,4}?(?:order|purchase|quote|shipment|total\s+cost)\b"
    ),
}
BASES: Final = tuple((basis, re.compile(pattern, re.IGNORECASE)) for basis, pattern in _BASIS_WORDS.items())
"""Of what a percentage is a share; the first in the text counts."""


def basis_of(text: str) -> Basis | None:
    """Of what the text says that a percentage is a share; the first that it names."""
    found = [(match.start(), order, name) for order, (name, pattern) in enumerate(BASES) if (match := pattern.search(text))]
    return min(found)[2] if found else None


_COUNTED: Final = (
    r"minute|hour|day|week|occurrence|incident|failure|breach|instance|event|case|unit|occasion|miss|ticket|call|request|delay"
    r"|outage|item|order|report"
    r"|site|device|user"
)
RATE: Final = re.compile(
    r"\b(?:(?:for|per)\s+(?:each|every|any)?|(?:with|in|multiplied\s+by)\s+(?:each|every))\s*(?:and\s+every\s+)?(?:additional\s+|cumulative\s+|continuous\s+|full\s+"
    r"|further\s+|complete\s+|successive\s+|consecutive\s+|started\s+|whole\s+"
    r"|such\s+|individual\s+|missed\s+|late\s+|period\s+of\s+|unavailable\s+|block\s+of\s+"
    r"|increment\s+of\s+)*(?P<what>\d[\d.,]*\s*[- ]?(?:or\s+more\s+)?(?:consecutive\s+|continuous\s+|cumulative\s+)*(?:%"
    r"|[a-z]+(?:\s+[a-z]+)?)|"
    r"(?:one|two|three|four|five|ten|twelve|fifteen|twenty|twenty-four|thirty|sixty|half)\b[\s\w()-]{0,24}?(?:minutes?|hours?"
    r"|days?|percent(?:age\s+points?)?|per\s?cent|%)"
    rf"|(?:business\s+|calendar\s+|working\s+)?(?:{_COUNTED})(?:es|s)?\b|percentage\s+points?)",
    re.IGNORECASE,
)
RATE_OF_MISSED: Final = re.compile(
    r"\b(?:for\s+)?(?:each|every|per|any)\s+(?:such\s+|single\s+|further\s+|additional\s+|individual\s+)*(?:missed|breached"
    r"|failed|late|overdue|unmet)\s+\w+"
    r"|\b(?:for\s+)?(?:each|every|per)\s+(?:[\w-]+\s+){0,4}?(?:incident|ticket|failure|breach|report|order|case|call|request"
    r"|visit|delivery|item)\b"
    r"\s+(?:that|which|not|is\s+not|where|missed)\b",
    re.IGNORECASE,
)
"""A rate per missed case: "for each missed response time", "for each incident that is not resolved in time"."""

RATE_AT_END: Final = re.compile(r"\bfor\s+each\s+(?P<what>[a-z]+)\s*\.?\s*$", re.IGNORECASE)
"""A rate per anything, where the words end with it: "for each month", "for each unit"."""

EACH_BEFORE: Final = re.compile(r"\b(?:each|every|per|any)\s+(?:[\w-]+\s+){0,3}$|\b(?:blocks?|increments?|steps?)\s+of\s+$", re.IGNORECASE)
"""Words before a figure that is a step and not an amount or a band."""

OPEN_AMOUNT: Final = re.compile(
    r"\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s+(?P<unit>[a-z]+(?:\s[a-z]+)?)(?=\s+(?:of|for|per)\b|\s*$)", re.IGNORECASE
)
"""What is owed in a unit of the contract's own, as a whole cell: "5 points", "2 service points for each occurrence"."""


def rate_word(text: str) -> str | None:
    """The rate that a word names: a unit of time, an occurrence, or another thing counted."""
    word = re.sub(r"^calendar\s+", "", text.lower().strip())
    if word.startswith("percentage point"):
        return "1 percent"
    word = word.replace("working ", "business ").removesuffix("s")
    if word in (
        *("incident", "failure", "breach", "breache", "instance", "event", "case", "occasion", "mis", "misse", "occurrence"),
        *("ticket", "call", "request", "delay", "outage", "item", "order", "report", "complaint"),
    ):
        return "occurrence"
    return word.replace("business ", "business_") or None


CREDIT: Final = re.compile(
    r"\b(?:credit(?:s|ed|ing)?|rebates?|refund(?:s|ed|able)?|reimburse\w*|compensat\w+|penalt(?:y|ies)|penali[sz]ed"
    r"|liquidated\s+damages|financial\s+consequences?|discount(?:ed)?"
    r"|deduct\w*|abatement|fine[sd]?|pays?\s+(?:you|the\s+(?:customer|client))|payment\s+of\s+[£$€]"
    r"|entitled\s+to\s+(?:an?\s+)?(?:further\s+|additional\s+)?[£$€]|waive[sd]?|reduc(?:ed?|tion)\s+(?:of|in|by|the)"
    r"|free\s+of\s+charge|fee\s+reduction|free\s+(?:days?|weeks?|months?)|(?:days?|weeks?|months?)\s+free)\b",
    re.IGNORECASE,
)
SERVICE_CREDIT: Final = re.compile(
    r"\b(?:service\s+(?:level\s+|availability\s+)?credits?|sla\s+credits?|(?:uptime|availability|outage|performance|downtime)\s+credits?"
    r"|account\s+credits?|liquidated\s+damages|financial\s+consequences?|penalt(?:y|ies))\b",
    re.IGNORECASE,
)
FAILURE: Final = re.compile(
    r"\b(?:availab\w+|unavailab\w+|uptime|downtime|down|outages?|service\s+levels?|slas?|slos?|kpis?|fail(?:s|ed|ure|ures)?"
    r"|miss(?:es|ed)?"
    r"|breach\w*|late|delay\w*|not\s+(?:met|meet|achieve\w*|reach\w*|attain\w*|resol\w+|respond\w*|answer\w*|restor\w+"
    r"|replac\w+|deliver\w+|able)"
    r"|falls?|drops?|below|incidents?|interrupt\w*|offline|unreachable|latency|packet\s+loss|jitter|exceeds?|response"
    r"|resolution|restor\w+|target)\b",
    re.IGNORECASE,
)
"""What a remedy for a missed level speaks of, in the sentence or over it."""

WHOLE: Final = re.compile(
    r"\b(?P<figure>(?:full|complete|entire|total)\s+(?:refund|credit|reimbursement|rebate))\b"
    r"|\b(?:refund|credit|reimburse|waive)(?:s|ed)?\s+(?:(?!(?:on|of|against|towards?|from)\b)\w+\s+){0,3}?(?P<figure2>(?:the\s+)?(?:full|entire|whole"
    r"|total)\s+(?:[\w-]+\s+){0,3}?"
    rf"{_FEE}|(?:full\s+)?month's\s+{_FEE})",
    re.IGNORECASE,
)
"""All of a fee."""
FRACTION: Final = re.compile(
    r"\b(?P<figure>(?:1\s*/\s*(?:28|30|31|365)(?:th|st)?|one[\s-]thirtieth(?:\s*\(1/30(?:th)?\))?))\s+of\b", re.IGNORECASE
)
"""A day's share of a fee."""
ONE_TIME: Final = re.compile(
    r"\b(?P<figure>an?\s+(?:full\s+|whole\s+|complete\s+|free\s+|additional\s+|extra\s+)*(?P<unit>day|week|month|year)(?:'s)?)"
    rf"(?=\s+(?:(?:worth\s+)?of\s+)?(?:free\s+|paid\s+|the\s+)?(?:[\w-]+\s+)?(?:service|cost|{_FEE}|hosting|credit|free)\b|\s+free\b)",
    re.IGNORECASE,
)
"""A time of service without a number: "a full week's cost", "a free month of hosting"."""
REPEATS: Final = re.compile(
    r"\b(?P<figure>(?P<twice>twice)|(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*\(\d{1,2}\))?)"
    r"(?P<more>\s+or\s+more)?\s*(?(twice)|(?:times|occasions|(?:[\w-]+\s+){0,2}?(?:failures|breaches|misses|instances"
    r"|occurrences|incidents|violations|"
    r"outages|defaults)))\b",
    re.IGNORECASE,
)
"""How often a level is missed."""

TIME_OWED: Final = re.compile(
    r"\s+(?:for\s+)?free\b|\s*(?:of\s+\w+\s+)?(?:will|shall|is|are)\s+(?:be\s+)?(?:added|credited|granted)\b|\s*(?:'s?\s+)?(?:worth\s+)?(?:of\s+)?(?:free\s+|additional\s+|extra\s+|the\s+)*(?:\w+\s+)?(?:services?\b|subscription"
    r"|hosting|credits?\b|the\s+(?:monthly|annual|daily"
    rf"|charge|fee|invoice)|{_FEE}\b)",
    re.IGNORECASE,
)
"""What follows a time of which service is owed."""
TIME_CREDITED: Final = re.compile(
    r"\bcredit(?:ed|s(?!\s+(?:of|for)\b))?\s+(?:(?:an?|the|your|account|customer|client|you|with|of|for|equal\s+to|equivalent\s+to|full"
    r"|additional|to)\s+){0,5}$|\b(?:amount"
    r"|credit|extension|extended)\s+(?:equal(?:ing)?\s+to|equivalent\s+to|by)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
CAP: Final = re.compile(
    r"\b(?:not\s+(?:to\s+)?exceed|exceed|cap(?:ped)?|maximum|in\s+no\s+(?:event|case)|up\s+to(?:\s+a\s+maximum)?|limited\s+to"
    r"|no\s+more\s+than|not\s+more\s+than|at\s+most|aggregate|total\s+(?:amount\s+of\s+)?(?:service\s+)?credits?|limit\s+(?:of"
    r"|is)|beyond\s+a\s+total|total\s+of\s+(?:such\s+)?credits"
    r"|credits?\s+(?:reach\w*|amount\w*\s+to|total\w*|exceed\w*|of\s+more\s+than))\b",
    re.IGNORECASE,
)
NONE: Final = re.compile(
    r"\b(?:no\s+(?:service\s+)?credits?\s+(?:is|are|shall|will)|for\s+example|e\.g\.|example|not\s+(?:be\s+)?entitled"
    r"|shall\s+not\s+receive|for\s+instance|illustration|(?:customer|client|buyer|licensee|you)\s+(?:shall|will|must)\s+pay"
    r"|deposits?|credit\s+cards?|early\s+terminat\w+|terminat\w+\s+early|interest|overdue|pre-?pay\w*|annually\s+in\s+advance)\b",
    re.IGNORECASE,
)
"""What makes a sentence none about what is owed for a missed level."""
MEANS: Final = re.compile(r"\bmeans?\b", re.IGNORECASE)
OWED: Final = re.compile(
    r"\b(?:shall|will|must|is|are|be|receive|entitled|issue|apply|provide|credit(?:ed)?|get|may\s+request|eligible)\b", re.IGNORECASE
)
AMOUNT_BEHIND: Final = re.compile(
    rf"\s*\)?\s*(?:\(?\s*(?:service\s+|account\s+)?(?:credits?|refunds?|rebates?|discounts?|penalty|compensation|deduction"
    rf"|reduction)\b|(?:of|off"
    rf"|from|on)\s+(?:[\w'’$-]+\s+){{0,6}}?(?:{_FEE}|invoice|[a-z]{{0,2}}mr[crf]s?|service|credits?|value)\b"
    rf"|(?:of\s+)?(?:monthly|annual|daily|total)\s+(?:\w+\s+){{0,3}}?{_FEE}|(?:fee\s+)?(?:reduction|service\s+credit))",
    re.IGNORECASE,
)
AMOUNT_BEFORE: Final = re.compile(
    r"\b(?:credit(?:ed)?|refund(?:ed)?|rebate|compensation|penalty|discount|deduction|reduction|reduced?|damages|fine"
    r"|penali[sz]ed|deduct(?:ed)?)"
    r"(?:\s+\(?[\w-]+\)?){0,6}?\s*(?::|of|equal(?:ing|s)?\s+to|equivalent\s+to|is|by|with|amounting\s+to|-|–|=)\s*(?:an?\s+"
    r"|the\s+|additional\s+|amount\s+)*$",
    re.IGNORECASE,
)
_TO_WHOM: Final = r"(?:(?:further|additional|an?|the|your|account|customer|client|you|with|an?\s+amount\s+of|(?-i:[A-Z])\w+)\s+)"
_PAYS: Final = r"(?:credit|refund|pay|payment|compensate|reimburse|deduct|forfeit|entitled)(?:s|ed)?\s+(?:to\s+|of\s+)?"
SUM_CREDITED: Final = re.compile(
    rf"\b(?:will|shall|must|may|to|we)\s+(?:also\s+|then\s+)?{_PAYS}{_TO_WHOM}{{0,4}}$|\b{_PAYS}{_TO_WHOM}{{1,4}}$", re.IGNORECASE
)
"""What stands before a sum or share that is credited: "will credit the Customer 10%"."""
CREDIT_HEAD: Final = re.compile(
    r"\b(?:(?:service|sla|penalty)\s+)?(?:credits?|penalt(?:y|ies)|rebates?|refunds?|compensation|deductions?|damages|abatement|points)\b"
    rf"|\b(?:reduction|percentage|share|%|portion)\s+(?:of|in|off)\s+(?:[\w'-]+\s+){{0,4}}?{_FEE}|\b(?:fee|price|charge)\s+reductions?\b"
    r"|\bconsequences?\b|\b(?:fee|price|charge|payment)\s+adjustments?\b|\bremed(?:y|ies)\b",
    re.IGNORECASE,
)
"""A header over amounts that are owed."""
CREDIT_WORDS: Final = re.compile(
    rf"\b(?:service|sla|credits?|penalt(?:y|ies)|rebates?|refunds?|compensation|deductions?|reductions?|percentage|of|the"
    rf"|monthly|annual|{_FEE})\b",
    re.IGNORECASE,
)
"""The words of such a header that do not tell it from another."""
IN_PERCENT: Final = re.compile(r"%|\bper\s?cent(?:age)?\b", re.IGNORECASE)
NO_AMOUNT: Final = re.compile(
    r"\W*(?:none|no(?:ne|t)?\s*(?:service\s+|sla\s+|level\s+)*(?:credits?|penalty|applicable|compensation|refund|paid|due)?"
    r"|n\s*/\s*a|nil|0(?:\.0+)?\s*%?"
    r"(?:\s*(?:credit|of\b.*))?|zero)\W*|\W*",
    re.IGNORECASE,
)
"""A cell that says that nothing is owed."""
HEAD_SIDE: Final = re.compile(
    r"\b(?:(?P<beyond>exceed(?:s|ed|ing)?|in\s+excess\s+of|greater\s+than|more\s+than|longer\s+than|above|beyond)|less\s+than|lower\s+than|below|fewer\s+than|under)\b",
    re.IGNORECASE,
)
"""A header that says on which side of a bare figure the band lies."""
FIRST: Final = re.compile(r"\b(?:for|during)\s+the\s+first\s+$", re.IGNORECASE)
"""Words before a time that a band reaches up to: "for the first two hours"."""
BEYOND: Final = re.compile(r"\bin\s+excess\s+of\s+(?:that|the|this|such)\s+(?:first\s+)?$|\bafter\s+the\s+first\s+$", re.IGNORECASE)
"""Words before a time that a band begins at: "in excess of that two hour period"."""
AFTER_FIRST: Final = re.compile(r"\bafter\s+the\s+first\s+(?P<figure>(?P<unit>minute|hour|day))\b", re.IGNORECASE)
"""How long nothing is owed: "after the first hour"."""
CREDIT_FOR: Final = re.compile(
    r"\W*(?:[\w-]+\s+){0,3}?(?:credits?|refunds?|compensation|remed(?:y|ies)|penalty)\s+for\s+(?P<service>[A-Z][\w&/ -]{1,50}?)"
    r"(?:\s+(?:downtime|outages?|failures?|unavailability|interruptions?))?\s*\*?:",
    re.IGNORECASE,
)
"""A label before an amount that says for what service it is: "SLA credit for network downtime: 5 % …"."""
UNIT_CREDITED: Final = re.compile(
    r"\b(?P<unit>minute|hour|day|week|month)s?\s+(?:of\s+)?(?:\w+\s+)?(?:credit(?:ed)?|service|free|refunded)\b|\bcredit(?:ed"
    r"|s)?\s*(?:\(|in\s+|,\s*)(?P<unit2>minute|hour|day|week|month)s?\b",
    re.IGNORECASE,
)
"""A header over bare numbers of days or hours of service: "Days credited", "Credit (days)"."""
AT_RISK: Final = re.compile(r"\bat\s+risk\b|\bweight\w*|\bcap\b|\bmaximum\b|\bratio\b", re.IGNORECASE)
"""A header over the most that can be owed, which is no credit."""
OUTAGE: Final = re.compile(
    r"\b(?:availab\w+|unavailab\w+|uptime|downtime|outages?|down|offline|unreachable|service\s+levels?|sla)\b|\d\s*%", re.IGNORECASE
)
"""Words that a service was not there."""
BREAKS: Final = re.compile(
    rf"{SERVICE_CREDIT.pattern}|\b(?:break|breach|miss|fail|violat)\w*\s+(?:[\w']+\s+){{0,5}}?(?:sla|service\s+levels?|guarantee|uptime|availability|commitment)\b",
    re.IGNORECASE,
)
"""Words beside which an amount without a band is a credit: it is called one, or a promise is broken."""
DOWN: Final = re.compile(r"\b(?:downtime|down)\b", re.IGNORECASE)
UNAVAILABLE: Final = re.compile(r"\bunavailab\w+", re.IGNORECASE)
OF_FEES: Final = re.compile(
    rf"[^%]{{0,30}}(?:%|per\s?cent)\s*\)?\s*(?:of|off|from|on)\s+(?:(?:the|its|your|their|our|any|such)\s+)?(?:[\w'’-]+\s+){{0,4}}?{_FEE}\b",
    re.IGNORECASE,
)
"""A share of fees."""
MINUS: Final = re.compile(r"^\s*[-\u2212\u2013](?=\s*[\d$\u20ac\u00a3])")
"""The sign of an amount that is taken off."""
ALSO: Final = re.compile(r"(?:\band|\bor|[,;])\s+(?:an?\s+)?(?:further\s+|additional\s+)?$", re.IGNORECASE)
FOR_WHAT: Final = re.compile(r"\s*\)?\s*(?:if|for|where|when|in\s+the\s+(?:event|case)|per)\b", re.IGNORECASE)
"""A further amount of a sentence: "and USD 25 for each …"."""
TICKET: Final = re.compile(r"\b(?:tickets?|incidents?|issues?|requests?|severity|priority|faults?)\b", re.IGNORECASE)
