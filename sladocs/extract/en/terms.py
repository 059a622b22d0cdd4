"""How English states the terms of an agreement: dates, term, renewal, notices, cure, claims, cap, chronic failure, law.

Patterns see a sentence's shape, in which each length of time, date and amount is one sign (`sladocs.extract.statements`). A frame is a way of
saying one term, made of the same few phrases; none knows a single clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.extract.statements import AMOUNT, DATE, TIME


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of saying the term at `path`: `pattern` captures the sign as `value`.

    `about` must be found in the sentence or in what stands over it; `barred` must not be found in the sentence.
    """

    path: str
    pattern: re.Pattern[str]
    about: re.Pattern[str] | None = None
    barred: re.Pattern[str] | None = None
    confidence: float = 0.9


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_D: Final = f"(?P<value>{TIME})"
_T: Final = f"(?P<value>{DATE})"
_Q: Final = f"(?P<value>{AMOUNT}|{TIME})"
_NO: Final = "\ue000-\uebff"
"""The signs, for gaps that must not hold one."""


def _gap(longest: int, without: str = ".;") -> str:
    """Up to `longest` characters that hold no figure and no end of a clause."""
    return rf"[^{_NO}{without}]{{0,{longest}}}?"


_THIS: Final = r"(?:(?:this|the|such|said)\s+(?:[\w-]+\s+){0,4}?(?:agreement|sla|contract|schedule|addendum|order|arrangement|document|policy|annex|appendix)|\b(?:agreement|sla|contract)\b|\bit\b)"
_LEAST: Final = r"(?:(?:at\s+least|not\s+less\s+than|no\s+less\s+than|not\s+fewer\s+than|no\s+fewer\s+than|not\s+later\s+than|no\s+later\s+than|a\s+minimum\s+of|minimum|not\s+more\s+than)\s+)?"
_A: Final = r"(?:an?\s+|the\s+|its\s+)?"
_OF: Final = rf"(?:\s+of)?\s+(?:{_LEAST})"
_PERIOD: Final = r"(?:term|period|duration|time|phase)s?"
_BE: Final = r"(?:is|are|shall\s+be|will\s+be|means|lasts|runs\s+for|:|-|–|—|\()"
_APOSTROPHE: Final = r"(?:'|’)?\s*"
_NOTICE: Final = rf"{_APOSTROPHE}(?:(?:prior|written|advance|formal|previous|express|signed|calendar|in\s+writing|of|,|and)\s+){{0,5}}(?:notice|notification|notif\w+)"

_EFFECTIVE: Final = (
    Frame("term/effective_date", _re(rf"\b(?:effective|commencement|start|starting)\s+date\b{_gap(25)}(?:is|means|of|:|-|–|—|\(|\"|shall\s+be)\W*(?:as\s+of\s+)?{_T}")),
    Frame("term/effective_date", _re(rf"{_T}[\s,]*\(?\s*(?:(?:the|hereinafter|herein|called|referred\s+to\s+as|as)\s+)*\"(?:effective|commencement|start)\s+date\"")),
    Frame(
        "term/effective_date",
        _re(rf"{_THIS}{_gap(60)}\b(?:(?:is|becomes?|are|be|shall\s+be)\s+(?:made\s+|dated\s+|effective\s+|entered\s+into\s+|in\s+force\s+|valid\s+|and\s+)+|takes?\s+effect|comes?\s+into\s+(?:force|effect)"
            rf"|commences?|starts?|begins?|applies|runs|effective|dated|entered\s+into)[\s,]*(?:as\s+of|on|from|with\s+effect\s+from|since)?\s*(?:the\s+)?{_T}"),
        barred=_re(r"\bexpir|\btermination date|\buntil|\bpayment|\binvoice|\bmaster\b|\b(?:schedule|annex|exhibit|appendix|addendum|attachment) to\b|\bpursuant to\b|\bunder the\b"),
        confidence=0.85,
    ),
    Frame("term/effective_date", _re(rf"^\W*(?:(?:last\s+)?effective|in\s+force|valid|applies)\s*(?:date|as\s+of|from|on|since|:)*\s*:?\s*{_T}"), confidence=0.85),
    Frame("term/effective_date", _re(rf"\beffective\s+(?:as\s+of\s+|on\s+|from\s+)?{_T}"), barred=_re(r"\bamend|\bterminat|\bchange|\bincrease"), confidence=0.7),
)  # fmt: skip

