"""The plan as a workbook that a budget officer pastes from: formulas where an office expects them."""

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from regpol.budget.planning.plan import LeftOut
from regpol.project.rka_format import COUNTED, BudgetShape
from regpol.reports.plan.cash_sheets import write_cash, write_details
from regpol.reports.plan.recipients_sheet import write_recipients
from regpol.reports.plan.rka import UNKNOWN_AMOUNT, BudgetLine, heading
from regpol.reports.plan.sheets import Cell, Col, Made, Table
from regpol.reports.plan.summary_sheet import write_summary
from regpol.reports.plan.unit_sheet import write_units
from regpol.reports.plan.view import PlanView
from regpol.reports.workbook_style import Style
from regpol.terms.language import thousands

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDTHS = {"uraian": 40, "target": 31, "sumber_dana": 22, "rekening": 18, "jumlah": 18, "harga": 14, "sifat": 11}
_KINDS = {"orang": "number", "bulan": "number", "harga": "rupiah", "jumlah": "rupiah"}
_NUMBERS = {"orang": 8, "bulan": 7}


def plan_xlsx(view: PlanView) -> bytes:
    """The workbook as bytes, the same for the same plan."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    read_on = datetime.combine(date.fromisoformat(view.plan.head.on_date), datetime.min.time())
    book.set_properties({"title": view.plan.head.title, "created": read_on})
    style = Style(book)
    write_summary(book, style, view)
    _form(book, style, view, "RKA", view.rka_shape, view.rka)
    if view.village:
        _form(book, style, view, view.village_word, view.village_shape, view.village)
    write_cash(book, style, view)
    write_units(book, style, view)
    write_details(book, style, view)
    if view.recipients:
        write_recipients(book, style, view.plan, view.recipients)
    _left_out(book, style, view)
    _grounds(book, style, view)
    book.close()
    return made.getvalue()


def _form(
    book: "Workbook",
    style: Style,
    view: PlanView,
    name: str,
    shape: BudgetShape,
    lines: tuple[BudgetLine, ...],
) -> None:
    """The lines of one form; the amount is people x months x price, as the office would enter it."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    columns = [
        Col(heading(it), _WIDTHS.get(it, _NUMBERS.get(it, 15)), _kind(it), total=it == "jumlah") for it in shape.columns
    ]
    table = Table(book, style, name, columns, frozen=0)
    table.title(
        f"{name}: iuran jaminan sosial ketenagakerjaan",
        f"{view.plan.head.region_name} · tahun anggaran {view.plan.head.year} · yang keluar dari kas tahun ini",
        "Jumlah = orang x bulan x harga. Kode yang kosong belum diketahui: minta ke BPKAD atau isi dalam project.yaml.",
    )
    at = {column: number for number, column in enumerate(shape.columns)}
    factors = all(it in at for it in ("orang", "bulan", "harga"))
    total = 0
    for line in lines:
        total += line.amount or 0
        amount: Cell | Made = UNKNOWN_AMOUNT if line.amount is None else line.amount
        if factors and line.amount is not None and line.people * line.months * (line.price or 0) == line.amount:
            cells = [xl_rowcol_to_cell(table.next_row, at[it]) for it in ("orang", "bulan", "harga")]
            amount = Made(f"={'*'.join(cells)}", line.amount)
        counted: dict[str, Cell | Made] = {
            **line.texts,
            "orang": line.people,
            "bulan": line.months,
            "harga": "menurut orang" if line.price is None and line.amount is not None else line.price,
            "jumlah": amount,
        }
        table.row([counted[column] for column in shape.columns])
    table.close([total if column == "jumlah" else None for column in shape.columns])


def _kind(column: str) -> str:
    if column in _KINDS:
        return _KINDS[column]
    return "long" if column in {"uraian", "target"} or column not in COUNTED else "text"


def _left_out(book: "Workbook", style: Style, view: PlanView) -> None:
    """Everyone whose amount is not known or who is not in the plan, with the rows of the register."""
    columns = [
        Col("Keadaan", 20),
        Col("Kategori", 24),
        Col("Unit", 26),
        Col("Program", 10),
        Col("Orang", 8, "number", total=True),
        Col("Alasan", 60, "long"),
        Col("Baris dalam register", 34, "long"),
    ]
    table = Table(book, style, "Tidak terhitung", columns)
    counts = view.plan.counts
    table.title(
        "Yang belum dapat dihitung dan yang di luar rencana",
        f"{thousands(counts.read)} baris dibaca = {thousands(counts.planned)} direncanakan + "
        f"{thousands(counts.outside)} di luar + "
        f"{counts.rejected} ditolak. Tidak ada yang dihitung nol.",
        f"Baris yang ditolak saat membaca disebut oleh: regpol register inspect {view.plan.head.source}",
    )
    people = 0
    for state, left in (("belum dapat dihitung", view.plan.uncounted), ("di luar rencana", view.plan.outside)):
        for it in left:
            people += it.people
            table.row([state, *_left_cells(view, it)])
    table.close([None, None, None, None, people, None, None])


def _left_cells(view: PlanView, it: LeftOut) -> list[Cell]:
    plan = view.plan
    programme = plan.name("program", it.programme) if it.programme else ""
    return [plan.name("kategori", it.category), plan.name("unit", it.unit), programme, it.people, it.reason, it.rows]


def _grounds(book: "Workbook", style: Style, view: PlanView) -> None:
    """On what each kind of line rests, with how well the text is known."""
    columns = [
        Col("Nomor", 8, "number"),
        Col("Kategori", 24),
        Col("Program", 10),
        Col("Sumber dana", 24),
        Col("Wajib atau pilihan, dan mengapa", 46, "long"),
        Col("Ketentuan dan tingkat bukti", 60, "long"),
        Col("Belum terbaca", 40, "long"),
        Col("Rupiah yang bertumpu", 20, "rupiah", total=True),
    ]
    table = Table(book, style, "Dasar hukum", columns)
    table.title(
        "Dasar tiap baris rencana",
        "Dalam kurung siku: seberapa pasti naskahnya diketahui. Kolom Dasar pada lembar Rincian diawali nomor ini.",
        f"Buku aturan {view.plan.head.rulebook[:12]}.",
    )
    amounts = {key: amount for (key,), amount in view.plan.by("ground").items()}
    for number, (key, it) in enumerate(view.plan.grounds.items(), 1):
        cited = "; ".join(f"{citation} [{evidence}]" for citation, evidence in it.citations)
        fund = view.plan.name("dana", it.fund)
        unread = "; ".join(it.unread)
        programme = view.plan.name("program", it.programme)
        category = view.plan.name("kategori", key.partition("/")[0])
        table.row([number, category, programme, fund, it.about, cited, unread, amounts.get(key, 0)])
    table.close([None] * 7 + [sum(amounts.values())])
