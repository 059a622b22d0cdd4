"""Whole pages as browsers and programs save them: what surrounds the text is left out, and no promise is."""

import pytest

from sladocs.model.document import Document, Heading, ListItem, Paragraph, words
from sladocs.read.html import read_html

TEXT = """<h1>Service Level Agreement</h1><p>We keep the service available 99.9 % of each month.</p>
<h2>Support</h2><p>We respond to incidents of the highest priority within 30 minutes, by day and by night, on each day of the year.</p>
<table><tr><th>Priority</th><th>Response</th></tr><tr><td>P1</td><td>30 minutes</td></tr></table>"""
LINES = ["Service Level Agreement", "We keep the service available 99.9 % of each month.", "Support",
         "We respond to incidents of the highest priority within 30 minutes, by day and by night, on each day of the year.",
         "Priority\tResponse", "P1\t30 minutes"]  # fmt: skip
MENU = "<ul><li><a href=/a>Home</a><li><a href=/b>Products</a><li><a href=/c>Pricing</a><li><a href=/d>About us</a><li><a href=/e>Log in</a></ul>"

AROUND = {
    "nothing": "{}",
    "a site with elements that say what they are": (
        f"<header><img src=x alt=''><nav>{MENU}</nav></header><main>{{}}</main><aside><h3>Related</h3>{MENU}</aside><footer>{MENU}<p>© 2027</p></footer>"
    ),
    "a site of divs": (
        f"<div id=header><div class='main-menu'>{MENU}</div></div><div class=breadcrumbs><a href=/>Home</a> › Legal</div><div class=content>{{}}</div>"
        f"<div class='sidebar widget-area'><h3>News</h3>{MENU}</div><div class=site-footer>© 2027. All rights reserved.</div>"
    ),
    "a notice on cookies": (
        "<div id='cookie-banner' role=dialog><p>We use cookies. They expire after 30 days.</p><button>Accept</button></div>{}"
    ),
    "buttons to share, and a form": (
        "<article>{}<div class=share-buttons><a href=x>Share</a><a href=y>Tweet</a></div></article>"
        "<div class=newsletter><form><input><p>Subscribe to our news</p></form></div>"
    ),
    "contents whose links stay in the page": (
        "<div class=doc><ul><li><a href=#a>Uptime</a><li><a href=#b>Support</a><li><a href=#c>Credits</a><li><a href=#d>Terms</a></ul>{}</div>"
    ),
    "a page within a form": "<form method=post action=x id=aspnetForm><input type=hidden name=__VIEWSTATE value=x><div>{}</div></form>",
    "a page within a table": f"<table width=100%><tr><td width=20%>{MENU}</td><td>{{}}</td></tr></table>",
    "a link to skip, and a search": "<a class=skip-link href=#m>Skip to content</a><div role=search><label>Search</label><input></div><div id=m>{}</div>",
    "a page in a frame of its own": "<div id=__next><div class='layout_a1 wrapper'><div class='grid'>{}</div></div></div><script>var x = '<p>y</p>'</script>",
}  # fmt: skip


def read(body: str) -> Document:
    return read_html(
        f"<!-- saved from url=(0020)https://x.example/ -->\n<!DOCTYPE html><html><head><title>SLA</title></head><body>{body}</body></html>",
        "x",
    )


@pytest.mark.parametrize("case", AROUND)
def test_what_surrounds_the_text_is_left_out(case: str) -> None:
    assert read(AROUND[case].format(TEXT)).text.splitlines() == LINES


