"""Trying addresses, on a real server on loopback."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.catalog import links
from tests.catalog.small import alternative, catalogue


class Site(BaseHTTPRequestHandler):
    """« /there » exists, « /moved » leads to it, « /get-only » and « /members » refuse in their ways."""

    def do_HEAD(self) -> None:
        self.answer({"/there": 200, "/moved": 301, "/members": 403, "/get-only": 405, "/only-get": 404})

    def do_GET(self) -> None:
        self.answer({"/there": 200, "/only-get": 200})

    def answer(self, pages: dict[str, int]) -> None:
        self.send_response(pages.get(self.path, 404))
        if self.path == "/moved":
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("page", ["/there", "/moved", "/members", "/get-only", "/only-get"])
def test_a_page_that_is_there_is_no_trouble(site: str, page: str) -> None:
    assert links.trouble(site + page) is None


def test_a_page_that_is_gone_is_named(site: str) -> None:
    assert links.trouble(f"{site}/gone") == "HTTP 404"


def test_a_server_that_is_gone_is_named() -> None:
    assert links.trouble("http://127.0.0.1:9/") == "[Errno 111] Connection refused"


def test_each_address_is_tried_once_and_every_place_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def gone(address: str) -> str:
        tried.append(address)
        return "HTTP 404"

    monkeypatch.setattr(links, "trouble", gone)
    dead = "https://gone.example"
    whole = catalogue(alternative("One", homepage=dead), alternative("Two", homepage=dead))
    progress: list[tuple[int, int]] = []
    found = links.findings(whole, lambda done, of: progress.append((done, of)))
    assert tried == [dead]
    assert [(finding.entry, finding.place, finding.warning) for finding in found] == [
        ("one", ("homepage",), True),
        ("two", ("homepage",), True),
    ]
    assert progress == [(1, 1)]
