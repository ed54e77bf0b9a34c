"""Builds the decided register from what was decided and counted in columns."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from regpol.decision.batch import DecidedCombination
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.register.people import Register
from regpol.reports.case.text import cited
from regpol.reports.decided.register import DecidedRegister, DecidedRow, RowNote, SituationLine, Total
from regpol.terms.answer import Answer
from regpol.terms.problems import Problem

if TYPE_CHECKING:
    import duckdb

_ATTENTION = frozenset({Answer.UNSETTLED, Answer.UNKNOWN, Answer.UNREAD, Answer.SILENT, Answer.NOT_IN_FORCE})


class Builder:
    """Words of each combination once; rows only look them up."""

    def __init__(self, rulebook: Rulebook, register: Register, decided: tuple[DecidedCombination, ...]) -> None:
        self._book = rulebook
        self._register = register
        self._decided = {one.combination.number: one for one in decided}
        codes = [code for one in decided for code in one.programmes(rulebook)]
        self._programmes = [code for code in rulebook.vocabulary["program"] if code in codes]
        self._lines = {number: self._line(one) for number, one in self._decided.items()}

    def build(
        self,
        connection: "duckdb.DuckDBPyConnection",
        *,
        title: str,
        region: str,
        units: Mapping[str, str],
        assumptions: tuple[str, ...],
    ) -> DecidedRegister:
        """The report, its rows in the order of the register."""
        rows = self._rows(connection, units)
        register = self._register
        return DecidedRegister(
            title=title,
            region=region,
            on_date=register.on_date,
            source=register.file,
            programmes=tuple(self._short(code) for code in self._programmes),
            rows=rows,
            situations=tuple(self._lines.values()),
            rejects=tuple(
                _note(rejected.row, problem) for rejected in register.rejected for problem in rejected.problems
            ),
            warnings=tuple(_note(problem.place.line, problem) for problem in register.warnings),
            assumptions=(*register.assumptions, *assumptions),
            totals=self._totals(connection, rows),
            roster=register.roster,
        )

    def _short(self, code: str) -> str:
        return self._book.term("program", code).short

    def _rows(self, connection: "duckdb.DuckDBPyConnection", units: Mapping[str, str]) -> tuple[DecidedRow, ...]:
        costs: dict[int, dict[str, int | None]] = {}
        for row, programme, monthly in connection.execute("SELECT row, programme, monthly FROM costed").fetchall():
            costs.setdefault(row, {})[self._short(programme)] = None if monthly is None else int(monthly)
        query = (
            "SELECT p.row, p.kecamatan, p.kelurahan, t.number FROM people p JOIN situated t USING (row) ORDER BY p.row"
        )
        return tuple(
            self._row(row, units.get(district or "", ""), units.get(village or "", ""), number, costs.get(row, {}))
            for row, district, village, number in connection.execute(query).fetchall()
        )

    def _row(self, row: int, district: str, village: str, number: int, monthly: Mapping[str, int | None]) -> DecidedRow:
        line = self._lines[number]
        known = {name: monthly.get(name) for name in line.answers}
        return DecidedRow(
            row,
            district,
            village,
            line.category,
            line.segment,
            line.answers,
            known,
            line.fund,
            line.fund_answer,
            line.reasons,
            number,
        )

    def _line(self, one: DecidedCombination) -> SituationLine:
        combination = one.combination
        findings = one.findings(self._book)
        programmes = {f.object: f for f in one.answer.periods[-1].programmes}
        funding = [f for f in findings if f.object == one.fund]
        segment = one.answer.periods[-1].segment
        facts = "; ".join(f"{name.lower()}: {label}" for name, label in combination.labels.items())
        open_points = any(f.answer in _ATTENTION for f in findings if f is not segment.finding)
        return SituationLine(
            number=combination.number,
            people=combination.people,
            category=self._book.categories[combination.category].name,
            facts=facts,
            segment=self._segment(one),
            answers={self._short(code): programmes[code].answer.label for code in one.programmes(self._book)},
            fund=self._book.term("dana", one.fund).short if one.fund else "",
            fund_answer=max((f.answer for f in funding), default=Answer.SILENT).label if funding else "",
            reasons=_reasons(findings),
            attention=open_points or not segment.value or len(one.answer.periods) > 1,
        )

    def _segment(self, one: DecidedCombination) -> str:
        segment = one.answer.periods[-1].segment
        if segment.value:
            return self._book.term("segmen", segment.value).short + (" (kebijakan)" if segment.chosen else "")
        return "atau ".join(self._book.term("segmen", code).short + " " for code in segment.candidates).strip()

    def _totals(self, connection: "duckdb.DuckDBPyConnection", rows: tuple[DecidedRow, ...]) -> tuple[Total, ...]:
        counts, lines = self._register.counts, self._lines.values()
        totals = [
            Total("Baris orang dibaca", counts.read, "baris", "Berkas"),
            Total("Diputus", counts.clean, "baris", "Berkas"),
            Total("Ditolak", counts.rejected, "baris", "Berkas"),
            Total("Situasi berbeda", len(self._lines), "situasi", "Keputusan"),
            Total("Situasi yang perlu dilihat", sum(line.attention for line in lines), "situasi", "Keputusan"),
        ]
        for category in dict.fromkeys(row.category for row in rows):
            count = sum(row.category == category for row in rows)
            totals.append(Total(category, count, "orang", "Orang menurut kategori"))
        money = connection.execute(
            "SELECT programme, sum(monthly), sum(yearly), count(*) FILTER (WHERE monthly IS NULL) FROM costed "
            "GROUP BY programme ORDER BY programme"
        ).fetchall()
        for programme, monthly, yearly, unknown in money:
            note = f" ({unknown} orang belum dapat dihitung)" if unknown else ""
            totals.append(Total(f"{self._short(programme)} sebulan{note}", int(monthly or 0), "rupiah", "Iuran"))
            totals.append(Total(f"{self._short(programme)} setahun{note}", int(yearly or 0), "rupiah", "Iuran"))
        yearly_total = sum(int(yearly or 0) for _, _, yearly, _ in money)
        totals.append(Total("Seluruh iuran setahun", yearly_total, "rupiah", "Iuran"))
        return tuple(totals)


def _reasons(findings: tuple[Finding, ...]) -> str:
    said = []
    for finding in findings:
        names = dict.fromkeys(cited(ground) for ground in finding.grounds)
        said.append(f"{finding.question}{f' {finding.object}' if finding.object else ''}: {'; '.join(list(names)[:3])}")
    return "\n".join(dict.fromkeys(said))


def _note(row: int, problem: Problem) -> RowNote:
    found, _, action = problem.sentences
    return RowNote(row, problem.code, problem.title, found, action)
