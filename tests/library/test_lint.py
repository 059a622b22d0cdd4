"""The lint: one sound library with no finding, and one change to it for each thing that can be wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sladocs.library.collection import Library
from sladocs.library.faults import CODES

Folder = Callable[..., Path]

SOUND = {
    "term": """\
---
title: Term
kind: term
parameters:
  initial: {path: term.initial, type: duration, required: true}
  renewal: {path: term.renewal, type: duration}
  law: {path: governing_law, type: text}
conditions:
  renews: {has: term.renewal}
  with_exit: {all: [{clause: exit}, {has: governing_law}]}
requires: [parties]
defines:
  Term: the time for which the [[Provider]] has duties
---

## balanced

1. The [[Term]] is {{ initial | words }}. {% if renews %}It renews for {{ renewal | words }}.{% endif %} See [[clause:parties]].
2. The [[Terms|Term]] in [[schedule:levels]] and the [[Providers]].
{% if with_exit %}
3. Exit as [[clause:exit]] says, under {{ law }}.
[[table:levels]]
{% endif %}
""",
    "parties": '---\ntitle: Parties\nkind: parties\n---\n## balanced\n1. X (the "**Provider**").\n',
    "exit": "---\ntitle: Exit\nkind: exit\nexcludes: [parties]\n---\n## balanced\n1. Exit.\n",
    "type.yaml": (
        "title: A type\nmandatory: [term]\nconditional: {exit: {has: governing_law}}\nfront: [parties]\n"
        "sections: [{heading: Term, clauses: [term]}]\nschedules: [{name: levels, heading: Levels, clauses: [exit]}]\n"
    ),
}


def findings(folder: Folder, file: str = "", old: str = "", new: str = "") -> list[str]:
    files = dict(SOUND)
    if file:
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    library = Library(folders=[folder(files)])
    assert library.faults() == ()
    return [f"{f.code} {f.place.line or '-'} {f.message} {f.remedy or ''}".strip() for f in library.lint()]


def test_a_sound_library_has_no_finding(folder: Folder) -> None:
    assert findings(folder) == []


CHANGES = [
    ("term", "kind: term", "kind: trem", "C15 - The kind 'trem' is unknown. Did you mean term?"),
    ("term", "path: term.initial", "path: term.intial", "C04 - The path term.intial leads to nothing: there is no 'intial'. Did you me"),
    ("term", "path: term.initial, type: duration", "path: governing_law, type: duration", "C04 - governing_law is no duration. Its typ"),
    ("term", "path: term.initial, type", "path: term, type", "C04 - term is no duration. Name one field of it."),
    ("term", "{ initial | words", "{ initail | words", "C05 18 The head has no parameter 'initail'. Did you mean initial?"),
    ("term", "{ initial | words", "{ initial | word", "C06 18 There is no filter 'word'. Did you mean words?"),
    ("term", "{ initial | words", "{ initial | money", "C06 18 The filter money does not print duration. Write words or duration."),
    ("term", "{% if renews", "{% if renew", "C07 18 The head has no condition 'renew'. Did you mean renews?"),
    ("term", "renews: {has: term.renewal}", "renews: {has: term.renew}", "C04 - The path term.renew leads to nothing: there is no 'ren"),
    ("term", "renews: {has", "renews: {not: {has: term.renewal}}\n  unused: {has", "C07 - No text asks for the condition 'unused'. Rem"),
    ("term", "renews: {has: term.renewal}", "renews: {table: level}", "C13 - There is no table 'level'. Did you mean levels?"),
    ("term", "law: {path", "unused: {path: title, type: text}\n  law: {path", "C08 - No text prints the parameter 'unused'. Remove it."),
    ("term", "renews: {has: term.renewal}", "renews: {has: title}", "C09 18 {{ renewal }} may be missing, and no condition asks for it"),
    ("term", "{all: [{clause: exit}, {has: governing_law}]}", "{any: [{clause: exit}, {has: governing_law}]}", "C09 21 {{ law }} may b"),
    ("term", "the [[Provider]]", "the [[Vendor]]", "C10 - No clause defines the term 'Vendor'."),
    ("term", "[[Terms|Term]]", "[[Term|Terms]]", "C10 19 [[Term|Terms]] stands the wrong way round. Write the words shown first: [[Ter"),
    ("term", "[[clause:parties]]", "[[clause:partys]]", "C11 18 There is no clause 'partys'. Did you mean parties?"),
    ("term", "requires: [parties]", "requires: [partys]", "C11 - There is no clause 'partys'. Did you mean parties?"),
    ("term", "requires: [parties]", "requires: []", "C12 18 The text refers to the clause parties, which the head does not require. Ad"),
    ("term", "{clause: exit}", "{clause: exits}", "C11 - There is no clause 'exits'. Did you mean exit?"),
    ("term", "[[table:levels]]", "[[table:level]]", "C13 22 There is no table 'level'. Did you mean levels?"),
    ("term", "[[schedule:levels]]", "[[schedule:level]]", "C13 19 No template has a schedule 'level'. Did you mean levels?"),
    ("exit", "1. Exit.", "", "C14 6 The variant balanced has no text."),
    ("term", "{% if renews %}It renews", "and {% if renews %}It renews", "C03 18 The condition does not stand round whole sentences."),
    ("exit", "kind: exit", "kind: exit\ndefines: {Term: another time}", "C17 - exit and term define 'Term' in different words. Define"),
    ("type.yaml", "clauses: [term]", "clauses: [term, trem]", "C11 - There is no clause 'trem'. Did you mean term?"),
    ("type.yaml", "front: [parties]\n", "", "C16 - The clause term needs the clause parties, which the template does not have. Add par"),
    ("type.yaml", "clauses: [exit]", "clauses: [exit, term]", "C16 - The clause term stands twice. Keep one."),
    ("type.yaml", "mandatory: [term]", "mandatory: [terms]", "C16 - The template has no clause 'terms'. Did you mean term?"),
    ("type.yaml", "conditional: {exit: {has: governing_law}}", "conditional: {term: {has: title}}", "C16 - The clause term is mandator"),
    ("type.yaml", "{has: governing_law}", "{has: governing_lav}", "C04 - The path governing_lav leads to nothing"),
    ("type.yaml", "clauses: [exit]", "clauses: []", "C16 - The part 'Levels' has no clauses. Remove it."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), CHANGES)
def test_one_thing_wrong_is_one_thing_found(folder: Folder, file: str, old: str, new: str, expected: str) -> None:
    found = findings(folder, file, old, new)
    assert any(line.startswith(expected) for line in found), found


def test_the_cases_cover_every_code_of_the_lint() -> None:
    elsewhere = {"C01", "C02", "C18"}
    assert {expected[:3] for *_, expected in CHANGES} == CODES.keys() - elsewhere


def test_alternatives_may_define_one_term_each_in_its_own_way(folder: Folder) -> None:
    assert (
        findings(folder, "exit", "kind: exit\nexcludes: [parties]", "kind: exit\nalternative_of: [term]\ndefines: {Term: another time}")
        == []
    )


def test_figures_typed_into_a_text_are_allowed(folder: Folder) -> None:
    assert findings(folder, "exit", "1. Exit.", "1. Exit within 30 days.") == []


def test_the_shipped_library_has_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLADOCS_LIBRARY", raising=False)
    assert Library.open().lint() == []
