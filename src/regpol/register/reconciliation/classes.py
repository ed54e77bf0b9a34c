"""The classes a row can end in, and what each means for the people who have to act.

A row has one class, the first that applies in the order below; everything else found about it is
kept beside it. What a class says about paying is about this budget only: membership is another
question, and never ended by a missing decree.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Whether a row has a decree to rest a payment from this budget on."""

    PRESENT = "ada"
    MISSING = "belum ada"
    TO_SETTLE = "perlu dipastikan"


class PersonClass(StrEnum):
    """What became of a row of the register."""

    REPLACED = "diganti SK yang lebih baru"
    OVER = "masa SK habis"
    AHEAD = "SK belum mulai"
    UNCLEAR_TERM = "masa SK tidak jelas"
    NIK_DIFFERS = "NIK berbeda"
    NAME_DIFFERS = "nama berbeda"
    UNIT_DIFFERS = "unit berbeda"
    MATCHED = "cocok"
    NOT_TOLD_APART = "perlu dipastikan"
    REPEATED = "baris ganda"
    NO_DECREE = "tanpa SK"


class DecreeClass(StrEnum):
    """What became of a row of the list of decrees."""

    USED = "dipakai"
    SUPERSEDED = "diganti SK yang lebih baru"
    AHEAD = "menyusul (belum mulai)"
    REPEATED = "SK ganda"
    NOT_TOLD_APART = "perlu dipastikan"
    NO_PERSON = "SK tanpa orang"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What to do about a class and who can."""

    ground: Ground
    action: str
    who: str


_UNIT, _OFFICE = "Kelurahan/kampung", "Bagian Pemerintahan (Tapem)"
_REGISTRY, _BPJS = "Dukcapil", "BPJS Ketenagakerjaan"
NOT_THE_MEMBERSHIP = (
    "Orang ini tetap dapat menjadi peserta; yang belum ada ialah dasar membayar iurannya dari anggaran ini."
)

MEANING: dict[PersonClass, Meaning] = {
    PersonClass.MATCHED: Meaning(Ground.PRESENT, "Tidak ada.", "-"),
    PersonClass.NAME_DIFFERS: Meaning(
        Ground.PRESENT,
        "Cocokkan nama dengan KTP. Bila register yang salah, perbaiki register; bila SK yang salah, ajukan ralat SK.",
        f"{_UNIT}; {_OFFICE} untuk ralat SK",
    ),
    PersonClass.NIK_DIFFERS: Meaning(
        Ground.TO_SETTLE,
        "Cocokkan NIK dengan KTP atau data kependudukan, lalu perbaiki daftar yang salah sebelum didaftarkan ke BPJS.",
        f"{_UNIT}; {_REGISTRY} untuk memastikan NIK; {_BPJS} bila sudah terdaftar dengan NIK yang salah",
    ),
    PersonClass.UNIT_DIFFERS: Meaning(
        Ground.TO_SETTLE,
        "Pastikan di unit mana orang ini bertugas; perbaiki unit di register, atau terbitkan SK untuk unit yang baru.",
        f"{_UNIT} (kedua unit); {_OFFICE}",
    ),
    PersonClass.OVER: Meaning(
        Ground.MISSING,
        "Kirim SK perpanjangan atau pengangkatan yang baru; bila sudah tidak bertugas, keluarkan dari usulan.",
        f"{_UNIT} mengusulkan; {_OFFICE} menerbitkan",
    ),
    PersonClass.AHEAD: Meaning(
        Ground.MISSING,
        "Bayar paling cepat sejak SK berlaku; bila sudah bertugas sebelum itu, tunjukkan SK sebelumnya.",
        f"{_UNIT}; {_OFFICE}",
    ),
    PersonClass.REPLACED: Meaning(
        Ground.TO_SETTLE,
        "Pakai SK yang lebih baru: tulis nomor dan masanya di register, atau ganti orangnya bila jabatannya berpindah.",
        f"{_UNIT}; {_OFFICE}",
    ),
    PersonClass.UNCLEAR_TERM: Meaning(
        Ground.TO_SETTLE,
        "Lengkapi tanggal mulai dan akhir masa SK di daftar SK, atau tunjukkan ketentuan yang menetapkan masanya.",
        _OFFICE,
    ),
    PersonClass.NOT_TOLD_APART: Meaning(
        Ground.TO_SETTLE,
        "Lengkapi NIK atau tanggal lahir di daftar SK, agar tiap SK dapat dipasangkan dengan satu orang.",
        f"{_OFFICE}; {_UNIT}",
    ),
    PersonClass.REPEATED: Meaning(
        Ground.TO_SETTLE, "Sisakan satu baris; satu orang dalam satu jabatan ditulis sekali.", _UNIT
    ),
    PersonClass.NO_DECREE: Meaning(
        Ground.MISSING,
        "Kirim SK pengangkatannya; bila memang belum pernah diangkat, usulkan SK-nya.",
        f"{_UNIT} mengirim; {_OFFICE} menerbitkan",
    ),
}
DECREE_ACTION: dict[DecreeClass, tuple[str, str]] = {
    DecreeClass.USED: ("Tidak ada.", "-"),
    DecreeClass.SUPERSEDED: ("Tidak ada; SK yang lebih baru yang dipakai.", "-"),
    DecreeClass.AHEAD: ("Tidak ada; dipakai setelah mulai berlaku.", "-"),
    DecreeClass.REPEATED: ("Hapus baris yang berulang dari daftar SK.", _OFFICE),
    DecreeClass.NOT_TOLD_APART: ("Lengkapi NIK atau tanggal lahir pada baris SK ini.", _OFFICE),
    DecreeClass.NO_PERSON: (
        "Pastikan orangnya masih bertugas; bila ya, tambahkan ke register; bila tidak, tandai SK ini berakhir.",
        f"{_UNIT}; {_OFFICE}",
    ),
}
