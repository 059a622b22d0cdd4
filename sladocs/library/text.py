"""The grammar of clause texts: a body becomes blocks and inline nodes, once; it is filled later, so no user's string is ever parsed.

body    = variant*                    variant = "## name" block*
block   = item | paragraph | "[[table:name]]" | "[[figure:name]]" | "[[definitions]]" | "{% if name %}" block* "{% endif %}"
          (marks alone on a line)
item    = "1." at the margin (a numbered paragraph), or indented by 3, 6, 9 blanks: (a), (i), (A)
inline  = words | "**" inline "**" | "{{ name | filter }}" | "[[Term]]" | "[[shown|Term]]" | "[[clause:id]]" | "[[schedule:name]]"
        | "{% if name %}" inline "{% endif %}"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sladocs.library.faults import fault
from sladocs.model.clause import (
    Bold,
    DefinitionsMark,
    FigureMark,
    Fill,
    Inline,
    Passage,
    Plain,
    Refer,
    TableMark,
    TextBlock,
    Use,
    When,
    WhenBlocks,
)
from sladocs.model.finding import Finding

DEEPEST = 20
"""The most conditions and marks that may stand in one another."""
_VARIANT = re.compile(r"^##\s+([a-z][a-z0-9-]*)\s*$")
_ITEM = re.compile(r"^( *)\d+\.\s+(.*)$")
_TABLE = re.compile(r"^\s*\[\[table:([a-z-]+)\]\]\s*$")
_FIGURE = re.compile(r"^\s*\[\[figure:([a-z-]+)\]\]\s*$")
_DEFINITIONS = re.compile(r"^\s*\[\[definitions\]\]\s*$")
_IF = re.compile(r"^\s*\{%\s*if\s+([a-z][a-z0-9_]*)\s*%\}\s*$")
_ENDIF = re.compile(r"^\s*\{%\s*endif\s*%\}\s*$")
_TOKEN = re.compile(r"\*\*|\{\{.*?\}\}|\{%.*?%\}|\[\[.*?\]\]|\{\{|\}\}|\{%|%\}|\[\[|\]\]")
_FILL = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|\s*([a-z]+)\s*)?\}\}")
_INLINE_IF = re.compile(r"\{%\s*if\s+([a-z][a-z0-9_]*)\s*%\}")
_INLINE_ENDIF = re.compile(r"\{%\s*endif\s*%\}")
_REFER = re.compile(r"(clause|schedule):([a-z0-9][a-z0-9-]*)")
_BOLD = "**"
_TERM = re.compile(r"[^\[\]|:{}*]+")


class GrammarError(ValueError):
    """A text breaks the grammar; the message says how, `offset` where in the paragraph."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True)
class VariantText:
    """One variant as it stands in the file."""

    name: str
    line: int
    source: str
    blocks: tuple[TextBlock, ...]


def parse_body(text: str, file: str = "", first_line: int = 1) -> tuple[list[VariantText], list[Finding]]:
    """The variants of a body whose first line is line `first_line` of the file, and all breaches of the grammar at once."""
    lines = [(number, row.rstrip()) for number, row in enumerate(text.split("\n"), first_line)]
    heads = [i for i, (_, row) in enumerate(lines) if row.startswith("#")]
    findings = [
        fault(
            "C03",
            f"A text stands before its variant is named: {row!r}.",
            file=file,
            line=number,
            remedy="Write ## balanced above the first text.",
        )
        for number, row in lines[: heads[0] if heads else None]
        if row
    ][:1]
    variants: list[VariantText] = []
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=False):
        number, row = lines[start]
        name = _VARIANT.match(row)
        if not name:
            findings.append(
                fault("C03", f"{row!r} names no variant.", file=file, line=number, remedy="Write ## and one word, as in ## balanced.")
            )
            continue
        if name[1] in {variant.name for variant in variants}:
            findings.append(fault("C03", f"The variant {name[1]} stands twice.", file=file, line=number))
        parser = _Blocks(lines[start + 1 : end], file)
        blocks = parser.parse()
        findings += parser.findings
        variants.append(VariantText(name[1], number, "\n".join(row for _, row in lines[start + 1 : end]).strip(), blocks))
    return variants, findings


