"""The rich sample document, written once, and its parts by XPath."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sladocs.model.document import Document
from sladocs.render.docx import render
from sladocs.render.docx.markup import NAMESPACES
from sladocs.render.docx.package import parse
from sladocs.render.look import SHIPPED

DATA = '{"title": "Cloud & Ledger <x>", "levels": [1, 2]}'


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class WordFile:
    """A written file: its bytes, and its parts by name."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def root(self, part: str = "word/document.xml") -> Any:
        return parse(self.archive.read(part))

    def find(self, path: str, part: str = "word/document.xml") -> list[Any]:
        return self.root(part).xpath(path, namespaces=dict(NAMESPACES))

    @staticmethod
    def within(node: Any, path: str) -> list[Any]:
        return node.xpath(path, namespaces=dict(NAMESPACES))

    @staticmethod
    def text(node: Any) -> str:
        return "".join(node.xpath(".//w:t/text()", namespaces=dict(NAMESPACES)))

    @staticmethod
    def style(node: Any) -> str:
        return "".join(node.xpath("w:pPr/w:pStyle/@w:val", namespaces=dict(NAMESPACES)))


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    return _load("word_sample")


@pytest.fixture(scope="session")
def document(samples: ModuleType) -> Document:
    made: Document = samples.sample()
    return made


@pytest.fixture(scope="session", params=SHIPPED)
def style(request: pytest.FixtureRequest) -> str:
    """Each of our styles."""
    found: str = request.param
    return found


@pytest.fixture(scope="session")
def file(document: Document, style: str) -> WordFile:
    """The sample in each of our styles."""
    return WordFile(render(document, style=style, data=DATA))


@pytest.fixture
def written() -> Any:
    """Write a document and open the result."""
    return lambda document, **options: WordFile(render(document, **options))
