"""The taxonomy of metrics: what is measured, in which unit, which way is better, over which window.

Definitions follow ISO/IEC 19086-2's parts of a metric (definition, unit, scale) and the field's usual names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sladocs.model.quantity import Comparator, Dimension


class Metric(StrEnum):
    """The names of the metrics, as the interchange format writes them."""

    AVAILABILITY = "availability"
    DOWNTIME = "downtime"
    RESPONSE_TIME = "response_time"
    RESTORATION_TIME = "restoration_time"
    RESOLUTION_TIME = "resolution_time"
    UPDATE_INTERVAL = "update_interval"
    NOTIFICATION_TIME = "notification_time"
    ONSITE_TIME = "onsite_time"
    REPLACEMENT_TIME = "replacement_time"
    LATENCY = "latency"
    THROUGHPUT = "throughput"
    CAPACITY = "capacity"
    ERROR_RATE = "error_rate"
    ACCURACY = "accuracy"
    ANSWER_TIME = "answer_time"
    ABANDONMENT_RATE = "abandonment_rate"
    FIRST_CONTACT_RESOLUTION = "first_contact_resolution"
    CUSTOMER_SATISFACTION = "customer_satisfaction"
    TURNAROUND_TIME = "turnaround_time"
    ON_TIME_DELIVERY = "on_time_delivery"
    BACKLOG = "backlog"
    RECOVERY_TIME = "recovery_time"
    RECOVERY_POINT = "recovery_point"
    PACKET_LOSS = "packet_loss"
    JITTER = "jitter"
    DURABILITY = "durability"
    MTBF = "mtbf"
    MTTR = "mttr"
    MAINTENANCE_TIME = "maintenance_time"
    MAINTENANCE_NOTICE = "maintenance_notice"
    REPORTING_TIME = "reporting_time"
    BACKUP_FREQUENCY = "backup_frequency"
    RETENTION = "retention"
    STAFFING = "staffing"
    OTHER = "other"


class Window(StrEnum):
    """The period over which a level is measured."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Statistic(StrEnum):
    """How single measurements become one figure."""

    MEAN = "mean"
    MEDIAN = "median"
    P95 = "p95"
    P99 = "p99"
    MAX = "max"
    MIN = "min"


@dataclass(frozen=True, slots=True)
class MetricInfo:
    """What is usual for a metric.

    `name` is the printed name; `definition` one sentence; `dimensions` those a target may have (empty: any); `comparator` the usual
    one; `window` the usual measurement period, None where each case counts by itself.
    """

    name: str
    definition: str
    dimensions: tuple[Dimension, ...]
    comparator: Comparator
    window: Window | None


_CLOCK = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)
_SHARE = (Dimension.PERCENT,)
_SCORE = (Dimension.PERCENT, Dimension.OTHER)
_UP, _DOWN = Comparator.AT_LEAST, Comparator.AT_MOST


def _info(
    name: str, definition: str, dimensions: tuple[Dimension, ...], comparator: Comparator, window: Window | None = None
) -> MetricInfo:
    return MetricInfo(name, definition, dimensions, comparator, window)


