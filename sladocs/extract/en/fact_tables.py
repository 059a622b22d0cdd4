"""The header words of tables that hold facts (parties, services, calendars, escalation, reports), and the words of their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sladocs.extract.columns import TableForm
from sladocs.model.agreement import Frequency, Package, Role


def _columns(**words: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in words.items()}


_FIGURES: Final = re.compile(
    r"\b(?:target|uptime|availability|sla|slo|kpi|response|resol\w+|restor\w+|fix"
    r"|credits?|penalt\w+|metric|threshold|objective|measure\w*|performance|"
    r"time|hours?|minutes?|days?|update\w*|attainment|percent\w*|refund|fees?|price|cost|charges?|rate)\b|%"
)
"""Header words of columns that hold service levels or sums: such a table is not read for names alone."""

PARTIES: Final = TableForm(
    _columns(
        role=r"role|party|capacity|role of (?:the )?party",
        name=r"(?:full |legal |company |registered )*name|company|entity|legal entity|organi[sz]ation|party name",
        address=r"(?:registered |business |principal |company )*(?:address|office)(?: of registered office)?",
        notices=r"(?:address|e-?mail|contact)(?: address)? for notices?|notices?|notice (?:address|e-?mail)",
    ),
    ("role", "name"),
)
SERVICES: Final = TableForm(
    _columns(
        name=r"(?:name of )?(?:the )?(?:service|component|product|module)s?(?: name| component"
        r"| element| item)?|service(?:/| and | or )(?:component|product|module)",
        description=r"(?:service )?(?:description|details?|definition|summary|scope|what it (?:is|does))(?: of (?:the )?services?)?",
        package=r"(?:service )?package|(?:service )?type|tier",
    ),
    ("name",),
    _FIGURES,
    closed=True,
)
PRIORITIES: Final = TableForm(
    _columns(
        label=r"(?:incident |issue |fault |ticket |error |defect )?(?:priority|priorities"
        r"|severity|severities|urgency)(?: level| class| code| rating| classification"
        r"| name)?s?"
        r"|(?:priority|severity)(?:/| and | or )(?:priority|severity|impact|urgency)(?: level)?|classification|incident class",
        definition=r"(?:priority |severity |incident |error )?(?:definition|description|meaning"
        r"|criteria|business impact|impact|effect|conditions?|explanation|characteristics)s?"
        r"(?: of (?:the )?(?:incident|issue|priority|severity|problem|error|fault))?"
        r"|examples?|(?:definition|description) (?:and|&|/) examples?",
    ),
    ("label", "definition"),
)
PRIORITY_NAMES: Final = TableForm(_columns(label=r"priority|severity|priorities|severities"), ("label",), closed=True)
CALENDARS: Final = TableForm(
    _columns(
        name=r"calendar|(?:name of )?(?:the )?(?:service|support|coverage) (?:window|hours"
        r"|period|time)s?|(?:support|service) (?:level|tier|plan)",
        hours=r"hours|(?:business|operating|opening|working|covered) hours|days and hours"
        r"|hours of (?:operation|service|support|coverage)|times?|coverage",
        use=r"used for|use|applies to|purpose",
    ),
    ("name", "hours"),
    closed=True,
)
HOLIDAYS: Final = TableForm(
    _columns(
        name=r"calendar",
        date=r"(?:public |bank )?holidays?(?: dates?)?|dates?",
        source=r"source|(?:public |bank )?holidays? (?:of|in|source)",
    ),
    ("name", "date"),
)
ESCALATION: Final = TableForm(
    _columns(
        level=r"(?:escalation |support |contact )*(?:level|tier|step|stage|point|order|line"
        r"|escalation)s?(?: no\.?| number| of escalation)?|#|no\.?",
        role=r"(?!.*\b(?:phone|telephone|e-?mail|method|details?|number|mobile)\b)(?:.* )?(?:role"
        r"|contact|person|position|title|owner|point|manager|responsible|responsibility"
        r"|name|"
        r"escalated? to|function|who)s?(?: (?:and|/|&) title| /.*| \(.*\))?",
        party=r"party|side|company|organi[sz]ation",
        after=r"(?:escalat(?:ion|e|ed) |elapsed |trigger |response |if )*(?:after|time ?frames?|time|trigger"
        r"|when|elapsed|duration|interval|period|threshold)(?: elapsed| to escalate"
        r"| for escalation)?",
        priority=r"priority|severity|priorities|severities",
    ),
    ("level", "role"),
)
REPORTS: Final = TableForm(
    _columns(
        name=r"(?:name of )?(?:the )?reports?(?: name| title| type)?|deliverable report",
        frequency=r"frequency|(?:reporting )?(?:interval|period|cycle)|how often|cadence",
        due=r"due(?: date| within| by)?|delivery(?: date| deadline)?|deadline",
        owner=r"prepared by|owner|author|responsible|producer|produced by|from|responsible party",
        recipients=r"sent to|recipients?|audience|distribution(?: list)?|delivered to|to|issued to",
    ),
    ("name",),
    closed=True,
)
REVIEWS: Final = TableForm(
    _columns(
        name=r"reviews?|(?:review )?(?:meeting|forum|board)s?(?: name| type)?|review type",
        frequency=r"frequency|interval|how often|cadence|timing",
        participants=r"participants?|attendees?|members?|who attends|attendance|invitees",
    ),
    ("name",),
    closed=True,
)
RACI: Final = TableForm(
    _columns(
        activity=r"activity|activities|task|tasks|process|responsibility",
        responsible=r"responsible|r",
        accountable=r"accountable|a",
        consulted=r"consulted|c",
        informed=r"informed|i",
    ),
    ("activity", "responsible", "accountable"),
)
_BODY: Final = {
    "members": r"members?(?:hip)?|composition|attendees?|participants?|who sits in it|representatives?|people",
    "meets": r"meets|meetings?|(?:meeting )?(?:frequency|cadence|interval)|how often",
    "decides": (
        r"decides|decisions?|(?:decision )?(?:authority|rights|powers?)|mandate|remit|responsibilit(?:y|ies)|purpose|terms of reference"
        r"|role|tasks?|functions?|competences?"
    ),
    "escalates": r"escalates? to|escalation(?: path| point| to)?|reports to|next level|escalated to",
}
BODIES: Final = TableForm(_columns(name=r"(?:governance |decision[ -]making |joint )?bod(?:y|ies)(?: name)?", **_BODY), ("name",))
"""The bodies that govern an agreement."""
BOARDS: Final = TableForm(
    _columns(name=r"(?:(?:governance|joint|steering) )?(?:committees?|councils?|boards?|forums?|groups?|panels?)(?: name)?", **_BODY),
    ("name", "decides"),
    _FIGURES,
)
"""The same where the first column names the kind of body."""
VOLUMES: Final = TableForm(
    _columns(
        work=r"work(?: types?| items?)?|types? of work|items?|activit(?:y|ies)|volume(?: types?| items?| drivers?)"
        r"|transactions?(?: types?)?|(?:request|ticket|contact) types?|drivers?|measures?|units?",
        service=r"services?(?: name)?",
        relief=r"relief(?: above| threshold)?|upper (?:band|limit|threshold)|ceiling|maximum(?: volume)?|tolerance",
        expected=r"(?:(?:expected|forecast(?:ed)?|baseline|anticipated|estimated|planned)"
        r"(?: (?:monthly|annual|weekly|daily|yearly|quarterly))?(?: volumes?)?|volumes?)(?: \(?(?:per|each|a) \w+\)?)?"
        r"|(?:monthly|annual|weekly|daily) volumes?",
    ),
    ("work", "expected"),
    re.compile(r"\b(?:target|availability|sla|slo|credits?|penalt\w+|fees?|prices?|cost|charges?|rate)\b"),
)
"""How much work is expected."""
KEY_TERMS: Final = TableForm(
    _columns(
        key=r"key terms?|terms?|items?|subject|particulars?|field|details?",
        value=r"values?|details?|descriptions?|agreed|terms?|content|information",
    ),
    ("key", "value"),
    closed=True,
)

OF_NAMES: Final = (PARTIES, SERVICES, PRIORITIES, PRIORITY_NAMES, CALENDARS, HOLIDAYS, ESCALATION, REPORTS, REVIEWS, RACI)
"""The tables whose cells are read by their columns alone."""

SIGNING: Final = re.compile(
    r"(?:signed(?: for| by)?|signature|by|name|printed name|title|position|date(?: signed)?|place)\W*", re.IGNORECASE
)
"""The words of the first cells of a place to sign."""

PROVIDER: Final = (
    r"(?:(?:managed |cloud |hosting |internet |application |it |support )*(?:service )?provider(?:\(s\)"
    r"|s)?|(?:service )?supplier|vendor|contractor|licensor|seller|outsourcer|franchisor"
    r"|lessor|"
    r"manufacturer|hosting company|host)"
)
CUSTOMER: Final = (
    r"(?:(?:it |service )?customer(?:\(s\)|s)?|clients?|buyer|purchaser|subscriber"
    r"|licensee|franchisee|lessee|reseller|distributor|end[ -]users?|user organi[sz]ation"
    r"|service recipient|recipient)"
)
ROLES: Final[Mapping[Role, re.Pattern[str]]] = {
    Role.PROVIDER: re.compile(rf"(?:the )?{PROVIDER}", re.IGNORECASE),
    Role.CUSTOMER: re.compile(rf"(?:the )?{CUSTOMER}", re.IGNORECASE),
    Role.BENEFICIARY: re.compile(r"(?:the )?beneficiar(?:y|ies)", re.IGNORECASE),
    Role.SUBCONTRACTOR: re.compile(r"(?:the )?sub-?contractor|(?:the )?sub-?processor", re.IGNORECASE),
}

PARTY_KEYS: Final = (
    (Role.PROVIDER, re.compile(rf"(?:name of (?:the )?)?{PROVIDER}(?:(?:'s)? (?:legal )?name)?", re.IGNORECASE)),
    (Role.CUSTOMER, re.compile(rf"(?:name of (?:the )?)?{CUSTOMER}(?:(?:'s)? (?:legal )?name)?", re.IGNORECASE)),
)
"""The keys under which key terms name a party."""


def role_of(text: str | None) -> Role | None:
    """The role that a cell or a key names, None for other words."""
    return next((role for role, pattern in ROLES.items() if text and pattern.fullmatch(text.strip(" :.,\"'()"))), None)


def side_of(text: str | None) -> str | None:
    """The words "provider" or "customer" for a cell that names one of them."""
    role = role_of(text)
    return role.value if role in (Role.PROVIDER, Role.CUSTOMER) else None


_PACKAGES: Final = {
    Package.BASIC: r"basic|base|core|standard|included",
    Package.ENHANCEMENT: r"enhancement|enhanced|add-?on|premium",
    Package.OPTIONAL: r"optional|on request",
    Package.OUT_OF_SCOPE: r"out[ -]of[ -]scope|excluded|not included",
}


def package_of(text: str | None) -> Package | None:
    """The package that a cell names, None for other words."""
    return next((package for package, pattern in _PACKAGES.items() if text and re.fullmatch(pattern, text.strip(), re.IGNORECASE)), None)


_FREQUENCIES: Final[tuple[tuple[Frequency, str], ...]] = (
    (
        "half_year",
        (
            r"half[- ]?year(?:ly)?|semi-?annual(?:ly)?|bi-?annual(?:ly)?|twice (?:a|per|each|every) year"
            r"|(?:each|every|per|once every) six(?: \(6\))? months|every 6 months"
        ),
    ),
    (
        "quarter",
        r"quarterly|quarter|(?:each|every|per|once (?:a|per|every)) (?:calendar )?quarter|(?:each|every) (?:three(?: \(3\))?|3) months",
    ),
    ("month", r"monthly|month|(?:each|every|per|once (?:a|per|every|each)) (?:calendar )?month|every (?:30|thirty(?: \(30\))?) days"),
    ("week", r"weekly|week|(?:each|every|per|once (?:a|per|every|each)) week"),
    ("day", r"daily|day|(?:each|every|per|once (?:a|per|every|each)) (?:business |working )?day"),
    (
        "year",
        (
            r"annual(?:ly)?|yearly|year|(?:each|every|per|once (?:a|per|every|each|in each)) (?:calendar |contract |agreement )?year"
            r"|(?:each|every) (?:twelve(?: \(12\))?|12) months"
        ),
    ),
)
FREQUENCY: Final = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _FREQUENCIES), re.IGNORECASE)
"""The words that say how often something happens; the group that matched names the frequency."""


def frequency_of(text: str | None) -> Frequency | None:
    """The frequency that a cell states in whole ("Quarterly", "each month"), None for other words."""
    match = FREQUENCY.fullmatch(text.strip(" .")) if text else None
    return next((name for name, _ in _FREQUENCIES if match and match[name]), None)
