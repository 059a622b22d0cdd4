"""Whole documents of a small library: numbers, references, definitions, special terms, and what cannot be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sladocs.assemble import AssemblyError, assemble, figures
from sladocs.assemble.placed import runs
from sladocs.library.collection import Library
from sladocs.model.agreement import Agreement, ChronicFailure, ClauseChoice, CreditTerms, Party, Role, ServiceCredit, SpecialTerm, Term
from sladocs.model.document import Document, Heading, Run, Table, words
from sladocs.model.metrics import Metric
from sladocs.model.numbering import places
from sladocs.model.quantity import Duration

Make = Callable[..., Library]
Outline = Callable[[Document], list[str]]

HOSTILE = "Smith & Co <x> {{ y }} [[z]] # w \\| v"
PARTIES = (Party(role=Role.PROVIDER, name=HOSTILE), Party(role=Role.CUSTOMER, name="Oakfield"))
BASE: dict[str, Any] = {
    "title": "An Agreement",
    "version": "1.0",
    "version_date": dt.date(2026, 12, 1),
    "parties": PARTIES,
    "term": Term(initial=Duration(value=Decimal(3), unit="year")),
}


def written(library: Library, **data: Any) -> Document:
    return assemble(Agreement(**{**BASE, **data}), library.template("type"), library)


def wrong(library: Library, **data: Any) -> list[str]:
    with pytest.raises(AssemblyError) as caught:
        written(library, **data)
    return [f"{finding.code} {finding.message}" for finding in caught.value.findings]


def test_a_document_in_order(make: Make, outline: Outline) -> None:
    assert outline(written(make())) == [
        "title: An Agreement",
        "subtitle: Version 1.0, 1 December 2026",
        "[key-terms] Table 1: Key terms",
        "# Parties",
        "This is made between:",
        "[parties] Table 2: Parties",
        "# 1 Words",
        "## 1.1 Definitions",
        "1.1.1 In these words:",
        "definition: “Provider” means a party.",
        "definition: “Service” means what the Provider supplies.",
        "## 1.2 Rules",
        "1.2.1 A rule:",
        "(a) one; and",
        "(b) two:",
        "(i) deep.",
        "1.2.2 See clause 2 and Schedule 1.",
        "# 2 Term",
        "2.1 It starts. It runs for three (3) years.",
        "2.2 The Services go on.",
        "# Schedule 1 Service levels",
        "1 The levels:",
        "# Signatures",
        "[signatures] ",
    ]


def test_title_and_version_stand_where_they_are_given(make: Make, outline: Outline) -> None:
    assert outline(written(make(), title=None, version=None, version_date=None))[0:2] == ["title: A type", "[key-terms] Table 1: Key terms"]
    assert outline(written(make(), version_date=None))[1] == "subtitle: Version 1.0"


@pytest.mark.parametrize(
    ("master", "words_"),
    [
        ("Master Services Agreement dated 1 March 2026", "Schedule to the Master Services Agreement dated 1 March 2026"),
        ("the MSA", "Schedule to the MSA"),
        (None, "Schedule to the master agreement"),
    ],
)
def test_a_schedule_says_to_what(make: Make, outline: Outline, master: str | None, words_: str) -> None:
    assert outline(written(make(), form="schedule", master_agreement=master))[1] == f"subtitle: {words_}"


def test_every_label_is_one_that_automatic_numbering_gives(make: Make) -> None:
    document = written(make(), special_terms=(SpecialTerm(heading="H", text="T\nU"),), service_credits=(CREDIT,), chronic_failure=None)
    labelled = [getattr(block, "label", "") != "" for block in document.blocks]
    assert [place is not None for place in places(document.blocks)] == labelled


CREDIT = ServiceCredit(metric=Metric.AVAILABILITY, value=Decimal(5), unit="percent")


def test_a_hostile_name_stands_to_the_letter_and_changes_nothing_else(make: Make, outline: Outline) -> None:
    library = make(
        rules=("scope", "parameters: {p: {path: parties.provider.name, type: text, required: true}}", "1. **{{ p }}** and [[Provider]].")
    )
    special = (SpecialTerm(heading=HOSTILE, text=f"{HOSTILE}\n\n1. {HOSTILE}"),)
    plain_special = (SpecialTerm(heading="Plain", text="Plain\n\n1. Plain"),)
    hostile = written(library, title=HOSTILE, special_terms=special, version=HOSTILE)
    plain = written(
        library, title="Plain", special_terms=plain_special, version="Plain", parties=(Party(role=Role.PROVIDER, name="Plain"), PARTIES[1])
    )
    assert outline(hostile) == [line.replace("Plain", HOSTILE) for line in outline(plain)]
    assert [hostile.text.count(HOSTILE), hostile.text.count("\\|")] == [plain.text.count("Plain")] * 2
    bold = [run for block in hostile.blocks for run, _, _ in runs(block) if run.bold and run.text == HOSTILE]
    assert len(bold) == 1


def test_references_carry_the_anchor_of_an_existing_heading(make: Make) -> None:
    document = written(make(), service_credits=(CREDIT,))
    anchors = {block.anchor: block.label for block in document.blocks if isinstance(block, Heading)}
    refers = [run for block in document.blocks for run, _, _ in runs(block) if run.refers]
    assert {run.refers: run.text for run in refers} == {"clause-term": "2", "schedule-levels": "Schedule 1"}
    assert all(anchors[run.refers] == run.text for run in refers if run.refers)
    assert len(anchors) == len([block for block in document.blocks if isinstance(block, Heading)])


REFERENCES = [
    ("[[clause:rules]]", "clause 1.2"),
    ("[[clause:term]]", "clause 2"),
    ("[[clause:levels-table]]", "Schedule 1"),
    ("[[clause:credits-table]]", "paragraph 1 of Schedule 2"),
    ("[[clause:hours-table]]", "paragraph 2 of Schedule 2"),
    ("[[clause:parties]]", "the clause “Parties”"),
]


@pytest.mark.parametrize(("mark", "printed"), REFERENCES)
def test_references_in_words(make: Make, outline: Outline, mark: str, printed: str) -> None:
    head = "requires: [rules, term, levels-table, credits-table, hours-table, parties]"
    library = make(rules=("scope", head, f"1. See {mark}."), hours_table=("support", "", "1. Hours."))
    assert f"1.2.1 See {printed}." in outline(written(library, service_credits=(CREDIT,)))


def test_numbers_move_when_a_clause_is_left_out(make: Make, outline: Outline) -> None:
    library = make(term=("term", "requires: [rules]", "1. See [[clause:rules]]."), rules=("scope", "", "1. A rule."))
    assert "2.1 See clause 1.2." in outline(written(library))
    library = make(term=("term", "requires: [rules]", "1. See [[clause:rules]]."), rules=("scope", "", "1. A rule. [[Service]]"))
    front = "  - {heading: First, clauses: [parties]}\n  - {heading: Words"
    from_type = (library.folders[0] / "templates/type/template.yaml").read_text(encoding="utf-8")
    moved = make(
        from_type.replace("front: [parties]\n", "").replace("  - {heading: Words", front),
        term=("term", "requires: [rules]", "1. See [[clause:rules]]."),
    )
    assert "3.1 See clause 2.2." in outline(written(moved))


def test_a_clause_without_words_goes_with_its_heading_and_schedule(make: Make, outline: Outline) -> None:
    lines = outline(written(make(), service_credits=(CREDIT,)))
    assert lines[lines.index("# Schedule 2 Others") :][:3] == ["# Schedule 2 Others", "## 1 Credits table", "1.1 The credits:"]
    assert not any("Hours table" in line for line in lines)
    assert not any("Others" in line for line in outline(written(make())))


def test_a_reference_to_a_clause_that_has_gone_is_an_error(make: Make) -> None:
    library = make(rules=("scope", "requires: [credits-table]", "1. See [[clause:credits-table]] and [[schedule:others]]."))
    assert wrong(library) == [
        "A02 The clause rules refers to the clause credits-table, which the document does not have.",
        "A02 The clause rules refers to the schedule others, which the document does not have.",
    ]
    guarded = "1. Words.{% if paid %} See [[clause:credits-table]].{% endif %}"
    assert written(make(rules=("scope", "conditions: {paid: {clause: credits-table}}", guarded)))


def test_a_fact_that_is_not_given_is_an_error(make: Make) -> None:
    head = "parameters: {law: {path: governing_law, type: text, required: true}}"
    assert wrong(make(rules=("scope", head, "1. The law of {{ law }}."))) == [
        "A01 The clause 'Rules' (rules) prints governing_law, which the agreement does not give."
    ]


def test_a_mandatory_clause_must_have_something_to_say(make: Make) -> None:
    library = make(rules=("scope", "parameters: {law: {path: governing_law, type: text}}\nconditions: {has: {has: governing_law}}",
                          "1. {% if has %}{{ law }}.{% endif %}"), template=TYPE_WITH_MANDATORY)  # fmt: skip
    assert wrong(library) == ["A05 The clause 'Rules' (rules) is mandatory, but the agreement gives nothing that it could say."]
    assert written(library, governing_law="England")


TYPE_WITH_MANDATORY = (
    "title: A type\nsections: [{heading: Rules, clauses: [rules]}, {heading: X, clauses: [parties]}]\nmandatory: [rules]\n"
)


def test_facts_that_no_clause_prints_are_errors(make: Make) -> None:
    library = make(rules=("scope", "", "1. Words."))
    chronic = ChronicFailure(consecutive=2)
    messages = wrong(
        library, chronic_failure=chronic, credit_terms=CreditTerms(sole_remedy=True), escalation=({"level": 1, "role": "Lead"},)
    )
    assert messages == [
        "A06 The agreement has escalation, but no clause of the document prints them.",
        "A06 The agreement has a chronic failure, but no clause of the document prints it.",
        "A06 The agreement says that credits are the only remedy, but no text of the document says so.",
    ]


def test_broken_clauses_are_named_before_anything_is_written(make: Make) -> None:
    with pytest.raises(AssemblyError) as caught:
        written(make(rules=("scope", "", "1. {{ nothing }} {% if nobody %}x.{% endif %}")))
    assert [finding.code for finding in caught.value.findings] == ["C05", "C07"]
    assert caught.value.document is None


def test_an_error_carries_the_draft(make: Make) -> None:
    with pytest.raises(AssemblyError) as caught:
        written(make(), clauses=(ClauseChoice(id="nothing"),))
    assert caught.value.document is not None
    assert caught.value.findings[0].code == "C18"


DEFINED = [
    ("uses are followed", {"A": "a [[B]]", "B": "a [[C]]", "C": "c", "D": "d"}, "1. [[A]].", ["A", "B", "C"]),
    ("circles end", {"A": "a [[B]]", "B": "a [[A]]"}, "1. [[A]].", ["A", "B"]),
    ("plurals count", {"Remedy": "r", "Day": "d"}, "1. [[Remedies]] and [[Days]].", ["Day", "Remedy"]),
    ("shown words do not count", {"A": "a", "B": "b"}, "1. [[B|A]].", ["A"]),
    ("nothing is used", {"A": "a"}, "1. Words.", []),
    ("what a text defines is not listed", {"A": "a"}, "1. [[A]] and (the “**A**”).", []),
    ("the alphabet has no capitals", {"b": "x", "A": "x", "C": "x"}, "1. [[C]], [[A]], [[b]].", ["A", "b", "C"]),
]


@pytest.mark.parametrize(("case", "defines", "text", "listed"), DEFINED, ids=[case[0] for case in DEFINED])
def test_just_the_terms_used_are_defined(make: Make, case: str, defines: dict[str, str], text: str, listed: list[str]) -> None:
    head = "defines:\n" + "".join(f'  {term}: "{words_}"\n' for term, words_ in defines.items())
    document = written(
        make(definitions=("definitions", head, "1. In these words:"), rules=("scope", "", text), term=("term", "", "1. Words."))
    )
    terms = [
        run.defines for block in document.blocks for run, _, _ in runs(block) if getattr(block, "role", "") == "definition" and run.defines
    ]
    assert terms == listed


def test_a_definition_may_say_means_itself_and_ends_with_one_stop(make: Make, outline: Outline) -> None:
    head = "defines: {Provider: means a party., Service: has the meaning of an offer}"
    lines = outline(written(make(definitions=("definitions", head, "1. In these words:"), rules=("scope", "", "1. [[Provider]]."))))
    assert "definition: “Provider” means a party." in lines
    assert "definition: “Service” has the meaning of an offer." in lines


def test_a_term_that_no_clause_of_the_document_defines_is_an_error(make: Make) -> None:
    library = make(
        signatures=("signatures", "defines: {Signatory: one who signs}", "[[table:signatures]]"), rules=("scope", "", "1. A [[Signatory]].")
    )
    assert written(library)
    messages = wrong(library, clauses=(ClauseChoice(id="signatures", variant="omitted"),))
    assert messages == ["A03 The clause rules uses the term 'Signatory', which no clause defines."]


def test_without_the_list_of_definitions_used_terms_are_an_error(make: Make) -> None:
    messages = wrong(make(), clauses=(ClauseChoice(id="definitions", variant="omitted"),))
    assert messages == ["A03 The clause term uses the term 'Service', which no clause defines."]


def test_a_term_defined_twice_is_an_error(make: Make) -> None:
    library = make(rules=("scope", "defines: {Service: another thing}", "1. Words."))
    with pytest.raises(AssemblyError) as caught:
        written(library)
    assert {finding.code for finding in caught.value.findings} <= {"A04", "C17"}


def test_special_terms_have_a_section_of_their_own(make: Make, outline: Outline) -> None:
    lines = outline(
        written(make(), special_terms=(SpecialTerm(heading="Data", text="Stay here.\n\nAlways."), SpecialTerm(heading="More", text="Yes.")))
    )
    at = lines.index("# 3 Special terms")
    assert lines[at : at + 7] == [
        "# 3 Special terms",
        "## 3.1 Data",
        "3.1.1 Stay here.",
        "3.1.2 Always.",
        "## 3.2 More",
        "3.2.1 Yes.",
        "# Schedule 1 Service levels",
    ]


def test_a_special_term_replaces_a_clause_and_says_so(make: Make, outline: Outline) -> None:
    special = (
        SpecialTerm(heading="Our rules", text="Ours.", replaces="rules"),
        SpecialTerm(heading="Our term", text="Long.", replaces="term"),
    )
    lines = outline(written(make(), special_terms=special))
    assert "note: Special term: Our rules. It stands in place of the clause “Rules”." in lines
    assert "1.2.1 Ours." in lines
    assert lines[lines.index("# 2 Term") :][:3] == [
        "# 2 Term",
        "note: Special term: Our term. It stands in place of the clause “Term”.",
        "2.1 Long.",
    ]
    assert not any("A rule" in line for line in lines)


def test_a_further_clause_stands_as_a_section(make: Make, outline: Outline) -> None:
    library = make(audit=("audit", "", "1. Books are open."))
    lines = outline(written(library, clauses=(ClauseChoice(id="audit"),)))
    assert lines[lines.index("# 3 Audit") :][:2] == ["# 3 Audit", "3.1 Books are open."]


def test_an_item_goes_with_all_below_it(make: Make, outline: Outline) -> None:
    text = "1. First.\n2. {% if no %}Second:{% endif %}\n   1. below; and\n      1. deeper.\n3. Third."
    lines = outline(written(make(rules=("scope", "conditions: {no: {has: pilot}}", text))))
    assert [line for line in lines if line.startswith("1.2.")] == ["1.2.1 First.", "1.2.2 Third."]
    assert "(a) below; and" not in lines


BLANKS = [
    ("A. {% if no %}B.{% endif %} C.", "A. C."),
    ("{% if no %}A.{% endif %} B.", "B."),
    ("A. {% if no %}B.{% endif %}", "A."),
    ("{% if yes %}A.{% endif %} {% if yes %}B.{% endif %}", "A. B."),
    ("{% if no %}A.{% endif %} {% if yes %}B.{% endif %} {% if no %}C.{% endif %}", "B."),
]


@pytest.mark.parametrize(("text", "printed"), BLANKS)
def test_blanks_left_by_conditions(make: Make, outline: Outline, text: str, printed: str) -> None:
    lines = outline(written(make(rules=("scope", "conditions: {no: {has: pilot}, yes: {has: parties}}", f"1. {text}\n2. Z."))))
    assert f"1.2.1 {printed}" in lines or (printed == "" and "1.2.1 Z." in lines)


def test_key_terms_keep_what_no_clause_prints(make: Make) -> None:
    year = Duration(value=Decimal(1), unit="year")
    document = written(make(), term=Term(initial=year, cure_period=year, effective_date=dt.date(2027, 1, 1)), governing_law="Norway")
    table = document.front[2]
    assert isinstance(table, Table)
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        ("Key term", "Value"), ("Provider", HOSTILE), ("Customer", "Oakfield"), ("Effective date", "1\u00a0January 2027"),
        ("Initial term", "1\u00a0year"),
        ("Cure period", "1\u00a0year"), ("Governing law", "Norway"),
    ]  # fmt: skip
    head = "parameters: {cure: {path: term.cure_period, type: duration, required: true}}"
    document = written(make(rules=("scope", head, "1. Within {{ cure | words }}.")), term=Term(cure_period=year))
    assert "Cure period" not in document.text


def test_figures_are_found_with_their_place(make: Make) -> None:
    document = written(make(), service_credits=(CREDIT,))
    found = [(figure.path, figure.text, figure.row, figure.column) for figure in figures(document)]
    assert found == [
        ("term/initial", "3\u00a0years", 3, 1),
        ("term/initial", "three (3)\u00a0years", None, None),
        ("service_credits/0/value", "5\u00a0%", 1, 2),
    ]
    for figure in figures(document):
        assert figure.text.replace("\u00a0", " ") in document.text[document.starts[figure.block] :]


def test_meta_names_the_texts(make: Make) -> None:
    meta = written(make()).meta
    assert meta["template"] == "type"
    assert [entry.split("@")[0] for entry in meta["clauses"].split()] == [
        "definitions",
        "levels-table",
        "parties",
        "rules",
        "signatures",
        "term",
    ]
    assert all(len(entry.split("#")[1]) == 16 for entry in meta["clauses"].split())
    assert make().clause("rules").version == "1.0.0"


def test_assembly_repeats_itself(make: Make) -> None:
    library = make()
    assert written(library) == written(library)


def test_tables_are_numbered_in_reading_order(make: Make) -> None:
    document = written(make(), service_credits=(CREDIT,), calendars=({"name": "Always", "always": True},))
    captions = [words(block.caption) for block in document.blocks if isinstance(block, Table) and block.layout == "data"]
    assert captions == ["Table 1: Key terms", "Table 2: Parties", "Table 3: Service credits", "Table 4: Service hours"]
    assert all(block.description for block in document.blocks if isinstance(block, Table))
    assert all(isinstance(run, Run) for block in document.blocks for run, _, _ in runs(block))
