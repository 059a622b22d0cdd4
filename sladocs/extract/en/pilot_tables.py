"""The header words and cells of the tables of a pilot: what it must reach, where it may be left, and what happens then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sladocs.extract.columns import TableForm
from sladocs.model.agreement import Outcome

_RAMP: Final = (
    r"off-?ramps?|exit (?:point|option|ramp)s?|(?:decision|stage|quality|go\s*/\s*no-?go) (?:gate|point)s?|gates?"
    r"|(?:go\s*/\s*no-?go|go or no-?go)(?: decisions?)?"
)
_DATE: Final = (
    r"(?:decision |review |due |target |planned )?(?:dates?|deadline|timing)(?: of (?:the )?decision)?"
    r"|(?:decided?|decision) (?:on|by|due)|when|by when|time(?: of decision)?|due"
)
_CRITERION: Final = (
    r"(?:decision |exit |success |go\s*/\s*no-?go |leaving |trigger(?:ing)? )*(?:criteri(?:a|on)|conditions?|tests?|questions?|triggers?"
    r"|thresholds?|events?)(?: to be met)?"
)
_DECIDER: Final = (
    r"decided by|deciders?|decision[ -]makers?|decision[ -](?:making )?(?:body|authority|owner|forum)|who decides|authority|approvers?"
    r"|approved by|owners?|forum|body|decision (?:is )?(?:made|taken) by|responsible(?: party)?"
)
_OUTCOME: Final = r"(?:possible |agreed |resulting )?(?:outcomes?|decisions?|results?|options?|actions?)(?: if (?:met|so))?|if met|then"
_SILENCE: Final = (
    r"if (?:nobody|no ?one|neither party|none) decides|if no decision(?: is (?:made|taken))?|no decision|without (?:a )?decision|silence"
    r"|(?:on |upon )?silence(?: means)?|default(?: outcome| decision)?|in the absence of (?:a )?decision|absent (?:a )?decision"
)
_FEES: Final = r"(?:fees?|charges?|costs?|payments?|prices?|money)(?: (?:due|owed|payable))?"
_DATA: Final = r"(?:customer |return of |treatment of )?(?:data|information)(?: (?:return|handling|and records))?"
_ASSETS: Final = (
    r"assets?|equipment|hardware|licen[cs]es|deliverables|ip|intellectual property|assets and .*|equipment and .*|hardware and .*"
)


def _columns(label: str) -> Mapping[str, re.Pattern[str]]:
    words = {
        "label": label, "date": _DATE, "silence": _SILENCE, "criterion": _CRITERION, "decider": _DECIDER, "outcome": _OUTCOME,
        "fees": _FEES, "data": _DATA, "assets": _ASSETS,
    }  # fmt: skip
    return {name: re.compile(pattern) for name, pattern in words.items()}


OFF_RAMPS: Final = TableForm(_columns(_RAMP), ("label", "date"))
"""A table that names its rows off-ramps, gates or exit points, and dates them."""
RAMP_OUTCOMES: Final = TableForm(_columns(_RAMP), ("label", "outcome"))
"""The same without dates."""
DECISIONS: Final = TableForm(
    _columns(r"ref(?:erence)?|no|#|id|milestones?|stages?|phases?|check-?points?|reviews?|steps?"), ("date", "outcome")
)
"""A table of dated decisions; it holds off-ramps where what stands over it speaks of a pilot."""
CONSEQUENCES: Final = TableForm(
    {name: re.compile(words) for name, words in {"label": _RAMP, "fees": _FEES, "data": _DATA, "assets": _ASSETS}.items()},
    ("label",),
    closed=True,
)
"""What becomes of fees, data and assets at each off-ramp."""

_OUTCOMES: Final[tuple[tuple[Outcome, re.Pattern[str]], ...]] = (
    ("renegotiate", re.compile(r"\b(?:re-?negotiat\w*|re-?scop\w*|re-?plan\w*|re-?pric\w*|amend\w*|adjust\w*)", re.IGNORECASE)),
    ("extend", re.compile(r"\b(?:extend\w*|extension|prolong\w*)", re.IGNORECASE)),
    (
        "exit",
        re.compile(
            r"\b(?:exit\w*|stop\w*|ends?|ended|terminat\w*|no[ -]go|cancel\w*|withdraw\w*|abandon\w*|clos(?:e|ed|ure)|leave|discontinu\w*)",
            re.IGNORECASE,
        ),
    ),
    (
        "proceed",
        re.compile(
            r"\b(?:proceed(?:s|ing)?|(?<!no-)(?<!no )go(?! ?/)|continu\w*|roll-?\s?out|commits?|accept\w*|goes ahead)\b", re.IGNORECASE
        ),
    ),
)  # fmt: skip
_NOT: Final = re.compile(r"\b(?:not|no(?! ?-?go)|never|without|unless|or)\b", re.IGNORECASE)


def outcome_of(text: str | None) -> Outcome | None:
    """The one outcome that a cell names ("Exit", "The Pilot is extended"), None for other words and where it may be several."""
    if not text or _NOT.search(text):
        return None
    found = [outcome for outcome, pattern in _OUTCOMES if pattern.search(text)]
    return found[0] if len(found) == 1 else None


SINCE_START: Final = re.compile(
    r"\s*(?:(?:after|from|into|following|of) (?:the )?(?:(?:pilot|trial)(?:'s)? ?)?(?:starts?|start date|commencement|launch"
    r"|go-?live|beginning|kick-?off|effective date|pilot|trial|day 1)?(?: of the (?:pilot|trial))?)?[\s.]*",
    re.IGNORECASE,
)
"""What follows a time that counts from the start: "30 days after the start"."""
NTH: Final = re.compile(r"\s*(?:by |on )?(?:the )?(?:end of )?(?P<unit>day|week|month) (?P<count>\d{1,3})\s*", re.IGNORECASE)
"""A time since the start by its number: "Week 6", "end of month 2"."""

SUCCESS: Final = re.compile(
    r"\b(?:success|exit|acceptance|evaluation|pass(?:ing)?|go\s*/\s*no-?go)\s+(?:tests?|criteri(?:a|on)|measures?|metrics?|targets?|conditions?"
    r"|factors?|thresholds?|indicators?)\b|\b(?:tests?|criteria|measures?)\s+(?:of|for)\s+success\b",
    re.IGNORECASE,
)
"""What the figures of a trial are called that it must reach."""
SUCCESS_TESTS: Final = re.compile(r"\bsuccess\s+tests?\b", re.IGNORECASE)
"""Words that name them wherever they stand; the others do so where a pilot is spoken of."""
SUCCEEDS: Final = re.compile(
    r"\b(?:pilot|trial|proof[ -]of[ -]concept|poc)\b[^.;]{0,80}\b(?:success(?:ful)?|succeed(?:s|ed)?|pass(?:es|ed)?|fail(?:s|ed)?)\b"
    r"[^.;]{0,60}\b(?:if|when|where|provided|unless|only)\b",
    re.IGNORECASE,
)
"""A sentence that says when the trial is a success."""
PROMISED: Final = re.compile(r"\bservice\s+levels?\b|\bslas?\b|\bservice\s+credits?\b", re.IGNORECASE)
"""Words over figures that are promised."""
TEST_HEAD: Final = re.compile(r"(?:success |acceptance |exit )?tests?(?: (?:no|ref|id))?", re.IGNORECASE)
CRITERION_HEAD: Final = re.compile(r".*\bcriteri(?:a|on)\b.*", re.IGNORECASE)
