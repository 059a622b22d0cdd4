"""Files of the library become Clause and Template: YAML by the models, texts by the grammar, and all errors at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from sladocs.library.faults import LibraryError, fault, nearest
from sladocs.library.text import GrammarError, VariantText, parse_body, parse_inline
from sladocs.library.tree import Steps, Tree, read_text, read_yaml
from sladocs.model.clause import Clause, Condition, Guidance, Parameter, Variant
from sladocs.model.finding import Finding
from sladocs.model.template import Question, Schedule, ScheduleForm, Section, Template

M = TypeVar("M", bound=BaseModel)

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_PARTS: Final[Mapping[str, type[BaseModel]]] = {
    "parameters": Parameter, "conditions": Condition, "conditional": Condition, "variants": Variant, "guidance": Guidance,
    "sections": Section, "schedules": Schedule, "questions": Question, "schedule_form": ScheduleForm,
}  # fmt: skip
_GIVEN: Final = ("id", "version", "file", "line", "source", "blocks")
"""Fields that come from the file's name and body: a head cannot set them."""


def version_key(version: str) -> tuple[int, ...]:
    """The order of versions: 1.10.0 is newer than 1.9.0."""
    match = _VERSION.fullmatch(version)
    return tuple(map(int, match.groups())) if match else ()


def read_clause(path: Path) -> tuple[Clause | None, list[Finding]]:
    """The clause in a file `<id>/<version>.md`, or None with what is wrong."""
    file = str(path)
    findings: list[Finding] = []
    if not _SLUG.fullmatch(path.parent.name):
        findings.append(fault("C02", f"{path.parent.name!r} is no id for a clause.", file=file, remedy="Write words joined by hyphens."))
    if not version_key(path.stem):
        findings.append(fault("C02", f"{path.stem!r} is no version.", file=file, remedy="Name the file 1.0.0.md."))
    try:
        text = read_text(path)
        head = _HEAD.match(text)
        if not head:
            message = "The clause has no head between two lines of three hyphens."
            return None, [*findings, fault("C02", message, file=file, line=1, remedy="Start the file with ---, title, kind and ---.")]
        tree = read_yaml(head[1], file, 2)
    except LibraryError as error:
        return None, [*findings, *error.findings]
    variants, broken = parse_body(text[head.end() :], file, text[: head.end()].count("\n") + 1)
    data, more = _clause_data(tree, variants)
    findings += [*broken, *more]
    clause = _validated(Clause, data | {"id": path.parent.name, "version": path.stem, "file": file}, tree, findings)
    return (None if findings else clause), findings


def _clause_data(tree: Tree, texts: list[VariantText]) -> tuple[dict[str, Any], list[Finding]]:
    data, findings = _mapping(tree)
    findings += [
        fault("C02", f"The head cannot set {name!r}.", file=tree.file, line=tree.line((name,)), remedy="The file's name says it.")
        for name in _GIVEN
        if data.pop(name, None) is not None
    ]
    data["conditions"] = _conditions(data.get("conditions"))
    data["defines"], broken = _definitions(data.get("defines"), tree)
    heads, wrong = _variant_heads(data.get("variants"), {text.name for text in texts}, tree)
    data["variants"] = {
        text.name: {**heads.get(text.name, {}), "name": text.name, "source": text.source, "blocks": text.blocks, "line": text.line}
        for text in texts
    }
    if not texts:
        findings.append(fault("C14", "The clause has no text.", file=tree.file, remedy="Write ## balanced and the text below the head."))
    return data, [*findings, *broken, *wrong]


def _variant_heads(given: Any, texts: set[str], tree: Tree) -> tuple[dict[str, dict[str, Any]], list[Finding]]:
    """What the head says of each text."""
    if given is not None and not isinstance(given, dict):
        place: dict[str, Any] = {"file": tree.file, "line": tree.line(("variants",))}
        return {}, [fault("C02", "variants is no map of texts.", remedy="Write for example provider: {trigger: …}.", **place)]
    heads: dict[str, dict[str, Any]] = {}
    findings: list[Finding] = []
    for name, facts in (given or {}).items():
        place = {"file": tree.file, "line": tree.line(("variants", name))}
        if name not in texts:
            findings.append(fault("C14", f"The variant {name} has no text.", remedy=f"Write ## {name} and its text.", **place))
        elif isinstance(facts, dict):
            heads[name] = {key: value for key, value in facts.items() if value is not None}
        elif facts is not None:
            findings.append(fault("C02", f"variants.{name} is no map.", remedy="Write for example trigger: Acceptable where ….", **place))
    return heads, findings


