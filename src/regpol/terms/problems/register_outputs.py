"""What can be wrong with the outputs asked of a decided register."""

from typing import ClassVar

from regpol.terms.problems.base import Problem


class TooManyRowsForWorkbook(Problem):
    """Baris terlalu banyak untuk satu lembar kerja.

    Yang diperiksa: baris orang muat dalam satu lembar Excel, sebelum apa pun diputus.
    Mengapa: Excel membuang baris di atas batasnya tanpa berkata apa-apa.
    Contoh: register 5.000.000 baris diminta sebagai `hasil.xlsx`.
    Sebaiknya: minta Parquet atau CSV, dan tabel situasinya sebagai lembar kerja.
    """

    code: ClassVar[str] = "REG70"
    title: ClassVar[str] = "baris terlalu banyak untuk lembar kerja"
    found: ClassVar[str] = "{rows} baris orang"
    expected: ClassVar[str] = "paling banyak {most} baris dalam satu lembar Excel"
    action: ClassVar[str] = "pakai -o {stem}.parquet atau -o {stem}.csv, dengan --situations {stem}-situasi.xlsx"
    rows: int
    most: int
    stem: str
