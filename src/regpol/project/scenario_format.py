"""What ``skenario`` may contain: named plans that differ from the project in a few choices.

A scenario states only what differs. It is laid over the project's own text before that is read, so that
its choices meet the same checks and the same messages as the project's.
"""

from dataclasses import dataclass
from typing import Any

from regpol.law.shape import Fields, Key, Named, Scalar
from regpol.project.budget_format import BUDGET, BudgetPolicy
from regpol.project.policy import NO_POLICY, Ahead, Policy
from regpol.project.policy_format import POLICY
from regpol.terms.money import Rate, parse_rate
from regpol.terms.place import Place

FILE = "skenario.yaml"
KEY = "skenario"


@dataclass(frozen=True)
class ScenarioRecord:
    """A scenario as written. ``rise`` and ``cut`` change every ceiling by a share of it, in millionths."""

    place: Place
    name: str = ""
    year: int | None = None
    policy: Policy = NO_POLICY
    budget: BudgetPolicy | None = None
    rise: Rate | None = None
    cut: Rate | None = None
    ahead: Ahead | None = None


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) == 4 else None


def _ahead(place: Place, growth: Rate | None = None) -> Ahead:
    del place
    return Ahead(growth)


def _words(text: str) -> str | None:
    return text.strip() or None


_RATE = Scalar(parse_rate, "persen", "10 %")
_SCENARIO: Fields[Any] = Fields(
    "skenario",
    ScenarioRecord,
    (
        Key("nama", Scalar(_words, "teks", "RT pada dasar UMK"), "name", False, "nama dalam tabel dan diagram"),
        Key("tahun", Scalar(_year, "tahun", "2026"), "year", False, "tahun anggaran lain"),
        Key("kebijakan", POLICY, "policy", False, "pilihan yang berbeda; selebihnya dari proyek"),
        Key("anggaran", BUDGET, "budget", False, "pilihan anggaran yang berbeda; selebihnya dari proyek"),
        Key("pagu_naik", _RATE, "rise", False, "semua pagu naik sebesar ini", "10 %"),
        Key("pagu_turun", _RATE, "cut", False, "semua pagu turun sebesar ini", "10 %"),
        Key(
            "andaikan",
            Fields(
                "anggapan",
                _ahead,
                (Key("kenaikan_upah", _RATE, "growth", False, "kenaikan upah minimum setahun", "6,5 %"),),
            ),
            "ahead",
            False,
            "bawa norma dan upah yang terakhir terbaca ke tahun yang naskahnya belum ada, bercap ASUMSI",
        ),
    ),
)
SCENARIOS = Named(_SCENARIO, coded=True)
