"""Where files come from and go to: nothing is lost, nothing is written over its own source, nothing is left half done."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # runs in `make prove`

WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-dac_override,-dac_read_search,-fowner")


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, good: str, written: dict[str, bytes]) -> None:
    """An agreement and a document in the test's folder."""
    (tmp_path / "a.yaml").write_text(good)
    (tmp_path / "a.docx").write_bytes(written[".docx"])


# arguments: what is said; each is refused and changes no file
REFUSED: dict[tuple[str, ...], str] = {
    ("generate", "nix.yaml", "-o", "x.docx"): "There is no file nix.yaml; check the name.",
    ("generate", ".", "-o", "x.docx"): ". is a folder; name a file in it.",
    ("generate", "a.yaml"): "Say where to write",
    ("generate", "-o", "x.md"): "Missing argument",
    ("generate", "a.yaml", "-o", "x.md", "--out-dir", "out"): "Say where to write",
    ("generate", "a.yaml", "-o", "x.md", "--format", "docx"): "--format goes with --out-dir",
    ("generate", "a.yaml", "a.docx", "-o", "x.md"): "Several agreements need --out-dir",
    ("generate", "a.yaml", "-o", "x"): "x should end in .docx, .pdf, .html, .md or .txt",
    ("generate", "a.yaml", "-o", "x.odt"): "x.odt should end in .docx, .pdf, .html, .md or .txt",
    ("generate", "a.yaml", "-o", "-"): "The output - should end in .docx, .pdf, .html, .md or .txt",
    ("generate", "a.yaml", "-o", "folder.md"): "folder.md is a folder; name a file to write.",
    ("generate", "a.yaml", "-o", "missing/x.md"): "missing/x.md cannot be written: its folder does not exist",
    ("generate", "a.yaml", "-o", "a.yaml/x.md"): "a.yaml/x.md cannot be written: what stands before its name is no folder",
    ("generate", "a.yaml", "-o", f"{'x' * 300}.md"): "name too long",
    ("generate", "a.yaml", "--out-dir", "a.docx"): "a.docx is a file; name a folder.",
    ("generate", "a.yaml", "-o", "protected.md"): "protected.md is protected against writing",
    ("generate", "a.yaml", "-o", "circle.md"): "circle.md is a link that leads in a circle",
    ("generate", "a.yaml", "-o", "nowhere.md"): "nowhere.md cannot be written: its folder does not exist",
    ("generate", "a.yaml", "-o", "source.md"): "source.md would be written over the file that it is made from",
    ("generate", "a.yaml", "same/a.yaml", "--out-dir", "out"): "would be written twice, from a.yaml and from same/a.yaml",
    ("generate", "-", "-", "--out-dir", "out"): "Standard input (-) can be named once.",
    ("generate", "a.docx", "-o", "x.md"): "a.docx is a document, not an agreement in YAML or JSON.",
    ("generate", "own.yaml", "-o", "x.md"): "own.lock.yaml is no lock file of ours",
    ("generate", "x.lock.yaml", "-o", "x.md"): "x.lock.yaml is a lock file",
    ("generate", "a.yaml", "-o", "x.docx", "--style", "nix.docx"): "nix.docx is no style: there is no such file",
    ("generate", "a.yaml", "-o", "x.docx", "--style", "a.yaml"): "The style cannot be used: a.yaml is not a Word document",
    ("generate", "a.yaml", "-o", "a.docx", "--style", "a.docx"): "a.docx would be written over the file that it is made from",
    ("generate", "a.yaml", "-o", "x.md", "--style", "a.docx"): "is a style, which Markdown and text do not show",
    ("extract", "a.docx", "-o", "a.docx"): "a.docx would be written over the file that it is made from",
    ("extract", "a.docx", "same/a.docx", "-o", "same"): "would be written twice, from a.docx and from same/a.docx",
    ("extract", "a.docx", "same/a.docx", "-o", "out.yaml"): "out.yaml is no folder; several documents need one",
    ("extract", "a.docx", "-o", "missing/x.yaml"): "missing/x.yaml cannot be written: its folder does not exist",
    ("extract", "a.yaml"): "a.yaml is an agreement already",
    ("convert", "a.yaml", "-o", "a.yaml"): "a.yaml would be written over the file that it is made from",
    ("convert", "a.yaml", "-o", "same.yaml"): "same.yaml would be written over the file that it is made from",
    ("convert", "a.yaml", "-o", "x"): "x should end in .yaml or .json",
    ("convert", "a.docx", "-o", "x.yaml"): "Read it first: sladocs extract a.docx",
    ("diff", "a.yaml", "nix.yaml"): "There is no file nix.yaml",
    ("diff", "-", "-"): "Standard input (-) can be named once.",
    ("new", "-t", "saas-customer", "-o", "a.yaml", "--yes"): "a.yaml is there already",
    ("new", "-t", "saas-customer", "-o", "nowhere.yaml", "--yes"): "nowhere.yaml is there already",
    ("new", "-t", "saas-customer", "-o", "n.docx", "--yes"): "n.docx should end in .yaml",
    ("new", "-t", "saas-customer", "-o", "-", "--yes"): "The output - should end in .yaml",
    ("new", "-t", "../../x", "-o", "n.yaml", "--yes"): "There is no template '../../x'",
    ("library", "init", "a.yaml"): "cannot be written: what stands before its name is no folder",
    ("library", "init", "own"): "own/clauses is there already; nothing was overwritten.",
    ("clauses", "new", "foo", "--kind", "penalties", "--library", "a.yaml"): "what stands before its name is no folder",
    ("clauses", "new", "../x", "--kind", "penalties"): "'../x' is no id for a clause",
    ("clauses", "new", "/tmp/x", "--kind", "penalties"): "'/tmp/x' is no id for a clause",
    ("clauses", "new", "a" * 300, "--kind", "penalties"): "is too long for a clause's id",
    ("clauses", "new", "foo", "--kind", "penalty"): "Did you mean penalties?",
    ("clauses", "show", "../x"): "There is no clause '../x'",
    ("clauses", "show", "availabilty"): "Did you mean availability?",
    ("clauses", "lint", "--library", "nix"): "nix: error C01: There is no such folder",
    ("clauses", "lint", "--library", "a.yaml"): "a.yaml: error C01: This is no folder",
}  # fmt: skip


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_it_is_refused_and_no_file_changes(arguments: tuple[str, ...], run: Callable, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "same").mkdir()
    for name in ("a.yaml", "a.docx"):
        shutil.copy(tmp_path / name, tmp_path / "same" / name)
    (tmp_path / "protected.md").write_text("signed")
    (tmp_path / "protected.md").chmod(0o444)
    for link, target in {
        "circle.md": "circle.md",
        "nowhere.md": "missing/x.md",
        "nowhere.yaml": "missing/x.yaml",
        "source.md": "a.yaml",
    }.items():
        (tmp_path / link).symlink_to(target)
    os.link(tmp_path / "a.yaml", tmp_path / "same.yaml")
    shutil.copy(tmp_path / "a.yaml", tmp_path / "own.yaml")
    (tmp_path / "own.lock.yaml").write_text("my own notes\n")
    (tmp_path / "x.lock.yaml").write_text("# a lock\n")
    (tmp_path / "own" / "clauses").mkdir(parents=True)
    done = run(*arguments, stdin="")
    assert (done.code, done.written) == (2, ())
    assert REFUSED[arguments] in done.said


