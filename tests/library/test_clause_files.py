"""Clause and template files: read whole, or refused with all that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sladocs.library.collection import Library
from sladocs.library.digest import digest
from sladocs.library.faults import LibraryError
from sladocs.library.find import VARIABLE, roots

Folder = Callable[..., Path]

GOOD = """\
---
title: Claiming service credits
kind: penalties
parameters:
  claim_window: {path: credit_terms.claim_window, type: duration, required: true}
  cap: {path: credit_terms.cap, type: credit}
conditions:
  has_cap: {has: credit_terms.cap}
  schedule: {is: {form: schedule}}
  either: {any: [{has: term.initial}, {not: {clause: term}}]}
requires: [service-credits]
excludes:
defines:
  Credit Claim: a written request by the [[Customer]]
variants:
  provider: {trigger: "Acceptable where …", states: {credit_terms.sole_remedy: true}}
guidance:
  drafter: One sentence.
sources: ["ISO/IEC 19086-1:2016"]
---

## balanced

1. Each claim comes within {{ claim_window | words }}.

## provider

1. {% if has_cap %}At most {{ cap | credit }}.{% endif %}
"""


def test_a_clause_is_read_whole(folder: Folder) -> None:
    clause = Library(folders=[folder({"credit-claims": GOOD})]).clause("credit-claims")
    assert (clause.id, clause.version, clause.title, clause.kind) == ("credit-claims", "1.0.0", "Claiming service credits", "penalties")
    assert list(clause.variants) == ["balanced", "provider"]
    assert clause.variants["provider"].states == {"credit_terms.sole_remedy": "true"}
    assert clause.parameters["claim_window"].required
    assert clause.conditions["schedule"].equals == {"form": ("schedule",)}
    assert str(clause.conditions["either"]) == "(the agreement has term.initial) or (it is not so that the clause term stands)"
    assert clause.excludes == ()
    assert clause.sources == ("ISO/IEC 19086-1:2016",)


def test_show_is_plain_text(folder: Folder) -> None:
    shown = Library(folders=[folder({"credit-claims": GOOD})]).clause("credit-claims").show()
    assert "Each claim comes within <claim window>." in shown
    assert "[if has_cap: At most <cap>.]" in shown
    assert "has_cap: the agreement has credit_terms.cap" in shown
    assert "Drafter: One sentence." in shown
    assert "{{" not in shown
    assert "[[" not in shown


BAD = [
    (GOOD.replace("kind: penalties", "kin: penalties"), {("There is no field 'kin' here.", 3), ("kind is missing.", None)}),
    (GOOD.replace("type: duration", "type: durations"), {("parameters.claim_window.type: 'durations' is not allowed here.", 5)}),
    (GOOD.replace("has_cap: {has:", "has_cap: {hass:"), {("There is no field 'hass' here.", 8)}),
    (GOOD.replace("has_cap: {has: credit_terms.cap}", "has_cap: {has: a, clause: b}"), {("conditions.has_cap: a condition is one of", 8)}),
    (GOOD.replace("requires: [service-credits]", "requires: service-credits"), {("requires: input should be a valid tuple.", 11)}),
    (GOOD.replace("  provider: {trigger", "  vendor: {trigger"), {("The variant vendor has no text.", 16)}),
    (GOOD.replace("title: Claiming service credits", "title: x\nid: other"), {("The head cannot set 'id'.", 3)}),
    (GOOD.replace("the [[Customer]]", "the [[Customer"), {("The definition of Credit Claim: [[ is no term", 14)}),
    (GOOD.replace("{{ claim_window | words }}", "{{ claim_window | words"), {("{{ prints nothing", 24)}),
    (
        GOOD.replace('provider: {trigger: "Acceptable where …", states', "provider: [x]\n  y: {states"),
        {("variants.provider is no map.", 16)},
    ),
    (GOOD.replace("Credit Claim: a written", "Credit Claim:\n  Other: a written"), {("The definition of Credit Claim is no text.", 14)}),
    (GOOD[: GOOD.index("## balanced")], {("The clause has no text.", None)}),
    ("## balanced\n1. x\n", {("The clause has no head between two lines of three hyphens.", 1)}),
    (GOOD.replace("kind: penalties", "kind: [penalties"), {("This is no YAML", None)}),
    ("---\n- a\n---\n## balanced\n1. x\n", {("The head is no map", 1), ("title is missing.", None), ("kind is missing.", None)}),
]


@pytest.mark.parametrize(("text", "expected"), BAD)
def test_bad_clauses_are_refused_with_all_that_is_wrong(folder: Folder, text: str, expected: set[tuple[str, int | None]]) -> None:
    library = Library(folders=[folder({"credit-claims": text})])
    with pytest.raises(LibraryError) as caught:
        library.clauses()
    found = caught.value.findings
    assert all(f.place.file and f.place.file.endswith("credit-claims/1.0.0.md") for f in found)
    for message, line in expected:
        assert any(f.message.startswith(message) and line in (None, f.place.line) for f in found), found
    assert library.lint()[: len(found)] == list(found)


def test_the_remedy_names_the_nearest_word(folder: Folder) -> None:
    library = Library(folders=[folder({"a": GOOD.replace("parameters:", "paramters:")})])
    assert library.lint()[0].remedy == "Did you mean parameters?"


def test_errors_of_all_files_come_at_once(folder: Folder) -> None:
    library = Library(folders=[folder({"a": "x", "b": GOOD, "Bad_Name": GOOD, "c/one": GOOD, "c/README": "x", "t.yaml": "titel: x\n"})])
    messages = [finding.message for finding in library.faults()]
    assert len(messages) == 5  # README.md is no clause
    assert any("'Bad_Name' is no id" in message for message in messages)
    assert any("'one' is no version" in message for message in messages)
    with pytest.raises(LibraryError):
        library.templates()


def test_the_newest_version_is_used_unless_another_is_asked_for(folder: Folder) -> None:
    files = {f"a/{version}": GOOD.replace("Claiming", version) for version in ("1.2.0", "1.10.0", "1.9.3")}
    library = Library(folders=[folder(files)])
    assert library.clause("a").version == "1.10.0"
    assert library.clause("a", "1.9.3").title == "1.9.3 service credits"
    assert [clause.version for clause in library.clauses()] == ["1.10.0"]
    with pytest.raises(LibraryError, match=r"no version 2\.0\.0"):
        library.clause("a", "2.0.0")


def test_of_two_folders_the_first_wins_also_with_an_older_version(folder: Folder) -> None:
    own, other = folder({"a": GOOD}, "own"), folder({"a/2.0.0": GOOD, "b": GOOD}, "other")
    library = Library(folders=[own, other])
    assert library.clause("a").version == "1.0.0"
    assert library.clause("a", "2.0.0").version == "2.0.0"
    assert [clause.id for clause in library.clauses()] == ["a", "b"]


def test_an_unknown_clause_text_or_template_is_named_with_the_nearest(folder: Folder) -> None:
    library = Library(folders=[folder({"credit-claims": GOOD, "saas.yaml": "title: x\n"})])
    for ask, nearest in (
        (lambda: library.clause("credit-claim"), "credit-claims"),
        (lambda: library.text_of("credit-claims", "provide"), "provider"),
        (lambda: library.template("sass"), "saas"),
    ):
        with pytest.raises(LibraryError) as caught:
            ask()
        assert caught.value.findings[0].remedy == f"Did you mean {nearest}?"


def test_the_search_path(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, variable, beside = (folder({"a": GOOD}, name) for name in ("named", "variable", "beside"))
    monkeypatch.setenv(VARIABLE, str(variable))
    shipped = Library.shipped()["clauses"].parent
    assert roots([named], beside) == (named, variable, beside, shipped)
    assert roots([named, named], named) == (named, variable, shipped)
    assert roots([], tmp_path / "nothing") == (variable, shipped)
    with pytest.raises(LibraryError, match="There is no such folder"):
        Library.open([tmp_path / "nothing"])
    with pytest.raises(LibraryError, match="no clauses/ and no templates/"):
        Library.open([tmp_path])


def test_the_digest_changes_with_the_contract_and_with_nothing_else(folder: Folder) -> None:
    def of(text: str, name: str) -> str:
        return digest(Library(folders=[folder({"a": text}, name)]).clause("a"))

    first = of(GOOD, "first")
    assert len(first) == 64
    same = [
        GOOD.replace("One sentence.", "Another."),
        GOOD.replace("ISO/IEC", "ISO"),
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(
            "  either: {any: [{has: term.initial}, {not: {clause: term}}]}\nrequires",
            "  either: {any: [{has: term.initial}, {not: {clause: term}}]}\n\nrequires",
        ),
    ]
    other = [
        GOOD.replace("Each claim", "Every claim"),
        GOOD.replace("required: true", "required: false"),
        GOOD.replace("form: schedule", "form: standalone"),
        GOOD.replace("[service-credits]", "[]"),
        GOOD.replace("a written request", "a request"),
        GOOD.replace("sole_remedy: true", "sole_remedy: false"),
        GOOD.replace("title: Claiming", "title: Asking for"),
    ]
    assert {of(text, f"same{i}") for i, text in enumerate(same)} == {first}
    assert len({of(text, f"other{i}") for i, text in enumerate(other)} | {first}) == len(other) + 1


TEMPLATE = """\
title: A type
forms: [standalone, schedule]
sections:
  - {heading: Credits, clauses: [credit-claims]}
