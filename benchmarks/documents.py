"""What a draft takes, stage by stage, and against WeasyPrint that lays out the very same page with nothing around it."""

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

from regpol.commands.draft_work import project_brief, render_draft, writer_for
from regpol.commands.shell import data_folder
from regpol.documents import html, pdf

DAY = date(2025, 1, 2)
PAPERS = {"Perwali": ("perwali", ""), "PKS Ampenan": ("mou", "Ampenan")}
BRIEF, RENDER, PAGE, LAYOUT, WRITE = "bahan", "templat", "HTML", "tata letak", "menulis"
BARE = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
CLOCKS = ((PAGE, html, "write"), (LAYOUT, weasyprint.HTML, "render"), (WRITE, Document, "write_pdf"))


def by_stage(kind: str, unit: str, ending: str, rounds: int) -> tuple[str, ...]:
    """One line: the stages of one paper within one process, after a round that warms up."""
    stages, templates = Stages(), data_folder("templates")
    own = ((BRIEF, sys.modules[__name__], "project_brief"), (RENDER, sys.modules[__name__], "render_draft"))
    with stages.clocks(*own, *CLOCKS):
        for number in range(rounds + 1):
            with stages.round(counted=number > 0):
                brief = project_brief(MATARAM, unit or None, DAY, templates, for_unit=bool(unit))
                writer_for(Path(f"x{ending}"))(render_draft(kind, brief, templates), templates, False)
    taken = stages.medians(BRIEF, RENDER, PAGE, LAYOUT, WRITE)
    if ending == ".docx":  # its writer is one piece of work
        taken |= {WRITE: taken["selebihnya"], "selebihnya": 0.0}
    return tuple(milliseconds(seconds) if seconds else "" for seconds in taken.values())


def against_bare(folder: Path, environment: dict[str, str], kind: str, unit: str, rounds: int) -> list[tuple[str, ...]]:
    """The whole command and WeasyPrint alone, as processes and, for the layout, within one process."""
    templates = data_folder("templates")
    brief = project_brief(MATARAM, unit or None, DAY, templates, for_unit=bool(unit))
    page = html.write(render_draft(kind, brief, templates))
    laid = folder / f"{kind}.html"
    laid.write_text(page, encoding="utf-8")
    draft = [
        REGPOL,
        "draft",
        kind,
        "--project",
        MATARAM,
        "--date",
        DAY.isoformat(),
        *(["--unit", unit] if unit else []),
    ]
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
        )
        for name, (mine, other) in pairs.items()
    ]


def main() -> None:
    rounds = options("Naskah dari proyek sampai berkas.", 5).parse_args().rounds
    say_where()
    with quiet_place() as (folder, environment):
        for paper, (kind, unit) in PAPERS.items():
            show(
                f"{paper}: dibanding WeasyPrint telanjang atas HTML yang sama, milidetik, {rounds} putaran bergantian",
                ("", "regpol", "WeasyPrint", "kali"),
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
