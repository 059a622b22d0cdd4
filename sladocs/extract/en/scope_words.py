"""How English says to which service a figure is limited, and the words that name no service."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?P<name>[A-Za-z][\w/&'\u2019()-]*(?:\s+[\w/&'\u2019()-]+){0,6}?)"
_STOP: Final = (
    r"(?=\s*(?:[.,;:]|$)|\s+(?:and|or|per|in|during|each|every|within|is|are|will|shall|measured|calculated|excluding|except|over|at|if"
    r"|when|where|that|which|with|by|from|based|as|less|no|of|to)\b)"
)
BEHIND: Final = re.compile(
    rf"\b(?:for|on|of|to|across|between)\s+(?:(?:the|our|all|any|each|your|its|such"
    rf"|this)\s+)*{_NAME}{_STOP}",
    re.IGNORECASE,
)
"""What a figure is limited to by the words behind it: "99.9 % for dedicated servers"."""
LABEL: Final = re.compile(r"^\W*(?P<name>[A-Za-z][^:.;\n]{1,70}?)\s*(?::|\s[-\u2013\u2014]\s)")
"""What leads a line: "Network: 100 %"."""
SUBJECT: Final = re.compile(
    r"(?:^\W*|\b(?:that|and|while|ensure|keep|keeping|guarantees?|maintain)\s+|[,;]\s*)(?:the|our|each|all|any|its|your)?\s*"
    r"(?P<name>[A-Za-z][\w/&'\u2019()-]*(?:\s+[\w/&'\u2019()-]+){0,6}?)\s+(?:to\s+your\s+[\w-]+\s+)?(?:will|shall|is|are|has|have"
    r"|must|available|up)\b",
    re.IGNORECASE,
)
"""The subject of a sentence before its figure: "the control panel is available"."""
OBJECT: Final = re.compile(
    r"^\W*(?:(?:we|[A-Z]\w+)\s+(?:will|shall)\s+)?(?:\w+ly\s+)?[A-Za-z]+(?:\s+(?:to|with|on|for))?\s+(?:(?:all|any|your|the|each|every|an?)\s+)*"
    r"(?P<name>[A-Za-z][\w'\u2019/-]*(?:\s+[\w'\u2019/-]+){0,11}?)\s*$",
    re.IGNORECASE,
)
"""What an item of a list is about, between its verb and its time: "Respond to letters within 5 days"."""
PLAIN: Final = frozenset({
    "a", "above", "acknowledge", "acknowledgement", "acknowledgment", "agreement", "agreements", "all", "an", "and", "annex",
    "annual", "annually", "any", "appendix", "at", "availability", "available", "average", "basis", "be", "been", "beginning",
    "below", "calculation", "call", "calls", "case", "cases", "claims", "client", "commitment", "commitments", "committed",
    "company", "contractor", "credit", "credits", "critical", "customer", "daily", "day", "days", "definitions", "delay",
    "description", "details", "downtime", "each", "end", "exclusions", "exhibit", "fault", "faults", "first", "following",
    "for", "general", "goal", "goals", "guarantee", "guaranteed", "guarantees", "high", "host", "hour", "hours", "in",
    "incident", "incidents", "initial", "introduction", "issue", "issues", "it", "its", "jitter", "key", "latency", "least",
    "less", "level", "levels", "licensor", "loss", "low", "maintenance", "major", "maximum", "mean", "measurement", "medium",
    "metric", "metrics", "minimum", "minor", "minute", "minutes", "month", "monthly", "more", "most", "normal", "notice",
    "notification", "objective", "objectives", "of", "on", "or", "our", "overview", "packet", "part", "parties", "party", "per",
    "percent", "percentage", "performance", "planned", "policy", "priority", "problem", "problems", "provider", "purpose",
    "quarter", "quarterly", "rate", "rates", "receipt", "remedies", "remedy", "repair", "report", "reporting", "reports",
    "request", "requests", "resolution", "response", "responses", "restoration", "round", "schedule", "scheduled", "scope",
    "seconds", "section", "service", "services", "severity", "sla", "slas", "slo", "slos", "standard-of-service", "such",
    "summary", "supplier", "table", "target", "targets", "terms", "than", "that", "the", "they", "this", "ticket", "tickets",
    "time", "time-to", "times", "trip", "up", "update", "updates", "uptime", "urgent", "user", "users", "vendor", "we",
    "weekly", "which", "who", "window", "windows", "within", "year", "yearly", "you", "your",
})  # fmt: skip
"""Words that make no name of a service by themselves."""
NO_NAME: Final = re.compile(
    r"\d\s*(?:%|[hms]\b|min|hour|day|week|month)|[$\u20ac\u00a3]|\b(?:agreement|sla|included|includes?|features?|following|we|you"
    r"|will|shall|must|within)\b",
    re.IGNORECASE,
)
"""What stands in no name of a service."""
