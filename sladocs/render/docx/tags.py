"""The check of a style's tags, on Jinja's syntax tree and before anything is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from sladocs.render.docx.errors import StyleError

if TYPE_CHECKING:
    from jinja2 import Environment

FILTERS: Final = ("upper", "lower", "title", "capitalize", "trim", "default")
"""The filters that a style may use."""

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_MARKUP: Final = re.compile(r"<[^>]*>")


def check_tags(source: str, part: str, environment: Environment, names: frozenset[str], lists: frozenset[str]) -> None:
    """Refuse all but names, attributes, `if` on a name, `for` over a given list, and the listed filters.

    `source` is the part's XML in which each line but the first begins with a paragraph, so that a line number names a paragraph; `names`
    are the values that a tag may print, `lists` those that `for` may go through. Raises StyleError at the first fault.
    """
    lines = source.split("\n")
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise _fault(lines, error.lineno, part, None, f"the tag cannot be understood ({error.message})") from None
    for node, message, word in _faults(tree, names, lists, frozenset()):
        raise _fault(lines, node.lineno, part, word, message)


def _fault(lines: list[str], line: int, part: str, word: str | None, message: str) -> StyleError:
    """The error for a fault on a line; its tag is the one that holds `word`, else the first."""
    text = _MARKUP.sub("", lines[min(line, len(lines)) - 1]) if lines else ""
    tags = _TAG.findall(text)
    tag = next((t for t in tags if word and word in t), tags[0] if tags else text.strip()[:80])
    return StyleError(message, part=part, paragraph=max(line - 1, 0) or None, tag=tag)


def _faults(
    node: nodes.Node, names: frozenset[str], lists: frozenset[str], local: frozenset[str]
) -> Iterator[tuple[nodes.Node, str, str | None]]:
    """Each fault below a node: where, what is wrong, and the word to find its tag by. `local` are the names that loops give."""
    match node:
        case nodes.Template() | nodes.Output() | nodes.TemplateData() | nodes.Const():
            pass
        case nodes.If():
            if not isinstance(node.test, (nodes.Name, nodes.Getattr)):
                yield node, "an `if` may only ask for one name", "if"
                return
        case nodes.For(target=nodes.Name(name=loop)) if not node.recursive and node.test is None:
            if not isinstance(node.iter, nodes.Name) or node.iter.name not in lists:
                yield node, f"a `for` may only go through {_listed(lists)}", "for"
                return
            for child in (*node.body, *node.else_):
                yield from _faults(child, names, lists, local | {loop})
            return
        case nodes.Name(name=used):
            if used not in names and used not in local:
                yield node, f"no value is called {used}; there are {_listed(names)}", used
            return
        case nodes.Getattr(attr=attribute):
            if attribute.startswith("_") or not isinstance(node.node, nodes.Name):
                yield node, f"{attribute} is no attribute that a style may use", attribute
                return
        case nodes.Filter(name=used):
            if used not in FILTERS:
                yield node, f"no filter is called {used}; there are {_listed(frozenset(FILTERS))}", used
                return
            if node.kwargs or node.dyn_args or node.dyn_kwargs or not all(isinstance(a, nodes.Const) for a in node.args):
                yield node, f"the filter {used} takes plain text only", used
                return
        case _:
            yield node, "a tag may only print a name, or ask with `if` or `for`; calls and operators are not allowed", None
            return
    for child in node.iter_child_nodes():
        yield from _faults(child, names, lists, local)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
