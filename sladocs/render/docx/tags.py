"""The check of a style's tags, on Jinja's syntax tree and before anything is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from sladocs.render.docx.errors import Fault, opening_of
from sladocs.render.docx.marks import MARKS
from sladocs.render.docx.markup import own_paragraph_text, paragraphs

if TYPE_CHECKING:
    from jinja2 import Environment

    from sladocs.render.docx.markup import Element

FILTERS: Final = ("upper", "lower", "title", "capitalize", "trim", "default")
"""The filters that a style may use."""

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_MARKUP: Final = re.compile(r"<[^>]*>")
_OPENED: Final = re.compile(r"\{[{%#]|[}%#]\}")
_SINGLE: Final = re.compile(r"(?<!\{)\{\s*(\w+)\s*\}(?!\})")
_BLOCK: Final = re.compile(r"\{%\w*[-+]?\s*(if|for|endif|endfor)\b")


def brace_faults(root: Element, part: str, names: frozenset[str]) -> Iterator[Fault]:
    """The tags that are not closed, or not opened, in their paragraph, and names in single braces."""
    for number, node in enumerate(paragraphs(root), start=1):
        text = own_paragraph_text(node)
        if "{" not in text and "}" not in text:
            continue
        rest = _TAG.sub("", text)
        found = _OPENED.search(rest)
        if found:
            start = text.find(found[0]) if found[0].endswith("}") else text.rfind(found[0])
            tag = (text[: start + 2] if found[0].endswith("}") else text[start:]).strip()[-40:]
            closing = {"{{": "}}", "{%": "%}", "{#": "#}"}
            ends = {end: begin for begin, end in closing.items()}
            other = closing.get(found[0]) or ends[found[0]]
            message = f"the tag cannot be understood: {found[0]} stands in this paragraph without {other}"
            yield Fault("S04", message, part=part, paragraph=number, opening=opening_of(text), tag=tag)
        for single in _SINGLE.finditer(rest):
            if single[1] in names or single[1] in MARKS:
                message, remedy = f"{single[0]} is printed as it stands", f"A tag has two braces: {{{{ {single[1]} }}}}."
                yield Fault("S04", message, "warning", part, number, opening_of(text), single[0], remedy)


def tag_faults(source: str, part: str, environment: Environment, names: frozenset[str], lists: frozenset[str]) -> Iterator[Fault]:
    """All but names, attributes, `if` on a name, `for` over a given list, and the listed filters.

    `source` is the part's XML in which each line but the first begins with a paragraph, so that a line number names a paragraph; `names`
    are the values that a tag may print, `lists` those that `for` may go through.
    """
    lines = source.split("\n")
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        number, word = _unclosed(lines) or (error.lineno, None)
        yield _fault(lines, number, part, word, ("S04", f"the tag cannot be understood ({error.message})"))
        return
    for node, code, message, word in _faults(tree, names, lists, frozenset()):
        yield _fault(lines, node.lineno, part, word, (code, message))


def _unclosed(lines: list[str]) -> tuple[int, str] | None:
    """The line of the innermost `if` or `for` that nothing ends."""
    open_: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        for found in _BLOCK.finditer(line):
            if not found[1].startswith("end"):
                open_.append((number, found[1]))
            elif open_:
                open_.pop()
    return open_[-1] if open_ else None


def _fault(lines: list[str], line: int, part: str, word: str | None, what: tuple[str, str]) -> Fault:
    """The fault on a line, `what` its code and message; its tag is the one that holds `word`, else the first."""
    text = _MARKUP.sub("", lines[min(line, len(lines)) - 1]) if lines else ""
    tags = _TAG.findall(text)
    tag = next((t for t in tags if word and word in t), tags[0] if tags else text.strip()[:80])
    return Fault(*what, part=part, paragraph=max(line - 1, 0) or None, opening=opening_of(text), tag=tag)


_Found = tuple[nodes.Node, str, str, str | None]


def _faults(node: nodes.Node, names: frozenset[str], lists: frozenset[str], local: frozenset[str]) -> Iterator[_Found]:
    """Each fault below a node: where, its code, what is wrong, and the word to find its tag by. `local` are the names that loops give."""
    match node:
        case nodes.Template() | nodes.Output() | nodes.TemplateData() | nodes.Const():
            pass
        case nodes.If():
            if not isinstance(node.test, (nodes.Name, nodes.Getattr)):
                yield node, "S06", "an `if` may only ask for one name", "if"
                return
        case nodes.For(target=nodes.Name(name=loop)) if not node.recursive and node.test is None:
            if not isinstance(node.iter, nodes.Name) or node.iter.name not in lists:
                yield node, "S06", f"a `for` may only go through {_listed(lists)}", "for"
                return
            for child in (*node.body, *node.else_):
                yield from _faults(child, names, lists, local | {loop})
            return
        case nodes.Name(name=used):
            if used in MARKS:
                yield node, "S03", f"the mark {{{{ {used} }}}} belongs into the text, alone in a paragraph", used
            elif used not in names and used not in local:
                yield node, "S05", f"no value is called {used}; there are {_listed(names)}", used
            return
        case nodes.Getattr(attr=attribute):
            if attribute.startswith("_") or not isinstance(node.node, nodes.Name):
                yield node, "S05", f"{attribute} is no attribute that a style may use", attribute
                return
        case nodes.Filter(name=used):
            if used not in FILTERS:
                yield node, "S05", f"no filter is called {used}; there are {_listed(frozenset(FILTERS))}", used
                return
            if node.kwargs or node.dyn_args or node.dyn_kwargs or not all(isinstance(a, nodes.Const) for a in node.args):
                yield node, "S06", f"the filter {used} takes plain text only", used
                return
        case _:
            yield node, "S06", "a tag may only print a name, or ask with `if` or `for`; calls and operators are not allowed", None
            return
    for child in node.iter_child_nodes():
        yield from _faults(child, names, lists, local)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