_EXPIRY: Final = (
    Frame("term/expiration_date", _re(rf"\b(?:expir(?:y|ation)|end|termination)\s+date\b{_gap(25)}(?:is|means|of|:|-|–|—|\(|shall\s+be)\W*{_T}")),
    Frame("term/expiration_date", _re(rf"{_T}[\s,]*\(?\s*(?:(?:the|hereinafter)\s+)*\"(?:expir(?:y|ation)|end|termination)\s+date\"")),
    Frame(
        "term/expiration_date",
        _re(rf"\b(?:expires?|ends?|until|through|terminates?|terminate|expire|end|and\s+(?:ending|expiring))\b\s*(?:automatically\s+)?(?:at\s+[\w:. ]+?\s+)?(?:on|at|as\s+of)?\s*(?:the\s+)?(?:end\s+of\s+)?{_T}"),
        about=_re(rf"{_THIS}|\bterm\b"),
        barred=_re(r"\bpayment|\binvoice|\breport"),
        confidence=0.85,
    ),
)  # fmt: skip

_RENEWS: Final = r"(?:renew\w*|extend(?:s|ed)?|extension|prolong\w*|roll(?:s|ed)?\s+over|self-renew\w*)"
_MORE: Final = r"(?:successive|further|additional|subsequent|consecutive|another|recurring|renewal|extension|like|equal)"
_NO_NOTICE: Final = r"(?:(?!\b(?:notice|notif|unless|prior|before|least)\b)[^;{no}])".replace("{no}", _NO)
_RENEWAL: Final = (
    Frame("term/renewal", _re(rf"\b{_RENEWS}\b{_NO_NOTICE}{{0,120}}?\b(?:for|by|of|into)\s+(?:[\w-]+\s+){{0,6}}?(?:\(?\w+\)?\s+)?{_D}")),
    Frame("term/renewal", _re(rf"\brenewal\s+{_PERIOD}\b{_gap(60)}(?:of|{_BE})\s*(?:a\s+period\s+of\s+)?{_D}")),
    Frame("term/renewal", _re(rf"\b{_MORE}\s+(?:(?:renewal|extension|one|fixed)\s+)?{_PERIOD}\s+of\s+{_D}"), about=_re(r"renew|extend|extension|\bterm\b")),
    Frame("term/renewal", _re(rf"\b{_MORE}\s+{_D}\s*-?\s*(?:renewal\s+|extension\s+)?{_PERIOD}"), about=_re(r"renew|extend|extension|\bterm\b")),
    Frame("term/renewal", _re(rf"\b{_RENEWS}\b{_NO_NOTICE}{{0,60}}?{_D}\s*-?\s*(?:renewal\s+)?{_PERIOD}")),
)  # fmt: skip
"""A renewal period; the words before its figure never speak of notice."""

_BEFORE_END: Final = (
    r"(?:before|prior\s+to|in\s+advance\s+of|preceding|ahead\s+of|from)\s+(?:the\s+)?(?:scheduled\s+|date\s+of\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:end|expir\w+|renewal|conclusion|completion|commencement|start|beginning|anniversary|close|termination)\b"
)
_RENEWAL_NOTICE: Final = (
    Frame(
        "term/renewal_notice",
        _re(rf"\b(?:notice|notif\w+|inform\w*|advis\w+|elects?|states?|tells?|written|declin\w+|object\w*|cancel\w*|opt\w*)\b{_gap(140, ';')}{_LEAST}{_D}{_gap(60, ';')}\b{_BEFORE_END}"),
        about=_re(rf"\b{_RENEWS}"),
    ),
    Frame("term/renewal_notice", _re(rf"{_D}{_APOSTROPHE}{_gap(60)}\b{_BEFORE_END}{_gap(200, ';')}\b(?:notice|notif\w+|renew\w*|tells?|informs?)\b"), about=_re(rf"\b{_RENEWS}")),
    Frame("term/renewal_notice", _re(rf"\b(?:non-?renewal|not\s+to\s+(?:renew|extend))\b{_gap(100)}{_LEAST}{_D}")),
    Frame("term/renewal_notice", _re(rf"{_D}{_NOTICE}\s+(?:of\s+)?(?:its\s+)?(?:intent\w*\s+)?(?:non-?renewal|not\s+to\s+(?:renew|extend))")),
    Frame("term/renewal_notice", _re(rf"\bunless\b{_gap(120, ';')}\b{_D}{_NOTICE}"), about=_re(rf"\b{_RENEWS}"), barred=_re(r"\bbreach|\bdefault|\bcure"), confidence=0.8),
    Frame("term/renewal_notice", _re(rf"\brenewal\s+notice(?:\s+period)?\b{_gap(60)}(?:of|{_BE})\s*{_LEAST}{_D}")),
)  # fmt: skip

