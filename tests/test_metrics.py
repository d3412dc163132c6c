"""What is counted, what is shown of it, and what is told about it."""

from functools import partial
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import metrics, upkeep
from bot.ask.understanding import Outcome
from bot.conversation import Lane
from bot.database import Database
from bot.exposition import exposition
from bot.wording import voice


def shown(measured: dict[metrics.Metric, dict[str, float]] | None = None) -> dict[tuple[str, str], float]:
    """Every sample that Prometheus reads, by name and label value."""
    families = text_string_to_metric_families(exposition(measured or {}).decode())
    return {
        (sample.name, next(iter(sample.labels.values()), "")): sample.value
        for family in families
        for sample in family.samples
    }


def test_a_counter_is_shown_from_the_start_and_rises() -> None:
    before = shown()[("releve_answers_total", "gone")]
    metrics.ANSWERS.add("gone")
    assert shown()[("releve_answers_total", "gone")] == before + 1


def test_what_is_measured_is_shown_by_its_label() -> None:
    found = shown({metrics.READY: {"": 1.0}, metrics.WAITING: {"conversation": 3, "broadcast": 0}})
    assert found[("releve_ready", "")] == 1
    assert found[("releve_outbox_waiting", "conversation")] == 3


def test_what_is_not_known_yet_is_left_out() -> None:
    assert ("releve_sync_age_seconds", "") not in shown({metrics.SYNC_AGE: {}})


def test_a_histogram_counts_each_time_in_every_bucket_that_holds_it() -> None:
    slow = metrics.Histogram("releve_test_seconds", (0.1, 1.0))
    for seconds in (0.1, 0.5, 7.0):
        slow.add(seconds)
    assert slow.counts == [1, 1, 1]
    assert slow.sum_s == pytest.approx(7.6)


def test_the_process_is_measured_too() -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("only where there is a /proc")
    assert shown()[("process_resident_memory_bytes", "")] > 0


def test_the_table_names_what_is_shown_and_nothing_else() -> None:
    measured = {metric: {"conversation" if metric.label else "": 1.0} for metric in metrics.READ}
    families = {
        # The parser takes `_total` off the names of counters.
        family.name + ("_total" if family.type == "counter" else ""): family.type
        for family in text_string_to_metric_families(exposition(measured).decode())
        if family.name.startswith("releve_")
    }
    assert families == {metric.name: metric.kind.value for metric in metrics.ALL}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_table_explains_each_in_both_languages(language: str) -> None:
    table = upkeep.table_of_metrics(voice(language))
    for metric in metrics.ALL:
        assert f"| `{metric.name}` | {metric.kind.value} |" in table


def test_no_sentence_is_kept_of_a_metric_that_is_gone() -> None:
    told = {name for name in voice("fr").names() if name.startswith("metrics.") and "column-" not in name}
    assert told == {metric.help for metric in metrics.ALL}


def test_the_labels_are_the_words_of_the_house() -> None:
    assert set(metrics.OUTCOMES) == {outcome.value for outcome in Outcome if outcome is not Outcome.SILENT}
    assert set(metrics.LANES) == {lane.value for lane in Lane}


async def test_only_what_is_kept_is_counted(database: Database) -> None:
    counted = metrics.Counter("releve_test_total", "what")
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            tx.if_kept(partial(counted.add, "undone"))
            raise RuntimeError
    async with database.transaction() as tx:
        tx.if_kept(partial(counted.add, "kept"))
        with pytest.raises(RuntimeError):
            async with tx.savepoint():
                tx.if_kept(partial(counted.add, "undone in part"))
                raise RuntimeError
        assert counted.counts() == {}
    assert counted.counts() == {"kept": 1}
