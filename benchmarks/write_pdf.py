"""How long a PDF takes, warm, reading back apart: of the same agreement again, and of agreements with other words.

    python benchmarks/write_pdf.py [--agreement templates/saas-customer/example.yaml] [--rounds 11]

typst keeps what it has laid out: the same words cost little the second time. Other words (names, titles, descriptions) are laid out
anew, with the contents list, whose page numbers need the layout of all pages first.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from sladocs.assemble import assemble
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load_agreement
from sladocs.library import assemble_ready
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.render.pdf import render

ROOT = Path(__file__).parents[1]


def document_of(agreement: Agreement, source: Path) -> Document:
    """The document of an agreement."""
    library = open_library((), beside=source)
    template = library.template(agreement.template or "")
    return assemble(assemble_ready(agreement, template, library), template, library)


def renamed(agreement: Agreement, number: int) -> Agreement:
    """The agreement with another title, other parties and other descriptions."""
    parties = tuple(party.model_copy(update={"name": f"{party.name} {number}"}) for party in agreement.parties)
    services = tuple(service.model_copy(update={"description": f"{service.description} ({number})"}) for service in agreement.services)
    return agreement.model_copy(update={"title": f"{agreement.title} {number}", "parties": parties, "services": services})


def median_time(documents: Sequence[Document]) -> float:
    """The median of the seconds that each takes."""
    taken = []
    for document in documents:
        start = time.perf_counter()
        render(document)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--agreement", type=Path, default=ROOT / "templates" / "saas-customer" / "example.yaml")
    arguments.add_argument("--rounds", type=int, default=11)
    options = arguments.parse_args()
    agreement = load_agreement(options.agreement).agreement
    same = document_of(agreement, options.agreement)
    others = [document_of(renamed(agreement, number), options.agreement) for number in range(options.rounds)]
    render(same)
    print(f"the same agreement again: median {median_time([same] * options.rounds) * 1000:.0f} ms")
    print(f"an agreement with other words: median {median_time(others) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
