"""The library: all clauses and templates that an agreement can use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from sladocs.library.faults import LibraryError, fault, nearest
from sladocs.library.find import clause_files, roots, shipped, template_files
from sladocs.library.heads import read_clause, read_template, version_key
from sladocs.library.lint import lint
from sladocs.library.tree import read_text
from sladocs.model.clause import Clause, Variant
from sladocs.model.finding import Finding
from sladocs.model.template import Template


class Library:
    """Clauses and templates of several folders; of two with one id, the one in the folder that comes first is used.

    Files are read when they are first asked for. Where one of them is wrong, every question is answered with LibraryError, which
    carries all that is wrong; `lint` returns it instead.
    """

    def __init__(self, clauses: Iterable[Clause] = (), templates: Iterable[Template] = (), folders: Sequence[Path] = ()) -> None:
        """A library of the given clauses and templates, which come before those of the folders."""
        self._given = (tuple(clauses), tuple(templates))
        self.folders = tuple(folders)

    @classmethod
    def open(cls, paths: Sequence[Path] = (), beside: Path | None = None) -> Library:
        """The library that a user has: the folders named, SLADOCS_LIBRARY, those beside the agreement, then the shipped one.

        Raises LibraryError where a named folder is no library.
        """
        return cls(folders=roots(paths, beside))

    @staticmethod
    def shipped() -> Mapping[str, Path]:
        """The folders `clauses` and `templates` that come with sladocs."""
        return shipped()

    @cached_property
    def _read_clauses(self) -> tuple[dict[str, list[Clause]], tuple[Finding, ...]]:
        """All versions by id, the one to be used first, and what is wrong."""
        found: dict[str, list[Clause]] = {}
        faults: list[Finding] = []
        for clause in self._given[0]:
            found.setdefault(clause.id, []).append(clause)
        for folder in self.folders:
            read = [read_clause(path) for path in clause_files(folder)]
            faults += [finding for _, findings in read for finding in findings]
            here = [clause for clause, _ in read if clause]
            for clause in sorted(here, key=lambda clause: version_key(clause.version), reverse=True):
                found.setdefault(clause.id, []).append(clause)
        return found, tuple(faults)

    @cached_property
    def _read_templates(self) -> tuple[dict[str, Template], tuple[Finding, ...]]:
        found = {template.name: template for template in reversed(self._given[1])}
        faults: list[Finding] = []
        for folder in self.folders:
            for path in template_files(folder):
                template, findings = read_template(path)
                faults += findings
                if template:
                    found.setdefault(template.name, template)
        return found, tuple(faults)

    def faults(self) -> tuple[Finding, ...]:
        """What is wrong with single files, so that they could not be read."""
        return (*self._read_clauses[1], *self._read_templates[1])

    def clauses(self) -> list[Clause]:
        """Each clause in the version that is used unless another is asked for, ordered by id. Raises LibraryError."""
        found, faults = self._read_clauses
        if faults:
            raise LibraryError(faults)
        return [found[name][0] for name in sorted(found)]

    def has(self, clause_id: str) -> bool:
        """Whether there is a clause of that id."""
        return clause_id in self._read_clauses[0]

    def clause(self, clause_id: str, version: str | None = None) -> Clause:
        """The clause of that id, newest or in the version named. Raises LibraryError where there is none."""
        found, faults = self._read_clauses
        if faults:
            raise LibraryError(faults)
        if clause_id not in found:
            remedy = nearest(clause_id, found) or "`sladocs clauses list` shows what there is."
            raise LibraryError((fault("C18", f"There is no clause {clause_id!r}.", remedy=remedy),))
        for clause in found[clause_id]:
            if version in (None, clause.version):
                return clause
        versions = [clause.version for clause in found[clause_id]]
        raise LibraryError((fault("C18", f"The clause {clause_id} has no version {version}.", remedy=nearest(version or "", versions)),))

    def text_of(self, clause_id: str, variant: str = "balanced", version: str | None = None) -> Variant:
        """One text of a clause. Raises LibraryError where there is none of that name."""
        clause = self.clause(clause_id, version)
        if variant not in clause.variants:
            remedy = nearest(variant, clause.variants)
            raise LibraryError((fault("C18", f"The clause {clause_id} has no text {variant!r}.", file=clause.file, remedy=remedy),))
        return clause.variants[variant]

    def templates(self) -> list[Template]:
        """All templates, ordered by name. Raises LibraryError."""
        found, faults = self._read_templates
        if faults:
            raise LibraryError(faults)
        return [found[name] for name in sorted(found)]

    def template(self, name: str) -> Template:
        """The template of that name. Raises LibraryError where there is none."""
        known = {template.name: template for template in self.templates()}
        if name not in known:
            raise LibraryError((fault("C18", f"There is no template {name!r}.", path="template", remedy=nearest(name, known)),))
        return known[name]

    def template_file(self, name: str, file: str) -> str:
        """The text of a file that lies beside a template, such as its worked example. Raises LibraryError."""
        return read_text(Path(self.template(name).file).with_name(file))

    def lint(self) -> list[Finding]:
        """What is wrong in clauses and templates: first the files that cannot be read, then what the others say."""
        found = self._read_clauses[0]
        return [*self.faults(), *lint([clause for name in sorted(found) for clause in found[name]], list(self._read_templates[0].values()))]
