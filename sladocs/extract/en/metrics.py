"""The words by which English texts name the metrics.

A phrase is written word by word: `a|b` are alternatives, `word?` may be missing, `*` stands for any one word. Hyphens count as blanks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sladocs.model.metrics import TAXONOMY, Metric

NAMES: Final[Mapping[Metric, tuple[str, ...]]] = {
    Metric.AVAILABILITY: (
        "availability", "available", "service|system|network|monthly|platform reliability", "uptime|uptimes", "up time",
        "service|system|network|platform|site|application|host|node availability", "percentage availability",
        "availability percentage|percentages|rate|level|target|commitment|guarantee", "uptime percentage|guarantee|commitment|sla",
        "operational|accessible * of the time", "in service * of the time",
    ),
    Metric.DOWNTIME: (
        "downtime", "down time", "unplanned|unscheduled outage|outages|downtime", "cumulative outage|outages|downtime",
        "service interruption|interruptions", "outage duration|time", "unavailability",
    ),
    Metric.RESPONSE_TIME: (
        "response|reply|acknowledgement|acknowledgment|reaction time|times|target|targets|goal|sla|interval|objective|slo",
        "initial|first|target|incident|call|ticket|support|maximum response|acknowledgement|acknowledgment",
        "time to respond|response|acknowledge|acknowledgement|triage|reply", "response", "acknowledgement|acknowledgment",
        "callback|call back time?", "pickup|pick up time", "respond|responds|responded|responding to?",
        "acknowledge|acknowledges|acknowledged|acknowledging", "reply|replies|replied|replying", "triage|triaged",
        "begin|start|commence|starts|begins work|working|work|investigation|remediation?", "investigated", "tta", "mtta",
        "allocate resources",
    ),
    Metric.RESTORATION_TIME: (
        "restoration|restore|workaround|containment|mitigation|recovery|service restoration time|times|target|targets",
        "time to restore|mitigate|workaround|contain", "restoration", "restore|restores|restored|restoring", "workaround|workarounds",
        "temporary fix|solution|resolution|repair|relief", "work around", "make safe",
        "made safe", "containment", "bypass", "mitigated|mitigation",
    ),
    Metric.RESOLUTION_TIME: (
        "resolution|resolve|fix|repair|correction|closure|remediation|completion time|times|target|targets|goal|objective|sla|slo",
        "rectification|solution|patching time|times|target|targets|goal|objective",
        "time to resolve|resolution|fix|close|repair|remediate", "resolution", "resolve|resolves|resolved|resolving", "remediation",
        "remediate|remediates|remediated", "target|final|permanent fix|resolution|correction|repair", "rectify|rectified|rectification",
        "fix|fixed|fixes", "corrected", "repaired|repair", "solved|solve", "patched|patch", "closed", "ttr", "completed", "completion",
    ),
    Metric.UPDATE_INTERVAL: (
        "update interval|intervals|frequency|time|cadence", "updates|updated|update every|frequency|hourly|daily|weekly",
        "status|progress|customer|communication|regular update|updates|report|reports|reporting",
        "frequency of updates|update|communication", "communication frequency|interval", "updates", "update", "follow up|ups frequency?",
        "technical? progress reports",
    ),
    Metric.NOTIFICATION_TIME: (
        "notification time|times", "incident|breach|outage|failure|disruption notification|notice|alert", "notification",
        "notify|notifies|notified|notifying", "detect|detects|detected", "alert|alerts|alerted", "inform|informed|informs",
    ),
    Metric.ONSITE_TIME: (
        "onsite|on site|arrival|attendance|dispatch response? time|times",
        "attendance", "visit",
        "onsite|on site response|attendance|arrival|support|assistance|visit|intervention", "time to site|arrive", "on site", "onsite",
        "arrive|arrives|arrival", "site attendance|visit", "engineer|technician on? site|attendance",
    ),
    Metric.REPLACEMENT_TIME: (
        "replacement|hardware|swap|part|parts|spares replacement? time|times",
        "hardware|part|parts|equipment|device|component|advance replacement", "replace|replaces|replaced|replacing", "replacement",
        "parts available|availability|delivery", "spare parts delivery|available?",
    ),
    Metric.LATENCY: (
        "latency|latencies",
        "page|screen|api|transaction|query|server|system|application load|loading|response|processing|refresh|render time|times?",
        "search|web|site|website|request|database|http load|loading|response|processing|refresh|render time|times?",
        "load|loading|page load|processing time|times", "round trip delay|time|latency?", "rtt",
        "average|mean|median server|system? response time|times", "network|one way|end to end delay|latency",
        "api|request|performance|system response time|times", "transaction time|times|processing time?", "ttfb", "time to first byte",
        "queries|query",
    ),
    Metric.THROUGHPUT: (
        "throughput", "bandwidth", "data|transfer|line|port rate|speed", "transaction|transactions|requests|message volume|per",
        "processing capacity|rate", "transactions",
    ),
    Metric.CAPACITY: (
        "capacity", "concurrent|simultaneous users|sessions|connections|calls|jobs",
        "storage|disk|system|operational|user capacity|space|quota", "scale up to", "scalability", "number of users", "concurrency",
    ),
    Metric.ERROR_RATE: (
        "error|failure|defect|fault|bug|rejection|complaint|drop|retransmission rate|rates|ratio|percentage", "errors|error",
        "* of calls|requests|transactions|messages|orders shall|will? fail",
        "defects|defect", "failed|invalid requests|transactions|calls|deliveries|changes", "rework rate?", "complaints",
        "false positive|positives|negative|negatives rate?", "escalations", "bit error rate", "change failure rate",
    ),
    Metric.ACCURACY: (
        "accuracy", "accurate|accurately", "correctness", "error|defect free",
        "data|record|order|invoice|billing quality|accuracy|integrity", "precision", "percent correct", "quality score|scores|rate",
        "quality * score|scores",
    ),
    Metric.ANSWER_TIME: (
        "answer|answering|hold|wait|waiting|queue|pick up time|times|speed", "average|mean speed of|to answer",
        "average? speed of answer", "speed to answer", "asa", "calls? answered|answer|answering", "answered",
        "call|chat|phone answer|pickup|wait|response time|times?", "answer|answers", "time to answer", "abandon time",
    ),
    Metric.ABANDONMENT_RATE: (
        "abandonment|abandoned|abandon call? rate|rates|percentage?", "call|chat abandonment|abandon rate?",
        "abandoned calls|contacts|chats?", "lost calls",
    ),
    Metric.FIRST_CONTACT_RESOLUTION: (
        "first contact|call|time|line|level|visit|touch resolution|fix|resolved|closure rate?", "first time fix rate?", "fcr",
        "resolved at|on|during first contact|call", "one touch resolution", "single visit resolution?",
        "resolved on|at|in|during the? first contact|call|visit",
    ),
    Metric.CUSTOMER_SATISFACTION: (
        "customer|user|client|resident|tenant|employee|end? user? satisfaction score|rate|rating|level|survey|index?", "csat", "nps",
        "net promoter score", "satisfaction score|rate|rating|survey|index?", "survey score|result|results", "satisfied",
    ),
    Metric.TURNAROUND_TIME: (
        "turnaround|delivery|fulfilment|fulfillment|provisioning|processing|lead|cycle|completion|handling time|times",
        "onboarding|deployment|setup|installation|production time|times", "turn around time|times",
        "turnaround", "turn around", "provision|provisioned|provisioning", "fulfil|fulfill|fulfilled|fulfilment|fulfillment",
        "deliver|delivers|delivered|delivery", "process|processes|processed|processing", "ship|shipped|shipment", "ticket creation",
        "request|order|change completion|processing|implementation time?", "create|created", "made available",
        "deploy|deployed|deployment", "produce|provide|provided",
    ),
    Metric.ON_TIME_DELIVERY: (
        "on time|schedule delivery|completion|performance|shipment|rate", "timely|punctual delivery|completion|submission",
        "delivered|completed|submitted|processed on time|schedule", "on schedule", "on time", "schedule adherence|compliance", "otd",
        "otif", "timeliness", "punctuality", "maintenance completion", "by the? due date", "deadlines met",
    ),
    Metric.BACKLOG: (
        "backlog", "open|outstanding|overdue|aged tickets|items|requests|cases", "ticket ageing|aging", "work in progress",
    ),
    Metric.RECOVERY_TIME: (
        "recovery time objective|objectives|target?", "rto|rtos", "disaster recovery time", "recovery from disaster",
        "time to recover|recovery", "failover time", "recovery time", "recover|recovered from|after? disaster",
    ),
    Metric.RECOVERY_POINT: (
        "recovery point objective|objectives|target?", "rpo|rpos", "maximum? data loss", "recovery point",
    ),
    Metric.PACKET_LOSS: (
        "packet loss|delivery|drop|delivered ratio|rate?", "packets lost|delivered|dropped", "frame loss|delivery", "data delivery",
    ),
    Metric.JITTER: (
        "jitter", "packet? delay variation", "latency variation",
    ),
    Metric.DURABILITY: (
        "durability", "object|data durability|persistence", "annual durability",
    ),
    Metric.MTBF: (
        "mtbf", "mean time between failure|failures|system", "mean time between|to failure", "mttf",
    ),
    Metric.MTTR: (
        "mttr", "mean|average time to|for repair|restore|recover|resolve|recovery|resolution|restoration",
        "mean|average repair|restoration|recovery time",
    ),
    Metric.MAINTENANCE_TIME: (
        "scheduled|planned|routine|regular|preventive|preventative maintenance|downtime|outage|outages time|window|windows|hours?",
        "maintenance time|window|windows|downtime|duration|outage|outages|period", "maintenance", "planned|scheduled unavailability",
        "planned|scheduled|engineering work|works",
    ),
    Metric.MAINTENANCE_NOTICE: (
        "maintenance notice|notification|announcement",
        "notice|notification of|before|prior|for to? any? planned|scheduled|routine|emergency maintenance|downtime|outage|outages",
        "advance|prior|advanced notice|notification|warning", "planned|scheduled maintenance|downtime notice|notification",
    ),
    Metric.REPORTING_TIME: (
        "reporting|report time|delivery|due|deadline|deadlines|submission", "root cause analysis|analyses|report", "rca|rcas",
        "post mortem|incident report|review|analysis?", "postmortem|postmortems",
        "incident|service|performance|monthly|engineer|engineers|written report|reports|plan", "corrective action plan|report",
        "report|reports", "rfo", "reason for outage", "remediation plan",
    ),
    Metric.BACKUP_FREQUENCY: (
        "backup|backups|back up|ups frequency|interval|schedule|interval", "backup|backups|backed up?", "back up|ups",
        "snapshots|snapshot",
    ),
    Metric.RETENTION: (
        "retention period|time?", "data|log|backup|record|records|logs retention", "retain|retains|retained", "kept for", "stored for",
        "kept|stored|archived", "retention of",
    ),
    Metric.STAFFING: (
        "staffing level|levels|ratio?", "staff|personnel turnover|retention|vacancy|levels", "vacancy rate", "fill rate", "posts filled",
        "certified staff|personnel|engineers", "headcount", "attrition",
    ),
}  # fmt: skip
"""Phrases for each metric; the longest phrase at a place wins, then the order of the metrics."""

WEAK: Final = frozenset({
    "ticket creation", "accurate", "accurately", "advance notice", "advanced notice", "alert", "alerts", "answer", "answered", "answers",
    "archived", "arrival", "arrive", "arrives", "attendance", "visit",
    "capacity", "closed", "complaints", "completed", "completion", "corrected", "create",
    "created", "defect", "defects", "deliver", "delivered", "delivers", "delivery", "deploy", "deployed", "deployment", "error",
    "errors", "escalations", "fix", "fixed", "fixes", "inform", "informed", "informs", "kept", "made available", "maintenance",
    "notification", "on site", "onsite", "patch", "prior notice", "process", "processed", "processes", "processing", "produce",
    "provide", "provided", "queries", "query", "repair", "replacement", "replacements", "report", "reports", "response", "restored",
    "satisfied",
    "stored", "timeliness", "transactions", "update", "workaround",
})  # fmt: skip
"""Words that say more often something else: alone they name the metric only beside a better one, or in a table's heads."""

EXACT: Final = {info.name.lower(): metric for metric, info in TAXONOMY.items()}
"""The metrics by their own printed names."""
