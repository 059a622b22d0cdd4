"""Which clauses stand in the document, and what is left of their texts under the agreement's conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sladocs.assemble.faults import fault
from sladocs.assemble.select import Selected, select
from sladocs.library.choose import Chosen
from sladocs.library.conditions import holds
from sladocs.model.agreement import Agreement
from sladocs.model.clause import TableMark, TextBlock, WhenBlocks
from sladocs.model.finding import Finding
from sladocs.model.template import Template

_FIELDS: Final[Mapping[str, str]] = {
    "grid": "levels",
    "success-tests": "pilot.tests",
    "off-ramps": "pilot.off_ramps",
    "off-ramp-consequences": "pilot.off_ramps",
    "raci": "responsibilities",
    "holidays": "calendars",
    "signatures": "parties",
    "key-terms": "parties",
}
"""The fields of an agreement whose tables are called otherwise."""


@dataclass(frozen=True)
class Text:
    """A clause of the document with what is left of its text; `chosen.special` stands instead where it is given."""

    chosen: Chosen
    blocks: tuple[Selected, ...]

    def tables(self) -> list[str]:
        """The tables that the text places."""
        return [block.name for block in self.blocks if isinstance(block, TableMark)]


def standing(agreement: Agreement, template: Template, chosen: Mapping[str, Chosen]) -> dict[str, Text]:
    """The clauses that stand, by id. A clause with nothing left to say falls away, which can let the conditions of others fail in turn."""
    names = set(chosen)
    texts: dict[str, Text] = {}
    for _ in range(len(chosen) + 1):
        texts = dict(_texts(agreement, template, chosen, names))
        if set(texts) == names:
            break
        names = set(texts)
    return texts


def _texts(agreement: Agreement, template: Template, chosen: Mapping[str, Chosen], names: set[str]) -> Iterator[tuple[str, Text]]:
    for name, choice in chosen.items():
        condition = template.conditional.get(name)
        if name not in names or (condition and not holds(condition, agreement, names)):
            continue
        blocks = () if choice.special else tuple(select(choice.clause, choice.variant.blocks, agreement, names))
        if blocks or choice.special:
            yield name, Text(choice, blocks)


def empty_mandatory(template: Template, chosen: Mapping[str, Chosen], texts: Mapping[str, Text]) -> Iterator[Finding]:
    """Mandatory clauses that say nothing."""
    for name in template.mandatory:
        if name in chosen and name not in texts:
            clause = chosen[name].clause
            message = f"The clause {clause.title!r} ({name}) is mandatory, but the agreement gives nothing that it could say."
            wanted = [p.path for p in clause.parameters.values()] or [_field(name) for name in _tables(chosen[name].variant.blocks)]
            remedy = f"Give {' or '.join(wanted)}." if wanted else f"See what its conditions ask for: sladocs clauses show {name}."
            yield fault("A05", message, file=clause.file, remedy=remedy)


def _tables(blocks: Iterable[TextBlock]) -> Iterator[str]:
    """The tables that texts place, also under conditions."""
    for block in blocks:
        if isinstance(block, TableMark):
            yield block.name
        elif isinstance(block, WhenBlocks):
            yield from _tables(block.blocks)


def _field(table: str) -> str:
    """What an agreement gives for a table."""
    return _FIELDS.get(table, table.replace("-", "_"))
