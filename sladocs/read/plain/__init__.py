"""What a plain text's lines lie like: typed in columns, one cell a line, on pages."""

from sladocs.read.plain.joined import with_joined_rows
from sladocs.read.plain.passages import passages
from sladocs.read.plain.rows import row_table
from sladocs.read.plain.stacked import unstacked
from sladocs.read.plain.typed import is_typed, typed_blocks

__all__ = ["is_typed", "passages", "row_table", "typed_blocks", "unstacked", "with_joined_rows"]
