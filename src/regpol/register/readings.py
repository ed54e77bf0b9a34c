"""What each field of a register says, as columns: lookup tables for texts, expressions for typed columns.

A `Reading` is what one field adds to the SELECT over the cells (aliased ``c``): a join, and columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from regpol.register.appointment import DENIED, TERM_YEARS_AHEAD, WRITTEN
from regpol.register.categories import Categories
from regpol.register.cell_text import NATIVE_DAYS, NATIVE_WHOLE
from regpol.register.facts import TYPES, fact_reader
from regpol.register.flaws import Flaws, missing, unreadable
from regpol.register.identity import birth_flaw, birth_flaw_sql, birth_key
from regpol.register.lookups import Lookups, read_distinct
from regpol.register.people import ColumnType, Digest, Value
from regpol.register.placement import Placing
from regpol.register.raw_table import Cell, as_text
from regpol.register.source import Source
from regpol.register.typed_dates import DateFault, DateReading, read_date
from regpol.register.typed_values import LARGEST, empty, read_sex, read_yes_no
from regpol.register.units import UnitMatch, Units
from regpol.register.validation.mapping import says_deceased
from regpol.register.vocabulary import Fact, FactKind, Vocabulary

if TYPE_CHECKING:
    import duckdb

_NO_WORDS = "CAST(NULL AS VARCHAR)"
_UNREADABLE_DATE = {DateFault.UNREADABLE, DateFault.IMPOSSIBLE}


@dataclass(frozen=True)
class Reading:
    """A join to the cells ``c`` (may be empty) and the columns it gives, by name.

    ``parts`` are columns made of a cell alone, under names of their own, beside the cells and before any join: there
    the database works on the distinct values of a file in columns, not on every row.
    """

    join: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Readings:
    """Reads the fields of one source on one day."""

    source: Source
    flaws: Flaws
    on_date: date
    digest: Digest | None = None

    @property
    def connection(self) -> "duckdb.DuckDBPyConnection":
        """The database the cells are in."""
        return self.source.connection

    @property
    def _tables(self) -> Lookups:
        return Lookups(self.source)

    def has(self, name: str) -> bool:
        """Whether the register has such a column at all."""
        return name in self.source.fields

    def category(self, vocabulary: Vocabulary, fixed: str | None) -> Reading:
        """``kategori``, ``category_flaws`` and the entry of the lookup that words what is wrong."""
        if fixed is not None:
            given = {"kategori": _quoted(fixed), "category_flaws": "0", "category_entry": _NO_WORDS}
            return Reading(columns=given)
        bits, known = self.flaws.bits, Categories(vocabulary)

        def read(cell: Cell) -> tuple[Value, ...]:
            if empty(cell):
                return None, bits["category_missing"], None
            match = known.match(as_text(cell))
            if match.exact:
                return match.code, 0, None
            if match.candidates:
                return match.code, bits["category_ambiguous"], "\n".join(match.candidates)
            if match.code is None:
                return None, bits["category_unknown"], "\n".join(match.nearest)
            return match.code, bits["category_guessed"], vocabulary.category_name(match.code)

        columns = {"code": "VARCHAR", "flaw": "BIGINT", "words": "VARCHAR"}
        self._tables.read("kategori", columns, read)
        self._tables.number("read_kategori", "code")
        worded = self._tables.has("read_kategori", "words IS NOT NULL")
        return Reading(
            _join("kategori", "k"),
            self._tables.added(self.digest, "kategori", "code", "k")
            | {
                "kategori": "k.code",
                "category_flaws": f"coalesce(k.flaw, {bits['category_missing']})",
                "category_entry": "CASE WHEN k.words IS NOT NULL THEN c.kategori END" if worded else _NO_WORDS,
            },
        )

    def born(self) -> Reading:
        """``born_first``, ``born_last``, ``born_key``, ``born_ymd`` (a day as yyyymmdd) and ``born_flaw``."""
        name, bits = "tanggal_lahir", self.flaws.bits
        if not self.has(name):
            nothing = dict.fromkeys(("born_first", "born_last"), "CAST(NULL AS DATE)")
            return Reading(columns=nothing | dict.fromkeys(("born_key", "born_ymd"), "NULL") | {"born_flaw": "0"})
        if self.source.native.get(name) in NATIVE_DAYS:
            return self._born_native(f"CAST(c.{name} AS DATE)")

        def read(cell: Cell) -> tuple[Value, ...]:
            found = read_date(cell, self.on_date.year)
            flaw = birth_flaw(found, self.on_date)
            day = found.day
            numbers = (birth_key(day), day.year * 10_000 + day.month * 100 + day.day) if day else (None, None)
            return *_days(found), *numbers, bits[flaw] if flaw else 0

        columns = {"first": "DATE", "last": "DATE", "key": "INTEGER", "ymd": "INTEGER", "flaw": "BIGINT"}
        key = "day(day) * 10000 + month(day) * 100 + year(day) % 100"
        ymd = "year(day) * 10000 + month(day) * 100 + day(day)"
        flaw = birth_flaw_sql("day", self.flaws.bits, self.on_date)
        self._tables.read_days(name, columns, read, f"day, day, {key}, {ymd}, {flaw}")
        return Reading(
            _join(name, "b"),
            {
                "born_first": "b.first",
                "born_last": "b.last",
                "born_key": "b.key",
                "born_ymd": "b.ymd",
                "born_flaw": "coalesce(b.flaw, 0)",
            },
        )

    def _born_native(self, day: str) -> Reading:
        parts = {f"born_{part}": f"CAST({part}({day}) AS INTEGER)" for part in ("year", "month", "day")}
        return Reading(
            columns={
                "born_first": day,
                "born_last": day,
                "born_key": "c.born_day * 10000 + c.born_month * 100 + c.born_year % 100",
                "born_ymd": "c.born_year * 10000 + c.born_month * 100 + c.born_day",
                "born_flaw": birth_flaw_sql(day, self.flaws.bits, self.on_date),
            },
            parts=parts,
        )

    def sex(self) -> Reading:
        """``sex`` (L, P or NULL) and ``sex_flaws`` where it cannot be read."""
        if not self.has("jenis_kelamin"):
            return Reading(columns={"sex": "CAST(NULL AS VARCHAR)", "sex_flaws": "0"})
        wrong = self.flaws.bits["sex_unreadable"]

        def read(cell: Cell) -> tuple[Value, ...]:
            said = None if empty(cell) else read_sex(cell)
            return said, 0 if said or empty(cell) else wrong

        self._tables.read("jenis_kelamin", {"code": "VARCHAR", "flaw": "BIGINT"}, read)
        return Reading(_join("jenis_kelamin", "x"), {"sex": "x.code", "sex_flaws": "coalesce(x.flaw, 0)"})

    def placement(self, units: Units) -> Reading:
        """``kecamatan``, ``kelurahan``, ``place_flaws`` and the entry that words what is wrong.

        The two cells are read together, once for each pair of texts: the same name lies in several kecamatan.
        """
        names = [name for name in ("kecamatan", "kelurahan") if self.has(name)]
        if not units.code or not names:
            nothing = "CAST(NULL AS VARCHAR)"
            return Reading(
                columns={"kecamatan": nothing, "kelurahan": nothing, "place_flaws": "0", "place_entry": _NO_WORDS}
            )
        placing, bits = Placing(units), self.flaws.bits

        def read(number: Cell, district: Cell, village: Cell) -> tuple[Value, ...]:
            found = placing.read(district, village)
            flaw, said = _unit_flaw(found.district_match, "district", bits)
            more, also = _unit_flaw(found.village_match, "village", bits)
            outside = bits["outside"] if found.outside else 0
            words = (said, also, "\n".join(found.outside) if found.outside else None)
            return found.district, found.village, flaw + more + outside, *words

        given = ", ".join(f"coalesce(c.{n}, '')" if n in names else "''" for n in ("kecamatan", "kelurahan"))
        read_distinct(
            self.connection,
            "read_places",
            "SELECT CAST(row_number() OVER () AS VARCHAR), * "  # noqa: S608
            f"FROM (SELECT DISTINCT {given} FROM ({self.source.select}) c)",
            {
                "kecamatan": "VARCHAR",
                "kelurahan": "VARCHAR",
                "flaw": "BIGINT",
                "district_words": "VARCHAR",
                "village_words": "VARCHAR",
                "outside_words": "VARCHAR",
            },
            read,
            keys=("entry", "district_text", "village_text"),
        )
        same = [
            f"{text} = coalesce(c.{name}, '')"
            for name, text in (("kecamatan", "p.district_text"), ("kelurahan", "p.village_text"))
            if name in names
        ]
        self._tables.number("read_places", "kecamatan", "kelurahan")
        worded = self._tables.has("read_places", "flaw <> 0")
        return Reading(
            f"LEFT JOIN read_places p ON {' AND '.join(same)}",
            {
                "kecamatan": "p.kecamatan",
                "kelurahan": "p.kelurahan",
                "place_flaws": "p.flaw" if worded else "0",
                "place_entry": "CASE WHEN p.flaw <> 0 THEN p.entry END" if worded else _NO_WORDS,
            },
        )

    def term_day(self, name: str, prefix: str) -> Reading:
        """``{prefix}_first``, ``{prefix}_last`` and ``{prefix}_flaws`` of a decree's day."""
        if not self.has(name):
            nothing = "CAST(NULL AS DATE)"
            return Reading(columns={f"{prefix}_first": nothing, f"{prefix}_last": nothing, f"{prefix}_flaws": "0"})
        if self.source.native.get(name) in NATIVE_DAYS:
            day = f"CAST(c.{name} AS DATE)"
            return Reading(columns={f"{prefix}_first": day, f"{prefix}_last": day, f"{prefix}_flaws": "0"})
        wrong = self.flaws.bits[f"{prefix}_unreadable"]

        def read(cell: Cell) -> tuple[Value, ...]:
            found = read_date(cell, self.on_date.year + TERM_YEARS_AHEAD)
            return *_days(found), wrong if found.fault in _UNREADABLE_DATE else 0

        self._tables.read_days(name, {"first": "DATE", "last": "DATE", "flaw": "BIGINT"}, read, "day, day, 0")
        columns = {f"{prefix}_first": f"{prefix}.first", f"{prefix}_last": f"{prefix}.last"}
        return Reading(_join(name, prefix), columns | {f"{prefix}_flaws": f"coalesce({prefix}.flaw, 0)"})

    def validated(self) -> Reading:
        """``validated_flaws``: whether an answer that was put into the register says that the person has died."""
        name = "hasil_validasi"
        if not self.has(name):
            return Reading(columns={"validated_flaws": "0"})
        wrong = self.flaws.bits["deceased"]
        self._tables.read(name, {"flaw": "BIGINT"}, lambda cell: (wrong if says_deceased(as_text(cell)) else 0,))
        return Reading(_join(name, "v"), {"validated_flaws": "coalesce(v.flaw, 0)"})

    def said(self) -> Reading:
        """``said``: what a column of its own says of the decree being in force."""
        if not self.has("sk_berlaku"):
            return Reading(columns={"said": "CAST(NULL AS BOOLEAN)"})
        if self.source.native.get("sk_berlaku") == "BOOLEAN":
            return Reading(columns={"said": "c.sk_berlaku"})
        self._tables.read("sk_berlaku", {"value": "BOOLEAN"}, lambda cell: (read_yes_no(cell),))
        return Reading(_join("sk_berlaku", "s"), {"said": "s.value"})

    def decree(self, since: Reading, until: Reading) -> Reading:
        """``decree``: whether its number is written, looked at only where neither day is known."""
        if not self.has("nomor_sk"):
            return Reading(columns={"decree": "NULL"})

        def read(cell: Cell) -> tuple[Value, ...]:
            text = as_text(cell)
            if text and read_yes_no(text) is False:
                return (DENIED,)
            return (None if empty(text) else WRITTEN,)

        days = [f"{r.columns[f'{p}_first']} IS NULL" for r, p in ((since, "since"), (until, "until"))]
        chosen = f"SELECT DISTINCT c.nomor_sk FROM ({self.source.select}) c {since.join} {until.join}"  # noqa: S608
        where = f"WHERE c.nomor_sk IS NOT NULL AND {' AND '.join(days)}"
        if not read_distinct(self.connection, "read_nomor_sk", f"{chosen} {where}", {"state": "TINYINT"}, read):
            return Reading(columns={"decree": "NULL"})
        return Reading(_join("nomor_sk", "d"), {"decree": "d.state"})

    def fact(self, fact: Fact) -> Reading:
        """The value of a fact under its code, and ``{code} flaws``."""
        code, bits = fact.code, self.flaws.bits
        kind = TYPES[fact.kind]
        if not self.has(code):
            return Reading(columns={code: f"CAST(NULL AS {kind})", f"{code} flaws": "0"})
        native = self._native_fact(fact)
        if native:
            column = f'c."{code}"'
            readable = f"{column} BETWEEN 0 AND {LARGEST}" if fact.kind is FactKind.RUPIAH else f"{column} IS NOT NULL"
            told = f"CASE WHEN {readable} THEN 0 WHEN {column} IS NULL THEN {bits[missing(code)]} "
            told += f"ELSE {bits[unreadable(code)]} END"
            return Reading(columns={code: native, f"{code} flaws": told})
        reader = fact_reader(fact)

        def read(cell: Cell) -> tuple[Value, ...]:
            if empty(cell):
                return None, bits[missing(code)]
            value = reader(cell)
            return value, bits[unreadable(code)] if value is None else 0

        self._tables.read(code, {"value": str(kind), "flaw": "BIGINT"}, read)
        if kind is ColumnType.CODE:
            self._tables.number(f"read_{code}", "value")
        alias = f"f_{code}"
        flaw = f'coalesce("{alias}".flaw, {bits[missing(code)]})'
        columns = {code: f'"{alias}".value', f"{code} flaws": flaw}
        return Reading(_join(code, alias), columns | self._tables.added(self.digest, code, "value", alias))

    def _native_fact(self, fact: Fact) -> str:
        """The expression for a column that has the type of its fact already, empty if it has not."""
        kind, column = self.source.native.get(fact.code, ""), f'c."{fact.code}"'
        if fact.kind is FactKind.YES_NO and kind == "BOOLEAN":
            return column
        if fact.kind is FactKind.DATE and kind in NATIVE_DAYS:
            return f"CAST({column} AS DATE)"
        if fact.kind is FactKind.NUMBER and kind in NATIVE_WHOLE:
            return f"CAST({column} AS BIGINT)"
        if fact.kind is FactKind.RUPIAH and kind in NATIVE_WHOLE:
            return f"CASE WHEN {column} BETWEEN 0 AND {LARGEST} THEN CAST({column} AS BIGINT) END"
        return ""


