"""Turns the cells of a register into typed people, and says of every other row why it is not one.

A row is rejected only where nobody could decide it: no category, no usable NIK, an impossible birth
date, the same person twice in one category. Everything else stays, with a warning. No problem made
here carries the content of a cell. The work is done in columns (`judging`): each distinct text is
read once in Python, and what compares cells is SQL.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from regpol.register.appointment import term_field
from regpol.register.facts import TYPES, how_written
from regpol.register.faults import Wording, create_faults
from regpol.register.flaws import Flaws, flaws_of
from regpol.register.headings import label
from regpol.register.judging import Judging, create_views, judge
from regpol.register.people import ColumnType, Counts, Digest, Register
from regpol.register.raw_table import RawTable
from regpol.register.readings import Readings
from regpol.register.room import memory_connection
from regpol.register.source import Source, put
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.terms.dates import long_date
from regpol.terms.problems import Severity

if TYPE_CHECKING:
    import duckdb

DERIVED = ("usia", "sk_berlaku")
INCOME = Fact("penghasilan", "Penghasilan", FactKind.RUPIAH)
_OWN_TYPES = {
    "row": ColumnType.NUMBER,
    "orang": ColumnType.NUMBER,
    "kategori": ColumnType.CODE,
    "kecamatan": ColumnType.CODE,
    "kelurahan": ColumnType.CODE,
    "tanggal_lahir": ColumnType.DATE,
    "sk_sejak": ColumnType.DATE,
    "sk_sampai": ColumnType.DATE,
    "usia": ColumnType.NUMBER,
    "sk_berlaku": ColumnType.YES_NO,
    "penghasilan": ColumnType.NUMBER,
}
_DATE_WORDS = ("tanggal", "misalnya 31 Desember 2026")


def clean(
    raw: RawTable | Source,
    vocabulary: Vocabulary,
    *,
    on_date: date,
    units: Units | None = None,
    category: str | None = None,
    connection: "duckdb.DuckDBPyConnection | None" = None,
    digest: Digest | None = None,
) -> Register:
    """The register on a day. ``units`` are those of its region; ``category`` serves a register without that column.

    ``connection`` is the database in which a table read into memory is worked on, a new one if None; a
    `Source` brings its own. One database holds one register. With a ``digest`` people are kept as that number and the
    columns beside it, and nothing else is told of them.
    """
    units = units or Units("", "")
    source = put(connection or memory_connection(), raw) if isinstance(raw, RawTable) else raw
    facts = own_facts(vocabulary)
    flaws = flaws_of(facts, term_field(source.fields))
    types: Mapping[str, ColumnType] = people_types(vocabulary)
    judging = Judging(Readings(source, flaws, on_date, digest), facts, vocabulary, units, category)
    work = source.connection
    judge(work, judging, types, streams=source.streams)
    types = judging.kept(types)
    create_views(work, flaws, types)
    placed = bool(units.code) and bool(source.fields.keys() & {"kecamatan", "kelurahan"})
    create_faults(work, flaws, categories=category is None, places=placed)
    return Register(
        file=source.file,
        sheet=source.sheet,
        on_date=on_date,
        types=types,
        assumptions=(*source.assumptions, *_assumptions(source, vocabulary, category)),
        counts=_counts(source, flaws),
        connection=work,
        wording=Wording(source, units.name, long_date(on_date), _written(facts)),
    )


def people_types(vocabulary: Vocabulary) -> dict[str, ColumnType]:
    """The columns of ``people`` where every one is kept."""
    return _OWN_TYPES | {fact.code: TYPES[fact.kind] for fact in own_facts(vocabulary)}


def own_facts(vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """The facts read cell by cell: those of the vocabulary that are not derived, and the income."""
    facts = tuple(fact for fact in vocabulary.facts if fact.code not in DERIVED)
    return facts if INCOME.code in {fact.code for fact in facts} else (*facts, INCOME)


def _counts(source: Source, flaws: Flaws) -> Counts:
    """What became of the rows; rejected rows are counted for themselves, not as what is left over."""
    wrong = f"(coalesce(o.flaws & {flaws.of(Severity.ERROR)} <> 0, false) OR coalesce(r.same < r.row, false))"
    rejected, warned = source.connection.execute(
        f"SELECT count(*) FILTER (WHERE {wrong}), count(*) FILTER (WHERE NOT {wrong}) "  # noqa: S608
        "FROM odd o FULL JOIN repeated r ON r.row = o.row"
    ).fetchall()[0]
    ((clean_rows,),) = source.connection.execute("SELECT count(*) FROM people").fetchall()
    return Counts(source.read, clean_rows, rejected, source.skipped, warned)


def _written(facts: tuple[Fact, ...]) -> dict[str, tuple[str, str]]:
    """How the cells of each column are to be written, for messages."""
    days = dict.fromkeys(("tanggal_sk", "sk_sampai"), _DATE_WORDS)
    return {fact.code: how_written(fact) for fact in facts} | days | {"jenis_kelamin": ("jenis kelamin", "L atau P")}


def _assumptions(source: Source, vocabulary: Vocabulary, category: str | None) -> list[str]:
    said = []
    if category:
        said.append(f"Setiap orang dianggap {vocabulary.category_name(category)}")
    if "tanggal_lahir" not in source.fields:
        said.append("Register tidak memuat tanggal lahir: dipakai yang terkandung dalam NIK (abad diperkirakan)")
    if "usia" in source.fields:
        said.append("Kolom usia tidak dipakai: usia dihitung dari tanggal lahir")
    absent = [f.name for f in vocabulary.facts if f.code not in DERIVED and f.code not in source.fields]
    if "sk_berlaku" in {f.code for f in vocabulary.facts} and not source.fields.keys() & {
        "nomor_sk",
        "tanggal_sk",
        "sk_sampai",
        "sk_berlaku",
    }:
        absent.append(label("sk_berlaku"))
    if absent:
        said.append(f"Tidak ada kolom untuk: {', '.join(absent)}; dianggap belum diketahui")
    return said
