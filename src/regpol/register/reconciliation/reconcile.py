"""The one call: files of the register, files of the decrees, a region and a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from regpol.register.mapping import Mappings
from regpol.register.reading import Sheet
from regpol.register.reconciliation.entries import DECREES_NEED, REGISTER_NEEDS, entries_of, read_list
from regpol.register.reconciliation.judging import Judge
from regpol.register.reconciliation.outcome import Reconciliation
from regpol.register.units import Units
from regpol.terms.dates import long_date
from regpol.terms.language import thousands


def reconcile(
    register: Iterable[Path], decrees: Iterable[Path], *, units: Units, on_date: date, mappings: Mappings | None = None
) -> Reconciliation:
    """Every row of both lists with its verdict; ``mappings`` tell how their files are read.

    Raises:
        Refused: if a file cannot be read as a list of people.
    """
    people_sheets = read_list(register, REGISTER_NEEDS, mappings)
    decree_sheets = read_list(decrees, DECREES_NEED, mappings)
    return reconcile_sheets(people_sheets, decree_sheets, units=units, on_date=on_date)


def reconcile_sheets(
    people_sheets: tuple[Sheet, ...], decree_sheets: tuple[Sheet, ...], *, units: Units, on_date: date
) -> Reconciliation:
    """The same of lists that are read already."""
    people = entries_of(people_sheets, units, on_date)
    decrees = entries_of(decree_sheets, units, on_date)
    judge = Judge(people, decrees, on_date)
    return Reconciliation(
        region=units.code,
        region_name=units.name,
        unit_names=units.names,
        on_date=on_date,
        register=people_sheets,
        decree_list=decree_sheets,
        people=judge.of_people(),
        decrees=judge.of_decrees(),
        assumptions=_assumptions(people_sheets, decree_sheets, on_date),
    )


def _assumptions(register: Sequence[Sheet], decrees: Sequence[Sheet], on_date: date) -> tuple[str, ...]:
    said = [
        f"Masa SK dinilai pada {long_date(on_date)}",
        "Gelar dan sapaan tidak ikut dibandingkan; singkatan nama (Moh., Abd., Kms.) dibaca sebagai bentuk panjangnya",
        "Awal masa SK ialah kolom TMT/berlaku mulai; bila tidak ada, tanggal SK",
    ]
    for side, sheets in (("Register", register), ("Daftar SK", decrees)):
        for sheet in sheets:
            table = sheet.table
            where = f"{side}{f' lembar {table.sheet}' if table.sheet else ''}"
            said.append(f"{where}: {thousands(len(table.rows))} baris orang")
            said += [f"{where}: {text}" for text in table.assumptions]
            if "nik" not in table.fields:
                said.append(f"{where}: tidak ada kolom NIK; dicocokkan dengan nama, tanggal lahir, unit, dan jabatan")
    return tuple(said)
