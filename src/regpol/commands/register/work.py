"""The work behind the register verbs: opening a register, deciding and costing it in columns."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.budget.contribution import Tariff
from regpol.budget.span_columns import fill
from regpol.commands import opening, shell
from regpol.commands.register.mapping import mapping_for
from regpol.commands.register.question import Question
from regpol.law.model import Origin, Rulebook
from regpol.project.policy import Ahead
from regpol.project.project import Project
from regpol.project.region import attributes
from regpol.register.clean_register import is_clean, open_clean
from regpol.register.cleaning import clean, people_types
from regpol.register.columnar_file import is_columnar, open_columnar
from regpol.register.large_text import is_large, open_text
from regpol.register.mapping import FileMapping
from regpol.register.people import Digest, Register
from regpol.register.raw_table import RawTable
from regpol.register.reading import read
from regpol.register.room import Room, memory_connection
from regpol.register.source import Source
from regpol.reports.decided.rows import Answered, store_answers, store_units
from regpol.situations.columns import Layout, assign, layout, row_axes
from regpol.terms.dates import long_date
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption

PLACED = "placed_people"
"""The people of a register, with what is true of their own unit."""
KEY = "kunci"
_BESIDE_KEY = ("row", "kategori", "kecamatan", "kelurahan", "penghasilan")
"""What the output and the search for repeated people read of a row beside its key."""


class Desk(Question):
    """A question with the register it is put to, cleaned on a day."""

    def __init__(
        self,
        file: Path,
        project: Path | Project | None = None,
        *,
        region: str | None = None,
        year: int | None = None,
        on: str | None = None,
        sheet: str | None = None,
        mapping: Path | None = None,
        ahead: Ahead | None = None,
        cells: bool = False,
        digested: bool = False,
    ) -> None:
        """``cells``: `raw` will be asked for, so a large text is not to be read twice.

        ``digested``: only the situations of people are asked for, so their facts are not kept (see `clean`).
        """
        super().__init__(project, region, year, ahead=ahead)
        told = mapping_for(file, mapping, self.project, self.book)
        self.on = opening.chosen_day(on, date(self.year, 1, 1))
        self._raw: RawTable | None = None
        self.room: Room | None = Room() if is_columnar(file) and not cells else None
        self.layout: Layout | None = None
        self.register = self._already_clean(file, digested=digested) or self._cleaned(
            self._read(file, sheet, told, cells=cells), told.category or None, digested=digested
        )

    def _already_clean(self, file: Path, *, digested: bool) -> Register | None:
        if not self.room or not is_clean(self.room.connection, file):
            return None
        if not digested:
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="register ini sudah bersih, tanpa NIK, hari lahir, dan masa SK, yang dihitung perintah ini",
                    meaning="register asalnya; yang sudah bersih hanya diputus",
                    example=f"regpol register decide {file.name} --project examples/mataram -o hasil.parquet",
                )
            )
        with shell.watched(self.room.connection, "memeriksa register bersih"):
            return open_clean(
                self.room.connection,
                file,
                self.vocabulary,
                on_date=self.on,
                region=self.region.code,
                rulebook=self.book.hash,
            )

    def _cleaned(self, raw: RawTable | Source, category: str | None, *, digested: bool) -> Register:
        self.layout = self._layout() if digested else None
        connection = self.room.connection if self.room else memory_connection()
        with shell.watched(connection, "membersihkan register"):
            return clean(
                raw,
                self.vocabulary,
                on_date=self.on,
                units=self.units,
                category=category,
                connection=connection,
                digest=_digest(self.layout),
            )

    def _layout(self) -> Layout | None:
        """How people get their keys while they are judged; None where the key asks for facts of their own unit."""
        columns = tuple(people_types(self.vocabulary))
        if own_unit_facts(self.book, self.attributes, columns):
            return None
        return layout(self.book, row_axes(self.book, self.decider.targets.values()), columns, self.attributes)

    def _read(self, file: Path, sheet: str | None, told: FileMapping, *, cells: bool) -> RawTable | Source:
        """The rows of the file, in memory, or in a room of their own where they stay in it."""
        if self.room:
            return open_columnar(self.room.connection, file, self.vocabulary, told, told.required)
        if sheet is None and not cells and is_large(file):
            self.room = Room()
            found = open_text(self.room.connection, self.room.folder, file, self.vocabulary, told, told.required)
            if found:
                return found
            self.room.close()
            self.room = None
        self._raw = read(file, sheet, mapping=told, vocabulary=self.vocabulary, required=told.required)
        return self._raw

    @property
    def raw(self) -> RawTable:
        """The cells as they stand in the file.

        Raises:
            Refused: if the file is one that is never held as cells.
        """
        if self._raw is None:
            raise Refused(
                BadOption(
                    place=NOWHERE,
                    trouble="register ini berkas Parquet, dan perintah ini membaca lembar sel demi sel",
                    meaning="berkas XLSX atau CSV; Parquet dibaca oleh register decide, clean, inspect, dan budget",
                    example="regpol register decide register.parquet --project examples/mataram -o hasil.parquet",
                )
            )
        return self._raw


def own_unit_facts(book: Rulebook, fixed: Mapping[str, str], columns: Collection[str]) -> tuple[str, ...]:
    """The facts of a region that are read from each person's own unit: no fixed ones, no columns of the register."""
    facts = (fact.code for fact in book.facts.values() if fact.origin is Origin.REGION)
    return tuple(code for code in facts if code not in fixed and code not in columns)


