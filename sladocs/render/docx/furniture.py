"""The furniture of a style (running heads, feet, letterhead), filled as docxtpl does; the words of the contract never pass through here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from sladocs.render.docx.errors import Fault, StyleError
from sladocs.render.docx.package import OFFICE, Package, parse
from sladocs.render.docx.tags import FILTERS, brace_faults, tag_faults

if TYPE_CHECKING:
    from jinja2 import Template

LISTS: Final = ("sections",)
"""What a style's `for` may go through: `sections`, the headings of level 1, each with `label` and `title`."""
KINDS: Final = ("header", "footer", "footnotes", "endnotes")
_TAGGED: Final = re.compile(r"\{(?:\s|<[^>]*>)*[{%#]")
"""Where a tag may begin, also one that Word has split."""


def furnish(package: Package, main: str, context: dict[str, Any]) -> None:
    """Fill the furniture. Raises StyleError for a tag that a style may not have, before anything is filled."""
    for fault in furniture_faults(package, main, frozenset(context)):
        if fault.severity == "error":
            raise StyleError.of(fault)
    for part in furniture_parts(package, main):
        source = _lined(package, part)
        if source:
            package.put(part, _filled(source, part, context))


def furniture_parts(package: Package, main: str) -> list[str]:
    """The parts that may hold tags: the text round the marks, heads, feet and notes."""
    return list(dict.fromkeys([main, *(part for kind in KINDS for part in package.related(main, f"{OFFICE}{kind}"))]))


def furniture_faults(package: Package, main: str, names: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with a style's tags, part by part."""
    for part in furniture_parts(package, main):
        braces = list(brace_faults(package.xml(part), part, names))
        yield from braces
        source = _lined(package, part)
        if source and not any(fault.severity == "error" for fault in braces):
            yield from _tag_faults(source, part, names)


@lru_cache(maxsize=64)
def _tag_faults(source: str, part: str, names: frozenset[str]) -> tuple[Fault, ...]:
    return tuple(tag_faults(source, part, _environment(), names, frozenset(LISTS)))


def _lined(package: Package, part: str) -> str:
    """A part's XML with its tags made whole, each paragraph on a line of its own; empty where it has no tag."""
    from lxml import etree

    source = etree.tostring(package.xml(part), encoding="unicode")
    return _whole(source) if _TAGGED.search(source) else ""


@lru_cache(maxsize=64)
def _whole(source: str) -> str:
    """XML whose tags stand each in one run, as Jinja needs them: docxtpl knows the ways in which Word splits them."""
    import docxtpl

    return re.sub(r"<w:p([ >])", r"\n<w:p\1", docxtpl.DocxTemplate("").patch_xml(source).replace("\n", " "))


def _filled(source: str, part: str, context: dict[str, Any]) -> bytes:
    """A part with its tags filled. docxtpl's own way would mend what its tags break, and turn `{_{` in a name into a tag."""
    from lxml.etree import XMLSyntaxError

    try:
        filled = re.sub(r"\n<w:p([ >])", r"<w:p\1", _template(source).render(context)).encode()
        parse(filled)
    except (TemplateError, XMLSyntaxError) as error:
        raise StyleError(f"its tags cannot be filled without breaking the document ({error})", part=part, code="S04") from None
    return filled


@lru_cache(maxsize=64)
def _template(source: str) -> Template:
    return _environment().from_string(source)


@cache
def _environment() -> SandboxedEnvironment:
    """Jinja with nothing but the listed filters: sandboxed, escaping, and strict about names."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals.clear()
    return environment
