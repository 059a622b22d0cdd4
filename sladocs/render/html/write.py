"""A document as one HTML file: nothing is fetched, nothing is run."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, Final

from sladocs.model.document import Block, Document, Heading, words
from sladocs.render.html.addresses import CONTENTS_LEVEL, Addresses
from sladocs.render.html.blocks import Blocks
from sladocs.render.html.inline import Inline, attributes, escape
from sladocs.render.html.style import css
from sladocs.render.html.tables import Tables
from sladocs.render.look import PLAIN, Look
from sladocs.render.values import values

FEWEST: Final = 4
"""A document with fewer headings than this has no contents list."""
GENERATOR: Final = "sladocs"
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(document: Document, *, look: Look = PLAIN, draft: bool = False) -> str:
    """The document as an HTML page in a look. `draft` says DRAFT on it. The same document gives the same text."""
    found = values(document, draft=draft)
    addresses = Addresses(document.blocks)
    inline = Inline(addresses)
    blocks = Blocks(addresses, inline, Tables(inline, look), look)
    front = blocks.write(document.front, 0, "front")
    body = blocks.write(document.body, len(document.front), "body")
    signatures = blocks.write(document.signatures, len(document.front) + len(document.body), "signatures")
    title = found["title"] or "Agreement"
    parts = [
        f'<main id="agreement"{attributes(aria_label=None if blocks.titled else title)}>',
        f'<header class="front">\n{front}\n</header>' if front else "",
        body,
        f'<section class="signing">\n{signatures}\n</section>' if signatures else "",
        "</main>",
    ]
    return "\n".join(
        part
        for part in (
            f"<!DOCTYPE html>\n<html{attributes(lang=document.language)}>\n<head>\n{_head(document, look, found, title)}\n</head>",
            f"<body{attributes(class_='draft' if found['draft'] else None)}>",
            '<a class="skip" href="#agreement">Skip to the agreement</a>',
            '<p class="watermark" aria-hidden="true">DRAFT</p>' if found["draft"] else "",
            _banner(look, found),
            _contents(document.blocks, addresses),
            *parts,
            _foot(found),
            "</body>\n</html>\n",
        )
        if part
    )


def _head(document: Document, look: Look, found: dict[str, Any], title: str) -> str:
    described = found["subject"] or f"{title}{', version ' + found['version'] if found['version'] else ''}"
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "generator": document.meta.get("generator") or GENERATOR,
        "description": described,
        "color-scheme": "light dark",
        "version": found["version"],
        "status": found["status"],
    }
    metas = "\n".join(f"<meta{attributes(name=name, content=content)}>" for name, content in named.items() if content)
    policy = f"<meta{attributes(http_equiv='Content-Security-Policy', content=_POLICY)}>"
    return f'<meta charset="utf-8">\n{policy}\n<title>{escape(title)}</title>\n{metas}\n<style>\n{css(look, found)}</style>'


def _banner(look: Look, found: dict[str, Any]) -> str:
    """What stands above the page: the logo, and that it is a draft."""
    logo = ""
    if look.logo:
        kind = "png" if look.logo.startswith(b"\x89PNG") else "jpeg"
        data = base64.b64encode(look.logo).decode()
        logo = f'<img class="logo" src="data:image/{kind};base64,{data}"{attributes(alt=found["organisation"])}>'
    draft = '<p class="status">DRAFT: not agreed and not for signature</p>' if found["draft"] else ""
    return f'<header class="banner">\n{logo}{draft}\n</header>' if logo or draft else ""


def _contents(blocks: Sequence[Block], addresses: Addresses) -> str:
    """The list of headings, linked; empty where there are too few."""
    listed = [
        (index, block)
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level <= CONTENTS_LEVEL and words(block.content).strip() and index in addresses.ids
    ]
    if len(listed) < FEWEST:
        return ""
    made, depth = "", 0
    for index, block in listed:
        level = min(block.level, depth + 1)
        made += "".join("<ol>\n" for _ in range(level - depth)) if level > depth else ""
        made += "</li>\n</ol>" * (depth - level) + ("</li>\n" if level <= depth else "")
        label = f'<span class="label">{escape(block.label).strip()} </span>' if block.label.strip() else ""
        made += f"<li><a{attributes(href='#' + addresses.ids[index])}>{label}{escape(words(block.content)).strip()}</a>"
        depth = level
    made += "</li>\n</ol>" * depth
    return f'<nav class="contents" aria-label="Contents">\n<details>\n<summary>Contents</summary>\n{made}\n</details>\n</nav>'


def _foot(found: dict[str, Any]) -> str:
    version = f"Version {found['version']}" if found["version"] else ""
    said = [text for text in (found["title"], version, found["confidentiality"], found["document_id"], found["status"]) if text]
    return f'<footer class="foot">\n<p>{escape(" · ".join(said))}</p>\n</footer>'
