"""Words beside which a figure is no service level: fees, terms, notices, claims, examples, the customer's own duties."""

from __future__ import annotations

import re
from typing import Final

SECTION: Final = re.compile(
    r"\b(?:fees?|payments?|pricing|prices|invoic\w+|billing|charges|taxes|insurance|confidential\w*|indemn\w*|liabilit\w+"
    r"|governing\s+law|dispute\w*|arbitration|arbitrat\w+|jurisdiction|term\s+and\s+termination"
    r"|terminat\w+|terms?\s+of\s+(?:the\s+)?agreement|duration|renewal|force\s+majeure|assignment|intellectual\s+property|exclusions?"
    r"|definitions|glossary|examples?|disclaimers?|notices?(?!\s+of\s+maint)"
    r"|claims?|claiming|exit|transition|(?:customer|client|user|your|licensee|subscriber)(?:'?s)?'?\s+(?:obligations?|responsibilit\w+"
    r"|duties)|acceptance|delivery\s+schedule|milestones?|audit\w*|records)\b"
    r"|^(?:the\s+)?(?:initial\s+)?term\b|^background|^recitals|^whereas",
    re.IGNORECASE,
)
"""Headings of sections whose figures are no service levels."""

REMEDY: Final = re.compile(
    r"\b(?:credits?|penalt\w+|remed\w+|refunds?|compensation|rebates?|liquidated|deductions?|bonus\w*|chronic)\b", re.IGNORECASE
)
"""Headings under which figures are credits and their bands."""

CUSTOMER: Final = re.compile(
    r"(?:^|[.;:]\s+|,\s+)(?:\(?[a-z0-9]{1,3}[.)]\s*)?(?:if\s[^,]*,\s*)?(?:the\s+|each\s+|an?\s+)?(?:customers?|clients?|users?"
    r"|subscribers?|licensees?|you|buyers?|tenants?|requesters?|end\s+users?|account\s+holders?|residents?)\s+"
    r"(?:\(?[\w\s,]{0,20}\)?\s*)?(?:shall|must|will|agrees?|may|should|can|is\s+(?:required|obliged|responsible)|are\s+(?:required"
    r"|obliged|responsible|asked|expected)|has\s+to|have\s+to|needs?\s+to)\b(?!\s+be\s+(?:able|notified|"
    r"informed|given|told|advised|contacted|provided))(?!\s+(?:receive|expect|have\s+access|get\b))"
    r"|\bby\s+the\s+(?:customer|client|user)\s+within\b|\b(?:customer|client|you)\s+(?:has|have|had)\s+\d",
    re.IGNORECASE,
)
"""A duty of the customer."""

COMMERCIAL: Final = re.compile(
    r"\b(?:invoice\w*|pay(?:s|able|ment|ments)?|paid|interest|overdue|late\s+fee|deposit|purchase\s+price|renew\w*|terminat\w+|expir\w+"
    r"|effective\s+date|initial\s+term|cure[ds]?|curing|remed(?:y|ied)\s+(?:the|such|any)\s+(?:material\s+)?breach"
    r"|breach\s+of\s+(?:this|the)\s+agreement|claim(?:s|ed)?\b|dispute\w*|arbitrat\w+|mediat\w+|negotiat\w+|lawsuit|statut\w+|indemn\w+"
    r"|insur\w+|liabilit\w+|confidential\w*|survive\w*|surviv\w+|accept(?:ance)?\s+(?:period|test\w*)"
    r"|deemed\s+(?:accepted|received|given)|notice\s+(?:of\s+)?terminat\w+|force\s+majeure|audits?|warranty\s+period|cancel\w*"
    r"|suspen\w+|price\s+(?:increase|change|review)\w*|eligib\w+|(?:chang\w+|modif\w+|amend\w+)\s+(?:to|of|in)?\s*(?:the\s+|this\s+"
    r"|these\s+|any\s+)?(?:terms|agreement|sla\b|polic\w+|prices?|fees?)|assign\w*\s+(?:this|its)|trial|discount\w*|"
    r"wind[- ]?down|sunset|experience|salary|overtime|chronic)",
    re.IGNORECASE,
)
"""A commercial or legal matter: its time limits are no service levels."""

