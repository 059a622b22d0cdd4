"""Change an agreement between YAML and JSON, and print the schema of the YAML form."""

from __future__ import annotations

import json
from pathlib import Path

from sladocs.codec import json_form, yaml_form
from sladocs.jobs.files import write_all
from sladocs.jobs.load import load_agreement
from sladocs.model.finding import Place, Refused


def convert(source: Path, target: Path) -> None:
    """Write the agreement in `source` to `target`, whose ending says the form. Raises Refused."""
    loaded = load_agreement(source)
    if target.suffix in (".yaml", ".yml"):
        text = yaml_form.dump(loaded.agreement)
    elif target.suffix == ".json":
        text = json_form.dump(loaded.extraction or loaded.agreement)
    else:
        raise Refused.because(f"{target} should end in .yaml or .json, which says the form.", place=Place(file=str(target)))
    write_all({target: text.encode()})


def schema() -> str:
    """The JSON Schema of the short YAML form, as text."""
    from sladocs.codec.schema import schema as build

    return json.dumps(build(), indent=2, ensure_ascii=False)
