"""The words beside a percentage that tell a share of cases from other shares."""

from __future__ import annotations

import re
from typing import Final

PARTED: Final = re.compile(r";|\.\s|\bavailab|\buptime", re.IGNORECASE)
"""Between a percentage and a time: they belong to different promises."""
LEADING: Final = re.compile(r"(?:\b(?:in|for|at|with)|[,(@])\s{0,2}$", re.IGNORECASE)
"""Before a percentage that is a share of cases: "in 95 %", "(95%"."""
ENDS: Final = re.compile(r"\s{0,2}(?:$|[).,;:\u2013-]|\s(?:within|in|and|or|or)\b)")
BEHIND_TIME: Final = re.compile(r"[\s,/([@|\u2013\u2014-]{1,5}|\s*(?:in|at|for|with)\s*", re.IGNORECASE)
"""Between a time and the share of cases behind it: "4 hours / 95 %", "4 h (95 %)"."""
BEFORE_TIME: Final = re.compile(r"[\s,/@|\u2013\u2014-]{1,5}", re.IGNORECASE)
"""Between a share of cases and the time behind it: "95 % / 4 hours"; in brackets a time would say the percentage again."""
LEAST: Final = 50
"""The least share of cases, in percent, that is known by its place alone."""
PERCENT: Final = re.compile(r"%|cent|pct", re.IGNORECASE)
OF_SERVICE: Final = re.compile(r"\bavailab|\buptime|\bup\s{1,2}time|\baccessib|\boperational", re.IGNORECASE)

DETERMINERS: Final = frozenset({
    "the", "all", "such", "its", "our", "these", "any", "new", "total", "those", "each", "your", "their", "incoming", "inbound",
    "reported", "valid", "received",
})  # fmt: skip
BE: Final = frozenset(["are", "be", "is", "will", "shall", "must", "should", "to", "being", "been", "were"])
WITHIN: Final = frozenset(["within", "in", "under", "<", "≤", "<=", "inside", "below"])
MET: Final = frozenset({
    "sent", "met", "given", "dealt", "done", "compliance", "attainment", "achievement", "adherence", "success", "conformance",
    "conformity", "probability", "confidence", "certainty", "compliant", "cases", "calls", "tickets", "incidents", "requests",
})  # fmt: skip
"""Words right behind a percentage that make it a share of cases."""
NOT_DONE: Final = frozenset({
    "guaranteed", "based", "scheduled", "planned", "combined", "committed", "required", "expected", "measured", "calculated", "agreed",
    "need", "speed", "feed",
})  # fmt: skip
NOT_CASES: Final = frozenset({
    "time", "month", "months", "year", "quarter", "day", "days", "fee", "fees", "charge", "charges", "monthly", "annual", "invoice",
    "amount", "price", "cost", "value", "uptime", "availability", "period", "minutes", "hours", "subscription", "payment", "service",
    "full", "capacity", "downtime", "bill", "contract", "credit",
})  # fmt: skip
"""What a percentage may be a share of without being a share of cases."""
NO_PAIR: Final = re.compile(r"\s{0,2}(?:rule|principle|split|ratio|share|basis|apportion|cost|fee|mg|mm)", re.IGNORECASE)
NO_PAIR_BEFORE: Final = re.compile(r"(?:split|shared?|ratio|pareto|page|section|clause|dated?)\W{0,2}(?:of\s)?$", re.IGNORECASE)
