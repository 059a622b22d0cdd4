"""How sure the reading of an entry is: a logistic model over the signs by which it was found.

Its weights lie in `confidence.json` beside this module; `python training/confidence.py FOLDER` fits them on contracts that a person has
annotated (L2-regularised logistic regression; Hosmer, Lemeshow, Applied Logistic Regression, chapter 1), so that of the entries at 0.9
nine in ten are right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from sladocs.extract.entries import CreditEntry, LevelEntry

LEAST: Final = 0.3
"""An entry that is less likely than this is told as a finding, not listed as a promise."""
_DECIMALS: Final = 2


def confidence(kind: str, signs: Iterable[str]) -> float:
    """How likely an entry with these signs is right, between 0 and 1; `kind` is `level`, `credit` or `fact`."""
    weights = _weights()[kind]
    logit = weights["bias"] + sum(weights.get(sign, 0.0) for sign in set(signs) - {"bias"})
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), _DECIMALS)


def signs_of(entry: LevelEntry | CreditEntry, among: int) -> frozenset[str]:
    """The signs of an entry, those of its fields among them; `among` is how many entries of its list the document has."""
    if isinstance(entry, CreditEntry):
        credit = entry.credit
        own = {
            f"unit {credit.unit.split(':')[0]}",
            "banded" if credit.band_unit else "rate" if credit.per else "neither band nor rate",
            f"metric {credit.metric.value}",
        }
    else:
        level = entry.level
        own = {f"metric {level.metric.value}", f"unit {level.unit.split(':')[0]}"}
        own |= {name for name in ("priority", "attainment", "service", "window", "statistic") if getattr(level, name) is not None}
    return frozenset(
        entry.signs | own | {f"said {entry.confidence:.1f}", "few" if among < _FEW else "several" if among < _MANY else "many"}
    )


_FEW: Final = 3
_MANY: Final = 9


def fact_signs(path: str, said: float) -> frozenset[str]:
    """The signs of any other fact: which field it fills, and how sure its reader was."""
    field = "/".join(part for part in path.split("/") if not part.isdigit())
    return frozenset((f"field {field}", f"said {said:.1f}", f"{field} said {said:.1f}"))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    loaded: Mapping[str, Mapping[str, float]] = json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8"))
    return loaded
