"""YAML of the library: safe, all text, with lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from sladocs.library.faults import LibraryError
from sladocs.library.tree import MAX_BYTES, read_text, read_yaml


def test_scalars_stay_text_and_lines_are_known() -> None:
    tree = read_yaml("a: 1.10\nb:\n  - true\n  - {c: 2027-01-01, d: }\n", "f.yaml", 5)
    assert tree.data == {"a": "1.10", "b": ["true", {"c": "2027-01-01", "d": None}]}
    assert [tree.line(steps) for steps in (("a",), ("b", 1, "c"), ("b", 1, "missing"))] == [5, 8, 8]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdef", "bcdefg", strict=True)
)

BAD = [
    ("a: [1", "no YAML", 1),
    ("a: b: c", "no YAML", 1),
    ("a: 1\na: 2", "stands twice", 2),
    ("x: 1\n? [a]\n: 1", "key must be plain text", 2),
    (BOMB, "beyond all measure", None),
    ("a: &a [*a]", "beyond all measure", None),
    ("[" * 1000, "nests too deeply", None),
    ("a: \x00", "", None),
]


@pytest.mark.parametrize(("text", "message", "line"), BAD)
def test_bad_yaml_is_refused_with_its_line(text: str, message: str, line: int | None) -> None:
    with pytest.raises(LibraryError) as caught:
        read_yaml(text, "f.yaml")
    assert message in str(caught.value)
    assert caught.value.findings[0].place.file == "f.yaml"
    if line:
        assert caught.value.findings[0].place.line == line


def test_tags_are_not_followed() -> None:
    assert read_yaml("a: !!python/object/apply:os.system [ls]", "f").data == {"a": ["ls"]}


@pytest.mark.parametrize(
    ("content", "message"), [(b"\xff\xfe\x00", "UTF-8"), (b"x" * (MAX_BYTES + 1), "larger than"), (None, "cannot be read")]
)
def test_files_that_are_no_text(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "x.md"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LibraryError, match=message):
        read_text(path)