# name: (what may not be done to it, arguments, what is said)
FORBIDDEN: dict[str, tuple[tuple[str, ...], str]] = {
    "read a file": (("generate", "closed.yaml", "-o", "x.md"), "closed.yaml cannot be read: you have no permission"),
    "check a file": (("check", "closed.yaml"), "closed.yaml cannot be read: you have no permission"),
    "enter a folder": (("summary", "closed/a.docx"), "closed/a.docx cannot be read: you have no permission"),
    "read a style": (("generate", "a.yaml", "-o", "x.docx", "--style", "closed.yaml"), "closed.yaml cannot be read: you have no permission"),
    "write into a folder": (("generate", "a.yaml", "-o", "kept/x.md"), "kept/x.md cannot be written: you have no permission"),
    "make a folder": (("generate", "a.yaml", "--out-dir", "kept/out"), "kept/out cannot be written: you have no permission"),
    "write what was read": (("extract", "a.docx", "-o", "kept"), "kept/a.docx.yaml cannot be written: you have no permission"),
    "start an agreement": (("new", "-t", "saas-customer", "-o", "kept/n.yaml", "--yes"), "kept/n.yaml cannot be written: you have no permission"),
    "start a library": (("library", "init", "kept/own"), "kept/own/clauses cannot be written: you have no permission"),
    "start a clause": (("clauses", "new", "foo", "--kind", "penalties", "-L", "kept"), "kept/clauses/foo cannot be written: you have no permission"),
}  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="the administrator may read and write everything")
@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_may_not_be_done_is_said(name: str, program: Callable, tmp_path: Path) -> None:
    arguments, words = FORBIDDEN[name]
    shutil.copy(tmp_path / "a.yaml", tmp_path / "closed.yaml")
    (tmp_path / "closed.yaml").chmod(0)
    for folder, mode in {"closed": 0, "kept": 0o555}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder).chmod(mode)
    try:
        done = program(*arguments, before=WITHOUT_RIGHTS if os.geteuid() == 0 else ())
    finally:
        for folder in ("closed", "kept"):
            (tmp_path / folder).chmod(0o755)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.yaml", "closed", "closed.yaml", "kept"]
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="the administrator may read and write everything")
def test_an_agreement_on_a_shared_drive_is_generated_without_its_lock_file(program: Callable, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    shutil.copy(tmp_path / "a.yaml", tmp_path / "kept" / "a.yaml")
    (tmp_path / "kept").chmod(0o555)
    try:
        done = program("generate", "kept/a.yaml", "-o", "x.md", before=WITHOUT_RIGHTS if os.geteuid() == 0 else ())
    finally:
        (tmp_path / "kept").chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert b"kept/a.lock.yaml cannot be written" in done.stderr
    assert (tmp_path / "x.md").exists()


def test_a_link_is_followed_and_stays_a_link(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "x.md").write_text("old")
    (tmp_path / "shared" / "x.md").chmod(0o640)
    (tmp_path / "x.md").symlink_to("shared/x.md")
    assert run("generate", "a.yaml", "-o", "x.md").written == ("a.lock.yaml", "shared/x.md")
    assert (tmp_path / "x.md").is_symlink()
    assert stat.S_IMODE((tmp_path / "shared" / "x.md").stat().st_mode) == 0o640


def test_a_new_file_may_be_read_as_the_user_has_said(run: Callable, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        run("generate", "a.yaml", "-o", "x.md")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o640


def test_devices_and_pipes_are_written_to_and_stay(run: Callable) -> None:
    assert run("extract", "a.docx", "-o", os.devnull).code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    done = run("extract", "a.docx", "-o", "-")
    assert done.out.startswith("title: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_named(run: Callable, program: Callable) -> None:
    done = run("extract", "a.docx", "-o", "/dev/full")
    assert (done.code, done.said) == (2, "error: /dev/full cannot be written: no space left on device.\n")
    for arguments in (("schema",), ("--help",), ("clauses", "list"), ("clauses", "nix")):
        with Path("/dev/full").open("wb") as full:
            streams = {"stderr": full} if arguments[-1] == "nix" else {"stdout": full}
            ended = program(*arguments, **{"capture_output": False, "stdout": -1, "stderr": -1, **streams})
        assert ended.returncode == 2
        assert b"Traceback" not in (ended.stderr or b"")
        assert b"Standard output cannot be written" in (ended.stderr or b"Standard output cannot be written")


def test_a_disk_that_fills_up_leaves_the_old_files_as_they_were(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.docx").write_text("old")
    rename = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "x.docx":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", full)
    done = run("generate", "a.yaml", "-o", "x.docx", "-o", "y.md")
    assert (done.code, done.written) == (2, ())
    assert "x.docx cannot be written: no space left on device." in done.said


def test_folders_that_were_made_for_nothing_are_removed(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("generate", "a.yaml", "--out-dir", "out/deep/er").code == 2
    assert run("library", "init", "lib").code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.yaml"]


@pytest.mark.parametrize("name", ["ümläut 契約.md", "two\nlines.md", "\x1b[31mred.md", f"{'x' * 251}.md", "-dash.md"])
def test_odd_names_are_written_and_shown_harmlessly(name: str, run: Callable) -> None:
    done = run("generate", "a.yaml", "-o", name)
    assert done.code == 0, done.said
    assert name in done.written
    assert "\x1b" not in done.said
    assert done.said.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_names_that_are_no_text_work(run: Callable, tmp_path: Path) -> None:
    name = os.fsdecode(b"x\xff")
    shutil.copy(tmp_path / "a.yaml", tmp_path / f"{name}.yaml")
    done = run("generate", f"{name}.yaml", "-o", f"{name}.md")
    assert (done.code, len(done.written)) == (0, 2), done.said
    assert "There is no file y\\xff.yaml" in run("check", os.fsdecode(b"y\xff.yaml")).said


def test_several_agreements_and_the_lock_files_of_the_last_time(run: Callable, tmp_path: Path, good: str) -> None:
    (tmp_path / "b.yaml").write_text(good.replace("Oakfield", "Fabrikam"))
    (tmp_path / "c.yaml").write_text("title: [\n")
    first = run("generate", "a.yaml", "b.yaml", "--out-dir", "out", "--format", "docx", "--format", "md")
    assert (first.code, first.written) == (0, ("a.lock.yaml", "b.lock.yaml", "out/a.docx", "out/a.md", "out/b.docx", "out/b.md"))
    again = run("generate", *sorted(path.name for path in tmp_path.glob("*.yaml")), "--out-dir", "new", "--format", "txt")
    assert (again.code, again.written) == (2, ("new/a.txt", "new/b.txt"))
    assert "c.yaml, line 2" in again.said
    assert "lock" not in again.said
