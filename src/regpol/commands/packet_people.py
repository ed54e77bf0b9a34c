"""The people of a register by unit, for packets: counts for everything, names only for the restricted papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from regpol.commands.register.work import Desk, Work
from regpol.packet.brief import Person
from regpol.packet.counting import Group, Situation
from regpol.project.packet_format import UnitLevel
from regpol.reports.decided.columns import RowColumn, total_expressions
from regpol.terms.language import thousands

if TYPE_CHECKING:
    import duckdb

_TABLE = "packet_people"
_UNIT = {UnitLevel.DISTRICT: "kecamatan", UnitLevel.VILLAGE: "kelurahan"}


@dataclass(frozen=True, slots=True)
class Nobody:
    """Rows of the register that stand in no packet."""

    rejected: int
    without_unit: int


class PeopleByUnit:
    """Asks the register of one run, which stays in the database; a unit's people are held one unit at a time."""

    def __init__(self, desk: Desk, work: Work, level: UnitLevel) -> None:
        self._connection: duckdb.DuckDBPyConnection = work.connection
        self._column = _UNIT[level]
        self._ages = desk.policy.entry_age
        self._codes = tuple(code for code, _ in work.answered.programmes)
        self._sexes = {"L": "L", "P": "P"}
        names = {code: desk.book.categories[code].name for code in desk.book.leaves}
        shorts = dict(work.answered.programmes)
        self.situations = tuple(
            Situation(
                number=one.combination.number,
                code=one.combination.category,
                category=names[one.combination.category],
                segment=desk.book.vocabulary["segmen"][one.segment].name if one.segment else "",
                programmes=tuple(
                    (code, shorts[code]) for code in self._codes if _due(work, one.combination.number, code)
                ),
            )
            for one in work.decided
        )
        self._waged = {one.combination.number: one.segment == "pu" for one in work.decided}
        self._segments = {one.number: one.segment for one in self.situations}
        self._make(work)

    def _make(self, work: Work) -> None:
        monthly, yearly = total_expressions(work.answered.programmes, work.answered.amounts)
        columns = [
            ("row", "k.row"),
            ("kode_kecamatan", "k.kecamatan"),
            ("kode_kelurahan", "k.kelurahan"),
            ("situasi", "d.situasi"),
            ("ada", "d.ada"),
            ("sebulan", monthly),
            ("setahun", yearly),
            ("nama_kecamatan", "u.kecamatan"),
            ("nama_kelurahan", "u.kelurahan"),
            ("kategori", "d.kategori"),
            *((f"{code}_tahun", work.answered.amounts.yearly[code]) for code in self._codes),
        ]
        made = [RowColumn(name, name, 0, "text", sql) for name, sql in columns]
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {_TABLE} AS {work.answered.select(made)}")

    def units(self) -> tuple[str, ...]:
        """The codes of units that have people, in order."""
        column = f"kode_{self._column}"
        sql = f"SELECT DISTINCT {column} FROM {_TABLE} WHERE {column} IS NOT NULL AND ada ORDER BY {column}"  # noqa: S608
        return tuple(code for (code,) in self._connection.execute(sql).fetchall())

    def nobody(self, units: Sequence[str]) -> Nobody:
        """How many stand in no packet."""
        column = f"kode_{self._column}"
        held = self._connection.execute(
            f"SELECT count(*) FROM {_TABLE} WHERE {column} IS NULL OR NOT list_contains(?, {column})",  # noqa: S608
            [list(units)],
        ).fetchone()
        rejected = self._connection.execute(
            "SELECT count(DISTINCT row) FROM faults WHERE severity = 'error'"
        ).fetchone()
        assert held is not None
        assert rejected is not None
        return Nobody(rejected[0], held[0])

    def groups(self, unit: str | None) -> tuple[Group, ...]:
        """The people of a unit by situation; of the whole region for None."""
        own = "".join(f", sum({code}_tahun), count(*) FILTER (WHERE {code}_tahun IS NULL)" for code in self._codes)
        where, given = self._where(unit)
        rows = self._connection.execute(
            f"SELECT situasi, count(*), sum(sebulan), count(*) FILTER (WHERE sebulan IS NULL), sum(setahun), "  # noqa: S608
            f"count(*) FILTER (WHERE setahun IS NULL){own} FROM {_TABLE} WHERE ada{where} "
            "GROUP BY situasi ORDER BY situasi",
            given,
        ).fetchall()
        return tuple(
            Group(
                situation=number,
                people=people,
                monthly=_known(monthly, no_month),
                yearly=_known(yearly, no_year),
                own={code: _known(rest[2 * at], rest[2 * at + 1]) for at, code in enumerate(self._codes)},
            )
            for number, people, monthly, no_month, yearly, no_year, *rest in rows
        )

    def people(self, unit: str | None) -> tuple[Person, ...]:
        """The participants of a unit with name and NIK, in the order of the list."""
        where, given = self._where(unit)
        rows = self._connection.execute(
            "SELECT t.row, r.nik, r.nama, r.jenis_kelamin, p.tanggal_lahir, t.kategori, t.situasi, t.nama_kecamatan, "  # noqa: S608
            "t.nama_kelurahan, r.nomor_sk, t.sebulan, p.usia, p.terlindungi, p.peserta_lain, p.orang "
            f"FROM {_TABLE} t JOIN people p ON p.row = t.row JOIN roster r ON r.row = t.row WHERE ada{where} "
            "ORDER BY t.kode_kecamatan NULLS LAST, t.kode_kelurahan NULLS LAST, t.kategori, upper(r.nama), t.row",
            given,
        ).fetchall()
        return tuple(self._person(*row) for row in rows)

    def obstacles(self, unit: str | None) -> dict[str, int]:
        """How many of a unit cannot be registered, by reason; without names."""
        found: dict[str, int] = {}
        for one in self.people(unit):
            if one.obstacle:
                reason = one.obstacle.partition(":")[0]
                found[reason] = found.get(reason, 0) + 1
        return found

    def _where(self, unit: str | None) -> tuple[str, list[str]]:
        return ("", []) if unit is None else (f" AND kode_{self._column} = ?", [unit])

    def _person(
        self,
        row: int,
        nik: str,
        name: str,
        sex: str | None,
        born: date | None,
        category: str,
        situation: int,
        district: str | None,
        village: str | None,
        decree: str | None,
        monthly: int | None,
        age: int | None,
        covered: bool | None,
        elsewhere: str | None,
        first_row: int | None,
    ) -> Person:
        from regpol.register.cell_text import text_cell
        from regpol.register.raw_table import as_text

        return Person(
            row=row,
            nik=nik,
            name=" ".join(as_text(text_cell(name)).split()),
            sex=sex or "",
            born=born.isoformat() if born else "",
            category=category,
            segment=self._segments[situation],
            district=district or "",
            village=village or "",
            decree=as_text(text_cell(decree)) if decree else "",
            monthly=monthly,
            waged=self._waged[situation],
            obstacle=self._obstacle(row, age, covered, elsewhere, first_row),
        )

    def _obstacle(
        self, row: int, age: int | None, covered: bool | None, elsewhere: str | None, first_row: int | None
    ) -> str:
        """Why somebody cannot be registered now; the part before the colon is told without the person."""
        low, high = self._ages
        if first_row is not None and first_row != row:
            return f"NIK sudah ada pada baris lain: baris {thousands(first_row)}"
        if covered:
            return "sudah terlindungi menurut register: pastikan kepada cabang BPJS Ketenagakerjaan"
        if elsewhere not in {None, "tidak"}:
            return f"peserta aktif dari pekerjaan lain menurut register: {str(elsewhere).upper()}, tanyakan cabang"
        if age is not None and high and not low <= age < high:
            return f"usia di luar batas masuk {low} sampai sebelum {high} tahun: {age} tahun"
        return ""


def _due(work: Work, number: int, code: str) -> bool:
    return code in work.answered.amounts.due.get(number, frozenset())


def _known(total: int | None, unknown: int) -> int | None:
    return None if unknown or total is None else int(total)


def reasons(people: Sequence[Person]) -> Mapping[str, int]:
    """How many cannot be registered, by reason; without names."""
    found: dict[str, int] = {}
    for one in people:
        if one.obstacle:
            reason = one.obstacle.partition(":")[0]
            found[reason] = found.get(reason, 0) + 1
    return found
