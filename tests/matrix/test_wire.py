"""How long to wait after a 429, in the words of different servers and proxies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.wire import wait_of

DATE = "Tue, 24 Nov 2026 20:00:00 GMT"


@pytest.mark.parametrize(
    ("header", "field", "seconds"),
    [
        ("7", None, 7),
        (None, 2500, 2.5),
        ("7", 2500, 7),
        ("2", 9000, 9),
        ("Tue, 24 Nov 2026 20:00:30 GMT", None, 30),
        ("Tue, 24 Nov 2026 19:00:00 GMT", None, 0),
        (None, None, 5),
        ("soon", None, 5),
        ("soon", 1000, 1),
        ("7", "2500", 7),
        (None, -1, 5),
        (None, True, 5),
        (None, 10**400, 3600),
        ("999999999", None, 3600),
    ],
)
def test_wait(header: str | None, field: object, seconds: float) -> None:
    assert wait_of(header, field, DATE) == seconds


@given(
    st.none() | st.text(max_size=40),
    st.none() | st.floats() | st.integers() | st.text(max_size=5),
    st.none() | st.text(max_size=40),
)
def test_any_answer_gives_a_sane_wait(header: str | None, field: object, date: str | None) -> None:
    assert 0 <= wait_of(header, field, date) <= 3600
