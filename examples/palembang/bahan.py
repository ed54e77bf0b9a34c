"""What the invented lists of Palembang are put together from: names, spellings of units, mistakes."""

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]
MONTHS += ["Oktober", "November", "Desember"]
MEN = ["Ahmad", "Muhammad", "Kemas", "Kiagus", "Zulkifli", "Hasan", "Husin", "Abdul", "Firmansyah", "Rusli", "Iskandar"]
MEN += ["Yusuf", "Amran", "Herman", "Suparman", "Sofyan", "Rizal", "Fadli", "Hendra", "Darmawan", "Effendi", "Ismail"]
MEN += ["Marzuki", "Nurdin", "Rahman", "Saleh", "Taufik", "Usman", "Wahyudi", "Yanto", "Zainal", "Arifin", "Bambang"]
WOMEN = ["Siti", "Nyimas", "Masayu", "Nurhayati", "Sri", "Rosmala", "Fatimah", "Halimah", "Aminah", "Kartini", "Dewi"]
WOMEN += ["Yuliana", "Ernawati", "Lestari", "Maimunah", "Zubaidah", "Rohana", "Susilawati", "Marlina", "Fitriani"]
LAST = ["Hidayat", "Anwar", "Saputra", "Kurniawan", "Syahputra", "Maulana", "Hamdani", "Suryadi", "Kusuma", "Pratama"]
LAST += ["Gunawan", "Setiawan", "Wijaya", "Nasution", "Budiman", "Permana", "Oktavian", "Ramadhan", "Siregar", "Utama"]
LAST += ["Alamsyah", "Fauzi", "Hakim", "Jauhari", "Lubis", "Mahmud", "Novriansyah", "Putra", "Rasyid", "Sanjaya"]
SHORT = {"Muhammad": ["Moh.", "Muh."], "Kemas": ["Kms."], "Kiagus": ["Kgs."], "Abdul": ["Abd."], "Nyimas": ["Nys."]}
SHORT |= {"Masayu": ["Msy."]}
TITLES = ["{}, S.Pd", "H. {}", "Drs. {}", "{}, S.E.", "Hj. {}", "{} (Contoh)", "Ir. {}", "Bpk. {}", "{} S.Sos"]
DIGITS = {
    "Satu": "1",
    "Dua": "2",
    "Tiga": "3",
    "Empat": "4",
    "Lima": "5",
    "Enam": "6",
    "Tujuh": "7",
    "Delapan": "8",
    "Sembilan": "9",
    "Sepuluh": "10",
    "Sebelas": "11",
    "Dua-belas": "12",
    "Tiga-belas": "13",
    "Empat-belas": "14",
    "Lima-belas": "15",
    "Enam-belas": "16",
    "Tujuh-belas": "17",
    "Delapan-belas": "18",
    "Sembilan-belas": "19",
    "Dua-puluh": "20",
    "Dua-puluh-dua": "22",
    "Dua-puluh-tiga": "23",
    "Dua-puluh-empat": "24",
    "Dua-puluh-enam": "26",
    "Dua-puluh-tujuh": "27",
    "Dua-puluh-delapan": "28",
    "Dua-puluh-sembilan": "29",
    "Tiga-puluh": "30",
    "Tiga-puluh-dua": "32",
    "Tiga-puluh-lima": "35",
    "Tiga-puluh-enam": "36",
}
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
JOINED = ["Bukit", "Talang", "Sungai", "Karang", "Kemang", "Suka", "Karya", "Sri", "Lorok", "Tangga", "Siring"]
MISSPELT = {"Sukarami": "Sukarammi", "Kalidoni": "Kalidonni", "Kertapati": "Kertapatti", "Gandus": "Ganduss"}
MISSPELT |= {"Silaberanti": "Silabranti", "Keramasan": "Kramasan", "Pulokerto": "Pulo Kertto"}
RT = [
    "Ketua RT {rt:02d} RW {rw:02d}",
    "KETUA RT {rt:03d} / RW {rw:03d}",
    "Ketua RT. {rt} RW. {rw}",
    "Ka. RT {rt:02d}/{rw:02d}",
]
RT += ["Ketua R.T. {rt} R.W. {rw}", "Ketua Rukun Tetangga {rt} RW {rw}"]
RW = ["Ketua RW {rw:02d}", "KETUA RW {rw:03d}", "Ka. RW {rw}", "Ketua Rukun Warga {rw:02d}", "Ketua R.W. {rw}"]
