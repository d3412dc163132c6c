"""`python -m tests.bench [--quick] [--write] [SECTION …]`: measure, and print a table a section."""

import argparse
import datetime
import os
from collections.abc import Callable, Mapping

from tests.bench import growth, profile, results, revisions, rooms, scale, understanding, wave, year
from tests.bench.table import Table, progress

SECTIONS: Mapping[str, Callable[[bool], Table]] = {
    "rooms": rooms.run,
    "profile": profile.run,
    "scale": scale.run,
    "growth": growth.run,
    "wave": wave.run,
    "revisions": revisions.run,
    "year": year.run,
    "understanding": understanding.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure beside baselines.")
    parser.add_argument("--quick", action="store_true", help="a short run, to see that it works")
    parser.add_argument("--write", action="store_true", help=f"keep the tables of a full run in {results.FILE.name}")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all unless given")
    options = parser.parse_args()
    unknown = set(options.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    if options.write and (options.quick or options.sections):
        parser.error("--write keeps full runs only: all sections, not --quick")
    began = datetime.datetime.now(datetime.UTC)
    tables, loads = [], []
    for number, name in enumerate(chosen := options.sections or SECTIONS, 1):
        progress(f"{name} ({number} of {len(chosen)})")
        loads.append(os.getloadavg()[0])
        tables.append(SECTIONS[name](options.quick))
        print(f"\n{tables[-1]}\n", flush=True)
    for goal in (goal for table in tables for goal in table.goals):
        print("  ".join(goal.cells()))
    if options.write:
        results.FILE.write_text(results.page(tables, began, loads), encoding="utf-8")


if __name__ == "__main__":
    main()