def native_kinds(fact_kinds: dict[str, FactKind]) -> dict[str, tuple[str, ...]]:
    """By field, the types of a column that are used as they are; every other type is brought to cell texts."""
    days = dict.fromkeys(("tanggal_lahir", "tanggal_sk", "sk_sampai"), NATIVE_DAYS)
    by_kind = {
        FactKind.YES_NO: ("BOOLEAN",),
        FactKind.DATE: NATIVE_DAYS,
        FactKind.NUMBER: NATIVE_WHOLE,
        FactKind.RUPIAH: NATIVE_WHOLE,
    }
    facts = {code: by_kind.get(kind, ()) for code, kind in fact_kinds.items()}
    return {"penghasilan": NATIVE_WHOLE, "sk_berlaku": ("BOOLEAN",)} | facts | days


def _join(name: str, alias: str) -> str:
    return f'LEFT JOIN "read_{name}" AS "{alias}" ON "{alias}".text = c."{name}"'


def _days(read: DateReading) -> tuple[date | None, date | None]:
    return (read.span.earliest, read.span.latest) if read.span else (None, None)


def _unit_flaw(match: UnitMatch | None, level: str, bits: Mapping[str, int]) -> tuple[int, str | None]:
    if match is None or match.exact:
        return 0, None
    if match.code is None:
        return bits[f"{level}_unknown"], "\n".join(match.nearest)
    return bits[f"{level}_guessed"], match.name


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
