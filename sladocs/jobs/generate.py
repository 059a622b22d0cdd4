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
from sladocs.extract import extract
from sladocs.jobs.files import STANDARD_INPUT, keep_apart, keep_sources, name_of, read_bytes, refuse, refuse_ending, stem_of, write_all
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load_agreement, lock_of
from sladocs.jobs.places import Origins, in_file, located
from sladocs.jobs.prove import lost_figures, misread, placed_figures
from sladocs.jobs.tidy import tidy
from sladocs.jobs.writers import AS_USUAL, ENDINGS, STYLED, Appearance, rendered
from sladocs.library import Library, Template, assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Finding, Refused, Severity
from sladocs.read import read
from sladocs.render.look import SHIPPED

LOCK_LINE = "# Which texts made this agreement's files. Keep it beside the agreement."
"""The first line of a lock file."""


@dataclass(frozen=True)
class Options:
    """How to write. `library` are folders that come before the shipped library; `folder` is made if missing."""

    template: str | None = None
    appearance: Appearance = AS_USUAL
    strict: bool = False
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
        data = rendered(document, agreement, path.suffix.lower(), options.appearance)
        findings += proved(agreement, document, data, path, strict=options.strict)
        files[path] = data
    _refuse_errors(findings, draft=options.appearance.draft)
    write_all(files, folders=[options.folder] if options.folder else [])
    findings += _write_lock(source, lock_text(document, options))
    verdict = "the same agreement" if not any(f.code == "E31" for f in findings) else "not all understood"
    return Result(tuple(files), len(placed_figures(document)), verdict, located(findings, source, loaded.origins))


def _refuse_targets(source: Path, targets: Sequence[Path], options: Options) -> None:
    """What can be said of the files to be written before anything is worked out. Raises Refused."""
    for path in targets:
        if path.suffix.lower() not in ENDINGS:
            refuse_ending(path, f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}")
    look, endings = options.appearance, {path.suffix.lower() for path in targets}
    if (look.fonts or look.pdf_from_docx) and ".pdf" not in endings:
        raise Refused.because("--font and --pdf-from are for PDF files, and none is written; name one that ends in .pdf.")
    keep_sources(targets, [source, *look.fonts, *([look.style] if isinstance(look.style, Path) else [])])
    for path in look.fonts:
        read_bytes(path)
    if isinstance(look.style, Path):
        if not os.path.lexists(look.style):
            refuse(look.style, f"is no style: there is no such file, and the shipped styles are {' and '.join(SHIPPED)}.")
        read_bytes(look.style)
        if not endings & set(STYLED):
            refuse(look.style, "is a style, which Markdown and text do not show; write a .docx, .pdf or .html, or leave --style out.")


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
    _refuse_errors(findings, draft=options.appearance.draft)
    document, missing = _assembled(agreement, template, library, options)
    findings = [*missing, *check(agreement, document, origins)]
    _refuse_errors(findings, draft=options.appearance.draft)
    status = "DRAFT" if options.appearance.draft else "FINAL"
    meta = {**document.meta, "status": status, "generator": f"sladocs {__version__}"}
    return document.model_copy(update={"meta": meta}), findings


def _assembled(agreement: Agreement, template: Template, library: Library, options: Options) -> tuple[Document, list[Finding]]:
    """The document; for a draft also one with gaps, and what is missing in it."""
    try:
        return assemble(agreement, template, library), []
    except AssemblyError as error:
        if not options.appearance.draft or error.document is None:
            raise
        return error.document, list(error.findings)


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
        f"style: {name_of(Path(Path(options.appearance.style or 'plain').name))}",
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
