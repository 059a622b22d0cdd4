"""The figures of an agreement as a table, one row an entry, for a spreadsheet: levels, credits, terms, escalation."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from sladocs.codec import exact
from sladocs.codec.units import figure_text
from sladocs.model import gold
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Evidence, Extraction

COLUMNS: Final = (
    "document", "entry", "label", "metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "service", "window",
    "threshold", "calendar", "condition", "obliged", "indicator",
    "lower", "upper", "lower_included", "upper_included", "band_unit", "basis", "per",
    "term", "text", "level", "role", "side", "after", "quote", "section", "page", "confidence",
)  # fmt: skip
"""The columns. `entry` says what a row is: level, test (of a pilot), credit, term or escalation; `text` is the value of
a term that is no single figure."""

ENTRIES: Final = (("service_levels", "level"), ("service_credits", "credit"), ("escalation", "escalation"))

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?")
_SIGNS: Final = frozenset((">=", "<=", ">", "<", "="))


def dump(what: Extraction | Agreement, document: str = "", *, header: bool = True) -> str:
    """The table as CSV (RFC 4180, UTF-8). `document` names the file that was read; without `header` the rows can follow another table.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; figures are never changed.
    """
    extraction = what if isinstance(what, Extraction) else Extraction(agreement=what)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    if header:
        writer.writeheader()
    for row in _rows(extraction):
        writer.writerow({column: _cell(value) for column, value in {"document": document, **row}.items()})
    return out.getvalue()


def _rows(extraction: Extraction) -> Iterator[dict[str, Any]]:
    for name, kind in ENTRIES:
        for index, entry in enumerate(getattr(extraction.agreement, name)):
            fields = _fields(entry)
            if kind == "credit":
                fields["label"] = fields.pop("level", None)
            yield {"entry": kind, **fields, **_source(extraction.evidence.get(f"{name}/{index}"))}
    for index, test in enumerate(extraction.agreement.pilot.tests if extraction.agreement.pilot else ()):
        yield {"entry": "test", **_fields(test), **_source(extraction.evidence.get(f"pilot/tests/{index}"))}
    for term, value in gold.terms(extraction.agreement).items():
        figures = value if isinstance(value, dict) else {"text": value}
        yield {"entry": "term", "term": term, **figures, **_source(extraction.evidence.get(TERM_PATHS.get(term, "")))}


TERM_PATHS: Final = {
    "title": "title", "effective_date": "term/effective_date", "expiration_date": "term/expiration_date", "initial_term": "term/initial",
    "renewal_term": "term/renewal", "renewal_notice": "term/renewal_notice", "termination_notice": "term/termination_notice",
    "cure_period": "term/cure_period", "claim_window": "credit_terms/claim_window", "maintenance_notice": "maintenance/notice",
    "governing_law": "governing_law", "credit_cap": "credit_terms/cap", "sole_remedy": "credit_terms/sole_remedy",
    "support_hours": "support_hours", "maintenance_window": "maintenance/window", "pilot_period": "pilot/period",
    "chronic_failure": "chronic_failure",
}  # fmt: skip
"""Where the source of each term stands in an extraction's evidence."""


def _fields(entry: BaseModel) -> dict[str, Any]:
    """An entry's fields in their exact form; a band's ends say whether they belong to it only where there is an end."""
    written: dict[str, Any] = {name: exact.encode(value) for name, value in entry if value is not False or name != "indicator"}
    for end in ("lower", "upper"):
        if end in written and written[end] is None:
            del written[f"{end}_included"]
    after = written.get("after")
    if isinstance(after, dict):
        written["after"] = f"{figure_text(after['value'])} {after['unit']}"
    return written


def _source(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return {}
    return {"quote": evidence.quote, "section": evidence.section, "page": evidence.page, "confidence": repr(evidence.confidence)}


def _cell(value: Any) -> str:
    """A cell's text: figures digit for digit, texts so that no spreadsheet runs them."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return figure_text(value)
        case int():
            return str(value)
    text = str(value)
    if text in _SIGNS or _FIGURE.fullmatch(text) or not text.startswith(_FORMULA):
        return text
    return f"'{text}"
