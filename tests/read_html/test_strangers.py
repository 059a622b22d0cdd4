"""Pages that others saved: what each kind of element becomes."""

import pytest

from sladocs.model.document import Block, Document, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.read.html import read_html


def page(body: str, head: str = "") -> Document:
    return read_html(f"<!DOCTYPE html><html><head><title>t</title>{head}</head><body>{body}</body></html>", "x.html")


def said(block: Block) -> tuple[object, ...]:
    match block:
        case Heading():
            return (f"h{block.level}", block.label, words(block.content))
        case Paragraph():
            return (block.role if block.role != "body" else "p", block.label, words(block.content))
        case ListItem():
            return (f"i{block.level}", block.label, words(block.content))
        case Table():
            return ("t", block.headers, [[cell.text for cell in row] for row in block.rows])
        case Figure():
            return ("f", block.alternative, words(block.caption))
    raise AssertionError(block)


CASES = {
    "one h1 is the title, the others count from it": (
        "<h1>SLA</h1><h2>1. Scope</h2><h3>1.1 Terms</h3>",
        [("title", "", "SLA"), ("h1", "1.", "Scope"), ("h2", "1.1", "Terms")],
    ),
    "pages that begin with h3": ("<h3>Scope</h3><h4>Terms</h4><p>x</p>", [("h1", "", "Scope"), ("h2", "", "Terms"), ("p", "", "x")]),
    "a role of a heading": ("<div role=heading aria-level=2>Scope</div><p>x</p>", [("h1", "", "Scope"), ("p", "", "x")]),
    "typed labels": (
        "<p>4.2 The Provider shall act.</p><p>(a) first</p><p>(i) deeper</p><p>• bullet</p>",
        [("p", "4.2", "The Provider shall act."), ("i1", "(a)", "first"), ("i2", "(i)", "deeper"), ("i1", "•", "bullet")],
    ),
    "figures are no labels": ("<p>4 hours for P1</p><li>99.9 % each month", [("p", "", "4 hours for P1"), ("i1", "•", "99.9 % each month")]),
    "lists count as browsers do": (
        "<ol><li>a<ol type=a><li>b<ol type=i><li>c<li value=5>d</ol></ol><li>e</ol>",
        [("i1", "1.", "a"), ("i2", "a.", "b"), ("i3", "i.", "c"), ("i3", "v.", "d"), ("i1", "2.", "e")],
    ),
    "lists that start, or go backwards": (
        "<ol start=4 type=A><li>x</ol><ol reversed><li>y<li>z</ol>",
        [("i1", "D.", "x"), ("i1", "2.", "y"), ("i1", "1.", "z")],
    ),
    "kinds of lists by style": (
        "<ol style='list-style-type: lower-roman'><li>x</ol><ul style='list-style: none'><li>(a) y<li>z</ul>",
        [("i1", "i.", "x"), ("i1", "(a)", "y"), ("i1", "•", "z")],
    ),
    "a typed label in a numbered list that shows none": (
        "<ol style='list-style:none'><li>1.1 The fee</ol><ol><li>1. x<li>(b) y</ol>",
        [("i1", "1.1", "The fee"), ("i1", "1.", "x"), ("i1", "(b)", "y")],
    ),
    "an item of several paragraphs": ("<ul><li><p>a</p><p>b</p></li></ul>", [("i1", "•", "a"), ("p", "", "b")]),
    "numbered headings in a list": ("<ol><li><h2>Scope</h2><p>x</p></ol>", [("h1", "1.", "Scope"), ("p", "", "x")]),
    "lists beside their items": ("<ul><li>a</li><ul><li>b</li></ul></ul>", [("i1", "•", "a"), ("i2", "•", "b")]),
    "breaks": ("a<br>b<br><br>c<br>1.1 d", [("p", "", "a b"), ("p", "", "c"), ("p", "1.1", "d")]),
    "words between blocks": ("a<div>b<p>c</p>d</div>e", [("p", "", ch) for ch in "abcde"]),
    "definitions in sentences": (
        "<dl><dt>Uptime</dt><dd>means the time in which the service can be used.</dd></dl>",
        [("definition", "", "Uptime means the time in which the service can be used.")],
    ),
    "definitions that are short": (
        "<dl><dt>Response</dt><dd>4 hours</dd><dt>Resolution</dt><dd>2 <b>days</b></dd></dl>",
        [("t", 0, [["Response", "4 hours"], ["Resolution", "2 days"]])],
    ),
    "tabs head what they open": (
        (
            "<h2>Plans</h2><ul role=tablist><li role=tab><a href='#g'>Gold</a><li><a data-toggle=tab data-target='#s'>Silver</a></ul>"
            "<div id=g class='tab-pane active'><p>99.9%</p></div><div id=s class=tab-pane style='display:none'><p>99%</p></div>"
        ),
        [("h1", "", "Plans"), ("h2", "", "Gold"), ("p", "", "99.9%"), ("h2", "", "Silver"), ("p", "", "99%")],
    ),
    "quotations and preformatted text": (
        "<blockquote><p>a</p></blockquote><pre>1. SCOPE\n\nThe Provider shall\nrespond in 4 hours.</pre>",
        [("p", "", "a"), ("h1", "1.", "SCOPE"), ("p", "", "The Provider shall respond in 4 hours.")],
    ),
    "what unfolds": (
        "<h2>Support</h2><details><summary>Severity 1</summary><p>within 1 hour</p></details><details><summary>Severity 2</summary>4 hours</details>",
        [("h1", "", "Support"), ("h2", "", "Severity 1"), ("p", "", "within 1 hour"), ("h2", "", "Severity 2"), ("p", "", "4 hours")],
    ),
    "what is not shown": (
        ("<p>a</p><p hidden>b</p><p style='DISPLAY : none'>c</p><p aria-hidden=true>d</p><template>e</template><script>f</script>"
        "<style>g</style><noscript>h</noscript><!-- i --><p style='visibility:hidden'>j</p>"),
        [("p", "", "a")],
    ),
    "what a click shows": (
        ("<a href='#p1' role=tab>Gold</a><div id=p1 role=tabpanel hidden><p>99.9 %</p></div><button aria-controls=p2>More</button>"
        "<div id=p2 style='display:none'>4 hours</div><div class='collapse' style='display:none'>8 hours</div>"),
        [("p", "", "Gold"), ("p", "", "99.9 %"), ("p", "", "More"), ("p", "", "4 hours"), ("p", "", "8 hours")],
    ),
    "struck out and inserted": ("<p>within <del>4</del><ins>2</ins> <s>days</s> hours <strike>x</strike></p>", [("p", "", "within 2 hours")]),
    "struck out by style": ("<p>within <span style='text-decoration: line-through'>4</span>2 hours</p>", [("p", "", "within 2 hours")]),
    "entities and blanks": ("<p>&ge;&nbsp;99.9&#37; &amp;&nbsp;&nbsp;x&shy;y&#8203;z &lt;4&gt;</p>", [("p", "", "≥ 99.9% & xyz <4>")]),
    "raised and lowered": (
        "<p>99.9%<sup>1</sup>, 10<sup>2</sup>, CO<sub>2</sub>, 5<sup>th</sup> <sup><a href='#n'>[2]</a></sup></p>",
        [("p", "", "99.9%¹, 10², CO₂, 5th [²]")],
    ),
    "words that touch only in the source": (
        "<div><span>Response</span><span>4 hours</span></div><div><b>99.9%</b><b>Uptime</b></div><p><i>Dow</i><b>ntime</b></p>",
        [("p", "", "Response 4 hours"), ("p", "", "99.9% Uptime"), ("p", "", "Downtime")],
    ),
    "quotation marks of the browser": ("<p><q>Fees</q> means</p>", [("p", "", '"Fees" means')]),
    "spans shown as blocks": ("<span style='display:block'>a</span><span style='display:block'>b</span>", [("p", "", "a"), ("p", "", "b")]),
    "pictures": (
        "<p>x<img alt='Uptime 99.9 %'><img alt=''><img alt=Home></p><figure><img alt=y><figcaption>z</figcaption></figure>",
        [("p", "", "x"), ("f", "Uptime 99.9 %", ""), ("f", "y", "z")],
    ),
    "bold lines where nothing is a heading": (
        "<p><b>1. Scope</b></p><p>The services.</p><p><strong>SUPPORT</strong></p><p>x</p>",
        [("h1", "1.", "Scope"), ("p", "", "The services."), ("h1", "", "SUPPORT"), ("p", "", "x")],
    ),
    "forms": (
        "<form action=/x><label>Search</label><input value=9><button>Go</button></form><form id=aspnet><div><p>Within 4 hours.</p></div></form>",
        [("p", "", "Within 4 hours.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_elements(case: str) -> None:
    body, expected = CASES[case]
    assert [said(block) for block in page(body).body] == expected


TABLES = {
    "marked headers": (
        "<table><caption>c</caption><thead><tr><th>P<th>T</thead><tbody><tr><td>1<td>4 h</tbody></table>",
        ("t", 1, [["P", "T"], ["1", "4 h"]]),
    ),
    "headers of rows": ("<table><tr><th>P<th>T<tr><th scope=row>1<td>4 h</table>", ("t", 1, [["P", "T"], ["1", "4 h"]])),
    "bold headers": ("<table><tr><td><b>P</b><td><b>T</b><tr><td>1<td>4 h</table>", ("t", 1, [["P", "T"], ["1", "4 h"]])),
    "shaded headers": ("<table><tr bgcolor=x><td bgcolor=#ccc>P<td bgcolor=#ccc>T<tr><td>1<td>4 h</table>", ("t", 1, [["P", "T"], ["1", "4 h"]])),
    "an empty head": ("<table><thead><tr><th><th></thead><tr><td>a<td>b<tr><td>c<td>d</table>", ("t", 0, [["a", "b"], ["c", "d"]])),
    "columns that only part": ("<table><tr><td>a<td>&nbsp;<td>b<tr><td>c<td> <td>d</table>", ("t", 0, [["a", "b"], ["c", "d"]])),
    "lines of a cell": ("<table><tr><td>a<br>b<p>c</p><ul><li>d</ul><td>x<tr><td>y<td>z</table>", ("t", 0, [["a b c d", "x"], ["y", "z"]])),
    "a table of other elements": (
        ("<div role=table><div role=row><span role=columnheader>P</span><span role=columnheader>T</span></div>"
        "<div role=row><span role=cell>1</span><span role=cell>4 h</span></div></div>"),
        ("t", 1, [["P", "T"], ["1", "4 h"]]),
    ),
    "a table in a cell": (
        "<table><tr><th>P<th>T<tr><td>1<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>",
        ("t", 1, [["P", "T"], ["1", "a b c d"]]),
    ),
    "a hidden row": ("<table><tr><td>a<td>b<tr hidden><td>c<td>d<tr><td>e<td>f</table>", ("t", 0, [["a", "b"], ["e", "f"]])),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_tables(case: str) -> None:
    body, expected = TABLES[case]
    assert [said(block) for block in page(f"<p>x</p>{body}").body[1:]] == [expected]


def test_spans_of_tables() -> None:
    table = page("<p>x</p><table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td rowspan=0>e<td>f<td>g</table>").body[1]
    assert isinstance(table, Table)
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("a", 1, 2), ("b", 2, 1)],
        [("c", 1, 1), ("d", 1, 1)],
        [("e", 1, 1), ("f", 1, 1), ("g", 1, 1)],
    ]


LAYOUT = {
    "one column": ("<table><tr><td>a<tr><td>b</table>", [("p", "", "a"), ("p", "", "b")]),
    "said to be none": ("<table role=presentation><tr><td>a<td>b</table>", [("p", "", "a"), ("p", "", "b")]),
    "a page within a table": (
        "<table><tr><td>Menu<td><h2>Scope</h2><table><tr><th>P<th>T<tr><td>1<td>4 h</table></table>",
        [("p", "", "Menu"), ("h1", "", "Scope"), ("t", 1, [["P", "T"], ["1", "4 h"]])],
    ),
    "labels in cells": (
        "<table><tr><td>&nbsp;<td>(a)<td>first<tr><td><td>(b)<td>second</table><table><tr><td>1.1<td>The Provider</table>",
        [("i1", "(a)", "first"), ("i1", "(b)", "second"), ("p", "1.1", "The Provider")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LAYOUT)
def test_tables_that_only_place(case: str) -> None:
    body, expected = LAYOUT[case]
    assert [said(block) for block in page(body).body] == expected
