"""Makes a register of any size, the same one for the same seed: no person in it exists.

People are put together in DuckDB from their number alone (names from short lists, NIK counted through prefixes, birth
days and serials, so that none repeats unless it is meant to), written as offices do (CSV, XLSX) or as systems export
(Parquet, typed). ``--messy`` is the share of rows with a planted fault; 0 makes a faultless register.

    python benchmarks/make_register.py -o /tmp/r.parquet --rows 5000000 --messy 0
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import duckdb

from regpol.project.region import units

FORMATS = ("csv", "xlsx", "parquet")
FIRST_NAMES = [
    "Ahmad",
    "Siti",
    "Wayan",
    "Nurul",
    "Made",
    "Hasan",
    "Baiq",
    "Lalu",
    "Ketut",
    "Sri",
    "Rusdi",
    "Halimah",
    "Taufik",
    "Ayu",
    "Irwan",
    "Fitriani",
]
LAST_NAMES = [
    "Hidayat",
    "Anwar",
    "Saputra",
    "Lestari",
    "Rahayu",
    "Jayadi",
    "Purnama",
    "Azhar",
    "Wardani",
    "Kusuma",
    "Permana",
    "Budiman",
]
# category as people write it: monthly pay, share of a thousand
JOBS = {
    "Ketua RT": (400_000, 230),
    "Kader Posyandu": (200_000, 250),
    "Pegawai Non-ASN": (1_500_000, 210),
    "Anggota Linmas": (500_000, 110),
    "Ketua RW": (450_000, 60),
    "Kader PKK": (150_000, 70),
    "Kepala Lingkungan": (1_000_000, 30),
    "Operator Roda Tiga": (1_300_000, 40),
}
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
HEADINGS = {
    "nik": "No. KTP",
    "nama": "NAMA LENGKAP",
    "jenis_kelamin": "L/P",
    "tanggal_lahir": "Tgl. Lahir",
    "jabatan": "Jabatan",
    "kecamatan": "Kec.",
    "kelurahan": "Kel.",
    "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tgl SK",
    "sk_sampai": "SK s/d",
    "honor": "Honor/bulan (Rp)",
    "peserta_lain": "Peserta BPJS lain",
}
OLDEST, BIRTH_DAYS = "1960-03-01", 15_000
FAULTS = [
    "nik_kosong",
    "nik_pendek",
    "nik_daerah_lain",
    "nik_ganda",
    "kategori_asing",
    "kategori_salah_eja",
    "lahir_kosong",
    "lahir_beda",
    "kelamin_beda",
    "unit_salah_eja",
    "sk_habis",
    "sk_kosong",
    "honor_kosong",
    "honor_kata",
    "peserta_kosong",
]


def dice(number: str, faces: int, seed: int, throw: int) -> str:
    """SQL for a number below ``faces`` that hangs on the row number, the seed and the throw only."""
    return f"CAST(hash({number}, {seed}, {throw}) % {faces} AS INTEGER)"


def people_sql(rows: int, messy: float, seed: int, region: str) -> str:
    """SELECT text with one typed row a person; ``fault`` names what was planted in it."""
    known = units(region)
    villages = [(v.code, v.name) for v in known.villages]
    districts = {d.code: d.name for d in known.districts}
    places = [(code[:8], districts[code[:8]], name) for code, name in villages if code[:8] in districts]
    jobs = [name for name, (_, share) in JOBS.items() for _ in range(share // 10)]
    pay = "MAP {" + ", ".join(f"'{name}': {amount}" for name, (amount, _) in JOBS.items()) + "}"
    parts = 1_000_000
    chance, kind = dice("i", parts, seed, 1), dice("i", len(FAULTS), seed, 2)
    return f"""
    WITH numbered AS (
        SELECT i, CASE WHEN {chance} < {round(messy * parts)} THEN {_list(FAULTS)}[1 + {kind}] ELSE '' END AS fault
        FROM (SELECT range AS i FROM range({rows}))),
    who AS (SELECT i, fault, CASE WHEN fault = 'nik_ganda' AND i > 40 THEN i - 37 ELSE i END AS n FROM numbered),
    drawn AS (
        SELECT i, fault, n, {dice("n", len(places), seed, 3)} AS place,
            DATE '{OLDEST}' + CAST((n * 7919) % {BIRTH_DAYS} AS INTEGER) AS born,
            n // {BIRTH_DAYS} % 9998 + 1 AS serial,
            {dice("n", 2, seed, 4)} = 1 AS woman, {_list(jobs)}[1 + {dice("n", len(jobs), seed, 5)}] AS jabatan,
            {_list(FIRST_NAMES)}[1 + {dice("n", len(FIRST_NAMES), seed, 6)}] || ' ' ||
                {_list(LAST_NAMES)}[1 + {dice("n", len(LAST_NAMES), seed, 7)}] AS nama,
            make_date(2022 + {dice("n", 2, seed, 8)}, 1 + {dice("n", 6, seed, 9)}, 2) AS since,
            {dice("n", 100, seed, 10)} AS other
        FROM who),
    placed AS (
        SELECT *, {_list([p[0].replace(".", "") for p in places])}[1 + place] AS prefix,
            {_list([p[1] for p in places])}[1 + place] AS kecamatan,
            {_list([p[2] for p in places])}[1 + place] AS kelurahan
        FROM drawn)
    SELECT i, fault,
        CASE fault WHEN 'nik_kosong' THEN NULL WHEN 'nik_pendek' THEN left(nik, 15)
            WHEN 'nik_daerah_lain' THEN '320115' || substr(nik, 7) ELSE nik END AS nik,
        nama,
        CASE WHEN (fault = 'kelamin_beda') <> woman THEN 'P' ELSE 'L' END AS jenis_kelamin,
        CASE fault WHEN 'lahir_kosong' THEN NULL WHEN 'lahir_beda' THEN born - 31 ELSE born END AS tanggal_lahir,
        CASE fault WHEN 'kategori_asing' THEN 'Kusir Cidomo' WHEN 'kategori_salah_eja' THEN 'Kader Posyndu'
            ELSE jabatan END AS jabatan,
        kecamatan,
        CASE fault WHEN 'unit_salah_eja' THEN kelurahan || 'h' ELSE kelurahan END AS kelurahan,
        CASE fault WHEN 'sk_kosong' THEN NULL ELSE (1 + n % 980) || '/I/' || year(since) END AS nomor_sk,
        CASE fault WHEN 'sk_kosong' THEN NULL ELSE since END AS tanggal_sk,
        CASE fault WHEN 'sk_kosong' THEN NULL WHEN 'sk_habis' THEN make_date(year(since), 6, 30)
            ELSE make_date(year(since) + 4, 12, 31) END AS sk_sampai,
        CASE fault WHEN 'honor_kosong' THEN NULL WHEN 'honor_kata' THEN NULL ELSE {pay}[jabatan] END AS honor,
        CASE WHEN fault = 'peserta_kosong' THEN NULL WHEN other < 2 THEN 'PU' WHEN other < 4 THEN 'BPU' ELSE 'Tidak' END
            AS peserta_lain
    FROM (SELECT *, prefix || lpad(CAST(day(born) + CASE WHEN woman THEN 40 ELSE 0 END AS VARCHAR), 2, '0')
        || strftime(born, '%m%y') || lpad(CAST(serial AS VARCHAR), 4, '0') AS nik FROM placed)
    """


def written_sql(people: str, seed: int) -> str:
    """The same people as offices type them: dates, amounts, NIK and names of posts in several spellings."""
    day = f"CASE {dice('i', 6, seed, 20)} WHEN 0 THEN strftime({{0}}, '%Y-%m-%d') "
    day += "WHEN 1 THEN strftime({0}, '%d-%m-%Y') "
    day += f"WHEN 2 THEN day({{0}}) || ' ' || {_list(MONTHS)}[month({{0}})] || ' ' || year({{0}}) "
    day += "ELSE strftime({0}, '%d/%m/%Y') END"
    dotted = "replace(format('{:,}', honor), ',', '.')"
    return f"""
    SELECT
        CASE {dice("i", 8, seed, 21)} WHEN 0 THEN '''' || nik
            WHEN 1 THEN left(nik, 4) || ' ' || substr(nik, 5, 4) || ' ' || substr(nik, 9, 4) || ' ' || substr(nik, 13)
            ELSE nik END AS nik,
        CASE {dice("i", 3, seed, 22)} WHEN 0 THEN upper(nama) ELSE nama END AS nama,
        CASE {dice("i", 4, seed, 23)} WHEN 0 THEN CASE jenis_kelamin WHEN 'P' THEN 'Perempuan' ELSE 'Laki-laki' END
            ELSE jenis_kelamin END AS jenis_kelamin,
        {day.format("tanggal_lahir")} AS tanggal_lahir,
        CASE WHEN jabatan IN ('Ketua RT', 'Ketua RW') THEN jabatan || ' ' || lpad(CAST(1 + i % 12 AS VARCHAR), 2, '0')
            WHEN {dice("i", 3, seed, 24)} = 0 THEN upper(jabatan) ELSE jabatan END AS jabatan,
        CASE {dice("i", 3, seed, 25)} WHEN 0 THEN 'Kec. ' || kecamatan ELSE kecamatan END AS kecamatan,
        CASE {dice("i", 3, seed, 26)} WHEN 0 THEN upper(kelurahan) ELSE kelurahan END AS kelurahan,
        nomor_sk, {day.format("tanggal_sk")} AS tanggal_sk, {day.format("sk_sampai")} AS sk_sampai,
        CASE WHEN fault = 'honor_kata' THEN 'sesuai SK' ELSE CASE {dice("i", 3, seed, 27)} WHEN 0 THEN {dotted}
            WHEN 1 THEN 'Rp' || {dotted} || ',00' ELSE CAST(honor AS VARCHAR) END END AS honor,
        peserta_lain
    FROM ({people}) ORDER BY i
    """


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join("'" + text.replace("'", "''") + "'" for text in texts) + "]"


def make(path: Path, rows: int, form: str, messy: float = 0.05, seed: int = 5271, region: str = "52.71") -> None:
    """Writes the register; Parquet is typed and streams, so its size is bounded by the disk alone."""
    people = people_sql(rows, messy, seed, region)
    with duckdb.connect() as connection:
        if form == "parquet":
            columns = ", ".join(HEADINGS)
            connection.execute(f"COPY (SELECT {columns} FROM ({people})) TO '{path}' (FORMAT parquet)")
            return
        headed = ", ".join(f'{name} AS "{heading}"' for name, heading in HEADINGS.items())
        query = f"SELECT {headed} FROM ({written_sql(people, seed)})"
        if form == "csv":
            connection.execute(f"COPY ({query}) TO '{path}' (FORMAT csv, DELIMITER ';', HEADER)")
        else:
            _workbook(path, connection.execute(query))


def _workbook(path: Path, result: duckdb.DuckDBPyConnection) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False})
    sheet = book.add_worksheet("Data Pekerja")
    sheet.write(0, 0, "DAFTAR PEKERJA (buatan, bukan orang nyata)")
    sheet.write_row(2, 0, list(HEADINGS.values()))
    at = 3
    while rows := result.fetchmany(10_000):
        for row in rows:
            sheet.write_row(at, 0, row)
            at += 1
    book.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Register buatan dari ukuran apa pun.")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--format", choices=FORMATS, help="bila kosong menurut akhiran nama berkas")
    parser.add_argument("--messy", type=float, default=0.05, help="bagian baris yang diberi satu kesalahan")
    parser.add_argument("--seed", type=int, default=5271)
    parser.add_argument("--region", default="52.71", help="kode kabupaten/kota atau provinsi")
    chosen = parser.parse_args()
    make(
        chosen.output,
        chosen.rows,
        chosen.format or chosen.output.suffix[1:],
        messy=chosen.messy,
        seed=chosen.seed,
        region=chosen.region,
    )


if __name__ == "__main__":
    main()
