"""Law 4: each agreement type in each position and format, read back, states the same; also as others print it, without our aids."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from printers import printed_by_chromium, printed_by_libreoffice, without_tree

from sladocs.assemble import assemble
from sladocs.extract import extract
from sladocs.jobs.load import is_lock, load_agreement
from sladocs.jobs.writers import rendered
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.stated import differences
from sladocs.read import read

POSITIONS = ("balanced", "provider", "customer")
FORMATS = (".docx", ".pdf", ".html", ".md", ".txt")


@cache
def library() -> Library:
    return Library.open(())


def cases() -> Iterator[str]:
    """The worked examples of all agreement types in all positions: "saas-customer/example/balanced"."""
    for path in sorted(Library.shipped()["templates"].glob("*/example*.yaml")):
        if is_lock(path):
            continue
        for position in POSITIONS:
            yield f"{path.parent.name}/{path.stem}/{position}"


@cache
def agreement(case: str) -> Agreement:
    template, name, position = case.split("/")
    found = load_agreement(Library.shipped()["templates"] / template / f"{name}.yaml").agreement
    return assemble_ready(found.model_copy(update={"position": position}), library().template(template), library())


@cache
def written(case: str, ending: str) -> bytes:
    document = assemble(agreement(case), library().template(case.split("/", maxsplit=1)[0]), library())
    return rendered(document, agreement(case), ending)


def lost(case: str, data: bytes, ending: str) -> dict[str, object]:
    """The stated fields that do not come back, with both values."""
    return dict(differences(agreement(case), extract(read(data, name=f"contract{ending}")).agreement))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("case", list(cases()))
def test_what_is_written_states_the_agreement(case: str, ending: str) -> None:
    assert lost(case, written(case, ending), ending) == {}


@pytest.mark.parametrize("case", list(cases()))
def test_a_pdf_without_its_structure_tree_states_the_agreement(case: str) -> None:
    assert lost(case, without_tree(written(case, ".pdf")), ".pdf") == {}


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_what_libreoffice_prints_states_the_agreement() -> None:
    printed = printed_by_libreoffice({case.replace("/", "_"): written(case, ".docx") for case in cases()})
    assert {case: found for case in cases() if (found := lost(case, printed[case.replace("/", "_")], ".pdf"))} == {}


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
@pytest.mark.parametrize("tree", [True, False], ids=["with its tree", "without a tree"])
@pytest.mark.parametrize("case", list(cases()))
def test_what_chromium_prints_states_the_agreement(case: str, tree: bool) -> None:
    data = printed_by_chromium(written(case, ".html").decode())
    assert lost(case, data if tree else without_tree(data), ".pdf") == {}
