"""The page on the checks is the one that the docstrings make."""

from pathlib import Path

import pytest

from sladocs.check import RULES, check
from sladocs.check.documentation import examples, page
from sladocs.check.rule import Rule
from sladocs.codec import yaml_form


def test_the_page_is_up_to_date() -> None:
    written = Path(__file__).parents[2] / "docs" / "checks.md"
    assert written.read_text(encoding="utf-8") == page(), "run: python -m sladocs.check.documentation > docs/checks.md"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_do_what_they_say(rule: Rule) -> None:
    found = {name: [f.code for f in check(yaml_form.load(text).agreement)] for name, text in examples(rule).items()}
    assert list(found) == ["Fires", "Does not fire"]
    assert set(found["Fires"]) == {rule.code}
    assert found["Does not fire"] == []
