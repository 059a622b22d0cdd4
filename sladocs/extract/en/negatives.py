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
    r"|duties)|(?:improvement|remedia\w+|rectification|corrective)\s+(?:action\s+)?plans?|acceptance|delivery\s+schedule|milestones?"
    r"|audit\w*|records)\b"
    r"|^(?:the\s+)?(?:initial\s+)?term\b|^background|^recitals|^whereas",
    re.IGNORECASE,
)
"""Headings of sections whose figures are no service levels."""

REMEDY: Final = re.compile(
    r"\b(?:credits?|penalt\w+|remed\w+|refunds?|compensation|rebates?|liquidated|deductions?|bonus\w*|malus|fall\s+short"
    r"|if\s+we\s+(?:miss|slip|fail)|make\s+good|free\s+days|chronic)\b",
    re.IGNORECASE,
)
"""Headings under which figures are credits and their bands."""

CUSTOMER: Final = re.compile(
    r"(?:^|[.;:]\s+|,\s+)(?:\(?[a-z0-9]{1,3}[.)]\s*)?(?:if\s[^,]*,\s*)?(?:the\s+|each\s+|an?\s+)?(?:customers?|clients?|users?"
    r"|subscribers?|licensees?|you|buyers?|tenants?|requesters?|end\s+users?|account\s+holders?|residents?)\s+"
    r"(?:\([\w\s,]{0,30}\)\s*)?(?:shall|must|will|agrees?|may|should|can|is\s+(?:required|obliged|responsible)|are\s+(?:required"
    r"|obliged|responsible|asked|expected)|has\s+to|have\s+to|needs?\s+to)\b(?!\s+be\s+(?!required|responsible|obliged|liable"
    r"|invoiced|charged|billed))"
    r"(?!\s+(?:not\s+)?(?:receive|experience|expect|see|suffer|have\s+access|get\b))"
    r"|\b(?:be\s+)?(?:reported|submitted|notified|claimed|raised|addressed|made\s+known)\s+(?:in\s+writing\s+)?(?:to|with)\s+(?:us"
    r"|(?:the\s+)?(?:provider|supplier|vendor"
    r"|company|contractor|host|carrier|licensor))\b"
    r"|\bwhat\s+we\s+(?:ask|expect)\s+of\s+you\b|\b(?:if|where|provided|unless)\s+(?:that\s+)?(?:the\s+)?(?:you|customers?"
    r"|clients?)\s+(?:report|claim|ask|request|notif|cancel|order)\w*\b[^,;]*$|(?:^|[.;:]\s+)(?:the\s+)?(?:customers?|clients?"
    r"|buyers?)\s+(?:promptly\s+)?(?:sends?|approves?|provides?|supplies|supply|reports?|notifies|pays?|returns?|gives?|submits?"
    r"|claims?|confirms?|collects?)\b|\bby\s+the\s+(?:customer|client|user)\s+within\b|\b(?:customer|client|you)\s+(?:has|have|had)\s+\d",
    re.IGNORECASE,
)
"""A duty of the customer."""

