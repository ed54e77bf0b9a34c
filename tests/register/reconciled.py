"""Two small lists as files, and what comes of comparing them."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from regpol.register.reconciliation.outcome import Reconciliation
from regpol.register.reconciliation.reconcile import reconcile
from regpol.register.units import Unit, Units

ON = date(2026, 1, 1)
PERSON = {
    "NIK": "1671014505800012",
    "Nama": "Siti Aminah Lubis",
    "Tgl Lahir": "05/05/1980",
    "Jabatan": "Ketua RT 03 RW 01",
    "Kecamatan": "Ilir Barat II",
    "Kelurahan": "35 Ilir",
    "Nomor SK": "12/KPTS/2024",
}
DECREE = {
    "Nomor SK": "12/KPTS/2024",
    "TMT": "2 Januari 2024",
    "Berlaku s/d": "31 Desember 2028",
    "Nama": "Siti Aminah Lubis",
    "NIK": "1671014505800012",
    "Tgl Lahir": "5 Mei 1980",
    "Jabatan": "Ketua RT 3/1",
    "Kelurahan": "Kel. 35 Ilir",
}
OTHER = {
    "NIK": "1671011203700034",
    "Nama": "Rusli Hakim",
    "Tgl Lahir": "12/03/1970",
    "Jabatan": "Ketua RT 04 RW 01",
}
PALEMBANG = Units(
    "16.71",
    "Kota Palembang",
    (Unit("16.71.01", "Ilir Barat Dua"), Unit("16.71.05", "Ilir Timur Satu")),
    (
        Unit("16.71.01.1001", "Tiga-puluh-lima Ilir"),
        Unit("16.71.01.1002", "Tiga-puluh-dua Ilir"),
        Unit("16.71.05.1009", "Dua-puluh Ilir Satu"),
    ),
)

Row = Mapping[str, str]


def write_list(path: Path, usual: Row, rows: Sequence[Row]) -> Path:
    """A list whose rows differ from the usual one in the given columns."""
    headings = list(dict.fromkeys([*usual, *(name for row in rows for name in row)]))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [headings, *([(usual | dict(row)).get(name, "") for name in headings] for row in rows)]
        )
    return path


def compared(folder: Path, people: Sequence[Row], decrees: Sequence[Row], on_date: date = ON) -> Reconciliation:
    """The two lists compared."""
    register = write_list(folder / "register.csv", PERSON, people)
    listed = write_list(folder / "sk.csv", DECREE, decrees)
    return reconcile([register], [listed], units=PALEMBANG, on_date=on_date)


def classes(report: Reconciliation) -> tuple[list[str], list[str]]:
    """The classes of both lists, row by row."""
    return [str(one.klass) for one in report.people], [str(one.klass) for one in report.decrees]
