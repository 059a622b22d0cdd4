"""Whatever a file holds, loading ends with an agreement or with errors that name the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sladocs.codec import json_form, tree, yaml_form
from sladocs.codec.problems import CodecError
from sladocs.codec.short_form import READERS
from sladocs.model.finding import Finding

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")
LEDGER_JSON = json_form.dump(yaml_form.load(LEDGER).agreement)
SIGNS = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "-",
    "#",
    "'",
    '"',
    "\\",
    "\n",
    "\t",
    " ",
    "&a",
    "*a",
    "null",
    "true",
    "99",
    "%",
    "\x00",
    "é",
    "\ud83d",
    "1e9",
]

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.text(max_size=8),
    st.sampled_from(["99 %", "4 hours", ">= 5", "24x7", "Mon-Fri 08:00-18:00", "month", "availability", "P3Y", "provider", "10 % of monthly fee"]),
)  # fmt: skip
KEYS = st.one_of(
    st.sampled_from(
        [*READERS, *json_form.KNOWN, "metric", "target", "within", "credit", "below", "name", "label", "value", "unit", "quote", "source"]
    ),
    st.text(max_size=5),
)
PLAIN: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=15
)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 6))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + cut :]
    return text


def told(load: Callable[[], object]) -> tuple[Finding, ...] | None:
    """The errors, or None where it loads. Any other exception fails the test."""
    try:
        load()
    except CodecError as error:
        return error.findings
    return None


def loads_or_explains(text: str) -> None:
    for load in (yaml_form.load, json_form.load):
        findings = told(partial(load, text, "a.yaml"))
        assert findings is None or findings
        assert all(finding.place.file == "a.yaml" and len(finding.message) < 3000 for finding in findings or ())


@settings(max_examples=60, deadline=None)
@given(mutated(LEDGER))
def test_a_damaged_yaml(text: str) -> None:
    loads_or_explains(text)


@settings(max_examples=60, deadline=None)
@given(mutated(LEDGER_JSON))
def test_a_damaged_json(text: str) -> None:
    loads_or_explains(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, PLAIN, max_size=4))
def test_values_of_a_wrong_kind(fields: dict[str, Any]) -> None:
    for findings in (
        told(lambda: yaml_form.load_node(tree.from_plain(fields, "a.yaml"))),
        told(lambda: json_form.load_plain(fields, "a.yaml")),
    ):
        assert findings is None or findings
