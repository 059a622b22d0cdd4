"""L32: what was left open, in the agreement and in the document."""

import pytest

from sladocs.check import check
from sladocs.check.blanks import blanks
from sladocs.model.agreement import Agreement, AsWritten, SpecialTerm, Term
from sladocs.model.document import Document, Heading, Paragraph, line

LEFT_OPEN = {
    "the fee is [***] a month": "[***]",
    "the fee is [*] a month": "[*]",
    "on [\u25cf] 2027": "[\u25cf]",
    "on [  ] 2027": "[  ]",
    "within ____ days": "____",
    "made on ________________ between": "________________",
    "Response: TBD": "TBD",
    "availability of tbc": "tbc",
    "to [insert name] at": "[insert name]",
    "[Customer Name] agrees": "[Customer Name]",
    "[DATE]": "[DATE]",
    "by [Effective Date]": "[Effective Date]",
    "[x] days": "[x]",
    "[Supplier] shall": "[Supplier]",
    "[to be agreed]": "[to be agreed]",
    "to <insert address>": "<insert address>",
    "{{ customer }} agrees": "{{ customer }}",
    "{% if x %}": "{% if x %}",
    "To be agreed": "To be agreed",
    "to be confirmed.": "to be confirmed.",
    "??": "??",
}
DIFFERENT = {
    "within thirty (20) days": ("30", "20"),
    "within Thirty (3) days": ("30", "3"),
    "one hundred and twenty (102) days": ("120", "102"),
    "forty-five (54) minutes": ("45", "54"),
    "sixty percent (50%)": ("60", "50"),
    "sixty percent (50 percent)": ("60", "50"),
    "ninety-nine point five (99.9) percent": ("99.5", "99.9"),
    "thirty days (20 days)": ("30", "20"),
    "ten thousand dollars ($1,000 dollars)": ("10000", "1,000"),
    "five hundred (USD 5,000)": ("500", "5,000"),
    "twelve\n(24) months": ("12", "24"),
}
COMPLETE = [
    "within thirty (30) days", "one hundred and twenty (120) days", "one hundred twenty (120) days", "forty-five (45) minutes",
    "sixty percent (60%)", "ninety-nine point nine (99.9) percent", "one (1.0) month", "ten thousand (10,000)",
    "between two and three (3) days", "Priority One (4 hours)", "clause two (3)", "(1) pick one (2) pick two", "level one (2)",
    "the two (5 minute) checks", "thirty days (2)", "see [the guide](https://example.org)", "[1] and [12]", "snake_case and a__b",
    "Smith & Co <x>", "[[Service Level]]", "fees to be agreed between the parties", "STBD", "a [sic] b", "Name: ____________",
    "Signature:\t________", "By: ____  Date: ____", "twenty-four seven (24/7)", "first (1st) of the month", "one (1) or more",
    "<b>bold</b>", "[Service Level]", "[Service Credits][1]", "[[Name]]", "[Year 1]", "[state of the art] is",
    "Witness (if applicable): ____", "Is that so??! No.", "two and a half (2.5)",
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), LEFT_OPEN.items())
def test_a_blank_is_found(text: str, quote: str) -> None:
    assert [blank.quote for blank in blanks(text)] == [quote]


@pytest.mark.parametrize(("text", "amounts"), DIFFERENT.items())
def test_words_and_digits_that_differ_are_found(text: str, amounts: tuple[str, str]) -> None:
    assert [blank.amounts for blank in blanks(text)] == [amounts]


@pytest.mark.parametrize("text", COMPLETE)
def test_complete_text_has_no_blank(text: str) -> None:
    assert list(blanks(text)) == []


def test_every_string_of_the_agreement_is_read() -> None:
    agreement = Agreement(
        title="SLA for [Customer]",
        term=Term(initial=AsWritten(text="TBD")),
        special_terms=(SpecialTerm(heading="Data", text="thirty (20) days"),),
    )
    assert [f.place.path for f in check(agreement)] == ["title", "term/initial/text", "special_terms/0/text"]


def test_braces_in_a_name_are_a_warning_since_a_name_may_hold_them() -> None:
    assert [f.severity.value for f in check(Agreement(title="Smith & Co <x> {{ y }} [[z]] # w \\| v"))] == ["warning"]


def test_a_document_is_read_with_its_sections_and_signature_lines_may_be_empty() -> None:
    document = Document(
        body=(
            Heading(level=1, label="4", content=line("Notice")),
            Paragraph(label="4.1", content=line("Notice is given within thirty (20) days to [***]."), page=3),
            Paragraph(content=line("Signature: __________")),
        ),
        signatures=(Paragraph(content=line("_____________")),),
    )
    found = check(Agreement(), document)
    assert [(f.code, f.place.section, f.place.page) for f in found] == [("L32", "4 Notice", 3)] * 2
    assert "thirty (20)" in (found[1].place.quote or "")


def test_what_the_agreement_leaves_open_is_told_once() -> None:
    document = Document(body=(Paragraph(content=line("SLA for [Customer]")), Paragraph(content=line("and [Provider]"))))
    assert [f.message for f in check(Agreement(title="SLA for [Customer]"), document)] == [
        "'[Customer]' was left open.",
        "'[Provider]' was left open.",
    ]


@pytest.mark.parametrize(
    "text", ["[" + " " * 50_000, "date" + " " * 50_000, "one " * 20_000, "five (" + " " * 50_000, "{{" * 20_000, "_ " * 30_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    assert len(list(blanks(text))) < 2
