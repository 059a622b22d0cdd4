"""One page that shows what was read from a contract: the contract with each passage marked, beside the table of entries."""

from sladocs.report.explanation.contract import PagePicture
from sladocs.report.explanation.page import page

__all__ = ["PagePicture", "page"]
