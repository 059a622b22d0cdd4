"""The few words that the drawings add to their data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SPOKEN: Final[Mapping[str, Mapping[str, str]]] = {
    "credit-steps": {
        "credit": "Service credit",
        "target": "Target",
        "uneven": "Steps drawn equally wide, not to scale",
        "belongs": "the figure belongs to the step",
        "beyond": "it does not",
    },
    "escalation-ladder": {
        "provider": "Provider",
        "customer": "Customer",
        "others": "Called",
        "axis": "Time",
        "uneven": "Not to scale",
        "mixed": "Business time and other time, not to scale",
        "untimed": "no time stated",
    },
    "pilot-timeline": {
        "pilot": "Pilot",
        "extension": "Longest extension",
        "commitment": "First commitment",
        "start": "Start",
        "undated": "No date stated",
    },
    "allowed-downtime": {
        "title": "Downtime allowed",
        "in": "in",
        "hours": "counted in",
    },
}
