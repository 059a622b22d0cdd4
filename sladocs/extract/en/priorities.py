"""How priorities are written: "P1", "Severity 1 (Critical)", "Priority Level One", "Critical"."""

from __future__ import annotations

import re
from typing import Final

_RANK: Final = r"(?:\d|[A-E]|I{1,3}|IV|V|one|two|three|four|five|zero)"
_NAME: Final = (
    r"(?:critical|urgent|emergency|blocker|fatal|severe|serious|high(?:est)?|major|significant|elevated|medium|moderate|normal|standard|minor"
    r"|low(?:est)?|cosmetic|trivial|informational|routine|planning|non-?critical|very\s+high|very\s+low)"
)
_CLASS: Final = r"(?:severity|sev|priority|prio|urgency|impact|incident|class|category|defect\s+class|fault\s+class)"
_NOUN: Final = (
    r"(?:(?:[- ]?(?:priority|severity|impact|urgency))?\s*(?:incidents?|issues?|errors?|requests?|problems?|cases?|faults?|tickets?"
    r"|defects?|bugs?|events?|calls?|vulnerabilit(?:y|ies)|severity|priority|failures?|alerts?|outages?|service\s+requests?|support\s+requests?|inquiries))"
)
_CODE: Final = r"(?:P-?\s?\d|S-?\d|SEV-?\s?\d|PRIO-?\s?\d)(?!\.\d)"
_RANKED: Final = rf"(?:{_CLASS}\s*(?:level|class|code|no\.?|number)?\s*[-#:]?\s*{_RANK}|level\s+\d(?=\s*(?:[-\u2013\u2014:(]|$)))(?!\.\d)(?![%\w])"
_TAIL: Final = (
    rf"(?:\s*[(\[](?!\d+\s*(?:h|m|d|s|%))[A-Za-z][^()\[\]\d:;]{{1,60}}[)\]]|\s*[(\[]{_CODE}[)\]]"
    rf"|\s*[-\u2013\u2014:/,]?\s*{_NAME}\b(?:\s+impact)?|\s*[-\u2013\u2014]\s*{_NAME}\b)*"
)

RANKED: Final = re.compile(rf"(?<![\w.-])(?:{_CODE}|{_RANKED})(?!\w){_TAIL}", re.IGNORECASE)
"""A class with a number or letter, with the name behind it."""

NAMED: Final = re.compile(
    rf"(?<![\w-]){_NAME}(?:\s*[(\[](?:{_CODE}|{_RANKED})[)\]]|\s*[-/]\s*(?:{_CODE}|{_RANKED}))"
    rf"|(?<![\w-]){_NAME}(?=\s*[-\u2013\u2014:=]\s*(?:\d|within\b|<|\u2264|(?:one|two|three|four|five|next)\s))"
    rf"|(?<![\w-])(?P<name>{_NAME})(?:\s+(?:or|and)\s+{_NAME})?(?=[- ]*{_NOUN}\b)"
    rf"(?:[- ](?:priority|severity)\b(?!\s*\())?(?:\s*\((?P<gloss>[A-Za-z][^()\d]{{2,50}})\))?",
    re.IGNORECASE,
)
"""A class by its name, which has to stand before a word for incidents or beside its number."""

ALONE: Final = re.compile(
    rf"\W*(?:{_NAME}|{_CODE}|{_RANKED}|{_RANK})\b"
    rf"(?:\W*(?:{_NAME}|{_CODE}|{_RANKED}|level|priority|severity|impact|issues?|incidents?|requests?)\b)*\W*",
    re.IGNORECASE,
)
"""A cell, list label or heading that says nothing but a class."""

LEADING: Final = re.compile(
    rf"\W*(?P<label>{_NAME})(?=\s*[:=(\u2022]|\s+[-\u2013\u2014]\s|\s*\u2013\s*\d|\s+within\b)(?:\s*\((?P<gloss>[^()]{{2,60}})\))?", re.IGNORECASE
)
"""A class name that leads a line: "High - 7 days", "Critical: 1 hour"."""

SINGLE: Final = re.compile(
    r"\W*(?P<label>critical|high|medium|low|urgent|major|minor|severe|emergency|very\s+high|very\s+low)\W*", re.IGNORECASE
)
"""A class name that is a whole heading or label."""

DEFAULT: Final = re.compile(r"\ball\s+other\s+(?:issues|incidents|requests)\b", re.IGNORECASE)
