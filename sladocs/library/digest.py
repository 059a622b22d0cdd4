"""The digest of a clause: what changes it changes the contract, or when the clause may stand; guidance and sources do not."""

from __future__ import annotations

import hashlib
import json

from sladocs.model.clause import Clause


def digest(clause: Clause) -> str:
    """The SHA-256 of the clause's texts, parameters, conditions and relations, as 64 hexadecimal digits."""
    content = {
        "title": clause.title,
        "kind": clause.kind,
        "texts": {name: _even(variant.source) for name, variant in clause.variants.items()},
        "states": {name: dict(variant.states) for name, variant in clause.variants.items()},
        "defines": {term: [node.model_dump() for node in words] for term, words in clause.defines.items()},
        "parameters": {name: parameter.model_dump() for name, parameter in clause.parameters.items()},
        "conditions": {name: condition.model_dump(exclude_none=True) for name, condition in clause.conditions.items()},
        "requires": sorted(clause.requires),
        "excludes": sorted(clause.excludes),
        "alternative_of": sorted(clause.alternative_of),
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _even(text: str) -> str:
    """A text with one kind of line end and no blanks at the ends of its lines, which do not change what is printed."""
    return "\n".join(row.rstrip() for row in text.strip().splitlines())
