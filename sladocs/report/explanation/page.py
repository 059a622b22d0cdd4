"""The whole page: one file that needs nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Finding
from sladocs.report.explanation.contract import PagePicture, pictures, text
from sladocs.report.explanation.rows import Row, rows
from sladocs.report.findings import ordered


def page(name: str, document: Document, extraction: Extraction, images: Sequence[PagePicture] = ()) -> str:
    """The page on a document that is called `name`: pictures of its pages where there are some (a PDF's), else its text.

    No text of the document is ever read as markup, and nothing is fetched: a policy in the page forbids it.
    """
    found = rows(extraction)
    shown = "".join(pictures(images, found) if images else text(document, found))
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; ",
            "script-src 'unsafe-inline'\">\n",
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>What was read from {escape(name)}</title>\n<style>\n{_resource('page.css')}</style>\n</head>\n<body>\n",
            f"<header><h1>What was read from {escape(name)}</h1>{_counts(found)}</header>\n",
            f'<main><section class="contract" aria-label="The contract">{shown}</section>\n',
            f'<section class="entries" aria-label="Entries">{"".join(_entries(found, extraction.findings))}</section></main>\n',
            f"<script>\n{_resource('page.js')}</script>\n</body>\n</html>\n",
        )
    )


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _counts(found: Sequence[Row]) -> str:
    doubtful = sum(row.sureness == "doubtful" for row in found)
    first = "One is" if doubtful == 1 else f"{doubtful} are"
    look = f" {first} doubtful and stand first." if doubtful > 1 else " One is doubtful and stands first." if doubtful else ""
    return f"<p>{len(found)} entries, the least certain first.{look} A number leads to its passage, a passage to its entry.</p>"


def _entries(found: Sequence[Row], findings: Sequence[Finding]) -> Iterator[str]:
    """What is promised, then what could not be read, then the kinds of clause, which are many and matter least."""
    clauses = [row for row in found if row.path.startswith("clauses/")]
    yield from _table([row for row in found if row not in clauses])
    yield from _findings(findings)
    if clauses:
        yield "<h2>Kinds of clause</h2>"
        yield from _table(clauses)


def _table(found: Sequence[Row]) -> Iterator[str]:
    yield '<table class="list"><thead><tr><th>No.</th><th>Sure</th><th>What</th><th>Where</th></tr></thead><tbody>'
    for row in found:
        evidence = row.evidence
        where = ", ".join(filter(None, (f"page {evidence.page}" if evidence.page else "", evidence.section or "")))
        yield f'<tr id="e{row.number}" class="{row.sureness}"><td><a href="#p{row.number}">{row.number}</a></td>'
        yield f'<td><span class="sure-{row.sureness}">{evidence.confidence:.0%}</span></td>'
        yield f"<td><b>{escape(row.kind)}</b><br>{escape(row.words)}</td>"
        yield f"<td><q>{escape(evidence.quote)}</q><br><small>{escape(where)}</small></td></tr>"
    yield "</tbody></table>"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield "<h2>Not read for certain</h2><ul>"
    for finding in ordered(findings):
        place = str(finding.place)
        yield f"<li><b>{escape(finding.message)}</b> {escape(finding.remedy or '')}<br><small>{escape(place)}</small></li>"
    yield "</ul>"