COMMERCIAL: Final = re.compile(
    r"\b(?:invoice\w*|pay(?:s|able|ment|ments|ing)?\b|paid\b|interest\b|overdue|late\s+fee|deposit|purchase\s+price|renew\w*"
    r"|terminat\w+|expir\w+"
    r"|effective\s+date|initial\s+term|cure[ds]?|curing|remed(?:y|ied)\s+(?:the|such|any)\s+(?:material\s+)?breach"
    r"|breach\s+of\s+(?:this|the)\s+agreement|claim(?:s|ed)?\b|dispute\w*|arbitrat\w+|mediat\w+|negotiat\w+|lawsuit|statut\w+|indemn\w+"
    r"|insur\w+|liabilit\w+|confidential\w*|survive\w*|surviv\w+|accept(?:ance)?\s+(?:period|test\w*)"
    r"|deemed\s+(?:accepted|received|given)|notice\s+(?:of\s+)?terminat\w+|force\s+majeure|audits?|warrant(?:y|ies)|cancel\w*"
    r"|suspen\w+|price\s+(?:increase|change|review)\w*|eligib\w+|(?:chang\w+|modif\w+|amend\w+)\s+(?:to|of|in)?\s*(?:the\s+|this\s+"
    r"|these\s+|any\s+)?(?:terms|agreement|sla\b|polic\w+|prices?|fees?)|assign\w*\s+(?:this|its)|trial|discount\w*|"
    r"wind[- ]?down|sunset|years?\W+(?:of\s+)?experience|salary|overtime|chronic)",
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
    r"^\W*(?:[\"'“][^\"'”]{2,60}[\"'”]|[A-Z][\w\s/()-]{2,50}?)\s+(?:means|mean(?!\s+time)|shall\s+mean|has\s+the\s+meaning|refers?\s+to"
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
    r"\b(?:maintenance|downtimes?|outages?|upgrades?|(?:planned|scheduled|engineering)\s+works?|interruptions?|service\s+window|patching"
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
    r"\b(?:sessions?|training|courses?|effort|assistance)\s*(?:of|\()\s*$|\b(?:after|lasted|lasts|lasting|(?:every|each|per|further"
    r"|additional)\s+full|adds?)\s+(?:the\s+)?$|\b(?:until|till"
    r"|(?<!not )outside(?:\s+of)?)\s+(?:the\s+)?$|\b(?:period|periods|term|window|duration|interval|intervals)\s+(?:of"
    r"|lasting|exceeding|longer\s+than)\s+(?:at\s+least\s+"
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

LEGAL: Final = re.compile(
    r"\b(?:breach(?:es)?\s+(?:of|is|has|or|by)|in\s+breach|material(?:ly)?\s+breach\w*|defaults?|defaulting|escrow|approv(?:al|ed?)"
    r"|disapprov\w+|consent|dispute\w*|arbitrat\w+"
    r"|written\s+notice\s+(?:to|of|from|specifying)|deemed|royalt\w+|purchase\s+orders?|forecast\w*|bankrupt\w*|insolven\w+"
    r"|attorneys?|counsel"
    r"|shall\s+have\s+[\w\s()-]{1,20}\bdays|court|subpoena|certified\s+mail|courier|overnight\s+carrier|facsimile|shipment|title\s+to"
    r"|warrants?|warranty"
    r"|calendar\s+quarter|effective\s+date"
    r"|expiration|expiry|terminat\w+|records\s+relating|copyright\w*|trademarks?|licens(?:e|es|ing)\s+(?:fees?|grant)|audit\w*"
    r"|payments?|invoic\w+)\b",
    re.IGNORECASE,
)
"""Words of contract law and trade, beside which a time limit outside of sections on service is none of the service."""
STRETCH_AFTER: Final = re.compile(
    r"['\u2019]?[\s-]*(?:period|term|window|trial|phase|pilot|rolling|old|(?:[a-z]+\s+)?(?:business|working)\s+(?:day|week)\b"
    r"|of\s+(?:service|experience|the\s+term))\b",
    re.IGNORECASE,
)
"""Words behind a length of time that make it a stretch: "a 30-day period"."""
STRETCH_BEFORE: Final = re.compile(
    r"\b(?:the\s+first|the\s+initial|the\s+last|the\s+final|past|previous|preceding|remaining|another|additional|further|subsequent"
    r"|for\s+the\s+next|over\s+the\s+next|during\s+the\s+next|older\s+than|aged)\s*(?:\(?\w+\)?\s*)?$",
    re.IGNORECASE,
)
"""Words before a length of time that make it a stretch: "the first 30 days"."""
FOR: Final = re.compile(r"\bfor\s+(?:up\s+to\s+|at\s+least\s+|a\s+(?:maximum\s+)?(?:period\s+)?of\s+)?$", re.IGNORECASE)
"""Words before a length of time that say how long something goes on."""
ANOTHERS: Final = re.compile(
    r"\bas\s+per\s+the\s+service\s+level\s+agreements?\s+(?:for|of)\b|\b(?:as\s+per|under|per|in|by)\s+(?:their"
    r"|its)\s+(?:own\s+)?(?:slas?|service\s+levels?)\b"
    r"|\b(?:third[- ]part(?:y|ies)|upstream|underlying)\b[^.;]{0,60}\b(?:promises?|guarantees?|commits?|offers?)\b",
    re.IGNORECASE,
)
"""What another supplier promises."""
AFTER_END: Final = re.compile(
    r"\s*(?:after|of|following|from)\s+(?:the\s+)?(?:(?:date|effective\s+date|end)\s+of\s+)?(?:(?:this"
    r"|the)\s+)?(?:end\s+of\s+(?:the\s+|this\s+)?(?:agreement|contract|term|services?)"
    r"|expir\w+|terminat\w+|cancell?ation|invoice|signature|effective\s+date|award|(?:receipt\s+of\s+)?(?:the\s+)?contract\s+award)\b",
    re.IGNORECASE,
)
"""Events of the contract itself, from which no service's clock runs."""
MEETING: Final = re.compile(
    r"\b(?:agendas?|quorum|(?:the|draft|final|agreed|written|signed|its|their)\s+minutes(?!\s+(?:of\s+)?(?:downtime|delay|outage|unavail))"
    r"|meeting\s+(?:minutes|notes|papers)|(?:minutes|notes|papers|actions?)\s+(?:of|from|for)\s+(?:the|each|every|all|any|its)\s+"
    r"(?:[\w-]+\s+){0,2}?meetings?|(?:convene[sd]?|calls?|called|holds?|held)\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,2}?meetings?"
    r"|meetings?\s+(?:\w+\s+){0,2}?(?:convened|called|held))\b",
    re.IGNORECASE,
)
"""Words of a meeting that is held, and of its papers, whose dates are no service."""
FROM_MEETING: Final = re.compile(
    r"\s*(?:of|after|from|following|before|prior\s+to)\s+(?:the|each|every|any|an?|such|that|its)\s+(?:[\w-]+\s+){0,2}?meetings?\b",
    re.IGNORECASE,
)
"""What follows a time that runs from a meeting."""
LEFT_OUT: Final = re.compile(
    r"\b(?:(?:will|shall|are|is|do|does)\s+not\s+(?:be\s+)?(?:count|include)(?:ed|d|s)?|(?:are|is|be)\s+(?:excluded|left\s+out"
    r"|disregarded|ignored))\b",
    re.IGNORECASE,
)
"""Words behind a figure that leave out of account what it describes."""
UNRESOLVED: Final = re.compile(
    r"\s*,?\s*(?:if|when|where)\s+(?:still\s+|not\s+)?(?:unresolved|unanswered|resolved|open"
    r"|not)\b",
    re.IGNORECASE,
)
"""What follows a time after which an open matter is passed on."""
ORDERS: Final = re.compile(r"\b(?:requests?|orders?|jobs?|works?|chang(?:es?|ing)|repairs?|deliver\w+|provision\w+)\b", re.IGNORECASE)
"""Words of work that is ordered, whose time is that of its delivery, not of a response."""
STAGE: Final = re.compile(r"\b(?:phase|stage|milestone|sprint|go-?live|kick-?off|roll-?out|project\s+plan)\b", re.IGNORECASE)
"""Words of a project, whose stages are no service."""
NOT_BEFORE: Final = re.compile(r"\b(?:not|never|no|nor|without)\b[^.;:,]{0,60}$", re.IGNORECASE)
"""A negation before a comparator, which turns it round."""
SAME_AS: Final = re.compile(r"[(=\u2248~]|equal|i\.e\.|that\s+is|equivalent|approx|about|which\s+(?:is|means)")
"""Words that say that what follows repeats what stands before."""
NOTICE_BEHIND: Final = re.compile(r"['\u2019]?\s*(?:prior\s+|advance\s+)?(?:written\s+)?(?:notice|experience)\b", re.IGNORECASE)
UPKEEP: Final = re.compile(
    r"\b(?:definitions?|signatures?|(?:anti-?)?virus\w*|firmware|patch(?:es|ed|ing)?|database|inventory|documentation|content"
    r"|calendar|list|polic\w+|website|software\s+updates?)\b",
    re.IGNORECASE,
)
"""What is updated without telling anybody of progress."""
PERHAPS: Final = re.compile(
    r"\b(?:may|might|could|typically|usually|often|commonly|generally|normally|sometimes)\b[^.;]{0,80}$", re.IGNORECASE
)
"""Words that tell what happens, not what is promised."""
FAILING: Final = re.compile(
    r"\b(?:if|where|when|unless|in\s+(?:the\s+)?(?:\w+\s+)?event|whenever)\b[^.;]{0,120}\b(?:not|fails?|failed|failing|failure|unable"
    r"|cannot"
    r"|exceeds?|exceeded|falls?|misse[sd])\b(?:(?!,|\b(?:will|shall|must)\b)[^.;]){0,100}$"
    r"|\b(?:fails?|failed|failing|failure|unable)\s+to\b(?:(?!,|\b(?:will|shall|must)\b)[^.;]){0,100}$"
    r"|\bnot\s+(?:\w+ed|met|sent|given|made|done)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
"""Words of a condition that a promise is missed: it repeats a promise, and is none by itself."""
PAST: Final = re.compile(
    r"\b(?:has|have)\s+(?:achieved|maintained|averaged|been)\b|\b(?:historically|last\s+year|was|were)\b", re.IGNORECASE
)
"""Words that report what was."""
OPEN: Final = re.compile(
    r"[\s-]*(?:[\w-]+\s+){0,2}?(?:support|cover\w*|service|monitoring|help\s?desk|access|operations?|assistance|emergency|hotline"
    r"|phone|on-?call|surveillance|basis|window)\b",
    re.IGNORECASE,
)
"""What follows "24 hour" where it says how long something is open."""
PROMISING: Final = re.compile(
    r"\b(?:shall|will|must|guarantees?|guaranteed|warrants?|commits?|committed|undertakes?|ensures?|agrees?|promises?|is\s+to"
    r"|are\s+to|maintains?|targets?|aims?)\b",
    re.IGNORECASE,
)
"""Words that promise."""
EFFORT: Final = re.compile(r"\b(?:efforts?|endeavou?rs?|aims?|targets?|strives?|intends?|goals?|objectives?|expects?)\b", re.IGNORECASE)
"""Words that promise to try."""
