"""The furniture of a style (running heads, feet, letterhead), filled by docxtpl; the words of the contract never pass through here."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from sladocs.render.docx.errors import StyleError
from sladocs.render.docx.markup import element, find, own_paragraph_text, paragraphs
from sladocs.render.docx.package import Package
from sladocs.render.docx.tags import FILTERS, check_tags

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

MARKS: Final = ("front", "body", "signatures")
"""The marks of a style: paragraphs that hold `{{ front }}`, `{{ body }}`, `{{ signatures }}` and nothing else."""
LISTS: Final = ("sections",)
"""What a style's `for` may go through: `sections`, the headings of level 1, each with `label` and `title`."""

_MARK: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_HOLD: Final = "_sladocs_"


def hold_marks(package: Package) -> None:
    """Replace the mark paragraphs by bookmarks, for which no tag and no text can be mistaken. Raises StyleError where one is missing."""
    main = package.main()
    root = package.xml(main)
    held: set[str] = set()
    for number, node in enumerate(paragraphs(root), start=1):
        text = own_paragraph_text(node).strip()
        for mark in {m for m in _MARK.findall(text) if m in MARKS}:
            if not _MARK.fullmatch(text) or mark in held:
                raise StyleError("the mark must stand once, alone in its paragraph", part=main, paragraph=number, tag=text)
            held.add(mark)
            section = find(node, "w:pPr/w:sectPr")
            node[:] = [
                *([element("w:pPr", None, section)] if section is not None else []),
                element("w:bookmarkStart", {"w:id": 0, "w:name": _HOLD + mark}),
                element("w:bookmarkEnd", {"w:id": 0}),
            ]
    for mark in MARKS:
        if mark not in held:
            raise StyleError(f"the mark {{{{ {mark} }}}} is missing: it must stand alone in a paragraph", part=main)
    package.put(main, root)


def release_mark(root: Element, mark: str) -> Element:
    """The paragraph that holds the place of a mark."""
    for start in root.iter("{*}bookmarkStart"):
        if any(text == _HOLD + mark for text in start.attrib.values()):
            parent = start.getparent()
            assert parent is not None
            return parent
    raise StyleError(f"the mark {{{{ {mark} }}}} must not stand inside a condition or loop")


def furnish(package: Package, context: dict[str, Any]) -> Package:
    """The package with its furniture filled. Raises StyleError for a tag that a style may not have, before anything is filled."""
    import docxtpl
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError, fromstring

    class Furniture(docxtpl.DocxTemplate):  # type: ignore[misc]
        """docxtpl without its own escapes and without tags in the properties."""

        checking = True

        def render_xml_part(self, source: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
            """Fill one part. The stock method also turns `{_{` in the values into `{{`: a name may contain that."""
            lined = re.sub(r"<w:p([ >])", r"\n<w:p\1", source.replace("\n", " "))
            if self.checking:
                check_tags(lined, str(part.partname).lstrip("/"), jinja_env, frozenset(context), frozenset(LISTS))
                return source
            try:
                filled: str = jinja_env.from_string(lined).render(context)
                fromstring(filled.encode())  # docxtpl itself mends what is broken, and loses words
            except (TemplateError, XMLSyntaxError) as error:
                message = f"its tags cannot be filled without breaking the document ({error})"
                raise StyleError(message, part=str(part.partname).lstrip("/")) from None
            return re.sub(r"\n<w:p([ >])", r"<w:p\1", filled)

        def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
            """Properties are written by `properties`, not filled."""

        def check(self, environment: SandboxedEnvironment) -> None:
            """Check each part that docxtpl would fill."""
            self.build_xml(context, environment)
            for kind in (self.HEADER_URI, self.FOOTER_URI):
                list(self.build_headers_footers_xml(context, kind, environment))
            self.checking = False

    environment = _environment()
    data = package.to_bytes()
    try:
        template = Furniture(io.BytesIO(data))
        template.init_docx()
    except (OpcError, KeyError, ValueError) as error:
        raise StyleError(f"it is not a Word document that can be opened ({error})") from None
    template.check(environment)
    template.render(context, jinja_env=environment, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return Package.from_bytes(out.getvalue())


def _environment() -> SandboxedEnvironment:
    """Jinja with nothing but the listed filters: sandboxed, escaping, and strict about names."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals.clear()
    return environment
