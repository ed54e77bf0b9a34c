"""Options that several verbs share, so that they mean the same everywhere."""

import typer

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
