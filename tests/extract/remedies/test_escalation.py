"""Ladders of escalation in the layouts and wordings in which agreements state them."""

from __future__ import annotations

import pytest

from tests.extract.remedies.passages import agreement_of, step_line

TABLES = {
    "level, role, time": (
        """
## Escalation

| Level | Contact | Escalate after |
|---|---|---|
| 1 | Service Desk | - |
| 2 | Service Manager | 4 hours |
| 3 | Operations Director | 1 business day |
""",
        ["1 Service Desk", "2 Service Manager after 4 hour", "3 Operations Director after 1 business_day"],
    ),
    "who": (
        """
## Escalation path

| Level | Who | When to escalate |
|---|---|---|
| 1 | On-call engineer | First responder |
| 2 | Team lead | No answer in 15 minutes |
| 3 | Engineering manager | Major incident |
""",
        ["1 On-call engineer", "2 Team lead after 15 minute", "3 Engineering manager"],
    ),
    "both parties": (
        """
## Escalation levels

| Escalation level | Provider | Customer |
|---|---|---|
| First level | Service Manager | IT Manager |
| Second level | Head of Operations | Head of IT |
""",
        ["1 Service Manager", "1 IT Manager", "2 Head of Operations", "2 Head of IT"],
    ),
    "from the top": (
        """
## Escalation

| Category | Description | Contact |
|---|---|---|
| Level 3 | Unresolved level 2 issues | Head of Operations |
| Level 2 | Recurring issues | Team Lead |
| Level 1 | First report | Support Engineer |
""",
        ["1 Support Engineer", "2 Team Lead", "3 Head of Operations"],
    ),
    "tiers with descriptions": (
        """
## Support tiers

| Support Tier | Description |
|---|---|
| Tier 1 Support | All incidents begin here, where the ticket is opened and basic troubleshooting is done. |
| Tier 2 Support | Incidents that Tier 1 cannot resolve are escalated here, to more experienced engineers. |
| Tier 3 Support | Incidents that Tier 2 cannot resolve are escalated to the most qualified engineers. |
""",
        ["1 Tier 1 Support", "2 Tier 2 Support", "3 Tier 3 Support"],
    ),
    "a column for each level": (
        """
## Escalation matrix

| Severity | Level 1 | Level 2 | Level 3 |
|---|---|---|---|
| Critical | Helpdesk | Network Team | CTO |
| Low | Helpdesk | Support Lead | N/A |
""",
        [
            "1 Helpdesk | Critical",
            "2 Network Team | Critical",
            "3 CTO | Critical",
            "1 Helpdesk | Low",
            "2 Support Lead | Low",
        ],
    ),
    "times under roles": (
        """
## Escalation times

| Severity | Support Manager | Vice President |
|---|---|---|
| Severity 1 | 2 hours | 4 hours |
| Severity 2 | 8 hours | 24 hours |
""",
        [
            "1 Support Manager after 2 hour | Severity 1",
            "2 Vice President after 4 hour | Severity 1",
            "1 Support Manager after 8 hour | Severity 2",
            "2 Vice President after 24 hour | Severity 2",
        ],
    ),
    "roles in order": (
        """
## Escalation contacts

| Role | Phone |
|---|---|
| Service Desk Lead | 100 |
| Account Manager | 200 |
| Managing Director | 300 |
""",
        ["1 Service Desk Lead", "2 Account Manager", "3 Managing Director"],
    ),
}

TABLES |= {
    "names and titles": (
        """
## Escalation matrix

| Escalation Level | Name | Designation | Contact |
|---|---|---|---|
| L1 | To be advised | Helpdesk Engineer | 555-1 |
| L2 | To be advised | Delivery Head | 555-2 |
""",
        ["1 Helpdesk Engineer", "2 Delivery Head"],
    ),
    "classes across": (
        """
## Escalation procedure

| Management | Severity 1 | Severity 2 |
|---|---|---|
| Manager, Technical Support | 1 hour | 4 hours |
| Chief Operating Officer | 4 hours | As needed |
""",
        [
            "1 Manager, Technical Support after 1 hour | Severity 1",
            "2 Chief Operating Officer after 4 hour | Severity 1",
            "1 Manager, Technical Support after 4 hour | Severity 2",
            "2 Chief Operating Officer | Severity 2",
        ],
    ),
    "the time first": (
        """
## Escalation

| Time elapsed | Escalated to |
|---|---|
| 2 hours | Shift Supervisor |
| 4 hours | Operations Manager |
""",
        ["1 Shift Supervisor after 2 hour", "2 Operations Manager after 4 hour"],
    ),
    "role and time in a cell": (
        """
## Escalation

| Priority | 1st escalation | 2nd escalation |
|---|---|---|
| P1 | Team Lead (30 min) | Service Manager (1 h) |
""",
        ["1 Team Lead after 30 minute | P1", "2 Service Manager after 1 hour | P1"],
    ),
}

