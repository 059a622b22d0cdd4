"""The exit codes of the commands."""

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