class _Blocks:
    """Parses the lines of one variant into blocks."""

    def __init__(self, lines: list[tuple[int, str]], file: str) -> None:
        self._lines, self._file = lines, file
        self._at = 0
        self._level: int | None = None
        self._depth = 0
        self.findings: list[Finding] = []

    def parse(self) -> tuple[TextBlock, ...]:
        blocks = tuple(self._until_endif())
        while self._at < len(self._lines):
            self._complain("{% endif %} stands without an {% if %}.", self._lines[self._at][0])
            self._at += 1
            blocks += tuple(self._until_endif())
        return blocks

    def _until_endif(self) -> Iterator[TextBlock]:
        while self._at < len(self._lines):
            number, row = self._lines[self._at]
            if _ENDIF.match(row):
                return
            self._at += 1
            if not row:
                continue
            if table := _TABLE.match(row):
                yield TableMark(name=table[1], line=number)
            elif figure := _FIGURE.match(row):
                yield FigureMark(name=figure[1], line=number)
            elif _DEFINITIONS.match(row):
                yield DefinitionsMark(line=number)
            elif opened := _IF.match(row):
                if self._depth >= DEEPEST:
                    self._complain(f"Conditions stand in one another deeper than {DEEPEST} levels.", number)
                    self._at = len(self._lines)
                    return
                self._depth += 1
                blocks = tuple(self._until_endif())
                self._depth -= 1
                if self._at >= len(self._lines):
                    self._complain("{% if %} is never closed.", number, "Write {% endif %} on a line of its own.")
                self._at += 1
                yield WhenBlocks(condition=opened[1], blocks=blocks, line=number)
            else:
                yield from self._passage(number, row)

    def _passage(self, number: int, row: str) -> Iterator[TextBlock]:
        """One paragraph or item, with the lines that continue it."""
        item = _ITEM.match(row)
        level = self._item_level(item[1], number) if item else None
        if item:
            self._level = level
        parts = [(number, (item[2] if item else row).strip())]
        while self._at < len(self._lines) and self._continues(self._lines[self._at][1]):
            follows, more = self._lines[self._at]
            parts.append((follows, more.strip()))
            self._at += 1
        text = " ".join(part for _, part in parts)
        try:
            yield Passage(level=level, content=parse_inline(text, definition=level is None), line=number)
        except GrammarError as error:
            self._complain(f"{error}", _line_at(parts, error.offset))

    def _continues(self, row: str) -> bool:
        return bool(row) and not any(mark.match(row) for mark in (_ITEM, _TABLE, _FIGURE, _DEFINITIONS, _IF, _ENDIF))

    def _item_level(self, indent: str, number: int) -> int:
        level, rest = divmod(len(indent), 3)
        deepest = 0 if self._level is None else self._level + 1
        if rest or level > 3:
            self._complain("An item is indented by 0, 3, 6 or 9 blanks.", number, "Indent (a) by 3 blanks, (i) by 6, (A) by 9.")
        elif level > deepest:
            self._complain(
                "An item is deeper than its parent by more than one level.", number, "Indent it by 3 blanks more than its parent."
            )
        return min(level, 3)

    def _complain(self, message: str, line: int, remedy: str | None = None) -> None:
        self.findings.append(fault("C03", message, file=self._file, line=line, remedy=remedy))


def _line_at(parts: list[tuple[int, str]], offset: int) -> int:
    """The line of the character at `offset` of lines joined by a blank."""
    for number, part in parts:
        if offset <= len(part):
            return number
        offset -= len(part) + 1
    return parts[-1][0]


def parse_inline(text: str, *, definition: bool = False) -> tuple[Inline, ...]:
    """Inline nodes of one paragraph; with `definition`, bold words at its start define a term. Raises GrammarError."""
    nodes = _Inline(text).parse()
    return _marked(nodes, definition=definition)