PROSE = {
    "numbered list": (
        """
## Escalation

**Escalation path**:

1. Team Lead (supporting team)
2. Department Manager
3. Service Director
""",
        ["1 Team Lead (supporting team)", "2 Department Manager", "3 Service Director"],
    ),
    "levels in a list": (
        """
## Escalation procedure

- Level 1: Service Desk
- Level 2: Service Manager, after 4 hours
- Level 3: Chief Technology Officer, after 8 hours
""",
        ["1 Service Desk", "2 Service Manager after 4 hour", "3 Chief Technology Officer after 8 hour"],
    ),
    "bullets of roles": (
        """
## 7. Escalation

Unresolved issues are escalated in this order:

- Support agent
- Senior support engineer
- Engineering manager
""",
        ["1 Support agent", "2 Senior support engineer", "3 Engineering manager"],
    ),
    "first and then": (
        """
## Support

If an incident is not resolved within the target, it is escalated first to a senior engineer, then to the team lead, then to the operations director.
""",
        ["1 senior engineer", "2 team lead", "3 operations director"],
    ),
    "if not resolved within": (
        """
## Escalation

Severity 1 issues are escalated to a Support Coordinator if not resolved within 4 hours; to the next management level if not resolved within 24 hours.
""",
        ["1 Support Coordinator after 4 hour | Severity 1", "2 next management level after 24 hour | Severity 1"],
    ),
    "time first": (
        """
## Escalation

If an incident is not resolved within 4 hours, Provider shall escalate it to the Service Manager.

If it is still not resolved within 8 hours, Provider shall escalate it to the Head of Operations.
""",
        ["1 Service Manager after 4 hour", "2 Head of Operations after 8 hour"],
    ),
    "unresolved: escalate": (
        """
## Escalation

- Unresolved within 2 hours: escalate to the Duty Manager
- Unresolved within 6 hours: escalate to the Regional Director
""",
        ["1 Duty Manager after 2 hour", "2 Regional Director after 6 hour"],
    ),
    "one step": (
        """
## Remote support

Issues that cannot be resolved by telephone will be escalated to the field team assigned to the site.
""",
        ["1 field team assigned to the site"],
    ),
    "security": (
        """
## Security

Critical security issues will be escalated immediately to the Security Team.
""",
        ["1 Security Team | Critical"],
    ),
    "dispute ladder": (
        """
## Dispute Resolution

Any dispute shall first be referred to the project managers of the parties. If they do not resolve it within ten (10) days, the dispute shall be
referred to the chief executive officers of the parties. Failing that, the dispute shall be referred to arbitration.
""",
        ["1 project managers of the parties", "2 chief executive officers of the parties after 10 day"],
    ),
    "executives": (
        """
## Disputes

The parties shall attempt to resolve any dispute by negotiations between executives with authority to settle it before going to mediation.
""",
        ["1 executives with authority"],
    ),
    "definitions of tiers": (
        """
## Definitions

"Level 1 Support" means the first answer to a call of a user.

"Level 2 Support" means the analysis of an error.
""",
        ["1 Level 1 Support", "2 Level 2 Support"],
    ),
    "arrow": (
        """
## Escalation

Escalation path: Service Desk → Service Manager → Account Director
""",
        ["1 Service Desk", "2 Service Manager", "3 Account Director"],
    ),
    "headings of levels": (
        """
## Escalation Levels

### Level 1: Initial Support

Handled by the support team.

### Level 2: Technical Support

Handled by specialists.
""",
        ["1 Initial Support", "2 Technical Support"],
    ),
    "level by level in prose": (
        """
## Support procedure

If Level 1 Support cannot resolve the issue, the ticket is escalated to Level 2 Support. Level 2 Support will escalate the ticket to Level 3 Support.
""",
        ["2 Level 2 Support", "3 Level 3 Support"],
    ),
    "levels in one sentence": (
        """
## Support

Requests are escalated as follows: Tier 1 (first response) — technician; Tier 2 (within 4 hours if unresolved) — team lead; Tier 3 — department
manager.
""",
        ["1 technician", "2 team lead after 4 hour", "3 department manager"],
    ),
    "who gives which tier": (
        """
## Support

First-line support is provided by the Customer's help desk. Second-line support is provided by the support team of Oakfield.
""",
        ["1 Customer's help desk", "2 support team of Oakfield"],
    ),
    "stages of a complaint": (
        """
## Complaints

Stage 1: Your account manager will look into the complaint.

Stage 2: The Customer Care Manager will review it.
""",
        ["1 account manager", "2 Customer Care Manager"],
    ),
    "contact if unhappy": (
        """
## Complaints and escalation

If you are not satisfied, please contact the line manager responsible for the service. If the matter is still not resolved, please contact the
Director of Facilities.
""",
        ["1 line manager responsible for the service", "2 Director of Facilities"],
    ),
}

