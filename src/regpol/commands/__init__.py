"""The verbs. The only floor that touches clock, terminal and environment; everything else takes arguments."""

import atexit
import gc
import sys

# A command is short: it makes much and drops little. Left alone, Python searches all of it eighty times for
# garbage that is not there, a tenth of the time of `regpol check`.
gc.set_threshold(100_000, 20, 50)


@atexit.register
def _leave_at_once() -> None:
    """Spares the search on leaving, as long again; only the database wants it, and complains of leaks without."""
    if "duckdb" not in sys.modules:
        gc.freeze()
