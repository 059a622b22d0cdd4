"""The exit codes of the commands."""

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
BAD_INPUT: Final = 2
FAULT: Final = 3
"""The program itself failed."""
INTERRUPTED: Final = 130
STOPPED: Final = 128
"""To this the number of the signal is added that ended the program."""
