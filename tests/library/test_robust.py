"""Whatever a head says, reading it ends in a clause, a template or findings."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sladocs.library.collection import Library
from sladocs.library.heads import read_clause, read_template
from sladocs.model.clause import Clause
from sladocs.model.template import Template

HEAD: dict[str, Any] = {
    "title": "T", "kind": "term", "parameters": {"a": {"path": "title", "type": "text", "required": "true"}},
    "conditions": {"c": {"all": [{"has": "title"}, {"is": {"form": "schedule"}}, {"not": {"clause": "x"}}]}},
    "requires": ["x"], "excludes": [], "alternative_of": [], "defines": {"Term": "a [[Term]]"}, "sources": ["s"],
    "variants": {"balanced": {"trigger": "t", "states": {"title": "x"}}}, "guidance": {"drafter": "d"},
}  # fmt: skip
TYPE: dict[str, Any] = {
    "title": "T", "forms": ["standalone"], "front": ["x"], "sections": [{"heading": "H", "clauses": ["x"]}], "signatures": "x",
    "schedules": [{"name": "s", "heading": "H", "clauses": ["x"]}], "mandatory": ["x"], "conditional": {"x": {"has": "title"}},
    "schedule_form": {"omit": ["x"]}, "defaults": {"title": "x"}, "questions": [{"key": "k", "ask": "a"}],
}  # fmt: skip
JUNK = st.recursive(
    st.sampled_from([None, "", "x", "1.5", "[[", "{{ a }}"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "has", "is", "all", "balanced", "x y"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def spoilt(draw: st.DrawFn, sound: dict[str, Any]) -> dict[str, Any]:
    """A sound head in which one or two places hold anything."""
    data: dict[str, Any] = json.loads(json.dumps(sound))
    for _ in range(draw(st.integers(1, 2))):
        place: Any = data
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
                place = place[key]
                continue
            place[key] = draw(JUNK)
            break
    return data


@contextmanager
def written(name: str, text: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one" / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        yield path


@settings(max_examples=150, deadline=None)
@given(spoilt(HEAD))
def test_any_head_of_a_clause(head: dict[str, Any]) -> None:
    text = f"---\n{json.dumps(head)}\n---\n## balanced\n1. {{{{ a }}}} {{% if c %}}[[Term]].{{% endif %}}\n"
    with written("1.0.0.md", text) as path:
        clause, findings = read_clause(path)
    assert isinstance(clause, Clause) != bool(findings)
    if clause:
        assert clause.show()
        assert isinstance(Library(clauses=[clause]).lint(), list)


@settings(max_examples=150, deadline=None)
@given(spoilt(TYPE))
def test_any_template(head: dict[str, Any]) -> None:
    with written("template.yaml", json.dumps(head)) as path:
        template, findings = read_template(path)
    assert isinstance(template, Template) != bool(findings)
    if template:
        assert isinstance(Library(templates=[template]).lint(), list)
