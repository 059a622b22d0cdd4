"""What stands where a figure was left out: "[***]", "____", "TBD", "XX hours", "<insert>"."""

from __future__ import annotations

import re
from typing import Final

BLANK: Final = re.compile(
    r"\[\s{0,3}(?:\*{1,20}|_{1,80}|\.{2,20}|\u2026|\u2022|\u25cf|[xX]{1,5}|\?{1,5}|#{1,5}|TB[DCA]|t\.?b\.?[dca]\.?)?\s{0,3}\](?!\()"
    r"|\[\s{0,3}(?:insert|to\sbe|tbd|specify|enter|number|amount|time|figure|redacted|omitted|confidential|agree)\b[^\[\]\n]{0,60}\]"
    r"|<\s{0,3}(?:insert|to\sbe|tbd|specify|enter|number|time|x{1,5})\b[^<>\n]{0,60}>"
    r"|\{\{?\s{0,3}(?:insert|tbd|specify|enter|number|time)\b[^{}\n]{0,60}\}"
    r"|(?<![\w_])_{3,}+|(?<!\.)\.{5,}+(?=\s{0,3}(?:%|hours?|days?|minutes?|business|working))|(?<!\u2026)\u2026{2,}+"
    r"|(?<!\w)(?:TB[DCA]|[Tt]\.[Bb]\.[DdCcAa]\.?)(?!\w)|\bto\sbe\s(?:agreed|determined|confirmed|defined|advised|completed|specified)\b"
    r"|(?<![\w.])[xX]{1,3}(?:\.[xX]{1,3})?(?=\s{0,2}(?:%|percent|per\scent|hours?\b|hrs?\b|business\b|working\b|calendar\b|minutes?\b|mins?\b|days?\b))"
    r"|(?<!\w)\?{2,5}(?=\s{0,2}(?:%|hours?\b|minutes?\b|days?\b|business\b|working\b))",
)
"""A place for a figure that nobody filled in. (`[ ]` before `(` is a link.)"""
