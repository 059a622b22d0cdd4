"""The words by which hours are those of people on duty, and those by which they are of something else."""

from __future__ import annotations

from typing import Final

from sladocs.extract.en.frames import phrase

SAID: Final = phrase(
    r"\b(?:support|service desk|help ?desk|customer service|technical support|support desk|service|contact) (?:\w+ )?(?:hours"
    r"|coverage|window|period)\b"
    r"|\bhours of (?:operation|support|coverage|service|work|business)\b|\bsupport (?:is|are|shall be|will be) (?:available"
    r"|provided|offered|given)\b"
    r"|\bis supported\b|\bsupport availability\b|\b(?:office|opening|operating|working|business|core|standard) hours\b"
    r"|\bresponse times? [-\u2013\u2014]"
    r"|\b(?:telephone|phone|e-?mail|online|chat) support\b|\bwe support\b|\bbusiness days? (?:is|are|means|shall mean)\b|(?:^|\| )hours\b"
)
"""Words that name the hours of support."""
ON_DUTY: Final = phrase(
    r"\b(?:support(?:ed|s)?|help ?desk|service desk|call cent(?:er|re)|hot ?line|telephone|phone|e-?mail|chat|tickets?|assistance|staffed"
    r"|on[- ]call|operators?|operations cent(?:er|re)|contact us|reach us|technicians?|engineers?|problem calls|requests for|desk)\b"
)
"""Words of people who answer."""
STANDARD: Final = phrase(r"\b(?:standard|normal|regular|office|business|working)\b")
BUSINESS: Final = phrase(
    r"\b(?:business|office) (?:hours?|days?)\b|\bweekdays?\b|\bexclu\w+ (?:of )?(?:[\w ]+ and )?weekends\b"
    r"|\bexcept (?:[\w ]+ and )?weekends\b"
)
"""Words by which hours without days are those of a working week."""
NOT_DUTY: Final = phrase(
    r"\b(?:maintenance (?:windows?|periods?|work|will|is|shall|takes?|tasks)|(?:scheduled|planned|regular|routine"
    r"|standard) maintenance|downtime|outages?"
    r"|back-?ups?|uptime|peak|traffic|measured|deliver(?:y|ed|ies)|training|meetings?|surveillance|power|monitor(?:s|ing)?"
    r"|upgrades?|updates? (?:is|are)"
    r"|industry standard|reboot|basis \()\b"
)
"""Words of other things that have hours."""
EXCEPTIONAL: Final = phrase(
    r"\b(?:after[- ]?hours|out[- ]of[- ]hours|off[- ]hours|outside|emergency|extended|critical|priority (?:one|1)|p1"
    r"|severity (?:one|1)|only|initial response"
    r"|within \d+ (?:minutes?|hours?))\b"
)
"""Words of hours that hold for some cases only."""
PLANS: Final = phrase(r"\b(?:tiers?|plans?|enterprise|premium|business|gold|silver|platinum|basic|professional|levels?)\b")
"""Words over a table that sets different support for different plans."""
