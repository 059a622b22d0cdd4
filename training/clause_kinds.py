"""Train the model of the kinds of clause: `python training/clause_kinds.py` writes sladocs/extract/en/clause_kinds.json.gz.

The texts lie in training/clause_kinds/<kind>.txt, parted by blank lines; a line "# Heading" stands over its text, and
"# Heading | term renewal" says that the text is of these kinds too. `none.txt` holds texts of no kind. The clauses of the library
are texts as well. The command prints the quality, by cross-validation over whole texts; with --check it writes nothing and fails if
the shipped file is not what the training makes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
TEXTS: Final = ROOT / "training" / "clause_kinds"
CLAUSES: Final = ROOT / "clauses"
TARGET: Final = ROOT / "sladocs" / "extract" / "en" / "clause_kinds.json.gz"
NO_KIND: Final = "none"
NOT_ANNOTATED: Final = {"entire_agreement", "interpretation"}
"""Kinds of the library that a list of kinds of clause does not name; their texts teach what is of no kind."""
FOLDS: Final = 5
_LEAST_DOCUMENTS: Final = 2
_STRENGTH: Final = 30.0
_BALANCE: Final = 20.0
"""How much more a text of a kind weighs than one that is not of it."""
_SMALLEST: Final = 0.30
"""Weights below this are left out of the file."""


@dataclass(frozen=True)
class Text:
    """One text: its heading (may be empty), its words, its kinds."""

    heading: str
    body: str
    kinds: frozenset[str]


def read_texts() -> list[Text]:
    """All texts, in a fixed order."""
    own = [text for path in sorted(TEXTS.glob("*.txt")) for text in _of_file(path)]
    return own + [text for path in sorted(CLAUSES.glob("*/*.md")) for text in _of_clause(path)]


def _of_file(path: Path) -> Iterator[Text]:
    kind = frozenset() if path.stem == NO_KIND else frozenset({path.stem})
    for part in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        first, _, rest = part.partition("\n")
        if not first.startswith("# "):
            yield Text("", part.replace("\n", " "), kind)
            continue
        heading, _, more = first[2:].partition("|")
        yield Text(heading.strip(), rest.replace("\n", " "), kind | frozenset(more.split()))


def _of_clause(path: Path) -> Iterator[Text]:
    """Each variant of a clause of the library, without its marks."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    values = dict(line.split(": ", 1) for line in head.splitlines() if re.match(r"(?:title|kind): ", line))
    kinds = frozenset() if values["kind"] in NOT_ANNOTATED else frozenset({values["kind"]})
    for variant in re.split(r"(?m)^## .*$", body)[1:]:
        plain = re.sub(r"\{%.*?%\}|\[\[(?:table|figure):[^\]]*\]\]|^\s*\d+\.\s", " ", variant, flags=re.MULTILINE)
        plain = re.sub(r"\{\{.*?\}\}", "ten (10)", plain)
        plain = re.sub(r"\[\[clause:[^\]]*\]\]", "clause 4", re.sub(r"\[\[schedule:[^\]]*\]\]", "Schedule 1", plain))
        plain = re.sub(r"\[\[(?:([^|\]]*)\|)?([^\]]*)\]\]", lambda m: m[1] or m[2], plain)
        if len(plain.split()) >= 5:
            yield Text(values["title"], " ".join(plain.split()), kinds)


def small_words(texts: Sequence[Text]) -> list[str]:
    """The words that the texts write in small letters: words of the language, which alone name nobody."""
    found = re.findall(r"(?<![\w'’.-])[a-z]{2,}(?![\w])", " ".join(f"{text.heading} {text.body}" for text in texts))
    return sorted(set(found))