TAXONOMY: Final[Mapping[Metric, MetricInfo]] = {
    Metric.AVAILABILITY: _info("Availability", "the share of the agreed time in which the service can be used", _SHARE, _UP, Window.MONTH),
    Metric.DOWNTIME: _info("Downtime", "the sum of unplanned outages", _CLOCK, _DOWN, Window.MONTH),
    Metric.RESPONSE_TIME: _info("Response time", "the time from receipt of a request to its acknowledgement by a person", _CLOCK, _DOWN),
    Metric.RESTORATION_TIME: _info("Restoration time", "the time until the service is back or a workaround stands", _CLOCK, _DOWN),
    Metric.RESOLUTION_TIME: _info("Resolution time", "the time until the cause is mended for good", _CLOCK, _DOWN),
    Metric.UPDATE_INTERVAL: _info("Update interval", "the longest time between two reports of progress", _CLOCK, _DOWN),
    Metric.NOTIFICATION_TIME: _info("Notification time", "the time from detection of an event to telling the other party", _CLOCK, _DOWN),
    Metric.ONSITE_TIME: _info("On-site time", "the time from dispatch to arrival on site", _CLOCK, _DOWN),
    Metric.REPLACEMENT_TIME: _info("Replacement time", "the time until a defective part is replaced", _CLOCK, _DOWN),
    Metric.LATENCY: _info("Latency", "the system's own response time between two named points", _CLOCK, _DOWN, Window.MONTH),
    Metric.THROUGHPUT: _info("Throughput", "the work or traffic handled in a unit of time", (), _UP, Window.MONTH),
    Metric.CAPACITY: _info("Capacity", "the users, storage or load that the service bears", (), _UP, Window.MONTH),
    Metric.ERROR_RATE: _info("Error rate", "the share or number of faulty results", _SCORE, _DOWN, Window.MONTH),
    Metric.ACCURACY: _info("Accuracy", "the share of correct items among all items", _SHARE, _UP, Window.MONTH),
    Metric.ANSWER_TIME: _info("Answer time", "the time until a call or chat is answered", _CLOCK, _DOWN, Window.MONTH),
    Metric.ABANDONMENT_RATE: _info("Abandonment rate", "the share of contacts given up before an answer", _SHARE, _DOWN, Window.MONTH),
    Metric.FIRST_CONTACT_RESOLUTION: _info("First contact resolution", "the share of contacts solved at once", _SHARE, _UP, Window.MONTH),
    Metric.CUSTOMER_SATISFACTION: _info("Customer satisfaction", "the result of a satisfaction survey", _SCORE, _UP, Window.QUARTER),
    Metric.TURNAROUND_TIME: _info("Turnaround time", "the time from receipt of an item of work to its delivery", _CLOCK, _DOWN),
    Metric.ON_TIME_DELIVERY: _info("On-time delivery", "the share of items delivered by their due date", _SHARE, _UP, Window.MONTH),
    Metric.BACKLOG: _info("Backlog", "the items still open beyond an agreed age", (), _DOWN, Window.WEEK),
    Metric.RECOVERY_TIME: _info("Recovery time objective", "the time until the service runs again after a disaster", _CLOCK, _DOWN),
    Metric.RECOVERY_POINT: _info("Recovery point objective", "the longest span of data that a disaster may destroy", _CLOCK, _DOWN),
    Metric.PACKET_LOSS: _info("Packet loss", "the share of packets that do not arrive", _SHARE, _DOWN, Window.MONTH),
    Metric.JITTER: _info("Jitter", "the variation of packet delay", _CLOCK, _DOWN, Window.MONTH),
    Metric.DURABILITY: _info("Durability", "the share of stored objects that are kept intact", (), _UP, Window.YEAR),
    Metric.MTBF: _info("Mean time between failures", "the mean running time between two failures", _CLOCK, _UP, Window.YEAR),
    Metric.MTTR: _info("Mean time to repair", "the mean time from failure to repair", _CLOCK, _DOWN, Window.MONTH),
    Metric.MAINTENANCE_TIME: _info("Maintenance time", "the sum of planned outages", _CLOCK, _DOWN, Window.MONTH),
    Metric.MAINTENANCE_NOTICE: _info("Maintenance notice", "the notice given before planned work", _CLOCK, _UP),
    Metric.REPORTING_TIME: _info("Reporting time", "the time until a report is delivered", _CLOCK, _DOWN),
    Metric.BACKUP_FREQUENCY: _info("Backup frequency", "the longest interval between two backups", _CLOCK, _DOWN),
    Metric.RETENTION: _info("Retention", "the time for which data are kept", _CLOCK, _UP),
    Metric.STAFFING: _info("Staffing", "posts filled, or staff with a qualification", (), _UP, Window.MONTH),
    Metric.OTHER: _info("Other service level", "a measure that has no usual name", (), _UP),
}  # fmt: skip
"""What is usual for each metric, in the order in which documents list them."""

PRIORITY_GRID: Final = (Metric.RESPONSE_TIME, Metric.RESTORATION_TIME, Metric.RESOLUTION_TIME, Metric.UPDATE_INTERVAL)
"""The metrics that stand in one grid by priority, in the order of its columns."""
