"""How priorities are written: "P1", "Severity 1 (Critical)", "Priority Level One", "Sev A", "Code red", "Critical"."""

from __future__ import annotations

import re
from typing import Final

_SPELLED: Final = "one|two|three|four|five|six|zero"
_RANK: Final = rf"(?:\d|(?-i:[A-F])|(?-i:I{{1,3}}|IV|VI?)|{_SPELLED})"
_DEGREE: Final = r"(?:(?:very|most|less|least|non|mission|business|safety|top)[\s-]{1,2}|non)?"
_NAME: Final = (
    rf"(?:{_DEGREE}(?:critical|urgent|emergency)|extreme|blocker|blocking|show[\s-]?stopper|catastrophic|fatal|severe|serious|high(?:est)?|major"
    r"|significant|important|elevated|medium|moderate|normal|standard|minor|low(?:est)?|cosmetic|trivial|informational|routine|planning"
    r"|very\s+high|very\s+low)"
)
_CLASS: Final = (
    r"(?:severit(?:y|ies)|sev\.?|priorit(?:y|ies)|prio\.?|pri\.?|urgency|impact|incident|class|category|(?:defect|fault|error|issue|problem|ticket|call"
    r"|failure)\s+(?:class|category|level|type|grade))"
)
_LEVEL: Final = r"(?:(?:level|class|code|no\.?|number|rating|category|grade)s?)"
_WORK: Final = (
    r"incidents?|issues?|errors?|requests?|problems?|cases?|faults?|tickets?|defects?|bugs?|events?|calls?|vulnerabilit(?:y|ies)|failures?|alerts?"
    r"|outages?|inquiries|enquiries|inquiry|queries|questions|matters|situations?|disruptions?|breakdowns?|malfunctions?|anomal(?:y|ies)"
    r"|deficienc(?:y|ies)|repairs?|call-?outs?|jobs?|work\s+orders?|incident\s+reports?"
)
_NOUN: Final = (
    rf"(?:(?:[- ]?(?:priority|severity|impact|urgency))?\s{{0,3}}(?:(?:support|service|maintenance|security|user|reactive)\s+)?(?:{_WORK}"
    rf"|severity|priority))"
)
_CODE: Final = r"(?:(?-i:[PS])-?\s?\d|SEV-?\s?\d|PRIO-?\s?\d|p\d)(?!\.\d)"
_RANKED: Final = (
    rf"(?:{_CLASS}\s{{0,3}}{_LEVEL}?\s{{0,3}}[-#:=]?\s{{0,3}}{_RANK}|level\s+(?:\d|{_SPELLED})(?=\s{{0,3}}(?:[-:(\u2013\u2014]|$))"
    rf"|(?:level|tier|grade|type|band)\s+(?:\d|(?-i:[A-E])|{_SPELLED})(?=\s{{1,3}}(?:{_WORK})\b)"
    rf"|code\s+(?:red|amber|orange|yellow|green|blue|black))(?!\.\d)(?![%\w])"
)
_TAIL: Final = (
    rf"(?:\s{{0,3}}[(\[](?!\d+\s*(?:h|m|d|s|%))[A-Za-z][^()\[\]\d:;]{{1,60}}[)\]]|\s{{0,3}}[(\[]{_CODE}[)\]]"
    rf"|\s{{0,3}}[-\u2013\u2014:/,]?\s{{0,3}}{_NAME}\b(?:\s+impact)?){{0,4}}"
)

SIGNALS: Final = frozenset({
    "severity", "severities", "sev", "sev.", "priority", "priorities", "prio", "prio.", "pri", "pri.", "urgency", "impact", "incident",
    "class", "category", "defect", "fault", "error", "issue", "problem", "ticket", "call", "failure", "level", "tier", "grade", "type",
    "band", "code", "p", "s", "very", "most", "less", "least", "non", "mission", "business", "safety", "top", "critical", "urgent",
    "emergency", "noncritical", "nonurgent", "nonemergency", "extreme", "blocker", "blocking", "show", "showstopper", "catastrophic",
    "fatal", "severe", "serious", "high", "highest", "major", "significant", "important", "elevated", "medium", "moderate", "normal",
    "standard", "minor", "low", "lowest", "cosmetic", "trivial", "informational", "routine", "planning",
})  # fmt: skip
"""The words that a class begins with; a text that has none of them, and no code such as "P1", names no class."""

