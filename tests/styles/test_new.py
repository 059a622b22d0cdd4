"""`style new`: a file to work on, whose guide never gets into a contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from click.testing import CliRunner

from sladocs.cli.main import main
from sladocs.model.document import Document
from sladocs.render.docx import render
from sladocs.render.docx.guide import WORDS, new_style
from sladocs.render.docx.style import shipped
from sladocs.render.look import SHIPPED
from sladocs.render.values import VALUES


@pytest.mark.parametrize("base", SHIPPED)
class TestNew:
    def test_opens_without_repair(self, base: str, tmp_path: Path) -> None:
        path = tmp_path / "house.docx"
        path.write_bytes(new_style(base))
        assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(path).errors] == []

    def test_a_contract_is_as_in_the_shipped_style(self, base: str, tmp_path: Path, contract: Document, tools: Any) -> None:
        path = tmp_path / "house.docx"
        path.write_bytes(new_style(base))
        assert tools.parts(render(contract, style=path)) == tools.parts(render(contract, style=base))

    def test_is_the_same_each_time(self, base: str) -> None:
        assert new_style(base) == new_style(base)


def test_the_guide_shows_each_style_and_each_tag(fresh: dict[str, bytes], words: Any) -> None:
    shown = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', fresh["word/document.xml"].decode()))
    ours = set(re.findall(r'styleId="(\w+)"', shipped("plain").parts["word/styles.xml"].decode()))
    behind = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "PlaceholderText", "Hyperlink"}
    heads = {"Header", "HeaderFirst", "HeaderWide", "Footer", "FooterWide"}
    assert ours - shown <= behind | heads
    text = words(fresh["word/document.xml"])
    assert all(f"{{{{ {value} }}}}" in text for value in VALUES)
    assert all(mark in text for mark in ("{{ front }}", "{{ body }}", "{{ signatures }}", "{{ guide }}"))


def test_the_guide_speaks_plainly() -> None:
    assert not re.search(r"\b(OOXML|XML|Jinja|w:\w+|namespace)\b", WORDS.read_text("utf-8"))


def without_mark(text: str) -> str:
    return re.sub(r"<w:p>(?:(?!<w:p>).)*?\{\{ guide \}\}.*?</w:p>", "", text)


def without_guide(text: str) -> str:
    return re.sub(r"<w:p>(?:(?!<w:p>).)*?\{\{ guide \}\}.*(?=<w:sectPr)", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("edit", [without_guide, lambda text: text.replace("How to work on this style", "Hallo"), lambda text: text.replace("{{ guide }}", "{{guide}}")])  # fmt: skip
def test_a_changed_guide_stays_out(house: Callable[..., Path], contract: Document, tools: Any, edit: Any) -> None:
    made = tools.texts(tools.parts(render(contract, style=house(document=edit)))["word/document.xml"])
    assert "Hallo" not in made
    assert "Styles pane" not in made
    assert made.splitlines()[0] == "Ledger Agreement"


def test_without_its_mark_the_guides_own_words_stay_out_and_lint_tells_the_samples(
    house: Callable[..., Path], contract: Document, tools: Any
) -> None:
    path = house(document=without_mark)
    made = tools.texts(tools.parts(render(contract, style=path))["word/document.xml"])
    assert "Styles pane" not in made
    told = CliRunner().invoke(main, ["style", "lint", str(path)])
    assert told.exit_code == 1
    assert "S15" in told.output


def test_a_section_that_ends_in_the_guide_stays_the_contracts(house: Callable[..., Path], contract: Document, tools: Any) -> None:
    narrow = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="12000"/><w:pgMar w:top="900" w:right="900" w:bottom="900" w:left="900" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:pPr></w:p>'  # fmt: skip
    path = house(document=lambda text: text.replace("<w:sectPr>", f"{narrow}<w:sectPr>", 1))
    made = tools.parts(render(contract, style=path))["word/document.xml"].decode()
    assert set(re.findall(r'<w:pgSz w:w="(\d+)"', made)) == {"9000"}
    assert "Styles pane" not in made


class TestCommand:
    def test_writes_a_file_that_lint_finds_clean(self, tmp_path: Path) -> None:
        path = tmp_path / "house.docx"
        made = CliRunner().invoke(main, ["style", "new", str(path), "--from", "designed"])
        assert made.exit_code == 0, made.output
        assert "style lint" in made.output
        told = CliRunner().invoke(main, ["style", "lint", str(path)])
        assert (told.exit_code, told.output.strip()) == (0, "no findings")

    def test_overwrites_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "house.docx"
        path.write_text("mine")
        made = CliRunner().invoke(main, ["style", "new", str(path)])
        assert made.exit_code == 2
        assert "is there already" in made.output
        assert path.read_text() == "mine"

    @pytest.mark.parametrize("name", ["house.doc", "house", "house.docx.pdf"])
    def test_writes_word_files_only(self, tmp_path: Path, name: str) -> None:
        made = CliRunner().invoke(main, ["style", "new", str(tmp_path / name)])
        assert made.exit_code == 2
        assert ".docx" in made.output
        assert list(tmp_path.iterdir()) == []
