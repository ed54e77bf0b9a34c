"""Three ways to answer the same questions of the same rows: a rule engine for each row, one SQL CASE, and regpol.

The rules are one rulebook, translated mechanically (`translated`). Before anything is timed the three answers are
compared on every row and every column. What each hands over besides: the rule engine and the SQL which rules fired;
regpol the number of a situation whose whole trace was kept, with what lost to what and why, from two engines that
agree. regpol also answers which money may pay, which the others are not asked.

    python benchmarks/peers.py                        # 100,000 rows, all three
    python benchmarks/peers.py --rows 1000000 --rule-engine 0
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb
from make_register import dice
from stopwatch import MATARAM, Times, count, in_turn, milliseconds, options, quiet_place, say_where, show, times_as_long
from translated import SEGMENT, Part, decision_tables, parts, spoken, sql

from regpol.budget.span_columns import fill
from regpol.commands import opening
from regpol.decision.batch import DecidedCombination, decide_all
from regpol.decision.case import PeriodAnswer, Query
from regpol.decision.findings import Decider
from regpol.law.model import Origin, Rulebook
from regpol.project.policy import Policy
from regpol.project.project import open_project
from regpol.project.region import attributes
from regpol.situations.columns import Combination, assign, layout, row_axes
from regpol.situations.target import Moment

REGION, YEAR, DAY = "52.71", 2025, date(2025, 7, 1)
OFFICE = ("ketua_rt", "ketua_rw", "kader_posyandu", "kader_pkk", "linmas", "operator_roda_tiga", "kepala_lingkungan")
OFFICE_ALSO = (*OFFICE, "non_asn")


@dataclass(frozen=True)
class Bench:
    """What all three work with."""

    book: Rulebook
    policy: Policy
    decider: Decider
    made: tuple[Part, ...]
    folder: Path

    @property
    def columns(self) -> tuple[str, ...]:
        """The answers that are compared."""
        return tuple(column for part in self.made for column in part.columns)


def people_sql(book: Rulebook, rows: int, categories: tuple[str, ...]) -> str:
    """People of whom every fact that a question reads is known, in the proportions that offices see.

    Facts follow the category where the law says so (``implies``), and are rare where they are rare among people.
    """

    def implied(fact: str, otherwise: str) -> str:
        told = {code: dict(book.categories[code].implies).get(fact) for code in categories}
        branches = " ".join(f"WHEN '{code}' THEN '{value}'" for code, value in told.items() if value)
        return f"CASE kategori {branches} ELSE {otherwise} END" if branches else otherwise

    listed = "[" + ", ".join(f"'{code}'" for code in categories) + "]"
    region = attributes(book.regions, REGION)
    unit, special = f"'{region['bentuk_unit']}'", f"'{region['kekhususan']}'"
    employed = f"CASE WHEN {dice('row', 20, 1, 3)} = 0 THEN 'ya' ELSE 'tidak' END"
    return f"""
    SELECT row, row AS orang, kategori, 18 + {dice("row", 58, 1, 2)} AS usia, {dice("row", 12, 1, 4)} > 0 AS sk_berlaku,
        {implied("hubungan_kerja", employed)} = 'ya' AS hubungan_kerja,
        CASE {dice("row", 50, 1, 5)} WHEN 0 THEN 'pu' WHEN 1 THEN 'bpu' ELSE 'tidak' END AS peserta_lain,
        CASE WHEN {implied("hubungan_kerja", "'tidak'")} = 'ya' AND {dice("row", 4, 1, 6)} = 0 THEN 'mikro'
            ELSE 'menengah' END AS skala_usaha,
        {dice("row", 40, 1, 7)} = 0 AS rentan, CASE WHEN {dice("row", 30, 1, 8)} = 0 THEN 'miskin' ELSE 'tidak_miskin'
            END AS kemiskinan, false AS orang_asli_papua,
        {implied("bentuk_unit", unit)} AS bentuk_unit, {special} AS kekhususan
    FROM (SELECT row, {listed}[1 + {dice("row", len(categories), 1, 1)}] AS kategori
        FROM (SELECT range + 1 AS row FROM range({rows})))
    """


def by_case(bench: Bench, people: Path, output: Path) -> None:
    """The rules as one SQL CASE with a mask of those that fired."""
    with duckdb.connect() as connection:
        query = sql(bench.book, bench.made, bench.policy, f"SELECT * FROM '{people}'")
        connection.execute(f"COPY ({query}) TO '{output}' (FORMAT parquet)")


def by_situations(bench: Bench, people: Path, output: Path) -> tuple[DecidedCombination, ...]:
    """regpol: situations of the rows, each decided by both engines with its trace, and joined back."""
    decider = Decider(bench.book, REGION)  # nothing is kept from an earlier round
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW people AS SELECT * EXCLUDE (bentuk_unit, kekhususan) FROM '{people}'")
        axes = row_axes(bench.book, decider.targets.values())
        columns = [name for name, *_ in connection.execute("DESCRIBE people").fetchall()]
        made = layout(bench.book, axes, columns, attributes(bench.book.regions, REGION))
        decided = decide_all(decider, assign(connection, made), asking_of(bench))
        rows = [(one.combination.number, *answers(bench, one).values()) for one in decided]
        listed = ", ".join(f'"{column}" VARCHAR' for column in bench.columns)
        fill(connection, "answers", f"number BIGINT, {listed}", rows)
        connection.execute(
            f"COPY (SELECT row, answers.* FROM situated JOIN answers USING (number)) TO '{output}' (FORMAT parquet)"
        )
    return decided


def asking_of(bench: Bench) -> Callable[[Combination], Query]:
    """The question regpol asks of a combination."""

    def ask(one: Combination) -> Query:
        facts = {**one.facts, **dict(bench.book.categories[one.category].implies)}
        return Query(one.category, REGION, YEAR, DAY, facts, bench.policy)

    return ask


def answers(bench: Bench, one: DecidedCombination) -> dict[str, str]:
    """The answers of a combination in the columns that are compared."""
    period: PeriodAnswer = one.answer.periods[0]
    found = {f"{f.question}_{f.object}": spoken(f.answer) for f in period.findings}
    found[SEGMENT] = period.segment.value
    return {column: found.get(column, "") for column in bench.columns}


class RuleEngine:
    """zen-engine, called once for each row."""

    def __init__(self, bench: Bench, people: Path) -> None:
        import zen

        self._columns = bench.columns
        self._decision = zen.ZenEngine().create_decision(decision_tables(bench.book, bench.made, bench.policy))
        with duckdb.connect() as connection:
            found = connection.execute(f"SELECT * FROM '{people}' ORDER BY row")
            names = [name for name, *_ in found.description]
            self.rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def run(self) -> list[tuple[Any, ...]]:
        """Each row with its answers; the rules that fired are in the result too and are left there."""
        evaluate, columns = self._decision.evaluate, self._columns
        made = []
        for row in self.rows:
            result = evaluate(row)["result"]
            made.append((row["row"], *(result[column] for column in columns)))
        return made


def differing(bench: Bench, one: str, other: str) -> int:
    """Rows on which two results (anything DuckDB can select from) differ in some answer, or that only one has."""
    listed = ", ".join(["row", *(f'"{column}"' for column in bench.columns)])
    with duckdb.connect() as connection:
        both = (f"SELECT {listed} FROM {one}", f"SELECT {listed} FROM {other}")
        there = f"SELECT count(*) FROM (({both[0]}) EXCEPT ALL ({both[1]}))"
        back = f"SELECT count(*) FROM (({both[1]}) EXCEPT ALL ({both[0]}))"
        first, second = connection.execute(f"SELECT ({there}), ({back})").fetchone() or (-1, -1)
    return int(first) + int(second)


def settled(bench: Bench, categories: tuple[str, ...]) -> tuple[str, ...]:
    """The categories whose people always have one segment; the others have no form in a peer."""
    query = sql(bench.book, bench.made, bench.policy, f"SELECT * FROM ({people_sql(bench.book, 20_000, categories)})")
    open_ones = "SELECT DISTINCT kategori FROM ({}) a JOIN ({}) b USING (row) WHERE a.segmen = ''"
    with duckdb.connect() as connection:
        people = people_sql(bench.book, 20_000, categories)
        found = {code for (code,) in connection.execute(open_ones.format(query, people)).fetchall()}
    return tuple(code for code in categories if code not in found)


def compare(bench: Bench, title: str, categories: tuple[str, ...], rows: int, asked: int, rounds: int) -> None:
    """One table: the three side by side on one register; the rule engine on its first ``asked`` rows."""
    people, case, ours = (bench.folder / f"{name}.parquet" for name in ("people", "case", "ours"))
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({people_sql(bench.book, rows, categories)}) TO '{people}' (FORMAT parquet)")
    by_case(bench, people, case)
    decided = by_situations(bench, people, ours)
    wrong = differing(bench, f"'{case}'", f"'{ours}'")
    engine = engine_seconds(bench, people, ours, asked) if asked else None
    if wrong:
        sys.exit(f"CASE dan regpol berbeda pada {wrong} baris")

    def copied() -> None:
        with duckdb.connect() as connection:
            connection.execute(f"COPY (SELECT * FROM '{ours}') TO '{bench.folder / 'copy.parquet'}' (FORMAT parquet)")

    taken = in_turn(
        rounds,
        {
            "salin": copied,
            "case": lambda: by_case(bench, people, case),
            "regpol": lambda: by_situations(bench, people, ours),
        },
    )
    bare, regpol = taken["salin"], taken["regpol"]
    lines = [
        line("menyalin hasil saja", bare, rows, bare, regpol),
        line("SQL CASE, topeng kaidah", taken["case"], rows, bare, regpol),
        line("regpol, jejak lengkap", regpol, rows, bare, regpol),
    ]
    if engine is not None:
        lines.append(line(f"zen-engine tiap baris ({count(asked)} baris)", Times((engine,)), asked, bare, regpol, rows))
    show(
        f"{title}: {count(rows)} baris, {len(categories)} kategori, {count(len(decided))} situasi, "
        f"{len(bench.columns)} jawaban tiap baris, 0 perbedaan",
        ("cara", "milidetik", "mikrodetik/baris", "kali salinan", "kali regpol"),
        lines,
    )


def engine_seconds(bench: Bench, people: Path, ours: Path, asked: int) -> float:
    """Seconds the rule engine takes for its rows, after its answers were found the same."""
    part = bench.folder / "part.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT * FROM '{people}' WHERE row <= {asked}) TO '{part}' (FORMAT parquet)")
    engine = RuleEngine(bench, part)
    start = perf_counter()
    found = engine.run()
    seconds = perf_counter() - start
    with duckdb.connect() as connection:
        listed = ", ".join(f'"{column}"' for column in bench.columns)
        theirs = set(connection.execute(f"SELECT row, {listed} FROM '{ours}' WHERE row <= {asked}").fetchall())
    wrong = len(theirs.symmetric_difference(found))
    if wrong or len(found) != len(theirs):
        sys.exit(f"zen-engine dan regpol berbeda pada {wrong} baris")
    return seconds


def line(name: str, taken: Times, rows: int, bare: Times, ours: Times, scaled: int = 0) -> tuple[str, ...]:
    """A line of the table; ``scaled`` brings a smaller number of rows to the rows of the others."""
    factor = scaled / rows if scaled else 1.0
    seconds = taken.median
    ratios: Mapping[str, float] = {"bare": seconds * factor / bare.median, "ours": seconds * factor / ours.median}
    return (
        name,
        milliseconds(seconds),
        f"{seconds / rows * 1e6:.2f}".replace(".", ","),
        times_as_long(ratios["bare"]),
        times_as_long(ratios["ours"]),
    )


def main() -> None:
    parser = options("Mesin aturan tiap baris, satu SQL CASE, dan situasi regpol.", 5)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument(
        "--rule-engine", type=int, default=100_000, help="baris untuk zen-engine; 0 untuk tidak sama sekali"
    )
    chosen = parser.parse_args()
    say_where()
    book = opening.rulebook_for(None, ())
    decider = Decider(book, REGION)
    made = parts(book, decider, Moment(DAY, YEAR))
    told = {axis.fact.code for part in made for axis in part.target.axes if axis.fact.origin is Origin.PERSON}
    with quiet_place() as (folder, _):
        bench = Bench(book, open_project(MATARAM).policy, decider, made, folder)
        every = settled(bench, book.leaves)
        left = [code for code in book.leaves if code not in every]
        print(f"Soal: {', '.join(part.target.name for part in made)}; fakta orang: {', '.join(sorted(told))}")
        print(f"Segmen belum pasti, tidak ikut: {', '.join(left)}")
        asked = min(chosen.rule_engine, chosen.rows)
        compare(bench, "Register kantor", OFFICE_ALSO, chosen.rows, asked, chosen.rounds)
        compare(bench, "Semua kategori yang segmennya pasti", every, chosen.rows, 0, chosen.rounds)
    say_where()


if __name__ == "__main__":
    main()
