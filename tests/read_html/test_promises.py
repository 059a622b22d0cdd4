"""A law of strangers' pages: whatever a sentence with a figure stands in, it is read, once, in its place."""

from hypothesis import example, given
from hypothesis import strategies as st

from sladocs.read.html import read_html

NAMES = (
    "menu",
    "sidebar",
    "share",
    "related",
    "newsletter",
    "comments",
    "toc",
    "promo",
    "modal",
    "site-footer",
    "breadcrumbs",
    "content",
    "nav",
    "feedback",
    "x",
)
TAGS = (
    "div",
    "section",
    "article",
    "main",
    "aside",
    "footer",
    "header",
    "nav",
    "form",
    "span",
    "center",
    "blockquote",
    "ul><li",
    "ol><li",
    "td",
    "dl><dd",
    "details",
    "fieldset",
)
FILLINGS = (
    "",
    "<h2>News</h2>",
    "<p>Words</p>",
    "<ul><li><a href=/a>One</a><li><a href=/b>Two</a><li><a href=/c>Three</a><li><a href=/d>Four</a></ul>",
    "<img alt=x>",
    "<hr>",
    "text",
)


@st.composite
def parts(draw: st.DrawFn, depth: int = 3) -> str:
    """A part of a page: sentences with figures, numbered by `#`, among what sites put round them."""
    made = draw(st.sampled_from(FILLINGS))
    for _ in range(draw(st.integers(0, 2))):
        if depth and draw(st.booleans()):
            tag, name = draw(st.sampled_from(TAGS)), draw(st.sampled_from(NAMES))
            inner = draw(parts(depth=depth - 1))
            if tag == "td":
                made += f"<table class={name}><tr><td>{inner}</td><td>{draw(st.sampled_from(FILLINGS))}</td></tr></table>"
            else:
                first, _, second = tag.partition("><")
                made += f"<{first} class='{name}'>{f'<{second}>{inner}</{second}>' if second else inner}</{first}>"
        else:
            made += draw(
                st.sampled_from(
                    (
                        "<p>We answer within # minutes.</p>",
                        "<div><b>Answer</b> within # minutes</div>",
                        "<ul><li>within # minutes</li></ul>",
                    )
                )
            )
    return made + draw(st.sampled_from(FILLINGS))


@example("<div class='menu'><div><b>Answer</b> within # minutes</div>text</div>", False)
@given(parts(), st.booleans())
def test_each_promise_is_read_once_and_in_order(body: str, whole: bool) -> None:
    page, count = "", 0
    for part in body.split("#"):
        page += part if not count else f"{1000 + count}{part}"
        count += 1
    if count == 1:
        return
    text = read_html(f"<!DOCTYPE html><body>{f'<main>{page}</main>' if whole else page}", "x").text
    found = [word for word in text.replace("\t", " ").split() if word.isdigit() and len(word) == 4]
    assert found == [str(1000 + number) for number in range(1, count)]
