"""The head of the front page: title, version and date, and what the agreement belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from sladocs.assemble import printed
from sladocs.assemble.fill import one_line
from sladocs.model.agreement import Agreement
from sladocs.model.document import Paragraph, Run, line
from sladocs.model.template import Template


def title(agreement: Agreement, template: Template) -> str:
    """The document's title: the agreement's, or that of its type."""
    return one_line(agreement.title or template.title)


def head(agreement: Agreement, template: Template) -> Iterator[Paragraph]:
    """Title and subtitles."""
    yield Paragraph(role="title", content=line(title(agreement, template)), anchor="title")
    if agreement.form == "schedule":
        yield Paragraph(role="subtitle", content=line(_schedule_to(agreement.master_agreement)))
    if agreement.version or agreement.version_date:
        parts: list[str | Run] = [f"Version {one_line(agreement.version)}"] if agreement.version else []
        parts += [", "] if agreement.version and agreement.version_date else []
        parts += [Run(text=printed.date(agreement.version_date))] if agreement.version_date else []
        yield Paragraph(role="subtitle", content=line(*parts))


def _schedule_to(master: str | None) -> str:
    name = one_line(master or "master agreement")
    return f"Schedule to {name}" if name.casefold().startswith("the ") else f"Schedule to the {name}"
