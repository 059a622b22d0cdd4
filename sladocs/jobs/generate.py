"""Write the contract of an agreement: complete, check, assemble, render, prove, and only then put the files in place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sladocs import __version__
from sladocs.assemble import AssemblyError, assemble
from sladocs.check import check
from sladocs.codec import json_form
from sladocs.extract import extract
from sladocs.jobs.files import STANDARD_INPUT, keep_apart, keep_sources, name_of, read_bytes, refuse, refuse_ending, stem_of, write_all
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load_agreement, lock_of
from sladocs.jobs.places import Origins, in_file, located
from sladocs.jobs.prove import lost_figures, misread, placed_figures
from sladocs.jobs.tidy import tidy
from sladocs.library import Library, Template, assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Finding, Place, Refused, Severity
from sladocs.model.stated import stated
from sladocs.read import read

WRITERS = {".docx": "docx", ".md": "markdown", ".txt": "text"}
LOCK_LINE = "# Which texts made this agreement's files. Keep it beside the agreement."
"""The first line of a lock file."""


@dataclass(frozen=True)
class Options:
    """How to write.

    `library` are folders that come before the shipped library; `data` embeds the data in the Word file; `folder` is made if missing.
    """

    template: str | None = None
    style: Path | None = None
    draft: bool = False
    strict: bool = False
    data: bool = True
    library: Sequence[Path] = ()
    folder: Path | None = None


@dataclass(frozen=True)
class Result:
    """What was written: the files, how many figures each has, whether it read back equal, and the findings."""

    files: tuple[Path, ...]
    figures: int
    verdict: str
    findings: tuple[Finding, ...]


def target(folder: Path, source: Path, form: str) -> Path:
    """Where one of several agreements is written: the agreement's name with the format's ending, in the folder."""
    return folder / f"{stem_of(source)}.{form}"


def refuse_same_targets(targets: Mapping[Path, Sequence[Path]]) -> None:
    """See to it that no two agreements are written to one file. Raises Refused."""
    keep_apart([(target, source) for source, wanted in targets.items() for target in wanted])


def generate(source: Path, targets: Sequence[Path], options: Options) -> Result:
    """Write the agreement in `source` as each of `targets`, all or none. Raises Refused, also where the check finds an error."""
    _refuse_targets(source, targets, options)
    loaded = load_agreement(source)
    _refuse_lock(source)
    library = open_library(options.library, beside=source)
    with in_file(source, loaded.origins):
        template = library.template(options.template or loaded.agreement.template or _no_template(source))
        agreement = assemble_ready(tidy(loaded.agreement), template, library)
        document, findings = prepare(agreement, template, library, options, loaded.origins)
    files: dict[Path, bytes] = {}
    for path in targets:
        data = rendered(document, agreement, path.suffix.lower(), options)
        findings += proved(agreement, document, data, path, strict=options.strict)
        files[path] = data
    _refuse_errors(findings, draft=options.draft)
    write_all(files, folders=[options.folder] if options.folder else [])
    findings += _write_lock(source, lock_text(document, options))
    verdict = "the same agreement" if not any(f.code == "E31" for f in findings) else "not all understood"
    return Result(tuple(files), len(placed_figures(document)), verdict, located(findings, source, loaded.origins))


def _refuse_targets(source: Path, targets: Sequence[Path], options: Options) -> None:
    """What can be said of the files to be written before anything is worked out. Raises Refused."""
    for path in targets:
        if path.suffix.lower() not in WRITERS:
            refuse_ending(path, ".docx, .md or .txt")
    keep_sources(targets, [source, *([options.style] if options.style else [])])
    if options.style:
        read_bytes(options.style)
        if not any(path.suffix.lower() == ".docx" for path in targets):
            refuse(options.style, "is a style, and only Word files have one; write a .docx, or leave --style out.")


def _write_lock(source: Path, text: str) -> list[Finding]:
    """Write the lock file beside the agreement; where that cannot be, as on a shared drive, the files stand all the same."""
    if source == STANDARD_INPUT:
        return []
    try:
        write_all({lock_of(source): text.encode()})
    except Refused as error:
        remedy = "Keep the agreement where you may write, so that the lock file says which texts made its files."
        return [finding.model_copy(update={"severity": Severity.WARNING, "remedy": remedy}) for finding in error.findings]
    return []


def _refuse_lock(source: Path) -> None:
    """See to it that the lock file is not written over a file of the user's own. Raises Refused."""
    if source == STANDARD_INPUT:
        return
    lock = lock_of(source)
    if os.path.lexists(lock) and not read_bytes(lock).startswith(LOCK_LINE.encode()):
        refuse(lock, f"is no lock file of ours, but {name_of(source)} needs one of that name; rename yours.")


