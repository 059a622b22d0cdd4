"""Start a new agreement from a template: its questions, the answers, and the YAML file with comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sladocs.codec import yaml_form
from sladocs.jobs.files import write_all
from sladocs.jobs.library import open_library
from sladocs.model.finding import Place, Refused
from sladocs.model.template import Question

STARTER = "new.yaml"
"""The file of a template that `new` fills in."""


def parse_answers(answers: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE pairs. Raises Refused where one has no "="."""
    given = {}
    for answer in answers:
        key, sign, value = answer.partition("=")
        if not sign or not key.strip():
            raise Refused.because(f"{answer!r} is no KEY=VALUE; write for example --set customer='Acme Ltd'.")
        given[key.strip()] = value.strip()
    return given


def questions(template: str, folders: Sequence[Path]) -> tuple[Question, ...]:
    """What a template asks, in order. Raises Refused where there is no such template."""
    return open_library(folders).template(template).questions


def write(template: str, folders: Sequence[Path], answers: Mapping[str, str], output: Path) -> Path:
    """Write a new agreement in YAML; a question without an answer takes its default. Raises Refused, also where the file exists."""
    if output.exists():
        raise Refused.because(f"{output} is there already; choose another name.", place=Place(file=str(output)))
    library = open_library(folders)
    found = library.template(template)
    defaults = {question.key: question.default for question in found.questions if question.default is not None}
    given = {key.replace(".", "/"): value for key, value in (defaults | dict(answers)).items()}
    text = yaml_form.update(library.template_file(template, STARTER), given, str(output))
    yaml_form.load(text, str(output))
    write_all({output: text.encode()})
    return output
