"""What a project file may leave out though papers need it."""

from enum import StrEnum


class Blank(StrEnum):
    """Something papers need that a project file may leave out; values are the words of ``jenis.yaml``."""

    REGISTER = "register"
    NPK = "npk"
    BRANCH_DECREE = "keputusan_direksi"
    PARENT = "naskah_induk"
    PROXY = "surat_kuasa"
    DISTRICTS = "camat"
    ENTRY_AGE = "usia_masuk"

    @property
    def said(self) -> str:
        """What is missing, in words."""
        return _SAID[self]


_SAID = {
    Blank.REGISTER: "register pekerja",
    Blank.NPK: "NPK kepala kantor BPJS",
    Blank.BRANCH_DECREE: "keputusan direksi BPJS",
    Blank.PARENT: "naskah induk kerja sama",
    Blank.PROXY: "surat kuasa kepada camat",
    Blank.DISTRICTS: "daftar camat",
    Blank.ENTRY_AGE: "usia masuk",
}
