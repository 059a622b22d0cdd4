"""The annotation's `terms` on their way in: they fill what the structure leaves open, and must not contradict it."""

from __future__ import annotations

import re
from typing import Any, Final

import simplejson

from sladocs.codec import exact
from sladocs.codec.problems import CONTRADICTION, Problems
from sladocs.model import gold
from sladocs.model.agreement import Agreement, CreditCap, Report
from sladocs.model.terms import AS_WRITTEN

TERMS: Final = (
    "title", "provider", "customer", "effective_date", "expiration_date", "initial_term", "renewal_term", "renewal_notice",
    "termination_notice", "cure_period", "claim_window", "maintenance_notice", "governing_law", "credit_cap", "sole_remedy",
    "support_hours",
    "maintenance_window", "reporting_frequency", "review_frequency", "pilot_period", "chronic_failure",
)  # fmt: skip

_BLANK = re.compile(r"[^\S\x1c-\x1f]*")
"""What the model takes for no text: blanks, but not the separators that Python alone counts as blanks."""


def with_terms(agreement: Agreement, given: Any, problems: Problems) -> Agreement:
    """The agreement with the terms that it leaves open; a term that says another thing than the structure is an error."""
    if given is None:
        return agreement
    if not isinstance(given, dict):
        problems.add(("terms",), "terms: write an object")
        return agreement
    for key in given:
        if key not in TERMS:
            problems.unknown(("terms", key), key, TERMS)
    usable = {key: value for key, value in given.items() if key in TERMS and value is not None and _term_kind(key, value, problems)}
    try:
        filled = gold.fill(agreement, usable)
    except ValueError as error:
        problems.add(("terms",), f"terms: {error}")
        return agreement
    stated = gold.terms(filled)
    for key, value in usable.items():
        own = stated.get(key)
        if key == AS_WRITTEN and own is not None:  # a contract's words for what the structure says
            continue
        if not gold.equal(own, value) and not (key == "sole_remedy" and value is False and own is None):
            problems.add(("terms", key), f"the term {key} says {_shown(value)}, the structure {_shown(own)}; keep one", code=CONTRADICTION)
    return filled


def _term_kind(key: str, value: Any, problems: Problems) -> bool:
    """Whether a term's value is of its kind: an object for the cap, true or false for the sole remedy, else text."""
    right: dict[str, tuple[type, str]] = {
        "credit_cap": (dict, "an object with value, unit and basis"),
        "sole_remedy": (bool, "true or false"),
    }
    kind, words = right.get(key, (str, "text"))
    if not isinstance(value, kind) or (key not in right and _BLANK.fullmatch(str(value))):
        problems.add(("terms", key), f"{key}: write {words}")
        return False
    if key == "credit_cap" and isinstance(value, dict):
        return exact.decode(CreditCap, {k: v for k, v in value.items() if v is not None}, ("terms", key), problems) is not exact.FAILED
    if key in ("reporting_frequency", "review_frequency"):
        return exact.decode(Report, {"frequency": value}, ("terms",), problems) is not exact.FAILED
    return True


def _shown(value: Any) -> str:
    return "nothing" if value is None else simplejson.dumps(value, use_decimal=True, ensure_ascii=False)
