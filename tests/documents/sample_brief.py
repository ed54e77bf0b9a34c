"""One invented brief that both golden drafts are made from. No person in it exists."""

import dataclasses

from regpol.documents.brief.brief import (
    Agreement,
    Brief,
    Category,
    Choice,
    Fund,
    Officials,
    Payer,
    Programme,
    Recital,
    Signer,
    Totals,
    UnitRow,
    WorkUnit,
)
from regpol.documents.brief.paper import Basis, BpjsOffice, Official, OpenPoint, Region, Stamp

REGION = Region(
    code="52.71",
    name="Mataram",
    kind="Kota",
    province="Nusa Tenggara Barat",
    head="Wali Kota",
)

CITY = "Pemerintah Daerah"


def programme(code: str, name: str, monthly: int, tariff: str) -> Programme:
    return Programme(
        code=code,
        name=name,
        monthly=monthly,
        tariff=tariff,
        payers=(Payer(name=CITY, monthly=monthly),),
        answer="boleh",
    )


JKK_BPU = programme("jkk", "jaminan kecelakaan kerja", 10_000, "nilai nominal terendah")
JKM_BPU = programme("jkm", "jaminan kematian", 6_800, "nilai nominal")
JKK_PU = programme("jkk", "jaminan kecelakaan kerja", 7_246, "0,24% dari dasar upah")
JKM_PU = programme("jkm", "jaminan kematian", 9_057, "0,30% dari dasar upah")
APBD = Fund(code="apbd", name="anggaran pendapatan dan belanja Daerah", answer="boleh", evidence="sekunder")
OTHER = Fund(
    code="lain", name="sumber lain yang sah dan tidak mengikat", answer="boleh", evidence="belum terverifikasi"
)


def category(code: str, name: str, count: int, segment: str, definition: str, proof: str, **more: object) -> Category:
    waged = segment == "penerima upah"
    return dataclasses.replace(
        Category(
            code=code,
            name=name,
            count=count,
            segment=segment,
            definition=definition,
            proof=proof,
            programmes=(JKK_PU, JKM_PU) if waged else (JKK_BPU, JKM_BPU),
            funds=(APBD,),
            evidence="sekunder",
        ),
        **more,
    )


CATEGORIES = (
    category(
        "non_asn",
        "pegawai non-ASN",
        2_150,
        "penerima upah",
        "orang perseorangan yang bekerja pada Perangkat Daerah dengan menerima penghasilan dan bukan aparatur sipil "
        "negara",
        "perjanjian kerja atau surat penugasan kepala Perangkat Daerah",
        basis_ids=("pp44-5", "permenaker1"),
        roles=("perangkat_daerah",),
    ),
    category(
        "ketua_rt",
        "ketua rukun tetangga",
        1_850,
        "bukan penerima upah",
        "orang perseorangan yang dipilih oleh warga dan ditetapkan untuk memimpin rukun tetangga",
        "keputusan Lurah tentang pengangkatan ketua rukun tetangga",
        by_policy=True,
        roles=("lingkungan",),
    ),
    category(
        "kepala_lingkungan",
        "kepala lingkungan",
        325,
        "bukan penerima upah",
        "orang perseorangan yang ditetapkan untuk membantu Lurah memimpin lingkungan",
        "keputusan Lurah tentang pengangkatan kepala lingkungan",
        by_policy=True,
        roles=("lingkungan",),
    ),
    category(
        "kader_posyandu",
        "kader pos pelayanan terpadu",
        1_700,
        "bukan penerima upah",
        "anggota masyarakat yang ditetapkan untuk melaksanakan kegiatan pos pelayanan terpadu",
        "keputusan Lurah tentang penetapan kader",
    ),
    category(
        "linmas",
        "anggota satuan pelindungan masyarakat",
        900,
        "bukan penerima upah",
        "anggota masyarakat yang ditetapkan sebagai anggota satuan pelindungan masyarakat",
        "keputusan pengangkatan anggota satuan pelindungan masyarakat",
    ),
    category(
        "operator_roda_tiga",
        "operator kendaraan roda tiga pengangkut sampah",
        325,
        "bukan penerima upah",
        "orang perseorangan yang bertugas mengangkut sampah lingkungan dengan kendaraan roda tiga",
        "surat penugasan Lurah",
    ),
)

