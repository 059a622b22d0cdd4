"""The words that head the columns of tables of service levels and service credits."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from sladocs.model.metrics import Metric


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
    """A column that is headed by a metric, a class of incidents, a plan, a statistic: its cells are targets."""
    UNIT = "unit"
    SIGN = "sign"
    """A column of comparators."""
    BESIDE = "beside"
    """Figures that stand beside a promise and are none: prices, weights, what was achieved, what is included."""
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
    Column.UNIT: (r"units?(?:\s+of\s+(?:measure(?:ment)?|time))?|uom"),
    Column.SIGN: (r"operators?|comparators?|comparison|relation"),
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
        r"|critical\s+level|threshold\s+level|floor"
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
        r"|class|rating|name|of\s+\w+|number|category))*(?:\s*(?:/|and|&|-|,|\()\s*(?:issue\s+|short\s+)?"
        r"(?:descriptions?|definitions?|examples?|meaning|explanation)\)?)?|level\s+of\s+(?:severity|priority)|sev\.?\s+level|(?:incident|error"
        r"|fault)\s+(?:level|type|category)"
    ),
    Column.METRIC: (
        r"(?:service\s+level|sla|slo|kpi|performance|key\s+performance|quality)?\s*(?:service\s+levels?|metrics?|measures?|kpis?"
        r"|indicators?|parameters?|requirements?|commitments?|slas?|slos?|attributes?|elements?|aspects?|criteri(?:a|on)"
        r"|objectives?\s+name|activity|activities|measurements?)(?:\s+(?:name|item|category|type))?|performance\s+(?:standards?"
        r"|areas?)|deliverables?(?:\s+or\s+.*)?|service\s+level\s+(?:agreement|objective)s?"
        r"|key\s+performance\s+indicators?(?:\s*\(kpis?\))?|tasks?|actions?|duty|duties|(?:[\w'\u2019&]+\s+){1,4}(?:will|shall|promises?\s+to)"
        r"|what\s+(?:we|is|they)\s+(?:will\s+)?(?:do|does|done|promised?|deliver|measured?)"
    ),
    Column.TARGET: (
        r"(?:value|figure|result|score)s?\s+(?:needed|required|to\s+(?:be\s+)?(?:reach|achieve|pass)(?:ed|d)?)"
        r"|(?:needed|required|pass(?:ing)?)\s+(?:values?|figures?|results?|levels?|marks?|scores?)|"
        r"(?:service\s+level\s+|sla\s+|performance\s+|agreed\s+|expected\s+|committed\s+|slo\s+|kpi\s+"
        r"|acceptable\s+)*(?:targets?|goals?|objectives?|standards?|guarantees?|thresholds?|values?|levels?"
        r"|acceptable\s+quality\s+levels?|aql|commitments?|expectations?|performance)(?:\s*\(?(?:aql|slo|sla|%|value|level"
        r"|s)\)?)*|expected(?:\s+(?:service\s+)?level)?|service\s+level\s+target|performance\s+standards?\s*/?\s*(?:aql)?|sla"
        r"|slo|(?:within\s+)?(?:an?\s+|the\s+)?time\s*(?:frame|scale|limit)s?(?:\s+of)?|time|duration|within(?:\s+how\s+long)?"
        r"|how\s+(?:soon|quickly|fast|long)|by\s+when|green|required|promise[ds]?|agreed"
    ),
    Column.SERVICE: (
        r"(?:in[- ]scope\s+|covered\s+|managed\s+)*(?:services?|components?|systems?|products?|plans?|tiers?|applications?"
        r"|sites?|offerings?|packages?|channels?|features?|environments?|modules?|locations?|platforms?|support\s+(?:tiers?"
        r"|plans?|levels?|packages?|channels?)|editions?|request\s+types?|types?\s+of\s+request|contact\s+method|asset"
        r"|data\s+centers?|service\s+(?:name|component|tier|type|category|item|plan|package)s?|apis?|endpoints?|call\s+type"
        r"|endpoint\s+type|item)(?:\s+name)?|(?:types?|kinds?|categor(?:y|ies))\s+of\s+(?!measure|level|target|kpi)[\w\s]+|(?!incident|error|fault)\w+\s+(?:types?|category)"
    ),
    Column.TEXT: (
        r".*\b(?:descriptions?|definitions?|examples?|meaning|notes?|comments?|remarks?|method|methodology|how|source|tool|owner"
        r"|responsib\w+|role|contact|formula|calculation|explanation|incentives?|surveillance|monitoring|who)\b.*"
    ),
}

HEADS: Final = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _WORDS.items())
"""Header words of each column; a header cell is of the first column whose pattern is its whole text."""

INDICATOR: Final = re.compile(r"\s*(?:key\s+(?:performance\s+)?indicator|kpi)s?(?:,?\s*min(?:imum)?)?\s*", re.IGNORECASE)
"""A cell that says that a level is measured and reported, and carries no remedy."""
PROMISE: Final = re.compile(r"\s*(?:(?:critical\s+)?service\s+level|c?slas?|min(?:imum)?|expected)\s*", re.IGNORECASE)
"""A cell that says that a level is promised."""

UNIT: Final = re.compile(
    r"[(\[]\s*(?:in\s+|as\s+)?(?P<unit>[a-z%\s]+?)\s*[)\]]|\bin\s+(?P<unit2>(?:business\s+|working\s+|office\s+)?(?:hours|minutes|days|seconds"
    r"|hrs|mins|milliseconds|ms|per\s?cent))\b|(?P<unit3>%)\s*[*\u2020]?$",
    re.IGNORECASE,
)
"""A unit in a header cell: "Response (in Hours)", "Target %"."""

BESIDE: Final = re.compile(
    r"\b(?:prices?|pricing|costs?|fees?|charges?|rates?\s+per|weight(?:s|ing|age)?|points?|achieved|actuals?|attained|last\s+(?:year|month|quarter)"
    r"|previous|prior\s+(?:year|period)|current(?:ly)?|baseline|trend|status|volumes?|quantity|qty|included|allowance|quota|amber|yellow"
    r"|red|escalat\w+|contacts?|owners?|storage|bandwidth|memory|cpu|disk|ram|usage|users|seats|budget|failure|history|historical|cvss"
    r"|score\s+range|example|sample(?:\s+size)?|failure\s+(?:threshold|level)|breach|trigger|alert(?:ing)?|warning)\b",
    re.IGNORECASE,
)
"""Header words of columns whose figures are no promise."""

CONDITION: Final = re.compile(
    r"(?:(?:in|within|during|out|outside|after|off|non)[- ]?(?:of[- ])?\s*)?(?:(?:the|our|normal|standard|core|regular|peak|agreed)\s+)*"
    r"(?:(?:business|working|office|service|support|opening|core|operating)\s+)?(?:hours|days?|time)(?:\s+\(.*\))?"
    r"|(?:after|out[- ]of)[- ]hours|week(?:days?|ends?)(?:\s+(?:and|&)\s+(?:public\s+)?holidays)?|(?:off[- ]?)?peak"
    r"|day(?:time)?|night(?:s|\s?time)?"
    r"|24\s*[x/]\s*7(?:x365)?|(?:public\s+)?holidays",
    re.IGNORECASE,
)
"""A header that says when its figures hold."""

PROMISING: Final = re.compile(
    r"\b(?:guarantee[ds]?|committed|commitments?|targets?|promised?|agreed|required|objectives?|goals?|minimum|slas?|slos?)\b",
    re.IGNORECASE,
)
"""Header words that say that a figure is promised."""

GENERIC: Final = re.compile(
    r"\b(?:times?|targets?|goals?|slas?|slos?|levels?|service|maximum|minimum|max|min|within|for|of|the|in|by|per|and|or|to|from|an?|guarantee[ds]?"
    r"|commitments?|committed|promised?|agreed|expected|required|our|your|we|it|us|you|is|are|be|objectives?|initial|first|standard\s+of"
    r"|values?|performance|percentages?|period|until|up|time\s?frames?|estimated|rates?|speed|frequency|with|at|on|monthly|annual|overall"
    r"|average|total|rated?|case|cases|availability|issues?|incidents?|requests?|tickets?|support|a)\b",
    re.IGNORECASE,
)
"""Words of a header that say nothing of what its figures are limited to."""

VOID: Final = re.compile(
    r"\W*(?:n\s?[/.]?\s?a\.?|none|nil|not\s+(?:applicable|specified|included|available|covered|offered|guaranteed|defined|set|yet\s+agreed).*"
    r"|(?:commercially\s+)?(?:reasonable|best)\s+(?:endeavou?rs?|efforts?).*|t\.?\s?b\.?\s?[acd]\.?|to\s+be\s+(?:agreed|determined|confirmed"
    r"|defined|advised|specified).*|(?:up)?on\s+request|as\s+(?:needed|required|agreed|available|scheduled|appropriate|applicable).*"
    r"|varies|variable|unlimited|immediate(?:ly)?|yes|no|included|\u2713|\u2714|x|pending|(?:in\s+(?:a|the)\s+)?(?:next|future)\s+(?:planned\s+)?"
    r"(?:release|version|patch|upgrade).*|no\s+(?:sla|commitment|target|guarantee|limit)|see\s+(?:note|section|below|above|schedule).*"
    r"|subject\s+to.*|by\s+(?:mutual\s+)?agreement|when\s+available|case\s+by\s+case)\W*",
    re.IGNORECASE,
)
"""A cell that promises nothing."""

SAME: Final = re.compile(
    r"\W*(?:(?:the\s+)?same(?:\s+as\s+(?:above|before|previous|(?:the\s+)?row\s+above))?|ditto|idem|as\s+above|see\s+above|do\.|[\"\u201d\u3003\u2033]+)\W*",
    re.IGNORECASE,
)
"""A cell that repeats the one above it."""

NOTE: Final = re.compile(r"^\s*(?P<mark>[*\u2020\u2021\u00a7#]+|\(?\d\)|[\u00b9\u00b2\u00b3])\s*(?=\S)")
"""The mark that opens a note below a table."""
ABOUT_TIMES: Final = re.compile(
    r"\b(?:times|measured|counted|calculated|clock|figures|targets|values|durations|hours\s+(?:above|shown|stated)|response|resolution)\b",
    re.IGNORECASE,
)
"""What a note below a table must speak of to hold for its figures."""
UNIT_SAID: Final = re.compile(
    r"\bin\s+(?:terms\s+of\s+)?(?P<unit>(?:(?:business|working|office|support|service|calendar|clock)\s+)?(?:hours|minutes|days|seconds|hrs|mins"
    r"|milliseconds)|per\s?cent|percent(?:ages?)?)\b"
    r"|\b(?:number\s+of|following)\s+(?P<unit3>hours|minutes|days|seconds|business\s+(?:hours|days))\b|[(\[](?:in\s+)?(?P<unit2>(?:business\s+|working\s+)?(?:hours|minutes|days|seconds|hrs"
    r"|mins|milliseconds|ms|%|percent))[)\]]",
    re.IGNORECASE,
)
"""The unit that a caption, heading or note names for a whole table."""

HEAD_METRICS: Final = (
    (Metric.LATENCY, re.compile(r"\b(?:delay|lag|round[- ]?trip|ping|roundtrip)\b", re.IGNORECASE)),
    (Metric.ACCURACY, re.compile(r"\b(?:correct(?:ly)?|right\s+first\s+time|error-free|without\s+errors?)\b", re.IGNORECASE)),
    (Metric.RETENTION, re.compile(r"\b(?:history|kept|stored|archived)\b", re.IGNORECASE)),
    (
        Metric.RESPONSE_TIME,
        re.compile(
            r"\b(?:reaction|react(?:ed)?|pick(?:ed)?\s+(?:it\s+)?up|taken?\s+up|first\s+contact|engage(?:d|ment)?|contact(?:ed)?\s+you|accept(?:ed|ance)?)\b",
            re.IGNORECASE,
        ),
    ),
    (Metric.ONSITE_TIME, re.compile(r"\b(?:attend(?:ance|ed)?|arriv(?:al|e)|on-?\s?site|visit)\b", re.IGNORECASE)),
    (
        Metric.RESOLUTION_TIME,
        re.compile(
            r"\b(?:mend(?:ed)?|repair(?:ed)?|rectif\w+|put\s+right|cure|solution|clear(?:ed|ance)?|finish(?:ed)?|elimination)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Metric.RESTORATION_TIME,
        re.compile(r"\b(?:temporary|interim|provisional|stop-?gap|by-?pass|restor(?:al|ed?)|service\s+back)\b", re.IGNORECASE),
    ),
    (
        Metric.UPDATE_INTERVAL,
        re.compile(r"\b(?:feedback|follow-?ups?|progress|informed\s+every|communications?|refresh(?:ed)?)\b", re.IGNORECASE),
    ),
)
"""Words that name a metric where they head a column or a row, and more often something else in a sentence."""

MACHINE: Final = re.compile(
    r"\b(?:transactions?|quer(?:y|ies)|screens?|pages?|uploads?|downloads?|search(?:es)?|apis?|endpoints?|render\w*|web\s?site|servers?|database"
    r"|click|log-?in|round\s+trip|payload|packets?)\b",
    re.IGNORECASE,
)
"""What responds by itself: its response time is the system's."""

