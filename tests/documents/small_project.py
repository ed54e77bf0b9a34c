"""A project of a handful of invented people anywhere in the country, small enough to be decided in a moment."""

import csv
from pathlib import Path

HEADINGS = ("NIK", "Nama", "Tanggal Lahir", "Jabatan", "Kecamatan", "Kelurahan/Desa")


def small_project(
    folder: Path,
    code: str,
    people: list[tuple[str, ...]],
    choices: str,
    *,
    head: str = "Bupati Contoh",
    year: int = 2025,
    more: str = "",
) -> Path:
    """A project folder; ``people`` are rows under `HEADINGS`, ``choices`` the lines below ``kebijakan:``."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([HEADINGS, *people])
    (folder / "project.yaml").write_text(
        f'wilayah: "{code}"\ntahun: "{year}"\ntentang: Pelaksanaan Program Jaminan Sosial Ketenagakerjaan\n'
        f"register: register.csv\nkepala_daerah: {{nama: CONTOH SATU, jabatan: {head}}}\n"
        "sekretaris_daerah: {nama: CONTOH DUA, jabatan: Sekretaris Daerah}\n"
        "bpjs: {kantor: Kantor Cabang Contoh, kepala: CONTOH TIGA, jabatan: Kepala Kantor Cabang Contoh}\n"
        'kesepakatan: {lama_tahun: "1"}\n'
        f"kebijakan:\n{choices}\n{more}",
        encoding="utf-8",
    )
    return folder
