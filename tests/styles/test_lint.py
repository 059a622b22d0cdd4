"""`style lint`: each fault with its code and place, and nothing else."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sladocs.cli.main import main
from sladocs.jobs.style import lint
from sladocs.model.document import Document
from sladocs.model.finding import Finding, Refused
from sladocs.render.docx import StyleError, render
from sladocs.render.docx.lint import contrast

House = Callable[..., Path]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def before_guide(markup: str) -> Callable[[str], str]:
    """Put markup behind the marks, in front of the guide."""
    return lambda text: re.sub(r"(<w:p>(?:(?!<w:p>).)*?\{\{ guide \}\})", lambda found: markup + found[1], text, count=1)


def mark(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def told(path: Path) -> list[tuple[str, str | None, str | None]]:
    return [(finding.code, finding.place.path, finding.place.quote) for finding in lint(path)]


MARKS = [
    (mark("{{ body }}", "Text"), ("S02", "the text", "{{ body }}")),
    (mark("{{ body }}", "Here: {{ body }}"), ("S02", "the text, paragraph 2 (“Here: {{ body }}”)", "Here: {{ body }}")),
    (mark("{{ signatures }}", "{{ body }}"), ("S02", "the text, paragraph 3 (“{{ body }}”)", "{{ body }}")),
    (mark("{{ front }}", "{{ signatures }}"), ("S02", "the text", "{{ front }}")),
    (mark("{{ body }}", "{{ body"), ("S04", "the text, paragraph 2 (“{{ body”)", "{{ body")),
    (mark("{{ body }}", "{ body }"), ("S04", "the text, paragraph 2 (“{ body }”)", "{ body }")),
    (lambda t: re.sub(r"<w:p>(?:(?!<w:p>).)*?\{\{ body \}\}.*?</w:p>", lambda f: f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{f[0]}</w:tc></w:tr></w:tbl>", t), ("S03", "the text, paragraph 2 (“{{ body }}”)", "{{ body }}")),
    (lambda t: re.sub(r"<w:p>(?:(?!<w:p>).)*?\{\{ body \}\}.*?</w:p>", lambda f: f"<w:sdt><w:sdtContent>{f[0]}</w:sdtContent></w:sdt>", t), ("S03", "the text, paragraph 2 (“{{ body }}”)", "{{ body }}")),
    (lambda t: t.replace("{{ front }}", "{{ X }}").replace("{{ signatures }}", "{{ front }}", 1).replace("{{ X }}", "{{ signatures }}", 1), ("S03", "the text, paragraph 2 (“{{ body }}”)", "{{ body }}")),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "fault"), MARKS)
def test_marks(house: House, edit: Any, fault: tuple[str, str, str]) -> None:
    path = house(document=edit)
    assert fault in told(path)


@pytest.mark.parametrize(("edit", "fault"), MARKS[:4] + MARKS[6:])
def test_what_lint_calls_an_error_no_contract_is_written_in(house: House, edit: Any, fault: Any, contract: Document) -> None:
    with pytest.raises(StyleError):
        render(contract, style=house(document=edit))


TAGS = [
    ("{{ author }}", "S05", "no value is called author"),
    ("{{ title|shout }}", "S05", "no filter is called shout"),
    ("{{ title.__class__ }}", "S05", "__class__ is no attribute"),
    ("{{ title() }}", "S06", "calls and operators"),
    ("{{ version + 1 }}", "S06", "calls and operators"),
    ("{% if not draft %}x{% endif %}", "S06", "may only ask for one name"),
    ("{% for x in title %}{% endfor %}", "S06", "may only go through sections"),
    ("{% if draft %}", "S04", "cannot be understood"),
    ("{{ title", "S04", "{{ stands in this paragraph without }}"),
    ("title }}", "S04", "}} stands in this paragraph without {{"),
    ("{% if draft", "S04", "{% stands in this paragraph without %}"),
    ("{{ title|upper| }}", "S04", "cannot be understood"),
    ("{ title }", "S04", "is printed as it stands"),
    ("{{ body }}", "S03", "belongs into the text"),
]


@pytest.mark.parametrize(("tag", "code", "words"), TAGS)
@pytest.mark.parametrize("place", [("header2", "the first page's head"), ("footer1", "the foot")])
def test_tags(house: House, tag: str, code: str, words: str, place: tuple[str, str]) -> None:
    part, where = place
    end = "</w:hdr>" if part.startswith("header") else "</w:ftr>"
    found = lint(house(**{part: mark(end, p(f"Acme Ltd, {tag}") + end)}))
    assert [finding.code for finding in found] == [code]
    assert words in found[0].message
    assert (found[0].place.path or "").startswith(f"{where}, paragraph 2 (“Acme Ltd,")
    assert found[0].place.quote
    assert found[0].place.quote in f"Acme Ltd, {tag}"


def test_all_faults_are_told_at_once(house: House) -> None:
    edit = mark("</w:hdr>", p("{{ author }}") + p("{{ writer|shout }} {{ 7 * 7 }}") + "</w:hdr>")
    found = lint(house(header1=edit, footer2=mark("</w:ftr>", p("{{ title") + "</w:ftr>")))
    assert [(f.code, (f.place.path or "").split(" (")[0]) for f in found] == [
        ("S05", "the head, paragraph 2"), ("S05", "the head, paragraph 3"), ("S06", "the head, paragraph 3"), ("S04", "the first page's foot, paragraph 2"),
    ]  # fmt: skip


def test_a_tag_that_word_has_split_over_runs_works(house: House, contract: Document, tools: Any) -> None:
    split = "{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ ti</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>tle }</w:t></w:r><w:r><w:t>}"
    path = house(header2=mark("</w:hdr>", p(split) + "</w:hdr>"))
    assert lint(path) == []
    parts = tools.parts(render(contract, style=path))
    assert any("Ledger Agreement" in tools.texts(parts[name]).splitlines() for name in parts if "header2" in name)


def relation(kind: str, target: str, number: int = 90) -> Callable[[str], str]:
    return mark(
        "</Relationships>",
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>',
    )


PICTURE = (
    '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Logo"{}/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:link="rId90"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)  # fmt: skip


class TestForeign:
    def test_a_linked_picture(self, house: House, contract: Document, tools: Any) -> None:
        path = house(document=before_guide(PICTURE.format(' descr="Logo"')), rels=relation("image", "file:///C:/Users/anna/logo.png"))
        assert [finding.code for finding in lint(path)] == ["S10"]
        assert "a picture lies outside the file" in lint(path)[0].message.lower()
        written = tools.parts(render(contract, style=path))
        assert not any(b"anna" in data for data in written.values())
        assert b"r:link" not in written["word/document.xml"]

    def test_an_attached_template(self, house: House, contract: Document, tools: Any) -> None:
        rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="file:///C:/Users/anna/Normal.dotm" TargetMode="External"/></Relationships>'  # fmt: skip
        edit = mark('<w:zoom w:percent="100"/>', f'<w:zoom w:percent="100"/><w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>')
        path = house({"word/_rels/settings.xml.rels": rels.encode()}, settings=edit)
        assert [(f.code, f.place.path) for f in lint(path)] == [("S10", "the settings")]
        written = tools.parts(render(contract, style=path))
        assert not any(b"anna" in data or b"attachedTemplate" in data for data in written.values())

    def test_a_link_to_follow_stays(self, house: House, contract: Document, tools: Any) -> None:
        link = f'<w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="rId90"><w:r><w:t>example.com</w:t></w:r></w:hyperlink></w:p>'
        path = house(document=before_guide(link), rels=relation("hyperlink", "https://example.com/"))
        assert [finding.code for finding in lint(path)] == ["S15"]
        assert b"https://example.com/" in tools.parts(render(contract, style=path))["word/_rels/document.xml.rels"]

    @pytest.mark.parametrize(
        "field", ['INCLUDETEXT "C:\\\\x.docx"', "DDEAUTO c:\\\\x cmd", 'includepicture "http://x/y.png"', "MACROBUTTON Run me"]
    )
    def test_a_field_that_fetches(self, house: House, contract: Document, field: str) -> None:
        markup = f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{field}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        path = house(header1=mark("</w:hdr>", markup + "</w:hdr>"))
        assert [f.code for f in lint(path)] == ["S10"]
        with pytest.raises(StyleError, match="brings in"):
            render(contract, style=path)

    def test_comments_and_tracked_changes(self, house: House, contract: Document, tools: Any) -> None:
        w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        comments = f'<w:comments xmlns:w="{w}"><w:comment w:id="1" w:author="Anna"><w:p><w:r><w:t>{{{{ title }}}} here?</w:t></w:r></w:p></w:comment></w:comments>'
        path = house(
            {"word/comments.xml": comments.encode()},
            rels=mark("</Relationships>", f'<Relationship Id="rId91" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'),
            types=mark("</Types>", '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'),
            header1=mark("</w:hdr>", '<w:p><w:commentRangeStart w:id="1"/><w:ins w:id="2" w:author="Anna"><w:r><w:t>New</w:t></w:r></w:ins><w:del w:id="3" w:author="Anna"><w:r><w:delText>Old</w:delText></w:r></w:del><w:commentRangeEnd w:id="1"/></w:p></w:hdr>'),
        )  # fmt: skip
        assert [f.code for f in lint(path)] == ["S11", "S11"]
        written = tools.parts(render(contract, style=path))
        assert not any(b"Anna" in data or b"here?" in data for data in written.values())
        assert "New" in tools.texts(written["word/header1.xml"])
        assert not re.search(rb"w:(ins|del|delText|comment\w+)\b", written["word/header1.xml"])

    def test_data_of_others_is_left_out(self, house: House, contract: Document, tools: Any) -> None:
        path = house({"customXml/item1.xml": b"<secret>Project Falcon</secret>"}, rels=mark("</Relationships>", f'<Relationship Id="rId92" Type="{OFFICE}/customXml" Target="../customXml/item1.xml"/></Relationships>'))  # fmt: skip
        assert not any(b"Falcon" in data for data in tools.parts(render(contract, style=path, data="{}")).values())


class TestStyles:
    def test_missing_ones_are_a_note(self, house: House) -> None:
        path = house(styles=lambda text: re.sub(r'<w:style [^>]*w:styleId="(?:Note|Definition)">.*?</w:style>', "", text, flags=re.DOTALL))
        (found,) = lint(path)
        assert (found.code, found.severity.value, found.place.path) == ("S07", "info", "the styles")
        assert found.message.endswith("Definition, Note.")

    @pytest.mark.parametrize(
        ("ours", "theirs"), [("heading 1", "Überschrift 1"), ("Title", "Titre"), ("caption", "Beschriftung"), ("Table Text", "TableText")]
    )
    def test_one_under_another_name(self, house: House, ours: str, theirs: str) -> None:
        found = [f for f in lint(house(styles=mark(f'<w:name w:val="{ours}"/>', f'<w:name w:val="{theirs}"/>'))) if f.code == "S08"]
        assert len(found) == 1
        assert f"“{ours}”" in found[0].message

    def test_another_font(self, house: House) -> None:
        found = lint(house(styles=lambda text: text.replace('"Arial"', '"Garamond"')))
        assert [(f.code, f.severity.value) for f in found] == [("S12", "info")]
        assert "Garamond" in found[0].message
        assert "Caladea" in found[0].message

    def test_pale_letters(self, house: House) -> None:
        found = lint(house(styles=mark('<w:color w:val="46505F"/><w:sz w:val="26"/>', '<w:color w:val="AAAAAA"/><w:sz w:val="26"/>')))
        assert [f.code for f in found] == ["S13"]
        assert "“Subtitle”" in found[0].message
        assert "2.3:1" in found[0].message

    def test_numbers_of_another_form_are_set_back(self, house: House, contract: Document, tools: Any) -> None:
        path = house(numbering=mark('<w:lvlText w:val="%1"/>', '<w:lvlText w:val="Article %1"/>'))
        assert [f.code for f in lint(path)] == ["S09"]
        assert b"Article" not in tools.parts(render(contract, style=path))["word/numbering.xml"]

    def test_a_list_of_their_own(self, house: House) -> None:
        other = '<w:abstractNum w:abstractNumId="9"><w:nsid w:val="00000009"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'  # fmt: skip
        path = house(
            numbering=lambda text: text.replace("<w:abstractNum ", f"{other}<w:abstractNum ", 1).replace("</w:numbering>", '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>'),
            styles=mark('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="9"/></w:numPr>'),
        )  # fmt: skip
        found = lint(path)
        assert [f.code for f in found] == ["S09"]
        assert found[0].message.endswith("heading 1.")

    def test_a_picture_without_words(self, house: House) -> None:
        found = lint(house(document=before_guide(PICTURE.format("").replace(' r:link="rId90"', ""))))
        assert [f.code for f in found] == ["S14"]

    def test_words_outside_the_marks(self, house: House) -> None:
        assert told(house(document=before_guide(p("Registered in England")))) == [
            ("S15", "the text, paragraph 4 (“Registered in England”)", None)
        ]


class TestUnreadable:
    def locked(self) -> bytes:
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")

    @pytest.mark.parametrize(
        ("data", "words"),
        [(b"", "not a Word document"), (b"PK\x03\x04", "not a Word document"), (b"text", "not a Word document"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Word"), (None, "locked with a password")],
    )  # fmt: skip
    def test_one_sentence(self, tmp_path: Path, data: bytes | None, words: str) -> None:
        path = tmp_path / "house.docx"
        path.write_bytes(self.locked() if data is None else data)
        with pytest.raises(Refused) as caught:
            lint(path)
        assert words in caught.value.findings[0].message
        assert caught.value.findings[0].code == "S01"

    def test_macros(self, fresh: dict[str, bytes], tmp_path: Path, tools: Any) -> None:
        types = fresh["[Content_Types].xml"].replace(b"wordprocessingml.document.main+xml", b"wordprocessingml.document.macroEnabled.main+xml").replace(b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.macroEnabled", b"application/vnd.ms-word.document.macroEnabled")  # fmt: skip
        path = tmp_path / "house.docm"
        path.write_bytes(tools.zip({**fresh, "[Content_Types].xml": types}))
        with pytest.raises(Refused, match="macros"):
            lint(path)

    def test_a_template_is_a_document(self, fresh: dict[str, bytes], tmp_path: Path, tools: Any, contract: Document) -> None:
        types = fresh["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
        path = tmp_path / "house.dotx"
        path.write_bytes(tools.zip({**fresh, "[Content_Types].xml": types}))
        assert lint(path) == []
        assert b"template.main" not in tools.parts(render(contract, style=path))["[Content_Types].xml"]

    @pytest.mark.parametrize(
        "part",
        [
            "word/document.xml",
            "word/styles.xml",
            "word/header1.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
            "word/numbering.xml",
        ],
    )
    def test_damage_is_one_finding_or_refusal(self, fresh: dict[str, bytes], tmp_path: Path, tools: Any, part: str) -> None:
        path = tmp_path / "house.docx"
        for parts in ({**fresh, part: fresh[part][:-30]}, {name: data for name, data in fresh.items() if name != part}):
            path.write_bytes(tools.zip(parts))
            made = CliRunner().invoke(main, ["style", "lint", str(path)])
            assert made.exit_code in (1, 2), (part, made.output)
            assert "fault of sladocs" not in made.output

    def test_exit_codes_and_json(self, house: House, tmp_path: Path) -> None:
        path = house(header1=mark("{{ title }}", "{{ author }}"))
        made = CliRunner().invoke(main, ["style", "lint", str(path), "--format", "json"])
        assert made.exit_code == 1
        (found,) = json.loads(made.output)
        assert found["code"] == "S05"
        assert found["place"]["path"].startswith("the head, paragraph 1")
        assert found["place"]["quote"] == "{{ author }}"
        assert CliRunner().invoke(main, ["style", "lint", str(tmp_path / "none.docx")]).exit_code == 2


def test_every_code_is_explained() -> None:
    root = Path(__file__).parents[2]
    explained = (root / "docs" / "findings.md").read_text("utf-8")
    sources = [*(root / "sladocs" / "render" / "docx").glob("*.py"), root / "sladocs" / "jobs" / "style.py"]
    codes = {code for path in sources for code in re.findall(r'"(S\d\d)"', path.read_text("utf-8"))}
    assert len(codes) >= 15
    assert sorted(code for code in codes if f"| {code} |" not in explained) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)]
)
def test_contrast(one: str, other: str, expected: float) -> None:
    assert abs(contrast(one, other) - expected) < 0.01


def test_a_finding_is_one_sentence_with_its_file(house: House) -> None:
    found: list[Finding] = lint(house(header1=mark("{{ title }}", "{{ author }}"), footer1=mark("</w:ftr>", p("{{ 1 + 1 }}") + "</w:ftr>")))
    for finding in found:
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        assert (finding.place.file or "").endswith("house.docx")


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    path = tmp_path / "house.docx"
    path.write_bytes(out.getvalue())
    with pytest.raises(Refused, match="64 MB"):
        lint(path)
