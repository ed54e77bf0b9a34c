"""A realisation on the terminal and as one JSON document."""

from typing import Any

from regpol.budget.realisation import LineView, RealisationView
from regpol.register.cell_shape import spot
from regpol.reports.json_shape import closed_object_of
from regpol.reports.layout import bullets, columns, heading, wrapped
from regpol.reports.realisation.words import (
    NO_COVERAGE,
    CoverageView,
    elsewhere_words,
    line_names,
    money,
    rupiah,
    through,
    verdict,
)

Json = dict[str, Any]
_SHOWN = 20
_AMOUNTS = ("planned", "planned_so_far", "paid", "gap", "still_needed", "proposal", "proposal_if_owed")
_HOW = (
    "Usulan = dibayar + kebutuhan bulan sisa − rencana setahun; di atas nol ditambah, di bawah nol dapat dikurangi. "
    "Bila selisih sampai bulan ini masih harus dibayar, pakai kolom “bila terutang”."
)


def realisation_text(view: RealisationView, coverage: tuple[CoverageView, ...]) -> str:
    """The totals, the lines with most to propose, coverage, and what could not be placed."""
    head = view.plan.head
    title = f"Realisasi {head.region_name} {head.year}, {through(view.through, view.months_left)}"
    totals = [(label, money(view.total(name))) for name, label in _LABELS.items()]
    if view.unplanned:
        totals.append(("Dibayar di luar rencana, tidak ikut di atas", money(view.unplanned)))
    silent = view.unreported
    if silent:
        so_far = None if any(line.gap is None for line in silent) else sum(line.gap or 0 for line in silent)
        totals.append((f"{len(silent)} baris tanpa realisasi, rencananya sampai bulan ini", money(so_far)))
    parts = [heading(title), columns(totals, (52, 0)), wrapped(_HOW), _lines(view)]
    other = elsewhere_words(view)
    if other:
        listed = [(label, money(amount)) for label, amount in other]
        parts.insert(2, "Di luar tahun rencana, tidak ikut di atas\n" + columns(listed, (52, 0)))
    if view.realisation.unread:
        listed_rows = [f"{spot(one.place)}: {one.reason} ({money(one.amount)})" for one in view.realisation.unread]
        rest = len(listed_rows) - _SHOWN
        more = [f"dan {rest} baris lain; lihat hasil -o"] if rest > 0 else []
        parts.append("Baris yang tidak terbaca, tidak ikut dijumlah\n" + bullets(listed_rows[:_SHOWN] + more))
    parts.append("Cakupan\n" + bullets([one.text for one in coverage] or [NO_COVERAGE]))
    parts.append("Yang dianggap benar\n" + bullets(view.realisation.assumptions))
    return "\n\n".join(parts) + "\n"


_LABELS = {
    "planned": "Rencana setahun",
    "planned_so_far": "Rencana sampai bulan ini",
    "paid": "Dibayar",
    "gap": "Selisih: terhemat atau masih terutang",
    "still_needed": "Kebutuhan bulan sisa",
    "proposal": "Usulan perubahan",
    "proposal_if_owed": "Usulan perubahan bila selisih terutang",
}


def _lines(view: RealisationView) -> str:
    lines = sorted(view.lines, key=lambda line: (not line.reported, -abs(line.proposal or 0), line.key))
    rows = [("Baris", "Rencana", "Dibayar", "Orang", "Usulan", "Bila terutang", "")]
    rows += [
        (
            ", ".join(line_names(view, line)) or "(semua)",
            rupiah(line.planned if line.known else None),
            rupiah(line.paid),
            f"{'?' if line.active is None else line.active}/{line.planned_people}",
            rupiah(line.proposal if line.known else None),
            rupiah(line.proposal_if_owed if line.known else None),
            verdict(line),
        )
        for line in lines[:_SHOWN]
    ]
    rest = len(lines) - _SHOWN
    more = f"\n  dan {rest} baris lain; lihat hasil -o" if rest > 0 else ""
    about = "Per baris, rupiah penuh (orang: aktif/rencana), yang dilaporkan dan terbesar usulannya dahulu"
    return f"{about}\n{columns(rows, (30, 14, 14, 9, 14, 14, 0))}{more}"


def realisation_json(view: RealisationView, coverage: tuple[CoverageView, ...]) -> Json:
    """Everything as one document; an amount that is not known is null."""
    return {
        "region": view.plan.head.region,
        "year": view.plan.head.year,
        "through": view.through,
        "months_left": view.months_left,
        "dimensions": list(view.realisation.dimensions),
        "totals": {name: view.total(name) for name in _AMOUNTS} | {"unplanned": view.unplanned},
        "lines": [_line(view, line) for line in view.lines],
        "months": [
            {"month": month, "planned": one.planned, "paid": one.paid, "active": one.active}
            for month in range(1, 13)
            for one in [view.month(month)]
        ],
        "unread": [
            {
                "line": one.place.line,
                "column": one.place.column,
                "sheet": one.place.sheet,
                "reason": one.reason,
                "amount": one.amount,
            }
            for one in view.realisation.unread
        ],
        "other_years": [{"month": month, "paid": amount} for month, amount in view.elsewhere.items()],
        "coverage": [
            {
                "name": one.coverage.name,
                "joined": one.joined,
                "whole": one.coverage.whole,
                "unit": one.coverage.unit,
                "permille": one.permille,
                "source": one.coverage.source,
            }
            for one in coverage
        ],
        "assumptions": list(view.realisation.assumptions),
    }


def _line(view: RealisationView, line: LineView) -> Json:
    return {
        **dict(zip(view.realisation.dimensions, line.key, strict=True)),
        "accounts": list(line.accounts),
        "in_plan": line.known,
        "reported": line.reported,
        "active": line.active,
        "planned_people": line.planned_people,
        **{name: getattr(line, name) if line.known or name == "paid" else None for name in _AMOUNTS},
    }


def realisation_schema() -> Json:
    """The JSON Schema of the document."""
    text, number, maybe = {"type": "string"}, {"type": "integer"}, {"type": ["integer", "null"]}
    amounts = dict.fromkeys(_AMOUNTS, maybe) | {"paid": number}
    dimensions = dict.fromkeys(("fund", "programme", "unit"), text)
    line = closed_object_of(
        {
            **dimensions,
            "accounts": {"type": "array", "items": text},
            "in_plan": {"type": "boolean"},
            "reported": {"type": "boolean"},
            "active": maybe,
            "planned_people": number,
            **amounts,
        },
        optional=tuple(dimensions),
    )
    month = closed_object_of({"month": number, "planned": maybe, "paid": number, "active": maybe})
    unread = closed_object_of({"line": number, "column": number, "sheet": text, "reason": text, "amount": maybe})
    other = closed_object_of({"month": number, "paid": number})
    told = {"name": text, "joined": maybe, "whole": number, "unit": text, "permille": maybe, "source": text}
    return closed_object_of(
        {
            "region": text,
            "year": number,
            "through": number,
            "months_left": number,
            "dimensions": {"type": "array", "items": text},
            "totals": closed_object_of(amounts | {"paid": maybe, "unplanned": number}),
            "lines": {"type": "array", "items": line},
            "months": {"type": "array", "items": month},
            "unread": {"type": "array", "items": unread},
            "other_years": {"type": "array", "items": other},
            "coverage": {"type": "array", "items": closed_object_of(told)},
            "problems": {"type": "array"},
            "assumptions": {"type": "array", "items": text},
        },
        optional=("problems",),
    )
