"""All rules, in the order of their codes."""

from __future__ import annotations

from typing import Final

from sladocs.check.blanks import blank_left
from sladocs.check.cap import cap_and_credits
from sladocs.check.dates import dates_contradict
from sladocs.check.ladder import broken_ladder
from sladocs.check.levels import impossible_figure, priorities_out_of_order, times_out_of_order
from sladocs.check.names import name_leads_nowhere
from sladocs.check.off_ramps import off_ramps_lead_out
from sladocs.check.pilot_length import pilot_too_short
from sladocs.check.rule import Rule
from sladocs.check.targets import first_tier_off_target, wrong_direction
from sladocs.check.tiers import tier_gap, tier_overlap, tiers_not_rising

RULES: Final[tuple[Rule, ...]] = (
    tier_gap,
    tier_overlap,
    tiers_not_rising,
    wrong_direction,
    first_tier_off_target,
    times_out_of_order,
    priorities_out_of_order,
    impossible_figure,
    cap_and_credits,
    name_leads_nowhere,
    blank_left,
    dates_contradict,
    off_ramps_lead_out,
    pilot_too_short,
    broken_ladder,
)
