"""How English says to whom a matter goes next: roles, levels, the words around them, and what is no step of a ladder."""

from __future__ import annotations

import re
from typing import Final

ABOUT: Final = re.compile(r"\bescalat|support (?:tiers?|levels?|lines?)\b|\bhierarchy\b", re.IGNORECASE)
"""Words over a table or list that may be a ladder."""
LADDER: Final = re.compile(
    r"\bescalat\w*\s+(?:paths?|ladder|levels?|order|matrix|contacts?|hierarchy|chain|procedures?|process(?:es)?|points?"
    r"|lists?|steps?|routes?|roles?"
    r"|management|tiers?|sequence|structure|persons?|team)\b|^\W*(?:[\d.]+\s*)?(?:\w+\s+){0,2}escalations?\W*$"
    r"|\bescalated\s+(?:in|as|through|along|via|up)\b|\b(?:order|chain|path|levels?)\s+of\s+escalation\b|\bsupport\s+tiers?\b",
    re.IGNORECASE,
)
"""Words that say that the roles below them are a ladder, in their order."""
NO_LADDER: Final = re.compile(
    r"\b(?:triggers?|criteria|when\s+to|reasons?|situations?|circumstances|information|severity|severities|priority"
    r"|priorities|classification"
    r"|conditions|events)\b",
    re.IGNORECASE,
)
"""Words that say that what stands below them is when matters are escalated, or what classes there are."""
DISPUTE: Final = re.compile(
    r"\b(?:disputes?|disagreements?|controvers\w+|complaints?|grievances?|unresolved\s+(?:issues?|matters?))\b", re.IGNORECASE
)

TITLE: Final = (
    r"(?:techs?|managers?|directors?|presidents?|vps?|svps?|evps?|officers?|c[etifo]os?|cisos?|heads?|leads?|leaders?"
    r"|supervisors?|coordinators?|engineers?|engineering"
    r"|(?:help|service)[\s-]?desks?|executives?|chiefs?|teams?|supports?|specialists?|analysts?|administrators?|principals?"
    r"|partners?|owners?|representatives?"
    r"|technicians?|agents?|operators?|operations|boards?|committees?|sponsors?|contacts?|departments?|management|staff|cent"
    r"(?:er|re)s?|noc|soc|vendors?"
    r"|developers?|secretar(?:y|ies)|chair(?:s|person|man|woman)?|consultants?|advisors?|advisers?|personnel|facilit(?:y|ies)|office)"
)
ROLE: Final = re.compile(rf"\b{TITLE}\b", re.IGNORECASE)
TIER: Final = re.compile(
    r"\b(?:(?:level|tier|line|l|t)[\s-]*(?P<number>[1-5]|one|two|three|four|five|i{1,3})|(?P<ordinal>first|second|third"
    r"|fourth|1st|2nd|3rd|4th)[\s-]+"
    r"(?:level|tier|line))\b",
    re.IGNORECASE,
)
"""A tier of support by its number."""
NO_ROLE: Final = re.compile(
    r"\b(?:courts?|arbitrat\w+|mediat\w+|tribunal|ombuds\w+|adjudicat\w+|expert\s+determination|jurisdiction|litigation"
    r"|judge|priority|severity"
    r"|index|inflation|percent|rates?|fees?|prices?|authority\s+of|police|regulators?|data\s+protection\s+authority"
    r"|conciliat\w+|law|laws)\b|%",
    re.IGNORECASE,
)
"""What a matter may be brought to that is no step of a ladder: courts, mediators, a class of incidents, a price."""

ROLE_HEAD: Final = re.compile(
    r"(?!.*\b(?:phone|telephone|e-?mail|method|number|mobile|fax|hours)\b).*\b(?:roles?|contacts?|persons?|positions?"
    r"|titles?|designations?|owners?|points?|responsib\w+"
    r"|names?|escalated?\s+to|escalate\s+to|functions?|who|party|parties|handled\s+by|authority|management|team|staff|user)\b.*",
    re.IGNORECASE,
)
SIDE_HEAD: Final = re.compile(
    r".*\b(?:provider|supplier|vendor|contractor|company|customer|client|buyer|authority|agency|service\s+provider|user)\b.*", re.IGNORECASE
)
"""A header that names a party: its cells are that party's roles."""
AFTER_HEAD: Final = re.compile(
    r".*\b(?:after|elapsed|time|timing|time\s*frames?|timeframes?|when|within|threshold|duration|trigger|unresolved|period"
    r"|interval|hours)\b.*",
    re.IGNORECASE,
)
METRIC_HEAD: Final = re.compile(
    r"\b(?:response|resol\w+|restor\w+|repair|update|acknowledg\w+|target|sla|fix|support\s+hours|availability)\b", re.IGNORECASE
)
PRIORITY_HEAD: Final = re.compile(r".*\b(?:priority|severity|urgency|impact|class)\b.*", re.IGNORECASE)

