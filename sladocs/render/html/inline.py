"""Lines of inline text as HTML: emphasis, definitions, links to clauses and definitions, figures of the agreement."""

from __future__ import annotations

import html
import itertools
import re
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Line, Run
from sladocs.render.html.addresses import Addresses
from sladocs.render.plain import printable

_LONG: Final = re.compile(r"[^\s&;]{20,}")
_JOINT: Final = re.compile(r"[@/](?=\w)|(?<=\w)\.(?=\w)")


def escape(text: str) -> str:
    """Text that stands for itself, between tags or in an attribute: no sign of it is markup."""
    return html.escape(printable(text), quote=True)


def attributes(**given: str | int | None) -> str:
    """Attributes of a tag, each behind a blank; None leaves one out. `class_` is class, `aria_label` is aria-label."""
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in given.items() if value is not None)


@dataclass
class Inline:
    """Writes lines; remembers which definitions have their id already."""

    addresses: Addresses
    _defined: set[str] = field(default_factory=set)

    def line(self, content: Line, *, emphasis: bool = True) -> str:
        """The line's HTML; without `emphasis` nothing is bold, as in headings, which are bold throughout."""
        own = {run.defines for run in content if run.defines}
        made = ""
        for _, group in itertools.groupby(content, _marks):
            runs = list(group)
            made += self._run(runs[0], "".join(run.text for run in runs), emphasis=emphasis, own=own)
        return made

    def _run(self, run: Run, text: str, *, emphasis: bool, own: set[str]) -> str:
        made = _breakable(escape(_unbroken(text) if run.figure else text))
        if not made.strip():
            return made
        if run.figure:
            made = f"<span{attributes(class_='figure', data_figure=run.figure)}>{made}</span>"
        if run.defines:
            made = f"<dfn{attributes(id=self._definition(run.defines))}>{made}</dfn>"
        elif run.bold and emphasis:
            made = f"<strong>{made}</strong>"
        if run.refers in self.addresses.anchors:
            return f"<a{attributes(href='#' + self.addresses.anchors[run.refers or ''])}>{made}</a>"
        if run.term in self.addresses.terms and run.term not in own and not run.defines:
            return f"<a{attributes(class_='term', href='#' + self.addresses.terms[run.term or ''])}>{made}</a>"
        return made

    def _definition(self, term: str) -> str | None:
        """The id of a term's first definition; None for a later one."""
        if term in self._defined:
            return None
        self._defined.add(term)
        return self.addresses.terms.get(term)


def _marks(run: Run) -> tuple[object, ...]:
    return run.bold, run.defines, run.term, run.refers, run.figure


def _breakable(text: str) -> str:
    """Escaped text whose long words, such as addresses, may be broken where they are joined."""
    return _LONG.sub(lambda word: _JOINT.sub(r"\g<0><wbr>", word.group()), text)


def _unbroken(text: str) -> str:
    """A figure whose sign stays on its line."""
    return re.sub(r"(?<=\d) (?=%)", "\u00a0", text)
