"""The nouns of what is counted in a service: users, calls, errors."""

from __future__ import annotations

from typing import Final

FAULTS: Final = frozenset({
    "error", "errors", "defect", "defects", "failure", "failures", "outage", "outages", "incident", "incidents", "complaint",
    "complaints", "breach", "breaches", "fault", "faults", "interruption", "interruptions", "escalation", "escalations", "occurrence",
    "occurrences", "instance", "instances",
})  # fmt: skip
"""Of these, fewer are better."""
LOADS: Final = frozenset({
    "user", "users", "session", "sessions", "connection", "connections", "licence", "licences", "license", "licenses", "seat", "seats",
    "mailbox", "mailboxes", "device", "devices", "endpoint", "endpoints", "line", "lines", "channel", "channels", "agent", "agents",
    "transaction", "transactions", "request", "requests", "query", "queries", "call", "calls", "message", "messages", "email", "emails",
    "record", "records", "order", "orders", "item", "items", "document", "documents", "page", "pages", "ticket", "tickets", "server",
    "servers", "operator", "operators", "engineer", "engineers", "technician", "technicians", "subscriber", "subscribers", "visitor",
    "visitors", "staff", "personnel",
})  # fmt: skip
"""Of these, more are better."""
STORAGE: Final = frozenset({
    "gb", "tb", "mb", "pb", "gigabyte", "gigabytes", "terabyte", "terabytes", "megabyte", "megabytes", "gib", "tib",
})  # fmt: skip
LINKS: Final = frozenset({
    "of", "the", "a", "an", "in", "on", "at", "by", "for", "to", "from", "or", "and", "per", "is", "are", "with", "within", "than",
    "that", "which",
})  # fmt: skip
"""Words that end the description of a counted noun."""
NO_COUNT_BEFORE: Final = frozenset({
    "priority", "severity", "level", "class", "category", "type", "tier", "sev", "p", "s", "prio", "section", "clause", "schedule",
    "annex", "appendix", "table", "per",
})  # fmt: skip
"""Words whose figure is a rank or a label."""
