"""Fit how sure a reading is, on contracts that a person has annotated, and show how far the figure can be believed.

    python training/confidence.py FOLDER... [--formats docx,pdf,md,html,txt] [--out FILE]

FOLDER holds contracts, and beside each NAME.pdf or NAME.docx a NAME.gold.json (see `sladocs evaluate`). Each entry that is read is right
or wrong: a level where metric, direction, figure, unit, priority, attainment and statistic agree, a credit where band and amount agree,
a fact where the annotation has it. One logistic model for each kind of entry is fitted on the signs by which entries were found.

Printed is a reliability table in which each entry's confidence comes from a model that has not seen its document (all formats of one
contract are one document). Without --out nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import simplejson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sladocs.codec.csv_form import TERM_PATHS
from sladocs.evaluate.pairs import in_context, pair_credits, pair_levels
from sladocs.evaluate.sameness import alike, same_term
from sladocs.extract import opened
from sladocs.extract.confidence import fact_signs, signs_of
from sladocs.extract.facts import read_facts
from sladocs.extract.notice import settle_notice
from sladocs.extract.promised import promised
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Extraction, Refused
from sladocs.model.gold import to_gold
from sladocs.model.terms import terms
from sladocs.read import read

SMOOTHING = 0.6
"""The inverse strength of the regularisation."""
LEAST_SEEN = 5
"""A sign that stands at fewer entries is left out: it would be learnt by heart."""


@dataclass(frozen=True)
class Example:
    """One entry that was read: its document, its kind, its signs, and whether it is right."""

    document: str
    kind: str
    signs: frozenset[str]
    right: bool


def examples(folder: Path, formats: Sequence[str]) -> Iterator[Example]:
    """Every entry of every annotated contract of a folder."""
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        annotation = simplejson.loads(gold.read_text("utf-8"), use_decimal=True)
        for form in formats:
            path = folder / f"{name}.{form}"
            if path.exists():
                yield from of_document(name, path, annotation)


def of_document(name: str, path: Path, annotation: Mapping[str, Any]) -> Iterator[Example]:
    try:
        source = opened(read(path.read_bytes(), name=path.name))
    except Refused as error:
        print(f"{path.name}: {error}")
        return
    facts, found = read_facts(source.document, source), promised(source)
    _, levels = settle_notice(facts, found.levels)
    yield from of_levels(name, annotation, levels)
    yield from of_credits(name, annotation, found.credits)
    yield from of_facts(name, annotation, facts)


def of_levels(name: str, annotation: Mapping[str, Any], entries: Sequence[Any]) -> Iterator[Example]:
    plain = to_gold(Extraction(agreement=Agreement(service_levels=tuple(e.level for e in entries))))["service_levels"]
    paired = pair_levels(annotation, plain)
    right = {id(parsed) for annotated, parsed in paired.pairs if in_context(annotated, parsed)}
    wrong = {id(parsed) for parsed in paired.invented} | {id(p) for a, p in paired.pairs if not in_context(a, p)}
    for entry, written in zip(entries, plain, strict=True):
        if id(written) in right | wrong:  # what is tolerated is neither
            yield Example(name, "level", signs_of(entry, len(entries)), id(written) in right)


def of_credits(name: str, annotation: Mapping[str, Any], entries: Sequence[Any]) -> Iterator[Example]:
    plain = to_gold(Extraction(agreement=Agreement(service_credits=tuple(e.credit for e in entries))))["service_credits"]
    right = {id(parsed) for _, parsed in pair_credits(annotation, plain).pairs}
    for entry, written in zip(entries, plain, strict=True):
        yield Example(name, "credit", signs_of(entry, len(entries)), id(written) in right)


def of_facts(name: str, annotation: Mapping[str, Any], facts: Any) -> Iterator[Example]:
    """The terms, the kinds of clause and the steps of escalation; nothing else of a document is annotated."""
    stated, also = annotation.get("terms"), annotation.get("terms_also") or {}
    found = terms(facts.agreement, facts.evidence) if stated is not None else {}
    for key, value in found.items():
        path = path_of(key, facts.agreement)
        if evidence := facts.evidence.get(path):
            right = key in stated and any(same_term(key, v, value) for v in (stated[key], *also.get(key, ())))
            yield Example(name, "fact", fact_signs(path, evidence.confidence), right)
    if "clauses" in annotation:
        for index, clause in enumerate(facts.agreement.clauses):
            if evidence := facts.evidence.get(f"clauses/{index}"):
                yield Example(name, "fact", fact_signs("clauses", evidence.confidence), clause.kind in annotation["clauses"])
    for index, step in enumerate(facts.agreement.escalation):
        if evidence := facts.evidence.get(f"escalation/{index}"):
            steps = annotation.get("escalation") or ()
            right = any(int(s["level"]) == step.level and alike(s["role"], step.role) for s in steps)
            yield Example(name, "fact", fact_signs("escalation", evidence.confidence), right)


def path_of(key: str, agreement: Agreement) -> str:
    """Where the evidence of a term stands."""
    if key in ("provider", "customer"):
        return next((f"parties/{i}" for i, party in enumerate(agreement.parties) if party.role and party.role.value == key), key)
    return {"reporting_frequency": "reports/0", "review_frequency": "reviews/0"}.get(key) or TERM_PATHS.get(key, key)


# --- fitting ----------------------------------------------------------------------------------------------------------------


def fitted(found: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign, and the bias. Entries of one document are alike: twice as many count half as much more."""
    seen = Counter(sign for example in found for sign in example.signs)
    known = {sign for sign, count in seen.items() if count >= LEAST_SEEN}
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(sorted(example.signs & known), 1.0) for example in found])
    target = np.array([example.right for example in found])
    if target.all() or not target.any():
        share = (target.sum() + 1) / (len(target) + 2)
        return {"bias": float(np.log(share / (1 - share)))}
    lengths = Counter(example.document for example in found)
    shares = np.array([1 / np.sqrt(lengths[example.document]) for example in found])
    model = LogisticRegression(C=SMOOTHING, max_iter=2000).fit(matrix, target, shares / shares.mean())
    weights = {name: round(float(w), 3) for name, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3), **{name: w for name, w in sorted(weights.items()) if w}}


