"""Why two sources of one agreement differ: the data that our own Word file carries, and the text that stands in it now."""

from __future__ import annotations

from collections.abc import Iterator

from sladocs.model.agreement import Agreement
from sladocs.model.finding import Finding, Place, Severity
from sladocs.report.entries import PARTS, TITLES, entries
from sladocs.report.facts import Entry, said
from sladocs.report.pairing import pair


def edited(embedded: Agreement, text: Agreement) -> list[Finding]:
    """One finding (E10) for each stated fact in which the text differs from the data: which one, what the text says, what the data says.

    Only what a document states is compared. The text counts; its path is given where it has one.
    """
    found: list[Finding] = []
    for part in PARTS:
        for data, read in pair(list(entries(embedded, (part,))), list(entries(text, (part,)))):
            found += _differences(data, read)
    return found


def _differences(data: Entry | None, read: Entry | None) -> Iterator[Finding]:
    if data is None or read is None:
        entry = data or read
        assert entry is not None
        yield _whole(entry, in_text=data is None)
        return
    for name in dict.fromkeys([*data.facts, *read.facts]):
        old, new = data.facts.get(name), read.facts.get(name)
        if (old and old.same) == (new and new.same):
            continue
        field = (new or old or next(iter(read.facts.values()))).field
        what = f"{name[:1].upper()}{name[1:]} of {read.name}" if read.name else f"{name[:1].upper()}{name[1:]}"
        says = f"the text says {_quoted(said(new))}, the embedded data says {_quoted(said(old))}"
        yield _finding("/".join(part for part in (read.path, field) if part), f"{what}: {says}.")


def _quoted(words: str | None) -> str:
    return "nothing" if words is None else f'"{words}"'


def _whole(entry: Entry, *, in_text: bool) -> Finding:
    """A thing that only the text, or only the data, has."""
    facts = "; ".join(f"{name} {fact.words}" for name, fact in entry.facts.items() if fact.figure) or "; ".join(
        fact.words for fact in entry.facts.values()
    )
    what = f"{TITLES[entry.part]}: {entry.name}" if entry.name else TITLES[entry.part]
    has, lacks = ("the text", "the embedded data") if in_text else ("the embedded data", "the text")
    return _finding(entry.path if in_text else None, f'{what}: {has} says "{facts}", {lacks} says nothing.')


def _finding(path: str | None, message: str) -> Finding:
    remedy = "The text counts. If the change was meant, take it over into the agreement; if not, generate the document anew."
    return Finding(code="E10", severity=Severity.WARNING, message=message, place=Place(path=path or None), remedy=remedy)
