"""The keys of key-terms tables and of "Key: value" lines, by the path of the fact that they give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.extract.en.frames import phrase

KEYS: Final[Sequence[tuple[str, re.Pattern[str]]]] = (
    (
        "term/effective_date",
        phrase(
            r"(?:agreement )?(?:effective|commencement|start(?:ing)?)(?: date)?|date effective"
            r"|in force from|(?:last )?effective date|valid from"
            r"|effective from|effective as of"
        ),
    ),
    (
        "term/expiration_date",
        phrase(r"(?:agreement )?(?:expir(?:y|ation)|end|termination) date|expires?(?: on)?|valid (?:until|to|through)"),
    ),
    (
        "term/initial",
        phrase(
            r"(?:initial|contract|agreement|subscription|minimum) (?:term|period|duration)"
            r"|(?:term|duration)(?: of (?:the )?agreement)?|term length"
        ),
    ),
    ("term/renewal", phrase(r"renewal(?: (?:term|period)s?)?|(?:automatic|auto)[\s-]+renewal|extension term")),
    ("term/renewal_notice", phrase(r"(?:notice of (?:non-?renewal|renewal)|(?:non-?)?renewal notice)(?: period)?")),
    (
        "term/termination_notice",
        phrase(
            r"(?:termination notice|notice of termination|notice period)(?: period)?(?: for (?:convenience"
            r"|termination))?|termination for convenience"
        ),
    ),
    ("term/cure_period", phrase(r"(?:cure|remedy) period(?: for breach)?")),
    (
        "credit_terms/claim_window",
        phrase(r"(?:credit )?claim (?:window|period|deadline)|(?:service )?credit (?:claim|request) (?:window|period|deadline)"),
    ),
    (
        "credit_terms/cap",
        phrase(
            r"(?:service )?credits? cap|cap on (?:service )?credits|maximum (?:monthly )?(?:service )?credits?"
            r"|(?:service )?credits? maximum"
        ),
    ),
    ("governing_law", phrase(r"(?:governing|applicable) laws?|law|jurisdiction")),
    (
        "support_hours",
        phrase(r"(?:support|service|business|service desk|help\s*desk) hours|hours of (?:support|service|operation|coverage)"),
    ),
    (
        "maintenance/window",
        phrase(
            r"(?:(?:planned|scheduled|regular|routine|standard) )?maintenance windows?|maintenance (?:hours|times?)"
            r"|(?:planned|scheduled|regular|routine|standard) maintenance"
        ),
    ),
    (
        "maintenance/notice",
        phrase(r"(?:(?:planned|scheduled) )?maintenance notice(?: period)?|notice of (?:(?:planned|scheduled) )?maintenance"),
    ),
    ("pilot/period", phrase(r"(?:pilot|trial)(?: (?:period|phase|term|duration))?|(?:period|duration|length) of (?:the )?(?:pilot|trial)")),
    (
        "pilot/start",
        phrase(
            r"(?:pilot|trial)(?: (?:period|phase))? (?:start|commencement|launch)(?: date)?|start(?: date)? of (?:the )?(?:pilot|trial)"
        ),
    ),
    ("pilot/extension", phrase(r"(?:longest|maximum) (?:(?:pilot|trial) )?extension|(?:pilot|trial) extension")),
    ("pilot/first_commitment", phrase(r"first (?:binding )?commitment(?: date)?")),
    ("pilot/sunk_cost_cap", phrase(r"sunk[ -]costs? (?:cap|limit)|(?:pilot|trial) (?:costs?|spend(?:ing)?|budget) (?:cap|limit)")),
    ("pilot/scope", phrase(r"(?:pilot|trial) scope|scope of (?:the )?(?:pilot|trial)")),
    ("reports", phrase(r"report(?:ing)? (?:frequency|cycle|period|interval)|frequency of reports?")),
    ("reviews", phrase(r"(?:service )?review (?:frequency|cycle|interval|period)|frequency of (?:review|reviews)|review meetings?")),
)
"""The first path whose words are the whole key counts."""
