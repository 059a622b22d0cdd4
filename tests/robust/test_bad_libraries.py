"""A library of one's own with broken, hostile or misplaced files: told with file and line, and never followed out of its folder."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sladocs.library import Library

OWN = "clauses/own/1.0.0.md"
TEMPLATE = (Library.shipped()["templates"] / "saas-customer" / "template.yaml").read_text("utf-8")


def clause(body: str = "1. Words.", head: str = "", title: str = "Own") -> str:
    return f"---\ntitle: {title}\nkind: penalties\n{head}---\n\n## balanced\n\n{body}\n"


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# name: (files, what is said)
BROKEN: dict[str, tuple[dict[str, str | bytes], str]] = {
    "nothing": ({OWN: ""}, "own/1.0.0.md, line 1: error C02: The clause has no head"),
    "no head": ({OWN: "hello"}, "The clause has no head"),
    "a head without end": ({OWN: "---\ntitle: x\n"}, "The clause has no head"),
    "bytes": ({OWN: b"\xff\xfe\0"}, "The file is not UTF-8 text."),
    "a NUL": ({OWN: clause("1. a\0b")}, "own/1.0.0.md, line 8: error C01: The file holds the control character U+0000."),
    "a colour in an escape": ({OWN: clause(title='"\\e[31mred"')}, "holds the control character U+001B"),
    "600 kB": ({OWN: clause("1. " + "x " * 300_000)}, "larger than 512 kB"),
    "brackets 5,000 deep": ({OWN: f"---\na: {'[' * 5000}\n---\n## balanced\n1. x\n"}, "it nests too deeply"),
    "an alias bomb": ({OWN: f"---\n{BOMB}---\n## balanced\n1. x\n"}, "grows beyond all measure"),
    "a tag": ({OWN: clause(title="!!python/object/apply:os.system [x]")}, "title"),
    "calls of a template engine": ({OWN: clause("1. {{ self.__init__ }}")}, "{{ self.__init__ }} prints nothing"),
    "a loop of a template engine": ({OWN: clause("1. {% for x in y %}")}, "is no mark of a clause text"),
    "conditions 2,000 deep": ({OWN: clause("{% if a %}\n" * 2000)}, "deeper than 20 levels"),
    "conditions 2,000 deep in a line": ({OWN: clause("1. " + "{% if a %}" * 2000)}, "deeper than 20 levels"),
    "marks without end": ({OWN: clause("1. " + "[[" * 5000)}, "is no term and no reference"),
    "items 50 deep": ({OWN: clause("\n".join("   " * i + "1. a" for i in range(50)))}, "indented by 0, 3, 6 or 9 blanks"),
    "an id in capitals": ({"clauses/OWN/1.0.0.md": clause()}, "'OWN' is no id for a clause"),
    "an id with a blank": ({"clauses/a b/1.0.0.md": clause()}, "'a b' is no id for a clause"),
    "a version that is none": ({"clauses/own/latest.md": clause()}, "'latest' is no version"),
    "a folder as clause": ({f"{OWN}/x": ""}, "The file cannot be read: Is a directory."),
    "an empty text": ({OWN: clause("")}, "The variant balanced has no text"),
    "a path to the inside of Python": ({OWN: clause("1. {{ a }}", "parameters: {a: {path: '__class__.__mro__', type: text}}\n")}, "leads to nothing"),
    "an unknown kind": ({OWN: clause().replace("penalties", "penalty")}, "Did you mean penalties?"),
    "a template that is no YAML": ({"templates/own/template.yaml": "x: ["}, "own/template.yaml, line 1: error C01: This is no YAML"),
    "a template of nothing": ({"templates/own/template.yaml": ""}, "title is missing"),
    "a template of another name": ({"templates/own/template.yaml": "name: ../x\ntitle: x\n"}, "The template is called '../x', but its folder 'own'"),
}  # fmt: skip


def laid(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named(name: str, run: Callable, tmp_path: Path) -> None:
    files, words = BROKEN[name]
    laid(tmp_path / "lib", files)
    done = run("clauses", "lint", "--library", "lib")
    assert (done.code, done.written) == (1, ())
    assert words in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize("name", ["nothing", "bytes", "an alias bomb", "conditions 2,000 deep", "a template that is no YAML"])
def test_it_stops_an_agreement_beside_it(name: str, run: Callable, tmp_path: Path, good: str) -> None:
    (tmp_path / "a.yaml").write_text(good)
    laid(tmp_path, BROKEN[name][0])
    done = run("generate", "a.yaml", "-o", "a.md")
    assert (done.code, done.written) == (2, ())
    assert BROKEN[name][1].rpartition("error C")[2] in done.said


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../../../secret.md"])
def test_a_link_out_of_the_library_is_not_followed(target: str, run: Callable, tmp_path: Path, good: str) -> None:
    (tmp_path / "secret.md").write_text(clause("1. A secret."))
    (tmp_path / "lib" / "clauses" / "own").mkdir(parents=True)
    (tmp_path / "lib" / OWN).symlink_to(target)
    (tmp_path / "a.yaml").write_text(good + "clauses: {own: balanced}\n")
    start = time.monotonic()
    done = run("generate", "a.yaml", "-o", "a.md", "--library", "lib")
    assert time.monotonic() - start < 10
    assert (done.code, done.written) == (2, ())
    assert "The file is a link that leads out of the library." in done.said
    assert "secret" not in done.said.lower().replace("secret.md", "")


def test_a_library_that_is_a_link_as_a_whole_is_used(run: Callable, tmp_path: Path) -> None:
    laid(tmp_path / "shared", {OWN: clause()})
    (tmp_path / "lib").symlink_to("shared")
    assert "\nown " in run("clauses", "list", "--library", "lib").out


def test_hidden_files_and_what_archives_leave_behind_are_no_clauses(run: Callable, tmp_path: Path) -> None:
    names = (
        "clauses/.git/x.md",
        "clauses/own/.1.0.0.md",
        "clauses/own/1.0.0.md~",
        "clauses/__MACOSX/._1.md",
        "clauses/own/README.md",
        "clauses/README.md",
    )
    laid(tmp_path / "lib", {OWN: clause(), **dict.fromkeys(names, "x")})
    done = run("clauses", "lint", "--library", "lib")
    assert (done.code, done.out) == (0, ""), done.out


def test_the_variable_is_named_where_it_is_wrong(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLADOCS_LIBRARY", "/nowhere")
    done = run("clauses", "list")
    assert (done.code, done.out) == (2, "")
    assert "/nowhere: error C01: There is no such folder (SLADOCS_LIBRARY names it)." in done.said
    monkeypatch.setenv("SLADOCS_LIBRARY", "::")
    assert run("clauses", "list").code == 0


def test_a_template_whose_conditions_go_round_in_circles_ends(run: Callable, tmp_path: Path, good: str) -> None:
    (tmp_path / "a.yaml").write_text(good)
    circle = TEMPLATE.replace("clock-rules: {clause: support-targets}", "clock-rules: {not: {clause: clock-rules}}")
    assert circle != TEMPLATE
    laid(tmp_path / "lib", {"templates/saas-customer/template.yaml": circle})
    assert run("generate", "a.yaml", "-o", "a.md", "--library", "lib").code in (0, 2)


def test_a_new_clause_is_clean_and_its_title_cannot_break_its_head(run: Callable) -> None:
    assert run("clauses", "new", "own", "--kind", "penalties", "--title", 'a "b" \n c: {{ x }} \x1b[31m', "--library", "lib").code == 0
    done = run("clauses", "lint", "--library", "lib")
    assert (done.code, done.out) == (0, ""), done.out
    assert "is there already; edit it." in run("clauses", "new", "own", "--kind", "penalties", "--library", "lib").said