NONE = (
    "## Severity levels\n\n| Level | Description | Response |\n|---|---|---|\n| Level 1 | System down, escalate at once | 1 hour |\n| Level 2 | Slow | 4 hours |",
    "## Disputes\n\nAny dispute shall be referred to the courts of Ireland.",
    "## Disputes\n\nIf the matter is not resolved it shall be submitted to mediation, and then to arbitration under the rules in force.",
    "## Priorities\n\nThe Customer may ask that an incident is escalated to a higher priority.",
    "## Severity levels\n\n- Level 1: Critical\n- Level 2: Major\n- Level 3: Minor",
    "## Support plans\n\n| Plan | Level 1 | Level 2 |\n|---|---|---|\n| Gold | 1 hour | 4 hours |\n| Silver | 2 hours | 8 hours |",
    "## Escalation\n\n**Escalation triggers**:\n\n- A missed target\n- A safety risk\n- A second failure",
    "## Price\n\nFees escalate by 3% each year to the level of the index.",
)


HEADED_TIERS = {
    "## Support\n\n### Level 1 Support (L1)\n\nFirst contact.\n\n### Level 2 Support (L2)\n\nAnalysis.\n": [
        "1 Level 1 Support (L1)",
        "2 Level 2 Support (L2)",
    ],
    "## Help\n\n### Tier 1 support\n\nThe desk takes calls.\n\n### Tier 2 support\n\nEngineers.\n\n### Tier 3 support\n\nMakers.\n": [
        "1 Tier 1 support",
        "2 Tier 2 support",
        "3 Tier 3 support",
    ],
    "## Help\n\n### First-line support\n\nBy the desk.\n\n### Second-line support\n\nBy engineers.\n": [
        "1 First-line support",
        "2 Second-line support",
    ],
    "## Help\n\n### Level 2 Technical Support: Oakfield\n\nAnalysis.\n\n### Level 3 Technical Support: Northwind\n\nFixes.\n": [
        "2 Level 2 Technical Support",
        "3 Level 3 Technical Support",
    ],
    "## Help\n\n### Level 1 Support\n\nAll plans have it.\n": [],
    "## Severity\n\n### Level 1\n\nDown.\n\n### Level 2\n\nSlow.\n": [],
}


@pytest.mark.parametrize("passage", HEADED_TIERS)
def test_tiers_that_headings_name(passage: str) -> None:
    assert [step_line(step) for step in agreement_of(passage).escalation] == HEADED_TIERS[passage]


@pytest.mark.parametrize("name", [*TABLES, *PROSE])
def test_ladders(name: str) -> None:
    passage, expected = {**TABLES, **PROSE}[name]
    assert [step_line(step) for step in agreement_of(passage).escalation] == expected


@pytest.mark.parametrize("passage", NONE)
def test_what_is_no_ladder(passage: str) -> None:
    assert not agreement_of(passage).escalation
