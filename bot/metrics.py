"""What is counted: numbers and kinds, never words and never who."""

from __future__ import annotations

from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

_SECONDS = (0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """The gateway's own registry, so that two gateways in one process do not mix their figures."""

    def __init__(self) -> None:
        """Every figure starts at zero."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        more: dict[str, Any] = {"registry": self.registry, "namespace": "gateway"}
        self.updates = Counter("updates", "Updates kept, by kind.", ["kind"], **more)
        self.outcomes = Counter("outcomes", "Answers, by what they did.", ["outcome"], **more)
        self.rasa = Histogram("rasa_seconds", "How long Rasa took.", buckets=_SECONDS, **more)
        self.rasa_failed = Counter("rasa_failed", "Calls of Rasa without an answer, by reason.", ["reason"], **more)
        self.reply = Histogram("reply_seconds", "From an update kept to its answer sent.", buckets=_SECONDS, **more)
        self.sent = Counter("sent", "Calls Telegram took, by method.", ["method"], **more)
        self.failed = Counter("sends_failed", "Calls Telegram did not take, by reason.", ["reason"], **more)
        self.inbox = Gauge("inbox_depth", "Updates that wait for their answer.", **more)
        self.outbox = Gauge("outbox_depth", "Messages that wait to be sent.", **more)
        self.oldest = Gauge("oldest_seconds", "How long the update that waits longest has waited.", **more)
        self.polled = Gauge("polled_seconds_ago", "Since the last sign of life of polling or webhooks.", **more)

    def page(self) -> bytes:
        """The figures as Prometheus reads them."""
        return generate_latest(self.registry)
