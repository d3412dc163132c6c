"""What the pages quote and list is what the program says and has today."""

from pathlib import Path

import pytest

from tests.docs import demo
from tests.docs.makers import made
from tests.docs.pages import HOW_TO_RENEW, MADE, README, Block, blocks

_BLOCKS = [block for page in MADE for block in blocks(page) if block.name != demo.NAME]


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: f"{block.page.stem}-{block.language}-{block.name}")
async def test_a_made_block_is_as_it_is_made_today(block: Block) -> None:
    assert block.text == await made(block), HOW_TO_RENEW


def test_no_block_is_left_open() -> None:
    for page in MADE:
        text = page.read_text(encoding="utf-8")
        found = len(list(blocks(page)))
        assert (text.count("<!-- made: "), text.count("<!-- /made -->")) == (found, found), page.name


@pytest.mark.homeserver
async def test_the_readme_shows_the_demo_as_it_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (block,) = (block for block in blocks(README) if block.name == demo.NAME)

    assert demo.undated(block.text) == demo.undated(await demo.made()), f"{HOW_TO_RENEW} (with --demo)"
