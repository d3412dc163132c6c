"""The numbers of `metrics.py` in the text format that Prometheus reads."""

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from bot import metrics
from bot.wording import voice

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SPEAK = voice("en")


def exposition(measured: Mapping[metrics.Metric, Mapping[str, float]]) -> bytes:
    """All that was counted, and what was `measured` now: for each metric a number for each value of its label."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Counted(measured))
    # Memory, processor time and open files of the process, by their conventional names.
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Counted(Collector):
    def __init__(self, measured: Mapping[metrics.Metric, Mapping[str, float]]) -> None:
        self._measured = measured

    def collect(self) -> Iterator[Metric]:
        for metric, values in self._measured.items():
            yield from _family(GaugeMetricFamily, metric, values)
        for counter in metrics.COUNTERS:
            yield from _family(CounterMetricFamily, counter.metric, counter.counts())
        for histogram in metrics.HISTOGRAMS:
            yield _histogram(histogram)


def _family(
    kind: type[GaugeMetricFamily] | type[CounterMetricFamily], metric: metrics.Metric, values: Mapping[str, float]
) -> Iterator[Metric]:
    family = kind(metric.name, _SPEAK.word(metric.help), labels=[metric.label] if metric.label else [])
    for value, number in values.items():
        family.add_metric([value] if metric.label else [], number)
    yield family


def _histogram(histogram: metrics.Histogram) -> Metric:
    buckets, reached = [], 0
    for bound, count in zip((*histogram.bounds_s, float("inf")), histogram.counts, strict=True):
        reached += count
        buckets.append(("+Inf" if bound == float("inf") else str(bound), reached))
    family = HistogramMetricFamily(histogram.metric.name, _SPEAK.word(histogram.metric.help))
    family.add_metric([], buckets, histogram.sum_s)
    return family
