"""Change an agreement between YAML and JSON, and print the schema of the YAML form."""

from __future__ import annotations

import json
from pathlib import Path

from sladocs.codec import json_form, yaml_form
from sladocs.jobs.files import keep_sources, refuse_ending, write_all
from sladocs.jobs.load import load_agreement


def convert(source: Path, target: Path) -> None:
    """Write the agreement in `source` to `target`, whose ending says the form. Raises Refused."""
    ending = target.suffix.lower()
    if ending not in (".yaml", ".yml", ".json"):
        refuse_ending(target, ".yaml or .json")
    keep_sources([target], [source])
    loaded = load_agreement(source)
    text = json_form.dump(loaded.extraction or loaded.agreement) if ending == ".json" else yaml_form.dump(loaded.agreement)
    write_all({target: text.encode()})


def schema() -> str:
    """The JSON Schema of the short YAML form, as text."""
    from sladocs.codec.schema import schema as build

    return json.dumps(build(), indent=2, ensure_ascii=False)
