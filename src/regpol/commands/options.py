"""Options that several verbs share, so that they mean the same everywhere."""

from pathlib import Path

import typer

from regpol.law.files import data_folder

CATEGORY = typer.Option("--category", help="Kode kategori pekerja, misalnya ketua_rt.")
REGION = typer.Option("--region", help="Kode wilayah Kemendagri, misalnya 52.71.")
YEAR = typer.Option("--year", help="Tahun anggaran.")
DAY = typer.Option("--date", help="Satu hari saja (2025-06-30); tanpa ini seluruh tahun menurut masanya.")
FACT = typer.Option("--fact", help="Fakta yang diketahui, NAMA=NILAI; boleh berulang.")
POLICY = typer.Option("--policy", help="Berkas kebijakan, atau project.yaml.")
ASSUME = typer.Option(
    "--assume",
    help="Bawa norma dan upah minimum yang terakhir terbaca ke tahun yang naskahnya belum ada, bercap ASUMSI.",
)
GROWTH = typer.Option("--assume-growth", help="Kenaikan upah minimum setahun untuk --assume, misalnya 6,5%.")
JSON = typer.Option("--json", help="Satu dokumen JSON pada keluaran standar.")
MAPPING = typer.Option(
    "--mapping", help="Berkas pemetaan kolom; bila kosong dipakai “pemetaan” dalam project.yaml, atau dikenali sendiri."
)
RULES = typer.Option("--rules", help="Folder buku aturan lain.")
REGIONAL = typer.Option("--regional", help="Folder peraturan daerah; boleh berulang.")
TEMPLATES = typer.Option("--templates", help="Folder templat sendiri: salinan templates/ yang disunting.")


def templates_folder(given: Path | None) -> Path:
    """The folder of templates that was named, else the one that comes with the program.

    Raises:
        Refused: if what was named holds no templates.
    """
    from regpol.documents.kinds import FILE
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    if given is None or (given / FILE).is_file():
        return given or data_folder("templates")
    trouble = f"folder “{given}” tidak ada" if not given.is_dir() else f"folder “{given}” tidak memuat {FILE}"
    meaning = "--templates dengan salinan utuh folder templates/"
    raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example="--templates proyek/templat-kami"))
