"""What a contract manager asks of a Word document, each as a check on the XML of the rich sample."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from sladocs.model.document import Document, Heading, ListItem, Paragraph, Table, words
from sladocs.render.docx import AGREEMENT_NAMESPACE, SCHEMA_VERSION, render
from sladocs.render.docx.inline import control_tag, control_title
from sladocs.render.docx.lint import contrast

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_spec = importlib.util.spec_from_file_location("word_numbers", Path(__file__).with_name("word_numbers.py"))
assert _spec is not None
assert _spec.loader is not None
word_numbers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(word_numbers)


def block_paragraphs(file: Any) -> list[Any]:
    """The paragraphs of the body that are no cells and no contents list, without those that only end a section or part tables."""
    found = file.find("/w:document/w:body/w:p[not(w:pPr/w:sectPr)]")
    return [p for p in found if file.style(p) not in ("TableEnd", "Caption", "Picture")]


def text_blocks(document: Document) -> list[Any]:
    return [b for b in document.blocks if isinstance(b, (Heading, Paragraph, ListItem))]


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


class TestStyles:
    def test_each_paragraph_has_a_named_style_that_exists(self, file: Any) -> None:
        known = {s.get(f"{W}styleId") for s in file.find("//w:style[@w:type='paragraph']", "word/styles.xml")}
        used = {file.style(p) for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml") for p in file.find("//w:p", part)}
        assert "" not in used
        assert used <= known

    def test_the_words_of_the_field_have_their_styles(self, file: Any) -> None:
        used = {file.style(p) for p in file.find("//w:p")}
        wanted = {
            "Title", "Subtitle", "CoverText", "Heading1", "Heading2", "Heading3", "ScheduleHeading", "ScheduleHeading2", "ClauseLevel2",
            "ClauseLevel3", "Definition", "ListLevel1", "ListLevel2", "ListLevel3", "TableText", "TableHeader", "TableFigure", "Caption",
            "Note", "TOC1", "TOC2", "TOCHeading", "SignatureText",
        }  # fmt: skip
        assert wanted <= used

    def test_all_run_styles_exist(self, file: Any) -> None:
        known = {s.get(f"{W}styleId") for s in file.find("//w:style[@w:type='character']", "word/styles.xml")}
        assert {str(s) for s in file.find("//w:rStyle/@w:val")} <= known

    def test_headings_have_no_formatting_of_their_own(self, file: Any) -> None:
        headings = [p for p in file.find("/w:document/w:body/w:p") if "Heading" in file.style(p)]
        assert len(headings) == 19
        for heading in headings:
            assert [child.tag for child in heading.find(f"{W}pPr")] == [f"{W}pStyle"]
            assert not file.within(heading, ".//w:rPr")

    def test_runs_have_no_formatting_but_styles(self, file: Any) -> None:
        assert {child.tag for properties in file.find("//w:r/w:rPr") for child in properties} <= {f"{W}rStyle"}

    def test_no_spacer_paragraphs(self, file: Any) -> None:
        empty = [
            p for p in file.find("/w:document/w:body/w:p[not(w:pPr/w:sectPr)]") if not file.text(p) and not file.within(p, ".//w:drawing")
        ]
        assert [file.style(p) for p in empty] == ["TableEnd"]  # Word wants a last paragraph behind a last table
        assert empty[0].getnext().tag == f"{W}sectPr"

    def test_tabs_stand_only_behind_typed_labels_and_in_the_contents(self, file: Any) -> None:
        tabbed = [p for p in file.find("//w:body//w:p[.//w:r/w:tab]") if not file.style(p).startswith("TOC")]
        assert [file.text(p) for p in tabbed] == ["ARTICLE IVA typed label"]


class TestNumbering:
    def test_labels_are_automatic_and_equal_to_the_documents(self, file: Any, document: Document) -> None:
        numbers = word_numbers.Numbers(file.root("word/numbering.xml"), file.root("word/styles.xml"))
        computed = [(numbers.label(p), plain(file.text(p))) for p in block_paragraphs(file)]
        typed = {"ARTICLE IV"}
        wanted = []
        for block in text_blocks(document):
            label = "" if block.label in typed else "•" if block.label == "\u2013" else block.label
            wanted.append((label, plain((block.label if block.label in typed else "") + words(block.content))))
        assert computed == wanted

    def test_levels_are_linked_to_the_headings(self, file: Any) -> None:
        links = {
            (a.get(f"{W}abstractNumId"), lvl.get(f"{W}ilvl")): lvl.find(f"{W}pStyle").get(f"{W}val")
            for a in file.find("//w:abstractNum", "word/numbering.xml")
            for lvl in a.findall(f"{W}lvl")
            if lvl.find(f"{W}pStyle") is not None
        }
        assert [links["1", level] for level in "012"] == ["Heading1", "Heading2", "Heading3"]
        assert [links["2", level] for level in "012"] == ["ScheduleHeading", "ScheduleHeading2", "ScheduleHeading3"]
        assert len(set(links.values())) == len(links)
        for (number, level), style in links.items():
            pointing = file.find(f"//w:style[@w:styleId='{style}']/w:pPr/w:numPr", "word/styles.xml")[0]
            assert file.within(pointing, "w:numId/@w:val") == [number]
            assert (file.within(pointing, "w:ilvl/@w:val") or ["0"]) == [level]

    def test_headings_carry_no_number_of_their_own(self, file: Any) -> None:
        assert not file.find("//w:p[w:pPr/w:pStyle[contains(@w:val,'Heading')]]/w:pPr/w:numPr")


class TestContents:
    def test_field_is_whole_and_filled(self, file: Any, document: Document) -> None:
        content = file.find("//w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery/@w:val='Table of Contents']/w:sdtContent")[0]
        instructions = [i for i in file.within(content, ".//w:instrText/text()") if "TOC" in i]
        assert len(instructions) == 1
        assert '\\o "1-2"' in instructions[0]
        assert "\\h" in instructions[0]
        entries = [p for p in content if file.style(p) in ("TOC1", "TOC2")]
        listed = [b for b in document.blocks if isinstance(b, Heading) and b.level <= 2]
        assert len(entries) == len(listed)
        for entry, heading in zip(entries, listed, strict=True):
            assert file.style(entry) == f"TOC{heading.level}"
            assert re.fullmatch(re.escape(heading.label + words(heading.content)) + r"\d+", file.text(entry))

    def test_entries_are_linked_to_bookmarks_round_their_headings(self, file: Any) -> None:
        for entry in file.find("//w:p[w:pPr/w:pStyle[starts-with(@w:val,'TOC') and @w:val!='TOCHeading']]"):
            anchor = file.within(entry, "w:hyperlink/@w:anchor")[0]
            (target,) = file.find(f"//w:bookmarkStart[@w:name='{anchor}']/..")
            assert file.text(target) in file.text(entry)
            assert f"PAGEREF {anchor} \\h" in "".join(file.within(entry, ".//w:instrText/text()"))

    def test_no_prompt_on_opening(self, file: Any) -> None:
        assert not file.find("//w:updateFields", "word/settings.xml")

    def test_few_headings_need_none(self, written: Any) -> None:
        small = Document(body=(Heading(level=1, label="1", content=({"text": "Only"},)),))  # type: ignore[arg-type]
        assert not written(small).find("//w:sdt")

    def test_all_fields_are_whole(self, file: Any) -> None:
        for part in [n for n in file.names if re.fullmatch(r"word/(document|header\w+|footer\w+)\.xml", n)]:
            kinds = [str(k) for k in file.find("//w:fldChar/@w:fldCharType", part)]
            depth, results = [], 0
            for kind in kinds:
                if kind == "begin":
                    depth.append(kind)
                elif kind == "separate":
                    assert depth[-1] == "begin"
                    depth[-1], results = kind, results + 1
                else:
                    assert depth.pop() == "separate"
            assert not depth
            assert results == len(file.find("//w:instrText", part))


def ref_fields(file: Any) -> list[tuple[str, str, str]]:
    """Bookmark, switches and cached text of each REF field."""
    found = []
    for instruction in file.find("//w:instrText[starts-with(normalize-space(.), 'REF ')]"):
        run = instruction.getparent()
        cached = run.getnext().getnext()
        _, bookmark, *switches = instruction.text.split()
        found.append((bookmark, " ".join(switches), file.text(cached)))
    return found


class TestReferences:
    def test_cached_text_is_what_word_computes(self, file: Any) -> None:
        numbers = word_numbers.Numbers(file.root("word/numbering.xml"), file.root("word/styles.xml"))
        labels = {}
        for p in file.find("//w:body/w:p"):
            label = numbers.label(p)
            for name in file.within(p, "w:bookmarkStart/@w:name"):
                labels[str(name)] = label
        fields = ref_fields(file)
        assert len(fields) >= 10
        for bookmark, switches, cached in fields:
            if switches == "\\n \\h":
                assert labels[bookmark] == cached
            else:
                assert (switches, cached) == ("\\h", "ARTICLE IV")
                (start,) = file.find(f"//w:bookmarkStart[@w:name='{bookmark}']")
                assert file.text(start.getnext()) == cached

    def test_a_full_label_has_a_field_for_each_of_its_parts(self, file: Any) -> None:
        assert "1.3(b)(i)" in "".join(cached for _, _, cached in ref_fields(file))

    def test_words_stand_as_printed(self, file: Any) -> None:
        texts = [file.text(p) for p in block_paragraphs(file)]
        assert "suspension under clause 3.1.1." in " ".join(texts)

    def test_no_target_is_missing_and_no_name_is_given_twice(self, file: Any) -> None:
        names = [str(n) for n in file.find("//w:bookmarkStart/@w:name")]
        assert len(names) == len(set(names))
        assert all(len(n) <= 40 for n in names)
        ids = [str(i) for i in file.find("//w:bookmarkStart/@w:id")]
        assert len(ids) == len(set(ids))
        assert ids == [str(i) for i in file.find("//w:bookmarkEnd/@w:id")] or set(ids) == {
            str(i) for i in file.find("//w:bookmarkEnd/@w:id")
        }
        anchors = {str(a) for a in file.find("//w:hyperlink/@w:anchor")}
        assert anchors | {bookmark for bookmark, _, _ in ref_fields(file)} <= set(names)


class TestTerms:
    def test_bold_where_defined_and_only_there(self, file: Any) -> None:
        bold = [file.text(r) for r in file.find("//w:r[w:rPr/w:rStyle/@w:val='DefinedTerm']")]
        assert bold == ["Business Day", "Downtime", "Monthly Fee", "Service Credit"]
        assert file.find("//w:style[@w:styleId='DefinedTerm']/w:rPr/w:b", "word/styles.xml")


class TestHeaderAndFooter:
    def test_what_they_say(self, file: Any) -> None:
        header, footer = (file.text(file.root(f"word/{part}1.xml")) for part in ("header", "footer"))
        assert header == "Cloud Ledger Service Level Agreement · Version 1.0FINAL"
        assert footer.startswith("Document SLA-2027-001 · ConfidentialPage ")
        assert [i.strip() for i in file.find("//w:instrText/text()", "word/footer1.xml")] == ["PAGE", "NUMPAGES"]
        assert re.search(r"Page \d+ of \d+$", footer)

    def test_each_section_has_them(self, file: Any) -> None:
        for section in file.find("//w:sectPr"):
            assert {"default"} <= {str(t) for t in file.within(section, "w:headerReference/@w:type")}
            assert {"default"} <= {str(t) for t in file.within(section, "w:footerReference/@w:type")}

    def test_draft_stands_on_each_page(self, document: Document, written: Any, style: str) -> None:
        draft = written(document, style=style, draft=True)
        for part in ("word/header1.xml", "word/header2.xml", "word/headerWide.xml"):
            text = draft.text(draft.root(part))
            assert "DRAFT" in text
            assert "FINAL" not in text


class TestProperties:
    def test_core(self, file: Any) -> None:
        text = file.archive.read("docProps/core.xml").decode()
        for wanted in (
            "<dc:title",
            "Cloud Ledger Service Level Agreement",
            "Service level agreement",
            "en-GB",
            "1.0",
            "SLA-2027-001",
            "2026-12-01T00:00:00Z",
        ):
            assert wanted in text
        assert "creator" not in text
        assert "lastModifiedBy" not in text

    def test_custom_and_application(self, file: Any) -> None:
        names = {p.get("name"): file.archive and "".join(p.itertext()) for p in file.root("docProps/custom.xml")}
        assert names["Clause set digest"] == "sha256:0123abcd"
        assert names["Version"] == "1.0"
        assert "Northwind Cloud Ltd" in file.archive.read("docProps/app.xml").decode()

    def test_no_paths(self, file: Any) -> None:
        for name in file.names:
            content = file.archive.read(name)
            assert b"/work/" not in content
            assert b"C:\\" not in content
            assert b"file://" not in content


class TestSignatures:
    def test_a_table_kept_together_with_its_heading(self, file: Any) -> None:
        (table,) = file.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Signatures']")
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert file.within(rows[0], "w:trPr/w:tblHeader")
        for row in rows[1:-1]:
            assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in file.within(row, "w:tc/w:p"))
        assert not file.within(rows[-1], ".//w:keepNext")
        intro = table.getprevious()
        assert intro.find(f"{W}pPr/{W}keepNext") is not None
        assert file.style(intro.getprevious()) == "Heading1Plain"
        assert {"Name", "Title", "Date", "Signature"} <= {file.text(c) for c in file.within(table, ".//w:tc")}


class TestTables:
    def tables(self, file: Any) -> list[Any]:
        return file.find("//w:tbl")

    def test_header_rows_repeat_and_rows_do_not_split(self, file: Any, document: Document) -> None:
        wanted = [b for b in document.blocks if isinstance(b, Table)]
        for made, block in zip(self.tables(file), wanted, strict=True):
            rows = made.findall(f"{W}tr")
            assert len(rows) == len(block.rows)
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [r < block.headers for r in range(len(rows))]
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)

    def test_widths_are_set_and_agree(self, file: Any) -> None:
        for made in self.tables(file):
            columns = [int(w) for w in file.within(made, "w:tblGrid/w:gridCol/@w:w")]
            assert min(columns) > 300
            assert sum(columns) == int(file.within(made, "w:tblPr/w:tblW/@w:w")[0]) == 9184
            assert file.within(made, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
            for row in made.findall(f"{W}tr"):
                assert sum(int(w) for w in file.within(row, "w:tc/w:tcPr/w:tcW/@w:w")) == 9184

    def test_caption_and_description(self, file: Any) -> None:
        for made in self.tables(file):
            assert file.within(made, "w:tblPr/w:tblCaption/@w:val")[0]
            assert file.within(made, "w:tblPr/w:tblDescription/@w:val")[0]
            if file.within(made, "w:tblPr/w:tblCaption/@w:val") != ["Signatures"]:
                assert file.style(made.getprevious()) == "Caption"
        assert file.find("//w:style[@w:styleId='Caption']/w:pPr/w:keepNext", "word/styles.xml")

    def test_figures_stand_to_the_right_with_their_headers(self, file: Any) -> None:
        (levels,) = file.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Service levels']")
        styles = [[file.style(p) for p in file.within(row, "w:tc/w:p[1]")] for row in levels.findall(f"{W}tr")]
        assert styles[0] == ["TableHeader", "TableHeader", "TableHeader", "TableHeaderFigure", "TableHeader", "TableHeader"]
        assert {tuple(row) for row in styles[1:]} == {("TableText", "TableText", "TableText", "TableFigure", "TableText", "TableText")}
        assert file.find("//w:style[@w:styleId='TableFigure']/w:pPr/w:jc/@w:val", "word/styles.xml") == ["right"]

    def test_our_tables_have_no_merged_cells_and_strangers_keep_theirs(self, file: Any) -> None:
        merged = [t for t in self.tables(file) if file.within(t, ".//w:gridSpan | .//w:vMerge")]
        assert [file.within(t, "w:tblPr/w:tblCaption/@w:val") for t in merged] == [["A stranger's table with spans"]]

    def test_two_tables_never_touch(self, file: Any) -> None:
        for made in self.tables(file):
            assert made.getnext().tag in (f"{W}p", f"{W}sdt")


class TestBreaks:
    def test_headings_are_kept_with_what_follows(self, file: Any) -> None:
        for style in ("Title", "Heading1", "Heading2", "Heading3", "Heading4", "TableHeader", "Caption"):
            assert file.find(f"//w:style[@w:styleId='{style}']/w:pPr/w:keepNext", "word/styles.xml"), style
        for style in ("ScheduleHeading", "Heading1Plain"):
            assert file.find(f"//w:style[@w:styleId='{style}']/w:basedOn/@w:val", "word/styles.xml") == ["Heading1"]

    def test_lead_ins_are_kept_with_their_lists(self, file: Any) -> None:
        lead_ins = [p for p in block_paragraphs(file) if file.text(p).endswith(":")]
        assert len(lead_ins) >= 4
        assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in lead_ins)

    def test_no_widows(self, file: Any) -> None:
        assert file.find("//w:pPrDefault/w:pPr/w:widowControl[not(@w:val)]", "word/styles.xml")
        assert not file.find("//w:widowControl[@w:val='0']")

    def test_schedules_start_a_page(self, file: Any) -> None:
        assert file.find("//w:style[@w:styleId='ScheduleHeading']/w:pPr/w:pageBreakBefore", "word/styles.xml")
        assert len(file.find("//w:p[w:pPr/w:pStyle/@w:val='ScheduleHeading']")) == 2


def test_language_stands_in_the_defaults(document: Document, written: Any) -> None:
    for language in ("en-GB", "en-US"):
        made = written(document.model_copy(update={"language": language}))
        assert made.find("//w:rPrDefault/w:rPr/w:lang/@w:val", "word/styles.xml") == [language]
        assert made.find("//w:themeFontLang/@w:val", "word/settings.xml") == [language]


class TestControls:
    def controls(self, file: Any) -> list[Any]:
        return file.find("//w:sdt[w:sdtPr/w:tag]")

    def test_one_at_each_occurrence_of_a_figure(self, file: Any, document: Document) -> None:
        lines = [
            (b.content,) if not isinstance(b, Table) else tuple(c for row in b.rows for cell in row for c in cell.lines)
            for b in document.blocks
            if hasattr(b, "content") or isinstance(b, Table)
        ]  # type: ignore[union-attr]
        wanted = [(run.figure, plain(run.text)) for block in lines for content in block for run in content if run.figure]
        found = [(file.within(c, "w:sdtPr/w:tag/@w:val")[0], plain(file.text(c))) for c in self.controls(file)]
        assert found == wanted
        assert len(wanted) >= 20

    def test_each_has_title_placeholder_and_its_own_id(self, file: Any) -> None:
        ids = [int(i) for i in file.find("//w:sdtPr/w:id/@w:val")]
        assert len(ids) == len(set(ids))
        assert all(0 < i < 2**31 for i in ids)
        placeholders = {str(n) for n in file.find("//w:docPart/w:docPartPr/w:name/@w:val", "word/glossary/document.xml")}
        for control in self.controls(file):
            assert file.within(control, "w:sdtPr/w:alias/@w:val")[0]
            assert str(file.within(control, "w:sdtPr/w:placeholder/w:docPart/@w:val")[0]) in placeholders

    def test_never_bound_to_data(self, file: Any) -> None:
        assert not file.find("//*[local-name()='dataBinding']")

    def test_ids_stay_when_other_figures_come(self, samples: Any, written: Any) -> None:
        first = Paragraph(content=({"text": "a", "figure": "x/a"},))  # type: ignore[arg-type]
        other = Paragraph(content=({"text": "b", "figure": "x/b"},))  # type: ignore[arg-type]
        alone, both = written(Document(body=(first,))), written(Document(body=(other, first)))
        assert alone.find("//w:sdtPr/w:id/@w:val")[0] in both.find("//w:sdtPr/w:id/@w:val")

    def test_an_enumeration_is_a_list(self, written: Any) -> None:
        made = written(Document(body=(Paragraph(content=({"text": "each month", "figure": "service_levels/0/window"},)),)))  # type: ignore[arg-type]
        offered = [str(v) for v in made.find("//w:dropDownList/w:listItem/@w:displayText")]
        assert offered.count("each month") == 1
        assert "each year" in offered

    @pytest.mark.parametrize(
        ("path", "title"),
        [
            ("service_levels/0/value", "Service levels 1: value"),
            ("term/initial", "Term: initial"),
            ("x", "X"),
            ("", ""),
            ("a" * 200, "A" + "a" * 63),
        ],
    )
    def test_titles(self, path: str, title: str) -> None:
        assert control_title(path) == title

    def test_long_tags_are_cut_and_stay_apart(self) -> None:
        one, two = control_tag("a/" * 60 + "value"), control_tag("b/" + "a/" * 59 + "value")
        assert one != two
        assert len(one) == len(two) == 64
        assert one.endswith("a/value")


class TestData:
    def test_stands_in_a_part_of_its_own(self, file: Any) -> None:
        root = file.root("customXml/item1.xml")
        assert root.tag == f"{{{AGREEMENT_NAMESPACE}}}agreement"
        assert root.get("schema") == SCHEMA_VERSION
        assert json.loads(root.text) == {"title": "Cloud & Ledger <x>", "levels": [1, 2]}
        rels = file.archive.read("word/_rels/document.xml.rels").decode()
        assert rels.count("customXml/item1.xml") == 1

    def test_is_left_out(self, document: Document, written: Any) -> None:
        assert not [n for n in written(document).names if n.startswith("customXml")]


def test_no_comments_and_no_tracked_changes(file: Any) -> None:
    assert not [n for n in file.names if "comment" in n.lower()]
    assert not file.find("//w:ins | //w:del | //w:moveFrom | //w:moveTo | //w:commentRangeStart")


def test_pictures_have_alternative_texts(file: Any) -> None:
    descriptions = [str(d) for d in file.find("//wp:docPr/@descr")]
    assert descriptions == ["How an incident moves from report to closure", "A logo whose picture is unknown"]
    assert len([n for n in file.names if n.startswith("word/media/")]) == 2


class TestAccessible:
    def test_the_file_has_a_title(self, file: Any) -> None:
        assert file.root("docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")

    def test_no_level_of_headings_is_skipped_by_a_style(self, file: Any) -> None:
        levels = {
            str(s.get(f"{W}styleId")): int(level)
            for s in file.find("//w:style", "word/styles.xml")
            for level in file.within(s, "w:pPr/w:outlineLvl/@w:val")
        }
        assert [levels[f"Heading{n}"] for n in range(1, 7)] == list(range(6))
        for style, base in (("ScheduleHeading", "Heading1"), ("ScheduleHeading2", "Heading2"), ("Heading2Plain", "Heading2")):
            assert file.find(f"//w:style[@w:styleId='{style}']/w:basedOn/@w:val", "word/styles.xml") == [base]

    def test_links_say_where_they_lead(self, file: Any) -> None:
        links = [file.text(link) for link in file.find("//w:hyperlink")]
        assert links
        assert all(len(text.strip()) > 3 and text.strip().lower() not in ("here", "link", "click here") for text in links)

    def test_letters_stand_out_from_their_ground(self, file: Any) -> None:
        fills = {str(s.getparent().getparent().tag): str(s.get(f"{W}fill")) for s in file.find("//w:style//w:shd", "word/styles.xml")}
        assert fills
        title = file.find("//w:style[@w:styleId='Title']/w:pPr/w:shd/@w:fill", "word/styles.xml") or ["FFFFFF"]
        head = file.find("//w:style[@w:styleId='ContractTable']/w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd/@w:fill", "word/styles.xml")
        grounds = {"Title": title[0], "Subtitle": title[0], "TableHeader": head[0], "TableHeaderFigure": head[0]}
        for style in file.find("//w:style[@w:type!='table'][w:rPr/w:color]", "word/styles.xml"):
            name = str(style.get(f"{W}styleId"))
            colour = str(file.within(style, "w:rPr/w:color/@w:val")[0])
            assert contrast(f"#{colour}", f"#{grounds.get(name, 'FFFFFF')}") >= 4.5, name


def test_figures_agree_everywhere(file: Any) -> None:
    text = plain(" ".join(file.text(p) for p in file.find("//w:p")))
    assert text.count("99.9 %") == 2
    assert "thirty (30) days" in text


def test_same_bytes(document: Document, file: Any, style: str) -> None:
    again = render(document, style=style, data='{"title": "Cloud & Ledger <x>", "levels": [1, 2]}')
    assert again == file.data
    assert {info.date_time for info in file.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert file.names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert file.names[2:] == sorted(file.names[2:])


def test_hostile_words_stand_verbatim(file: Any, samples: Any) -> None:
    cells = [file.text(c) for c in file.find("//w:tc")]
    assert cells.count(samples.HOSTILE) == 3
