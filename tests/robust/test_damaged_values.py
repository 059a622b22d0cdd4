"""Any value of a good file replaced by any other, and any part of a Word file bent: refused or fine, never anything else.

Each example goes through the whole program: loaded, checked, summed up, converted, generated and read back.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sladocs.codec import csv_form, json_form, yaml_form
from sladocs.jobs.check import check_file
from sladocs.jobs.generate import Options, generate
from sladocs.jobs.load import load_agreement
from sladocs.jobs.understand import understand
from sladocs.jobs.writers import Appearance
from sladocs.model.finding import Refused
from sladocs.read import read
from sladocs.render.docx.style import shipped
from sladocs.report import summary

FEW = settings(max_examples=min(settings.default.max_examples, 500), suppress_health_check=[*HealthCheck])  # type: ignore[union-attr]

WORDS = (
    "''", "'  '", "~", "[]", "{}", "[[]]", "{a: b}", "-1", "0", "1e999", "99999999999999999999", "100.0000000001 %", "-5 %", "1e5 hours", "-3 days",
    "0 years", "999999999999 months", "P1Y", "PT0S", "P1Y2M", "2027-02-30", "0001-01-01", "9999-12-31", "24:00", "true", "no", "'{{ x }}'",
    "'[[Term]]'", "'| a | b |'", "'# x'", '"\\u202eabc"', '"a\\nb"', "'&amp; <b>'", "'***'", "____", "TBD", "x" * 300, "1 decade", "%", "USD",
    "USD 1e9", "EUR -5", "5 % of nothing", "Mon-Fri", "00:00-00:00", "Sun-Mon 23:00-01:00", "Mars/Phobos", "availability", "schedule", "customer",
    "omitted", "P1 (Critical)", "½", "٣", "１２", "−5", "5 – 7 hours", "1,5 hours", "1.000,5", "1 000",  # noqa: RUF001 what people paste
)  # fmt: skip
JSON = (
    "null", "true", "-1", "0", "1e999", "1E-999", '""', '"x"', "[]", "{}", '"P1Y"', '"\\ud800"', '"\\u0000"', "9" * 30, "NaN", "Infinity",
    '"2027-02-30"', '{"text": "x"}', '{"value": 1, "unit": "hour"}', "[1]", '"percent"', '"currency:USD"',
)  # fmt: skip
YAML_VALUE = re.compile(r"(?<=: )[^\n{}\[\],#]+")
JSON_VALUE = re.compile(r'(?<=: )("[^"\n]*"|[-0-9.]+|true|false|null)')
ATTRIBUTE = re.compile(rb'="([^"]*)"')
ELEMENT = re.compile(rb"<w:(\w+)[^>]*/>|<w:(\w+)[ >].*?</w:\2>", re.DOTALL)
PIECES = (b"", b"-1", b"0", b"99999999999999999999", b"x", b"1.5", b"true", b"NaN", b"1e5", b" 3 ", "٣".encode())


@st.composite
def swapped(draw: st.DrawFn, text: str, value: re.Pattern[str], others: tuple[str, ...]) -> bytes:
    """The text with one to three of its values replaced, and sometimes a line left out."""
    for _ in range(draw(st.integers(1, 3))):
        match = draw(st.sampled_from(list(value.finditer(text))))
        text = text[: match.start()] + draw(st.sampled_from(others)) + text[match.end() :]
    if draw(st.integers(0, 6)) == 0:
        lines = text.split("\n")
        del lines[draw(st.integers(0, len(lines) - 1))]
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


@st.composite
def bent(draw: st.DrawFn, data: bytes) -> bytes:
    """A Word file with attributes changed, and elements left out, doubled or put elsewhere, in one to three of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from([*names, *["word/document.xml"] * 4, "word/numbering.xml", "word/styles.xml"]))
        parts[name] = _bent_part(draw, parts[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _bent_part(draw: st.DrawFn, part: bytes) -> bytes:
    attributes, elements = list(ATTRIBUTE.finditer(part)), list(ELEMENT.finditer(part))
    if attributes and (not elements or draw(st.booleans())):
        match = attributes[draw(st.integers(0, len(attributes) - 1))]
        return part[: match.start(1)] + draw(st.sampled_from(PIECES)) + part[match.end(1) :]
    if not elements:
        return part[: draw(st.integers(0, len(part)))]
    match = elements[draw(st.integers(0, len(elements) - 1))]
    other = elements[draw(st.integers(0, len(elements) - 1))][0] if draw(st.booleans()) else b""
    return part[: match.start()] + other + part[match.end() :]


def through_the_program(path: Path, data: bytes, target: Path) -> None:
    """Refused, or fine; what else is raised fails the test."""
    path.write_bytes(data)
    for step in _steps(path, target):
        if (refused := refusal(step)) is not None:
            assert refused.findings
            assert all(finding.message.strip() for finding in refused.findings)
            return


def refusal(step: Callable[[], object]) -> Refused | None:
    """The refusal with which a step ends, if it does."""
    try:
        step()
    except Refused as error:
        return error
    return None


def _steps(path: Path, target: Path) -> Iterator[Callable[[], object]]:
    def load() -> None:
        loaded = load_agreement(path)
        summary.summary(loaded.extraction or loaded.agreement)
        yaml_form.load(yaml_form.dump(loaded.agreement))
        json_form.load(json_form.dump(loaded.agreement))

    yield load
    yield lambda: check_file(path, ())
    yield lambda: generate(path, [target], Options(template="saas-customer", appearance=Appearance(draft=True)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


@FEW
@given(st.data())
def test_any_value_of_a_yaml_file(folder: Path, written: dict[str, bytes], data: st.DataObject) -> None:
    content = data.draw(swapped(written[".yaml"].decode(), YAML_VALUE, WORDS))
    through_the_program(folder / "a.yaml", content, folder / "a.md")


@FEW
@given(st.data())
def test_any_value_of_a_json_file(folder: Path, written: dict[str, bytes], data: st.DataObject) -> None:
    source = data.draw(st.sampled_from([written[".json"], written[".form"]]))
    through_the_program(folder / "a.json", data.draw(swapped(source.decode(), JSON_VALUE, JSON)), folder / "a.txt")


@FEW
@given(st.data())
def test_any_part_of_a_word_file(written: dict[str, bytes], data: st.DataObject) -> None:
    try:
        extraction = understand(read(data.draw(bent(written[".docx"])), name="a.docx"))
    except Refused:
        return
    summary.summary(extraction)
    json_form.load(json_form.dump(extraction))
    yaml_form.load(yaml_form.dump(extraction.agreement, extraction.findings))
    csv_form.dump(extraction)


@FEW
@given(st.data())
def test_any_part_of_a_style(folder: Path, written: dict[str, bytes], data: st.DataObject) -> None:
    (folder / "style.docx").write_bytes(data.draw(bent(shipped("plain").to_bytes())))
    (folder / "good.yaml").write_bytes(written[".yaml"])
    refused = refusal(
        lambda: generate(folder / "good.yaml", [folder / "a.docx"], Options(appearance=Appearance(style=folder / "style.docx")))
    )
    assert refused is None or all(finding.message.strip() for finding in refused.findings)
