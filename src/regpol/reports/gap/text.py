"""The gap on a terminal: what is covered, what the rest costs and who bears it, and the curve in ten steps."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from regpol.budget.allocation.gap import MEMBER, Gap, UnitGap
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.money import rupiah

_STEPS = 10


def gap_text(found: Gap, title: str, fund_names: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """The gap in words and tables; ``kinds`` says what each unit is called (kampung, kelurahan), by code."""
    return "\n\n".join(part for part in _parts(found, title, fund_names, kinds) if part) + "\n"


def taking_part(found: Gap, kinds: Mapping[str, str]) -> str:
    """How many units take part, told apart by kind where there are several."""
    every = Counter(kinds.get(unit.code, "unit") for unit in found.units)
    joined = Counter(kinds.get(unit.code, "unit") for unit in found.units if unit.takes_part)
    if len(every) == 1:
        return f"{_number(found.taking_part)} dari {_number(len(found.units))} {next(iter(every))} ikut"
    told = ", ".join(f"{kind} {_number(joined[kind])} dari {_number(count)}" for kind, count in every.most_common())
    return f"{_number(found.taking_part)} dari {_number(len(found.units))} unit ikut ({told})"


def _parts(found: Gap, title: str, fund_names: Mapping[str, str], kinds: Mapping[str, str]) -> Iterator[str]:
    yield heading(title, "═")
    people = sum(unit.people for unit in found.units)
    yield columns(
        [
            ("Unit", taking_part(found, kinds)),
            ("Orang", f"{_number(people - found.uncovered)} dari {_number(people)} sudah terlindungi"),
            ("Kesenjangan", f"{_number(found.uncovered)} orang belum terlindungi"),
            ("Biaya menutup", f"{rupiah(found.cost)} dalam tahun anggaran ini"),
        ],
        (22, 84),
        "",
    )
    shares = [(fund_names.get(fund, fund), rupiah(amount).rjust(20)) for fund, amount in found.by_fund.items()]
    yield f"{heading('Menurut dana yang membayar')}\n{columns(shares, (40, 22))}" if shares else ""
    yield f"{heading(f'Kurva: unit ditambah menurut {found.order}')}\n{_steps(found.units)}"
    yield _notes(found)


def _steps(units: tuple[UnitGap, ...]) -> str:
    """The running sums after each tenth of the units that do not take part yet."""
    joined = sum(unit.takes_part for unit in units)
    rows = [("Unit", "Orang baru", "Biaya kumulatif", "Sampai dengan")]
    ends = dict.fromkeys(joined + max(1, (len(units) - joined) * step // _STEPS) for step in range(1, _STEPS + 1))
    for at in ends if joined < len(units) else ():
        unit = units[at - 1]
        rows.append(
            (
                _number(at).rjust(6),
                _number(unit.cumulative_people).rjust(10),
                rupiah(unit.cumulative_cost).rjust(20),
                unit.name,
            )
        )
    return columns(rows, (8, 12, 22, 30))


def _notes(found: Gap) -> str:
    unknown, uncounted = (sum(getattr(it, name) for it in found.units) for name in ("unknown", "uncounted"))
    notes = ["Belum ada pagu dan belum ada yang dipilih: ini tagihan bagi semua yang belum terlindungi."]
    if not found.told:
        notes.append("Register tidak menyebut siapa yang sudah terlindungi: semua dihitung belum.")
    elif found.told == MEMBER:
        notes.append(
            "Register tidak menyebut siapa yang terlindungi dari pekerjaan ini; peserta dari pekerjaan lain dihitung "
            "terlindungi, dan unitnya dihitung ikut."
        )
    if found.told and unknown:
        notes.append(f"{_number(unknown)} orang tanpa keterangan kepesertaan dihitung belum terlindungi.")
    if uncounted:
        why = "iuran atau dananya belum diketahui, atau SK-nya tidak berlaku"
        notes.append(f"{_number(uncounted)} orang tidak ikut dalam biaya: {why}.")
    if found.unplaced:
        told = "orang tanpa kelurahan/desa yang dikenal tidak termasuk unit mana pun: tidak ada di angka ini"
        notes.append(f"{_number(found.unplaced)} {told}.")
    if found.absent:
        some = ", ".join(found.absent[:8]) + (" …" if len(found.absent) > 8 else "")
        notes.append(f"{_number(len(found.absent))} unit tidak mempunyai orang yang dihitung di sini: {some}")
    return f"{heading('Catatan')}\n{bullets(notes)}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def gap_json(found: Gap) -> dict[str, Any]:
    """The gap as one document."""
    return {
        "order": str(found.order),
        "units": len(found.units),
        "taking_part": found.taking_part,
        "people": sum(unit.people for unit in found.units),
        "uncovered": found.uncovered,
        "uncounted": sum(unit.uncounted for unit in found.units),
        "cost": found.cost,
        "by_fund": found.by_fund,
        "absent": list(found.absent),
        "curve": [
            {
                "code": it.code,
                "name": it.name,
                "people": it.people,
                "covered": it.covered,
                "uncovered": it.uncovered,
                "cost": it.cost,
                "cumulative_people": it.cumulative_people,
                "cumulative_cost": it.cumulative_cost,
            }
            for it in found.units
        ],
    }