_FAULT: Final = _re(
    r"\b(?:breach\w*|default\w*|insolven\w+|bankrupt\w*|fail(?:s|ed|ure|ures)?|cure[sd]?|remed\w+|force\s+majeure|non-?payment|chang\w+\s+of\s+control|infring\w+|violat\w+|"
    r"chronic|consecutive|uptime|availability|where|if\s+(?!it|either|the\s+customer\s+gives|the\s+provider\s+gives)|in\s+the\s+event|cease[sd]?|liquidat\w+|assistance|transition|exit)\b"
)
_ENDS: Final = r"(?:terminat\w+|cancel\w*|end(?:s|ed)?|discontinu\w+|withdraw\w*)"
_TERMINATION: Final = (
    Frame(
        "term/termination_notice",
        _re(rf"\b{_ENDS}\b{_gap(160, ';')}\b(?:for\s+(?:its\s+)?convenience|without\s+(?:cause|giving\s+(?:any\s+)?reasons?|reason)|(?:for|with)\s+any\s+(?:or\s+no\s+)?reason|for\s+no\s+reason|at\s+any\s+time|at\s+will)"
            rf"{_gap(140, ';')}{_LEAST}{_D}{_gap(60)}(?:notice|notif\w+|warning|before|prior|in\s+advance)"),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        _re(rf"\b{_ENDS}\b{_gap(120, ';')}\b(?:by|upon|on|with|subject\s+to|after|giving|provid\w+|serving|provided)\s+(?:the\s+other\s+party\s+|the\s+\w+\s+|each\s+other\s+)?(?:giving\s+|providing\s+|serving\s+)?"
            rf"(?:the\s+other\s+party\s+|the\s+other\s+|the\s+(?:customer|provider|supplier|client)\s+|(?:customer|provider|supplier|client)\s+)?{_A}{_LEAST}{_D}{_NOTICE}"),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        _re(rf"\b{_ENDS}\b{_gap(120, ';')}\b(?:by|upon|on|with|giv\w+|provid\w+)\s+(?:the\s+other\s+party\s+)?(?:\w+\s+){{0,6}}?(?:notice|notification)\s+(?:in\s+writing\s+)?(?:to\s+the\s+other\s+(?:party\s+)?)?(?:of|at)\s+{_LEAST}{_D}"),
        barred=_FAULT,
    ),
    Frame("term/termination_notice", _re(rf"\b(?:notice\s+(?:period\s+)?(?:of|for)\s+(?:termination|cancellation)|(?:termination|cancellation)\s+notice(?:\s+period)?)\b{_gap(40)}(?:of|{_BE})\s*{_LEAST}{_D}"), barred=_FAULT),
    Frame("term/termination_notice", _re(rf"{_D}{_NOTICE}\s+(?:is\s+required\s+)?(?:to|of|for)\s+(?:\w+\s+){{0,3}}{_ENDS}"), barred=_FAULT, confidence=0.8),
)  # fmt: skip

