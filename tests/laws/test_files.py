"""What a person gets: the files of the worked examples, looked at from outside."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import openxml_audit
import pytest

from sladocs.assemble import assemble
from sladocs.jobs.generate import Options, generate
from sladocs.jobs.load import load, load_agreement
from sladocs.jobs.writers import Appearance, rendered
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement, Party
from sladocs.model.document import Document, normal, words
from sladocs.read import read

EXAMPLES = ("example.yaml", "example-schedule.yaml")
FORMATS = (".docx", ".md", ".txt")
HOSTILE = "Smith & Co <x> {{ y }} [[z]] # w \\| v"
GOLDEN = Path(__file__).parent / "golden"
REGENERATE = os.environ.get("SLADOCS_WRITE_GOLDEN") == "1"


@cache
def library() -> Library:
    return Library.open(())


@cache
def example(name: str) -> Agreement:
    found = load_agreement(Library.shipped()["templates"] / "saas-customer" / name).agreement
    return assemble_ready(found, library().template("saas-customer"), library())


def document_of(agreement: Agreement) -> Document:
    return assemble(agreement, library().template("saas-customer"), library())


def shape(document: Document) -> list[tuple[object, ...]]:
    """Kind, level and label of each block."""
    return [(block.type, getattr(block, "level", None), getattr(block, "label", "")) for block in document.blocks]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_numbers_and_words_come_back(name: str, ending: str) -> None:
    document = document_of(example(name))
    back = read(rendered(document, example(name), ending), name=f"a{ending}")
    assert shape(back) == shape(document)
    assert normal(back, spans=False, headers=1) == normal(document, spans=False, headers=1)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_agreement_gives_the_same_bytes(ending: str) -> None:
    agreement = example("example.yaml")
    assert rendered(document_of(agreement), agreement, ending) == rendered(document_of(agreement), agreement, ending)


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_bytes((Library.shipped()["templates"] / "saas-customer" / "example.yaml").read_bytes())
    program = "import sys; from sladocs.cli.main import main; main()"
    for seed in ("1", "2"):
        command = [sys.executable, "-c", program, "generate", str(source), "-o", str(tmp_path / f"{seed}.docx")]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_validator_of_word_files_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(rendered(document_of(example(name)), example(name), ".docx"))
    assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_a_hostile_name_stands_as_it_is_and_changes_nothing_else(ending: str) -> None:
    plain = example("example.yaml")
    provider, customer = plain.parties
    hostile = plain.model_copy(update={"parties": (Party(**{**provider.model_dump(), "name": HOSTILE}), customer)})
    back = read(rendered(document_of(hostile), hostile, ending), name=f"a{ending}")
    usual = read(rendered(document_of(plain), plain, ending), name=f"a{ending}")
    assert back.text.replace(HOSTILE, provider.name) == usual.text
    assert back.text.count(HOSTILE) == usual.text.count(provider.name) > 0


def _with(data: bytes, old: str, new: str) -> bytes:
    """The Word file with one run's text changed, as a person changes it in Word; the embedded data stays."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            text = source.read(item)
            if item.filename == "word/document.xml":
                assert old.encode() in text, old
                text = text.replace(old.encode(), new.encode())
            target.writestr(item, text)
    return out.getvalue()


EDITS = {
    "a term of the body": ("three (3)\u00a0years", "five (5)\u00a0years", "3 years", "five (5) years"),
    "a term of the body and the front": ("England and Wales", "Scotland", "England and Wales", "Scotland"),
    "a time in the grid": ("4\u00a0hours", "40\u00a0hours", "4 hours", "40 hours"),
    "an availability": ("99.9\u00a0%", "99.0\u00a0%", "99.9", "99.0"),
    "a name": ("Harbourline Software Ltd", "Harbourline Holdings Ltd", "Harbourline Software Ltd", "Harbourline Holdings Ltd"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_figure_that_was_edited_in_word_is_found_and_named(name: str, tmp_path: Path) -> None:
    old, new, was, now = EDITS[name]
    agreement = example("example.yaml")
    path = tmp_path / "edited.docx"
    path.write_bytes(_with(rendered(document_of(agreement), agreement, ".docx"), f">{old}<", f">{new}<"))
    extraction = load(path).extraction
    assert extraction is not None
    messages = [finding.message for finding in extraction.findings]
    assert any(was in message and now in message for message in messages), messages


def test_an_untouched_file_has_no_finding(tmp_path: Path) -> None:
    agreement = example("example.yaml")
    path = tmp_path / "untouched.docx"
    path.write_bytes(rendered(document_of(agreement), agreement, ".docx"))
    extraction = load(path).extraction
    assert extraction is not None
    assert extraction.findings == ()


@pytest.mark.parametrize("position", ["balanced", "provider", "customer"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_contract_is_the_one_that_was_looked_at(name: str, position: str) -> None:
    """Golden files; after a change that is meant: SLADOCS_WRITE_GOLDEN=1 pytest tests/laws, then read the difference as a lawyer."""
    found = load_agreement(Library.shipped()["templates"] / "saas-customer" / name).agreement.model_copy(update={"position": position})
    agreement = assemble_ready(found, library().template("saas-customer"), library())
    text = rendered(document_of(agreement), agreement, ".md").decode()
    golden = GOLDEN / f"{name.removesuffix('.yaml')}-{position}.md"
    if REGENERATE:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_golden_files_are_not_being_written() -> None:
    assert not REGENERATE


def test_a_draft_says_so_on_each_page(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text("template: saas-customer\nprovider: Northwind Ltd\ncustomer: Oakfield plc\nservices: {Ledger: The ledger}\n")
    result = generate(source, [tmp_path / "a.docx"], Options(appearance=Appearance(draft=True)))
    assert result.findings
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        heads = [archive.read(name).decode() for name in archive.namelist() if re.match(r"word/header\d*\.xml", name)]
    assert heads
    assert all("DRAFT" in head for head in heads)


def test_no_data_leaves_the_embedded_data_out() -> None:
    agreement = example("example.yaml")
    data = rendered(document_of(agreement), agreement, ".docx", Appearance(data=False))
    assert read(data, name="a.docx").data is None
    assert read(rendered(document_of(agreement), agreement, ".docx"), name="a.docx").data is not None


def test_every_defined_term_is_used_and_every_figure_marked() -> None:
    document = document_of(example("example.yaml"))
    defined = {run.defines for block in document.blocks for run in getattr(block, "content", ()) if run.defines}
    body = " ".join(words(block.content) for block in document.blocks if hasattr(block, "content"))
    assert [term for term in defined if body.count(term) < 2] == []
