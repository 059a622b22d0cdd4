"""`new`: what is wrong with an answer is said of the answer, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

NEW = ("new", "--template", "saas-customer", "-o", "n.yaml")

REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "no sign": (("customer",), "'customer' is no KEY=VALUE"),
    "no key": (("=x",), "'=x' is no KEY=VALUE"),
    "points alone": (("...=x",), "'...' is no field"),
    "a point at the end": (("term.=1 year",), "'term.' is no field"),
    "500 steps": ((".".join("a" * 500) + "=1",), "is no field"),
    "an unknown field": (("nix=1",), "nix=1: error F02: unknown field 'nix'"),
    "a number": (("1=2",), "1=2: error F02: unknown field '1'"),
    "an empty name": (("customer=",), "customer=: error F03: name: cannot be empty"),
    "no length of time": (("term.initial=soon",), "term.initial=soon: error F03: initial: 'soon' is no length of time"),
    "an unknown metric": (("levels.0.metric=nix",), "levels.0.metric=nix: error F03"),
    "an entry before the first": (("levels.-1.target=99 %",), "levels.-1.target=99 %: error F03"),
    "an entry that is a word": (("levels.x=1",), "levels.x=1: error F03: levels has no part 'x'"),
    "a part of a text": (("customer=Oakfield", "customer.name=Other"), "customer.name=Other: error F03: customer has no part 'name'"),
    "half of a pair": (("customer=a\udcffb",), "error F01: the text holds half of a surrogate pair"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_an_answer_is_refused(name: str, run: Callable) -> None:
    answers, words = REFUSED[name]
    done = run(*NEW, "--yes", *(part for answer in answers for part in ("--set", answer)))
    assert (done.code, done.out, done.written) == (2, "", ())
    assert words in done.said
    assert "n.yaml" not in done.said


FINE = {
    "signs of YAML": "{a: b} # c & * ! | > ' \" % @ `",
    "a line break": "a\nprovider: evil",
    "every mark": "Smith & Co <x> {{ y }} [[z]] # w \\| v",
    "equal signs": "a=b=c",
    "other scripts": "שלום 株式会社 e\u0301",
    "a word of YAML": "no",
    "a number": "007",
}


@pytest.mark.parametrize("name", FINE)
def test_an_answer_is_a_name_and_nothing_else(name: str, run: Callable) -> None:
    done = run(*NEW, "--yes", "--set", f"customer={FINE[name]}")
    assert (done.code, done.written) == (0, ("n.yaml",)), done.said
    assert run("convert", "n.yaml", "-o", "n.json").code == 0
    assert run("check", "n.yaml").code in (0, 1)
    from sladocs.jobs.load import load_agreement

    parties = load_agreement(Path("n.yaml")).agreement.parties
    assert [party.name for party in parties] == ["Provider Ltd", FINE[name]]


def test_answers_come_from_a_pipe(run: Callable) -> None:
    done = run(*NEW, stdin="Acme Cloud Ltd\n" + "\n" * 30)
    assert (done.code, done.written) == (0, ("n.yaml",)), done.said
    assert run("check", "n.yaml").code == 0
    assert "name: Acme Cloud Ltd" in Path("n.yaml").read_text()


def test_the_input_ends_before_the_last_question(run: Callable) -> None:
    done = run(*NEW, stdin="Acme Cloud Ltd\n")
    assert (done.code, done.written) == (2, ())
    assert "There is no answer to the question 'Who is the customer?'." in done.said
    assert "Give it with --set customer.name=…, or take all defaults with --yes." in done.said


def test_a_wrong_answer_from_a_pipe_ends_it(run: Callable) -> None:
    done = run(*NEW, stdin="\n\n\n\n\nsoon\n" + "\n" * 30)
    assert (done.code, done.written) == (2, ())
    assert "term.effective_date=soon: error F03: effective_date: 'soon' is no date" in done.said
    assert "How long is the initial term?" not in done.said


def test_what_is_answered_already_is_not_asked(run: Callable) -> None:
    done = run(*NEW, "--set", "provider=Acme Cloud Ltd", "--set", "customer.name=Oakfield plc", stdin="\n" * 30)
    assert done.code == 0, done.said
    assert "Who provides the service?" not in done.said + done.out
    assert "What shall the agreement be called?" in done.said + done.out
