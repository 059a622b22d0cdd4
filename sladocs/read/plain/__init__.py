"""What a plain text's lines lie like: typed in columns, one cell a line, on pages."""

from sladocs.read.plain.typed import is_typed, typed_blocks

__all__ = ["is_typed", "typed_blocks"]
