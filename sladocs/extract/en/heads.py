"""The words that head the columns of tables of service levels and service credits."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Column(StrEnum):
    """What a column of a table holds."""

    LABEL = "label"
    METRIC = "metric"
    SERVICE = "service"
    PRIORITY = "priority"
    TARGET = "target"
    MINIMUM = "minimum"
    ATTAINMENT = "attainment"
    STATISTIC = "statistic"
    WINDOW = "window"
    KIND = "kind"
    HOURS = "hours"
    CONDITION = "condition"
    OBLIGED = "obliged"
    BAND = "band"
    CREDIT = "credit"
    REPORT = "report"
    DUE = "due"
    TEXT = "text"
    KEY = "key"
    VALUE = "value"
    """A column that is headed by a metric, or by a class of incidents: its cells are targets."""
    UNKNOWN = "unknown"


_WORDS: Final = {
    Column.LABEL: (
        r"ref(?:erence)?(?:\s+no)?|no|id|#|nr|item(?:\s+no)?|sl\s+(?:no|ref|id)|sla\s+(?:no|ref|id)|kpi\s+(?:no|ref|id)|number"
        r"|s\s*/?\s*n|code"
    ),
    Column.KEY: (r"key\s+terms?|terms?|particulars?|fields?|keys?|property|information|details?"),
    Column.CREDIT: (
        r"(?!.*\b(?:uptime|availability)\s+percentage$).*\b(?:service(?:\s+level)?\s+credits?|credits?|credited|penalt(?:y|ies)"
        r"|rebates?|refunds?|compensation|remed(?:y|ies)|fee\s+reduction|deductions?|discounts?|damages|at\s+risk)\b.*"
    ),
    Column.ATTAINMENT: (
        r"attainment|compliance|conformance|success\s+(?:rate|criteria)|%\s+of\s+(?:cases|incidents|calls)"
        r"|percentage\s+of\s+(?:cases|incidents|calls)|achievement|(?:minimum\s+)?performance\s+(?:rate|percentage)|sla\s+%"
    ),
    Column.STATISTIC: (r"statistic|aggregation|percentile"),
    Column.WINDOW: (
        r"(?:measurement|measuring|reporting|calculation|service|assessment)\s+(?:period|window|interval|frequency)|period"
        r"|measured|frequency(?:\s+of\s+measurement)?|measure(?:ment)?\s+frequency|interval"
    ),
    Column.KIND: (r"kind|threshold"),
    Column.HOURS: (
        r"hours|calendar|service\s+hours|support\s+hours|hours\s+of\s+(?:service|support|operation|cover(?:age)?)|coverage"
        r"|time\s+window|availability\s+of\s+support|support\s+window"
    ),
    Column.CONDITION: (r"conditions?|limits?|limitation|qualification"),
    Column.OBLIGED: (r"promised\s+by|obliged(?:\s+party)?"),
    Column.REPORT: (r"reports?(?:\s+name)?|deliverables?\s+report"),
    Column.DUE: (r"due(?:\s+(?:date|within|by))?|deadline|delivered\s+within"),
    Column.MINIMUM: (
        r"minimum(?:\s+(?:service\s+level|level|target|performance|acceptable|standard))*|lower\s+(?:limit|threshold)"
        r"|critical\s+level|threshold\s+level"
    ),
    Column.BAND: (
        r"actual(?:\s+(?:figure|performance|level|result|availability|uptime))?|(?:monthly\s+|annual\s+|quarterly\s+|actual\s+"
        r"|achieved\s+|measured\s+|cumulative\s+|total\s+|service\s+|network\s+|system\s+)*(?:uptime|availability|downtime"
        r"|unavailability|up\s+time)(?:\s+(?:percentage|level|achieved|range|rate|band|measured|for\s+the\s+month|in\s+(?:a"
        r"|the)\s+(?:calendar\s+)?month|per\s+month|attained|threshold))*(?:\s*\(?%\)?)?|(?:service\s+level\s+)?(?:achieved"
        r"|attained|failure|breach|band|range|shortfall)(?:\s+\w+)?"
    ),
    Column.PRIORITY: (
        r"(?:incident\s+|issue\s+|fault\s+|problem\s+|ticket\s+|defect\s+|error\s+|request\s+|call\s+|business\s+|support\s+"
        r"|the\s+)*(?:priority|severity|sev|urgency|criticality|impact|prio|classification|class)(?:\s+(?:level|levels|code"
        r"|class|rating|name|of\s+\w+|number|category))*|level\s+of\s+(?:severity|priority)|sev\.?\s+level|(?:incident|error"
        r"|fault)\s+(?:level|type|category)"
    ),
    Column.METRIC: (
        r"(?:service\s+level|sla|slo|kpi|performance|key\s+performance|quality)?\s*(?:service\s+levels?|metrics?|measures?|kpis?"
        r"|indicators?|parameters?|requirements?|commitments?|slas?|slos?|attributes?|elements?|aspects?|criteri(?:a|on)"
        r"|objectives?\s+name|activity|activities|measurements?)(?:\s+(?:name|item|category|type))?|performance\s+(?:standards?"
        r"|areas?)|deliverables?(?:\s+or\s+.*)?|service\s+level\s+(?:agreement|objective)s?"
        r"|key\s+performance\s+indicators?(?:\s*\(kpis?\))?"
    ),
    Column.TARGET: (
        r"(?:value|figure|result|score)s?\s+(?:needed|required|to\s+(?:be\s+)?(?:reach|achieve|pass)(?:ed|d)?)"
        r"|(?:needed|required|pass(?:ing)?)\s+(?:values?|figures?|results?|levels?|marks?|scores?)|"
        r"(?:service\s+level\s+|sla\s+|performance\s+|agreed\s+|expected\s+|committed\s+|slo\s+|kpi\s+"
        r"|acceptable\s+)*(?:targets?|goals?|objectives?|standards?|guarantees?|thresholds?|values?|levels?"
        r"|acceptable\s+quality\s+levels?|aql|commitments?|expectations?|performance)(?:\s*\(?(?:aql|slo|sla|%|value|level"
        r"|s)\)?)*|expected(?:\s+(?:service\s+)?level)?|service\s+level\s+target|performance\s+standards?\s*/?\s*(?:aql)?|sla"
        r"|slo|time\s*frame|timeframe|time|duration|within"
    ),
    Column.SERVICE: (
        r"(?:in[- ]scope\s+|covered\s+|managed\s+)*(?:services?|components?|systems?|products?|plans?|tiers?|applications?"
        r"|sites?|offerings?|packages?|channels?|features?|environments?|modules?|locations?|platforms?|support\s+(?:tiers?"
        r"|plans?|levels?|packages?|channels?)|editions?|request\s+types?|types?\s+of\s+request|contact\s+method|asset"
        r"|data\s+centers?|service\s+(?:name|component|tier|type|category|item|plan|package)s?|apis?|endpoints?|call\s+type"
        r"|endpoint\s+type|item)(?:\s+name)?"
    ),
    Column.TEXT: (
        r".*\b(?:descriptions?|definitions?|examples?|meaning|notes?|comments?|remarks?|method|methodology|how|source|tool|owner"
        r"|responsib\w+|role|contact|formula|calculation|explanation|details|incentives?|surveillance|monitoring|action|who"
        r"|what)\b.*"
    ),
}

HEADS: Final = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _WORDS.items())
"""Header words of each column; a header cell is of the first column whose pattern is its whole text."""

INDICATOR: Final = re.compile(r"\s*(?:key\s+(?:performance\s+)?indicator|kpi)s?(?:,?\s*min(?:imum)?)?\s*", re.IGNORECASE)
"""A cell that says that a level is measured and reported, and carries no remedy."""
PROMISE: Final = re.compile(r"\s*(?:(?:critical\s+)?service\s+level|c?slas?|min(?:imum)?|expected)\s*", re.IGNORECASE)
"""A cell that says that a level is promised."""

UNIT: Final = re.compile(
    r"[(\[]\s*(?:in\s+|as\s+)?(?P<unit>[a-z%\s]+?)\s*[)\]]|\bin\s+(?P<unit2>(?:business\s+|working\s+)?(?:hours|minutes|days|seconds|hrs|mins))\b",
    re.IGNORECASE,
)
"""A unit in a header cell: "Response (in Hours)"."""
