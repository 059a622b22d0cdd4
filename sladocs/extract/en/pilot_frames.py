"""How English states a pilot: its length, start and extension, from when the parties are bound, and what it may cost."""

from __future__ import annotations

from typing import Final

from sladocs.extract.en.frames import A_DATE, A_PERIOD_OF, A_TIME, SIGNS, Frame, gap, phrase
from sladocs.extract.en.shapes import AMOUNT, DATE

TRIAL: Final = r"(?:pilot|trial|proof[ -]of[ -]concept|poc)"
"""What a trial before the commitment is called."""
_PILOT: Final = rf"\b(?:{TRIAL}|evaluation)(?: (?:period|phase|service|use|project|programme|program|stage|run))?\b"
SAYS_PILOT: Final = phrase(rf"\b{TRIAL}\b")
_LONGER: Final = r"exten|prolong|renew"
_ON: Final = r"[\s,]*(?:(?:on|as of|from|with effect from)\s+)?(?:the )?"
_SHALL: Final = r"(?:shall |will |is to |must )?"

PERIOD: Final = (
    Frame(
        "pilot/period",
        phrase(
            rf"{_PILOT}(?:(?!\b(?:{_LONGER}))[^{SIGNS}.;]|{DATE}){{0,90}}?"
            rf"\b(?:of|for|lasts?|is|runs?|shall be|shall (?:last|run)|within|:)\s*{A_PERIOD_OF}(?:for )?{A_TIME}"
        ),
        about=SAYS_PILOT,
        barred=phrase(r"\bnotice\b|\breport\b"),
    ),
    Frame("pilot/period", phrase(rf"{A_TIME}\s*-?\s*(?:pilot|trial)\b"), barred=phrase(rf"\b(?:{_LONGER})\w*{gap(40)}[\ue000-\ue3ff]")),
)

START: Final = (
    Frame(
        "pilot/start",
        phrase(rf"{_PILOT}{gap(60)}\b{_SHALL}(?:starts?|begins?|commences?|launch(?:es)?|goes live|runs?|lasts?)\b{_ON}{A_DATE}"),
    ),
    Frame(
        "pilot/start",
        phrase(rf"{_PILOT}{gap(20)}\b(?:start|commencement|launch)(?: date)?\b{gap(20)}(?:is|means|of|:|-|\u2013|\(|shall be)\W*{A_DATE}"),
    ),
    Frame("pilot/start", phrase(rf"{A_DATE}[\s,]*\(?\s*(?:(?:the|hereinafter) )*\"{TRIAL} (?:start|commencement)(?: date)?\"")),
    Frame("pilot/start", phrase(rf"{_PILOT}{gap(60)}\b(?:from|between) {A_DATE} ?(?:to|until|through|and|-|\u2013|\u2014) ?{DATE}")),
)

_AT_MOST: Final = (
    r"(?:(?:exceed|of|by|for|to|up to|at most|no longer than|(?:no|not) more than|not longer than|an?|the|further|additional|single"
    r"|one|total|maximum|period|is|are|limited|together) )*"
)

EXTENSION: Final = (
    Frame(
        "pilot/extension",
        phrase(rf"\bextensions?\b{gap(80)}\b(?:exceed|of|by|for|up to|at most|is|more than|longer than|limited to) {_AT_MOST}{A_TIME}"),
        about=SAYS_PILOT,
        barred=phrase(r"\bnotice\b"),
    ),
    Frame(
        "pilot/extension",
        phrase(rf"\b(?:extend(?:s|ed)?|prolong(?:s|ed)?)\b{gap(100)}\b(?:by|for|of) {_AT_MOST}{A_TIME}"),
        about=SAYS_PILOT,
    ),
)

_BOUND: Final = r"(?:bound|commit(?:s|ted|ment|ments)?|obliged|binding)"

FIRST_COMMITMENT: Final = (
    Frame(
        "pilot/first_commitment", phrase(rf"{A_DATE}[\s,]*\(?\s*(?:(?:the|hereinafter) )*\"(?:first )?(?:binding )?commitment(?: date)?\"")
    ),
    Frame(
        "pilot/first_commitment",
        phrase(rf"\bfirst (?:binding )?commitment(?: date)?\b{gap(40)}\b(?:is|on|means|starts|begins|falls|from|shall be){_ON}{A_DATE}"),
    ),
    Frame(
        "pilot/first_commitment",
        phrase(
            rf"\b(?:no|not|neither|nobody|nor)\b{gap(80)}\b{_BOUND}\b{gap(100)}\b(?:before|until|prior to|earlier than) (?:the )?{A_DATE}"
        ),
        about=SAYS_PILOT,
    ),
    Frame(
        "pilot/first_commitment",
        phrase(rf"\b{_BOUND}\b{gap(60)}\b(?:only from|from|as of|with effect from|starting(?: on)?) (?:the )?{A_DATE}"),
        about=SAYS_PILOT,
        confidence=0.8,
    ),
)

_A_SUM: Final = f"(?P<value>{AMOUNT})"
_CAP: Final = r"\"?sunk[ -]costs? (?:cap|limit)\"?"

SUNK_COST_CAP: Final = (
    Frame("pilot/sunk_cost_cap", phrase(rf"{_CAP}{gap(40)}\b(?:is|of|means|at|shall be)\s*(?:at most )?{_A_SUM}")),
    Frame("pilot/sunk_cost_cap", phrase(rf"{_A_SUM}[\s,]*\(?\s*(?:(?:the|hereinafter) )*{_CAP}")),
    Frame(
        "pilot/sunk_cost_cap",
        phrase(
            rf"\b(?:spend(?:s|ing)?|spent|costs?|expenditure|outlay|incur\w*|invest\w*|budget)\b{gap(140)}"
            rf"\b(?:exceed|limited to|capped at|at most|no more than|not (?:be )?more than|up to|maximum of)\s*(?:a total of )?{_A_SUM}"
        ),
        about=SAYS_PILOT,
        barred=phrase(r"\bcredits?\b|\bliab\w+|\bindemn\w+|\bpenalt\w+"),
        confidence=0.8,
    ),
)

SCOPE: Final = phrase(
    rf"^(?:the |this )?{_PILOT} (?:shall |will )?(?:covers?|comprises?|extends? to|applies to|apply to|includes? only"
    r"|(?:is|be) (?:limited|confined|restricted) to) (?P<scope>\S.*?)\.?$"
)
"""What a pilot covers, in a sentence of its own."""

FRAMES: Final = (*PERIOD, *START, *EXTENSION, *FIRST_COMMITMENT, *SUNK_COST_CAP)
