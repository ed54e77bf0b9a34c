"""Every kind of flaw a row can have, as one bit, so that flaws are carried in columns and worded only when shown.

A kind says which problem it is, at which column it points, and where the words that differ from row
to row come from. The order of the kinds is the order in which a row's flaws are told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regpol.register.identity import OLDEST
from regpol.register.nik import NIK_FAULTS
from regpol.register.vocabulary import Fact
from regpol.terms.problems import Severity, catalogue

_MOST_BITS = 62
REPEATED, TWO_CATEGORIES = "repeated", "two_categories"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of flaw: ``part`` is the column of bits it is kept in, empty where a join tells it."""

    name: str
    code: str
    field: str
    words: str = ""
    part: str = "flaws"


_OWN = (
    Kind("category_missing", "REG20", "kategori"),
    Kind("category_unknown", "REG21", "kategori"),
    Kind("category_ambiguous", "REG22", "kategori"),
    Kind("category_guessed", "REG50", "kategori"),
    Kind("nik_empty", "REG23", "nik"),
    Kind("nik_ruined", "REG24", "nik"),
    *(Kind(f"nik_{reason}", "REG25", "nik", reason) for reason in NIK_FAULTS[3:]),
    Kind("nik_doubtful", "REG46", "nik"),
    Kind("born_never", "REG26", "tanggal_lahir", "tanggal itu tidak ada dalam kalender"),
    Kind("born_later", "REG26", "tanggal_lahir", "tanggal itu sesudah tanggal keputusan"),
    Kind("born_long_ago", "REG26", "tanggal_lahir", f"tanggal itu lebih dari {OLDEST} tahun sebelum tanggal keputusan"),
    Kind("nik_born_later", "REG25", "nik", "tanggal dalam NIK sesudah tanggal keputusan"),
    Kind("born_from_nik", "REG43", "tanggal_lahir"),
    Kind("born_differs", "REG42", "tanggal_lahir"),
    Kind("born_swapped", "REG42", "tanggal_lahir", "; hari dan bulan tampaknya tertukar"),
    Kind("elsewhere", "REG45", "nik"),
    Kind("age", "REG54", "tanggal_lahir"),
    Kind("sex_unreadable", "REG41", "jenis_kelamin"),
    Kind("sex_differs", "REG44", "jenis_kelamin"),
    Kind(REPEATED, "REG27", "nik", part=""),
    Kind(TWO_CATEGORIES, "REG51", "kategori", part=""),
    Kind("district_unknown", "REG47", "kecamatan"),
    Kind("district_guessed", "REG48", "kecamatan"),
    Kind("village_unknown", "REG47", "kelurahan"),
    Kind("village_guessed", "REG48", "kelurahan"),
    Kind("outside", "REG49", "kelurahan"),
    Kind("since_unreadable", "REG41", "tanggal_sk"),
    Kind("until_unreadable", "REG41", "sk_sampai"),
    Kind("deceased", "REG99", "hasil_validasi"),
)
_TERM = (
    Kind("term_ended", "REG52", ""),
    Kind("term_ended_year", "REG52", ""),
    Kind("term_not_begun", "REG52", ""),
    Kind("term_denied", "REG52", "", "kolomnya menyatakan SK tidak berlaku"),
    Kind("term_no_decree", "REG52", "", "kolomnya menyatakan SK belum ada"),
    Kind("term_reversed", "REG53", "", "SK berakhir sebelum dimulai"),
    Kind("term_undated", "REG53", "", "SK ada, tetapi tanggalnya tidak diketahui"),
    Kind("term_unwritten", "REG53", "", "SK tidak tertulis"),
    Kind("term_no_end", "REG53", "", "tanggal akhir SK tidak diketahui"),
    Kind("term_no_day", "REG53", "", "hari mulai atau berakhirnya tidak diketahui"),
)


@dataclass(frozen=True)
class Flaws:
    """The kinds a register can have, with the bit of each."""

    kinds: tuple[Kind, ...]
    bits: Mapping[str, int]

    def of(self, *codes: Severity, part: str = "flaws") -> int:
        """The bits of every kind of these severities, together."""
        known = catalogue()
        return sum(self.bits[k.name] for k in self.kinds if k.part == part and known[k.code].severity in codes)


def flaws_of(facts: Sequence[Fact], term_field: str) -> Flaws:
    """The kinds for a register with these facts; what is said of a decree's term points at ``term_field``."""
    term = (Kind(k.name, k.code, term_field, k.words, k.part) for k in _TERM)
    told = (
        kind
        for fact in facts
        for kind in (
            Kind(missing(fact.code), "REG40", fact.code, part="fact_flaws"),
            Kind(unreadable(fact.code), "REG41", fact.code, part="fact_flaws"),
        )
    )
    kinds = (*_OWN, *term, *told)
    bits: dict[str, int] = {}
    for part in ("flaws", "fact_flaws"):
        names = [kind.name for kind in kinds if kind.part == part]
        if len(names) > _MOST_BITS:
            raise ValueError(f"{len(names)} kinds of flaws do not fit into the bits of one number")
        bits |= {name: 1 << at for at, name in enumerate(names)}
    return Flaws(kinds, bits)


def missing(fact: str) -> str:
    """The kind of a fact whose cell is blank."""
    return f"{fact} missing"


def unreadable(fact: str) -> str:
    """The kind of a fact whose cell says nothing that can be read."""
    return f"{fact} unreadable"
