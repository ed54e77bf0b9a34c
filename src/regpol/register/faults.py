"""The view ``faults``: one row for each flaw of each row of a register, worded only when it is shown.

    row        BIGINT   the row, as the spreadsheet shows it
    field      VARCHAR  the column the flaw is in (nik, tanggal_lahir, ...)
    code       VARCHAR  the problem (REG20 ...); its title, action and owner stand in the catalogue
    severity   VARCHAR  error (the row is rejected), warning or note (the row is kept)
    step       BIGINT   the order in which the flaws of one row are told
    detail     VARCHAR  the words that fill the message, several parted by line feeds; never a cell's own text
    first_row  BIGINT   for REG27 and REG51 the earlier row of the same person, else NULL

A rejected row has errors only, for what else may be wrong with it was not asked. The view is computed
when it is read (``SELECT code, count(*) FROM faults GROUP BY code``), so that it costs nothing before.
``problems`` makes messages of some of its rows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.register.flaws import REPEATED, TWO_CATEGORIES, Flaws
from regpol.register.placement import KINDS
from regpol.register.source import Source
from regpol.terms.dates import MONTHS
from regpol.terms.problems import Problem, Severity, catalogue

if TYPE_CHECKING:
    import duckdb


def create_faults(connection: "duckdb.DuckDBPyConnection", flaws: Flaws, *, categories: bool, places: bool) -> None:
    """Creates the view; ``categories`` and ``places`` tell whether those lookups exist."""
    _store_kinds(connection, flaws)
    errors = flaws.of(Severity.ERROR)
    joins = "LEFT JOIN read_kategori k ON k.text = f.category_entry " if categories else ""
    joins += "LEFT JOIN read_places p ON p.entry = f.place_entry" if places else ""
    connection.execute(
        "CREATE OR REPLACE VIEW faults AS WITH found AS ("  # noqa: S608
        "SELECT coalesce(o.row, r.row) AS row, coalesce(o.flaws, 0) AS flaws, coalesce(o.fact_flaws, 0) AS fact_flaws, "
        "o.category_entry, o.place_entry, o.nik_length, o.term_word_day, r.first, r.same, "
        f"coalesce(r.same < r.row, false) AS again, coalesce(o.flaws & {errors} <> 0, false) AS wrong "
        "FROM odd o FULL JOIN repeated r ON r.row = o.row) "
        "SELECT f.row, t.field, t.code, t.severity, t.step, "
        f"{_detail(categories=categories, places=places)} AS detail, "
        f"CASE t.name WHEN '{REPEATED}' THEN f.same WHEN '{TWO_CATEGORIES}' THEN f.first END AS first_row "
        "FROM found f JOIN flaw_kinds t ON CASE t.part WHEN 'flaws' THEN f.flaws & t.bit <> 0 "
        "WHEN 'fact_flaws' THEN f.fact_flaws & t.bit <> 0 "
        f"ELSE CASE t.name WHEN '{REPEATED}' THEN f.again ELSE f.first < f.row AND NOT f.again END END "
        f"{joins} WHERE t.severity = '{Severity.ERROR}' OR NOT (f.wrong OR f.again)"
    )


def _store_kinds(connection: "duckdb.DuckDBPyConnection", flaws: Flaws) -> None:
    known = catalogue()
    rows = (
        (at, k.name, k.part, flaws.bits.get(k.name, 0), k.field, k.code, str(known[k.code].severity), k.words)
        for at, k in enumerate(flaws.kinds)
    )
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    connection.execute(
        f"CREATE OR REPLACE TABLE flaw_kinds AS FROM (VALUES {values}) "
        "kinds(step, name, part, bit, field, code, severity, words)"
    )


def _literal(value: object) -> str:
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def _detail(*, categories: bool, places: bool) -> str:
    months = ", ".join(f"'{name}'" for name in MONTHS)
    day = f"day(f.term_word_day) || ' ' || [{months}][month(f.term_word_day)] || ' ' || year(f.term_word_day)"
    words = {
        "nik_length": "f.nik_length || ' digit, bukan 16'",
        "term_ended": f"'masa SK berakhir ' || {day}",
        "term_ended_year": "'masa SK berakhir tahun ' || year(f.term_word_day)",
        "term_not_begun": f"'SK baru berlaku ' || {day}",
    }
    if categories:
        words |= dict.fromkeys(("category_unknown", "category_ambiguous", "category_guessed"), "k.words")
    if places:
        words |= dict.fromkeys(("district_unknown", "district_guessed"), "p.district_words")
        words |= dict.fromkeys(("village_unknown", "village_guessed"), "p.village_words")
        words["outside"] = "p.outside_words"
    return "CASE t.name " + " ".join(f"WHEN '{name}' THEN {sql}" for name, sql in words.items()) + " ELSE t.words END"


@dataclass(frozen=True)
class Wording:
    """What the messages of a register say beside its rows: its headings, its region, its day."""

    source: Source
    region: str
    on_date: str
    written: Mapping[str, tuple[str, str]]

    def problem(self, row: int, name: str, code: str, detail: str, first_row: int | None) -> Problem:
        """The message for one row of ``faults``."""
        place = self.source.place(row, name)
        kind, example = self.written.get(name, ("", ""))
        parts = tuple(part for part in detail.split("\n") if part)
        near = f"; yang mirip: {', '.join(parts)}" if parts else ""
        known: dict[str, Callable[[], object]] = {
            "place": lambda: place,
            "column": lambda: self.source.heading(name),
            "nearest": lambda: near,
            "candidates": lambda: parts,
            "reason": lambda: detail,
            "swapped": lambda: detail,
            "name": lambda: detail,
            "region": lambda: self.region,
            "on_date": lambda: self.on_date,
            "kind": lambda: KINDS.get(name, kind),
            "example": lambda: example,
            "first_row": lambda: first_row,
            "village": lambda: parts[0],
            "district": lambda: parts[1],
        }
        made = catalogue_entry(code)
        return made(**{field: known[field]() for field in made.fields})


_ENTRIES: dict[str, type[Problem]] = {}


def catalogue_entry(code: str) -> type[Problem]:
    """The problem with this code."""
    if not _ENTRIES:
        _ENTRIES.update(catalogue())
    return _ENTRIES[code]


def problems(
    connection: "duckdb.DuckDBPyConnection", wording: Wording, *, rejected: bool
) -> Iterator[tuple[int, Problem]]:
    """Row and message of every fault of the rejected rows, or of the rows that are kept, in the order of the rows."""
    compared = "=" if rejected else "<>"
    with connection.cursor() as found:
        found.execute(
            "SELECT row, field, code, detail, first_row FROM faults "  # noqa: S608
            f"WHERE severity {compared} '{Severity.ERROR}' ORDER BY row, step"
        )
        while portion := found.fetchmany(10_000):
            for row, name, code, detail, first_row in portion:
                yield row, wording.problem(row, name, code, detail or "", first_row)
