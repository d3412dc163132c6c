"""`python -m tests.docs`: make every block of the pages anew; with `--demo` the README's conversation too, with
`--pictures` the pictures (a real Synapse, and a Chromium on the machine).
"""

import argparse
import asyncio

from tests.docs import demo, pictures
from tests.docs.makers import made
from tests.docs.pages import MADE, blocks, renew


def main() -> None:
    """Renew what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs", description=__doc__)
    parser.add_argument("--demo", action="store_true", help="play the demo for the README")
    parser.add_argument("--pictures", action="store_true", help="take the pictures of docs/pictures/")
    options = parser.parse_args()
    asyncio.run(_renew(with_demo=options.demo))
    if options.pictures:
        asyncio.run(pictures.take())


async def _renew(*, with_demo: bool) -> None:
    for page in MADE:
        wanted = [block for block in blocks(page) if block.name != demo.NAME or with_demo]
        renew(page, {block: await (demo.made() if block.name == demo.NAME else made(block)) for block in wanted})


if __name__ == "__main__":
    main()
