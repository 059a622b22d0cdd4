"""Write annotated contracts in the house's words and read them back.

    python benchmarks/house_words.py FOLDER [--format docx] [--out DIR]

FOLDER holds `<id>.gold.json`. Each that has a service level is completed from the template, assembled, written, read and understood again;
the levels and credits must be those of the annotation. With --out, the JSON that was read back is kept for a scorer.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sladocs.assemble import AssemblyError, assemble
from sladocs.codec import json_form
from sladocs.extract import extract
from sladocs.jobs.writers import Appearance, rendered
from sladocs.library import Library, Template, assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.gold import from_gold
from sladocs.model.stated import stated
from sladocs.read import read

FIELDS = ("service_levels", "service_credits")


def differing(agreement: Agreement, back: Agreement) -> list[str]:
    """What was not read back, or read besides, in words."""
    ours, theirs = stated(agreement), stated(back)
    found = []
    for name in FIELDS:
        mine, other = list(getattr(ours, name)), list(getattr(theirs, name))
        found += [f"lost     {item!r}" for item in mine if item not in other]
        found += [f"invented {item!r}" for item in other if item not in mine]
    return found


def draft(agreement: Agreement, template: Template, library: Library) -> Document:
    """The document, with blanks where the annotation lacks what a clause needs."""
    try:
        return assemble(agreement, template, library)
    except AssemblyError as error:
        return error.document


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--format", default="docx")
    arguments.add_argument("--template", default="saas-customer")
    arguments.add_argument("--out", type=Path)
    options = arguments.parse_args()
    library = Library.open(())
    template = library.template(options.template)
    equal = total = 0
    for path in sorted(options.folder.glob("*.gold.json")):
        read_in = from_gold(json.loads(path.read_text("utf-8"), parse_float=str))
        if not read_in.agreement.service_levels:
            continue
        total += 1
        agreement = assemble_ready(read_in.agreement, template, library)
        data = rendered(draft(agreement, template, library), agreement, f".{options.format}", Appearance(data=False))
        back = extract(read(data, name=f"contract.{options.format}"))
        problems = differing(agreement, back.agreement)
        equal += not problems
        for problem in problems:
            print(f"{path.name.removesuffix('.gold.json')}: {problem}")
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            name = path.name.removesuffix(".gold.json")
            (options.out / f"{name}.{options.format}.json").write_text(json_form.dump(back), "utf-8")
    print(f"{equal} of {total} agreements with levels came back with the same levels and credits ({options.format})")


if __name__ == "__main__":
    main()