_CURES: Final = r"(?:cure[sd]?|curing|remed(?:y|ied|ies|ying)|rectif\w+|correct(?:s|ed|ing)?|put\s+(?:it\s+)?right|mend(?:s|ed)?)"
_BREACH: Final = _re(r"\b(?:breach\w*|default\w*|non-?compliance|material(?:ly)?|violat\w+|non-?performance|fail(?:s|ed|ure)?)\b")
_FOR_TERMINATION: Final = _re(r"\bterminat\w+|\bend\b|\bcancel\w*|\bcure\b|\brescind")
_NOT_CURE: Final = _re(r"\b(?:pay(?:s|ment|ments)?\b[^.;]{0,40}(?:when\s+due|due\s+date|amount)|warranty|defective\s+product|acceptance)\b")
_CURE: Final = (
    Frame("term/cure_period", _re(rf"\b{_CURES}\b{_gap(130)}\b(?:within|in|during|after|for)\s+(?:{_A}(?:a\s+)?(?:period\s+of\s+)?){_LEAST}(?:the\s+)?{_D}"), about=_FOR_TERMINATION, barred=_NOT_CURE),
    Frame("term/cure_period", _re(rf"{_D}{_gap(130)}\b(?:to|in\s+which\s+to)\s+(?:fully\s+)?{_CURES}\b"), about=_FOR_TERMINATION, barred=_NOT_CURE),
    Frame("term/cure_period", _re(rf"\bwithin\s+(?:{_A}(?:a\s+)?(?:period\s+of\s+)?){_D}{_gap(110)}\b{_CURES}\b"), about=_BREACH, barred=_NOT_CURE, confidence=0.75),
    Frame("term/cure_period", _re(rf"\b(?:{_CURES})\s+period\b{_gap(40)}(?:of|{_BE})\s*{_D}")),
    Frame("term/cure_period", _re(rf"{_D}{_APOSTROPHE}\s*(?:cure|remedy|rectification)\s+period")),
    Frame("term/cure_period", _re(rf"\b(?:breach|default)\b{_gap(160)}\b(?:continu\w+|persist\w*|remains?|uncured|unremedied)\b{_gap(60)}{_D}"), about=_FOR_TERMINATION, barred=_NOT_CURE, confidence=0.8),
)  # fmt: skip

_CREDIT: Final = _re(r"\bcredits?\b|\bcompensat\w+|\brefunds?\b|\bclaims?\b")
_PROVIDER_ACTS: Final = (
    r"(?:provider|supplier|vendor|company|we|host)\s+(?:shall|will|must|has|have|may)\s+(?:\w+\s+){0,4}?(?:respond|reply|review|decide|confirm|answer|pay|credit|issue|apply|resolve|"
    r"acknowledge|process|investigate|notify|inform|accept|evaluate|determine|provide|say|state)"
)
_CLAIMS: Final = r"(?:claim\w*|request\w*|submit\w*|appl(?:y|ied|ication)|notif\w+|contact\w*|report\w*|open\w*|e-?mail\w*|in\s+writing|sen[dt]|receiv\w+|ask\w*|made|make|fil(?:e|ed)|lodg\w+|raise[ds]?)"
_CLAIM: Final = (
    Frame(
        "credit_terms/claim_window",
        _re(rf"\b{_CLAIMS}\b(?:(?!{_PROVIDER_ACTS})[^{_NO};]){{0,170}}?\b(?:within|no\s+later\s+than|not\s+later\s+than|before\s+the\s+end\s+of|by\s+the\s+end\s+of|up\s+to|in)\s+(?:{_A}(?:a\s+)?(?:period\s+of\s+)?(?:first\s+)?){_D}"),
        about=_re(r"\bcredits?\b|\bcompensat\w+|\brefunds?\b"),
        barred=_re(rf"\b{_PROVIDER_ACTS}\b[^.;]{{0,90}}[{_NO}]|\bnot\s+be\s+paid|\bwithin\b[^.;]{{0,40}}\bof\s+(?:receipt|receiving)\s+of\s+(?:the|a|such|your)\s+(?:credit\s+)?(?:claim|request)"),
        confidence=0.85,
    ),
    Frame(
        "credit_terms/claim_window",
        _re(rf"\b(?:within|no\s+later\s+than)\s+{_D}{_gap(150, ';')}\b{_CLAIMS}\b"),
        about=_re(r"\bcredits?\b|\bcompensat\w+|\brefunds?\b"),
        barred=_re(rf"\b{_PROVIDER_ACTS}"),
        confidence=0.7,
    ),
    Frame("credit_terms/claim_window", _re(rf"\b(?:claim|credit\s+request|credit\s+claim)\s+(?:window|period|deadline)\b{_gap(40)}(?:of|{_BE})\s*{_D}")),
    Frame("credit_terms/claim_window", _re(rf"{_D}{_APOSTROPHE}{_gap(50)}\bto\s+(?:submit|make|file|send|lodge|request)\b{_gap(30)}\b(?:claims?|credits?)\b"), about=_CREDIT),
    Frame("credit_terms/claim_window", _re(rf"\b(?:claims?|requests?)\b{_gap(90)}\b(?:older|later|more)\s+than\s+{_D}"), about=_re(r"\bcredits?\b"), confidence=0.8),
)  # fmt: skip

