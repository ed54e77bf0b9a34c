"""What the invented register of Merauke is put together from: names, posts of a kampung and how people write them."""

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]
MONTHS += ["Oktober", "November", "Desember"]
MEN = ["Agustinus", "Albertus", "Alfons", "Antonius", "Barnabas", "Benediktus", "Bernardus", "Blasius", "Daniel"]
MEN += ["Dominikus", "Fransiskus", "Gerardus", "Hendrikus", "Ignasius", "Kanisius", "Klemens", "Leonardus", "Markus"]
MEN += ["Martinus", "Mikael", "Paskalis", "Paulus", "Petrus", "Robertus", "Simon", "Stefanus", "Thomas", "Yohanes"]
WOMEN = ["Agnes", "Anastasia", "Bernadeta", "Brigita", "Elisabet", "Fransiska", "Helena", "Katarina", "Kristina"]
WOMEN += [
    "Magdalena",
    "Margaretha",
    "Maria",
    "Marta",
    "Monika",
    "Paskalina",
    "Rosalina",
    "Teresia",
    "Veronika",
    "Yuliana",
]
LAST = [
    "Bayuwa",
    "Demaru",
    "Endawi",
    "Gambari",
    "Humara",
    "Indawe",
    "Kamaru",
    "Kawendu",
    "Lawira",
    "Mandaru",
    "Mawenda",
]
LAST += [
    "Nawarep",
    "Ndarupi",
    "Omaru",
    "Pawendi",
    "Rumawi",
    "Samawe",
    "Sendawi",
    "Tamaru",
    "Umawe",
    "Wandaru",
    "Yawendu",
]

# post: ways to write it; the numbers for each kampung stand in the generator
POSTS = {
    "kepala_desa": ["Kepala Kampung", "KEPALA KAMPUNG", "Kepala kampung {k}"],
    "perangkat_desa": ["Perangkat Kampung", "Aparat Kampung", "PERANGKAT KAMPUNG", "aparat kampung"],
    "anggota_bpd": ["Anggota Bamuskam", "BAMUSKAM", "Bamuskam", "Anggota BAMUSKAM {k}"],
    "nelayan": ["Nelayan", "NELAYAN", "nelayan"],
    "petani": ["Petani", "PETANI", "Petani {k}"],
    "pedagang_kaki_lima": ["Pedagang kaki lima", "Pedagang", "PKL"],
}
PAY = {"kepala_desa": 3_000_000, "perangkat_desa": 2_200_000, "anggota_bpd": 800_000}
FOREIGN_POST = ["Sekretaris Kampung", "Ketua Adat", "Mantan Kepala Kampung", "Penjabat Kepala Kampung"]
ELSEWHERE = ["910401", "917101", "730601"]
NO_SUCH_DAY = ["31/02/1981", "30-02-1979"]
HEADINGS = ["No", "NIK", "Nama", "L/P", "Tgl Lahir", "Jabatan", "Distrik", "Kampung", "Nomor SK", "TMT SK"]
HEADINGS += ["SK s/d", "Penghasilan", "Orang Asli Papua", "Desil Kesejahteraan", "Pekerja Rentan", "Sudah Terlindungi"]
