"""The page on the checks, made from the docstrings of the rules: `python -m sladocs.check.documentation > docs/checks.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from sladocs.check.rule import Rule
from sladocs.check.rules import RULES

_HEAD = """\
# Checks

What `sladocs check` looks for, and `generate` before it writes. An error stops `generate` (`--draft` writes all the same),
a warning asks for a look, a note only tells. This page is made from the docstrings of the rules; do not edit it:

    python -m sladocs.check.documentation > docs/checks.md
"""


def page() -> str:
    """The whole page as Markdown."""
    index = ["| code | finds |", "| --- | --- |", *(f"| [{rule.code}](#{rule.code.lower()}) | {_first(rule)} |" for rule in RULES)]
    return "\n".join([_HEAD, *index, "", *(_section(rule) for rule in RULES)])


def _section(rule: Rule) -> str:
    return "\n".join([f"## {rule.code}", "", *_body(rule.text), ""])


def _first(rule: Rule) -> str:
    """The first sentence of a rule's docstring."""
    return rule.text.partition("\n\n")[0].replace("\n", " ")


def _body(text: str) -> Iterator[str]:
    """The docstring as Markdown: its lead words in bold, its examples as YAML."""
    inside = False
    for line in text.splitlines():
        example = line.startswith("    ")
        if inside and not example:
            yield "```"
            if line:
                yield ""
        if example and not inside:
            yield "```yaml"
        inside = example
        yield line[4:] if example else re.sub(r"^(Formula|Severity|Remedy|Source|Fires|Does not fire):", r"**\1:**", line)
    if inside:
        yield "```"


def examples(rule: Rule) -> dict[str, str]:
    """The two examples of a rule as YAML: under "Fires" and under "Does not fire"."""
    found = re.findall(r"^(Fires|Does not fire):\n((?:    .*\n?|\n(?=    ))+)", rule.text, re.MULTILINE)
    return {name: "\n".join(line[4:] for line in body.splitlines()) for name, body in found}


if __name__ == "__main__":
    sys.stdout.write(page())