_TERM: Final = (
    Frame("term/initial", _re(rf"\b(?:initial|fixed|minimum|original|first|subscription|contract)\s+(?:[\w-]+\s+){{0,2}}?{_PERIOD}\b(?:(?!\brenew|\bnotice|\bsuccessive|\badditional|\bexten)[^{_NO};]){{0,160}}?(?:\bof\b|\bfor\b|{_BE})\s*(?:{_A}(?:period\s+of\s+|term\s+of\s+)?(?:up\s+to\s+)?)(?:a\s+)?{_D}"),
          barred=_re(r"\bpilot\b|\btrial\b|\bwarranty\b")),
    Frame(
        "term/initial",
        _re(rf"{_THIS}{_gap(80)}\b(?:continues?|remains?|runs?|lasts?|is\s+(?:valid|effective|made|concluded|entered\s+into)|be\s+(?:valid|in\s+(?:force|effect)|effective)|in\s+(?:full\s+)?(?:force|effect)|effective|has\s+a\s+(?:term|duration)|valid)\b"
            rf"(?:(?!\brenew|\bnotice|\bsuccessive|\badditional|\bexten|\bthereafter|\bafter\b|\bsurviv)[^{_NO};]|{DATE}){{0,120}}?\b(?:for|of)\s+(?:{_A}(?:[\w-]+\s+)?(?:period|term|duration)\s+of\s+)?(?:a\s+)?{_D}"),
        barred=_re(r"\bsurviv\w+|\bconfidential\w*|\bwarranty\b|\bpilot\b|\btrial\b|\bforce\s+majeure"),
    ),
    Frame(
        "term/initial",
        _re(rf"\b(?:term|duration|period|validity)\b(?:\s+of\s+{_THIS})?(?:\s*\([^)]*\))?\s*(?:shall\s+(?:commence|begin|start)[^{_NO};]{{0,100}}?(?:for|of)|shall\s+continue[^{_NO};]{{0,60}}?for|{_BE}|shall\s+last)\s*(?:{_A}(?:period|term)\s+of\s+)?(?:for\s+)?(?:a\s+)?{_D}"),
        about=_re(rf"{_THIS}|^\W*term|\bterm\b"),
        barred=_re(r"\brenewal\s+(?:term|period)\s+(?:of|is|shall)|\bnotice\s+period|\bwarranty|\bpayment|\bpilot\b|\btrial\b|\bretention|\breporting|\bmeasure"),
        confidence=0.85,
    ),
    Frame("term/initial", _re(rf"\bfor\s+(?:an?\s+)?(?:initial\s+|fixed\s+)?(?:period|term)\s+of\s+{_D}{_gap(40)}\b(?:from|after|following|beginning|commencing|starting)\b{_gap(20)}\b(?:effective|commencement|start|date\s+of\s+(?:this|signature)|execution|acceptance)"),
          about=_re(rf"{_THIS}|\bterm\b"), barred=_re(r"\bwarranty|\bconfidential|\bpilot\b|\btrial\b|\bsurviv"), confidence=0.8),
)  # fmt: skip

_PILOT: Final = (
    Frame("pilot/period", _re(rf"\b(?:pilot|trial|proof\s+of\s+concept|evaluation)(?:\s+(?:period|phase|service|use|project))?\b{_gap(90)}\b(?:of|for|lasts?|is|runs?|shall\s+be|within|:)\s*(?:{_A}(?:period\s+of\s+)?)(?:for\s+)?{_D}"),
          about=_re(r"\bpilot|\btrial|\bproof of concept"), barred=_re(r"\bnotice\b|\breport\b")),
    Frame("pilot/period", _re(rf"{_D}\s*-?\s*(?:pilot|trial)\b")),
)  # fmt: skip

