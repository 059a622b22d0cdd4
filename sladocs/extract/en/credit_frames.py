"""How English states the time to claim credits, the most that they come to, and whether they are the only remedy."""

from __future__ import annotations

from typing import Final

from sladocs.extract.en.frames import A_FIGURE, A_PERIOD_OF, A_TIME, BE, SIGNS, Frame, gap, phrase

_CREDIT: Final = phrase(r"\bcredits?\b|\bcompensat\w+|\brefunds?\b")
_PROVIDER_ACTS: Final = (
    r"(?:provider|supplier|vendor|company|we|host|contractor) (?:shall|will|must|has|have|may) (?:\w+ ){0,4}?"
    r"(?:respond|reply|review|decide|confirm|answer|pay|credit|issue|apply|resolve"
    r"|acknowledge|process|investigate|notify|inform|accept|evaluate"
    r"|determine|provide|say|state|consider)"
)
_CLAIMS: Final = (
    r"(?:claim\w*|request\w*|submit\w*|appl(?:y|ied|ication)|notif\w+|contact\w*"
    r"|report\w*|open\w*|e-?mail\w*|in writing|sen[dt]|receiv\w+|ask\w*"
    r"|made|make|fil(?:e|ed)|lodg\w+|raise[ds]?)"
)

CLAIM: Final = (
    Frame(
        "credit_terms/claim_window",
        phrase(
            rf"\b{_CLAIMS}\b(?:(?!{_PROVIDER_ACTS})[^{SIGNS};]){{0,170}}?\b(?:within|not? later than"
            r"|before the end of|by the end of|up to|in) \(?"
            rf"{A_PERIOD_OF}(?:first )?{A_TIME}"
        ),
        about=_CREDIT,
        barred=phrase(
            rf"\b{_PROVIDER_ACTS}\b[^.;]{{0,90}}[{SIGNS}]|\bnot be paid|\b(?:are|is|be|been) (?:reviewed"
            r"|processed|issued|applied|credited|paid|considered)\b"
            r"|\bwithin\b[^.;]{0,40}\bof (?:the )?(?:receipt|receiving) of (?:the|a|such|your) (?:credit )?(?:claim|request)"
        ),
        confidence=0.85,
    ),
    Frame(
        "credit_terms/claim_window",
        phrase(rf"\b(?:within|not? later than) {A_TIME}{gap(150, ';')}\b{_CLAIMS}\b"),
        about=_CREDIT,
        barred=phrase(rf"\b{_PROVIDER_ACTS}"),
        confidence=0.7,
    ),
    Frame(
        "credit_terms/claim_window",
        phrase(rf"\b(?:claim|credit request|credit claim) (?:window|period|deadline)\b{gap(40)}(?:of|{BE})\s*{A_TIME}"),
    ),
    Frame(
        "credit_terms/claim_window",
        phrase(rf"{A_TIME}'?{gap(50)}\bto (?:submit|make|file|send|lodge|request)\b{gap(30)}\b(?:claims?|credits?)\b"),
        about=_CREDIT,
    ),
    Frame(
        "credit_terms/claim_window",
        phrase(rf"\b(?:claims?|requests?)\b{gap(90)}\b(?:older|later|more) than {A_TIME}"),
        about=phrase(r"\bcredits?\b"),
        confidence=0.8,
    ),
)

_LIMITS: Final = (
    r"(?:(?:shall|will|may|can|do|does|must)?\s*(?:not|never|in no event)?\s*exceed(?:s"
    r"|ing)?|(?:is|are|be)?\s*(?:limited|capped|restricted) (?:to|at)"
    r"|(?:up to )?(?:an? )?maximum(?: \w+){0,4}?\s*(?:of|is|:|=)?|(?:a )?cap\s*(?:of"
    r"|is|shall be|:)|no more than|not more than|more than|up to)"
)

