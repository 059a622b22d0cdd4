"""Markdown and plain text as strangers write them."""

import pytest

from sladocs.model.document import Document, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.model.labels import is_item_label, split_label
from sladocs.read import read


def shape(document: Document) -> list[str]:
    out = []
    for block in document.blocks:
        match block:
            case Heading() | ListItem():
                out.append(f"{block.type}{block.level} {block.label}|{words(block.content)}")
            case Paragraph():
                out.append(f"{block.role} {block.label}|{words(block.content)}")
            case Table():
                out.append(f"table{block.headers} " + " / ".join(", ".join(cell.text for cell in row) for row in block.rows))
            case Figure():
                out.append(f"figure {block.alternative}|{words(block.caption)}")
    return out


MARKDOWN = {
    "levels from the title": ("# SLA\n\n## 1. Scope\n\n### 1.1 More\n\nText\n", ["title |SLA", "heading1 1.|Scope", "heading2 1.1|More", "body |Text"]),
    "several first levels": ("# One\n\n## Two\n\n# Three\n", ["heading1 |One", "heading2 |Two", "heading1 |Three"]),
    "no first level": ("## One\n\n### Two\n", ["heading1 |One", "heading2 |Two"]),
    "front matter": ("---\ntitle: X\n---\n\nText\n", ["body |Text"]),
    "other front matter": ('+++\ntitle = "sla"\n+++\nText\n', ["body |Text"]),
    "lists": ("1. one\n2. two\n   - deep\n     * deeper\n       + deepest\n", ["item1 1.|one", "item1 2.|two", "item2 •|deep", "item3 •|deeper", "item3 •|deepest"]),
    "a list that starts late": ("4. four\n5. five\n", ["item1 4.|four", "item1 5.|five"]),
    "an item of several paragraphs": ("- one\n\n  more\n", ["item1 •|one", "body |more"]),
    "a heading in an item": ("1. ## Scope\n\n   Text\n", ["heading1 1.|Scope", "body |Text"]),
    "wrapped lines": ("one\ntwo  \nthree\n", ["body |one two three"]),
    "a table": ("| A | B |\n|---|---|\n| 1<br>2 | `x` |\n| 3 |\n", ["table1 A, B / 1 2, x / 3, "]),
    "a table without bars at its sides": ("A | B\n--- | ---\n1 | 2\n", ["table1 A, B / 1, 2"]),
    "a table without its dashes": ("|A|B|\n|1|2|\n", ["table1 A, B / 1, 2"]),
    "a table without its dashes behind a line of text": ("**Table 1**\n|A|B|\n|1|2|\n", ["body |Table 1", "table1 A, B / 1, 2"]),
    "rows wider than the header": ("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n", ["table1 A, B,  / 1, 2, 3 / 4, , "]),
    "dashes for fewer columns": ("| A | B |\n|---|\n| 1 | 2 |\n", ["table1 A, B / 1, 2"]),
    "blank lines between rows": ("| A | B |\n\n|---|---|\n\n| 1 | 2 |\n\nText\n", ["table1 A, B / 1, 2", "body |Text"]),
    "two tables": ("| A | B |\n|---|---|\n| 1 | 2 |\n\n| C | D |\n|---|---|\n| 3 | 4 |\n", ["table1 A, B / 1, 2", "table1 C, D / 3, 4"]),
    "a table set in like code": ("Text\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |\n", ["body |Text", "table1 A, B / 1, 2"]),
    "a table in an item": ("1. one\n\n   | A | B |\n   |---|---|\n   | 1 | 2 |\n\n2. two\n", ["item1 1.|one", "table1 A, B / 1, 2", "item1 2.|two"]),
    "a drawn table": ("+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n", ["table1 A, B / 1, 2"]),
    "bars in code": ("```\n| A | B |\n| 1 | 2 | 3 |\n```\n", ["body || A | B |", "body || 1 | 2 | 3 |"]),
    "an HTML table without its end": ("<table>\n<tr><td>1</td><td>2</td></tr>\n\nText\n", ["table0 1, 2", "body |Text"]),
    "an HTML list": ("<ul>\n<li>one<ul><li>two</li></ul></li>\n</ul>\n\nText\n", ["item1 •|one", "item2 •|two", "body |Text"]),
    "no blank behind the signs of a heading": ("# SLA\n\n##1. Scope\n\nText\n", ["title |SLA", "heading1 1.|Scope", "body |Text"]),
    "tabs for a table": ("Version\tDate\n1\t2020\n", ["table0 Version, Date / 1, 2020"]),
    "an HTML table": (
        "<table><tr><th>A</th><th colspan=2>B</th></tr>\n\n<tr><td><p>1</p><p>2</p></td><td>&lt; 3</td></tr></table>\n",
        ["table1 A, B / 1 2, < 3"],
    ),
    "columns under dashes": (
        "  Level      Credit\n  ---------- --------\n  \\< 99 %    2 %\n  \\< 97 %    5 %\n\nText\n",
        ["table1 Level, Credit / < 99 %, 2 % / < 97 %, 5 %", "body |Text"],
    ),
    "html is words": ('<div class="x">\nThe <b>term</b>.<!-- no --></div>\n\nA <span>b</span><br>c &amp; d\n', ["body |The term.", "body |A b c & d"]),
    "a picture": ("![A *b*](x.png)\n\nText ![in](y.png) line\n", ["figure A b|", "body |Text line", "figure in|"]),
    "code": ("```\nUptime = 1\n\nDown = 2\n```\n", ["body |Uptime = 1", "body |Down = 2"]),
    "a quotation": ("> quoted\n", ["body |quoted"]),
    "struck out": ("The ~~old~~ new\n", ["body |The old new"]),
}  # fmt: skip