RANKED: Final = re.compile(rf"(?<![\w.-])(?:{_CODE}|{_RANKED})(?!\w){_TAIL}", re.IGNORECASE)
"""A class with a number or letter, with the name behind it."""

NAMED: Final = re.compile(
    rf"(?<![\w-]){_NAME}(?:\s{{0,3}}[(\[](?:{_CODE}|{_RANKED})[)\]]|\s{{0,3}}[-/]\s{{0,3}}(?:{_CODE}|{_RANKED}))"
    rf"|(?<![\w-]){_NAME}(?=\s{{0,3}}[-\u2013\u2014:=]\s{{0,3}}(?:\d|within\b|<|\u2264|(?:one|two|three|four|five|next)\s))"
    rf"|(?<![\w-])(?P<name>{_NAME})(?:\s+(?:or|and)\s+{_NAME})?(?=[- ]{{0,3}}{_NOUN}\b)"
    rf"(?:[- ](?:priority|severity)\b(?!\s{{0,3}}\())?(?:\s{{0,3}}\((?P<gloss>[A-Za-z][^()\d]{{2,50}})\))?",
    re.IGNORECASE,
)
"""A class by its name, which has to stand before a word for incidents or beside its number."""

FURTHER: Final = re.compile(
    rf"\s{{0,3}}(?:,\s{{0,3}}(?:and|or)|,|and|or|&|/|\+|-|\u2013|to|through)\s{{0,3}}"
    rf"(?P<rank>\d|(?-i:[A-F])\b|{_SPELLED})(?![\w.%])(?!\s{{0,3}}\(?\d?\d?\)?\s{{0,3}}-?\s?(?:business|working|calendar|support|clock|h\b|hrs?\b|hours?|min|days?\b"
    r"|seconds?|sec|weeks?|months?|d\b|m\b|%|per\s?cent))",
    re.IGNORECASE,
)
"""A further rank of a class that is named once: "Severity 1 and 2"."""
THROUGH: Final = re.compile(r"-|\u2013|\bto\b|\bthrough\b", re.IGNORECASE)

ALONE: Final = re.compile(
    rf"\W{{0,5}}(?:{_NAME}|{_CODE}|{_RANKED}|{_RANK})\b"
    rf"(?:\W{{0,5}}(?:{_NAME}|{_CODE}|{_RANKED}|level|priority|severity|impact|issues?|incidents?|requests?)\b){{0,8}}\W{{0,5}}",
    re.IGNORECASE,
)
"""A cell, list label or heading that says nothing but a class."""

LEADING: Final = re.compile(
    rf"\W{{0,5}}(?P<label>{_NAME})(?=\s{{0,3}}[:=(\u2022]|\s+[-\u2013\u2014]\s|\s{{0,3}}\u2013\s{{0,3}}\d|\s+within\b)(?:\s{{0,3}}\((?P<gloss>[^()]{{2,60}})\))?",
    re.IGNORECASE,
)
"""A class name that leads a line: "High - 7 days", "Critical: 1 hour"."""

SINGLE: Final = re.compile(
    rf"\W{{0,5}}(?P<label>{_DEGREE}(?:critical|urgent|emergency)|high|medium|low|major|minor|severe|very\s+high|very\s+low|blocker|show[\s-]?stopper)\W{{0,5}}",
    re.IGNORECASE,
)
"""A class name that is a whole heading or label."""

DEFAULT: Final = re.compile(r"\ball\s+other\s+(?:issues|incidents|requests)\b", re.IGNORECASE)