def digest(texts: Sequence[Text]) -> str:
    """What changes when a text changes."""
    plain = json.dumps([[t.heading, t.body, sorted(t.kinds)] for t in texts], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _looks(text: Text) -> list[tuple[str, str]]:
    """A text as it may stand in a contract: under its heading, without it, and the heading alone."""
    if not text.heading:
        return [("", text.body)]
    return [(text.heading, text.body), ("", text.body), (text.heading, "")]


class Fitted:
    """Logistic regression, one kind against all others, over TF-IDF."""

    def __init__(self, texts: Sequence[Text]) -> None:
        import numpy as np
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression

        from sladocs.extract.kind_model import features

        looks = [(look, text.kinds) for text in texts for look in _looks(text)]
        self.kinds = sorted({kind for text in texts for kind in text.kinds})
        self.vectors = TfidfVectorizer(analyzer=lambda look: list(features(*look).elements()), min_df=_LEAST_DOCUMENTS, sublinear_tf=True)
        x = self.vectors.fit_transform([look for look, _ in looks])
        weights, bias = [], []
        for kind in self.kinds:
            y = np.array([kind in kinds for _, kinds in looks])
            model = LogisticRegression(solver="liblinear", C=_STRENGTH, class_weight={True: _BALANCE, False: 1.0}, random_state=0, tol=1e-6)
            model.fit(x, y)
            weights.append(model.coef_[0])
            bias.append(float(model.intercept_[0]))
        self.weights, self.bias = np.array(weights), bias

    def scores(self, looks: Sequence[tuple[str, str]]) -> Any:
        """The probability of each kind (columns) for each look (rows)."""
        import numpy as np

        x = self.vectors.transform(looks)
        return 1 / (1 + np.exp(-(x @ self.weights.T + np.array(self.bias))))

    def packed(self, sign: str, small: Sequence[str]) -> bytes:
        """The file: for each feature its idf and the weights that count, in hundredths; and the words in small letters."""
        features = {}
        for feature, column in sorted(self.vectors.vocabulary_.items()):
            own = [(k, round(float(w) * 100)) for k, w in enumerate(self.weights[:, column]) if abs(w) >= _SMALLEST]
            features[feature] = [round(float(self.vectors.idf_[column]) * 100), *(value for pair in own for value in pair)]
        data = {
            "kinds": self.kinds,
            "bias": [round(b * 100) for b in self.bias],
            "digest": sign,
            "words": " ".join(small),
            "features": features,
        }
        return gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def quality(texts: Sequence[Text], least: float = 0.2) -> dict[str, tuple[int, int, int]]:
    """By cross-validation over whole texts, for each kind: hits, misses, false alarms; a kind is given where its probability is `least`."""
    counts: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        fitted = Fitted([t for i, t in enumerate(texts) if i % FOLDS != fold])
        held = [t for i, t in enumerate(texts) if i % FOLDS == fold]
        for text, row in zip(held, fitted.scores([_looks(t)[0] for t in held]), strict=True):
            given = {kind for kind, p in zip(fitted.kinds, row, strict=True) if p >= least}
            for kind in text.kinds | given:
                own = counts.setdefault(kind, [0, 0, 0])
                own[0 if kind in text.kinds & given else 1 if kind in text.kinds else 2] += 1
    return {kind: (h, m, f) for kind, (h, m, f) in sorted(counts.items())}


def _print_quality(found: dict[str, tuple[int, int, int]]) -> None:
    for kind, (hits, missed, false) in found.items():
        print(f"{kind:24} {hits:4} right {missed:4} missed {false:4} false   F1 {2 * hits / (2 * hits + missed + false):.3f}")
    h, m, f = (sum(row[i] for row in found.values()) for i in range(3))
    print(f"{'all':24} precision {h / (h + f):.3f} recall {h / (h + m):.3f} F1 {2 * h / (2 * h + m + f):.3f}")


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true", help="write nothing; fail if the shipped file differs")
    check = ap.parse_args().check
    texts = read_texts()
    made = Fitted(texts).packed(digest(texts), small_words(texts))
    if check:
        same = TARGET.exists() and gzip.decompress(TARGET.read_bytes()) == gzip.decompress(made)
        print("the shipped file is what the training makes" if same else "the shipped file differs: run python training/clause_kinds.py")
        return 0 if same else 1
    TARGET.write_bytes(made)
    print(f"{len(texts)} texts, {TARGET.stat().st_size / 1024:.0f} KB")
    _print_quality(quality(texts))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