def read_template(path: Path) -> tuple[Template | None, list[Finding]]:
    """The template in a file `<name>/template.yaml`, or None with what is wrong."""
    try:
        tree = read_yaml(read_text(path), str(path))
    except LibraryError as error:
        return None, list(error.findings)
    data, findings = _mapping(tree)
    data["conditional"] = _conditions(data.get("conditional"))
    data.setdefault("name", path.parent.name)
    if data["name"] != path.parent.name:
        message = f"The template is called {data['name']!r}, but its folder {path.parent.name!r}."
        findings.append(fault("C02", message, file=str(path), line=tree.line(("name",)), remedy="Give both one name."))
    template = _validated(Template, data | {"file": str(path)}, tree, findings)
    return (None if findings else template), findings


def _mapping(tree: Tree) -> tuple[dict[str, Any], list[Finding]]:
    """The head as a map without its empty entries."""
    if not isinstance(tree.data, dict):
        return {}, [
            fault("C02", "The head is no map of names and values.", file=tree.file, line=1, remedy="Write for example title: Term.")
        ]
    return {name: value for name, value in tree.data.items() if value is not None}, []


def _conditions(data: Any) -> Any:
    return {name: _condition(value) for name, value in data.items()} if isinstance(data, dict) else data or {}


def _condition(data: Any) -> Any:
    """A condition with each value of `is` as a list, whether one value or several are allowed."""
    if not isinstance(data, dict):
        return data
    out = dict(data)
    if isinstance(out.get("is"), dict):
        out["is"] = {path: value if isinstance(value, list) else [value] for path, value in out["is"].items()}
    for key in ("all", "any"):
        if isinstance(out.get(key), list):
            out[key] = [_condition(part) for part in out[key]]
    if "not" in out:
        out["not"] = _condition(out["not"])
    return out


def _definitions(data: Any, tree: Tree) -> tuple[Any, list[Finding]]:
    if not isinstance(data, dict):
        return data or {}, []
    out, findings = {}, []
    for term, words in data.items():
        if not isinstance(words, str) or not words.strip():
            message = f"The definition of {term} is no text."
            findings.append(fault("C02", message, file=tree.file, line=tree.line(("defines", term)), remedy="Write what the term means."))
            continue
        try:
            out[term] = parse_inline(" ".join(words.split()))
        except GrammarError as error:
            findings.append(fault("C03", f"The definition of {term}: {error}", file=tree.file, line=tree.line(("defines", term))))
    return out, findings


def _validated(model: type[M], data: dict[str, Any], tree: Tree, findings: list[Finding]) -> M | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        findings += [_explained(dict(one), model, tree) for one in error.errors()]
        return None


def _explained(error: dict[str, Any], model: type[BaseModel], tree: Tree) -> Finding:
    """A plain sentence for an error of the models."""
    steps: Steps = tuple(error["loc"])
    where = ".".join(map(str, steps))
    place: dict[str, Any] = {"file": tree.file, "line": tree.line(steps), "path": where or None}
    if error["type"] == "extra_forbidden":
        owner = model if len(steps) == 1 else _PARTS.get(str(steps[0]), model)
        known = {field.alias or name for name, field in owner.model_fields.items() if name not in _GIVEN}
        return fault("C02", f"There is no field {steps[-1]!r} here.", remedy=nearest(str(steps[-1]), known), **place)
    if error["type"] == "missing":
        return fault("C02", f"{where} is missing.", remedy=f"Write {steps[-1]}: and its value.", **place)
    if error["type"] == "literal_error":
        allowed = [word.strip(" '") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return fault("C02", f"{where}: {error['input']!r} is not allowed here.", remedy=nearest(str(error["input"]), allowed), **place)
    message = str(error["msg"]).removeprefix("Value error, ")
    return fault("C02", f"{where}: {message[:1].lower()}{message[1:]}.", **place)
