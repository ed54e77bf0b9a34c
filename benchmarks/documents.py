"""What a draft takes, stage by stage, and against WeasyPrint alone on the very same page."""

import sys
from datetime import date
from pathlib import Path

import weasyprint
from stopwatch import (
    MATARAM,
    REGPOL,
    Stages,
    in_turn,
    milliseconds,
    options,
    process,
    quiet_place,
    say_where,
    show,
    times_as_long,
)
from weasyprint.document import Document

from regpol.commands.draft import work as draft_work
from regpol.commands.shell import data_folder
from regpol.documents.kinds import read_kinds
from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Draft
from regpol.documents.writers import html, pdf

DAY = date(2025, 1, 2)
TEMPLATES = data_folder("templates")
PAPERS = {"Perwali": ("perwali", ""), "PKS Ampenan": ("mou", "Ampenan")}
BRIEF, RENDER, PAGE, LAYOUT, WRITE = "bahan", "templat", "HTML", "tata letak", "menulis"
BARE = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
CLOCKS = (
    (BRIEF, draft_work, "project_brief"),
    (RENDER, render, "draft"),
    (PAGE, html, "write"),
    (LAYOUT, weasyprint.HTML, "__init__"),
    (LAYOUT, weasyprint.HTML, "render"),
    (WRITE, Document, "write_pdf"),
)


def drafted(kind: str, unit: str) -> Draft:
    _, chosen = read_kinds(TEMPLATES).find(kind)
    brief = draft_work.project_brief(MATARAM, unit or None, DAY, TEMPLATES, chosen)
    return render.draft(chosen.template, brief, TEMPLATES)


def by_stage(kind: str, unit: str, ending: str, rounds: int) -> tuple[str, ...]:
    """One line: the stages of one paper within one process, after a round that warms up."""
    stages = Stages()
    write = draft_work.writer_for(Path(f"naskah{ending}"))
    with stages.clocks(*CLOCKS):
        for number in range(rounds + 1):
            with stages.round(counted=number > 0):
                write(drafted(kind, unit), TEMPLATES, False)
    taken = stages.medians(BRIEF, RENDER, PAGE, LAYOUT, WRITE)
    if ending == ".docx":  # its writer is one piece of work
        taken |= {WRITE: taken["selebihnya"], "selebihnya": 0.0}
    return tuple(milliseconds(seconds) if seconds else "" for seconds in taken.values())


def against_bare(folder: Path, environment: dict[str, str], kind: str, unit: str, rounds: int) -> list[tuple[str, ...]]:
    """The whole command and WeasyPrint alone, as processes and, for the layout, within one process."""
    page = html.write(drafted(kind, unit))
    laid = folder / f"{kind}.html"
    laid.write_text(page, encoding="utf-8")
    draft: list[str | Path] = [REGPOL, "draft", kind, "--project", MATARAM, "--date", DAY.isoformat(), "--unit", unit]
    taken = in_turn(
        rounds,
        {
            "bare": process([sys.executable, "-c", BARE, laid, folder / "bare.pdf"], environment),
            ".pdf": process([*draft, "-o", folder / f"{kind}.pdf"], environment),
            ".docx": process([*draft, "-o", folder / f"{kind}.docx"], environment),
            "bare layout": lambda: weasyprint.HTML(string=page).write_pdf(),
            "own layout": lambda: pdf.lay_out(page),
        },
    )
    pairs = {
        "regpol draft .pdf": (".pdf", "bare"),
        "regpol draft .docx": (".docx", "bare"),
        "tata letak dan tulis PDF saja": ("own layout", "bare layout"),
    }
    return [
        (
            name,
            milliseconds(taken[mine].median),
            milliseconds(taken[other].median),
            times_as_long(taken[mine].ratio(taken[other])),
            times_as_long(taken[mine].processor.ratio(taken[other].processor)),
        )
        for name, (mine, other) in pairs.items()
    ]


def main() -> None:
    rounds = options("Naskah dari proyek sampai berkas.", 3).parse_args().rounds
    say_where()
    with quiet_place() as (folder, environment):
        for paper, (kind, unit) in PAPERS.items():
            show(
                f"{paper}: dibanding WeasyPrint telanjang atas HTML yang sama, milidetik, {rounds} putaran bergantian",
                ("", "regpol", "WeasyPrint", "kali", "kali prosesor"),
                against_bare(folder, environment, kind, unit, rounds),
            )
    show(
        f"Tahapan dalam proses yang sudah hangat, milidetik, {rounds} putaran",
        ("naskah", BRIEF, RENDER, PAGE, LAYOUT, WRITE, "selebihnya", "seluruhnya"),
        [
            (f"{paper} {ending}", *by_stage(kind, unit, ending, rounds))
            for paper, (kind, unit) in PAPERS.items()
            for ending in (".pdf", ".docx")
        ],
    )
    say_where()


if __name__ == "__main__":
    main()
