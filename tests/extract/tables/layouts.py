"""Tables of service levels as strangers lay them out, each with the levels that it states.

In `rows` a bar parts cells, `//` parts the lines of a cell, `<` continues the cell on its left and `^` the cell above. A level is written
`metric comparator value unit`, then what it has of `%attainment ~statistic !priority @service /window minimum`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """A table under its heading, with the paragraphs right before and behind it, and the levels that it states."""

    name: str
    rows: tuple[str, ...]
    levels: tuple[str, ...] = ()
    heading: str = "Service levels"
    lead: str = ""
    note: str = ""
    caption: str = ""
    headers: int = 1


LAYOUTS = (
    Layout(
        "priority by plan, metric in the heading",
        ("Priority | Starter | Team | Corporate", "Urgent | 24h | 4h | 1h", "Low | 5 business days | 48h | N/A"),
        (
            "response_time <= 24 hour !Urgent @Starter",
            "response_time <= 4 hour !Urgent @Team",
            "response_time <= 1 hour !Urgent @Corporate",
            "response_time <= 5 business_day !Low @Starter",
            "response_time <= 48 hour !Low @Team",
        ),
        heading="Response times",
    ),
    Layout(
        "rows name metric and priority, columns are plans",
        (
            " | Basic | Silver | Gold",
            "Support hours | 8x5 | 24x5 | 24x7",
            "Priority 1 response time | 2 hours | 1 hour | 30 minutes",
            "Priority 2 response time | 12 hours | 2 hours | 1 hour",
            "Named contacts | 1 | 3 | 10",
        ),
        (
            "response_time <= 2 hour !Priority 1 @Basic",
            "response_time <= 1 hour !Priority 1 @Silver",
            "response_time <= 30 minute !Priority 1 @Gold",
            "response_time <= 12 hour !Priority 2 @Basic",
            "response_time <= 2 hour !Priority 2 @Silver",
            "response_time <= 1 hour !Priority 2 @Gold",
        ),
        heading="Support plans",
    ),
    Layout(
        "plans in rows, best effort is no promise",
        (
            "Tier | Uptime SLA | Response time | Resolution target",
            "Premier | 99.99% | 1 hour | 4 hours",
            "Community | Best effort | Best effort | —",
        ),
        ("availability >= 99.99 percent @Premier", "response_time <= 1 hour @Premier", "resolution_time <= 4 hour @Premier"),
    ),
    Layout(
        "a figure for each class in one cell",
        (
            "Plan | Channel | Response time",
            "Team | E-mail | 8 business hours",
            "Corporate | E-mail and phone | 1 hour (critical), 4 hours (high)",
        ),
        (
            "response_time <= 8 business_hour @Team",
            "response_time <= 1 hour !critical @Corporate",
            "response_time <= 4 hour !high @Corporate",
        ),
        heading="Support",
    ),
    Layout(
        "code and name in two columns, escalation is none",
        (
            "Level | Name | Response SLA | Resolution SLA | Escalation",
            "P1 | Critical | 15 min | 4 hours | after 30 min",
            "P2 | High | 30 min | 8 hours | after 2 hours",
        ),
        (
            "response_time <= 15 minute !P1",
            "resolution_time <= 4 hour !P1",
            "response_time <= 30 minute !P2",
            "resolution_time <= 8 hour !P2",
        ),
        heading="Incident severity levels",
    ),
    Layout(
        "service desk indicators",
        (
            "KPI | Goal | How measured",
            "Average speed to answer | 30 seconds | telephone system",
            "Abandonment rate | < 5% | telephone system",
            "First contact resolution | 70% | ticket system",
            "Customer satisfaction | 90% | survey",
        ),
        (
            "answer_time <= 30 second ~mean",
            "abandonment_rate < 5 percent",
            "first_contact_resolution >= 70 percent",
            "customer_satisfaction >= 90 percent",
        ),
        heading="Service desk",
    ),
    Layout(
        "requirement, standard, share of cases as quality level",
        (
            "Task | Performance standard | AQL | Surveillance method",
            "Help desk | Tickets are acknowledged within 30 minutes | 95 % | Random sampling, monthly",
            "Field service | Technician arrives on site within 4 hours of dispatch | 90% | 100% inspection",
            "Data entry | Records are keyed without error | No more than 2% error rate | Spot check",
        ),
        (
            "response_time <= 30 minute %95",
            "onsite_time <= 4 hour %90",
            "error_rate <= 2 percent",
        ),
        heading="Performance requirements summary",
    ),
    Layout(
        "keys and values",
        (
            "Uptime | 99.9 %",
            "Support response | 4 business hours",
            "RTO | 8 hours",
            "RPO | 1 hour",
            "Notice of planned maintenance | 72 hours",
            "Contract term | 36 months",
        ),
        (
            "availability >= 99.9 percent",
            "response_time <= 4 business_hour",
            "recovery_time <= 8 hour",
            "recovery_point <= 1 hour",
            "maintenance_notice >= 72 hour",
        ),
        headers=0,
    ),
    Layout(
        "units in the header",
        ("Severity | Response (min) | Fix (hrs)", "1 | 15 | 4", "2 | 60 | 12"),
        (
            "response_time <= 15 minute !1",
            "resolution_time <= 4 hour !1",
            "response_time <= 60 minute !2",
            "resolution_time <= 12 hour !2",
        ),
    ),
    Layout(
        "unit said once in the caption",
        ("Severity | Response | Resolution", "S1 | 2 | 8", "S2 | 4 | 24"),
        (
            "response_time <= 2 business_hour !S1",
            "resolution_time <= 8 business_hour !S1",
            "response_time <= 4 business_hour !S2",
            "resolution_time <= 24 business_hour !S2",
        ),
        caption="Table 2: Response and resolution times in business hours",
    ),
    Layout(
        "unit said once in a note below",
        ("Severity | Response | Resolution", "S1 | 1 | 6", "S2 | 2 | 12"),
        (
            "response_time <= 1 hour !S1",
            "resolution_time <= 6 hour !S1",
            "response_time <= 2 hour !S2",
            "resolution_time <= 12 hour !S2",
        ),
        note="All times are given in hours.",
    ),
    Layout(
        "business time said once in a note below",
        ("Severity | Response | Resolution", "S1 | 1 hour | 6 hours"),
        ("response_time <= 1 business_hour !S1", "resolution_time <= 6 business_hour !S1"),
        note="All times are counted during business hours.",
    ),
    Layout(
        "two header rows, metric over plan",
        ("Severity | Response | < | Resolution | <", "^ | Standard | Plus | Standard | Plus", "Sev 1 | 2 h | 30 min | 12 h | 4 h"),
        (
            "response_time <= 2 hour !Sev 1 @Standard",
            "response_time <= 30 minute !Sev 1 @Plus",
            "resolution_time <= 12 hour !Sev 1 @Standard",
            "resolution_time <= 4 hour !Sev 1 @Plus",
        ),
        headers=2,
    ),
    Layout(
        "two header rows, plan over metric",
        ("Severity | Bronze | < | Gold | <", "^ | Reaction | Repair | Reaction | Repair", "Sev 1 | 4 h | 2 days | 1 h | 8 h"),
        (
            "response_time <= 4 hour !Sev 1 @Bronze",
            "resolution_time <= 2 day !Sev 1 @Bronze",
            "response_time <= 1 hour !Sev 1 @Gold",
            "resolution_time <= 8 hour !Sev 1 @Gold",
        ),
        headers=2,
    ),
    Layout(
        "one promise a row, the priority spans its rows",
        (
            "Priority | Activity | Target",
            "P1 | Response | 15 minutes",
            "^ | Resolution | 4 hours",
            "P2 | Response | 1 hour",
            "^ | Resolution | 1 day",
        ),
        (
            "response_time <= 15 minute !P1",
            "resolution_time <= 4 hour !P1",
            "response_time <= 1 hour !P2",
            "resolution_time <= 1 day !P2",
        ),
    ),
    Layout(
        "the priority stands only in its first row",
        (
            "Priority | Activity | Target",
            "P1 | Response | 15 minutes",
            " | Resolution | 4 hours",
            "P2 | Response | 1 hour",
            " | Resolution | 1 day",
        ),
        (
            "response_time <= 15 minute !P1",
            "resolution_time <= 4 hour !P1",
            "response_time <= 1 hour !P2",
            "resolution_time <= 1 day !P2",
        ),
    ),
    Layout(
        "service, metric, target, window",
        (
            "Service | Measure | Objective | Measured over",
            "Customer portal | Availability | 99.5 % | Calendar month",
            "Data feed | Availability | 99.0 % | Quarter",
            "Data feed | Delivery by 07:00 | 98 % of days | Calendar month",
        ),
        (
            "availability >= 99.5 percent @Customer portal /month",
            "availability >= 99.0 percent @Data feed /quarter",
            "on_time_delivery >= 98 percent @Data feed /month",
        ),
    ),
    Layout(
        "two promises in one cell",
        ("Class | Targets", "High | Response: 1 h / Resolution: 4 h", "Low | Response: 1 day / Resolution: 5 days"),
        (
            "response_time <= 1 hour !High",
            "resolution_time <= 4 hour !High",
            "response_time <= 1 day !Low",
            "resolution_time <= 5 day !Low",
        ),
        heading="Incidents",
    ),
    Layout(
        "lines of promises in one cell",
        (
            "Incident class | What you can expect",
            "Severity A | Call back within 15 minutes // Updates every 30 minutes // Workaround within 4 hours",
            "Severity B | Call back within 2 hours // Updates every day // Workaround within 2 business days",
        ),
        (
            "response_time <= 15 minute !Severity A",
            "update_interval <= 30 minute !Severity A",
            "restoration_time <= 4 hour !Severity A",
            "response_time <= 2 hour !Severity B",
            "update_interval <= 1 day !Severity B",
            "restoration_time <= 2 business_day !Severity B",
        ),
    ),
    Layout(
        "short ways to write a time",
        (
            "Severity | First response | On-site | Replacement part",
            "Critical | 4h (24x7) | 24x7x4 | NBD",
            "Normal | Next Bus. Day | 8x5xNBD | 3 BD",
        ),
        (
            "response_time <= 4 hour !Critical",
            "onsite_time <= 4 hour !Critical",
            "replacement_time <= 1 business_day !Critical",
            "response_time <= 1 business_day !Normal",
            "onsite_time <= 1 business_day !Normal",
            "replacement_time <= 3 business_day !Normal",
        ),
    ),
    Layout(
        "each time with its own share of cases beside it",
        ("Severity | Response | % | Resolution | %", "S1 | 15 min | 95% | 4 h | 90%", "S2 | 1 h | 95% | 8 h | 85%"),
        (
            "response_time <= 15 minute %95 !S1",
            "resolution_time <= 4 hour %90 !S1",
            "response_time <= 1 hour %95 !S2",
            "resolution_time <= 8 hour %85 !S2",
        ),
    ),
    Layout(
        "share of cases said in the target",
        ("Measure | Service level", "Calls | 80 % answered within 20 seconds", "Chats | 90 % of chats answered in 60 seconds"),
        ("answer_time <= 20 second %80 @Calls", "answer_time <= 60 second %90 @Chats"),
        heading="Contact centre",
    ),
    Layout(
        "limit in the measure, share in the target",
        (
            "Indicator | Required | Period",
            "Calls answered within 20 seconds | 80 % | Month",
            "Priority 1 incidents resolved within 4 hours | 95% | Month",
            "Invoices issued without error | 99 % | Quarter",
        ),
        (
            "answer_time <= 20 second %80 /month",
            "resolution_time <= 4 hour %95 !Priority 1 /month",
            "accuracy >= 99 percent /quarter",
        ),
    ),
    Layout(
        "percentiles in the header",
        ("Operation | P50 | P95 | P99", "Search | 100 ms | 250 ms | 600 ms"),
        (
            "latency <= 100 millisecond ~median @Search",
            "latency <= 250 millisecond ~p95 @Search",
            "latency <= 600 millisecond ~p99 @Search",
        ),
        heading="Latency",
    ),
    Layout(
        "network parameters",
        (
            "Parameter | Guarantee",
            "Network availability | 99.99 % per month",
            "Round trip delay | ≤ 50 ms",
            "Packet loss | ≤ 0.1 %",
            "Jitter | ≤ 5 ms",
            "Mean time to repair | 4 hours",
        ),
        (
            "availability >= 99.99 percent /month",
            "latency <= 50 millisecond",
            "packet_loss <= 0.1 percent",
            "jitter <= 5 millisecond",
            "mttr <= 4 hour",
        ),
    ),
    Layout(
        "metrics by region",
        (" | Europe | Asia", "Latency | 40 ms | 180 ms", "Packet loss | 0.1 % | 0.5 %"),
        (
            "latency <= 40 millisecond @Europe",
            "latency <= 180 millisecond @Asia",
            "packet_loss <= 0.1 percent @Europe",
            "packet_loss <= 0.5 percent @Asia",
        ),
        heading="Network performance",
    ),
    Layout(
        "headers in the house's own words",
        (
            "What we look at | What you can count on | Where it is shown",
            "Reachability of the platform (uptime) | 99.7 % | portal",
            "Time until we reply | 2 working hours | portal",
        ),
        ("availability >= 99.7 percent", "response_time <= 2 business_hour"),
        heading="Our promise",
    ),
    Layout(
        "verbs as headers",
        ("Kind of fault | We pick it up within | We mend it within", "Major fault | 15 minutes | 4 hours", "Minor fault | 1 day | 10 days"),
        (
            "response_time <= 15 minute !Major fault",
            "resolution_time <= 4 hour !Major fault",
            "response_time <= 1 day !Minor fault",
            "resolution_time <= 10 day !Minor fault",
        ),
        heading="Faults",
    ),
    Layout(
        "work orders of a building",
        ("Order class | Attendance on site | Making good", "Emergency | 1 hour | 24 hours", "Routine | 2 working days | 20 working days"),
        ("onsite_time <= 1 hour !Emergency", "onsite_time <= 2 business_day !Routine"),
        heading="Reactive repairs",
    ),
    Layout(
        "logistics",
        (
            "Performance measure | Required standard",
            "Orders dispatched on time | 98 %",
            "Picking accuracy | 99.5 %",
            "Stock accuracy | at least 99 %",
        ),
        ("on_time_delivery >= 98 percent", "accuracy >= 99.5 percent", "accuracy >= 99 percent"),
        heading="Warehouse performance",
    ),
    Layout(
        "target and minimum",
        ("Service level | Target | Minimum acceptable", "Server availability | 99.9% | 99.5%", "Batch completion on time | 98 % | 95 %"),
        (
            "availability >= 99.9 percent",
            "availability >= 99.5 percent minimum",
            "on_time_delivery >= 98 percent",
            "on_time_delivery >= 95 percent minimum",
        ),
    ),
    Layout(
        "last year's figure is no promise",
        ("Indicator | Target | Achieved 2031 | Trend", "Uptime | 99.9 % | 99.94 % | up", "Answer time | 30 seconds | 22 seconds | down"),
        ("availability >= 99.9 percent", "answer_time <= 30 second"),
    ),
    Layout(
        "weights are no promise",
        ("Indicator | Target | Weighting", "Uptime | 99.5 % | 40 %", "Error rate | 0.5 % | 60 %"),
        ("availability >= 99.5 percent", "error_rate <= 0.5 percent"),
    ),
    Layout(
        "traffic lights: green is the promise",
        ("Indicator | Green | Amber | Red", "Availability | ≥ 99.5 % | 99.0 % – 99.5 % | < 99.0 %"),
        ("availability >= 99.5 percent",),
        heading="Key performance indicators",
    ),
    Layout(
        "plans with their prices and storage",
        (
            "Package | Price per month | Storage | Uptime guarantee | Support response",
            "Small | EUR 20 | 50 GB | 99.5 % | 24 hours",
            "Large | EUR 90 | 500 GB | 99.9 % | 4 hours",
        ),
        (
            "availability >= 99.5 percent @Small",
            "response_time <= 24 hour @Small",
            "availability >= 99.9 percent @Large",
            "response_time <= 4 hour @Large",
        ),
    ),
    Layout(
        "the same as above",
        ("Priority | Response | Resolution", "P1 | 1 hour | 4 hours", "P2 | as above | 8 hours", "P3 | same | t.b.d."),
        (
            "response_time <= 1 hour !P1",
            "resolution_time <= 4 hour !P1",
            "response_time <= 1 hour !P2",
            "resolution_time <= 8 hour !P2",
            "response_time <= 1 hour !P3",
        ),
    ),
    Layout(
        "intervals of updates",
        (
            "Severity | Acknowledge | Status updates",
            "1 | 10 minutes | hourly",
            "2 | 1 hour | Daily",
            "3 | 1 business day | Weekly",
            "4 | N/A | On request",
        ),
        (
            "response_time <= 10 minute !1",
            "update_interval <= 1 hour !1",
            "response_time <= 1 hour !2",
            "update_interval <= 1 day !2",
            "response_time <= 1 business_day !3",
            "update_interval <= 1 week !3",
        ),
    ),
    Layout(
        "bare figures under a header that says per cent",
        ("Metric | Target %", "Availability | 99.9", "Calls abandoned | 4"),
        ("availability >= 99.9 percent", "abandonment_rate <= 4 percent"),
    ),
    Layout(
        "a unit column",
        ("Metric | Target value | Unit", "Availability | 99.9 | %", "Response time | 30 | minutes", "Restore time | 4 | hours"),
        ("availability >= 99.9 percent", "response_time <= 30 minute", "restoration_time <= 4 hour"),
    ),
    Layout(
        "a column of comparators",
        ("Metric | Operator | Value | Unit", "Availability | >= | 99.5 | percent", "Page load time | less than | 3 | seconds"),
        ("availability >= 99.5 percent", "latency < 3 second"),
    ),
    Layout(
        "figures in words",
        ("Severity | Response | Restoration", "High | Thirty minutes | Four hours", "Low | One working day | Ten (10) working days"),
        (
            "response_time <= 30 minute !High",
            "restoration_time <= 4 hour !High",
            "response_time <= 1 business_day !Low",
            "restoration_time <= 10 business_day !Low",
        ),
    ),
    Layout(
        "recovery by system",
        ("System | Criticality | RTO | RPO", "Ledger | A | 4 hours | 15 min", "Archive | C | 3 days | 24 hours"),
        (
            "recovery_time <= 4 hour @Ledger",
            "recovery_point <= 15 minute @Ledger",
            "recovery_time <= 3 day @Archive",
            "recovery_point <= 24 hour @Archive",
        ),
        heading="Continuity",
    ),
    Layout(
        "backups",
        ("Backup type | Frequency | Retention", "Full | Weekly | 4 weeks", "Incremental | Daily | 14 days"),
        (
            "backup_frequency <= 1 week @Full",
            "retention >= 4 week @Full",
            "backup_frequency <= 1 day @Incremental",
            "retention >= 14 day @Incremental",
        ),
        heading="Backup",
    ),
    Layout(
        "patches by severity of the weakness",
        ("Vulnerability rating | Patched within", "Critical (CVSS 9.0-10.0) | 7 days", "High (CVSS 7.0-8.9) | 30 days"),
        ("resolution_time <= 7 day !Critical (CVSS 9.0-10.0)", "resolution_time <= 30 day !High (CVSS 7.0-8.9)"),
        heading="Security patching",
    ),
    Layout(
        "service requests",
        (
            "Service request | Fulfilment time",
            "New user account | 1 business day",
            "Laptop replacement | 5 business days",
            "Password reset | 30 minutes",
        ),
        (
            "turnaround_time <= 1 business_day @New user account",
            "turnaround_time <= 5 business_day @Laptop replacement",
            "turnaround_time <= 30 minute @Password reset",
        ),
        heading="Service requests",
    ),
    Layout(
        "no header, metrics in the order of the heading",
        ("Critical | 30 minutes | 4 hours", "Major | 2 hours | 12 hours", "Minor | 1 day | 10 days"),
        (
            "response_time <= 30 minute !Critical",
            "resolution_time <= 4 hour !Critical",
            "response_time <= 2 hour !Major",
            "resolution_time <= 12 hour !Major",
            "response_time <= 1 day !Minor",
            "resolution_time <= 10 day !Minor",
        ),
        heading="Response and resolution times",
        headers=0,
    ),
    Layout(
        "no header, sentences",
        (
            "Severity 1 | We respond in 15 minutes and fix the fault within 4 hours.",
            "Severity 2 | We respond in 1 hour and fix the fault within 1 day.",
        ),
        (
            "response_time <= 15 minute !Severity 1",
            "resolution_time <= 4 hour !Severity 1",
            "response_time <= 1 hour !Severity 2",
            "resolution_time <= 1 day !Severity 2",
        ),
        headers=0,
    ),
    Layout(
        "group rows name the plan",
        ("Priority | Response | Fix", "Gold plan | < | <", "P1 | 15 min | 2 h", "P2 | 1 h | 8 h", "Silver plan | < | <", "P1 | 1 h | 8 h"),
        (
            "response_time <= 15 minute !P1 @Gold plan",
            "resolution_time <= 2 hour !P1 @Gold plan",
            "response_time <= 1 hour !P2 @Gold plan",
            "resolution_time <= 8 hour !P2 @Gold plan",
            "response_time <= 1 hour !P1 @Silver plan",
            "resolution_time <= 8 hour !P1 @Silver plan",
        ),
    ),
    Layout(
        "a cell across two metrics holds for both",
        ("Priority | Response | Workaround", "P1 | 1 hour | 4 hours", "P3 | Next business day | <"),
        (
            "response_time <= 1 hour !P1",
            "restoration_time <= 4 hour !P1",
            "response_time <= 1 business_day !P3",
            "restoration_time <= 1 business_day !P3",
        ),
    ),
    Layout(
        "a cell across two priorities holds for both",
        ("Priority | Response | Resolution", "P3 | 2 days | 10 days", "P4 | ^ | 20 days"),
        (
            "response_time <= 2 day !P3",
            "resolution_time <= 10 day !P3",
            "response_time <= 2 day !P4",
            "resolution_time <= 20 day !P4",
        ),
    ),
    Layout(
        "shares for each limit",
        ("Priority | < 4 hours | < 8 hours | < 24 hours", "P1 | 80 % | 95 % | 100 %", "P2 | 50 % | 80 % | 95 %"),
        (
            "resolution_time < 4 hour %80 !P1",
            "resolution_time < 8 hour %95 !P1",
            "resolution_time < 24 hour %100 !P1",
            "resolution_time < 4 hour %50 !P2",
            "resolution_time < 8 hour %80 !P2",
            "resolution_time < 24 hour %95 !P2",
        ),
        heading="Incident resolution",
    ),
    Layout(
        "in and out of hours",
        ("Severity | Within service hours | Outside service hours", "Sev 1 | 30 min | 1 hour", "Sev 2 | 2 hours | next business day"),
        (
            "response_time <= 30 minute !Sev 1",
            "response_time <= 1 hour !Sev 1",
            "response_time <= 2 hour !Sev 2",
            "response_time <= 1 business_day !Sev 2",
        ),
        heading="Response times",
    ),
    Layout(
        "severities as columns with their definitions",
        (
            " | Sev 1 – Critical | Sev 2 – Major | Sev 3 – Minor",
            "Definition | The service is down for more than 5 minutes | A function is down | Cosmetic",
            "Response | 15 minutes | 1 hour | 1 business day",
            "Progress updates | every 30 minutes | every 4 hours | weekly",
            "Target fix | 4 hours | 1 day | next release",
        ),
        (
            "response_time <= 15 minute !Sev 1 – Critical",
            "response_time <= 1 hour !Sev 2 – Major",
            "response_time <= 1 business_day !Sev 3 – Minor",
            "update_interval <= 30 minute !Sev 1 – Critical",
            "update_interval <= 4 hour !Sev 2 – Major",
            "update_interval <= 1 week !Sev 3 – Minor",
            "resolution_time <= 4 hour !Sev 1 – Critical",
            "resolution_time <= 1 day !Sev 2 – Major",
        ),
    ),
    Layout(
        "metric by priority in rows of one column each",
        ("Metric | P1 | P2", "Time to acknowledge | 5 min | 15 min", "Time to engage a specialist | — | —", "Time to restore | 1 h | 4 h"),
        (
            "response_time <= 5 minute !P1",
            "response_time <= 15 minute !P2",
            "restoration_time <= 1 hour !P1",
            "restoration_time <= 4 hour !P2",
        ),
    ),
    Layout(
        "a sentence for each service",
        (
            "Area | Commitment",
            "Hosting | The platform is available 99.8 % of each month.",
            "Help desk | We reply to e-mails within one working day.",
            "Security | You are notified of a breach within 24 hours.",
        ),
        (
            "availability >= 99.8 percent /month",
            "response_time <= 1 business_day",
            "notification_time <= 24 hour",
        ),
        heading="Our commitments",
    ),
    Layout(
        "metric known only from its description",
        (
            "Ref | Name | Description | Level",
            "A1 | Platform | Share of the month in which the platform is available | 99.6%",
            "A2 | Desk | Time to respond to a ticket | 45 minutes",
        ),
        ("availability >= 99.6 percent /month", "response_time <= 45 minute"),
    ),
    Layout(
        "guaranteed level beside its credit",
        (
            "Service | Guaranteed availability | Credit",
            "Cloud servers | 99.95 % | 10 % of the monthly fee",
            "Load balancer | 99.99 % | 5 % of the monthly fee",
        ),
        ("availability >= 99.95 percent @Cloud servers", "availability >= 99.99 percent @Load balancer"),
    ),
    Layout(
        "columns are sites",
        (
            "Commitment | Leeds site | Lyon site",
            "Power availability | 100 % | 99.99 %",
            "Time to respond to remote hands | 30 minutes | 1 hour",
        ),
        (
            "availability >= 100 percent @Leeds site",
            "availability >= 99.99 percent @Lyon site",
            "response_time <= 30 minute @Leeds site",
            "response_time <= 1 hour @Lyon site",
        ),
        heading="Colocation",
    ),
    Layout(
        "a figure in a row's own words",
        (
            "No | Commitment",
            "1 | Monthly uptime of at least 99.5 %",
            "2 | Report delivered within 5 business days after each month",
            "3 | RTO of 12 hours",
        ),
        ("availability >= 99.5 percent /month", "reporting_time <= 5 business_day", "recovery_time <= 12 hour"),
    ),
    Layout(
        "an asterisk that limits the clock",
        ("Priority | Response time* | Resolution time*", "P1 | 2 hours | 8 hours"),
        ("response_time <= 2 business_hour !P1", "resolution_time <= 8 business_hour !P1"),
        note="* during business hours",
    ),
    Layout(
        "reports that are due",
        ("Report | Frequency | Due", "Uptime report | Monthly | 5 business days after month end"),
        ("reporting_time <= 5 business_day @Uptime report",),
        heading="Reporting",
    ),
    Layout(
        "ranges give their outer end",
        ("Priority | Target resolution time", "P1 | 4-8 hours", "P2 | 2 to 3 business days"),
        ("resolution_time <= 8 hour !P1", "resolution_time <= 3 business_day !P2"),
    ),
    Layout(
        "class and clock in one header cell",
        ("Service | Critical response | High response | Critical restore", "Voice | 15 min | 1 h | 4 h", "Data | 30 min | 2 h | 6 h"),
        (
            "response_time <= 15 minute !Critical @Voice",
            "response_time <= 1 hour !High @Voice",
            "restoration_time <= 4 hour !Critical @Voice",
            "response_time <= 30 minute !Critical @Data",
            "response_time <= 2 hour !High @Data",
            "restoration_time <= 6 hour !Critical @Data",
        ),
    ),
    Layout("fees", ("Item | Unit | Price", "Set-up | once | USD 10,000", "Support | per hour | USD 120")),
    Layout(
        "impact by urgency",
        ("Impact / Urgency | High | Medium | Low", "Extensive | 1 | 2 | 3", "Minor | 2 | 3 | 4"),
        heading="Priority matrix",
    ),
    Layout(
        "escalation",
        ("Level | Contact | After", "1 | Service desk lead | 30 minutes", "2 | Service manager | 2 hours"),
        heading="Escalation",
    ),
    Layout(
        "plan of the project",
        ("Milestone | Due", "Kick-off | 2 weeks after signature", "Go-live | 3 months after signature"),
        heading="Implementation",
    ),
    Layout(
        "payment",
        ("Charge | Invoiced | Payable within", "Monthly fee | in advance | 30 days", "Extra work | in arrears | 14 days"),
        heading="Charges",
    ),
    Layout(
        "what the customer owes",
        (
            "Customer task | Time allowed",
            "Answer questions of the support team | 2 business days",
            "Approve the monthly report | 5 business days",
        ),
        heading="Customer responsibilities",
    ),
    Layout("quotas", ("Plan | Users included | Storage included", "Small | 10 | 100 GB", "Large | 200 | 2 TB")),
    Layout(
        "opening hours",
        ("Channel | Hours", "Phone | Mon-Fri 8 am to 6 pm", "E-mail | 24 hours a day, 7 days a week"),
        heading="Support hours",
    ),
    Layout("blanks", ("Priority | Response | Resolution", "P1 | ____ hours | [***]", "P2 | TBD | to be agreed")),
    Layout(
        "versions",
        (
            "Version | Date | Author | Change",
            "1.0 | 5 May 2031 | R. Vale | first version",
            "1.1 | 7 days later | R. Vale | response times added",
        ),
    ),
    Layout(
        "features of plans, some of them promises",
        (
            "Feature | Free | Team | Corporate",
            "API access | \u2713 | \u2713 | \u2713",
            "Uptime SLA | - | 99.9% | 99.99%",
            "Support response time | 48h | 12h | 1h",
            "Priority level 1 response time | - | 4 hours | 30 minutes",
            "Single sign-on | - | - | \u2713",
        ),
        (
            "availability >= 99.9 percent @Team",
            "availability >= 99.99 percent @Corporate",
            "response_time <= 48 hour @Free",
            "response_time <= 12 hour @Team",
            "response_time <= 1 hour @Corporate",
            "response_time <= 4 hour !Priority level 1 @Team",
            "response_time <= 30 minute !Priority level 1 @Corporate",
        ),
        heading="Plans",
    ),
    Layout(
        "an empty row where the header should stand",
        (" | | ", "Priority | Response | Fix", "P1 | 1 h | 4 h", "P2 | 4 h | 2 days"),
        ("response_time <= 1 hour !P1", "resolution_time <= 4 hour !P1", "response_time <= 4 hour !P2", "resolution_time <= 2 day !P2"),
    ),
    Layout(
        "the header stands in the second row under a title",
        ("Incident targets | < | <", "Priority | Response | Fix", "P1 | 1 h | 4 h"),
        ("response_time <= 1 hour !P1", "resolution_time <= 4 hour !P1"),
    ),
    Layout(
        "numbered rows",
        (
            "# | Measure | Level",
            "1. | Availability of the platform | 99.9 %",
            "2. | Time to restore | 4 hours",
            "3. | Calls answered in 30 seconds | 85%",
        ),
        ("availability >= 99.9 percent", "restoration_time <= 4 hour", "answer_time <= 30 second %85"),
    ),
    Layout(
        "pairs of figures under a pair of metrics",
        (
            "Severity | Typical issue | Response / Resolution | Contact method",
            "High | site down | 30 min / 4 hrs | phone",
            "Low | question | 8 hrs / 3 days | e-mail",
        ),
        (
            "response_time <= 30 minute !High",
            "resolution_time <= 4 hour !High",
            "response_time <= 8 hour !Low",
            "resolution_time <= 3 day !Low",
        ),
        heading="Support matrix",
    ),
    Layout(
        "target and share in a definition, two grades of it",
        (
            "No | Task | Definition of the standard | Goal | AQL | Weight",
            "1 | Stores | Goods shall be shelved within 24 working hours after receipt. | 95% | 90% | 20%",
            "2 | Reports | The incident report is submitted within 2 days of the incident. | 90% | 85% | 80%",
        ),
        (
            "turnaround_time <= 24 business_hour %95",
            "turnaround_time <= 24 business_hour %90",
            "reporting_time <= 2 day %90",
            "reporting_time <= 2 day %85",
        ),
        heading="Performance standards",
    ),
    Layout(
        "what is left of the cases",
        (
            "Metric | Service level",
            "Incident management | ",
            "High | 95% of issues are responded to within 5 business hours. The remainder of issues are responded to within 1 business day.",
        ),
        ("response_time <= 5 business_hour %95 !High", "response_time <= 1 business_day %100 !High"),
    ),
    Layout(
        "a table turned on its side with a row of definitions",
        ("Service | Mean time to repair (MTTR)", "Definition | The mean time to repair in a period of 720 hours.", "Objective | 4 hours"),
        ("mttr <= 4 hour",),
    ),
    Layout(
        "pages and queries answer by themselves",
        ("Transaction type | Maximum response time", "Page change | 2 seconds", "Report query | 10 seconds"),
        ("latency <= 2 second @Page change", "latency <= 10 second @Report query"),
    ),
    Layout(
        "statistic in brackets",
        ("Measure | Target", "Page load | 3 seconds (average)", "Answer time | 20 seconds (mean)"),
        ("latency <= 3 second ~mean", "answer_time <= 20 second ~mean"),
    ),
    Layout(
        "names before figures in one cell",
        ("Measure | Commitment", "Time to repair | Core network: 4 hours // Access line: 8 hours"),
        ("resolution_time <= 4 hour @Core network", "resolution_time <= 8 hour @Access line"),
    ),
    Layout(
        "plans called standard and premium",
        ("Service | Basic | Standard | Premium", "Toll-free numbers | 1 hour | 30 minutes | 15 minutes"),
        (
            "restoration_time <= 1 hour @Toll-free numbers, Basic",
            "restoration_time <= 30 minute @Toll-free numbers, Standard",
            "restoration_time <= 15 minute @Toll-free numbers, Premium",
        ),
        heading="Time to restore",
    ),
    Layout(
        "a temporary and a final correction",
        (
            "Severity level | Temporary correction (workaround or fix) | Permanent correction",
            "1 - Very high | within 2 business days | within 30 business days",
        ),
        ("restoration_time <= 2 business_day !1 - Very high", "resolution_time <= 30 business_day !1 - Very high"),
        heading="Correction of errors",
    ),
    Layout(
        "what a percentage means in minutes",
        (
            "SLA % | Daily | Weekly | Monthly | Yearly",
            "99.9 | 1m 26s | 10m 5s | 43m 28s | 8h 41m",
            "99.99 | 8.6s | 1m 0s | 4m 21s | 52m 10s",
        ),
        heading="Availability table",
    ),
    Layout(
        "what a percentage means in downtime",
        ("Availability % | Downtime per month | Downtime per year", "99.5 % | 3.6 hours | 43.8 hours", "99.9 % | 43.8 minutes | 8.8 hours"),
        heading="How to read percentages",
    ),
    Layout(
        "credits of plans by two ends of the outage",
        (
            "From > (Minutes) | To \u2264 (Minutes) | Bronze | Silver | Gold",
            "22 | 43 | 5% | 5% | 10%",
            "43 | 720 | 10% | 10% | 20%",
            "720 | | NA | 20% | 50%",
        ),
        heading="Availability credits as a percent of the monthly charge",
    ),
    Layout(
        "bands of the month without the word credit in the header",
        ("Monthly uptime percentage | Percentage of monthly fee", "99.9% or higher | None", "98.0% to 99.89% | 10%", "under 98.0% | 20%"),
        heading="Service credits",
    ),
)
