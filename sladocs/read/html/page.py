"""A page into a Document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sladocs.model.document import Block, Document, Heading, Paragraph, Table, clean, words
from sladocs.read.failure import unreadable
from sladocs.read.html.content import own_text
from sladocs.read.html.inline import Inline
from sladocs.read.html.shown import Shown
from sladocs.read.html.styles import Styles
from sladocs.read.html.tables import Tables
from sladocs.read.html.tree import Element, parse
from sladocs.read.html.walk import Walk

OURS: Final = "sladocs"
"""How the generator of our own pages begins."""
_DRAFT: Final = "DRAFT"
_LITTLE: Final = 200
"""Characters of a page that has no text but its menus."""
_ENOUGH_HEADINGS: Final = 3


def read_html(text: str, what: str) -> Document:
    """The Document that a page holds: our own to the word; of a stranger's its text, without what surrounds it. Raises ReadError."""
    page = parse(text, what)
    metas = {element.get("name").lower(): element.get("content") for element in page.all() if element.tag == "meta"}
    main = next((element for element in page.all() if element.tag == "main" and element.get("id") == "agreement"), None)
    named = next((element.text() for element in page.all() if element.tag == "title"), "")
    if main is not None and metas.get("generator", "").startswith(OURS):
        return _ours(page, main, metas, clean(named))
    document = _strangers(page, clean(named))
    if not document.blocks:
        whole = _strangers(parse(text, what), clean(named), whole=True)
        document = whole if len(whole.text) > _LITTLE else document
    if not document.blocks:
        raise unreadable(
            f"{what} holds no text: the page shows nothing, or fetches its text from elsewhere; save it from the browser.", what
        )
    return document


def first_table(source: str) -> Table | None:
    """The first table of a piece of HTML, whatever it is for; None where it says nothing."""
    page = parse(source, "The table")
    found = next((element for element in page.all() if element.tag == "table"), None)
    if found is None:
        return None
    tables = Tables(Inline(Styles(), Shown(), ours=False))
    return tables.table(tables.grid(found, whole=True), found)


def _ours(page: Element, main: Element, metas: dict[str, str], named: str) -> Document:
    main.children[:] = [child for child in main.children if isinstance(child, str) or child.tag != "nav"]
    walk = Walk(Inline(Styles(), Shown(), ours=True))
    walk.read(main)
    blocks = tuple(_below_title(block) for block in walk.blocks)
    meta = {"status": _DRAFT} if metas.get("status") == _DRAFT else {}
    return Document(title=named, language=page.get("lang") or "en-GB", body=tuple(b for b in blocks if b is not None), meta=meta)


def _below_title(block: Block) -> Block | None:
    """A block of ours: a title where the page has an `h1`, headings counted from it."""
    if not isinstance(block, Heading):
        return block
    if block.level == 1:
        return Paragraph(role="title", label=block.label, content=block.content, anchor=block.anchor)
    return block.model_copy(update={"level": block.level if block.source == "h7" else block.level - 1, "source": None})


def _strangers(page: Element, named: str, *, whole: bool = False) -> Document:
    """A stranger's page; `whole` with what surrounds its text, where there is none but that."""
    sheets = [element.text() for element in page.all() if element.tag == "style"]
    shown = Shown.on(page, sheets)
    walk = Walk(Inline(Styles.of(sheets), shown, ours=False))
    walk.read(page if whole else own_text(page, shown))
    blocks = _with_looks(walk)
    blocks, title = _titled(blocks)
    language = page.get("lang") or page.get("xml:lang")
    return Document(title=title or named, language=language or "en-GB", body=tuple(blocks))


def _with_looks(walk: Walk) -> list[Block]:
    """The blocks; where hardly one is marked as a heading, those that look like headings are."""
    blocks = list(walk.blocks)
    if sum(isinstance(block, Heading) for block in blocks) < _ENOUGH_HEADINGS:
        for place, level in walk.looks.items():
            block = blocks[place]
            if isinstance(block, Paragraph):
                blocks[place] = Heading(level=min(level + 1, 6), label=block.label, content=block.content, anchor=block.anchor)
    return blocks


def _titled(blocks: Sequence[Block]) -> tuple[list[Block], str]:
    """The blocks with their levels counted from the title, and the title: the one heading of the first level, if it has no number."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    first = [block for block in headings if block.level == 1]
    title = first[0] if len(first) == 1 and headings[0] is first[0] and not first[0].label else None
    above = 1 if title is not None else min((block.level for block in headings), default=1) - 1
    made: list[Block] = []
    for block in blocks:
        if block is title:
            made.append(Paragraph(role="title", content=title.content, anchor=title.anchor))
        elif isinstance(block, Heading):
            made.append(block.model_copy(update={"level": max(block.level - above, 1), "source": None}))
        else:
            made.append(block)
    roles = (words(block.content) for block in made if isinstance(block, Paragraph) and block.role == "title")
    return made, clean(next(roles, ""))
