"""The JSON form, which is also the interchange format.

One object: first the annotation's lists and terms (`service_levels`, `service_credits`, `terms`, `escalation`, `clauses`), then the rest of
the structure, then `sources` of single fields, and `findings`. An entry that was read from a document carries `source` (quote, section,
page, start, end) and `confidence`. `terms` is a projection: on loading, a term fills a field that the structure leaves open, and one
that contradicts the structure is an error. Figures are written digit for digit.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import simplejson
from pydantic import BaseModel

from sladocs.codec import exact, parsing, short_form, tree
from sladocs.codec.problems import LIMIT, UNKNOWN, VALUE, CodecError, Path, Problems, refuse, suggestion
from sladocs.codec.terms import with_terms
from sladocs.model import gold
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Evidence, Extraction, Finding

ENTRIES: Final = ("service_levels", "service_credits", "escalation", "clauses")
"""The lists of the annotation, each entry an object."""
SOURCED: Final = (
    *ENTRIES, "parties", "services", "priorities", "calendars", "reports", "reviews", "bodies", "volumes", "responsibilities",
    "special_terms",
)  # fmt: skip
"""The lists whose entries carry their source and confidence."""
KNOWN: Final = (*Agreement.model_fields, "terms", "sources", "findings")
NULLS: Final[Mapping[str, tuple[str, ...]]] = {
    "service_levels": gold.LEVEL_FIELDS, "service_credits": gold.CREDIT_FIELDS, "escalation": gold.STEP_FIELDS, "clauses": ("kind",),
}  # fmt: skip
"""The fields of the annotation, which are written even where they are null."""
BESIDE: Final = ("quote", "source", "confidence", "also")
"""What stands beside an entry's own fields. `quote` alone is the annotation's way to write a source."""
INTERCHANGE: Final = frozenset(
    ("service_levels", "service_credits", "terms", "sources", "findings", *("id", "source", "terms_also", "tolerated"))
)
"""Fields that only the interchange form has."""
ANNOTATION_ONLY: Final = ("id", "source", "terms_also", "tolerated")
"""Keys of an annotation file that are no part of an agreement; they are passed over."""


# --- writing ------------------------------------------------------------------------------------------------------------------


def dump(what: Agreement | Extraction) -> str:
    """The interchange object as text: the same agreement always gives the same bytes (UTF-8, two blanks, one line break at the end)."""
    text: str = simplejson.dumps(plain(what), use_decimal=True, ensure_ascii=False, indent=2, allow_nan=False)
    return text + "\n"


def plain(what: Agreement | Extraction) -> dict[str, Any]:
    """The interchange object as plain data; figures are Decimal."""
    extraction = what if isinstance(what, Extraction) else Extraction(agreement=what)
    agreement, left = extraction.agreement, dict(extraction.evidence)
    rest: dict[str, Any] = exact.encode(agreement)
    lists = {name: [_entry(name, i, entry, left) for i, entry in enumerate(getattr(agreement, name))] for name in SOURCED}
    structure = {name: lists.get(name) or value for name, value in rest.items() if name not in ENTRIES}
    head: dict[str, Any] = {
        "service_levels": lists["service_levels"],
        "service_credits": lists["service_credits"],
        "terms": gold.terms(agreement, extraction.evidence),
    }
    found = {**head, "escalation": lists["escalation"], "clauses": lists["clauses"], **structure}
    if left:
        found["sources"] = {path: _source(evidence) for path, evidence in left.items()}
    found["findings"] = [exact.encode(finding) for finding in extraction.findings]
    return found


def _entry(name: str, index: int, entry: BaseModel, left: dict[str, Evidence]) -> dict[str, Any]:
    written: dict[str, Any] = dict.fromkeys(NULLS.get(name, ())) | exact.encode(entry)
    evidence = left.pop(f"{name}/{index}", None)
    if evidence:
        written |= _source(evidence)
    return written


def _source(evidence: Evidence) -> dict[str, Any]:
    written: dict[str, Any] = exact.encode(evidence)
    written.pop("confidence", None)
    also = written.pop("also", None)
    beside: dict[str, Any] = {"source": written, "confidence": evidence.confidence}
    if also:
        beside["also"] = {field: list(values) for field, values in also.items()}
    return beside


# --- reading ------------------------------------------------------------------------------------------------------------------


def load(text: str, name: str = "agreement.json") -> Extraction:
    """Read the interchange object, with or without its structure, sources and findings. Raises CodecError with all errors at once."""
    data = parse(text, name)
    if form(data) is Form.SHORT:
        return _load_short(text, data, name)
    try:
        return load_plain(data, name, _lines(text, name))
    except CodecError as error:
        if form(data) is Form.EITHER:
            with contextlib.suppress(CodecError):  # neither form: the errors of this one are told
                return _load_short(text, data, name)
        raise error from None


class Form(StrEnum):
    """In which form a JSON object is written; `EITHER` where its fields exist in both."""

    INTERCHANGE = "interchange"
    SHORT = "short"
    EITHER = "either"


def form(data: Mapping[str, Any]) -> Form:
    """The form of a JSON object: the short form may be written as JSON too."""
    if INTERCHANGE & data.keys():
        return Form.INTERCHANGE
    return Form.SHORT if (short_form.READERS.keys() - set(KNOWN)) & data.keys() else Form.EITHER


def _load_short(text: str, data: Mapping[str, Any], name: str) -> Extraction:
    return Extraction(agreement=short_form.agreement(short_form.read(as_tree(text, data, name), name)))


def as_tree(text: str, data: Mapping[str, Any], name: str) -> tree.Node:
    """The tree of a JSON text, with lines where it is YAML too (tabs between values are not)."""
    try:
        return parsing.read(text, name)
    except CodecError:
        return tree.from_plain(data, name)


def parse(text: str, name: str) -> dict[str, Any]:
    """The object of a JSON text, all numbers Decimal. Raises CodecError for bad syntax, a key that stands twice, too much or too deep."""
    if len(text) > parsing.LARGEST:
        refuse(name, None, f"the file is longer than {parsing.LARGEST // 1024 // 1024} MB; an agreement is a few pages", code=LIMIT)
    if _depth(text) > parsing.DEEPEST:
        refuse(name, None, f"objects and lists are nested deeper than {parsing.DEEPEST} levels", code=LIMIT)
    try:
        data = simplejson.loads(
            text, parse_float=Decimal, parse_int=Decimal, parse_constant=_no_constant, object_pairs_hook=_object, use_decimal=False
        )
    except simplejson.JSONDecodeError as error:
        refuse(name, error.lineno, f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]} in column {error.colno}")
    except _BadValueError as error:
        refuse(name, None, str(error))
    if not _is_whole(text, data):
        refuse(name, None, "a text holds half of a surrogate pair (\\ud800 to \\udfff); write the character itself")
    if not isinstance(data, dict):
        refuse(name, 1, "an agreement is one object in braces: { … }", code=VALUE)
    return data


def _is_whole(text: str, data: Any) -> bool:
    """Whether all texts can be written as UTF-8; half a surrogate pair cannot."""
    if text.isascii() and "\\u" not in text:
        return True
    try:
        simplejson.dumps(data, use_decimal=True, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


class _BadValueError(Exception):
    """A value that JSON's grammar allows, or its usual readers, and an agreement cannot have."""


