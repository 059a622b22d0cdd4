"""Fill in what an agreement leaves open from its template and from the texts that it chooses; `assemble` then adds no fact."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from sladocs.library.choose import choose
from sladocs.library.collection import Library
from sladocs.library.faults import LibraryError, fault
from sladocs.library.paths import find
from sladocs.model.agreement import Agreement
from sladocs.model.stated import complete
from sladocs.model.template import Template

ShortForm = Callable[[Mapping[str, object]], Agreement]
"""Reads (part of) an agreement in the short form from plain maps, lists and texts."""


def assemble_ready(agreement: Agreement, template: Template, library: Library, short_form: ShortForm | None = None) -> Agreement:
    """The agreement as it is assembled: defaults of the template, then what follows from the chosen texts.

    `short_form` reads the template's defaults; the codec's is used unless another is given. Raises LibraryError where the defaults
    are no part of an agreement.
    """
    position = Agreement(
        kind=template.kind,
        template=template.name,
        title=template.title,
        language=template.language,
        form="schedule" if agreement.master_agreement and "schedule" in template.forms else template.forms[0],
        position="balanced",
    )
    read = short_form or (lambda tree: _codec(tree, template.file))
    defaults = read(template.defaults) if template.defaults else Agreement()
    filled = complete(complete(agreement, defaults), position)
    return _with_facts(filled, template, library)


def _with_facts(agreement: Agreement, template: Template, library: Library) -> Agreement:
    """The agreement with the facts that the chosen texts state, where it does not state them itself."""
    data: dict[str, Any] = {}
    for choice in choose(agreement, template, library).chosen.values():
        for path, text in choice.variant.states.items():
            if choice.special is None and find(agreement, path) is None:
                part = data
                *steps, last = path.split(".")
                for step in steps:
                    part = part.setdefault(step, {})
                part[last] = text
    try:
        return complete(agreement, Agreement.model_validate(data))
    except ValidationError as error:
        message = f"A text states a fact that does not fit: {error.errors()[0]['msg']}."
        raise LibraryError((fault("C04", message, path=".".join(map(str, error.errors()[0]["loc"]))),)) from error


def _codec(defaults: Mapping[str, object], file: str) -> Agreement:
    """The codec's reader of the short form, which reads YAML, and so JSON; the one place where the library needs it."""
    from sladocs.codec import yaml_form

    return yaml_form.load(json.dumps(defaults, ensure_ascii=False), file).agreement
