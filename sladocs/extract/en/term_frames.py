"""How English states when an agreement starts and ends, how long it runs, and how it renews."""

from __future__ import annotations

from typing import Final

from sladocs.extract.en.frames import A_DATE, A_PERIOD_OF, A_TIME, BE, LEAST, NOTICE, PERIOD, RENEWS, SIGNS, THIS, Frame, gap, phrase
from sladocs.extract.en.shapes import DATE

_IS_DATED: Final = (
    r"(?:(?:is|becomes?|are|be|shall be) (?:(?:made|dated|effective|entered into"
    r"|in force|valid|and) )+|takes? effect|comes? into (?:force|effect)"
    r"|commences?|starts?|begins?|applies|runs|effective|dated|entered into)"
)
_OTHER_PAPER: Final = (
    r"\bexpir|\btermination date|\buntil|\bpayment|\binvoice|\bmaster\b|\b(?:schedule|annex|exhibit|appendix|addendum|attachment) to\b"
    r"|\bpursuant to\b|\bunder the\b"
)
"""Words of sentences whose date is that of another paper."""

EFFECTIVE: Final = (
    Frame(
        "term/effective_date",
        phrase(
            rf"\b(?:effective|commencement|start|starting) date\b{gap(25)}(?:is|means|of"
            rf"|:|-|\u2013|\u2014|\(|\"|shall be)\W*(?:as of )?{A_DATE}"
        ),
    ),
    Frame(
        "term/effective_date",
        phrase(rf"{A_DATE}[\s,]*\(?\s*(?:(?:the|hereinafter|herein|called|referred to as|as) )*\"(?:effective|commencement|start) date\""),
    ),
    Frame(
        "term/effective_date",
        phrase(rf"{THIS}{gap(60)}\b{_IS_DATED}[\s,]*(?:as of|on|from|with effect from|since)?\s*(?:(?:the|this) )?{A_DATE}"),
        barred=phrase(_OTHER_PAPER),
        confidence=0.85,
    ),
    Frame(
        "term/effective_date",
        phrase(rf"^\W*(?:(?:last )?effective|in force|valid|applies)\s*(?:date|as of|from|on|since|:)*\s*:?\s*{A_DATE}"),
        confidence=0.85,
    ),
    Frame(
        "term/effective_date",
        phrase(rf"\beffective (?:as of |on |from )?{A_DATE}"),
        barred=phrase(r"\bamend|\bterminat|\bchange|\bincrease"),
        confidence=0.7,
    ),
    Frame(
        "term/effective_date",
        phrase(
            rf"(?:\bterm\b|\bvalid|\bperiod\b|{THIS})[^.;]{{0,60}}?(?:\bfrom |\(){A_DATE} ?(?:to|until|through|-|\u2013|\u2014) ?{DATE}"
        ),
        barred=phrase(r"\bpayment|\binvoice|\breport|\bmeasur"),
        confidence=0.8,
    ),
)

EXPIRY: Final = (
    Frame(
        "term/expiration_date",
        phrase(rf"\b(?:expir(?:y|ation)|end|termination) date\b{gap(25)}(?:is|means|of|:|-|\u2013|\u2014|\(|shall be)\W*{A_DATE}"),
    ),
    Frame("term/expiration_date", phrase(rf"{A_DATE}[\s,]*\(?\s*(?:(?:the|hereinafter) )*\"(?:expir(?:y|ation)|end|termination) date\"")),
    Frame(
        "term/expiration_date",
        phrase(
            rf"(?:{THIS}|\bterm\b|\bcontract period\b)[^;]{{0,120}}?\b(?:expires?|ends?|ending"
            r"|expiring|concluding|until|through|terminates?|to)\b"
            rf"\s*(?:automatically )?(?:at [\w:.]+ )?(?:on|at|as of)?\s*(?:the )?(?:end of )?{A_DATE}"
        ),
        barred=phrase(r"\bpayment|\binvoice|\breport|\bsupport the|\btrial\b"),
        confidence=0.85,
    ),
)

_NOT_RENEWAL: Final = r"(?!\brenew|\bnotice|\bsuccessive|\badditional|\bexten)"
_RUNS: Final = (
    r"(?:continues?|remains?|runs?|lasts?|is (?:valid|effective|made|concluded|entered into)|be (?:valid|in (?:force|[ae]ffect)|effective)"
    r"|in (?:full )?(?:force|effect)|effective|has a (?:term|duration)|valid)"
)
_NO_TERM: Final = r"\bsurviv\w+|\bconfidential\w*|\bwarranty\b|\bpilot\b|\btrial\b|\bforce majeure"