_LIMITS: Final = (
    r"(?:(?:shall|will|may|can|do|does|must)?\s*(?:not|never|in\s+no\s+event)?\s*exceed(?:s|ing)?|(?:is|are|be)?\s*(?:limited|capped|restricted)\s+(?:to|at)|(?:up\s+to\s+)?(?:an?\s+)?maximum(?:\s+\w+){0,4}?\s*(?:of|is|:|=)?|"
    r"(?:a\s+)?cap\s*(?:of|is|shall\s+be|:)|no\s+more\s+than|not\s+more\s+than|more\s+than|up\s+to)"
)
_CAP: Final = (
    Frame(
        "credit_terms/cap",
        _re(rf"\b(?:credits?|compensation|refunds?|remed(?:y|ies)|deductions?|penalt(?:y|ies)|cap|amount)\b(?:(?!\bper\s+(?:hour|incident)\b)[^;]){{0,170}}?{_LIMITS}\s*(?:\w+\s+){{0,4}}?{_Q}"),
        about=_re(r"\bcredits?\b|\bcompensat\w+|\brefund|\bpenalt"),
        barred=_re(r"\bliabilit\w+|\bdamages\b|\bavailability\s+(?:falls|drops)|\buptime\s+(?:falls|drops)|\bif\b[^,]{0,80}\bexceeds?\b"),
        confidence=0.85,
    ),
    Frame("credit_terms/cap", _re(rf"\b(?:maximum|max\.?|total|aggregate)\s+(?:\w+\s+){{0,4}}?(?:credits?|compensation|refunds?|penalt(?:y|ies))\b{_gap(100)}{_Q}"),
          about=_CREDIT, barred=_re(r"\bliabilit\w+|\bdamages\b"), confidence=0.8),
)  # fmt: skip

FRAMES: Final[Sequence[Frame]] = (
    *_EFFECTIVE,
    *_EXPIRY,
    *_TERM,
    *_RENEWAL,
    *_RENEWAL_NOTICE,
    *_TERMINATION,
    *_CURE,
    *_CLAIM,
    *_PILOT,
    *_CAP,
)
"""All frames; of one term, the first that fits a sentence counts."""

ADVERBS: Final = {
    "annually": "year",
    "yearly": "year",
    "year to year": "year",
    "year-to-year": "year",
    "monthly": "month",
    "month to month": "month",
    "month-to-month": "month",
}
RENEWS_OFTEN: Final = _re(
    rf"\b{_RENEWS}\b(?:(?!\b(?:notice|review|unless)\b)[^.;{_NO}]){{0,70}}?\b(?P<how>annually|yearly|monthly|year[\s-]to[\s-]year|month[\s-]to[\s-]month)\b|\b(?P<how2>annual|yearly|monthly)\s+renewal"
)
"""Renewal by an adverb: "renews annually", "from year to year"."""

BASES: Final = (
    ("affected_fee", _re(r"(?:affected|applicable|relevant|particular|concerned|that|in\s+question)\b[^.;]{0,40}(?:service|component|instance|server|device|product|vps|plan)|for\s+(?:the|that|such)\s+(?:affected|particular)")),
    ("daily_fee", _re(r"\bdaily\b|\bday'?s\b")),
    ("annual_fee", _re(r"\bannual|\byearly|\bper\s+year|\byear'?s")),
    ("invoice", _re(r"\binvoice")),
    ("monthly_fee", _re(r"\bmonth\w*|\brecurring")),
    ("other", _re(r"^\s*of\b.*\b(?:fees?|charges?|price|cost|amount|payment|subscription|value)")),
)  # fmt: skip
"""What a share is a share of, by the words behind it; the first that fits counts."""

SOLE: Final = _re(
    r"\b(?:sole|exclusive|only)(?:\s+and\s+(?:sole|exclusive|only))?\s+(?:\w+\s+){0,2}?(?:remed(?:y|ies)|recourse|compensation)\b|\bfull\s+and\s+final\s+(?:satisfaction|settlement)"
)
NOT_SOLE: Final = _re(
    r"\b(?:not|no|neither|nor|never)\b[^.;]{0,60}\b(?:sole|exclusive|only)\b|\bwithout\s+prejudice\b|\bin\s+addition\s+to\s+(?:any|all|its|the)\s+other\b|\bdo(?:es)?\s+not\s+(?:limit|affect|exclude|restrict)\b|\bnon-exclusive\b"
)
_LAW_VERB: Final = (
    r"(?:[Gg]overned|[Cc]onstrued|[Ii]nterpreted|[Ss]ubject\s+to|[Gg]overning\s+[Ll]aw\b[^.;]{0,40}?\b(?:is|shall\s+be|are)|[Aa]pplicable\s+[Ll]aw\b[^.;]{0,40}?\b(?:is|shall\s+be))"
    r"(?:[\s,]+(?:by|in|and|exclusively|solely|interpreted|construed|enforced|governed|under|accordance|with|according|to|all|respects|pursuant|will|shall|be))*"
)
LAW: Final = re.compile(
    rf"\b{_LAW_VERB}\s+(?:the\s+)?(?:(?:substantive|internal|domestic|applicable|local|civil)\s+)*(?:"
    r"[Ll]aws?(?:\s+and\s+regulations)?\s+(?:in\s+force\s+in|of|in)\s+(?P<of>(?:the\s+)?[A-Z][^;:()\"]*)|(?P<adjective>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)\s+[Ll]aws?\b)"
)
"""A sentence on the governing law; `of` begins with, or `adjective` is, whose law it is."""
LAW_END: Final = re.compile(
    r"[,\s]+(?:without|excluding|exclusive\s+of|except(?:ing)?|irrespective|notwithstanding|regardless|disregarding|as\s+(?:if|applied|such|applicable|they|it)|and\s+(?:the|any|each|all|both|shall|will|to|is|by|subject|that|without|applicable)\b|"
    r"applicable\s+to|in\s+(?:all|force|effect)|which|where|but\b|other\s+than|whether|to\s+the|shall|will\b|governs?|apply|applies|with(?:out)?\b|for\s|from\s|is\b|are\b|,\s+and|then\b|if\b|unless\b).*$"
    r"|,(?!\s*(?:[A-Z][\w.'-]*|of|and|the|\s)+\.?$).*$|[.,\s]+$",
    re.DOTALL,
)
"""What stands behind the name of a law: its exceptions, the courts, anything else that is no part of the name."""