def _no_constant(constant: str) -> Any:
    raise _BadValueError(f"{constant} is no figure; write a number or null")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _BadValueError(f"the field {key!r} stands twice in one object; keep one of them")
        found[key] = value
    return found


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


def _depth(text: str) -> int:
    """The deepest nesting of brackets outside texts."""
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


def _lines(text: str, name: str) -> Callable[[Path], tuple[str, int] | None]:
    """Gives the line of a path. The text is only read for its lines when there is an error to report."""
    root: list[tree.Node | None] = []

    def origin(path: Path) -> tuple[str, int] | None:
        if not root:
            try:
                root.append(parsing.read(text, name))
            except CodecError:  # JSON that is no YAML, such as tabs between values: the path must do
                root.append(None)
        return tree.at(root[0], path) if root[0] is not None else None

    return origin


def load_plain(data: Mapping[str, Any], name: str, origin: Callable[[Path], tuple[str, int] | None] = lambda _: None) -> Extraction:
    """Read the interchange object from plain data. Raises CodecError with all errors at once."""
    problems = Problems(name, origin)
    for key in data:
        if key not in KNOWN and key not in ANNOTATION_ONLY:
            problems.add((key,), f"unknown field {key!r}{suggestion(key, KNOWN)}", code=UNKNOWN)
    evidence: dict[str, Evidence] = {}
    structure = {key: _stripped(key, value, evidence, problems) for key, value in data.items() if key in Agreement.model_fields}
    agreement = exact.decode(Agreement, {key: value for key, value in structure.items() if value is not None}, (), problems)
    if agreement is not exact.FAILED:
        agreement = with_terms(agreement, data.get("terms"), problems)
    evidence |= _sources(data.get("sources"), problems)
    findings = _findings(data.get("findings"), problems)
    problems.finish()
    return Extraction(agreement=agreement, evidence=evidence, findings=findings)