REFUND: Final = re.compile(r"\b(?:service\s+credits?|credited|refund\w*|compensat\w+|rebates?)\b", re.IGNORECASE)

EXAMPLE: Final = re.compile(
    r"\b(?:for\s+example|e\.\s?g\.|for\s+instance\b|examples?:|by\s+way\s+of\s+(?:example|illustration)|hypothetical\w*|assum(?:e|ing)"
    r"|would\s+(?:be|mean)|illustrat\w+)",
    re.IGNORECASE,
)

DEFINITION: Final = re.compile(
    r"^\W*(?:[\"'“][^\"'”]{2,60}[\"'”]|[A-Z][\w\s/()-]{2,50}?)\s+(?:means?|shall\s+mean|has\s+the\s+meaning|refers?\s+to"
    r"|is\s+defined\s+as|are\s+defined\s+as|is\s+calculated|are\s+calculated)\b"
)

FEE_SHARE: Final = re.compile(
    r"\s*\)?\s*(?:of|off|from|on|discount|reduction|credit|refund|increase|penalty|rebate|bonus)\b(?:\s+(?:the|its|that|your|such|any|a"
    r"|total|then[- ]current|applicable|then|current|customer'?s?|client'?s?|\w+'s|pre-paid|pro[- ]?rata|prorated|overall))*"
    r"(?:\s+\w+){0,3}?\s+(?:fees?|charges?|invoices?|price|bill|amounts?|payments?|subscription|cost|rate|spend|contract\s+value"
    r"|credits?)\b|\s*(?:service\s+)?(?:credit|refund|discount|rebate|penalty|reduction|fee)\b",
    re.IGNORECASE,
)
"""What follows a percentage that is a share of money."""

NON_BINDING: Final = re.compile(
    r"\bnon-?binding|ultimate\s+aim|not\s+(?:a\s+)?(?:guaranteed|guarantee|binding|committed)|no\s+(?:guarantee|commitment|sla)\b"
    r"|without\s+(?:any\s+)?(?:guarantee|commitment)",
    re.IGNORECASE,
)

PLACEHOLDER: Final = re.compile(r"\[\*+\]|_{3,}|\bTBD\b|\bTBC\b|\[\s*[•●x]+\s*\]|<[^>]*insert[^>]*>", re.IGNORECASE)

MAINTENANCE: Final = re.compile(
    r"\b(?:maintenance|downtimes?|outages?|upgrades?|planned\s+work|scheduled\s+work|interruptions?|service\s+window|patching"
    r"|change\s+(?:in|to)\s+the\s+(?:\w+\s+)?(?:service|system|version|software)|deployments?|suspension|service\s+affecting)\b",
    re.IGNORECASE,
)
AHEAD: Final = re.compile(
    r"\b(?:notice|advance\w*|prior\s+(?:to|written|notif)|before(?:hand)?|ahead|warning|lead\s+time|notification|pre-?announce\w*"
    r"|in\s+advance)\b",
    re.IGNORECASE,
)
EVENT: Final = re.compile(
    r"\b(?:breach\w*|incidents?|outages?|failures?|unavailab\w+|disrupt\w+|interruptions?|events?|vulnerabilit\w+|problems?|downtime"
    r"|impact\w*|security|fault\w*|compromise\w*|anomal\w+|emergenc\w+|intrusion\w*|loss)\b",
    re.IGNORECASE,
)
DURATION_OF: Final = re.compile(
    r"\b(?:period|periods|term|window|duration|interval|intervals)\s+(?:of|lasting|exceeding|longer\s+than)\s+(?:at\s+least\s+"
    r"|more\s+than\s+|up\s+to\s+|not\s+less\s+than\s+)?$"
    r"|\b(?:pilot|trial|agreement|contract|phase|term|period)\b[^.;]{0,40}\b(?:lasts?|runs?|continues?)\s+(?:for\s+)?$",
    re.IGNORECASE,
)
"""Words before a length of time that say how long something is, not how soon something happens."""
CLAIMS: Final = re.compile(
    r"\bwithin\b.{0,40}\b(?:of|after|from|following)\s+(?:the\s+)?(?:end|last\s+day|close|receipt\s+of\s+(?:the\s+)?invoice"
    r"|date\s+of\s+(?:the\s+)?(?:invoice|notice))",
    re.IGNORECASE,
)