KEPT = {
    "an aside": "<main>{}</main><aside><h3>Premium</h3><p>Premium customers get an answer within 5 minutes.</p></aside>",
    "a foot": "<main>{}</main><footer><p>Our desk answers 95 % of calls within 5 minutes.</p></footer>",
    "text beside the main part": "<main>{}</main><div class=promo><p>An answer within 5 minutes.</p></div>",
    "a side bar by its name": "{}<div class=sidebar><b>Response</b><p>5 minutes for P0</p></div>",
    "two articles": "<article>{}</article><article><h2>Premium</h2><p>An answer within 5 minutes.</p></article>",
    "a table of services that are links": (
        "{}<table><tr><td><a href=/a>Platform</a><td><a href=/b>5 minutes</a><tr><td><a href=/c>API</a><td><a href=/d>6 minutes</a></table>"
    ),
    "a list behind its lead-in": "<div>{}<p>Answered in 5 minutes:</p>" + MENU + "</div>",
    "a tab that is not open": "{}<div class='tab-pane' style='display:none'><p>Gold: 5 minutes</p></div>",
    "a box that is named as a comment": "<div class=comments><h2>Comments</h2><p>P0 is answered in 5 minutes.</p></div>{}",
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_no_promise_is_left_out(case: str) -> None:
    text = read(KEPT[case].format(TEXT)).text
    assert "5 minutes" in text
    assert all(line in text for line in LINES)


def test_a_title_above_the_main_part_is_kept() -> None:
    rest = TEXT.replace("<h1>Service Level Agreement</h1>", "")
    assert read(f"<header><h1>Service Level Agreement</h1></header><main>{rest}</main>").text.splitlines() == LINES


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=windows-1252><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:x>no</o:x></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} .bold {font-weight:700} --></style></head>
<body lang=EN-GB><div class=WordSection1><p class=MsoTitle>Service Levels<o:p></o:p></p>
<h1><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Scope<o:p></o:p></h1>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'><span
style='mso-list:Ignore'>\u00b7<span>&nbsp;&nbsp;&nbsp;</span></span></span><!--[endif]-->99.9 % uptime<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>(a)<span>&nbsp;&nbsp;</span></span>the fee</p>
<p class=MsoListParagraph style='mso-list:l2 level2 lfo3'><span style='mso-list:Ignore'>1.1<span>&nbsp;&nbsp;</span></span>The Provider
shall act.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>(b)&nbsp;&nbsp;&nbsp; typed</p><p><b style='mso-bidi-font-weight:normal'>P1</b></p></div></body></html>"""


def test_word() -> None:
    document = read_html(WORD, "x.htm")
    found = [(block.type, getattr(block, "label", ""), words(block.content)) for block in document.body]  # type: ignore[union-attr]
    assert found == [
        ("paragraph", "", "Service Levels"), ("heading", "1.", "Scope"), ("item", "•", "99.9 % uptime"), ("item", "(a)", "the fee"),
        ("paragraph", "1.1", "The Provider shall act."), ("item", "(b)", "typed"), ("paragraph", "", "P1"),
    ]  # fmt: skip
    assert document.title == "Service Levels"


DOCS = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">
.lst-kix_a-0 > li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}.lst-kix_a-1>li:before{content:"(" counter(lst-ctn-kix_a-1,lower-latin) ") "}
ul.lst-kix_b-0{list-style-type:none}.lst-kix_b-0>li:before{content:"\u25cf  "}.c1{font-weight:700}.c2{text-decoration:line-through}
@media print{.c3{font-weight:700}}</style></head><body class="doc-content"><p class="c4 title" id="h.1"><span>Service Levels</span></p>
<ol class="c4 lst-kix_a-0 start" start="1"><li><span>One</span></li></ol><ol class="lst-kix_a-1 start" start="1"><li><span class=c1>Two</span></li></ol>
<ol class="c4 lst-kix_a-0" start="2"><li><span class=c2>gone </span><span class=c3>Three</span></li></ol></body></html>"""


def test_docs() -> None:
    blocks = read_html(DOCS, "x.html").body
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].role == "title"
    items = [(block.level, block.label, words(block.content), block.content[0].bold) for block in blocks if isinstance(block, ListItem)]
    assert items == [(1, "1.", "One", False), (2, "(a)", "Two", True), (1, "2.", "Three", False)]