BASES = (
    Basis(
        id="menimbang:inpres",
        citation="Instruksi Presiden Nomor 2 Tahun 2021, letak belum diverifikasi",
        gist="daerah diminta mengoptimalkan program jaminan sosial ketenagakerjaan",
        evidence="sekunder",
    ),
    Basis(
        id="pp44-5",
        citation="PP 44/2015 Pasal 5 sebagaimana diubah PP 49/2023",
        gist="lingkup peserta penerima upah",
        evidence="cermin naskah",
    ),
    Basis(
        id="permenaker1",
        citation="Permenaker 5/2021 Pasal 2 sebagaimana diubah Permenaker 1/2025",
        gist="pegawai non-ASN didaftarkan oleh instansinya",
        evidence="sekunder",
    ),
    Basis(
        id="kepesertaan:ketua_rt",
        citation="PP 44/2015 Pasal 5 ayat (3)",
        gist="pekerja di luar hubungan kerja termasuk bukan penerima upah",
        evidence="cermin naskah",
    ),
    Basis(
        id="kebijakan:segmen_rt",
        citation="PP 44/2015 Pasal 5",
        gist="segmen ketua rukun tetangga tidak disebut",
        evidence="cermin naskah",
    ),
    Basis(
        id="iuran:jkk",
        citation="PP 44/2015 Pasal 16 dan Lampiran II",
        gist="tarif dan nilai nominal iuran jaminan kecelakaan kerja",
        evidence="sekunder",
    ),
    Basis(
        id="iuran:jkm",
        citation="PP 44/2015 Pasal 18 dan Pasal 20 ayat (3)",
        gist="tarif dan nilai nominal iuran jaminan kematian",
        evidence="cermin naskah",
    ),
    Basis(
        id="iuran:tenggat",
        citation="PP 44/2015 Pasal 21 ayat (2) dan Pasal 24 ayat (3)",
        gist="iuran disetor paling lambat tanggal 15",
        evidence="cermin naskah",
    ),
    Basis(
        id="bpjs:badan_hukum",
        citation="UU 24/2011 Pasal 7",
        gist="BPJS badan hukum publik",
        evidence="resmi",
        official=True,
    ),
    Basis(
        id="dana:kemampuan",
        citation="UU 23/2014 Pasal 298",
        gist="belanja menurut kemampuan keuangan daerah",
        evidence="cermin naskah",
    ),
    Basis(
        id="pendaftaran:kewajiban",
        citation="UU 24/2011 Pasal 15",
        gist="pemberi kerja mendaftarkan pekerjanya dengan data yang lengkap dan benar",
        evidence="resmi",
        official=True,
    ),
)

LN, TLN = "Lembaran Negara Republik Indonesia", "Tambahan Lembaran Negara Republik Indonesia Nomor"
CHANGED = "[perubahan terakhir belum diverifikasi]"
SJSN, BPJS = "Sistem Jaminan Sosial Nasional", "Badan Penyelenggara Jaminan Sosial"
PP44 = "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian"
CITATIONS = (
    "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Undang-Undang Nomor … Tahun … tentang Kota Mataram di Provinsi Nusa Tenggara Barat [belum diverifikasi]",
    f"Undang-Undang Nomor 40 Tahun 2004 tentang {SJSN} ({LN} Tahun 2004 Nomor 150, {TLN} 4456)",
    f"Undang-Undang Nomor 24 Tahun 2011 tentang {BPJS} ({LN} Tahun 2011 Nomor 116, {TLN} 5256)",
    f"Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah ({LN} Tahun 2014 Nomor 244, {TLN} 5587) {CHANGED}",
    f"Peraturan Pemerintah Nomor 44 Tahun 2015 tentang {PP44} ({LN} Tahun 2015 Nomor 154, {TLN} 5714) {CHANGED}",
)

