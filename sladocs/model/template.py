"""Templates: agreement types, as data. A template owns order, headings and defaults; clauses own words and conditions."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from sladocs.model.agreement import AgreementKind, Form
from sladocs.model.clause import Condition
from sladocs.model.quantity import Model


class Section(Model):
    """A numbered part of a template: its heading and its clauses in order."""

    heading: str = Field(min_length=1)
    clauses: tuple[str, ...]


class Schedule(Section):
    """A schedule of a template; texts refer to it by `name`."""

    name: str


class ScheduleForm(Model):
    """What a schedule to a master agreement leaves out, since the master agreement says it."""

    omit: tuple[str, ...] = ()


class Question(Model):
    """What `new` asks: `key` is the place in the short YAML form."""

    key: str
    ask: str
    explain: str | None = None
    default: str | None = None


class Template(Model):
    """An agreement type. `defaults` is part of an agreement in the short YAML form, every scalar as text."""

    name: str
    title: str = Field(min_length=1)
    description: str = ""
    kind: AgreementKind = "sla"
    forms: tuple[Form, ...] = Field(default=("standalone",), min_length=1)
    language: str = "en-GB"
    front: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    signatures: str | None = None
    mandatory: tuple[str, ...] = ()
    conditional: Mapping[str, Condition] = Field(default_factory=dict)
    schedule_form: ScheduleForm = ScheduleForm()
    defaults: Mapping[str, object] = Field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    file: str = ""

    def clauses(self) -> tuple[str, ...]:
        """The ids of all its clauses, in the order of the document."""
        parts = (part.clauses for part in (*self.sections, *self.schedules))
        return (*self.front, *(clause for part in parts for clause in part), *((self.signatures,) if self.signatures else ()))