def test_links_within_the_page_refer() -> None:
    blocks = read("<h2 id=fees>Fees</h2><p>See <a href=#fees>Fees</a> and <a href=/x>here</a></p>").body
    assert isinstance(blocks[0], Heading)
    assert blocks[0].anchor == "fees"
    assert [run.refers for run in blocks[1].content] == [None, "fees", None]  # type: ignore[union-attr]


FILING = """<HTML><HEAD><TITLE>EX-10.1</TITLE></HEAD><BODY BGCOLOR="WHITE"><P STYLE="margin-top:0pt" ALIGN="right"><FONT SIZE="2"><B>Exhibit 10.1</B></FONT></P>
<P ALIGN="center"><FONT STYLE="font-family:Times New Roman" SIZE="2"><B>SERVICE LEVEL AGREEMENT </B></FONT></P>
<P STYLE="text-indent:4%"><FONT SIZE="2">1. <U>Availability</U>. The Provider shall keep the Service available 99.5%&nbsp;of each month. </FONT></P>
<TABLE CELLSPACING="0" CELLPADDING="0" WIDTH="100%" BORDER="0"><TR><TD WIDTH="4%"><FONT SIZE="1">&nbsp;</FONT></TD><TD WIDTH="4%" VALIGN="top"><FONT
SIZE="2">(a)</FONT></TD><TD VALIGN="top"><P><FONT SIZE="2">the first case; and </FONT></P></TD></TR></TABLE>
<P><A NAME="page2"></A></P><HR SIZE="3" NOSHADE>
<TABLE BORDER=0><TR BGCOLOR="#cceeff"><TD>&nbsp;</TD><TD COLSPAN=2><FONT><B>Monthly uptime</B></FONT></TD><TD><FONT>&nbsp;</FONT></TD><TD COLSPAN="2"><B>Credit</B></TD></TR>
<TR><TD>&nbsp;</TD><TD>below</TD><TD>99.5%</TD><TD>&nbsp;</TD><TD>5</TD><TD>%</TD></TR><TR><TD>&nbsp;</TD><TD>below</TD><TD>99.0%</TD><TD>&nbsp;</TD><TD>10</TD><TD>%</TD></TR></TABLE>
</BODY></HTML>"""


def test_a_filing() -> None:
    assert read_html(FILING, "x.htm").text.splitlines() == [
        "Exhibit 10.1", "SERVICE LEVEL AGREEMENT", "1. Availability. The Provider shall keep the Service available 99.5% of each month.",
        "(a) the first case; and", "Monthly uptime\tCredit", "below\t99.5%\t5\t%", "below\t99.0%\t10\t%",
    ]  # fmt: skip


SITE = """<!DOCTYPE html><html lang=en-US><head><title>SLA — Docs</title></head><body class=docs><div class=navbar><a href=/>Logo</a><ul class=navbar__items>
<li><a href=/a>Guides</a><li><a href=/b>API</a></ul></div><div id=__docs><aside class=theme-doc-sidebar><nav><ul><li><a href=/x>One</a><li><a href=/y>Two</a>
</ul></nav></aside><main><nav class=theme-doc-breadcrumbs aria-label=Breadcrumbs><ul><li>Docs<li>SLA</ul></nav><article><div class=markdown><header><h1>SLA</h1></header>
<h2 class=anchor id=uptime>Uptime<a href=#uptime class=hash-link aria-label="Direct link to Uptime" title="Direct link">#</a></h2><p>99.9% each month<sup><a href=#fn1>1</a></sup></p>
<pre><code>uptime = 1 - downtime / total</code></pre></div><footer class=theme-doc-footer><a href=/edit>Edit this page</a></footer></article>
<nav class=pagination-nav><a href=/p>Previous</a><a href=/n>Next</a></nav></main><div class=table-of-contents><ul><li><a href=#uptime>Uptime</a></ul></div></div></body></html>"""


def test_a_site_of_documents() -> None:
    document = read_html(SITE, "x.html")
    assert document.text.splitlines() == ["SLA", "Uptime", "99.9% each month¹", "uptime = 1 - downtime / total"]
    assert (document.title, document.language) == ("SLA", "en-US")
