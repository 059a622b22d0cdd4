"""The clause library: find and read clauses and templates, choose among them, complete an agreement, and check what they say."""

from sladocs.library.choose import Choices, Chosen, choose
from sladocs.library.collection import Library
from sladocs.library.complete import assemble_ready
from sladocs.library.digest import digest
from sladocs.library.faults import CODES, LibraryError
from sladocs.model.clause import Clause
from sladocs.model.template import Question, Template

__all__ = ["CODES", "Choices", "Chosen", "Clause", "Library", "LibraryError", "Question", "Template", "assemble_ready", "choose", "digest"]
