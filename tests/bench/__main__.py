"""`python -m tests.bench [--quick] [SECTION …]`: measure, and print a table a section."""

import argparse
from collections.abc import Callable, Mapping

from tests.bench import revisions, rooms, understanding, wave, year
from tests.bench.table import Table

SECTIONS: Mapping[str, Callable[[bool], Table]] = {
    "rooms": rooms.run,
    "wave": wave.run,
    "revisions": revisions.run,
    "year": year.run,
    "understanding": understanding.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure beside baselines.")
    parser.add_argument("--quick", action="store_true", help="a short run, to see that it works")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all unless given")
    options = parser.parse_args()
    unknown = set(options.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    for name in options.sections or SECTIONS:
        print(f"\n{SECTIONS[name](options.quick)}\n", flush=True)


if __name__ == "__main__":
    main()
