"""Prometheus metrics: what came of requests and how long answers took. No text, no addresses, few labels."""

from __future__ import annotations

import os
from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

MULTIPROCESS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
BUCKETS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds; fine around the target of 15 to 50 milliseconds."""


@dataclass(frozen=True)
class IndexState:
    """What the index in use looks like, for the gauges."""

    claims: int
    overdue_share: float


class Metrics:
    """The metrics of one application. With several workers each counts in a file and any of them adds them up."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "caveat_answers_total",
            "Answers given.",
            ("surface", "outcome", "reason"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "caveat_answer_seconds",
            "Time to an answer, waiting included.",
            ("surface",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._requests = Counter(
            "caveat_requests_total",
            "Requests by route template and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._faults = Counter("caveat_faults_total", "Faults that were handled.", ("kind",), registry=self._registry)
        self._claims = Gauge("caveat_claims", "Claims in use.", registry=self._registry, multiprocess_mode="mostrecent")
        self._overdue = Gauge(
            "caveat_overdue_claims_share",
            "Share of claims past their review date.",
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )

    def count_answer(self, surface: str, outcome: str, reason: str | None, seconds: float) -> None:
        """Count one answer."""
        self._answers.labels(surface, outcome, reason or "none").inc()
        self._seconds.labels(surface).observe(seconds)

    def count_request(self, method: str, route: str, status: int) -> None:
        """Count one request."""
        self._requests.labels(method, route, str(status)).inc()

    def count_fault(self, kind: str) -> None:
        """Count one fault: `crash`, `limits-store`, `keys`, `reload`, `feedback`, `retention`."""
        self._faults.labels(kind).inc()

    def set_index(self, state: IndexState) -> None:
        """Show the state of the index in use."""
        self._claims.set(state.claims)
        self._overdue.set(state.overdue_share)

    def page(self) -> tuple[bytes, str]:
        """Return the metrics of all workers as text, and its content type."""
        registry = self._registry
        if os.environ.get(MULTIPROCESS_VARIABLE):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry), CONTENT_TYPE_LATEST
