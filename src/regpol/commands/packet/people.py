"""The people of a register by unit, for packets: counts for everything, names only for the restricted papers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from regpol.budget.planning.paid_rows import PARTS, PEOPLE
from regpol.commands.packet.answers import ANSWERS, count_deceased, deceased, note_answers, obstacle_of
from regpol.commands.paid_people import pay
from regpol.commands.register.work import Desk, Work
from regpol.packet.brief import Person
from regpol.packet.counting import Group, Part, Situation
from regpol.project.packet_format import UnitLevel
from regpol.project.project import Project
from regpol.reports.decided.rows import UNITS

if TYPE_CHECKING:
    import duckdb

_NOT_PAID = "tidak dibayar menurut rencana anggaran: sebabnya pada regpol budget"
_ADD_SHEET = "tambahkan segmennya pada pendaftaran dalam templates/paket.yaml"
_UNIT = {UnitLevel.DISTRICT: "kecamatan", UnitLevel.VILLAGE: "kelurahan"}


@dataclass(frozen=True, slots=True)
class Nobody:
    """Rows of the register that stand in no packet."""

    rejected: int
    without_unit: int
    not_paid: int
    deceased: int
    """Of the rejected, those whom an answer of Dukcapil or BPJS tells to have died."""


class PeopleByUnit:
    """Asks the register of one run, which stays in the database; a unit's people are held one unit at a time."""

    def __init__(self, desk: Desk, work: Work, project: Project, level: UnitLevel, with_sheet: Collection[str]) -> None:
        self._connection: duckdb.DuckDBPyConnection = work.connection
        self._column = _UNIT[level]
        self._ages = desk.policy.entry_age
        self._codes = tuple(code for code, _ in work.answered.programmes)
        self._names = {code: desk.book.categories[code].name for code in desk.book.leaves}
        due = work.answered.amounts.due
        self.situations = tuple(
            Situation(
                number=one.combination.number,
                code=one.combination.category,
                category=self._names[one.combination.category],
                segment=desk.book.vocabulary["segmen"][one.segment].name if one.segment else "",
                programmes=tuple(
                    pair for pair in work.answered.programmes if pair[0] in due.get(one.combination.number, ())
                ),
            )
            for one in work.decided
        )
        self._segment_codes = {one.combination.number: one.segment or "" for one in work.decided}
        self._with_sheet = with_sheet
        self._segments = {one.number: one.segment for one in self.situations}
        pay(desk, work, project)
        note_answers(desk.register)

    def units(self) -> tuple[str, ...]:
        """The codes of units that have people, in order."""
        column = self._column
        sql = f"SELECT DISTINCT {column} FROM {PEOPLE} WHERE {column} IS NOT NULL ORDER BY {column}"  # noqa: S608
        return tuple(code for (code,) in self._connection.execute(sql).fetchall())

    def nobody(self, units: Sequence[str]) -> Nobody:
        """How many stand in no packet."""
        column = self._column
        outside = f"{column} IS NULL OR NOT list_contains(?, {column})"
        counts = [
            self._connection.execute(sql, given).fetchone()
            for sql, given in (
                ("SELECT count(DISTINCT row) FROM faults WHERE severity = 'error'", []),
                (f"SELECT count(*) FROM {PEOPLE} WHERE {outside}", [list(units)]),  # noqa: S608
                (f"SELECT count(*) FROM people WHERE row NOT IN (SELECT row FROM {PEOPLE})", []),  # noqa: S608
            )
        ]
        rejected, without_unit, not_paid = (row[0] if row else 0 for row in counts)
        return Nobody(rejected, without_unit, not_paid, count_deceased(self._connection))

    def groups(self, unit: str | None) -> tuple[Group, ...]:
        """The people of a unit by situation and months; of the whole region for None."""
        where, given = self._where(unit)
        rows = self._connection.execute(
            "SELECT number, first, last, count(*), sum(sebulan), count(*) FILTER (WHERE sebulan IS NULL), "  # noqa: S608
            f"sum(setahun), count(*) FILTER (WHERE setahun IS NULL) FROM {PEOPLE} p WHERE {where} "
            "GROUP BY number, first, last ORDER BY number, first, last",
            given,
        ).fetchall()
        return tuple(
            Group(number, first, last, people, _known(monthly, no_month), _known(yearly, no_year))
            for number, first, last, people, monthly, no_month, yearly, no_year in rows
        )

    def parts(self, unit: str | None) -> tuple[Part, ...]:
        """What each programme costs them; amounts that are a share of an income are summed up."""
        where, given = self._where(unit)
        rows = self._connection.execute(
            "SELECT s.number, s.programme, CASE WHEN s.personal THEN NULL ELSE s.each END, s.first, s.last, "  # noqa: S608
            "s.personal, count(*), sum(s.each * (s.last - s.first + 1)), count(*) FILTER (WHERE s.each IS NULL) "
            f"FROM {PARTS} s JOIN {PEOPLE} p ON p.row = s.row WHERE {where} GROUP BY ALL",
            given,
        ).fetchall()
        place = {code: at for at, code in enumerate(self._codes)}
        parts = (
            Part(number, programme, each, first, last, personal, people, _known(total, unknown))
            for number, programme, each, first, last, personal, people, total, unknown in rows
        )
        return tuple(sorted(parts, key=lambda it: (it.situation, place.get(it.programme, 99), it.first, it.each or 0)))

    def people(self, unit: str | None) -> tuple[Person, ...]:
        """Everybody of a unit with name and NIK, in the order of the list: whom the plan pays, and whom it does not."""
        where, given = self._where(unit)
        rows = self._connection.execute(
            "SELECT p.row, r.nik, r.nama, r.jenis_kelamin, p.tanggal_lahir, p.kategori, u.kecamatan, u.kelurahan, "  # noqa: S608
            "r.nomor_sk, t.sebulan, t.number, a.hasil, p.usia, p.terlindungi, p.peserta_lain, p.orang "
            f"FROM people p JOIN roster r ON r.row = p.row LEFT JOIN {PEOPLE} t ON t.row = p.row "
            f"LEFT JOIN {ANSWERS} a ON a.row = p.row "
            f"LEFT JOIN {UNITS} u ON u.kode = coalesce(p.kelurahan, p.kecamatan) "
            f"WHERE {where} "
            "ORDER BY p.kecamatan NULLS LAST, p.kelurahan NULLS LAST, p.kategori, upper(r.nama), p.row",
            given,
        ).fetchall()
        died = deceased(self._connection, where, given, self._names)
        return (*(self._person(*row) for row in rows), *died)

    def _where(self, unit: str | None) -> tuple[str, list[str]]:
        return ("true", []) if unit is None else (f"p.{self._column} = ?", [unit])

    def _person(
        self,
        row: int,
        nik: str,
        name: str,
        sex: str | None,
        born: date | None,
        category: str,
        district: str | None,
        village: str | None,
        decree: str | None,
        monthly: int | None,
        number: int | None,
        answer: str | None,
        *told: Any,
    ) -> Person:
        from regpol.register.cell_text import text_cell
        from regpol.register.raw_table import as_text

        obstacle = self._obstacle(row, *told) or obstacle_of(answer or "")
        return Person(
            row=row,
            nik=nik,
            name=" ".join(as_text(text_cell(name)).split()),
            sex=sex or "",
            born=born.isoformat() if born else "",
            category=self._names[category],
            segment=self._segments.get(number or 0, ""),
            district=district or "",
            village=village or "",
            decree=as_text(text_cell(decree)) if decree else "",
            monthly=monthly,
            segment_code=self._segment_codes.get(number or 0, ""),
            obstacle=obstacle or self._without_sheet(number),
            paid=number is not None,
        )

    def _without_sheet(self, number: int | None) -> str:
        if not number:
            return _NOT_PAID
        if self._segment_codes[number] in self._with_sheet:
            return ""
        return (
            f"{self._segments[number] or 'segmennya belum diketahui'} belum mempunyai lembar pendaftaran: {_ADD_SHEET}"
        )

    def _obstacle(
        self, row: int, age: int | None, covered: bool | None, elsewhere: str | None, first_row: int | None
    ) -> str:
        """Why somebody cannot be registered now; the part before the colon is told without the person."""
        low, high = self._ages
        if first_row is not None and first_row != row:
            return f"NIK sudah ada pada baris lain: baris {first_row}"
        if covered:
            return "sudah terlindungi menurut register: pastikan kepada cabang BPJS Ketenagakerjaan"
        if elsewhere not in {None, "tidak"}:
            return f"peserta aktif dari pekerjaan lain menurut register: {str(elsewhere).upper()}, tanyakan cabang"
        if age is not None and high and not low <= age < high:
            return f"usia di luar batas masuk {low} sampai sebelum {high} tahun: {age} tahun"
        return ""


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
