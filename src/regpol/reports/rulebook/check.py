"""The check of a rulebook: what was covered, what was answered, and every finding by kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from regpol.decision.walk.whole_rulebook import RulebookWalk
from regpol.law.model import Rulebook
from regpol.reports.layout import WIDTH, columns, heading
from regpol.terms.problems import Problem, Severity

_SHOWN = 20
_WEIGHT = {Severity.ERROR: "kesalahan", Severity.WARNING: "peringatan"}


@dataclass(frozen=True)
class LawCheck:
    """A finished check. ``confirmed``: situations that durable-rules decided too; ``tenths`` of seconds it took."""

    rulebook: Rulebook
    walk: RulebookWalk
    problems: tuple[Problem, ...]
    confirmed: int
    tenths: int

    @property
    def by_code(self) -> dict[str, list[Problem]]:
        """The findings by code, errors first."""
        weight = {severity: number for number, severity in enumerate(Severity)}
        grouped: dict[str, list[Problem]] = {}
        for problem in sorted(self.problems, key=lambda it: (weight[it.severity], it.code)):
            grouped.setdefault(problem.code, []).append(problem)
        return grouped


def law_check_json(check: LawCheck) -> dict[str, Any]:
    """The check as one document."""
    book, walk = check.rulebook, check.walk
    weights = Counter(str(problem.severity) for problem in check.problems)
    return {
        "problems": [problem.as_dict() for problems in check.by_code.values() for problem in problems],
        "counts": {
            "regulations": len(book.regulations),
            "provisions": len(book.provisions),
            "rules": len(book.rules),
            "values": len(book.values),
            "situations": walk.situations,
            "targets": len(walk.walks),
            "targets_kept": walk.reused,
            "periods": walk.periods,
            "budget_years": list(walk.years),
            "answers": {str(answer): count for answer, count in walk.answers.items()},
            "confirmed": check.confirmed,
            "errors": weights[Severity.ERROR],
            "warnings": weights[Severity.WARNING],
            "by_code": {code: len(problems) for code, problems in check.by_code.items()},
            "tenths_of_seconds": check.tenths,
        },
        "rulebook": {"hash": book.hash},
    }


def law_check_text(check: LawCheck) -> str:
    """The check as an official reads it."""
    parts = [heading("Pemeriksaan buku aturan", "═"), columns(_covered(check), (22, WIDTH))]
    if not check.problems:
        return "\n".join([*parts, "", "Tidak ada temuan."]) + "\n"
    parts += ["", heading(_counted(check)), columns(_kinds(check), (7, 12, 5, WIDTH))]
    for code, problems in check.by_code.items():
        parts += ["", heading(f"{code} {problems[0].title} ({_WEIGHT[problems[0].severity]}, {len(problems)})")]
        parts += [_told(problem) for problem in problems[:_SHOWN]]
        if len(problems) > _SHOWN:
            parts.append(f"  … dan {len(problems) - _SHOWN} lagi; semuanya dengan --json")
    return "\n".join(parts) + "\n"


def _covered(check: LawCheck) -> Iterator[tuple[str, str]]:
    book, walk = check.rulebook, check.walk
    sizes = (
        (len(book.regulations), "peraturan"),
        (len(book.provisions), "ketentuan"),
        (len(book.rules), "kaidah"),
        (len(book.values), "nilai"),
    )
    yield "buku aturan", ", ".join(f"{_number(count)} {name}" for count, name in sizes)
    years = f"{walk.years[0]} sampai {walk.years[-1]}" if walk.years else "tidak ada"
    yield "keadaan dijalani", f"{_number(walk.situations)}, pada {walk.periods} masa dari tahun anggaran {years}"
    yield "kelompok soal", f"{len(walk.walks)}; {walk.reused} di antaranya tidak berubah sejak pemeriksaan terakhir"
    yield "jawaban", ", ".join(f"{answer.label} {_number(count)}" for answer, count in walk.answers.items())
    differ = sum(problem.code == "LAW19" for problem in check.problems)
    outcome = f"{differ} berbeda" if differ else "semuanya sama"
    yield "diuji mesin kedua", f"{_number(check.confirmed)} keadaan; {outcome}" if check.confirmed else "tidak diminta"
    yield "lama", f"{check.tenths // 10},{check.tenths % 10} detik"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _counted(check: LawCheck) -> str:
    weights = Counter(problem.severity for problem in check.problems)
    told = [f"{weights[severity]} {_WEIGHT[severity]}" for severity in Severity if weights[severity]]
    return f"Temuan: {' dan '.join(told)}"


def _kinds(check: LawCheck) -> Iterator[tuple[str, str, str, str]]:
    for code, problems in check.by_code.items():
        yield code, _WEIGHT[problems[0].severity], str(len(problems)), problems[0].title


def _told(problem: Problem) -> str:
    found, expected, action = problem.sentences
    rows = [("ditemukan", found), ("seharusnya", expected), ("lakukan", action)]
    return f"  {problem.place}\n" + columns([row for row in rows if row[1]], (11, WIDTH), "    ")
