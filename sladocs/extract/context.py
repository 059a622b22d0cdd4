"""What stands over a passage and holds for it: headings, lead-ins, captions, and what a section says once for all its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sladocs.extract.en.negatives import REMEDY, SECTION
from sladocs.extract.en.windows import find_window
from sladocs.extract.mentions import MetricMention, find_metrics, find_priorities, is_priority
from sladocs.model.metrics import Metric, Statistic, Window


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a figure from outside its own sentence or cell; `metrics` by falling nearness; `certain` is
    the one that a table names by its printed name.

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


_PROMISING: Final = re.compile(
    r"\b(?:service\s+levels?|slas?|slos?|kpis?|performance|availab\w+|uptime|response\s+times?|resolution|targets?|objectives?|support|commitments?|guarantees?|warrant\w+|incident\w*|maintenance|standards?|metrics?|quality)\b",
    re.IGNORECASE,
)
_BUSINESS: Final = re.compile(
    r"\b(?:during|in|within|measured\s+in|counted\s+in|calculated\s+(?:in|on))\s+(?:our\s+|the\s+|normal\s+|standard\s+|regular\s+)*(?:business|working|office|support|service)\s+(?:hours|time)\b|\b(?:business|working)\s+hours\s+only\b",
    re.IGNORECASE,
)


def _narrowed(context: Context, text: str) -> Context:
    metrics = tuple(dict.fromkeys(m.metric for m in _named(text)))
    priorities = tuple(p.label for p in find_priorities(text)) if len(text) < 120 or is_priority(text) else ()
    return replace(
        context,
        metrics=tuple(dict.fromkeys((*metrics, *context.metrics))),
        priorities=priorities or context.priorities,
        window=(find_window(text) if metrics else None) or context.window,
        business=context.business or bool(_BUSINESS.search(text)),
        promises=context.promises or bool(_PROMISING.search(text)),
        barred=bool(SECTION.search(text)) or (context.barred and not metrics),
        remedy=bool(REMEDY.search(text)) or context.remedy,
        about=f"{context.about} | {text}".strip(" |"),
    )


def _named(text: str) -> Sequence[MetricMention]:
    return [m for m in find_metrics(text) if not m.weak or len(text) < 60]


def context_of(headings: Sequence[str], *texts: str) -> Context:
    """The context under headings (outermost first), then lead-in sentences or captions."""
    return Context().under(*headings, *(text for text in texts if text))
