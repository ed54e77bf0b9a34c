"""Which field a column heading means: `No. KTP`, `Tgl Lahir`, `Kel./Desa`, `Honor per Bulan`.

A heading that equals a known phrase wins over one that contains it, and the last of two contained
phrases over the first, for `Nama Kelurahan` is about the kelurahan. Headings of other people's data
(ibu kandung, ahli waris) and of other numbers (rekening, pegawai) mean nothing here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regpol.register.vocabulary import Vocabulary
from regpol.register.wording import position, words

_PHRASES = {
    "nik": ("nik", "nomor ktp", "no ktp", "ktp", "nomor induk kependudukan", "nomor kependudukan", "nik ktp"),
    "nama": ("nama", "nama lengkap", "nama orang", "nama peserta", "nama pekerja"),
    "tanggal_lahir": ("tanggal lahir", "tempat tanggal lahir", "ttl", "tempat dan tanggal lahir", "lahir tanggal"),
    "jenis_kelamin": ("jenis kelamin", "jk", "l p", "kelamin", "gender", "sex"),
    "kategori": (
        "kategori",
        "jabatan",
        "jenis pekerja",
        "kategori pekerja",
        "pekerjaan",
        "tugas",
        "status kepegawaian",
        "sebagai",
        "kedudukan",
    ),
    "kecamatan": ("kecamatan", "distrik"),
    "kelurahan": ("kelurahan", "desa", "kampung", "kelurahan desa", "desa kelurahan"),
    "nomor_sk": ("nomor sk", "sk", "sk pengangkatan", "nomor dan tanggal sk", "nomor surat keputusan", "dasar sk"),
    "tanggal_sk": ("tanggal sk", "tmt", "tmt sk", "sk mulai", "berlaku mulai", "tanggal surat keputusan", "sk sejak"),
    "sk_sampai": (
        "sk sampai",
        "berlaku sampai",
        "masa berlaku",
        "masa berlaku sk",
        "akhir masa bakti",
        "akhir masa jabatan",
        "masa bakti sampai",
        "masa jabatan sampai",
        "sk berakhir",
        "tanggal berakhir",
    ),
    "penghasilan": ("penghasilan", "honor", "honorarium", "insentif", "upah", "gaji", "pendapatan"),
    "peserta_lain": (
        "peserta lain",
        "kepesertaan lain",
        "kepesertaan bpjs",
        "peserta bpjs",
        "status bpjs",
        "bpjs lain",
        "bpjs ketenagakerjaan",
        "bpjs tk",
        "bpjamsostek",
    ),
    "usia": ("usia", "umur"),
    "hasil_validasi": ("hasil validasi",),
}
_LONG_FORM = {
    "no": "nomor",
    "nmr": "nomor",
    "tgl": "tanggal",
    "tggl": "tanggal",
    "tg": "tanggal",
    "kel": "kelurahan",
    "kec": "kecamatan",
    "jns": "jenis",
    "sd": "sampai",
    "hingga": "sampai",
}
_OTHER_PEOPLE = {"ibu", "ayah", "bapak", "waris", "pasangan", "istri", "suami", "anak"}
_OTHER_NUMBERS = {"rekening", "bank", "pegawai", "nip", "npwp", "telepon", "hp"}
_LONGEST_HEADING = 60
_EXACT = 1000
FIELDS = tuple(_PHRASES)
LABELS = {
    "nik": "NIK",
    "nama": "Nama",
    "tanggal_lahir": "Tanggal lahir",
    "jenis_kelamin": "Jenis kelamin",
    "kategori": "Kategori",
    "kecamatan": "Kecamatan",
    "kelurahan": "Kelurahan/Desa",
    "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK",
    "sk_sampai": "SK sampai",
    "penghasilan": "Penghasilan",
    "peserta_lain": "Peserta lain",
    "usia": "Usia",
    "hasil_validasi": "Hasil validasi",
    "sk_berlaku": "SK berlaku",
    "orang_asli_papua": "Orang asli Papua",
}


@dataclass(frozen=True, slots=True)
class Headings:
    """The phrases a register is searched for: the built-in ones, and those of the vocabulary's facts."""

    phrases: tuple[tuple[tuple[str, ...], str], ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field a column can be."""
        return tuple(dict.fromkeys(field for _, field in self.phrases))

    def match(self, heading: str) -> tuple[int, str] | None:
        """The field a heading means, with a score that lets the better of two columns win."""
        if len(heading) > _LONGEST_HEADING:
            return None
        written = _long_form(words(heading))
        if not written or (_OTHER_PEOPLE | _OTHER_NUMBERS) & set(written):
            return None
        best: tuple[int, str] | None = None
        for phrase, field in self.phrases:
            at = position(phrase, written)
            if at < 0:
                continue
            score = _EXACT if phrase == written else 10 * len(phrase) + at
            if best is None or score > best[0]:
                best = (score, field)
        return best

    def counted(self, texts: Sequence[str]) -> int:
        """How many fields a row of headings names; 0 unless one cell is a heading word for word.

        A person in `Kel. Dasan Agung` has a cell that contains one too, and must never be shown as a heading.
        """
        exact = any(found and found[0] == _EXACT for found in map(self.match, texts))
        return len(self.assign(texts)) if exact else 0

    def assign(self, headings: Sequence[str]) -> dict[str, int]:
        """Field to column index; each field and each column once, the clearest heading first."""
        scored = [(found, index) for index, text in enumerate(headings) if (found := self.match(text))]
        chosen: dict[str, int] = {}
        for (_, field), index in sorted(scored, key=lambda item: (-item[0][0], item[1])):
            chosen.setdefault(field, index)
        return dict(sorted(chosen.items(), key=lambda item: item[1]))


def headings_for(
    vocabulary: Vocabulary | None = None, own_phrases: Mapping[str, tuple[str, ...]] | None = None
) -> Headings:
    """The phrases to search for; ``own_phrases`` by field come before the built-in ones.

    >>> headings_for().assign(["No.", "No. KTP", "Nama Kelurahan", "NAMA", "Tgl. Lahir"])
    {'nik': 1, 'kelurahan': 2, 'nama': 3, 'tanggal_lahir': 4}
    """
    own = [(_long_form(words(phrase)), field) for field, phrases in _PHRASES.items() for phrase in phrases]
    facts = vocabulary.facts if vocabulary else ()
    named = [(_long_form(words(text)), f.code) for f in facts for text in (f.code.replace("_", " "), f.name)]
    first = [(_long_form(words(phrase)), f) for f, phrases in (own_phrases or {}).items() for phrase in phrases]
    return Headings(tuple(dict.fromkeys([*first, *own, *named])))


def strict_headings(phrases: Mapping[str, tuple[str, ...]]) -> Headings:
    """These phrases by field and no others, for a file whose columns a mapping names.

    >>> strict_headings({"kpj": ("No. KPJ",)}).assign(["NIK", "Nomor KPJ"])
    {'kpj': 1}
    """
    return Headings(tuple((_long_form(words(text)), field) for field, texts in phrases.items() for text in texts))


def label(field: str) -> str:
    """A field as an official reads it."""
    return LABELS.get(field, field.replace("_", " ").capitalize())


def examples(fields: Iterable[str]) -> tuple[str, ...]:
    """A few headings that would be recognised for these fields."""
    return tuple(
        phrase.upper() if phrase == "nik" else phrase.title() for f in fields for phrase in _PHRASES.get(f, (f,))[:2]
    )


def _long_form(written: tuple[str, ...]) -> tuple[str, ...]:
    at = position(("s", "d"), written)
    if at >= 0:
        written = (*written[:at], "sampai", *written[at + 2 :])
    return tuple(_LONG_FORM.get(word, word) for word in written)
