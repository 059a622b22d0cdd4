"""RTF, ODT and old Word files are read by LibreOffice; without it one sentence says what to install."""

from __future__ import annotations

import shutil
import subprocess

import docx
import pytest

from sladocs.read import ReadError, office, read, read_isolated

RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Oakfield answers within 4 hours.\par Uptime is 99.9 %.\par}"
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One contract in each format, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    document = docx.Document()
    document.add_paragraph("Northwind keeps these levels.")
    table = document.add_table(rows=0, cols=2)
    for row in (("Class", "Answer"), ("P1", "1 hour"), ("P2", "4 hours")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("The end.")
    document.save(str(folder / "a.docx"))
    found = {}
    for ending in ("rtf", "odt", "doc"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(folder / "a.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        found[f".{ending}"] = (folder / f"a.{ending}").read_bytes()
    return found


@needs_office
@pytest.mark.parametrize("ending", [".rtf", ".odt", ".doc"])
def test_a_file_of_another_program_is_read(made: dict[str, bytes], ending: str) -> None:
    document = read_isolated(made[ending], name="contract.bin")  # known by its content, whatever its name
    assert document.text == "Northwind keeps these levels.\nClass\tAnswer\nP1\t1 hour\nP2\t4 hours\nThe end.\n"
    assert document.meta["converted_from"] == ending[1:]
    assert all(block.source is None for block in document.blocks)


@needs_office
def test_both_ways_of_reading_agree() -> None:
    assert read(RTF, name="a.rtf") == read_isolated(RTF, name="a.rtf")
    assert "within 4 hours" in read(RTF).text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (RTF, "a rich text file (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "a Word document of the old kind (.doc)"),
    ],
)
def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReadError) as error:
        read(data, name="a.doc")
    assert str(error.value) == f"a.doc is {kind}: install LibreOffice, by which sladocs reads it, or save it as DOCX."


@needs_office
def test_a_damaged_file_is_told() -> None:
    with pytest.raises(ReadError, match=r"is damaged: LibreOffice cannot open it|holds no text"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), name="a.doc")


@needs_office
def test_a_conversion_ends_in_time() -> None:
    with pytest.raises(ReadError, match="longer than 0 s"):
        office.as_word(RTF, ".rtf", "a.rtf", seconds=0)


def test_other_office_files_are_none() -> None:
    with pytest.raises(ReadError, match="no Word document"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name="a.xls")