KEYS: Final[Sequence[tuple[str, re.Pattern[str]]]] = (
    ("term/effective_date", _re(r"(?:agreement\s+)?(?:effective|commencement|start(?:ing)?)(?:\s+date)?|date\s+effective|in\s+force\s+from|(?:last\s+)?effective\s+date|valid\s+from|effective\s+from|effective\s+as\s+of")),
    ("term/expiration_date", _re(r"(?:agreement\s+)?(?:expir(?:y|ation)|end|termination)\s+date|expires?(?:\s+on)?|valid\s+(?:until|to|through)")),
    ("term/initial", _re(r"(?:initial|contract|agreement|subscription|minimum)\s+(?:term|period|duration)|(?:term|duration)(?:\s+of\s+(?:the\s+)?agreement)?|term\s+length")),
    ("term/renewal", _re(r"renewal(?:\s+(?:term|period)s?)?|(?:automatic|auto)[\s-]+renewal|extension\s+term")),
    ("term/renewal_notice", _re(r"(?:notice\s+of\s+(?:non-?renewal|renewal)|(?:non-?)?renewal\s+notice)(?:\s+period)?")),
    ("term/termination_notice", _re(r"(?:termination\s+notice|notice\s+of\s+termination|notice\s+period)(?:\s+period)?(?:\s+for\s+(?:convenience|termination))?|termination\s+for\s+convenience")),
    ("term/cure_period", _re(r"(?:cure|remedy)\s+period(?:\s+for\s+breach)?")),
    ("credit_terms/claim_window", _re(r"(?:credit\s+)?claim\s+(?:window|period|deadline)|(?:service\s+)?credit\s+(?:claim|request)\s+(?:window|period|deadline)")),
    ("credit_terms/cap", _re(r"(?:service\s+)?credits?\s+cap|cap\s+on\s+(?:service\s+)?credits|maximum\s+(?:monthly\s+)?(?:service\s+)?credits?|(?:service\s+)?credits?\s+maximum")),
    ("governing_law", _re(r"(?:governing|applicable)\s+laws?|law|jurisdiction")),
    ("support_hours", _re(r"(?:support|service|business|service\s+desk|help\s*desk)\s+hours|hours\s+of\s+(?:support|service|operation|coverage)")),
    ("maintenance/window", _re(r"(?:(?:planned|scheduled|regular|routine|standard)\s+)?maintenance\s+windows?|maintenance\s+(?:hours|times?)")),
    ("maintenance/notice", _re(r"(?:(?:planned|scheduled)\s+)?maintenance\s+notice(?:\s+period)?|notice\s+of\s+(?:(?:planned|scheduled)\s+)?maintenance")),
    ("pilot/period", _re(r"(?:pilot|trial)(?:\s+(?:period|phase|term))?")),
    ("reports", _re(r"report(?:ing)?\s+(?:frequency|cycle|period|interval)|frequency\s+of\s+reports?")),
    ("reviews", _re(r"(?:service\s+)?review\s+(?:frequency|cycle|interval|period)|frequency\s+of\s+(?:review|reviews)|review\s+meetings?")),
)  # fmt: skip
"""The keys of key-terms tables and of "Key: value" lines, by the path of the fact that they give."""
