"""Clauses: the words of the library, as data. A clause owns words and conditions; order and defaults belong to a template."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from sladocs.model.quantity import Model

ParameterType = Literal["duration", "date", "text", "percent", "money", "quantity", "credit", "number", "months", "list"]
"""What a parameter's path leads to; `quantity` is any figure with its unit, `months` a ChronicFailure, `credit` a cap."""

FILTERS: Final[Mapping[str, tuple[ParameterType, ...]]] = {
    "words": ("duration", "number", "quantity"),
    "duration": ("duration",),
    "percent": ("percent", "quantity"),
    "money": ("money", "quantity"),
    "date": ("date",),
    "credit": ("credit",),
    "months": ("months",),
    "text": ("text", "number", "quantity"),
    "list": ("list",),
}
"""The closed list of filters, each with the types that it prints."""

TABLES: Final = (
    "parties", "key-terms", "services", "priorities", "calendars", "holidays", "levels", "grid", "credits", "escalation",
    "reports", "reviews", "raci", "signatures", "success-tests", "off-ramps", "off-ramp-consequences", "bodies", "volumes",
)  # fmt: skip
"""The tables that code builds from an agreement; a text names them as [[table:levels]]."""

FIGURES: Final = ("credit-steps", "escalation-ladder", "pilot-timeline", "allowed-downtime")
"""The pictures that code builds from an agreement; a text names them as [[figure:credit-steps]]."""

VARIANTS: Final = ("balanced", "provider", "customer")
"""The three texts that answer to a position; every other name is a fallback."""

KINDS: Final = (
    "parties", "definitions", "purpose", "scope", "exclusions", "roles", "governance", "service_levels", "measurement",
    "reporting", "review", "penalties", "incentives", "escalation", "dispute_resolution", "support", "maintenance",
    "change_management", "improvement", "continuity", "security", "data_protection", "confidentiality", "financial", "pilot",
    "off_ramp", "term", "renewal", "termination", "exit", "amendment", "liability", "indemnity", "warranty", "force_majeure",
    "governing_law", "assignment", "subcontracting", "notices", "audit", "intellectual_property", "signatures",
    "interpretation", "entire_agreement",
)  # fmt: skip
"""The kinds of clause that a reader tells apart, and two that only our own documents name."""


class _Words(Model):
    model_config = ConfigDict(str_strip_whitespace=False)  # the blanks at the ends of words part them from their neighbours


class Plain(_Words):
    """Words as they are printed."""

    node: Literal["plain"] = "plain"
    text: str


class Bold(_Words):
    """Emphasis; `defines` is the term that the text defines with these words."""

    node: Literal["bold"] = "bold"
    content: tuple[Inline, ...]
    defines: str | None = None


class Fill(Model):
    """A parameter of the clause, printed by a filter: {{ notice | words }}."""

    node: Literal["fill"] = "fill"
    parameter: str
    filter: str = "text"


class Use(_Words):
    """A defined term, and the words that stand for it: [[Service Level]], [[missed levels|Service Level]]."""

    node: Literal["use"] = "use"
    term: str
    shown: str


class Refer(Model):
    """A reference to a clause or a schedule: [[clause:term]], [[schedule:service-levels]]."""

    node: Literal["refer"] = "refer"
    to: Literal["clause", "schedule"]
    name: str


class When(Model):
    """Words that stand only where a condition of the head holds."""

    node: Literal["when"] = "when"
    condition: str
    content: tuple[Inline, ...]


Inline = Annotated[Plain | Bold | Fill | Use | Refer | When, Field(discriminator="node")]


class Passage(Model):
    """A paragraph of a text. `level` is None without a number, 0 for the clause's numbered paragraphs, 1 to 3 for (a), (i), (A)."""

    block: Literal["passage"] = "passage"
    level: int | None = Field(default=None, ge=0, le=3)
    content: tuple[Inline, ...]
    line: int = 0


class TableMark(Model):
    """The place of a table that code builds."""

    block: Literal["table"] = "table"
    name: str
    line: int = 0


class FigureMark(Model):
    """The place of a picture that code builds; where there is nothing to show, there is none."""

    block: Literal["figure"] = "figure"
    name: str
    line: int = 0


class DefinitionsMark(Model):
    """The place of the list of definitions."""

    block: Literal["definitions"] = "definitions"
    line: int = 0


class WhenBlocks(Model):
    """Blocks that stand only where a condition of the head holds."""

    block: Literal["when"] = "when"
    condition: str
    blocks: tuple[TextBlock, ...]
    line: int = 0


TextBlock = Annotated[Passage | TableMark | FigureMark | DefinitionsMark | WhenBlocks, Field(discriminator="block")]


