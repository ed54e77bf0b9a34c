"""A line to copy for every verb, shown at the end of its help page; a test holds each against its verb."""

_MATARAM = "--project examples/mataram"
_REGISTER = "examples/mataram/register.xlsx"
_PALEMBANG = "examples/palembang"

EXAMPLES = {
    "init": "regpol init proyek --region 52.71 --register daftar-pekerja.xlsx",
    "status": "regpol status --project proyek",
    "check": "regpol check --category ketua_rt --region 52.71 --year 2025 --fact usia=45",
    "why": "regpol why --category ketua_rt --region 52.71 --year 2025 --programme jkk --fund apbd_kabkota",
    "benefits": "regpol benefits --category kepala_desa --region 93.01 --year 2025",
    "matrix": "regpol matrix --region 52.71 --year 2025 -o matriks.xlsx",
    "diff": "regpol diff --from 2024 --to 2025 --region 52.71",
    "region": 'regpol region "Kota Mataram"',
    "draft": f"regpol draft perwali {_MATARAM} -o rancangan.docx",
    "packet": f"regpol packet {_MATARAM} -o paket",
    "redline": "regpol redline rancangan-lama.docx rancangan-baru.docx",
    "lint": "regpol lint rancangan.docx -o rancangan-diperiksa.docx",
    "verify": "regpol verify paket",
    "explain": "regpol explain REG24",
    "schema": "regpol schema project",
    "law check": "regpol law check --region 52.71",
    "law show": 'regpol law show "PP 44/2015"',
    "law list": "regpol law list --work",
    "law coverage": "regpol law coverage",
    "law sign": "regpol law sign BUTIR --text naskah.txt --by 'Nama Penandatangan' --project proyek",
    "law pages": "regpol law pages --write docs/hukum",
    "register inspect": f"regpol register inspect {_REGISTER} {_MATARAM} -o mutu.xlsx",
    "register decide": f"regpol register decide {_REGISTER} {_MATARAM} -o keputusan.xlsx",
    "register reconcile": f"regpol register reconcile {_PALEMBANG}/register.xlsx --sk {_PALEMBANG}/daftar-sk.xlsx"
    f" --project {_PALEMBANG} -o rekonsiliasi.xlsx",
    "register validate": f"regpol register validate {_REGISTER} --answer jawaban-bpjs.xlsx {_MATARAM} -o validasi.xlsx",
    "register changes": f"regpol register changes register-lama.xlsx register-baru.xlsx {_MATARAM}",
    "register clean": f"regpol register clean {_REGISTER} {_MATARAM} -o tanpa-nama.parquet",
    "register return split": f"regpol register return split {_PALEMBANG}/register.xlsx --project {_PALEMBANG}"
    " -o kiriman",
    "register return status": "regpol register return status kiriman",
    "register return merge": "regpol register return merge kiriman -o register-baru.xlsx",
    "budget": f"regpol budget {_REGISTER} {_MATARAM} -o rencana.pdf",
    "budget rencana": f"regpol budget {_REGISTER} {_MATARAM} -o rencana.pdf",
    "budget calendar": "regpol budget calendar --region 52.71 --year 2025",
    "budget realisation": f"regpol budget realisation realisasi.xlsx --plan rencana.json {_MATARAM}",
    "budget compare": "regpol budget compare rencana-a.json rencana-b.json -o banding.xlsx",
    "budget gap": "regpol budget gap examples/merauke/register.xlsx --project examples/merauke -o kesenjangan.xlsx",
}
