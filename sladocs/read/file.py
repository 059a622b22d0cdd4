"""One file into a Document."""

from __future__ import annotations

from pathlib import Path

from sladocs.model.document import Document
from sladocs.read.failure import ReadError
from sladocs.read.kinds import Kind, decode, is_zip, refuse_other_binaries, text_kind


def read(data: bytes, *, name: str = "") -> Document:
    """The Document that a file's bytes hold. The format is found by what they are; `name` (a file's name) is a hint and stands in messages.

    Raises ReadError.
    """
    what = name or "The input"
    refuse_other_binaries(data, what)
    if is_zip(data):
        from sladocs.read.docx import read_docx  # noqa: PLC0415  (text is read without lxml)

        return read_docx(data, what)
    text = decode(data, what)
    from sladocs.read.layout import read_layout  # noqa: PLC0415

    kind = text_kind(text, name)
    if kind is Kind.MARKDOWN and name.lower().endswith(".md") is False and (document := read_layout(text)):
        return document
    if kind is Kind.MARKDOWN:
        from sladocs.read.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(text)
    from sladocs.read.text import read_text  # noqa: PLC0415

    return read_text(text)


def read_file(path: str | Path, *, isolated: bool = False) -> Document:
    """The Document in a file. With `isolated`, what is not plain text is parsed by a process of its own with limits of memory and time.

    Raises ReadError, also where there is no such file, or no permission to read it.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path} does not exist: is the name right?") from None
    except IsADirectoryError:
        raise ReadError(f"{path} is a folder: name a file in it.") from None
    except PermissionError:
        raise ReadError(f"{path} may not be read by this user: give the permission to read it (chmod u+r).") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.") from None
    if isolated and is_zip(data):
        from sladocs.read.isolation import read_apart  # noqa: PLC0415

        return read_apart(data, name=str(path))
    return read(data, name=str(path))
