"""YAML of the library, read safely: plain maps, lists and texts, with the line of each entry.

Every scalar stays text, since the models know what it should be; no tag is followed, and aliases cannot grow beyond a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sladocs.library.faults import LibraryError, fault
from sladocs.library.find import leads_out

MAX_BYTES: Final = 512_000
"""No clause or template is larger; a file that is, is no clause."""
MAX_NODES: Final = 20_000
"""Entries of one file after its aliases are followed."""
MAX_DEPTH: Final = 40
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no contract prints: a terminal obeys some, and Word files cannot hold them."""

Steps = tuple[str | int, ...]


@dataclass
class Tree:
    """What a YAML text says, and where: `lines` gives the line of the entry at each path of keys and indexes."""

    data: Any
    file: str = ""
    lines: dict[Steps, int] = field(default_factory=dict)

    def line(self, steps: Steps) -> int | None:
        """The line of the entry at the path, or of the nearest entry around it."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps)


def read_text(path: Path) -> str:
    """The text of a file. Raises LibraryError where it is missing, too large or not UTF-8."""
    if leads_out(path):
        message = "The file is a link that leads out of the library."
        raise LibraryError((fault("C01", message, file=str(path), remedy="Put the file itself into the library."),))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        finding = fault("C01", "The file is not UTF-8 text.", file=str(path), remedy="Save it as UTF-8.")
        raise LibraryError((finding,)) from None
    except OSError as error:
        raise LibraryError((fault("C01", f"The file cannot be read: {error.strerror}.", file=str(path)),)) from None
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES // 1000} kB, which no clause or template is."
        raise LibraryError((fault("C01", message, file=str(path)),))
    if odd := CONTROL.search(text):
        message = f"The file holds the control character U+{ord(odd[0]):04X}."
        line = text.count("\n", 0, odd.start()) + 1
        raise LibraryError((fault("C01", message, file=str(path), line=line, remedy="Take it out."),))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(text: str, file: str, first_line: int = 1) -> Tree:
    """The tree of a YAML text whose first line is line `first_line` of the file. Raises LibraryError."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise LibraryError((fault("C01", f"This is no YAML: {error.problem or error}.", file=file, line=line),)) from None
    except RecursionError:
        raise LibraryError((fault("C01", "This is no YAML that can be read: it nests too deeply.", file=file, line=first_line),)) from None
    except (YAMLError, ValueError) as error:
        raise LibraryError((fault("C01", f"This is no YAML: {error}.", file=file, line=first_line),)) from None
    tree = Tree(None, file)
    if root is not None:
        tree.data = _Reader(tree, first_line).plain(root, ())
    return tree


class _Reader:
    """Turns the nodes of one YAML text into plain data."""

    def __init__(self, tree: Tree, first_line: int) -> None:
        self._tree, self._first, self._count = tree, first_line, 0

    def plain(self, node: Node, steps: Steps) -> Any:
        line = node.start_mark.line + self._first
        self._tree.lines.setdefault(steps, line)
        self._count += 1
        if self._count > MAX_NODES or len(steps) > MAX_DEPTH:
            raise self._refused("C01", "The file grows beyond all measure when its aliases are followed.", line)
        if isinstance(node, ScalarNode):
            if odd := CONTROL.search(node.value):
                raise self._refused("C01", f"A text holds the control character U+{ord(odd[0]):04X}.", line)
            return None if node.style is None and node.value in ("", "~", "null") else node.value
        if isinstance(node, SequenceNode):
            return [self.plain(item, (*steps, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        return self._mapping(node, steps)

    def _mapping(self, node: MappingNode, steps: Steps) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + self._first
            if not isinstance(key, ScalarNode):
                raise self._refused("C01", "A key must be plain text.", line)
            if key.value in out:
                raise self._refused("C02", f"{key.value!r} stands twice.", line)
            self._tree.lines[*steps, key.value] = line
            out[key.value] = self.plain(value, (*steps, key.value))
        return out

    def _refused(self, code: str, message: str, line: int) -> LibraryError:
        return LibraryError((fault(code, message, file=self._tree.file, line=line),))
