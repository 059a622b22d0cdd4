"""The pictures of a contract, by the names that clause texts use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sladocs.assemble.figures.credits import credit_steps
from sladocs.assemble.figures.downtime import allowed_downtime_figures
from sladocs.assemble.figures.ladder import escalation_ladder
from sladocs.assemble.figures.pilot import pilot_timeline
from sladocs.model.agreement import Agreement
from sladocs.model.document import Figure

FIGURES: Final[Mapping[str, Callable[[Agreement], Sequence[Figure]]]] = {
    "credit-steps": credit_steps,
    "escalation-ladder": escalation_ladder,
    "pilot-timeline": pilot_timeline,
    "allowed-downtime": allowed_downtime_figures,
}
"""Each builds the pictures of one name, without their numbers; none where there is nothing to show."""