def _digest(made: Layout | None) -> Digest | None:
    return Digest(KEY, made.key_type, made.parts, _BESIDE_KEY) if made else None


class Work:
    """The columnar work on one register, from rows to answers, in the database the register is in.

    Rows are read from the relation ``people`` and never held: `Answered` streams them into what asks for them.
    """

    def __init__(self, desk: Desk) -> None:
        self.connection = desk.register.connection
        self._room = desk.room
        self.decider = desk.decider
        made = self._layout(desk)
        with shell.watched(self.connection, "mencari situasi"):
            found = assign(self.connection, made, PLACED)
        answers = desk.answers(found, shell.progress("memutus situasi", len(found)))
        self.decided, self.spans, self.situations = answers.decided, answers.spans, answers.lines
        self.answered = Answered(self.connection, made, PLACED, answers.programmes, answers.amounts)
        store_units(self.connection, desk.units.names)
        store_answers(self.answered, self.situations, {one.number: one.key for one in found})
        rounding = str(desk.policy.rounding).replace("_", " ")
        self.assumptions = (
            f"Usia dan masa SK dihitung pada {long_date(desk.on)}",
            f"Pembulatan iuran: {rounding} (kebijakan; belum ada sumber yang mengaturnya)",
        )

    def _layout(self, desk: Desk) -> Layout:
        """How the people of the view `PLACED`, which it creates, get their keys."""
        placed = self._place(desk)
        if desk.layout:
            return replace(desk.layout, column=KEY)
        axes = row_axes(desk.book, self.decider.targets.values())
        return layout(desk.book, axes, placed, desk.attributes)

    def _place(self, desk: Desk) -> tuple[str, ...]:
        """Creates the view `PLACED`: people with the attributes of their own unit, where the region has no single one.

        Returns its columns.
        """
        described = self.connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()
        columns = tuple(name for (name,) in described)
        own = () if desk.layout else own_unit_facts(desk.book, desk.attributes, columns)
        kinds = ", ".join(["kode VARCHAR", *(f'"{code}" VARCHAR' for code in own)])
        rows = [
            (unit.code, *(attributes(desk.book.regions, unit.code).get(fact) for fact in own))
            for unit in (desk.units.villages if own else ())
        ]
        fill(self.connection, "unit_facts", kinds, rows)
        listed = "".join(f', u."{code}"' for code in own)
        joined = " LEFT JOIN unit_facts u ON u.kode = p.kelurahan" if own else ""
        self.connection.execute(f"CREATE OR REPLACE VIEW {PLACED} AS SELECT p.*{listed} FROM people p{joined}")  # noqa: S608
        return (*columns, *own)

    def tariffs(self) -> dict[tuple[str, str], tuple[tuple[Tariff, int | None], ...]]:
        """By category and programme, each payer's tariff in the last months of the year and its amount."""
        categories = {one.combination.number: one.combination.category for one in self.decided}
        found: dict[tuple[str, str], dict[str, tuple[Tariff, int | None]]] = {}
        for part in self.spans:
            if part.final:
                place = found.setdefault((categories[part.number], part.programme), {})
                place[part.payer] = (part.tariff, part.amount)
        return {key: tuple(parts.values()) for key, parts in found.items()}

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the room a columnar file was opened in; a register held in memory may be asked for more."""
        if self._room:
            self._room.close()
