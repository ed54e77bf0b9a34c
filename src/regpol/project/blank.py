"""What a project file may leave out though papers need it."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regpol.project.project import Project


class Blank(StrEnum):
    """Something papers need that a project file may leave out; values are the words of ``jenis.yaml``."""

    REGISTER = "register"
    NPK = "npk"
    BRANCH_DECREE = "keputusan_direksi"
    PARENT = "naskah_induk"
    PROXY = "surat_kuasa"
    DISTRICTS = "camat"
    ENTRY_AGE = "usia_masuk"
    SEAT = "tempat"
    HEAD = "kepala_daerah"
    SECRETARY = "sekretaris_daerah"
    OFFICE = "kantor_bpjs"
    OFFICE_HEAD = "kepala_kantor"
    DISTRICT_HEADS = "nama_camat"

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
    Blank.SEAT: "tempat penandatanganan",
    Blank.HEAD: "nama kepala daerah",
    Blank.SECRETARY: "nama sekretaris daerah",
    Blank.OFFICE: "nama kantor BPJS",
    Blank.OFFICE_HEAD: "nama dan jabatan kepala kantor BPJS",
    Blank.DISTRICT_HEADS: "nama camat",
}


def blanks_of(project: "Project") -> tuple[Blank, ...]:
    """What the papers need and the project does not say yet; dots say nothing."""
    branch, agreement = project.branch, project.agreement
    given = {
        Blank.REGISTER: project.register,
        Blank.NPK: branch.npk.strip("."),
        Blank.BRANCH_DECREE: branch.decree,
        Blank.PARENT: agreement.parent,
        Blank.PROXY: agreement.proxy,
        Blank.DISTRICTS: project.districts,
        Blank.ENTRY_AGE: any(project.policy.entry_age),
        Blank.SEAT: project.seat.strip("."),
        Blank.HEAD: project.head.name.strip("."),
        Blank.SECRETARY: project.secretary.name.strip("."),
        Blank.OFFICE: branch.name.strip("."),
        Blank.OFFICE_HEAD: branch.head.strip(".") and branch.title.strip("."),
        Blank.DISTRICT_HEADS: all(one.head.name.strip(".") for one in project.districts),
    }
    return tuple(blank for blank, value in given.items() if not value)
