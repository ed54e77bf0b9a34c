"""What the invented register of Mataram is put together from: names, jobs, spellings, mistakes."""

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
HEADINGS = ["No", "No. KTP", "NAMA LENGKAP", "L/P", "Tgl. Lahir", "Jabatan", "Kec.", "Kel.", "Nomor SK", "Tgl SK"]
HEADINGS += ["SK s/d", "Honor/bulan (Rp)", "Peserta BPJS lain", "Ket."]
MEN = [
    "Ahmad",
    "Muhammad",
    "Lalu",
    "Hasan",
    "Zainul",
    "Saiful",
    "Abdul",
    "Wayan",
    "Made",
    "Ketut",
    "Sahar",
    "Mahsun",
    "Junaidi",
    "Rusdi",
    "Fathur",
    "Irwan",
    "Jumadil",
]
MEN += ["Sukri", "Nasrun", "Bahri", "Mustiadi", "Supardi", "Hamzan", "Taufik", "Komang", "Gede", "Sirajudin", "Marwan"]
WOMEN = [
    "Baiq",
    "Siti",
    "Nurul",
    "Hikmah",
    "Sri",
    "Rohani",
    "Wayan",
    "Made",
    "Ketut",
    "Ayu",
    "Halimah",
    "Mahnun",
    "Zohriah",
    "Raehan",
    "Sumiati",
    "Husnul",
    "Ernawati",
]
WOMEN += ["Marlina", "Nurhayati", "Fitriani", "Suhaini", "Laksmi", "Kartini", "Yuliana", "Rahmawati"]
LAST = [
    "Hidayat",
    "Anwar",
    "Saputra",
    "Kurniawan",
    "Mahendra",
    "Jayadi",
    "Purnama",
    "Wirajaya",
    "Azhar",
    "Maulana",
    "Hamdani",
    "Suryadi",
    "Kusuma",
    "Lestari",
]
LAST += [
    "Rahayu",
    "Pertiwi",
    "Handayani",
    "Wardani",
    "Iswandi",
    "Safitri",
    "Aprilia",
    "Budiman",
    "Adnan",
    "Wiratama",
    "Sulastri",
    "Permana",
]
POSYANDU = ["Melati", "Mawar", "Kenanga", "Flamboyan", "Anggrek", "Dahlia", "Teratai", "Cempaka", "Bougenville"]

# category: how many people, monthly pay, and ways to write it ({n} a number, {p} a posyandu, {k} a kelurahan)
CATEGORIES = {
    "non_asn": (380, 1_500_000, ["Pegawai Non-ASN", "Non ASN", "NON ASN", "Tenaga Non-ASN", "pegawai non asn"]),
    "kader_posyandu": (340, 200_000, ["Kader Posyandu", "KADER POSYANDU {p}", "Kader Posyandu {p}", "kader pos yandu"]),
    "kader_pkk": (130, 150_000, ["Kader PKK", "KADER PKK", "Kader PKK Kel. {k}", "kader P.K.K."]),
    "linmas": (190, 500_000, ["Anggota Linmas", "LINMAS", "Linmas", "Satlinmas", "Anggota Satlinmas"]),
    "operator_roda_tiga": (110, 1_300_000, ["Operator Roda Tiga", "Operator Roda 3", "OPERATOR RODA TIGA"]),
    "kepala_lingkungan": (150, 1_000_000, ["Kepala Lingkungan", "KALING", "Kaling", "Kepala Lingkungan {k}"]),
    "ketua_rt": (390, 400_000, ["Ketua RT {n}", "KETUA RT {n}", "Ketua R.T. {n}", "Ketua RT{n}", "Ka. RT {n}"]),
    "ketua_rw": (80, 450_000, ["Ketua RW {n}", "KETUA RW {n}", "Ketua Rukun Warga {n}", "Ka. RW {n}"]),
}
MISSPELT_CATEGORY = {
    "kader_posyandu": ["Kader Posyndu", "Kader Posiandu", "KADER POSYADU"],
    "kepala_lingkungan": ["Kepala Lingkngan", "Kepla Lingkungan"],
    "operator_roda_tiga": ["Oprator Roda Tiga", "Operatr Roda 3"],
    "linmas": ["Anggota Linmass", "Linmaas"],
}
FOREIGN_CATEGORY = [
    "Wakil Ketua RT 02",
    "Sekretaris RW",
    "Kusir Cidomo",
    "Plt. Ketua RT 05",
    "Satpam Perumahan",
    "Mantan Kaling",
]
MISSPELT_UNIT = {
    "Selaparang": ["Selaprang", "SELAPARNG"],
    "Ampenan": ["Ampnan", "Ampenann"],
    "Cakranegara": ["Cakranegra", "Cakranagara"],
    "Sandubaya": ["Sandubaja", "Sandubya"],
    "Sekarbela": ["Sekarbella", "Skarbela"],
    "Rembiga": ["Rembigga"],
    "Dasan Agung": ["Dasan Agng"],
    "Pejanggik": ["Pejangik"],
    "Karang Taliwang": ["Karang Talliwang"],
    "Kekalik Jaya": ["Kekalik Jya"],
    "Pagesangan Timur": ["Pagesangn Timur"],
    "Turida": ["Turidda"],
    "Babakan": ["Babakkan"],
    "Bertais": ["Bertaiis"],
    "Selagalas": ["Selaglas"],
    "Bintaro": ["Bintarro"],
}
NO_SUCH_UNIT = ["Lingk. Montong Are", "Gunungsari", "Narmada", "Kediri", "Kuranji Dalang"]
ELSEWHERE = ["320115", "351507", "520103", "520208", "517103"]


NO_SUCH_DAY = ["31/02/1980", "32-01-1975", "30 Februari 1977", "01/13/1969"]
