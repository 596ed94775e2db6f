"""Trace a program's requests with OpenTelemetry: its instrumentation of httpx is all it takes.

The extra `telemetry` of graphsync-client brings what is needed.
"""

from __future__ import annotations

from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter

from graphsync import GraphClient


def trace_to(exporter: SpanExporter) -> TracerProvider:
    """Send a span for each request to an exporter, from now on."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    HTTPXClientInstrumentor().instrument(tracer_provider=provider)
    return provider


def nightly(graph: GraphClient, service_principal_id: str, tracer: trace.Tracer) -> int:
    """Look at every job within one span, whose children are the requests.

    Return how many there were.
    """
    with tracer.start_as_current_span("nightly check of jobs"):
        return len(graph.service_principals[service_principal_id].synchronization.jobs.list())
