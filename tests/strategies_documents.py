"""Documents for the laws: every kind of block, numbered as ours are or with typed labels, with words that mean something to the formats."""

from __future__ import annotations

from hypothesis import strategies as st

from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Run, Table
from sladocs.model.numbering import ITEM_LEVEL, Counter, Scheme

HOSTILE = (
    "# not a heading", "closed #", "#", "##", "## x", "> quoted", "- dash", "+ plus", "* star", "---", "===", "~~~", "***", "___", "_x_", "__init__", "a_b_c",
    "*x*", "**x**", "`x`", "```", "~~x~~", "|", "a | b", "| a | b |", "|---|---|", "\\", "\\|", "a\\", "\\\\", "<x>", "</w:t>", "<br>",
    "<!-- x -->", "&amp;", "&#35;", "&", "A & B", "{{ y }}", "{% if x %}", "[[z]]", "[x](y)", "![x](y)", "[x]: http://example.com",
    "http://example.com/a_b", "www.example.com", "a@example.com", "Smith & Co <x> {{ y }} [[z]] # w \\| v", "1.1 foo", "1. foo",
    "1) foo", "(a) foo", "(iv) foo", "a. foo", "Schedule 3 foo", "ARTICLE IV", "Section 4 applies", "12 The", "• foo", "• (a) foo",
    "– foo", "o foo", "- [ ] x", "4.2 hours", "99.9 %", "30 (thirty) Days", "1 January 2027", "+----+----+", "+====+", "[Picture: x]",
    "DRAFT", "  lead", "trail  ", "a  b", "a\tb", "a\nb", "a\r\nb", "\n", " ", "", "99.9\u00a0%", "\u00a0x\u00a0", "e\u0301", "\u0301x",
    "A\u030a", "ﬁ", "שלום", "مرحبا 99", "\u202eabc\u202c", "東京都", "한국어", "👩‍👩‍👧", "\u200bx\u200d", "\ufeffx", "x\u00ady", "a\u2011b",
    "a\u2028b", "a\u0085b", "x\x00y", "e\x01\u0301", "\x0b", "\x7f", "\ufffe", "W" * 130, "long/" * 30, "\u2014", "“quoted”", "'", '"',
    "$1 and $2", ":smile:", "a:b", "=", "TRUE", "=1+1",
)  # fmt: skip
"""Words that are signs of Markdown, Jinja, XML or our plain text, or look like labels, and characters that formats drop or change."""

words_ = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=12),
    st.sampled_from(("the Provider", "shall", "within four (4) hours", "Service Credit", "x")),
)
texts = st.lists(words_, min_size=1, max_size=4).map(" ".join)
plain_texts = st.lists(
    st.sampled_from(("the", "Provider", "shall", "respond", "in", "time", "each", "month")), min_size=1, max_size=30
).map(lambda found: " ".join(["Each", *found]))
typed_labels = st.sampled_from(
    ("1.", "2)", "4.2", "4.2.1", "(b)", "iv.", "A.", "Schedule 7", "ARTICLE IV", "Annex A", "§ 3", "1.1 foo", "x")
)
typed_item_labels = st.sampled_from(("1.", "2)", "(b)", "iv.", "A."))


@st.composite
def lines(draw: st.DrawFn, content: st.SearchStrategy[str] = texts) -> Line:
    """A line of one to three runs, some bold."""
    return tuple(Run(text=text, bold=draw(st.booleans())) for text in draw(st.lists(content, min_size=1, max_size=3)))


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    return Cell(lines=tuple(draw(st.lists(lines(), max_size=3))))


@st.composite
def tables(draw: st.DrawFn, *, spans: bool = False) -> Table:
    """A rectangle of cells with none, one or two rows of headers; with `spans` neighbouring cells of a row are joined here and there."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    rows = []
    for _ in range(height):
        row, left = [], width
        while left:
            columns = draw(st.integers(1, left)) if spans else 1
            row.append(draw(cells()).model_copy(update={"columns": columns}))
            left -= columns
        rows.append(tuple(row))
    caption = draw(st.one_of(st.just(()), lines()))
    return Table(rows=tuple(rows), headers=draw(st.integers(0, min(2, height))), caption=caption)


figures = st.builds(Figure, alternative=texts, caption=st.one_of(st.just(()), lines()))


@st.composite
def documents(draw: st.DrawFn, *, spans: bool = False, content: st.SearchStrategy[str] = texts, typed: bool = True) -> Document:
    """A document of up to eight blocks; labels are those of our numbering, typed ones (where `typed`) or none."""
    counter, scheme, depth = Counter(), Scheme.BODY, 0
    blocks: list[Block] = []
    if draw(st.booleans()):
        blocks.append(Paragraph(role="title", content=draw(lines(content))))
    kinds = st.sampled_from(("heading", "schedule", "paragraph", "numbered", "definition", "item", "item", "bullet", "table", "figure"))
    for kind in draw(st.lists(kinds, max_size=8)):
        if kind in ("heading", "schedule"):
            level = 1 if kind == "schedule" else draw(st.integers(1, min(depth + 1, 3)))
            depth = level
            if level == 1:
                scheme = Scheme.SCHEDULE if kind == "schedule" else Scheme.BODY
            label = counter.next(scheme, level - 1)
            if typed and draw(st.booleans()):
                label = draw(st.one_of(st.just(""), typed_labels))
            blocks.append(Heading(level=level, label=label, content=draw(lines(content))))
        elif kind == "numbered" and depth:
            blocks.append(Paragraph(label=counter.next(scheme, depth), content=draw(lines(content))))
        elif kind in ("item", "bullet"):
            level = draw(st.integers(1, 3))
            label = "•" if kind == "bullet" else counter.next(scheme, ITEM_LEVEL + level - 1)
            if typed and kind == "item" and draw(st.integers(0, 4)) == 0:
                label = draw(typed_item_labels)
            blocks.append(ListItem(level=level, label=label, content=draw(lines(content))))
        elif kind == "table":
            blocks.append(draw(tables(spans=spans)))
        elif kind == "figure":
            blocks.append(draw(figures))
        else:
            role = draw(st.sampled_from(("body", "definition", "note", "subtitle"))) if kind == "definition" else "body"
            label = draw(typed_labels) if typed and draw(st.integers(0, 4)) == 0 else ""
            blocks.append(Paragraph(role=role, label=label, content=draw(lines(content))))
    cut = draw(st.integers(0, len(blocks)))
    status = draw(st.sampled_from(("FINAL", "DRAFT")))
    return Document(title="Agreement", front=tuple(blocks[:cut]), body=tuple(blocks[cut:]), meta={"status": status})
