"""Words that a browser does not show are no promises; and no style sheet, however broken, takes long."""

from __future__ import annotations

import time

import pytest

from sladocs.read import read
from sladocs.read.html.source import is_page
from sladocs.read.html.styles import rules

WORDS = "within 15 minutes"


def text(body: str, sheet: str = "") -> str:
    page = f"<!DOCTYPE html><html><head><style>{sheet}</style></head><body><h1>Support</h1><p>Terms of support.</p>{body}</body></html>"
    return read(page.encode(), name="a.html").text


HIDDEN = {
    "an attribute": ("<p hidden>{}</p>", ""),
    "its own style": ("<p style='display : none !important'>{}</p>", ""),
    "not visible": ("<p style='visibility:collapse'>{}</p>", ""),
    "a class": ("<p class='a x'>{}</p>", ".x{display:none}"),
    "a class of a tag": ("<p class=x>{}</p>", "P.x { Display: None; }"),
    "an id": ("<p id=x>{}</p>", "/* } */ #x{display:none}"),
    "a tag": ("<aside>{}</aside>", "@import 'a.css'; aside{display:none}"),
    "a later rule": ("<p class='z x'>{}</p>", ".z{display:block} .x{display:none}"),
    "off the screen": ("<p style='position:absolute;left:-9999px'>{}</p>", ""),
    "for screen readers": ("<p class=s>{}</p>", ".s{position:absolute;width:1px;height:1px;overflow:hidden}"),
    "no size": ("<p style='font-size:0'>{}</p>", ""),
    "white on white": ("<p><font color=white>{}</font></p>", ""),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_not_shown_is_not_read(name: str) -> None:
    body, sheet = HIDDEN[name]
    assert WORDS not in text(body.format(WORDS), sheet)


SHOWN = {
    "for other media": ("<p class=x>{}</p>", "@media print{.x{display:none}}"),
    "shown by a later rule": ("<p class='x y'>{}</p>", ".y{display:none} .x{display:block}"),
    "shown by a heavier rule": ("<p class=x>{}</p>", ".x{display:block} p{display:none}"),
    "shown when it is open": ("<p class='x open'>{}</p>", ".x{display:none} body .x.open{display:block}"),
    "white on blue": ("<table><tr style='background:#00f'><td style='color:#fff'>{}</td></tr></table>", ""),
    "a size of its own": ("<div style='font-size:0'><p style='font-size:14px'>{}</p></div>", ""),
    "a tab": ("<div class='tab-pane'>{}</div>", ".tab-pane{display:none}"),
    "another class": ("<p class=y>{}</p>", ".x{display:none}"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_is_read(name: str) -> None:
    body, sheet = SHOWN[name]
    assert WORDS in text(body.format(WORDS), sheet)


@pytest.mark.parametrize("sheet", [".a" * 200_000, "/*" * 200_000, 'content:"' * 50_000, "@media x{" * 50_000, "@a{" + "{}" * 50_000])
def test_a_broken_style_sheet_takes_no_time(sheet: str) -> None:
    began = time.process_time()
    list(rules(sheet))
    assert time.process_time() - began < 2


def test_many_comments_before_a_page_take_no_time() -> None:
    began = time.process_time()
    assert not is_page(b"<!-- --> " * 800 + b"<x", "a.html")
    assert is_page(b"<!-- --> " * 800 + b"<html>", "a.html")
    assert time.process_time() - began < 2
