"""Laws 2 and 4: a generated contract, read back in any format and with our aids taken away, states the same agreement."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from agreements import varied

from sladocs.assemble import assemble
from sladocs.extract import extract
from sladocs.jobs.load import load_agreement
from sladocs.jobs.writers import Appearance, rendered
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement, ClauseChoice, Maintenance
from sladocs.model.document import Document, Table
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration
from sladocs.model.stated import differences, stated
from sladocs.model.template import Template
from sladocs.read import read

TYPES = ("saas-customer", "internal-ola", "pilot-agreement")
EXAMPLES = (*(f"{name}/example.yaml" for name in TYPES), "saas-customer/example-schedule.yaml")
SLA = EXAMPLES[0]
LAW = settings(max_examples=min(settings.default.max_examples, 200))
"""A whole contract is written and read for each example: fewer of them than of small things, 200 in the long run."""
FORMATS = (".docx", ".md", ".txt")


@cache
def library() -> Library:
    return Library.open(())


@cache
def example(name: str) -> Agreement:
    """A worked example, by its type and file: "saas-customer/example.yaml"."""
    found = load_agreement(Library.shipped()["templates"] / name).agreement
    return found.model_copy(update={"template": name.split("/", maxsplit=1)[0]})


def template_of(agreement: Agreement) -> Template:
    return library().template(agreement.template or "")


def completed(agreement: Agreement) -> Agreement:
    return assemble_ready(agreement, template_of(agreement), library())


def document_of(agreement: Agreement) -> Document:
    return assemble(agreement, template_of(agreement), library())


def written(agreement: Agreement, ending: str, *, data: bool = True) -> bytes:
    return rendered(document_of(agreement), agreement, ending, Appearance(data=data))


types = st.sampled_from(TYPES).map("{}/example.yaml".format)


def lost(agreement: Agreement, data: bytes, ending: str) -> dict[str, object]:
    """The stated fields that do not come back, with both values."""
    return dict(differences(agreement, extract(read(data, name=f"contract{ending}")).agreement))


def without_aids(data: bytes) -> bytes:
    """The Word file with no custom XML, content controls, bookmarks or properties: only what a person sees."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name.startswith(("customXml/", "docProps/")):
                continue
            text = source.read(name)
            if name == "word/document.xml":
                text = re.sub(
                    rb"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>|<w:sdtEndPr>.*?</w:sdtEndPr>", b"", text, flags=re.DOTALL
                )
                text = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", text)
            if name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
                text = re.sub(
                    rb"<(?:Override|Relationship)\b[^>]*(?:customXml|docProps|custom-properties|core-properties|extended-properties)[^>]*/>",
                    b"",
                    text,
                )
            target.writestr(name, text)
    return out.getvalue()


@LAW
@given(st.data())
def test_any_agreement_comes_back_from_every_format(data: st.DataObject) -> None:
    agreement = completed(data.draw(varied(example(data.draw(types)))))
    ending = data.draw(st.sampled_from(FORMATS))
    assert lost(agreement, written(agreement, ending), ending) == {}


@LAW
@given(st.data())
def test_any_agreement_comes_back_with_our_aids_taken_away(data: st.DataObject) -> None:
    agreement = completed(data.draw(varied(example(data.draw(types)))))
    assert lost(agreement, without_aids(written(agreement, ".docx")), ".docx") == {}


@LAW
@given(st.data())
def test_any_agreement_of_each_type_is_read_from_its_document(data: st.DataObject) -> None:
    agreement = completed(data.draw(varied(example(data.draw(types)))))
    assert dict(differences(agreement, extract(document_of(agreement)).agreement)) == {}


@pytest.mark.parametrize("position", ["balanced", "provider", "customer"])
def test_the_clauses_of_a_pilot_state_its_terms_without_the_front_page(position: str) -> None:
    agreement = completed(example("pilot-agreement/example.yaml").model_copy(update={"position": position}))
    document = document_of(agreement)
    front = tuple(block for block in document.front if not isinstance(block, Table))
    found = extract(document.model_copy(update={"front": front})).agreement
    assert stated(found).pilot == stated(agreement).pilot


def every_text() -> list[tuple[str, str, str]]:
    """Each clause of each agreement type with each of its texts; those that no type has of itself in the first."""
    found = [(name, clause, variant) for name in TYPES for clause in library().template(name).clauses() for variant in texts_of(clause)]
    placed = {clause for _, clause, _ in found}
    others = [(TYPES[0], clause.id, variant) for clause in library().clauses() if clause.id not in placed for variant in clause.variants]
    return [*found, *others]


def texts_of(clause: str) -> Collection[str]:
    return library().clause(clause).variants


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("number", range(3))
def test_texts_of_all_clauses_come_back_together(name: str, number: int) -> None:
    """In each of a few documents every clause has another of its texts; which one is wrong, the slow test says."""
    texts = {clause: list(texts_of(clause)) for clause in library().template(name).clauses()}
    choices = tuple(ClauseChoice(id=clause, variant=variants[number % len(variants)]) for clause, variants in texts.items())
    agreement = completed(example(f"{name}/example.yaml").model_copy(update={"clauses": choices}))
    assert dict(differences(agreement, extract(document_of(agreement)).agreement)) == {}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "clause", "variant"), every_text())
def test_every_text_of_every_clause_comes_back(name: str, clause: str, variant: str) -> None:
    choice = ClauseChoice(id=clause, variant=variant)
    agreement = completed(example(f"{name}/example.yaml").model_copy(update={"clauses": (choice,)}))
    assert dict(differences(agreement, extract(document_of(agreement)).agreement)) == {}


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_saved_again_by_libreoffice_states_the_same(name: str, tmp_path: Path) -> None:
    agreement = completed(example(name))
    original = tmp_path / "contract.docx"
    original.write_bytes(written(agreement, ".docx"))
    saved = tmp_path / "again"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            saved,
            original,
        ],
        check=True,
        capture_output=True,
    )
    assert lost(agreement, (saved / "contract.docx").read_bytes(), ".docx") == {}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("level", [True, False], ids=["beside a level", "alone"])
@pytest.mark.parametrize("notice", ["P3D", "P5BD", None])
def test_the_notice_of_maintenance_is_one_fact(notice: str | None, level: bool, ending: str) -> None:
    found = example(SLA)
    levels = tuple(x for x in found.service_levels if level or x.metric is not Metric.MAINTENANCE_NOTICE)
    maintenance = Maintenance(window=found.maintenance.window, notice=Duration.from_iso(notice) if notice else None)
    agreement = completed(found.model_copy(update={"service_levels": levels, "maintenance": maintenance}))
    assert lost(agreement, written(agreement, ending), ending) == {}
