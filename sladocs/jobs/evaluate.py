"""Measure the parser on a folder of contracts that a person has annotated, and make an annotation for a person to correct."""

from __future__ import annotations

import glob
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import simplejson

from sladocs.evaluate import evaluate as score
from sladocs.jobs.files import name_of, read_bytes, refuse, write_all
from sladocs.jobs.understand import read_document, understand
from sladocs.model.evaluation import Evaluation
from sladocs.model.finding import Refused
from sladocs.read import AS_USUAL, How

GOLD: Final = ".gold.json"
"""How the name of an annotation ends; what stands before it is the contract's."""
LISTS: Final = ("service_levels", "service_credits", "escalation", "clauses")


def evaluate(
    folder: Path, form: str | None = None, refused: Callable[[Refused], None] = lambda _: None, told: Callable[[str], None] = lambda _: None
) -> dict[str, Evaluation]:
    """Read each annotated contract of a folder and compare: the evaluation of each format, by its ending.

    `<name>.gold.json` annotates `<name>.pdf`, `<name>.docx` and so on. With `form` ("pdf") only that format is read. A contract that cannot
    be read counts as one in which nothing was found, and is told to `refused`; `told` gets each file's name before it is read.
    Raises Refused where the folder holds no annotation, or one that is none.
    """
    found: dict[str, list[tuple[str, Mapping[str, Any], Mapping[str, Any]]]] = defaultdict(list)
    for name, annotation, path in _annotated(folder):
        ending = path.suffix[1:].lower()
        if form is None or ending == form.lower().lstrip("."):
            told(path.name)
            found[ending].append((name, annotation, _parsed(path, refused)))
    if not found:
        kind = f"{form} " if form else ""
        refuse(folder, f"holds no {kind}contract beside an annotation; name.gold.json annotates name.pdf, name.docx and so on.")
    return {ending: score(documents) for ending, documents in sorted(found.items())}


def _annotated(folder: Path) -> Iterator[tuple[str, Mapping[str, Any], Path]]:
    """Each contract with the name and the content of its annotation."""
    if not folder.is_dir():
        refuse(folder, "is no folder; name the one that holds the contracts and their annotations.")
    for gold in sorted(folder.glob(f"*{GOLD}")):
        name = gold.name.removesuffix(GOLD)
        annotation = _annotation(gold)
        for path in sorted(folder.glob(f"{_escaped(name)}.*")):
            if path.suffix != ".json" and path.name.removesuffix(path.suffix) == name:
                yield name, annotation, path


def _escaped(name: str) -> str:
    return glob.escape(name)


def _annotation(path: Path) -> Mapping[str, Any]:
    try:
        data = simplejson.loads(read_bytes(path).decode(), use_decimal=True)
    except (simplejson.JSONDecodeError, UnicodeDecodeError) as error:
        refuse(path, f"is no JSON: {error}.")
    if not isinstance(data, dict):
        refuse(path, "is no annotation; it should hold one object.")
    for name in LISTS:
        if not _is_list(data.get(name), of_names=name == "clauses"):
            refuse(path, f"has no list of {'names' if name == 'clauses' else 'objects'} in {name!r}.")
    return data


def _is_list(value: object, *, of_names: bool) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(entry, str if of_names else dict) for entry in value))


def _parsed(path: Path, refused: Callable[[Refused], None]) -> Mapping[str, Any]:
    """What is read from a contract, as the interchange form has it; nothing where it cannot be read."""
    from sladocs.codec import json_form

    try:
        document = read_document(path, read_bytes(path))
        return json_form.plain(understand(document))
    except Refused as error:
        refused(error)
        return {}


def annotate(path: Path, output: Path, how: How = AS_USUAL) -> int:
    """Write the annotation that a parse gives, for a person to correct. Returns how many entries it holds. Raises Refused."""
    from sladocs.model.gold import Annotation, to_gold

    if output.exists():
        refuse(output, "exists, and may hold a person's corrections; choose another name or move it away.")
    document = read_document(path, read_bytes(path), how)
    gold = to_gold(understand(document), Annotation(id=output.name.removesuffix(GOLD), source=name_of(Path(path.name))))
    text = simplejson.dumps(gold, use_decimal=True, ensure_ascii=False, indent=1)
    write_all({output: f"{text}\n".encode()})
    return sum(len(gold[name]) for name in LISTS) + len(gold["terms"])


def annotation_of(path: Path) -> Path:
    """Where the annotation of a contract stands: beside it."""
    return path.with_name(f"{path.stem}{GOLD}")