CAP: Final = (
    Frame(
        "credit_terms/cap",
        phrase(
            r"\b(?:credits?|compensation|refunds?|remed(?:y|ies)|deductions?|penalt(?:y|ies)|cap|amount)\b"
            rf"(?:(?!\bper (?:hour|incident)\b)[^;]){{0,170}}?{_LIMITS}\s*(?:\w+ ){{0,4}}?{A_FIGURE}"
        ),
        about=phrase(r"\bcredits?\b|\bcompensat\w+|\brefund|\bpenalt"),
        barred=phrase(r"\bliabilit\w+|\bdamages\b|\b(?:availability|uptime) (?:falls|drops)|\bif\b[^,]{0,80}\bexceeds?\b"),
        confidence=0.85,
    ),
    Frame(
        "credit_terms/cap",
        phrase(
            rf"\b(?:maximum|max\.?|total|aggregate) (?:\w+ ){{0,4}}?(?:credits?|compensation"
            rf"|refunds?|penalt(?:y|ies))\b{gap(100)}{A_FIGURE}"
        ),
        about=_CREDIT,
        barred=phrase(r"\bliabilit\w+|\bdamages\b"),
        confidence=0.8,
    ),
    Frame(
        "credit_terms/cap",
        phrase(
            rf"\b(?:maximum of|no more than|not more than|limited to|up to) {A_FIGURE}(?:'s)?(?: worth)? (?:of )?(?:\w+ ){{0,2}}?credits?\b"
        ),
        barred=phrase(r"\bper day\b|\bif\b[^,]{0,80}\bexceeds?\b"),
        confidence=0.7,
    ),
)

WHOLE_FEE: Final = phrase(
    r"\b(?:(?:not|never|cannot|no event) (?:be )?(?:exceed|more than|greater than)|limited to|capped at|(?:up to )?a maximum of) "
    r"(?:(?:more than|an? amount|the (?:total|full|entire)?) )?"
    r"(?P<fee>(?:the|its|your|their|customer's|client's|[\w']+'s)?\s?(?:[\w-]+ ){0,4}?"
    r"(?:fees?|charges?|mrc|amounts?|price|payments?)\b[^.;]{0,120})"
)
"""A limit that is a whole fee: "shall not exceed the fees paid for that month"."""
FIGURE_NEAR: Final = phrase(r"\d ?%|per ?cent|\bhalf\b|\bquarter\b")
CREDITED: Final = phrase(r"\bcredits?\b|\bcredited\b|\bcompensation\b|\brefunds?\b|\brebates?\b")

BASES: Final = (
    (
        "affected_fee",
        phrase(
            r"(?:affected|applicable|relevant|particular|concerned|that|in question)\b[^.;]{0,40}"
            r"(?:service|component|instance|server|device|product|vps|plan)|for (?:the|that|such) (?:affected|particular)"
        ),
    ),
    ("daily_fee", phrase(r"\bdaily\b|\bday'?s\b")),
    ("annual_fee", phrase(r"\bannual|\byearly|\bper year|\byear'?s")),
    ("invoice", phrase(r"\binvoice")),
    ("monthly_fee", phrase(r"\bmonth\w*|\brecurring|\b[a-z]{0,2}mr[crf]s?\b")),
    ("other", phrase(r"^\s*of\b.*\b(?:fees?|charges?|price|cost|amount|payment|subscription|value)")),
)
"""What a share is a share of, by the words behind it; the first that fits counts."""

SOLE: Final = phrase(
    r"\b(?:sole|exclusive|only)(?: and (?:sole|exclusive|only))? (?:\w+ ){0,2}?(?:remed(?:y|ies)|recourse|compensation)\b"
    r"|\bfull and final (?:satisfaction|settlement)"
)
NOT_SOLE: Final = phrase(
    r"\b(?:not|no|neither|nor|never)\b[^.;]{0,60}\b(?:sole|exclusive|only)\b|\bwithout prejudice\b"
    r"|\bin addition to (?:any|all|its|the) other\b"
    r"|\bdo(?:es)? not (?:limit|affect|exclude|restrict)\b|\bnon-exclusive\b"
)
REMEDIED: Final = phrase(r"\bcredits?\b|\bservice (?:levels?|availability|commitments?)\b|\bSLA\b|\brefund|\bcompensat|\buptime\b")
"""What a sentence on the only remedy speaks of where it means the remedy for a missed level."""