REMAINDER: Final = re.compile(r"\W*(?:the\s+)?(?:remainder|remaining|rest|balance|all\s+others?)\b", re.IGNORECASE)
"""The opening of a sentence on all the cases that the share before it leaves."""

DESCRIBES: Final = re.compile(
    r"\b(?:descri\w+|defin\w+|meaning|explanation|calculation|formula|measure(?:ment|d)?|name|title|worked\s+out)\b", re.IGNORECASE
)
"""Header words of a column that says in full what its row measures."""

ANSWERS: Final = re.compile(
    r"how\s+(?:do(?:es)?|will|shall|are|is|we|it)\b(?!.*\b(?:measured|calculated|reported)\b)|.*\b(?:obligations?|responsibilit(?:y|ies)|duties)\b",
    re.IGNORECASE,
)
"""Header words of a column of sentences that say what is done: "How do we respond?"."""

PERIOD_CELL: Final = re.compile(
    r"\s*(?:calendar\s+|rolling\s+)?(?:day|week|month|quarter|year)s?\s*|\s*(?:30\s+days|month[- ]to[- ]month)\s*", re.IGNORECASE
)
"""A cell that is a period and nothing else."""

ON_TIME: Final = re.compile(
    r"\b(?:on\s+time|timel(?:y|iness)|punctual\w*|(?:on\s+or\s+)?before|by\s+(?:\d|the|each|close|end|noon|due)|on\s+schedule|due\s+dates?|deadlines?)\b",
    re.IGNORECASE,
)
"""Words that say that something is done by its date: a share under them is one of what came in time."""

SHARE_HEAD: Final = re.compile(
    r"\baqls?\b|acceptable\s+quality|\bshare\b|\bproportion\b|\bcompliance\b|\bpercent\w*|%|\battain\w*|\bsuccess\b|\bachievement\b",
    re.IGNORECASE,
)
"""Header words of a column that may hold the share of cases that must meet the target beside it."""

SHARE_OF_CASES: Final = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent)\s*\)?\s+of\s+(?:(?:the|all|such|its|our|these)\s+)*"
    r"(?:[a-z]+\s+)?(?:incidents|cases|calls|requests|tickets|occasions|events|responses|contacts|orders|deliveries|transactions|faults)\b",
    re.IGNORECASE,
)
"""The share of cases that a lead-in or note says once for the times of a table."""

WRITTEN: Final = re.compile(r"\b(?:e-?mails?|letters?|messages?|correspondence|tickets?|written)\b", re.IGNORECASE)
"""What is not answered as a call is: to answer it is to respond."""

GENERIC_CLASS: Final = re.compile(r"\W*(?:standard|normal|routine|planning|basic|regular)\W*", re.IGNORECASE)
"""A word that names a class of incidents only beside other classes."""
