"""Two proofs on each file that was written: its figures stand where they were placed, and it reads back as the same agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sladocs.model.agreement import Agreement
from sladocs.model.document import Block, Document, Heading, Line, Run, Table, block_text, normal
from sladocs.model.finding import Finding, Place, Severity
from sladocs.model.stated import differences

PlacedFigure = tuple[str, str, int]
"""The figure's path in the agreement, its printed text, and the index of its block."""


def placed_figures(document: Document) -> list[PlacedFigure]:
    """Each figure that assembly placed, in reading order."""
    return [(run.figure, run.text, index) for index, block in enumerate(document.blocks) for run in _runs(block) if run.figure]


def _runs(block: Block) -> Iterator[Run]:
    lines: Sequence[Line]
    if isinstance(block, Table):
        lines = [line for row in block.rows for cell in row for line in cell.lines]
    else:
        lines = [getattr(block, "content", ())]
    for line in lines:
        yield from line


def lost_figures(written: Document, read: Document, file: str) -> list[Finding]:
    """The figures of the written document that the read one does not have in the same block. Empty when all stand."""
    if normal(written) == normal(read):
        return []
    sections = _texts_by_section(read)
    found = []
    for (path, text, _), section in zip(placed_figures(written), _sections_of_figures(written), strict=True):
        if _plain(text) not in sections.get(section, ""):
            message = (
                f"{text!r} is lost: it does not stand {f'in section {section!r}' if section else 'at the beginning'} of the written file."
            )
            found.append(Finding(code="E30", severity=Severity.ERROR, message=message, place=Place(file=file, path=path, section=section)))
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _section(block: Block, above: str) -> str:
    return f"{block.label} {_plain(''.join(run.text for run in block.content))}".strip() if isinstance(block, Heading) else above


def _texts_by_section(document: Document) -> dict[str, str]:
    texts: dict[str, str] = {}
    section = ""
    for block in document.blocks:
        section = _section(block, section)
        texts[section] = f"{texts.get(section, '')} {_plain(block_text(block))}"
    return texts


def _sections_of_figures(document: Document) -> list[str]:
    sections, section = [], ""
    for block in document.blocks:
        section = _section(block, section)
        sections += [section for run in _runs(block) if run.figure]
    return sections


def misread(agreement: Agreement, read: Agreement, file: str, *, strict: bool) -> list[Finding]:
    """Where the text, read back, does not state what the agreement states; a finding for each field."""
    severity = Severity.ERROR if strict else Severity.WARNING
    found = []
    for name, (ours, theirs) in differences(agreement, read).items():
        message = f"Read back, the text says something else: meant {_short(ours, theirs)}, read {_short(theirs, ours)}."
        remedy = "The wording of a clause or of a special term says it in a way that readers may not understand; look at that clause."
        found.append(Finding(code="E31", severity=severity, message=message, place=Place(file=file, path=name), remedy=remedy))
    return found


def _short(value: object, other: object) -> str:
    """What one side has and the other has not, in few words."""
    if isinstance(value, tuple) and isinstance(other, tuple):
        only = [item for item in value if item not in other]
        return (
            "; ".join(_short_model(item) for item in only[:3]) + (f" and {len(only) - 3} more" if len(only) > 3 else "") or "nothing more"
        )
    return _short_model(value)


def _short_model(value: object) -> str:
    dump = getattr(value, "model_dump", None)
    if dump is None:
        return str(value) if value is not None else "nothing"
    return ", ".join(f"{key} {_plain_value(item)}" for key, item in dump(mode="json", exclude_defaults=True).items()) or "nothing"


def _plain_value(item: object) -> str:
    """A value of a dumped model in plain words: `{'value': '1', 'unit': 'year'}` is "1 year"."""
    if isinstance(item, dict):
        return " ".join(_plain_value(part) for part in item.values())
    if isinstance(item, list):
        return " and ".join(_plain_value(part) for part in item)
    return str(item)
