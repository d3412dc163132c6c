"""`python -m bot.demo.bot --config FILE --clock FILE`: the bot as in production, on a clock that the demo moves."""

import argparse
import asyncio
import os
from pathlib import Path

from bot import app, config, logs
from bot.demo.moved_clock import MovedClock

_LOOK_EVERY_S = 0.02


def main() -> None:
    """Run it until it is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m bot.demo.bot")
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--clock", type=Path, required=True)
    options = parser.parse_args()
    configuration = config.load(options.config, os.environ)
    logs.set_up(configuration.log_level, configuration.log_format)
    asyncio.run(app.run(configuration, MovedClock(options.clock), look_every_s=_LOOK_EVERY_S))


if __name__ == "__main__":
    main()
