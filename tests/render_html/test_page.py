"""A page of ours: whole, safe, and sound for keyboards and screen readers."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sladocs.model.document import Cell, Document, Figure, Heading, ListItem, Paragraph, Run, Table, line
from sladocs.render.docx.look import read_look
from sladocs.render.html import render
from sladocs.render.html.colours import LEAST, by_day, by_night, contrast
from sladocs.render.html.style import _string
from sladocs.render.look import SHIPPED, Look

VOID = {"meta", "img", "br", "wbr", "col", "hr", "input", "link"}
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "figure", "section", "div", "nav", "header", "footer", "main"}
HOSTILE = (
    '"><script>alert(1)</script>',
    "</style><script>x</script>",
    "'onload='x",
    "--></title><b>",
    "&lt;b&gt;",
    "</main>",
    "javascript:x",
    'a"b',
    "{{ x }}",
    "url(http://x)",
    "\\",
    "*/ }",
)


class Tags(HTMLParser):
    """The tags of a page as they stand, each closed by its own end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag in BLOCKS and {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "strong", "dfn"} & set(self.open):
            self.wrong.append(f"{tag} within {self.open[-1]}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"end of {tag}")


def cell(*texts: str, **given: int) -> Cell:
    return Cell(lines=tuple(line(text) for text in texts), **given)


def document(text: str = "Words") -> Document:
    """One of each block, with a text in each place of it."""
    content = line(
        Run(text=f"{text} "),
        Run(text=text, bold=True),
        Run(text=text, figure=text),
        Run(text=text, defines=text),
        Run(text=text, refers="a b"),
    )
    wide = tuple(tuple(cell(f"{text} {r}{c}") for c in range(5)) for r in range(3))
    return Document(
        title=text,
        front=(
            Paragraph(role="title", content=line(text)),
            Paragraph(role="subtitle", content=line(text)),
            Table(rows=wide, headers=1, caption=line(text), description=text),
        ),
        body=(
            Heading(level=1, label="1", content=content, anchor="a b"),
            Paragraph(label="1.1", content=content),
            ListItem(level=2, label="(i)", content=content),
            ListItem(level=1, label="•", content=content),
            ListItem(level=1, label="(a)", content=content),
            Heading(level=2, content=content),
            Heading(level=6, content=content),
            Paragraph(role="definition", content=line(Run(text=text, term=text))),
            Table(rows=((cell(text, columns=2, rows=2), cell(text)), (cell(text),), (cell(), cell(text), cell(text))), headers=1),
            Figure(alternative=text, caption=content),
            Figure(alternative=text, image=b"\x89PNG\r\n\x1a\nx"),
            Heading(level=1, label="Schedule 1", content=content),
            Table(rows=((cell("a"), cell("b")), (cell("c"), cell(text)))),
        ),
        signatures=(Heading(level=1, content=line("Signatures")), Table(rows=((cell("Signed"), cell()),), layout="signatures")),
        meta={"version": text, "subject": text, "confidentiality": text, "document_id": text, "generator": "sladocs", "author": "A Person"},
    )


PAGES = {text: render(document(text), draft=True) for text in ("Words", *HOSTILE)}


@pytest.mark.parametrize("text", PAGES)
def test_each_tag_is_closed_where_it_should_be_and_read_so_by_browsers(text: str) -> None:
    tags = Tags(PAGES[text])
    assert tags.wrong == []
    tree = LexborHTMLParser(PAGES[text])
    assert [tag for tag, _ in tags.found] == [str(node.tag) for node in tree.root.traverse(include_text=False) if node.is_element_node]


@pytest.mark.parametrize("text", PAGES)
def test_nothing_is_run_or_fetched(text: str) -> None:
    for tag, given_ in Tags(PAGES[text]).found:
        assert tag not in ("script", "link", "iframe", "object", "embed", "form", "base", "svg")
        assert not [name for name in given_ if name.startswith("on")]
        assert re.match(r"#|$", given_.get("href", ""))
        assert re.match(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]*$", given_.get("src", "data:image/png;base64,"))
        assert not {"srcset", "action", "background", "poster"} & set(given_)
    styles = re.findall(r"<style>(.*?)</style>", PAGES[text], re.DOTALL)
    assert len(styles) == 1
    assert not re.search(r"url\(|@import|expression|<", styles[0])


@pytest.mark.parametrize("text", PAGES)
def test_ids_stand_once_and_each_link_leads_to_one(text: str) -> None:
    found = Tags(PAGES[text]).found
    ids = [given_["id"] for _, given_ in found if "id" in given_]
    assert Counter(ids).most_common(1)[0][1] == 1
    named = [given_[name] for _, given_ in found for name in ("aria-labelledby", "aria-describedby") if name in given_]
    links = [given_["href"].removeprefix("#") for _, given_ in found if "href" in given_]
    assert len(links) > 4
    assert set(links + named) <= set(ids)
    assert not [place for place in ids if re.search(r"[\s\"'<>]", place)]


def test_what_a_page_says_of_itself() -> None:
    tree = LexborHTMLParser(PAGES["Words"])
    assert tree.root.attributes["lang"] == "en-GB"
    assert tree.css_first("title").text() == "Words"
    metas = {node.attributes["name"]: node.attributes["content"] for node in tree.css("meta[name]")}
    assert metas == {
        "viewport": "width=device-width, initial-scale=1", "generator": "sladocs", "description": "Words", "color-scheme": "light dark", "version": "Words", "status": "DRAFT",
    }  # fmt: skip
    assert "A Person" not in PAGES["Words"]
    assert tree.css_first("meta[http-equiv]").attributes["content"].startswith("default-src 'none'")


def test_the_way_of_a_keyboard_and_of_a_screen_reader() -> None:
    tree = LexborHTMLParser(PAGES["Words"])
    first = tree.css_first("body > *")
    assert (first.tag, first.attributes["href"]) == ("a", "#agreement")
    assert [len(tree.css(tag)) for tag in ("main", "h1", "nav", "body > footer")] == [1, 1, 1, 1]
    assert all(node.attributes.get("alt") is not None for node in tree.css("img"))
    assert all(node.attributes.get("aria-label") or node.attributes.get("aria-labelledby") for node in tree.css("[role=region], nav"))
    assert all(node.attributes["scope"] in ("col", "colgroup", "row") for node in tree.css("th"))
    assert all(node.attributes["role"] == "list" for node in tree.css("main ol, main ul"))
    assert [node.text() for node in tree.css("h2 > .label")] == ["1 ", "Schedule 1 "]
    assert tree.css_first(".watermark").attributes["aria-hidden"] == "true"


def test_a_page_without_a_title_names_its_text() -> None:
    page = render(Document(title="Fees", body=(Paragraph(content=line("x")),)))
    assert LexborHTMLParser(page).css_first("main").attributes["aria-label"] == "Fees"
    assert "<nav" not in page


def test_tables_for_narrow_screens_keep_what_they_are() -> None:
    tree = LexborHTMLParser(PAGES["Words"])
    table = tree.css_first("table.stacked")
    assert table.attributes["role"] == "table"
    assert [node.attributes["data-head"] for node in table.css("tbody tr:first-child td")] == [f"Words 0{c}" for c in range(1, 5)]
    assert [node.attributes["role"] for node in table.css("tbody tr:first-child > *")] == ["rowheader", *["cell"] * 4]
    widths = [float(re.sub(r"[^\d.]", "", node.attributes["style"])) for node in table.css("col")]
    assert 99.5 < sum(widths) < 100.5


def test_the_same_document_gives_the_same_page() -> None:
    assert render(document()) == render(document())


def test_strings_of_css_end_where_they_should() -> None:
    assert _string('a"b</style>é\n') == '"a\\22 b\\3c \\2f style\\3e \\e9 \\a "'


def test_a_draft_says_so_on_screen_and_on_paper() -> None:
    final = render(document())
    assert "watermark" not in LexborHTMLParser(final).body.html
    assert PAGES["Words"].count("DRAFT") == 5


LOOKS = {
    **{name: read_look(name) for name in SHIPPED},
    "pale": Look(text="#bbbbbb", heading="#ffee88", subheading="#ffdd77", caption="#cccccc", accent="#ffff00", muted="#dddddd", title="#eeeeee", table_head="#ffffff", table_head_text="#fafafa"),
    "dark": Look(title_ground="#101040", title="#202060", table_head="#203040", table_head_text="#304050", table_band="#e0e0ff"),
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("palette", [by_day, by_night])
def test_contrast(look: str, palette: type) -> None:
    assert [name for name, text, ground in palette(LOOKS[look]).pairs() if contrast(text, ground) < LEAST] == []


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@settings(max_examples=50)
@given(
    st.builds(
        Look,
        text=colours,
        heading=colours,
        subheading=colours,
        caption=colours,
        accent=colours,
        muted=colours,
        title=colours,
        title_ground=st.none() | colours,
        table_head=colours,
        table_head_text=colours,
        table_band=st.none() | colours,
    )
)
def test_contrast_of_any_look(look: Look) -> None:
    for palette in (by_day(look), by_night(look)):
        assert [name for name, text, ground in palette.pairs() if contrast(text, ground) < LEAST] == []


def test_known_contrasts() -> None:
    assert round(contrast((0, 0, 0), (255, 255, 255)), 2) == 21
    assert round(contrast((0x76, 0x76, 0x76), (255, 255, 255)), 2) == 4.54


def test_a_look_is_in_the_page() -> None:
    page = render(
        document(),
        look=Look(
            body_font='Gill "Sans"',
            heading_font="Cambria",
            size=12,
            page_width=216,
            page_height=279,
            margins=(10, 11, 12, 13),
            logo=b"\x89PNG\r\n\x1a\n",
        ),
    )
    assert '--body-font: "Gill \\22 Sans\\22 ", system-ui, sans-serif; --heading-font: "Cambria", "Caladea", serif' in page
    assert "size: 216mm 279mm; margin: 10mm 11mm 12mm 13mm" in page
    assert 'class="logo" src="data:image/png;base64,' in page
