"""Writes the decided register in the form its file name asks for."""

from pathlib import Path

from regpol.reports.decided.register import DecidedRegister

ENDINGS = (".xlsx", ".csv")


def write_decided(report: DecidedRegister, path: Path, *, show_personal: bool = False) -> None:
    """Writes the report; ``.csv`` gives the decisions alone, anything else the whole workbook."""
    from regpol.reports.decided.text_file import decided_csv
    from regpol.reports.decided.workbook import decided_xlsx
    from regpol.reports.safe_file import replace_file

    writer = decided_csv if path.suffix.lower() == ".csv" else decided_xlsx
    replace_file(path, writer(report, show_personal=show_personal))


def write_rejects(report: DecidedRegister, path: Path) -> Path | None:
    """Beside a text file, which has one table only, the rows that are not in it; no row may get lost."""
    from regpol.reports.decided.text_file import rejects_csv
    from regpol.reports.safe_file import replace_file

    if path.suffix.lower() != ".csv":
        return None
    beside = path.with_name(f"{path.stem}.ditolak.csv")
    replace_file(beside, rejects_csv(report))
    return beside