def _stripped(name: str, value: Any, evidence: dict[str, Evidence], problems: Problems) -> Any:
    """A list without the sources of its entries, which go to `evidence`. A clause may be its kind alone."""
    if name not in SOURCED or not isinstance(value, list):
        return value
    entries = []
    for index, given in enumerate(value):
        entry = {"kind": given} if name == "clauses" and isinstance(given, str) else given
        if isinstance(entry, dict):
            beside = {key: entry[key] for key in BESIDE if key in entry}
            if (found := _evidence(beside, (name, index), problems)) is not None:
                evidence[f"{name}/{index}"] = found
            entry = {key: item for key, item in entry.items() if key not in BESIDE and not _is_empty(name, key, item)}
        entries.append(entry)
    return entries


def _is_empty(name: str, key: str, item: Any) -> bool:
    return item is None and key in NULLS.get(name, ())


def _evidence(beside: Mapping[str, Any], path: Path, problems: Problems) -> Evidence | None:
    source = beside.get("source")
    if source is None and beside.get("quote") is not None:
        source = {"quote": beside["quote"]}
    if source is None:
        return None
    if not isinstance(source, dict):
        problems.add((*path, "source"), "source: write an object with quote, section, page, start and end")
        return None
    also = beside.get("also") or {}
    if not isinstance(also, dict) or not all(isinstance(values, list) for values in also.values()):
        problems.add((*path, "also"), "also: write an object that gives a list of other values for a field")
        also = {}
    given = {**source, "confidence": beside.get("confidence", Decimal(1))}
    plain_fields = exact.decode(Evidence, given, (*path, "source"), problems)
    if plain_fields is exact.FAILED:
        return None
    found: Evidence = plain_fields.model_copy(update={"also": {field: tuple(values) for field, values in also.items()}})
    return found


def _sources(data: Any, problems: Problems) -> dict[str, Evidence]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        problems.add(("sources",), "sources: write an object that gives a source for each path")
        return {}
    found = {
        path: _evidence(beside if isinstance(beside, dict) else {"source": beside}, ("sources", path), problems)
        for path, beside in data.items()
    }
    return {path: evidence for path, evidence in found.items() if evidence}


def _findings(data: Any, problems: Problems) -> tuple[Finding, ...]:
    if data is None:
        return ()
    if not isinstance(data, list):
        problems.add(("findings",), "findings: write a list")
        return ()
    found = [exact.decode(Finding, entry, ("findings", index), problems) for index, entry in enumerate(data)]
    return tuple(finding for finding in found if finding is not exact.FAILED)
