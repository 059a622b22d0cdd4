"""Whether a condition holds for an agreement."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal, InvalidOperation
from enum import Enum

from sladocs.library.paths import find_all, is_mark
from sladocs.library.placing import has_rows
from sladocs.model.agreement import Agreement
from sladocs.model.clause import Condition


def holds(condition: Condition, agreement: Agreement, standing: Container[str]) -> bool:
    """Whether a condition holds, `standing` being the ids of the clauses that the document has."""
    if condition.has is not None:
        return any(found.value is not False or not is_mark(condition.has) for found in find_all(agreement, condition.has))
    if condition.equals is not None:
        return all(_is_one_of(agreement, path, values) for path, values in condition.equals.items())
    if condition.clause is not None:
        return condition.clause in standing
    if condition.table is not None:
        return has_rows(agreement, condition.table)
    if condition.negated is not None:
        return not holds(condition.negated, agreement, standing)
    if condition.all is not None:
        return all(holds(part, agreement, standing) for part in condition.all)
    return any(holds(part, agreement, standing) for part in condition.any or ())


def _is_one_of(agreement: Agreement, path: str, values: tuple[str, ...]) -> bool:
    return any(same(found.value, value) for found in find_all(agreement, path) for value in values)


def same(actual: object, text: str) -> bool:
    """Whether a value of an agreement is the one that a head writes as text: `schedule`, `true`, `99.9`."""
    if isinstance(actual, bool):
        return text.casefold() == str(actual).casefold()
    if isinstance(actual, int | Decimal):
        try:
            return Decimal(text) == actual
        except InvalidOperation:
            return False
    return str(actual.value if isinstance(actual, Enum) else actual) == text


def implied(condition: Condition) -> set[str]:
    """The paths that are surely not empty where the condition holds."""
    if condition.has is not None:
        return {condition.has}
    if condition.equals is not None:
        return set(condition.equals)
    if condition.all is not None:
        return set().union(*(implied(part) for part in condition.all))
    if condition.any:
        return set.intersection(*(implied(part) for part in condition.any))
    return set()
