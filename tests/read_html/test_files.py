"""Bytes into pages: which are one, in which characters, and what breaks none of it."""

import codecs
import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.model.document import words
from sladocs.read import ReadError, read, read_isolated
from sladocs.read.html import is_page, page_text, read_html

PAGES = {
    "a type of document": (b"<!DOCTYPE html><p>x", ""),
    "a comment before it": (b"\xef\xbb\xbf\n<!-- saved from url=x -->\n<!doctype HTML>\n<html>", "x.txt"),
    "XHTML": (b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x" "y"><html>', ""),
    "a head": (b"<head><title>x</title></head>", ""),
    "a part, by its name": (b"SLA <p>x</p>", "part.HTM"),
    "UTF-16": ("<html><body>x".encode("utf-16"), ""),
}
OTHERS = {
    "Markdown that begins with a block": (b'<div align="center">\n\n# SLA\n\n</div>\n', ""),
    "Markdown that begins with a picture": (b"<p align=center><img src=x></p>\n\n# SLA", "README.md"),
    "Markdown that begins with a comment": (b"<!-- SLA -->\n\n# SLA", ""),
    "text that speaks of tags": (b"Write <html> at the top, then <p>.", "x.txt"),
    "text that is named a page": (b"Service levels: 99.9 %", "x.html"),
    "nothing": (b"", "x.html"),
}


@pytest.mark.parametrize("case", PAGES)
def test_pages(case: str) -> None:
    assert is_page(*PAGES[case])


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_no_page(case: str) -> None:
    assert not is_page(*OTHERS[case])


CHARACTERS = {
    "UTF-8 that nothing says": "<html><p>é –".encode(),
    "UTF-8 by its mark": codecs.BOM_UTF8 + "<html><meta charset=iso-8859-1><p>é –".encode(),
    "Windows's that nothing says": "<html><p>é –".encode("cp1252"),
    "Windows's under another name": "<html><meta charset='ISO-8859-1'><p>é –".encode("cp1252"),
    "by the old form": "<html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>и".encode("koi8-r"),
    "by the declaration of XML": "<?xml version='1.0' encoding='utf-8'?><html><p>é –".encode(),
    "UTF-16": "<html><p>é –".encode("utf-16"),
    "a name that nobody knows": "<html><meta charset=x-nothing><p>é –".encode(),
    "UTF-8 that is said to be Windows's": "<html><meta charset=windows-1252><p>é –".encode(),
    "UTF-16 that is none": "<html><meta charset=utf-16><p>é –".encode(),
    "a web archive": (
        b'From: <Saved>\r\nSubject: SLA\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>=C3=A9 =\r\n=E2=80=93\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    ),
}


@pytest.mark.parametrize("case", CHARACTERS)
def test_characters(case: str) -> None:
    said = words(read(CHARACTERS[case]).body[0].content)  # type: ignore[union-attr]
    assert said == ("и" if case == "by the old form" else "é –")


def test_a_web_archive_without_a_page() -> None:
    with pytest.raises(ReadError, match="without a page"):
        page_text(
            b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx\n--b--\n', "x.mht"
        )


DEEP = {
    "elements": "<div>" * 10_000 + "x",
    "lists": "<ul><li>" * 2_000 + "x",
    "tables": "<table><tr><td>" * 1_000 + "x",
    "marks": "<p>" + "<b>" * 5_000 + "x",
    "quotations": "<blockquote>" * 3_000 + "x" + "</blockquote>" * 3_000,
    "definitions": "<dl><dd>" * 2_000 + "x",
    "what is not closed": "<p><a><i>" * 2_000 + "x",
}


@pytest.mark.parametrize("case", DEEP)
def test_deep_pages_are_read(case: str) -> None:
    start = time.process_time()
    assert "x" in read(f"<!DOCTYPE html><body>{DEEP[case]}".encode()).text
    assert time.process_time() - start < 5


def test_what_no_page_is_deep_enough_for_is_refused() -> None:
    with pytest.raises(ReadError, match="nested far deeper"):
        read(b"<html>" + b"<div>" * 100_000)


def test_wide_tables_end() -> None:
    cells = "<tr>" + "<td colspan=1000 rowspan=65534>x" * 20
    assert read(f"<html><table>{cells * 6}".encode()).blocks


ENTITIES = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>x &b; &f;</p></body></html>'


def test_entities_are_not_expanded() -> None:
    text = read(ENTITIES.encode(), name="x.xhtml").text
    assert "lollol" not in text
    assert "root:" not in text


def test_elements_of_xhtml_that_end_where_they_begin() -> None:
    text = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><div id="a"/><p>x<a id="b"/></p><p>y</p></body></html>'
    assert read(text.encode(), name="x.xhtml").text == "x\ny\n"


@pytest.mark.parametrize(
    "body", ["", "<p> &nbsp; </p>", "<p hidden>x</p>", "<script>document.write('x')</script>", "<nav><a href=x>y</a></nav>"]
)
def test_a_page_without_words_says_so(body: str) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read(f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode())


def test_it_is_read_in_a_process_of_its_own() -> None:
    assert read_isolated("<!DOCTYPE html><p>Within 4 hours – é".encode()).text == "Within 4 hours – é\n"


tags = st.sampled_from(
    ("p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "b", "a", "span", "dl", "dt", "dd", "pre", "details", "summary", "img",
     "br", "sup", "form", "nav", "main", "figure", "figcaption", "caption", "thead", "svg", "template", "o:p", "select", "textarea", "math"),
)  # fmt: skip
given_attributes = st.sampled_from(
    ("", " id=a", " class='menu x'", " class=label", " style='display:none'", " rowspan=3", " colspan=0", " colspan=-1", " value=9 type=i start=x", " role=table",
     " role=row", " role=cell", " role=heading aria-level=99", " hidden", " style='mso-list:Ignore'", " style='font:;;:'", " href=#a", " alt='4 hours'"),
)  # fmt: skip
soup = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, tags, given_attributes),
        st.builds("</{}>".format, tags),
        st.sampled_from(("(a) x", "4 hours", "•", "1.", " ", "<", "&", "]]>", "<!--")),
    ),
    max_size=40,
).map("".join)


@given(soup)
def test_any_soup_of_tags_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ReadError):
        read_html(f"<html><body>{text}", "x")


def test_a_page_of_links_alone_is_read_whole() -> None:
    links = "".join(
        f"<li><a href=/{name}>{name} of the service and of its support desk</a>"
        for name in ("Availability", "Latency", "Response", "Credits", "Scope")
    )
    assert len(read(f"<!DOCTYPE html><nav><ul>{links}</ul></nav>".encode()).blocks) == 5