TERM: Final = (
    Frame(
        "term/initial",
        phrase(
            rf"\b(?:initial|fixed|minimum|original|first|subscription|contract) (?:[\w-]+ ){{0,2}}?{PERIOD}\b"
            rf"(?:{_NOT_RENEWAL}[^{SIGNS};]){{0,160}}?(?:\bof\b|\bfor\b|{BE})\s*{A_PERIOD_OF}{A_TIME}"
        ),
        barred=phrase(r"\bpilot\b|\btrial\b|\bwarranty\b"),
    ),
    Frame(
        "term/initial",
        phrase(
            rf"{THIS}{gap(80)}\b{_RUNS}\b(?:{_NOT_RENEWAL}(?!\bthereafter|\bafter\b|\bsurviv)[^{SIGNS};]|{DATE}){{0,120}}?"
            rf"\b(?:for|of) {A_PERIOD_OF}{A_TIME}"
        ),
        barred=phrase(_NO_TERM),
    ),
    Frame(
        "term/initial",
        phrase(
            rf"\b(?:term|duration|period|validity)\b(?: of {THIS})?(?: ?\([^)]*\))?\s*"
            rf"(?:shall (?:commence|begin|start)[^{SIGNS};]{{0,100}}?(?:for|of)|shall continue[^{SIGNS};]{{0,60}}?for"
            rf"|{BE}|shall last)\s*(?:for )?{A_PERIOD_OF}{A_TIME}"
        ),
        about=phrase(rf"{THIS}|^\W*term|\bterm\b"),
        barred=phrase(
            r"\brenewal (?:term|period) (?:of|is|shall)|\bnotice period|\bwarranty|\bpayment"
            r"|\bpilot\b|\btrial\b|\bretention|\breporting|\bmeasure|\bcure\b"
        ),
        confidence=0.85,
    ),
    Frame(
        "term/initial",
        phrase(
            rf"\bfor (?:an? )?(?:initial |fixed )?(?:period|term) of {A_TIME}{gap(40)}\b(?:from"
            r"|after|following|beginning|commencing|starting)\b"
            rf"{gap(20)}\b(?:effective|commencement|start|date of (?:this|signature)|execution|acceptance)"
        ),
        about=phrase(rf"{THIS}|\bterm\b"),
        barred=phrase(_NO_TERM),
        confidence=0.8,
    ),
)

_MORE: Final = r"(?:successive|further|additional|subsequent|consecutive|another|recurring|renewal|extension|like|equal)"
_RENEWED: Final = r"(?:renew(?:s|ed|ing)?|extend(?:s|ed)?|prolong(?:s|ed)?|rolls? over|self-renews?)"
_NO_NOTICE: Final = rf"(?:(?!\b(?:notice|notif|unless|prior|before|least)\b)[^;{SIGNS}])"
_RENEWAL_TALK: Final = phrase(r"renew|extend|extension|\bterm\b")

_TRIAL: Final = phrase(r"\b(?:pilot|trial)\b")
RENEWAL: Final = (
    Frame(
        "term/renewal",
        phrase(rf"\b{_RENEWED}\b{_NO_NOTICE}{{0,120}}?\b(?:for|by|of|into) (?:[\w-]+ ){{0,6}}?(?:\(?\w+\)? )?{A_TIME}"),
        barred=_TRIAL,
    ),
    Frame("term/renewal", phrase(rf"\brenewal {PERIOD}\b{gap(60)}(?:of|{BE})\s*{A_PERIOD_OF}{A_TIME}"), barred=_TRIAL),
    Frame(
        "term/renewal", phrase(rf"\b{_MORE} (?:(?:renewal|extension|one|fixed) )?{PERIOD} of {A_TIME}"), about=_RENEWAL_TALK, barred=_TRIAL
    ),
    Frame("term/renewal", phrase(rf"\b{_MORE} {A_TIME}\s*-?\s*(?:renewal |extension )?{PERIOD}"), about=_RENEWAL_TALK, barred=_TRIAL),
    Frame("term/renewal", phrase(rf"\b{_RENEWED}\b{_NO_NOTICE}{{0,60}}?{A_TIME}\s*-?\s*(?:renewal )?{PERIOD}"), barred=_TRIAL),
)
"""A renewal period; the words before its figure never speak of notice."""

_BEFORE_END: Final = (
    r"(?:before|prior to|in advance of|preceding|ahead of|from) (?:the )?(?:scheduled |date of )?(?:[\w-]+ ){0,4}?"
    r"(?:end|expir\w+|renewal|conclusion|completion|commencement|start|beginning|anniversary|close|termination)\b"
)
_TELLS: Final = (
    r"(?:notice|notif\w+|inform\w*|advis\w+|elects?|states?|tells?|written|declin\w+"
    r"|object\w*|cancel\w*|opt\w*|terminated by|requests?|requested)"
)
_SAYS_RENEW: Final = phrase(rf"\b{RENEWS}")

RENEWAL_NOTICE: Final = (
    Frame("term/renewal_notice", phrase(rf"\b{_TELLS}\b{gap(140, ';')}{LEAST}{A_TIME}{gap(60, ';')}\b{_BEFORE_END}"), about=_SAYS_RENEW),
    Frame(
        "term/renewal_notice",
        phrase(rf"{A_TIME}'?{gap(60)}\b{_BEFORE_END}{gap(200, ';')}\b(?:notice|notif\w+|renew\w*|tells?|informs?)\b"),
        about=_SAYS_RENEW,
    ),
    Frame("term/renewal_notice", phrase(rf"\b(?:non-?renewal|not to (?:renew|extend))\b{gap(100)}{LEAST}{A_TIME}")),
    Frame("term/renewal_notice", phrase(rf"{A_TIME}{NOTICE} (?:of )?(?:its )?(?:intent\w* )?(?:non-?renewal|not to (?:renew|extend))")),
    Frame(
        "term/renewal_notice",
        phrase(rf"\bunless\b{gap(120, ';')}{A_TIME}{NOTICE}"),
        about=_SAYS_RENEW,
        barred=phrase(r"\bbreach|\bdefault|\bcure"),
        confidence=0.8,
    ),
    Frame("term/renewal_notice", phrase(rf"\brenewal notice(?: period)?\b{gap(60)}(?:of|{BE})\s*{LEAST}{A_TIME}")),
)

ADVERBS: Final = {
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "year to year": "year",
    "monthly": "month",
    "month to month": "month",
}
RENEWS_OFTEN: Final = phrase(
    rf"\b{RENEWS}\b(?:(?!\b(?:notice|review|unless)\b)[^.;{SIGNS}]){{0,70}}?\b(?P<how>annually"
    r"|yearly|monthly|year[\s-]to[\s-]year|month[\s-]to[\s-]month)\b"
    r"|\b(?P<how2>annual|yearly|monthly) renewal"
)
"""Renewal by an adverb: "renews annually", "from year to year"."""