class Condition(Model):
    """A condition as data: exactly one of the fields is given.

    `has` is a path that is not empty, `is` values by path, `clause` the id of a clause that stands, `table` a table that has rows.
    """

    model_config = ConfigDict(populate_by_name=True)

    has: str | None = None
    equals: Mapping[str, tuple[str, ...]] | None = Field(default=None, alias="is")
    clause: str | None = None
    table: str | None = None
    all: tuple[Condition, ...] | None = None
    any: tuple[Condition, ...] | None = None
    negated: Condition | None = Field(default=None, alias="not")

    @model_validator(mode="after")
    def _is_one_test(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("a condition is one of has, is, clause, table, all, any, not")
        return self

    def __str__(self) -> str:
        """The condition in words, for a lawyer."""
        if self.has is not None:
            return f"the agreement has {self.has}"
        if self.equals is not None:
            return " and ".join(f"{path} is {' or '.join(values)}" for path, values in self.equals.items())
        if self.clause is not None:
            return f"the clause {self.clause} stands"
        if self.table is not None:
            return f"the table {self.table} has rows"
        if self.negated is not None:
            return f"it is not so that {self.negated}"
        joined = " and " if self.all is not None else " or "
        return joined.join(f"({part})" for part in self.all or self.any or ())

    def parts(self) -> Iterator[Condition]:
        """This condition and all inside it."""
        yield self
        for part in (*(self.all or ()), *(self.any or ()), *((self.negated,) if self.negated else ())):
            yield from part.parts()


class Parameter(Model):
    """A fact of the agreement that a text prints. A `required` one must be there; any other is printed only under its condition."""

    path: str
    type: ParameterType
    required: bool = False


class Variant(Model):
    """One text of a clause: `of` is the side that a fallback leans to, `trigger` when it is acceptable, `states` what follows from it."""

    name: str
    of: Literal["balanced", "provider", "customer"] | None = None
    trigger: str | None = None
    states: Mapping[str, str] = Field(default_factory=dict)
    source: str = ""
    blocks: tuple[TextBlock, ...] = ()
    line: int = 0


class Guidance(Model):
    """What the drafter and the negotiator should know."""

    drafter: str | None = None
    negotiator: str | None = None


class Clause(Model):
    """A clause in one version: its texts, and what they need and say. `file` is where it was read from, for messages."""

    id: str
    version: str
    title: str = Field(min_length=1)
    kind: str
    parameters: Mapping[str, Parameter] = Field(default_factory=dict)
    conditions: Mapping[str, Condition] = Field(default_factory=dict)
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    alternative_of: tuple[str, ...] = ()
    defines: Mapping[str, tuple[Inline, ...]] = Field(default_factory=dict)
    variants: Mapping[str, Variant] = Field(default_factory=dict)
    guidance: Guidance = Guidance()
    sources: tuple[str, ...] = ()
    file: str = ""

    def show(self) -> str:
        """The clause as plain text: its texts one after the other, the conditions in words, and the guidance."""
        return "\n".join(_shown(self)) + "\n"


def _shown(clause: Clause) -> Iterator[str]:
    yield f"{clause.title} ({clause.id} {clause.version}, {clause.kind})"
    for term, definition in clause.defines.items():
        yield from ("", _wrapped(f"“{term}”: {inline_words(definition)}"))
    for variant in clause.variants.values():
        yield from ("", variant.name.upper() + (f" (leans to {variant.of})" if variant.of else ""))
        if variant.trigger:
            yield _wrapped(variant.trigger)
        yield from ("", *_block_lines(variant.blocks))
    if clause.conditions:
        yield from ("", "CONDITIONS", *(f"{name}: {condition}" for name, condition in clause.conditions.items()))
    notes = {"Drafter": clause.guidance.drafter, "Negotiator": clause.guidance.negotiator, "Requires": ", ".join(clause.requires)}
    notes |= {"Excludes": ", ".join(clause.excludes), "Sources": "; ".join(clause.sources)}
    for head, note in notes.items():
        if note:
            yield from ("", _wrapped(f"{head}: {note}"))


def _block_lines(blocks: tuple[TextBlock, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Passage(level=None):
                yield _wrapped(inline_words(block.content))
            case Passage(level=level):
                yield _wrapped("- " + inline_words(block.content), "   " * (level or 0))
            case TableMark():
                yield f"[table: {block.name}]"
            case FigureMark():
                yield f"[figure: {block.name}]"
            case DefinitionsMark():
                yield "[the definitions]"
            case WhenBlocks():
                yield from (f"[if {block.condition}:", *_block_lines(block.blocks), "]")


def inline_words(content: tuple[Inline, ...]) -> str:
    """Inline text in plain words: <name> stands for a parameter, [if name: …] for words under a condition."""
    out = ""
    for node in content:
        match node:
            case Plain():
                out += node.text
            case Bold():
                out += inline_words(node.content)
            case Fill():
                out += f"<{node.parameter.replace('_', ' ')}>"
            case Use():
                out += node.shown
            case Refer():
                out += f"{node.to} <{node.name}>"
            case When():
                out += f"[if {node.condition}: {inline_words(node.content).strip()}]"
    return out


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, width=100, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)
