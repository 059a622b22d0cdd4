"""The one way from an agreement to its document: choose, apply conditions, number, fill, and put the parts together."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence

from sladocs.assemble import definitions as terms
from sladocs.assemble.context import Context
from sladocs.assemble.faults import AssemblyError, fault
from sladocs.assemble.figures import FIGURES
from sladocs.assemble.front import head, title
from sladocs.assemble.layout import parts, table_places, targets
from sladocs.assemble.tables import BUILDERS, PARTED
from sladocs.assemble.tables.keyterms import key_terms, main_promises
from sladocs.assemble.texts import Text, empty_mandatory, standing
from sladocs.assemble.write import Writer
from sladocs.library.choose import Choices, choose
from sladocs.library.collection import Library
from sladocs.library.conditions import same
from sladocs.library.digest import digest
from sladocs.library.placing import has_rows
from sladocs.model.agreement import Agreement
from sladocs.model.document import Block, Document, Figure, Run, Table
from sladocs.model.finding import Finding, Severity
from sladocs.model.numbering import Counter
from sladocs.model.template import Template

NEEDED_TABLES = tuple(name for name in BUILDERS if name not in ("raci", "signatures"))
"""The tables without which facts of an agreement would be lost."""
CONFIDENTIAL = "Confidential"
"""What each page says of its readers: a contract is for its parties."""


def assemble(agreement: Agreement, template: Template, library: Library) -> Document:
    """The document of an agreement that `library.assemble_ready` has completed.

    Raises AssemblyError with all that is wrong at once; it carries the document too, for a draft, unless the clauses themselves are broken.
    """
    choices = choose(agreement, template, library)
    if broken := _broken(choices, template, library):
        raise AssemblyError((*choices.findings, *broken))
    texts = standing(agreement, template, choices.chosen)
    document, context = _written(agreement, template, choices, texts)
    found = (*choices.findings, *empty_mandatory(template, choices.chosen, texts), *context.findings, *_lost(agreement, texts, context))
    if found:
        raise AssemblyError(tuple(found), document)
    return document


def _broken(choices: Choices, template: Template, library: Library) -> list[Finding]:
    """The errors in the clauses chosen and in the template, without whose mending nothing can be written."""
    files = {template.file, *(choice.clause.file for choice in choices.chosen.values())}
    return [finding for finding in library.lint() if finding.severity is Severity.ERROR and (finding.place.file or "") in files]


def _written(agreement: Agreement, template: Template, choices: Choices, texts: Mapping[str, Text]) -> tuple[Document, Context]:
    numbered = parts(agreement, template, choices, texts)
    front = [name for name in (choices.instead.get(n, n) for n in template.front) if name in texts]
    last = [name for name in [template.signatures] if name is not None and name in texts]
    clauses, schedules = targets(numbered, texts, [*front, *last])
    defined = terms.available(agreement, texts)
    context = Context(
        agreement=agreement,
        standing=set(texts),
        clauses=clauses,
        schedules=schedules,
        tables=dict(reversed(list(table_places(numbered, texts, clauses)))),
        terms={*defined.listed, *defined.in_place},
        mandatory=template.mandatory,
    )
    terms.twice(defined, texts, context)
    listed = terms.used(defined, texts, agreement)
    defining = _defining(texts, listed, context)
    writer = Writer(
        context,
        texts,
        lambda name: tables(name, context),
        lambda name: FIGURES[name](agreement),
        lambda: terms.paragraphs(listed, context),
        defining,
        Counter(),
    )
    body = [block for part in numbered for block in writer.part(part)]
    signatures = [block for name in last for block in writer.unnumbered(name)]
    opening = [block for name in front for block in writer.unnumbered(name)]
    placed = {name for text in texts.values() for name in text.tables()}
    keys = () if "key-terms" in placed else (*tables("key-terms", context), *main_promises(context, placed))
    places = _with_captions([[*head(agreement, template), *keys, *opening], body, signatures])
    document = Document(
        title=title(agreement, template),
        language=agreement.language or template.language,
        front=places[0],
        body=places[1],
        signatures=places[2],
        meta=_meta(agreement, template, texts),
    )
    return document, context


def tables(name: str, context: Context) -> Sequence[Table]:
    """The table of that name, in parts where it is long, without their numbers."""
    if name in PARTED:
        return PARTED[name](context)
    made = key_terms(context, context.printed) if name == "key-terms" else BUILDERS[name](context)
    return () if made is None else (made,)


def _defining(texts: Mapping[str, Text], listed: Sequence[terms.Definition], context: Context) -> str | None:
    """The clause that prints the definitions."""
    found = next((name for name, text in texts.items() if text.chosen.clause.kind == "definitions" and not text.chosen.special), None)
    if found is None and listed:
        names = ", ".join(definition.term for definition in listed)
        message = f"No clause of the document prints the definitions, though its texts use defined terms: {names}."
        context.missing(fault("A03", message, remedy="Keep the clause of kind definitions."))
    return found


def _with_captions(places: Sequence[Sequence[Block]]) -> list[tuple[Block, ...]]:
    """The blocks with their tables and pictures numbered in reading order: "Table 1: Key terms", "Figure 1: Escalation"."""
    counts = {"Table": itertools.count(1), "Figure": itertools.count(1)}
    return [tuple(_captioned(block, counts) for block in blocks) for blocks in places]


def _captioned(block: Block, counts: Mapping[str, Iterator[int]]) -> Block:
    if not isinstance(block, Table | Figure) or not block.caption:
        return block
    name = "Table" if isinstance(block, Table) else "Figure"
    return block.model_copy(update={"caption": (Run(text=f"{name} {next(counts[name])}: "), *block.caption)})


def _lost(agreement: Agreement, texts: Mapping[str, Text], context: Context) -> Iterator[Finding]:
    """Facts that the document would not say."""
    placed = {name for text in texts.values() for name in text.tables()}
    for name in NEEDED_TABLES:
        if name not in placed and has_rows(agreement, name):
            message = f"The agreement has {name.replace('-', ' ')}, but no clause of the document prints them."
            yield fault("A06", message, remedy=f"Keep a clause that has the table {name}.")
    if agreement.chronic_failure and not any(path.startswith("chronic_failure") for path in context.printed):
        yield fault("A06", "The agreement has a chronic failure, but no clause of the document prints it.", path="chronic_failure")
    for path, value in (("credit_terms.sole_remedy", agreement.credit_terms.sole_remedy),):
        states = [text.chosen.variant.states for text in texts.values() if not text.chosen.special]
        if value and not any(path in facts and same(value, facts[path]) for facts in states):
            message = "The agreement says that credits are the only remedy, but no text of the document says so."
            yield fault(
                "A06", message, path=path.replace(".", "/"), remedy="Choose a text that says it, or a special term instead of the fact."
            )


def _meta(agreement: Agreement, template: Template, texts: Mapping[str, Text]) -> dict[str, str]:
    """What belongs to the file: title, version, template, who may read it, and the clauses with their digests."""
    chosen = [text.chosen for text in texts.values()]
    clauses = " ".join(f"{c.clause.id}@{c.clause.version}#{digest(c.clause)[:16]}" for c in sorted(chosen, key=lambda c: c.clause.id))
    facts = {
        "title": title(agreement, template),
        "version": agreement.version,
        "version_date": agreement.version_date.isoformat() if agreement.version_date else None,
        "template": template.name,
        "confidentiality": CONFIDENTIAL,
        "clauses": clauses,
        "digest": hashlib.sha256(clauses.encode()).hexdigest(),
    }
    return {key: value for key, value in facts.items() if value}
