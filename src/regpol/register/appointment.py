"""Whether the decree that appointed a person is in force on a day.

Three answers, and never a guess: yes, no, or not known. A person without a valid decree may still be
a member; what is missing is the ground for paying from this budget. ``in_force`` answers for one
decree and ``in_force_sql`` prints the same for columns; a property test holds them together.
"""

from collections.abc import Mapping
from datetime import date

from regpol.terms.dates import Span

TERM_YEARS_AHEAD = 30
FIELDS = ("nomor_sk", "tanggal_sk", "sk_sampai", "sk_berlaku")
_DATED_FIRST = ("sk_sampai", "tanggal_sk", "nomor_sk", "sk_berlaku")
WRITTEN, DENIED = 1, 2
"""What the cell of the decree's number says: that there is one, or that there is none."""

FALSE = ("term_ended", "term_ended_year", "term_not_begun", "term_denied", "term_no_decree")
UNKNOWN = ("term_reversed", "term_undated", "term_unwritten", "term_no_end", "term_no_day")


def term_field(fields: Mapping[str, object]) -> str:
    """The column to look at where a term is not in force or not clear."""
    return next((field for field in _DATED_FIRST if field in fields), "")


def in_force(since: Span | None, until: Span | None, said: bool | None, decree: int | None, on: date) -> str:
    """Empty if the decree is in force, else the kind of flaw, of `FALSE` or of `UNKNOWN`.

    ``said`` is what a column of its own says; ``decree`` is WRITTEN, DENIED or None.

    >>> in_force(None, Span(date(2024, 1, 1), date(2024, 12, 31)), None, WRITTEN, date(2024, 10, 22))
    'term_no_day'
    """
    if since and until and since.earliest > until.latest:
        return "term_reversed"
    if until and until.latest < on:
        return "term_ended" if until.known else "term_ended_year"
    if since and since.earliest > on:
        return "term_not_begun"
    if until and until.earliest >= on and (not since or since.latest <= on):
        return ""
    if said is not None:
        return "" if said else "term_denied"
    if since or until:
        return "term_no_day" if until else "term_no_end"
    return {WRITTEN: "term_undated", DENIED: "term_no_decree"}.get(decree or 0, "term_unwritten")


def in_force_sql(bits: Mapping[str, int], on: date) -> str:
    """SQL for the bit of the flaw, 0 if in force.

    It reads the columns ``since_first``, ``since_last``, ``until_first``, ``until_last`` (DATE, NULL if
    not known), ``said`` (BOOLEAN) and ``decree`` (WRITTEN, DENIED or NULL). The usual case is asked about first.
    """
    day = f"DATE '{on.isoformat()}'"
    return (
        f"CASE WHEN since_last <= {day} AND until_first >= {day} THEN 0 "
        f"WHEN since_first > until_last THEN {bits['term_reversed']} "
        f"WHEN until_last < {day} THEN CASE WHEN until_first = until_last THEN {bits['term_ended']} "
        f"ELSE {bits['term_ended_year']} END "
        f"WHEN since_first > {day} THEN {bits['term_not_begun']} "
        f"WHEN until_first >= {day} AND (since_first IS NULL OR since_last <= {day}) THEN 0 "
        f"WHEN said THEN 0 WHEN NOT said THEN {bits['term_denied']} "
        f"WHEN until_first IS NOT NULL THEN {bits['term_no_day']} "
        f"WHEN since_first IS NOT NULL THEN {bits['term_no_end']} "
        f"WHEN decree = {WRITTEN} THEN {bits['term_undated']} WHEN decree = {DENIED} THEN {bits['term_no_decree']} "
        f"ELSE {bits['term_unwritten']} END"
    )