schedules:
  - {name: levels, heading: Levels, clauses: [levels-table]}
conditional:
  credit-claims: {has: service_credits}
defaults:
  term: {initial: 3 years}
  version: 1.0
questions:
  - {key: provider, ask: "Who?"}
"""


def test_a_template_is_read_whole(folder: Folder) -> None:
    template = Library(folders=[folder({"saas.yaml": TEMPLATE})]).template("saas")
    assert template.clauses() == ("credit-claims", "levels-table")
    assert template.defaults == {"term": {"initial": "3 years"}, "version": "1.0"}
    assert template.schedules[0].name == "levels"
    assert template.questions[0].ask == "Who?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEMPLATE.replace("forms: [standalone", "forms: [standalon"), "forms.0: 'standalon' is not allowed here."),
        (TEMPLATE.replace("heading: Credits", "headin: Credits"), "There is no field 'headin' here."),
        (TEMPLATE + "name: other\n", "The template is called 'other', but its folder 'saas'."),
    ],
)
def test_bad_templates_are_refused(folder: Folder, text: str, message: str) -> None:
    assert message in [finding.message for finding in Library(folders=[folder({"saas.yaml": text})]).faults()]


def test_an_installed_package_holds_the_library_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sladocs.library.find.sladocs.__file__", str(tmp_path / "sladocs" / "__init__.py"))
    assert Library.shipped()["clauses"] == tmp_path / "clauses"
    (tmp_path / "sladocs" / "shipped").mkdir(parents=True)
    assert Library.shipped()["templates"] == tmp_path / "sladocs" / "shipped" / "templates"
