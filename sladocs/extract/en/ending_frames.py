"""How English states the notice for convenience and the time to cure a breach."""

from __future__ import annotations

from typing import Final

from sladocs.extract.en.frames import A_PERIOD_OF, A_TIME, BE, CURES, ENDS, LEAST, NOTICE, Frame, gap, phrase

_FAULT: Final = phrase(
    r"\b(?:breach\w*|default\w*|insolven\w+|bankrupt\w*|fail(?:s|ed|ure|ures)?|cure[sd]?"
    r"|remed\w+|force majeure|non-?payment|chang\w+ of control"
    r"|infring\w+|violat\w+|chronic|consecutive|uptime|availability|where|if (?!it"
    r"|either|the (?:customer|provider) gives)|in the event|ceases?"
    r"|liquidat\w+|assistance|transition|exit|renew\w*|occurrence|upon notice of)\b"
)
"""Words of sentences on an ending for a reason, which is no ending for convenience."""

_FREELY: Final = (
    r"(?:for (?:its )?convenience|without (?:cause|giving (?:any )?reasons?|reason)"
    r"|(?:for|with) any (?:or no )?reason|for no reason|at any time|at will)"
)
_THE_OTHER: Final = (
    r"(?:(?:to )?(?:the other(?: party)?|each other|(?:the )?(?:customer|provider|supplier|client|vendor|company)|[A-Z]\w+) )?"
)

TERMINATION: Final = (
    Frame(
        "term/termination_notice",
        phrase(
            rf"\b{ENDS}\b{gap(160, ';')}\b{_FREELY}{gap(140, ';')}{LEAST}{A_TIME}{gap(60)}(?:notice"
            r"|notif\w+|warning|before|prior|in advance)"
        ),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        phrase(
            rf"\b{ENDS}\b{gap(120, ';')}\b(?:by|upon|on|with|subject to|after|giving|provid\w+"
            rf"|serving) {_THE_OTHER}(?:giving |providing |serving )?"
            rf"{_THE_OTHER}(?:an? |the )?{LEAST}{A_TIME}{NOTICE}"
        ),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        phrase(
            rf"\b{ENDS}\b{gap(120, ';')}\b(?:by|upon|on|with|giv\w+|provid\w+) {_THE_OTHER}(?:\w+ ){{0,6}}?(?:notice"
            r"|notification) (?:in writing )?"
            rf"{_THE_OTHER}(?:of|at) {LEAST}{A_TIME}"
        ),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        phrase(
            rf"\b(?:notice (?:period )?(?:of|for) (?:termination|cancellation)|(?:termination|cancellation) notice(?: period)?)\b{gap(40)}"
            rf"(?:of|{BE})\s*{LEAST}{A_TIME}"
        ),
        barred=_FAULT,
    ),
    Frame(
        "term/termination_notice",
        phrase(rf"{A_TIME}{NOTICE} (?:is required )?(?:to|of|for) (?:\w+ ){{0,3}}{ENDS}"),
        barred=_FAULT,
        confidence=0.8,
    ),
    Frame(
        "term/termination_notice",
        phrase(rf"^\W*(?:either|each|any) party\W+(?:[\w-]+ ){{0,4}}?{A_TIME}{NOTICE}\W*$"),
        about=phrase(r"\bterminat|\bcancel"),
        barred=_FAULT,
        confidence=0.8,
    ),
)

_BREACH: Final = phrase(r"\b(?:breach\w*|default\w*|non-?compliance|material(?:ly)?|violat\w+|non-?performance|fail(?:s|ed|ure)?)\b")
_ENDING: Final = phrase(r"\bterminat\w+|\bend\b|\bcancel\w*|\bcure\b|\brescind|\bdefault")
_NOT_CURE: Final = phrase(
    r"\b(?:pay(?:s|ment|ments)?\b[^.;]{0,40}(?:when due|due date|amount)|warranty|defective product|acceptance|service levels?|credits?)\b"
)

CURE: Final = (
    Frame(
        "term/cure_period",
        phrase(rf"\b{CURES}\b{gap(130)}\b(?:within|in|during|after|for)[\s-]+{A_PERIOD_OF}{LEAST}(?:the )?{A_TIME}"),
        about=_ENDING,
        barred=_NOT_CURE,
    ),
    Frame("term/cure_period", phrase(rf"{A_TIME}{gap(130)}\b(?:to|in which to) (?:fully )?{CURES}\b"), about=_BREACH, barred=_NOT_CURE),
    Frame(
        "term/cure_period",
        phrase(rf"\bwithin[\s-]+{A_PERIOD_OF}{A_TIME}{gap(110)}\b{CURES}\b"),
        about=_BREACH,
        barred=_NOT_CURE,
        confidence=0.75,
    ),
    Frame("term/cure_period", phrase(rf"\b{CURES} period\b{gap(40)}(?:of|{BE})\s*{A_TIME}")),
    Frame("term/cure_period", phrase(rf"{A_TIME}'?\s*(?:cure|remedy|rectification) period")),
    Frame(
        "term/cure_period",
        phrase(rf"\b(?:breach|default)\b{gap(160)}\b(?:continu\w+|persist\w*|remains?|uncured|unremedied)\b{gap(60)}{A_TIME}"),
        about=_ENDING,
        barred=_NOT_CURE,
        confidence=0.8,
    ),
)
