"""What stands over a passage and holds for it: headings, lead-ins, captions, and what a section says once for all its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sladocs.extract.en.negatives import PROMISING, REMEDY, SECTION
from sladocs.extract.en.priorities import RANKED
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_window
from sladocs.extract.mentions import MetricMention, find_metrics, find_priorities, is_priority
from sladocs.model.document import Document, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.model.metrics import Metric, Statistic, Window


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a figure from outside its own sentence or cell; `metrics` by falling nearness.

    `certain` is the metric that a table names by its printed name.

    `promises` tells that the place clearly holds promises (a target column, a section on levels); `barred` that its section holds none.
    """

    metrics: tuple[Metric, ...] = ()
    certain: Metric | None = None
    priorities: tuple[str, ...] = ()
    service: str | None = None
    window: Window | None = None
    statistic: Statistic | None = None
    business: bool = False
    promises: bool = False
    barred: bool = False
    remedy: bool = False
    about: str = ""

    def under(self, *texts: str) -> Context:
        """This context with further texts over the passage, outermost first."""
        context = self
        for text in texts:
            context = _narrowed(context, text)
        return context

    def titled(self, title: str) -> Context:
        """This context in a document of that title, whose words count less than all others."""
        metrics = tuple(m.metric for m in _named(title) if m.metric not in self.metrics and len(title) < _SHORT)
        return replace(self, metrics=(*self.metrics, *metrics), promises=self.promises or bool(_ON_LEVELS.search(title)))

    def of_class(self, text: str) -> Context:
        """This context limited to the class of incidents that a paragraph begins with."""
        return replace(self, priorities=_leading(text, short=False) or self.priorities)


_SHORT: Final = 120
_LONGEST: Final = 400
_PROMISING: Final = re.compile(
    r"\b(?:service\s+levels?|slas?|slos?|kpis?|outages?|notification|performance|availab\w+|uptime|response\s+times?|resolution"
    r"|targets?|objectives?|support"
    r"|commitments?|guarantees?|warrant\w+|incident\w*|promises|pledges?|charter|what\s+you\s+can\s+(?:count|rely|expect)|maintenance"
    r"|standards?|metrics?|quality)\b",
    re.IGNORECASE,
)
_ON_LEVELS: Final = re.compile(
    r"\b(?:service[\s-]+levels?|slas?|slos?|kpis?|uptime|availability|response\s+times?|support\s+(?:polic\w+|terms|schedule|plans?"
    r"|services?|levels?)"
    r"|service\s+(?:schedule|guarantees?|standards?|commitments?|targets?|charter)|performance\s+(?:requirements?|standards?"
    r"|measures?|work\s+statement))\b",
    re.IGNORECASE,
)
"""Titles of documents that hold service levels."""
_BUSINESS: Final = re.compile(
    r"\b(?:during|in|within|measured\s+in|counted\s+in|calculated\s+(?:in|on))\s+(?:our\s+|the\s+|normal\s+|standard\s+"
    r"|regular\s+)*(?:business|working|office|support|service)\s+(?:hours|time)\b|\b(?:business|working)\s+hours\s+only\b",
    re.IGNORECASE,
)


def _narrowed(context: Context, text: str) -> Context:
    """The context under one more text. Of a long text only the class that leads it holds, and its metrics where it opens a list."""
    text = text.strip()
    short, opens = len(text) < _SHORT, text.rstrip().endswith(":")
    metrics = tuple(dict.fromkeys(m.metric for m in _named(text))) if short or opens else ()
    return replace(
        context,
        metrics=tuple(dict.fromkeys((*metrics, *context.metrics))),
        priorities=_leading(text, short=short) or context.priorities,
        window=(find_window(text) if metrics else None) or context.window,
        business=context.business or bool(_BUSINESS.search(text)),
        promises=context.promises or bool(_PROMISING.search(text)) or bool(opens and metrics and PROMISING.search(text)),
        barred=bool(SECTION.search(text) if short else context.barred) or (context.barred and not metrics),
        remedy=bool(REMEDY.search(text)) or context.remedy,
        about=f"{context.about} | {text}".strip(" |"),
    )


def _leading(text: str, *, short: bool) -> tuple[str, ...]:
    """The class of incidents that a text stands for: the one that it begins with, else the only one of a short text."""
    found = find_priorities(text[:_LONGEST])
    if found and _LEADS.fullmatch(text, 0, found[0].start):
        return (found[0].label,)
    return (found[0].label,) if short and len(found) == 1 else ()


_LEADS: Final = re.compile(
    r"\W*(?:(?:for|in|on|of|to|all|any|each|an?|the|case|event|if|when|where|with|urgent|emergency|critical|high|normal|medium"
    r"|low)\W+)*",
    re.IGNORECASE,
)
"""What may stand before the class that leads a text: "In the case of a Priority 1 incident"."""


def _named(text: str) -> Sequence[MetricMention]:
    return [m for m in find_metrics(text) if not m.weak or len(text) < 60]


def lead_chains(document: Document) -> list[tuple[str, ...]]:
    """For each block the texts that lead to it, outermost first: the sentence that opens its list, and the items over a nested item."""
    chains: list[tuple[str, ...]] = []
    opening, klass, depth = "", ("", 0), 0
    items: dict[int, str] = {}
    for block in document.blocks:
        if isinstance(block, Heading | Figure) or (isinstance(block, Paragraph) and block.role in ("title", "subtitle")):
            depth = block.level if isinstance(block, Heading) else depth
            opening, items = "", {}
            klass = klass if depth > klass[1] else ("", 0)
            chains.append(())
            continue
        over = tuple(text for text in (klass[0], opening) if text)
        if isinstance(block, Table):
            chains.append(over)
            items = {}
            continue
        text = " ".join(words(block.content).split())
        level = block.level if isinstance(block, ListItem) else 0
        items = {n: lead for n, lead in items.items() if n < level}
        chains.append(tuple(lead for lead in (*over, *(items[n] for n in sorted(items))) if lead != text))
        if level:
            items[level] = text
        elif _OTHERS.match(text) and len(text) < _SHORT and not find_quantities(text):
            opening, klass = text, ("", 0)
        elif _is_class_line(text):
            opening, klass = "", (text, min(depth, klass[1]) if klass[0] else depth)
        elif text.endswith(":") or (len(text) < _SHORT and not _IS_ITEM.search(text) and not find_quantities(text)):
            opening = text[-_LONGEST:]
        else:
            opening = opening if len(text) <= _LONGEST else ""
            items[0] = text[-_LONGEST:]
    return chains


_OTHERS: Final = re.compile(r"\W*(?:all|any|every(?:thing|\s+other)?|the)?\s*(?:others?|else|rest|remaining|remainder)\b", re.IGNORECASE)
"""How a line begins that stands for all cases but those of the classes before it."""
_IS_ITEM: Final = re.compile(r"(?:[.;,]|;\s*(?:and|or))$")
"""How an item of a list ends, which is no lead-in of what follows."""


def _is_class_line(text: str) -> bool:
    """Whether a short line names a class of incidents and no figure: it holds for the lines below it."""
    return len(text) < _SHORT and not text.endswith(".") and (is_priority(text) or bool(RANKED.match(text))) and not find_quantities(text)


def context_of(headings: Sequence[str], *texts: str) -> Context:
    """The context under headings (outermost first), then lead-in sentences or captions."""
    return Context().under(*headings, *(text for text in texts if text))
