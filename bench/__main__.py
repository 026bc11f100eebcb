"""`python -m bench` measures every row, `python -m bench seek start` those; prints a table.

Ends with 1 when a row is over its limit or could not be measured. Writes bench/results.json.
"""

import argparse
import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.row import Row
from bench.rows import (
    bringing,
    copying,
    exporting,
    filmstrip,
    keepsake,
    marking,
    memory,
    noticing,
    screens,
    seek,
    start,
    stepping,
    together,
)

# Each row has a folder of its own; the one above it holds the films that several rows share.
ROWS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "start": start.measure,
    "seek": seek.measure,
    "noticing": noticing.measure,
    "screens": screens.measure,
    "bringing": bringing.measure,
    "copying": copying.measure,
    "marking": marking.measure,
    "stepping": stepping.measure,
    "exporting": exporting.measure,
    "keepsake": keepsake.measure,
    "filmstrip": filmstrip.measure,
    "together": together.measure,
    "memory": memory.measure,
}
RESULTS = Path(__file__).with_name("results.json")
HEAD = f"{'':46}{'ours':>9}{'anchor':>9}     {'ratio':>6}{'limit':>6}"


def main() -> int:
    """Measure what is asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="row", help=f"one or more of {', '.join(ROWS)}")
    asked = parser.parse_args().rows or list(ROWS)
    if unknown := set(asked) - set(ROWS):
        parser.error(f"there is no row called {', '.join(sorted(unknown))}")
    measured: list[Row] = []
    unmeasured = 0
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as films:
        for name in asked:
            try:
                with tempfile.TemporaryDirectory(dir=films) as folder:
                    for row in ROWS[name](Path(folder)):
                        print(line(row), flush=True)
                        measured.append(row)
            except Exception:
                traceback.print_exc()
                print(f"{name}: could not be measured", flush=True)
                unmeasured += 1
    RESULTS.write_text(json.dumps([row.as_json() for row in measured], indent=2) + "\n")
    return 1 if unmeasured or not all(row.within for row in measured) else 0


def line(row: Row) -> str:
    """Return a row as a line of the table."""
    verdict = "" if row.within else "  over"
    numbers = f"{row.ours:9.1f}{row.anchor:9.1f} {row.unit:4}{row.ratio:6.2f}{row.limit:6.1f}"
    note = f"\n    {row.note}" if row.note else ""
    return f"{row.name:46}{numbers}{verdict}{note}"


if __name__ == "__main__":
    sys.exit(main())