def prepare(
    agreement: Agreement, template: Template, library: Library, options: Options, origins: Origins
) -> tuple[Document, list[Finding]]:
    """The document of a completed agreement, and what the check finds on both. Raises Refused where it finds an error (unless a draft)."""
    findings = check(agreement, None, origins)
    _refuse_errors(findings, draft=options.draft)
    document, missing = _assembled(agreement, template, library, options)
    findings = [*missing, *check(agreement, document, origins)]
    _refuse_errors(findings, draft=options.draft)
    status = "DRAFT" if options.draft else "FINAL"
    meta = {**document.meta, "status": status, "generator": f"sladocs {__version__}"}
    return document.model_copy(update={"meta": meta}), findings


def _assembled(agreement: Agreement, template: Template, library: Library, options: Options) -> tuple[Document, list[Finding]]:
    """The document; for a draft also one with gaps, and what is missing in it."""
    try:
        return assemble(agreement, template, library), []
    except AssemblyError as error:
        if not options.draft or error.document is None:
            raise
        return error.document, list(error.findings)


def rendered(document: Document, agreement: Agreement, ending: str, options: Options) -> bytes:
    """The file's bytes in the format of `ending` (.docx, .md, .txt)."""
    if ending == ".docx":
        return _word_file(document, json_form.dump(stated(agreement)) if options.data else None, options)
    if ending == ".md":
        from sladocs.render.markdown import render as markdown

        return markdown(document).encode()
    from sladocs.render.text import render as text

    return text(document).encode()


def _word_file(document: Document, data: str | None, options: Options) -> bytes:
    """The bytes of a Word file. Raises Refused where the style is at fault, which is so where the same words fit into the plain look."""
    from sladocs.render.docx import StyleError, render

    if options.style is None:
        return render(document, data=data, draft=options.draft)
    try:
        return render(document, style=options.style, data=data, draft=options.draft)
    except StyleError as error:
        what = str(error).removeprefix("style").lstrip(":, ").rstrip(".")
    except Exception:  # noqa: BLE001 a damaged style can break anything; if it is not the style, the next line raises again
        render(document, data=data, draft=options.draft)
        what = "the file is damaged"
    remedy = "Open it in Word, which may repair it, and save it again; or leave --style out for the plain look."
    raise Refused.because(f"The style cannot be used: {what}.", place=Place(file=name_of(options.style)), remedy=remedy)


def proved(agreement: Agreement, document: Document, data: bytes, path: Path, *, strict: bool) -> list[Finding]:
    """Read the bytes back: an error for each figure that is lost, a finding for each field that is understood differently."""
    back = read(data, name=path.name)
    name = name_of(path)
    return [*lost_figures(document, back, name), *misread(agreement, extract(back).agreement, name, strict=strict)]


def lock_text(document: Document, options: Options) -> str:
    """The lock file: which clause texts, style and program made the files, so that the same bytes can be made again."""
    clauses = document.meta.get("clauses", "").split()
    lines = [
        LOCK_LINE,
        f"sladocs: {__version__}",
        f"style: {name_of(Path(options.style.name)) if options.style else 'plain'}",
        "clauses:",
        *(f"- {clause}" for clause in clauses),
    ]
    return "\n".join(lines) + "\n"


def _no_template(source: Path) -> NoReturn:
    remedy = "Write template: saas-customer into it, or say --template; `sladocs templates list` shows what there is."
    refuse(source, "does not say which agreement type it is.", remedy)


def _refuse_errors(findings: Sequence[Finding], *, draft: bool) -> None:
    lost = [f for f in findings if f.severity is Severity.ERROR and (not draft or f.code in ("E30", "E31"))]
    if lost:
        raise Refused(tuple(findings))
