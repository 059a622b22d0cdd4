"""Which clauses and texts an agreement gets, and what it is completed with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from sladocs.library.choose import Choices, choose
from sladocs.library.collection import Library
from sladocs.library.complete import assemble_ready
from sladocs.library.faults import LibraryError
from sladocs.model.agreement import Agreement, ClauseChoice, CreditTerms, SpecialTerm, Term
from sladocs.model.quantity import Duration

Folder = Callable[..., Path]


def clause(head: str = "", body: str = "## balanced\n1. Words.\n", kind: str = "scope") -> str:
    return f"---\ntitle: A clause\nkind: {kind}\n{head}---\n{body}"


THREE = "## balanced\n1. b\n## provider\n1. p\n## customer\n1. c\n"
REMEDY = clause(
    "variants:\n  provider: {states: {credit_terms.sole_remedy: true}}\n  customer: {states: {credit_terms.sole_remedy: false}}\n", THREE
)
FILES = {
    "term": clause(),
    "scope": clause(body=THREE),
    "remedy": REMEDY,
    "credits": clause(),
    "claims": clause("requires: [credits]\n"),
    "plain-scope": clause("alternative_of: [scope]\n"),
    "further": clause(),
    "lonely": clause("excludes: [term]\n"),
    "type.yaml": (
        "title: A type\nforms: [standalone, schedule]\nmandatory: [term]\n"
        "conditional: {claims: {clause: credits}, credits: {has: term.initial}}\nschedule_form: {omit: [remedy]}\n"
        "sections:\n  - {heading: One, clauses: [term, scope, remedy]}\n  - {heading: Two, clauses: [claims, credits]}\n"
        "defaults: {term: {initial: 3 years}}\n"
    ),
}
TERM = Term(initial=Duration(value=Decimal(3), unit="year"))


@pytest.fixture
def library(folder: Folder) -> Library:
    return Library(folders=[folder(FILES)])


def chosen(library: Library, agreement: Agreement) -> Choices:
    return choose(agreement, library.template("type"), library)


def texts(choices: Choices) -> dict[str, str]:
    return {name: choice.variant.name for name, choice in choices.chosen.items()}


def test_position_decides_and_falls_back_to_balanced(library: Library) -> None:
    found = chosen(library, Agreement(position="provider", term=TERM))
    assert texts(found) == {"term": "balanced", "scope": "provider", "remedy": "provider", "claims": "balanced", "credits": "balanced"}
    assert found.findings == ()


def test_an_own_choice_comes_before_the_position(library: Library) -> None:
    found = chosen(library, Agreement(position="provider", clauses=(ClauseChoice(id="scope", variant="customer"),)))
    assert texts(found)["scope"] == "customer"


@pytest.mark.parametrize(
    ("stated", "position", "variant"), [(True, "customer", "provider"), (False, "provider", "customer"), (None, "provider", "provider")]
)
def test_a_stated_fact_chooses_the_text_that_says_it(library: Library, stated: bool | None, position: str, variant: str) -> None:
    agreement = Agreement.model_validate({"position": position, "credit_terms": CreditTerms(sole_remedy=stated)})
    assert texts(chosen(library, agreement))["remedy"] == variant


def test_conditions_of_the_template_are_asked_until_they_are_stable(library: Library) -> None:
    assert set(chosen(library, Agreement()).chosen) == {"term", "scope", "remedy"}


def test_a_schedule_leaves_out_what_the_master_agreement_says(library: Library) -> None:
    assert "remedy" not in chosen(library, Agreement(form="schedule")).chosen


def test_a_clause_left_out(library: Library) -> None:
    assert "scope" not in chosen(library, Agreement(clauses=(ClauseChoice(id="scope", variant="omitted"),))).chosen


def test_an_alternative_takes_the_place_and_a_further_clause_stands_by_itself(library: Library) -> None:
    found = chosen(library, Agreement(clauses=(ClauseChoice(id="plain-scope"), ClauseChoice(id="further"))))
    assert found.instead == {"scope": "plain-scope"}
    assert found.further == ("further",)
    assert "scope" not in found.chosen
    assert found.findings == ()


def test_what_a_reader_found_is_no_choice(library: Library) -> None:
    assert chosen(library, Agreement(clauses=(ClauseChoice(kind="scope", heading="Scope"),))).findings == ()


WRONG = [
    ({"clauses": (ClauseChoice(id="term", variant="omitted"),)}, "The clause term cannot be left out of type."),
    ({"clauses": (ClauseChoice(id="scop"),)}, "There is no clause 'scop'."),
    ({"clauses": (ClauseChoice(id="scope", variant="vendor"),)}, "The clause scope has no text 'vendor'."),
    ({"clauses": (ClauseChoice(id="scope", version="9.0.0"),)}, "The clause scope has no version 9.0.0."),
    ({"clauses": (ClauseChoice(id="lonely"),)}, "The clauses lonely and term cannot stand together."),
    (
        {"special_terms": (SpecialTerm(heading="H", text="T", replaces="scop"),)},
        "replaces the clause 'scop', which the agreement does not have.",
    ),
    (
        {"special_terms": tuple(SpecialTerm(heading=h, text="T", replaces="scope") for h in "AB")},
        "Two special terms replace the clause scope.",
    ),
]


@pytest.mark.parametrize(("data", "message"), WRONG)
def test_choices_that_cannot_be_followed(library: Library, data: Mapping[str, object], message: str) -> None:
    found = chosen(library, Agreement.model_validate({"term": TERM, **data}))
    messages = [finding.message for finding in found.findings]
    assert len(messages) == 1
    assert message in messages[0]
    assert all(finding.place.path for finding in found.findings)


def test_what_falls_away_with_its_condition_is_no_mistake(library: Library) -> None:
    left_out = (ClauseChoice(id="credits", variant="omitted"), ClauseChoice(id="claims"))
    found = chosen(library, Agreement(term=TERM, clauses=left_out))
    assert set(found.chosen) == {"term", "scope", "remedy"}
    assert found.findings == ()


def test_a_special_term_stands_instead(library: Library) -> None:
    special = SpecialTerm(heading="H", text="T", replaces="scope")
    assert chosen(library, Agreement(special_terms=(special,))).chosen["scope"].special == special


def test_a_required_clause_that_is_left_out(folder: Folder) -> None:
    library = Library(
        folders=[folder({**FILES, "type.yaml": FILES["type.yaml"].replace("conditional: {claims: {clause: credits}, ", "conditional: {")})]
    )
    found = chosen(library, Agreement(term=TERM, clauses=(ClauseChoice(id="credits", variant="omitted"),)))
    assert [f.message for f in found.findings] == ["The clause claims needs the clause credits, which the agreement leaves out."]


def short_form(data: Mapping[str, object]) -> Agreement:
    assert data == {"term": {"initial": "3 years"}}
    return Agreement(term=TERM)


def test_an_agreement_is_completed_from_its_template_and_its_texts(library: Library) -> None:
    ready = assemble_ready(Agreement(position="provider"), library.template("type"), library, short_form)
    assert ready == Agreement(
        kind="sla", title="A type", language="en-GB", template="type", form="standalone", position="provider", term=TERM,
        credit_terms=CreditTerms(sole_remedy=True),
    )  # fmt: skip


def test_what_the_agreement_says_stays(library: Library) -> None:
    own = Agreement(
        title="T", form="schedule", position="customer", language="en-US", term=Term(initial=Duration(value=Decimal(1), unit="year")),
        credit_terms=CreditTerms(sole_remedy=True), kind="hosting", template="type",
    )  # fmt: skip
    assert assemble_ready(own, library.template("type"), library, short_form) == own


def test_a_master_agreement_makes_a_schedule(library: Library) -> None:
    assert assemble_ready(Agreement(master_agreement="MSA"), library.template("type"), library, short_form).form == "schedule"


def test_completing_twice_changes_nothing(library: Library) -> None:
    once = assemble_ready(Agreement(), library.template("type"), library, short_form)
    assert assemble_ready(once, library.template("type"), library, short_form) == once


def test_a_text_that_states_what_does_not_fit(folder: Folder) -> None:
    library = Library(
        folders=[folder({**FILES, "remedy": clause("variants:\n  balanced: {states: {credit_terms.sole_remedy: perhaps}}\n")})]
    )
    with pytest.raises(LibraryError, match="states a fact that does not fit"):
        assemble_ready(Agreement(), library.template("type"), library, short_form)
