"""The short YAML form, which people write.

`load` reads it (and JSON, in this form or the interchange form) with the file and line of each value, `dump` writes it, `update` changes
single values in a person's file and leaves every other character as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sladocs.codec import json_form, parsing, short_form, tree
from sladocs.codec.edit import edit
from sladocs.codec.emit import emit
from sladocs.codec.problems import CodecError
from sladocs.codec.short_writing import write
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Extraction, Finding


@dataclass(frozen=True)
class LoadedAgreement:
    """An agreement, and the file and line of each of its values by its path ("service_levels/0/value").

    `extraction` holds sources and findings where the text was the interchange form.
    """

    agreement: Agreement
    origins: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    extraction: Extraction | None = None


def load(text: str, name: str = "agreement.yaml") -> LoadedAgreement:
    """Read an agreement. Raises CodecError with all errors at once, each with file, line and what would be right."""
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        try:
            data = json_form.parse(text, name)
        except CodecError as error:
            return _flow_yaml(text, name, error)
        if (form := json_form.form(data)) is not json_form.Form.INTERCHANGE:
            try:
                return load_node(json_form.as_tree(text, data, name))
            except CodecError:
                if form is json_form.Form.SHORT:
                    raise
        extraction = json_form.load(text, name)
        origins = {path: (origin.file, origin.line) for path, origin in tree.origins(json_form.as_tree(text, data, name))}
        return LoadedAgreement(extraction.agreement, origins, extraction)
    return load_node(parsing.read(text, name))


def _flow_yaml(text: str, name: str, error: CodecError) -> LoadedAgreement:
    """A text in braces that is no JSON may be YAML; if it is neither, the JSON error says it best."""
    try:
        node = parsing.read(text, name)
    except CodecError:
        raise error from None
    return load_node(node)


def load_node(node: tree.Node) -> LoadedAgreement:
    """Read an agreement from a part of a larger YAML tree, such as a template's defaults. Raises CodecError."""
    name = node.origin.file
    if isinstance(node, tree.Map) and json_form.INTERCHANGE & node.entries.keys():
        extraction = json_form.load_plain(tree.typed(node), name, lambda path: tree.at(node, path))
        origins = {path: (origin.file, origin.line) for path, origin in tree.origins(node)}
        return LoadedAgreement(extraction.agreement, origins, extraction)
    draft = short_form.read(node, name)
    return LoadedAgreement(short_form.agreement(draft), draft.origins)


def load_plain(fields: Mapping[str, Any], name: str = "defaults", line: int = 1) -> LoadedAgreement:
    """Read an agreement in the short form from plain dicts and lists. Raises CodecError, and TypeError for a binary float."""
    return load_node(tree.from_plain(fields, name, line))


def dump(agreement: Agreement, findings: Sequence[Finding] = ()) -> str:
    """The agreement in the short form; findings stand as comments above it."""
    return emit(write(agreement), tuple(f"{f.severity}: {f.message}" + (f" ({f.place})" if str(f.place) else "") for f in findings))


def update(text: str, changes: Mapping[str, Any], name: str = "agreement.yaml") -> str:
    """The text with single values changed; comments, order and layout stay.

    `changes` maps paths of the short form ("term/initial", "levels/0/target", "provider/name") to new values: text, plain maps and lists,
    figures, dates, or None, which removes the field. Missing fields are added. Raises CodecError where the text is no YAML or a path
    leads nowhere.
    """
    return edit(text, changes, name)