def believed(weights: Mapping[str, float], signs: frozenset[str]) -> float:
    logit = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs)
    return float(1 / (1 + np.exp(-logit)))


def left_out(found: Sequence[Example]) -> list[tuple[float, bool]]:
    """Each entry's confidence by a model that has not seen its document, and whether it is right."""
    told = []
    for document in sorted({example.document for example in found}):
        weights = fitted([example for example in found if example.document != document])
        told += [(believed(weights, example.signs), example.right) for example in found if example.document == document]
    return told


def table(told: Sequence[tuple[float, bool]]) -> str:
    """Of the entries in each range of confidence, how many there are and how many are right."""
    lines = ["confidence   entries  right"]
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        inside = [right for sure, right in told if low <= sure < high]
        share = f"{sum(inside) / len(inside):.3f}" if inside else "-"
        lines.append(f"{low:.2f} - {min(high, 1.0):.2f}  {len(inside):7}  {share}")
    sure = [right for confidence, right in told if confidence >= 0.9]
    if sure:
        lines.append(f"at least 0.90: {sum(sure) / len(sure):.3f} right, {len(sure) / len(told):.3f} of the entries")
    return "\n".join(lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    arguments.add_argument("--formats", default="docx,pdf,md,html,txt")
    arguments.add_argument("--out", type=Path)
    options = arguments.parse_args()
    found = [example for folder in options.folders for example in examples(folder, options.formats.split(","))]
    told: list[tuple[float, bool]] = []
    weights = {}
    for kind in ("level", "credit", "fact"):
        own = [example for example in found if example.kind == kind]
        mine = left_out(own)
        print(f"{kind}\n{table(mine)}\n")
        told += mine
        weights[kind] = fitted(own)
    print(f"all entries, each judged by a model that has not seen its document\n{table(told)}")
    if options.out:
        options.out.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