ROWS = tuple(
    UnitRow(
        category=item.name,
        count=count,
        segment=item.segment,
        programmes="JKK dan JKM",
        per_person=item.monthly,
        paid=item.monthly,
        monthly=count * item.monthly,
    )
    for item, count in zip(CATEGORIES[1:], (310, 54, 288, 150, 52), strict=True)
)
UNIT = WorkUnit(
    name="Ampenan",
    code="52.71.01",
    head=Official(
        name="Baiq Contoh Lestari",
        title="Camat Ampenan",
        number="000000000000000000",
        appointment="Keputusan Wali Kota Mataram Nomor … Tahun …",
    ),
    address="Jalan Contoh Nomor 1, Mataram",
    contact="surel: kecamatan@contoh.invalid",
    wards=("Ampenan Selatan", "Ampenan Tengah", "Ampenan Utara", "Banjar"),
    rows=ROWS,
    people=sum(row.count for row in ROWS),
    monthly=sum(row.monthly for row in ROWS),
    yearly=12 * sum(row.monthly for row in ROWS),
)

PEOPLE = sum(item.count for item in CATEGORIES)
MONTHLY = sum(item.count * item.monthly for item in CATEGORIES)

BRIEF = Brief(
    region=REGION,
    whole=dataclasses.replace(UNIT, name="Mataram", code="52.71", head=Official(name="", title=""), address=""),
    year=2027,
    about="Penyelenggaraan Program Jaminan Sosial Ketenagakerjaan bagi Pegawai Non-Aparatur Sipil Negara, Kader, "
    "dan Petugas Layanan Masyarakat",
    officials=Officials(
        head=Official(name="Lalu Contoh Wirawan", title="Wali Kota Mataram"),
        secretary=Official(name="Contoh Sri Handayani", title="Sekretaris Daerah Kota Mataram", status="Pj."),
    ),
    bpjs=BpjsOffice(
        name="Kantor Cabang Nusa Tenggara Barat",
        head_name="Contoh Pratama",
        head_title="Kepala Kantor Cabang Nusa Tenggara Barat",
        appointment="Keputusan Direksi BPJS Ketenagakerjaan Nomor …",
        address="Jalan Contoh Nomor 2, Mataram",
        contact="surel: cabang@contoh.invalid",
    ),
    categories=CATEGORIES,
    programmes=(JKK_PU, JKM_PU),
    funds=(APBD, OTHER),
    totals=Totals(people=PEOPLE, monthly=MONTHLY, yearly=12 * MONTHLY),
    wage_base="upah minimum Kota Mataram yang berlaku pada tahun anggaran bersangkutan",
    entry_age=(18, 65),
    recitals=(
        Recital(
            text="setiap orang yang bekerja berhak atas pelindungan dari risiko sosial ekonomi yang timbul karena "
            "pekerjaannya"
        ),
        Recital(
            text="pegawai non-ASN, ketua rukun tetangga, kepala lingkungan, kader, dan petugas layanan masyarakat di "
            "Kota Mataram menghadapi risiko kecelakaan kerja dan kematian, sedangkan sebagian dari mereka belum "
            "menjadi peserta program jaminan sosial ketenagakerjaan",
        ),
        Recital(
            text="untuk mengoptimalkan pelaksanaan program jaminan sosial ketenagakerjaan di daerah diperlukan pedoman "
            "tentang kepesertaan, iuran, dan pendanaannya",
            basis_ids=("menimbang:inpres",),
        ),
    ),
    citations=CITATIONS,
    bases=BASES,
    choices=(
        Choice(
            code="segmen_rt",
            topic="segmen",
            label="segmen ketua rukun tetangga",
            norm="Ketua Rukun Tetangga dan Kepala Lingkungan didaftarkan sebagai Peserta Bukan Penerima Upah dengan "
            "dasar penghasilan terendah",
        ),
    ),
    unit=UNIT,
    agreement=Agreement(signer=Signer.DISTRICT, years=1, starts="1 Januari 2027", ends="31 Desember 2027"),
    open_points=(
        OpenPoint(text="nomor dan tahun undang-undang pembentukan Kota Mataram", evidence="belum terverifikasi"),
        OpenPoint(
            text="tabel nilai nominal iuran bukan penerima upah di atas lapis terendah", evidence="tidak ditemukan"
        ),
        OpenPoint(
            text="ketentuan pedoman penyusunan APBD tahun 2027 mengenai iuran bagi rukun tetangga",
            evidence="tidak ditemukan",
        ),
    ),
    stamp=Stamp(rulebook="3f2a9c1d07be", decided="2026-11-22", decided_words="22 November 2026"),
)