GOES_UP: Final = re.compile(r"\b(?:escalat(?:e[sd]?|ing|ions?)|elevat(?:e[sd]?|ing))\b", re.IGNORECASE)
"""Verbs that say by themselves that a matter goes up."""
GOES: Final = re.compile(
    r"\b(?:escalat(?:e[sd]?|ing|ions?)|elevat(?:e[sd]?|ing)|refer(?:red|s|ring)?|pass(?:ed|es)?|submit(?:ted)?|brought"
    r"|raise[sd]?|forward(?:ed)?"
    r"|transferr?(?:ed)?|hand(?:ed)?)\b",
    re.IGNORECASE,
)
"""Verbs that say so in a clause on escalation or disputes."""
CALLS: Final = re.compile(
    r"\b(?:please\s+contact|(?:should|may|can|must|shall|will)\s+(?:then\s+|first\s+)?(?:contact|notify|call|inform|ask"
    r"|consult(?:\s+with)?))\s+(?:(?:the|our|your|their|its|an?)\s+)?(?=[A-Za-z])",
    re.IGNORECASE,
)
TO: Final = re.compile(
    r"\bto\s+(?:the\s+attention\s+of\s+)?(?:the|an?|its|our|their|your|his|her|each\s+party's)?\s*(?=[A-Za-z])", re.IGNORECASE
)
ENDS: Final = re.compile(
    r"[,.;:()\u2192]|\s[-\u2013\u2014]\s|\s(?:if|within|after|before|who|whom|which|that|when|where|whereupon|for\s+"
    r"(?:\w+\s+)?(?:resolution|review|consideration"
    r"|decision|assistance|discussion|settlement|action|determination|help|an?\b|joint)|by|at|in\s+(?:order|accordance"
    r"|writing|the\s+event|an?\s+attempt)|to\s+(?!the\b|an?\b|our\b|your\b|their\b|each\b|all\b)[a-z]+"
    r"|unless|until|on|via|through|immediately|promptly|as|and\s+(?:shall|will|if|then|to|may|must)"
    r"|or\s+(?:if|to)|should|shall|will|must|may|is|are|has|have|then|not\s+later|upon|once|because|during|so|while|without)\b",
    re.IGNORECASE,
)
"""Where the name of a role ends."""
NEGOTIATE: Final = re.compile(
    r"\b(?:negotiat\w+|discussions?|meetings?|consultations?)\s+(?:in\s+good\s+faith\s+)?(?:between|among|by|of)\s+(?:the\s+"
    r"|their\s+|its\s+)?(?:respective\s+)?",
    re.IGNORECASE,
)
MEET: Final = re.compile(
    r"(?:\b(?:the|their|its|each\s+party's|the\s+parties'|respective)\s+)+(?P<role>(?:[\w'-]+\s+){1,6}?)(?:of\s+(?:both|the"
    r"|each)\s+part(?:y|ies)\s+)?"
    r"(?:shall|will|must)\s+(?:then\s+|promptly\s+|first\s+|use\s+\w+\s+\w+\s+to\s+)?(?:meet|confer|negotiate|attempt|try"
    r"|discuss|endeavou?r)\b",
    re.IGNORECASE,
)
ARROW: Final = re.compile(r"\s*(?:\u2192|->|=>|\u00bb|\u25ba|\u27a1)\s*")
UNRESOLVED: Final = re.compile(
    r"\b(?:within|after|for\s+(?:more\s+than|longer\s+than|over)|exceed\w*|more\s+than|longer\s+than|in|every)\s", re.IGNORECASE
)
INLINE: Final = re.compile(
    r"(?:^|[;:,.]\s*(?:and\s+)?)(?P<level>(?:Level|Tier|Step|Stage|L)\s*[1-6])\s*(?:\((?P<note>[^)]*)\)\s*)?"
    r"[:\u2014\u2013-]\s*(?P<role>[A-Za-z][^;:.]*)",
    re.IGNORECASE,
)
"""A level in the middle of a sentence, with its role."""
NTH: Final = re.compile(r"\W*(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:escalation|contact|point)\b", re.IGNORECASE)
NOTE: Final = re.compile(r"\s*[(,;-]?\s*(?:after\s+|within\s+)?\d[^)]*\)?\s*$")
"""A time behind a role in a cell: "Team Lead (30 min)"."""
TITLE_HEAD: Final = re.compile(r"\b(?:roles?|titles?|designations?|positions?|functions?)\b", re.IGNORECASE)
_NTH: Final = r"(?:first|second|third|1st|2nd|3rd)[\s-](?:line|level|tier)|(?:level|tier|line)[\s-](?:[1-4]|one|two|three|four)"
_NTH_TIER: Final = rf"(?P<tier>{_NTH})(?:\s+\w+)?\s+support"
PROVIDED_BY: Final = re.compile(
    rf"\b{_NTH_TIER}(?:\s+services?)?\s+(?:is|are|shall\s+be|will\s+be)\s+(?:provided|performed|handled|delivered)\s+by\s+(?:the\s+)?"
    r"(?P<role>[^.,;:()]{3,60})",
    re.IGNORECASE,
)
PROVIDES: Final = re.compile(
    rf"(?:^|[.;:,]\s+|\b(?:and|while|the)\s+)(?P<role>(?-i:[A-Z])[\w&' -]{{1,40}}?)\s+(?:shall|will|is|are|must)\s+(?:be\s+)?"
    rf"(?:responsible\s+for\s+)?"
    rf"(?:provid\w+\s+)?(?:all\s+|the\s+)?{_NTH_TIER}\b",
    re.IGNORECASE,
)
"""Who gives a tier of support."""
SENTENCE: Final = re.compile(r"\b(?:shall|will|must|should|may|can|is|are|has|have|please|provides?|means?)\b", re.IGNORECASE)
NAME: Final = re.compile(r"[A-Z][\w&'-]+(?:\s+(?:(?:of|and|&)\s+)?[A-Z][\w&'.-]*){0,4}")
CLASS: Final = re.compile(
    r"\b(?P<label>critical|urgent|emergency|severe|major|high)(?:[\s-]+(?:level|priority|severity))?\s+(?:\w+\s+)?"
    r"(?:issues?|incidents?|problems?|requests?|tickets?|outages?|cases?)\b",
    re.IGNORECASE,
)
"""A class of incidents with a word between it and what it is a class of: "critical security issues"."""
