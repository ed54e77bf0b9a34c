"""What the invented register of Kepulauan Meranti is put together from: names, jobs and how people write them."""

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]
MONTHS += ["Oktober", "November", "Desember"]
MEN = ["Ahmad", "Abdul", "Amiruddin", "Azman", "Bakri", "Darwis", "Effendi", "Fahmi", "Hamzah", "Hasbullah", "Idris"]
MEN += ["Iskandar", "Jamaluddin", "Kamaruddin", "Mahmud", "Nasrun", "Rahmat", "Ramli", "Samsul", "Syafrizal", "Tarmizi"]
MEN += ["Usman", "Yusuf", "Zainuddin", "Zulfikar", "Rusli", "Saparuddin", "Nordin", "Marzuki", "Hendri"]
WOMEN = ["Aisyah", "Asmah", "Cik", "Dewi", "Erna", "Faridah", "Halimah", "Jamilah", "Kalsum", "Laila", "Maimunah"]
WOMEN += ["Normah", "Nurhayati", "Rohana", "Rosmawati", "Salmah", "Siti", "Syarifah", "Zahara", "Zubaidah", "Yusnita"]
LAST = [
    "Arifin",
    "Bahari",
    "Daud",
    "Fauzi",
    "Hakim",
    "Harahap",
    "Husin",
    "Ibrahim",
    "Ismail",
    "Jufri",
    "Kasim",
    "Latif",
]
LAST += ["Mansur", "Nasir", "Osman", "Pohan", "Rasyid", "Saleh", "Siregar", "Sulaiman", "Tanjung", "Umar", "Wahab"]

# job: how many people, ways to write it, share of women
JOBS = {
    "nelayan": (620, ["Nelayan", "NELAYAN", "Nelayan kecil", "nelayan tradisional"], 0.05),
    "petani": (480, ["Petani", "Petani sagu", "PETANI", "petani kelapa"], 0.35),
    "buruh_bongkar_muat": (170, ["Buruh Bongkar Muat", "Buruh pelabuhan", "BURUH BONGKAR MUAT"], 0.0),
    "tukang_becak": (150, ["Tukang becak", "Tukang Becak", "TUKANG BECAK"], 0.0),
    "pedagang_kaki_lima": (290, ["Pedagang kaki lima", "PKL", "Pedagang Kaki Lima"], 0.7),
    "ojek": (140, ["Pengemudi ojek", "Ojek", "OJEK"], 0.03),
    "pemulung": (90, ["Pemulung", "PEMULUNG"], 0.4),
}
FOREIGN_JOB = ["Ibu rumah tangga", "Belum bekerja", "Pensiunan", "Pelajar"]
MISSPELT_JOB = {"nelayan": ["Nelayam", "Neleyan"], "petani": ["Petanni"], "pemulung": ["Pemulumg"]}
POVERTY = {"miskin_ekstrem": ["Miskin Ekstrem", "miskin ekstrem"], "miskin": ["Miskin", "MISKIN"]}
POVERTY |= {"tidak_miskin": ["Tidak miskin", "tidak miskin"]}
ELSEWHERE = ["140301", "147101", "210201", "120506"]
NO_SUCH_DAY = ["31/02/1980", "30-02-1975", "32 Mei 1990"]
HEADINGS = ["No", "NIK", "Nama Lengkap", "L/P", "Tanggal Lahir", "Pekerjaan", "Kecamatan", "Desa/Kelurahan"]
HEADINGS += ["Desil Kesejahteraan", "Kemiskinan", "Pekerja Rentan", "Peserta BPJS Ketenagakerjaan", "Ket."]
