"""A tagged PDF by its structure tree: what its writer said each thing is."""

from sladocs.read.pdf.tagged.blocks import tagged_blocks

__all__ = ["tagged_blocks"]
