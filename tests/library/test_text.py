"""The grammar of clause texts: a notation of one line for what is parsed, and every breach with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.library.text import GrammarError, parse_body, parse_inline
from sladocs.model.clause import Bold, DefinitionsMark, Fill, Inline, Passage, Plain, Refer, TableMark, TextBlock, Use, When, WhenBlocks


def short(nodes: tuple[Inline, ...]) -> str:
    """Inline nodes in one line."""
    out = []
    for node in nodes:
        match node:
            case Plain():
                out.append(repr(node.text))
            case Bold():
                out.append(f"B{'!' + node.defines if node.defines else ''}({short(node.content)})")
            case Fill():
                out.append(f"F({node.parameter}|{node.filter})")
            case Use():
                out.append(f"T({node.shown}|{node.term})")
            case Refer():
                out.append(f"R({node.to}:{node.name})")
            case When():
                out.append(f"W({node.condition}: {short(node.content)})")
    return " ".join(out)


def outline(blocks: tuple[TextBlock, ...]) -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case Passage():
                out.append(f"{'-' if block.level is None else block.level} {short(block.content)}")
            case TableMark():
                out.append(f"table {block.name}")
            case DefinitionsMark():
                out.append("definitions")
            case WhenBlocks():
                out += [f"if {block.condition}", *outline(block.blocks), "end"]
    return out


INLINE = [
    ("plain words", "'plain words'"),
    ("pay {{ cap | credit }} now", "'pay ' F(cap|credit) ' now'"),
    ("{{name}}", "F(name|text)"),
    ("a [[Service Level]]", "'a ' T(Service Level|Service Level)"),
    ("[[missed levels|Service Level]].", "T(missed levels|Service Level) '.'"),
    ("see [[clause:credit-cap]] and [[schedule:service-levels]]", "'see ' R(clause:credit-cap) ' and ' R(schedule:service-levels)"),
    ("**bold {{ x }}** words", "B('bold ' F(x|text)) ' words'"),
    ("A. {% if c %}B [[T]].{% endif %} C.", "'A. ' W(c: 'B ' T(T|T) '.') ' C.'"),
    ("{% if a %}A {% if b %}B{% endif %}.{% endif %}", "W(a: 'A ' W(b: 'B') '.')"),
    ('(the "**Provider**")', "'(the “' B!Provider('Provider') '”)'"),
    ("the “**Provider**”", "'the “' B!Provider('Provider') '”'"),
    ("say \"yes\" and 'no', the Provider's", "'say “yes” and \u2018no\u2019, the Provider\u2019s'"),
    ('"[[Term]]" means', "'“' T(Term|Term) '” means'"),
    ("1 < 2 & 3 > 2 # \\ * | _x_ <b>", "'1 < 2 & 3 > 2 # \\\\ * | _x_ <b>'"),
]


@pytest.mark.parametrize(("text", "expected"), INLINE)
def test_inline_words(text: str, expected: str) -> None:
    assert short(parse_inline(text)) == expected


BROKEN = [
    ("a ** b", "never closed by **", 2),
    ("****", "round nothing", 0),
    ("{{ a", "{{ prints nothing", 0),
    ("a }}", "}} closes nothing", 2),
    ("{{ A }}", "prints nothing", 0),
    ("{{ a | words | x }}", "prints nothing", 0),
    ("{{ a.b }}", "prints nothing", 0),
    ("[[ ", "no term", 0),
    ("x ]]", "]] closes nothing", 2),
    ("[[a|b|c]]", "no term", 0),
    ("[[table:levels]] here", "alone on a line", 0),
    ("[[paragraph:x]]", "no term", 0),
    ("{% if a %}x", "never closed by {% endif %}", 0),
    ("x {% endif %}", "without an {% if %}", 2),
    ("{% if not a %}x{% endif %}", "no mark", 0),
    ("{% else %}", "no mark", 0),
    ("{% for a in b %}", "no mark", 0),
    ("{% if a %}**x{% endif %}**", "without an {% if %}", 13),
]


@pytest.mark.parametrize(("text", "message", "offset"), BROKEN)
def test_breaches_of_the_inline_grammar(text: str, message: str, offset: int) -> None:
    with pytest.raises(GrammarError) as caught:
        parse_inline(text)
    assert message in str(caught.value)
    assert caught.value.offset == offset


BODY = """\
## balanced

1. The Provider shall
   do it:
   1. well; and
   2. soon:
      1. today
         1. now

   as agreed.
{% if c %}
2. [[Customer]] too.
[[table:levels]]
{% endif %}

**Term** means this.
[[definitions]]

## fallback-1

Other words.
"""


def test_blocks_of_a_body() -> None:
    variants, findings = parse_body(BODY)
    assert findings == []
    assert [(variant.name, variant.line) for variant in variants] == [("balanced", 1), ("fallback-1", 19)]
    assert outline(variants[0].blocks) == [
        "0 'The Provider shall do it:'",
        "1 'well; and'",
        "1 'soon:'",
        "2 'today'",
        "3 'now'",
        "- 'as agreed.'",
        "if c",
        "0 T(Customer|Customer) ' too.'",
        "table levels",
        "end",
        "- B!Term('Term') ' means this.'",
        "definitions",
    ]
    assert outline(variants[1].blocks) == ["- 'Other words.'"]
    assert variants[1].source == "Other words."


BAD_BODIES = [
    ("words\n## balanced\n1. x", 1, "before its variant"),
    ("## Balanced\nx", 1, "names no variant"),
    ("## a\nx\n## a\ny", 3, "stands twice"),
    ("### a\nx", 1, "names no variant"),
    ("## a\n1. x\n  1. y", 3, "indented by 0, 3, 6 or 9"),
    ("## a\n1. x\n      1. y", 3, "more than one level"),
    ("## a\n   1. y", 2, "more than one level"),
    ("## a\n{% if c %}\n1. x", 2, "never closed"),
    ("## a\n1. x\n{% endif %}\n2. y", 3, "without an {% if %}"),
    ("## a\n1. fine\n   and\n   {{ broken", 4, "prints nothing"),
]


@pytest.mark.parametrize(("body", "line", "message"), BAD_BODIES)
def test_breaches_of_the_block_grammar_name_their_line(body: str, line: int, message: str) -> None:
    _, findings = parse_body(body, "clauses/x/1.0.0.md", 1)
    assert [(f.place.file, f.place.line) for f in findings] == [("clauses/x/1.0.0.md", line)]
    assert message in findings[0].message


def test_all_breaches_are_found_at_once() -> None:
    _, findings = parse_body("## a\n1. {{ X }}\n2. fine\n3. [[ ]]\n## B\n", first_line=10)
    assert [f.place.line for f in findings] == [11, 13, 14]


@given(st.text(alphabet="ab {}[]%*|:.\n1#", max_size=60))
def test_no_text_crashes_the_parser(text: str) -> None:
    variants, findings = parse_body("## a\n" + text)
    assert variants or findings


@given(st.text(alphabet=st.characters(exclude_characters="{}[]%*\"'", exclude_categories=["Cs"]), max_size=40))
def test_words_without_marks_stay_as_they_are(text: str) -> None:
    assert "".join(node.text for node in parse_inline(text) if isinstance(node, Plain)) == text