@pytest.mark.parametrize("case", MARKDOWN)
def test_markdown(case: str) -> None:
    source, expected = MARKDOWN[case]
    assert shape(read(source.encode(), name="x.md")) == expected


TEXT = {
    "capitals and numbers": (
        "SERVICE LEVEL AGREEMENT\n\n1. DEFINITIONS.\n\n1.1 Fees. The fees are due.\n\n2.3 Uptime\n\nThe provider shall\nrespond in time.\n",
        ["heading1 |SERVICE LEVEL AGREEMENT", "heading1 1.|DEFINITIONS.", "body 1.1|Fees. The fees are due.", "heading2 2.3|Uptime", "body |The provider shall respond in time."],
    ),
    "named parts": ("ARTICLE IV\n\nSchedule 3\n\nEXHIBIT B SERVICE LEVELS\n\nSection 4 applies to all.\n",
                    ["heading1 ARTICLE IV|", "heading1 Schedule 3|", "heading1 EXHIBIT B|SERVICE LEVELS", "body |Section 4 applies to all."]),
    "rules under lines": ("Title\n=====\n\nPart\n----\nText\nmore\n", ["heading1 |Title", "heading2 |Part", "body |Text more"]),
    "items by indentation": ("- one\n\n  (a) two\n\n      (i) three\n\n- four\n", ["item1 -|one", "item2 (a)|two", "item3 (i)|three", "item1 -|four"]),
    "a label starts a block": ("The levels are:\n(a) uptime, and\n    more of it;\n(b) response.\n", ["body |The levels are:", "item1 (a)|uptime, and more of it;", "item1 (b)|response."]),
    "columns": ("Priority    Response\n--------    --------\nP1          1 hour\nP2          4 hours\n            at most\n", ["table1 Priority, Response / P1, 1 hour / P2, 4 hours at most"]),
    "labels are no column": ("1.1    The fees are due.\n1.2    The term ends.\n", ["body 1.1|The fees are due.", "body 1.2|The term ends."]),
    "bars": ("P | Time\nP1 | 1 h\n", ["table1 P, Time / P1, 1 h"]),
    "a grid": ("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n|   | 3 |\n+---+---+\n\nText\n", ["table1 a, b / 1, 2 3", "body |Text"]),
    "late labels": ("We agree:    (a) one.    (b) two.    3.1 Three is so.\n", ["body |We agree:", "item1 (a)|one.", "item1 (b)|two.", "body 3.1|Three is so."]),
    "figures are no labels": ("99.9 % of the time\n\n30 days after\n\n1 January 2027\n", ["body |99.9 % of the time", "body |30 days after", "body |1 January 2027"]),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXT)
def test_text(case: str) -> None:
    source, expected = TEXT[case]
    assert shape(read(source.encode(), name="x.txt")) == expected


@pytest.mark.parametrize(
    ("source", "layout"),
    [
        ("| Signed for | the Provider | the Customer |\n|---|---|---|\n| Signature | | |\n| Name | | |\n| Date | | |\n", "signatures"),
        ("| By: ____ | By: ____ |\n|---|---|\n| Name: | Name: |\n| Title: | Title: |\n", "signatures"),
        ("| Name | Date |\n|---|---|\n| New Year | 1 January 2027 |\n", "data"),
        ("| Approvers | Role | Signed | Date |\n|---|---|---|---|\n| A | B | | |\n| C | D | | |\n| E | F | | |\n", "data"),
    ],
)
def test_tables_to_be_signed(source: str, layout: str) -> None:
    (table,) = read(source.encode(), name="x.md").blocks
    assert isinstance(table, Table)
    assert table.layout == layout


@pytest.mark.parametrize(("text", "label", "heading"), [
    ("4.2 Fees", "4.2", "4.2"), ("4.2 hours", "", ""), ("4.2 Business Hours are", "4.2", "4.2"), ("99.9 % of", "", ""), ("30 Days after", "", ""), ("1 January 2027", "", ""),
    ("(a) each", "(a)", "(a)"), ("iv. foo", "iv.", "iv."), ("Schedule 3 Levels", "", "Schedule 3"), ("ARTICLE IV TERM", "", "ARTICLE IV"), ("Section 4: Fees", "", "Section 4:"),
    ("4 The fee", "4", "4"), ("4 the fee", "", "4"), ("A foo", "", ""), ("§ 4 Fees", "§ 4", "§ 4"), ("24x7 support", "", ""), ("1.5 million", "", ""), ("1.1", "", ""), ("Part A – Fees", "", "Part A –"),
])  # fmt: skip
def test_labels(text: str, label: str, heading: str) -> None:
    assert split_label(text)[0] == label
    assert split_label(text, heading=True)[0] == heading


def test_labels_of_items() -> None:
    assert [label for label in ("(a)", "(iv)", "b.", "(12)", "1.", "4.2", "IV.", "V.", "A.") if is_item_label(label)] == [
        "(a)",
        "(iv)",
        "b.",
        "(12)",
        "A.",
    ]
