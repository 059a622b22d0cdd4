"""All frames of terms. Of one term, the first that fits a sentence counts; none knows a single clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sladocs.extract.en.credit_frames import CAP, CLAIM
from sladocs.extract.en.ending_frames import CURE, TERMINATION
from sladocs.extract.en.frames import Frame
from sladocs.extract.en.pilot_frames import FRAMES as PILOT
from sladocs.extract.en.term_frames import EFFECTIVE, EXPIRY, RENEWAL, RENEWAL_NOTICE, TERM

FRAMES: Final[Sequence[Frame]] = (*EFFECTIVE, *EXPIRY, *TERM, *RENEWAL, *RENEWAL_NOTICE, *TERMINATION, *CURE, *CLAIM, *PILOT, *CAP)
