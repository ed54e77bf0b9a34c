"""How an answer file is to be read, and what can come of a row; both as plain data.

No official layout is known to us, so nothing about columns or statuses stands in this code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regpol.terms.place import NOWHERE, Place

KEYS = ("nik", "nama", "tanggal_lahir")
COLUMNS = ("nik", "kpj", "nama", "tanggal_lahir", "status", "segmen", "keterangan")
BY_SEGMENT = "menurut_segmen"
"""Written for a fact whose value stands in the segment column of the answer."""


class Result(StrEnum):
    """What became of a row of the register."""

    MATCHED = "cocok"
    NOT_MEMBER = "belum terdaftar"
    ACTIVE_ELSEWHERE = "sudah aktif di tempat lain"
    INACTIVE = "pernah terdaftar, tidak aktif"
    PAST_AGE = "lewat usia"
    DATA_DIFFERS = "data berbeda"
    NIK_NOT_FOUND = "NIK tidak ditemukan"
    DECEASED = "meninggal"
    OTHER_PERSON = "NIK atas nama lain"
    CONFLICT = "jawaban bertentangan"
    STATUS_UNKNOWN = "status tidak dikenal"
    NO_KEY = "baris tanpa kunci"
    UNANSWERED = "belum dijawab"


def says_deceased(text: str) -> bool:
    """Whether a cell under "Hasil validasi" is the result for somebody who died, as `register validate` writes it.

    >>> says_deceased("Meninggal"), says_deceased("ahli waris peserta meninggal")
    (True, False)
    """
    return text.strip().casefold() == str(Result.DECEASED)


TOLD = {
    "cocok": Result.MATCHED,
    "belum_terdaftar": Result.NOT_MEMBER,
    "aktif_di_tempat_lain": Result.ACTIVE_ELSEWHERE,
    "tidak_aktif": Result.INACTIVE,
    "lewat_usia": Result.PAST_AGE,
    "data_berbeda": Result.DATA_DIFFERS,
    "nik_tidak_ditemukan": Result.NIK_NOT_FOUND,
    "meninggal": Result.DECEASED,
}
"""The results an answer can tell, by the words of a mapping file; the others are found out here."""


class Way(StrEnum):
    """Whether a row can go on as it is."""

    ON = "lanjut"
    SETTLE = "pastikan dahulu"
    OUT = "keluarkan"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What to do about a result and who can."""

    way: Way
    action: str
    who: str


_LIST, _REGISTRY, _BPJS = "Pengelola daftar", "Dukcapil", "BPJS Ketenagakerjaan"
_UNIT = "Kelurahan/kampung"
MEANING: dict[Result, Meaning] = {
    Result.MATCHED: Meaning(Way.ON, "Tidak ada.", "-"),
    Result.NOT_MEMBER: Meaning(Way.ON, "Daftarkan sebagai peserta baru.", _BPJS),
    Result.ACTIVE_ELSEWHERE: Meaning(
        Way.SETTLE,
        "Pastikan pekerjaan mana yang sudah dibayar; jangan bayar dua kali untuk pekerjaan yang sama.",
        f"{_LIST}; {_BPJS}",
    ),
    Result.INACTIVE: Meaning(Way.ON, "Minta kepesertaannya diaktifkan kembali; nomor lamanya dipakai.", _BPJS),
    Result.PAST_AGE: Meaning(
        Way.SETTLE,
        "Cocokkan tanggal lahir dengan KTP; bila benar, lihat jawaban regpol untuk usianya sebelum dikeluarkan.",
        f"{_LIST}; {_REGISTRY} bila tanggal lahirnya salah",
    ),
    Result.DATA_DIFFERS: Meaning(
        Way.SETTLE, "Samakan nama dan tanggal lahir dengan KTP, lalu kirim ulang.", f"{_UNIT}; {_REGISTRY}"
    ),
    Result.NIK_NOT_FOUND: Meaning(
        Way.SETTLE, "Cocokkan NIK dengan KTP; bila sama, minta Dukcapil memastikannya.", f"{_UNIT}; {_REGISTRY}"
    ),
    Result.DECEASED: Meaning(
        Way.OUT, "Keluarkan dari daftar; periksa hak ahli warisnya (regpol benefits --event meninggal).", _UNIT
    ),
    Result.OTHER_PERSON: Meaning(
        Way.SETTLE, "NIK ini menurut jawaban milik orang lain; cocokkan dengan KTP sebelum dipakai.", _UNIT
    ),
    Result.CONFLICT: Meaning(
        Way.SETTLE, "Tanyakan jawaban mana yang benar; isi register tidak diubah.", "Pengirim jawaban"
    ),
    Result.STATUS_UNKNOWN: Meaning(
        Way.SETTLE, "Tambahkan arti status ini ke berkas pemetaan, lalu jalankan lagi.", _LIST
    ),
    Result.NO_KEY: Meaning(Way.SETTLE, "Lengkapi NIK di register, lalu mintakan jawaban.", _UNIT),
    Result.UNANSWERED: Meaning(Way.SETTLE, "Mintakan jawaban untuk baris ini.", _LIST),
}


@dataclass(frozen=True)
class StatusWords:
    """What some statuses of an answer mean: the result, and the facts it settles (code to value)."""

    result: Result
    texts: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True)
class AnswerMapping:
    """Which column of an answer is what (field to headings), and what its statuses and segments mean."""

    code: str
    name: str
    columns: Mapping[str, tuple[str, ...]]
    statuses: tuple[StatusWords, ...]
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    origin: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it can settle, in the order written."""
        return tuple(dict.fromkeys(code for words in self.statuses for code, _ in words.facts))
