"""Start a new agreement from a template: its questions, the answers, and the YAML file with comments."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from sladocs.codec import yaml_form
from sladocs.jobs.files import refuse, refuse_ending, write_all
from sladocs.jobs.library import open_library
from sladocs.model.finding import Place, Refused
from sladocs.model.template import Question

STARTER: Final = "new.yaml"
"""The file of a template that `new` fills in."""
DEEPEST: Final = 12
"""The most steps of a key; no field of an agreement has as many."""


def parse_answers(answers: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE pairs. Raises Refused where one has no "=", or a key that no field can have."""
    given = {}
    for answer in answers:
        key, sign, value = answer.partition("=")
        if not sign or not key.strip():
            raise Refused.because(f"{answer[:80]!r} is no KEY=VALUE; write for example --set customer='Acme Ltd'.")
        steps = key.strip().replace("/", ".").split(".")
        if len(steps) > DEEPEST or not all(steps):
            raise Refused.because(f"{key[:80]!r} is no field; write its name, with points between its steps, as in term.initial.")
        given[".".join(steps)] = value.strip()
    return given


def check_output(output: Path) -> None:
    """Whether a new agreement may be written to this name. Raises Refused."""
    if output.suffix.lower() not in (".yaml", ".yml"):
        refuse_ending(output, ".yaml")
    if os.path.lexists(output):
        refuse(output, "is there already; choose another name.")


def open_questions(template: str, folders: Sequence[Path], given: Mapping[str, str]) -> list[Question]:
    """What a template asks, in order, without what is answered already. Raises Refused where there is no such template."""
    return [question for question in open_library(folders).template(template).questions if not _answered(question.key, given)]


def _answered(key: str, given: Mapping[str, str]) -> bool:
    """Whether a question's field, or a field around it, is given: `customer` answers `customer.name` too."""
    return any(key == other or key.startswith(f"{other}.") for other in given)


def write(template: str, folders: Sequence[Path], answers: Mapping[str, str], output: Path) -> Path:
    """Write a new agreement in YAML; a question without an answer takes its default. Raises Refused, also where the file exists."""
    check_output(output)
    library = open_library(folders)
    found = library.template(template)
    defaults = {
        question.key: question.default
        for question in found.questions
        if question.default is not None and not _answered(question.key, answers)
    }
    write_all({output: _filled(library.template_file(template, STARTER), {**defaults, **answers}).encode()})
    return output


def try_answer(template: str, folders: Sequence[Path], key: str, answer: str) -> None:
    """Whether an answer can be used. Raises Refused."""
    _filled(open_library(folders).template_file(template, STARTER), {key: answer})


def _filled(text: str, answers: Mapping[str, str]) -> str:
    """The text of a starter with the answers. What is wrong is said of the answer concerned, since the file is not there yet."""
    for key, answer in answers.items():
        try:
            text = yaml_form.update(text, {key.replace(".", "/"): answer})
        except Refused as error:
            raise _of_answer(error, {key: answer}) from None
    try:
        yaml_form.load(text)
    except Refused as error:
        raise _of_answer(error, answers) from None
    return text


def _of_answer(error: Refused, answers: Mapping[str, str]) -> Refused:
    """The refusal, with the answer that each finding is about instead of a line of a file."""
    found = []
    for finding in error.findings:
        path = (finding.place.path or "").replace("/", ".")
        about = [key for key in answers if path and (path == key or path.startswith(f"{key}.") or key.startswith(f"{path}."))]
        keys = about or (list(answers) if len(answers) == 1 else [])
        place = Place(path=f"{keys[0]}={answers[keys[0]][:80]}" if keys else finding.place.path)
        found.append(finding.model_copy(update={"place": place}))
    return Refused(tuple(found))
