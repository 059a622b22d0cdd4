"""Files in and out: read with limits, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from sladocs.model.finding import Place, Refused

LARGEST: Final = 200 * 1024 * 1024
"""The largest file that is read, in bytes."""
STANDARD_INPUT: Final = Path("-")
_WHY_NOT_READ: Final[Mapping[type[OSError], str]] = {
    PermissionError: "you have no permission to read it, or to enter its folder",
    NotADirectoryError: "what stands before its name is no folder",
}
_WHY_NOT_WRITTEN: Final[Mapping[type[OSError], str]] = {
    FileNotFoundError: "its folder does not exist; make it first",
    PermissionError: "you have no permission to write into its folder",
    NotADirectoryError: "what stands before its name is no folder",
    FileExistsError: "a file stands where its folder should be",
}


def name_of(path: Path) -> str:
    """A file's name for messages: "standard input" for `-`, and signs that a terminal obeys, or that are no characters, spelled out."""
    if path == STANDARD_INPUT:
        return "standard input"
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(ch if ch.isprintable() else ch.encode("unicode_escape").decode() for ch in text)


def stem_of(path: Path) -> str:
    """What a file that is made from this one is called, without its ending."""
    return "standard-input" if path == STANDARD_INPUT else path.stem


def refuse(path: Path, message: str, remedy: str | None = None) -> NoReturn:
    """Refuse a file for one reason; the message follows its name. Raises Refused."""
    name = name_of(path)
    raise Refused.because(f"{name} {message}", place=Place(file=name), remedy=remedy)


def refuse_ending(target: Path, endings: str) -> NoReturn:
    """Refuse a file to be written whose name does not say in what format. Raises Refused."""
    name = "The output -" if target == STANDARD_INPUT else name_of(target)
    raise Refused.because(f"{name} should end in {endings}, which says the format.", place=Place(file=name))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises Refused with one sentence where that cannot be."""
    try:
        with _opened(path) as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise Refused.because(f"There is no file {name_of(path)}; check the name.", place=Place(file=name_of(path))) from None
    except IsADirectoryError:
        refuse(path, "is a folder; name a file in it.")
    except OSError as error:
        refuse(path, f"cannot be read: {_reason(error, _WHY_NOT_READ)}.")
    if len(data) > LARGEST:
        refuse(path, f"is larger than {LARGEST // 1024 // 1024} MB; split it.")
    return data


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path != STANDARD_INPUT:
        with path.open("rb") as stream:
            yield stream
    elif sys.stdin is None:
        raise Refused.because("Standard input is closed; name a file, or give it something to read.")
    else:
        yield sys.stdin.buffer


def same_file(one: Path, other: Path) -> bool:
    """Whether two names mean one file, also through links, and also where there is no such file yet."""
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)


def keep_sources(targets: Sequence[Path], sources: Sequence[Path]) -> None:
    """See to it that nothing is written over what it is made from. Raises Refused."""
    for target in targets:
        for source in sources:
            if source != STANDARD_INPUT and same_file(target, source):
                refuse(target, "would be written over the file that it is made from; choose another name.")


def keep_apart(targets: Sequence[tuple[Path, Path]]) -> None:
    """See to it that no two sources are written to one file; `targets` are files to be written, each with its source. Raises Refused."""
    seen: dict[str, Path] = {}
    for target, source in targets:
        other = seen.setdefault(os.path.realpath(target), source)
        if other != source:
            refuse(target, f"would be written twice, from {name_of(other)} and from {name_of(source)}; give one of them another name.")


def write_all(files: Mapping[Path, bytes], *, folders: Sequence[Path] = ()) -> None:
    """Write all files or none: each to a temporary file beside its place, and only then all renamed.

    `folders` are made first where they are missing. A link is followed, a device or pipe is written to. Raises Refused where a folder is
    missing, or where something may not be written to; nothing is left behind then.
    """
    waiting: dict[Path, tuple[Path, Path]] = {}
    made: list[Path] = []
    done = False
    try:
        for folder in folders:
            _make(folder, made)
        streams = {path: data for path, data in files.items() if _is_stream(path)}
        for path, data in files.items():
            if path not in streams:
                waiting[path] = _write_beside(path, data)
        for path, (temporary, place) in waiting.items():
            with _refusing(path):
                temporary.replace(place)
        for path, data in streams.items():
            with _refusing(path), path.open("wb") as stream:
                stream.write(data)
        done = True
    finally:
        for temporary, _ in waiting.values():
            temporary.unlink(missing_ok=True)
        if not done:
            _unmake(made)


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; the new ones are added to `made`."""
    with _refusing(folder):
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir(exist_ok=True)
            made.append(path)
        if not folder.is_dir():
            refuse(folder, "is a file; name a folder.")


def _unmake(made: Sequence[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError):
            path.rmdir()


def _is_stream(path: Path) -> bool:
    """Whether a name means a device or pipe, which is written to and cannot be replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_beside(path: Path, data: bytes) -> tuple[Path, Path]:
    """Write to a temporary file in the folder of the file meant. Returns both."""
    temporary: Path | None = None
    with _refusing(path):
        try:
            place = Path(os.path.realpath(path))
            if place.is_symlink():
                refuse(path, "is a link that leads in a circle; choose another name.")
            mode = place.stat().st_mode if place.exists() else None
            if mode is not None and stat.S_ISDIR(mode):
                refuse(path, "is a folder; name a file to write.")
            if mode is not None and not mode & 0o222:
                refuse(path, "is protected against writing; choose another name, or make it writable.")
            handle, name = tempfile.mkstemp(prefix=".sladocs-", dir=place.parent)
            temporary = Path(name)
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        except BaseException:
            if temporary is not None:
                temporary.unlink(missing_ok=True)
            raise
    return temporary, place


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what the system says into one sentence on this file."""
    try:
        yield
    except OSError as error:
        refuse(path, f"cannot be written: {_reason(error, _WHY_NOT_WRITTEN)}.")


def _reason(error: OSError, known: Mapping[type[OSError], str]) -> str:
    words = next((text for kind, text in known.items() if isinstance(error, kind)), error.strerror or "the system refused")
    return words[:1].lower() + words[1:]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