class _Inline:
    """A recursive parser over the tokens of one paragraph."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def parse(self) -> tuple[Inline, ...]:
        return tuple(self._nodes(None, 0))

    def _nodes(self, stop: str | None, opened: int) -> Iterator[Inline]:
        """Nodes up to the token that closes `stop` ("**" or "if"), or to the end."""
        if self._depth > DEEPEST:
            raise GrammarError(f"Marks stand in one another deeper than {DEEPEST} levels.", opened)
        self._depth += 1
        while self._at < len(self._tokens):
            offset, token = self._tokens[self._at]
            self._at += 1
            if stop == token == _BOLD or (stop == "if" and _INLINE_ENDIF.fullmatch(token)):
                self._depth -= 1
                return
            yield self._node(offset, token)
        if stop:
            raise GrammarError(
                "Bold words are never closed by **." if stop == _BOLD else "{% if %} is never closed by {% endif %}.", opened
            )

    def _node(self, offset: int, token: str) -> Inline:
        if token == _BOLD:
            content = tuple(self._nodes(_BOLD, offset))
            if not content:
                raise GrammarError("Bold marks stand round nothing.", offset)
            return Bold(content=content)
        if token.startswith("{{"):
            return _fill(token, offset)
        if token.startswith("[["):
            return _link(token, offset)
        if token.startswith("{%"):
            if opened := _INLINE_IF.fullmatch(token):
                return When(condition=opened[1], content=tuple(self._nodes("if", offset)))
            raise GrammarError(_no_tag(token), offset)
        if token in ("}}", "]]", "%}"):
            raise GrammarError(f"{token} closes nothing.", offset)
        return Plain(text=_curly(token, self._before(token)))

    def _before(self, token: str) -> str:
        """The last character before this token, which says whether a quotation mark opens."""
        previous = self._tokens[self._at - 2][1] if self._at >= 2 else ""
        if previous == _BOLD:  # it opens or closes bold words: a mark before a word opens
            return "" if token[1:2].isalnum() else previous
        return "" if _INLINE_IF.fullmatch(previous) else previous[-1:]


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for mark in _TOKEN.finditer(text):
        if mark.start() > at:
            yield at, text[at : mark.start()]
        yield mark.start(), mark[0]
        at = mark.end()
    if at < len(text):
        yield at, text[at:]


def _no_tag(token: str) -> str:
    if _INLINE_ENDIF.fullmatch(token):
        return "{% endif %} stands without an {% if %}."
    return f"{token} is no mark of a clause text: there is {{% if name %}}, with a condition of the head, and {{% endif %}}."


def _fill(token: str, offset: int) -> Fill:
    match = _FILL.fullmatch(token)
    if not match:
        raise GrammarError(f"{token} prints nothing: write {{{{ parameter | filter }}}}.", offset)
    return Fill(parameter=match[1], filter=match[2] or "text")


def _link(token: str, offset: int) -> Inline:
    inner = token.removeprefix("[[").removesuffix("]]").strip()
    if refer := _REFER.fullmatch(inner):
        return Refer(to="clause" if refer[1] == "clause" else "schedule", name=refer[2])
    shown, bar, term = inner.partition("|")
    words = [part.strip() for part in ((shown, term) if bar else (shown,))]
    if inner.startswith(("table:", "figure:")) or inner == "definitions":
        raise GrammarError(f"{token} must stand alone on a line.", offset)
    if not all(_TERM.fullmatch(part) for part in words):
        raise GrammarError(
            f"{token} is no term and no reference: write [[Term]], [[shown words|Term]], [[clause:id]] or [[schedule:name]].", offset
        )
    return Use(term=words[-1], shown=_curly(words[0], ""))


def _curly(text: str, before: str) -> str:
    """Straight quotation marks and apostrophes as print has them; `before` is the character in front of the text."""
    out = ""
    for ch in text:
        previous = out[-1:] or before
        opens = not previous or previous in " (\u201c["
        out += {'"': "\u201c" if opens else "\u201d", "'": "\u2018" if opens else "\u2019"}.get(ch, ch)
    return out


def _marked(nodes: tuple[Inline, ...], *, definition: bool) -> tuple[Inline, ...]:
    """The same nodes, with the bold words marked that define a term: those between quotation marks, or at the start of a definition."""
    out = list(nodes)
    for i, node in enumerate(nodes):
        if isinstance(node, Bold) and len(node.content) == 1 and isinstance(word := node.content[0], Plain):
            before, after = (nodes[i - 1] if i else None), (nodes[i + 1] if i + 1 < len(nodes) else None)
            quoted = (
                isinstance(before, Plain)
                and before.text.endswith("\u201c")
                and isinstance(after, Plain)
                and after.text[:1] in ("\u201d", '"')
            )
            if quoted or (definition and i == 0):
                out[i] = node.model_copy(update={"defines": word.text.strip("\u201c\u201d ")})
    return tuple(out)
