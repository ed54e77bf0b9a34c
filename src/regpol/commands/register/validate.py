"""``regpol register validate``: what the BPJS branch or the population office answered, put into the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.options import MAPPING as COLUMNS
from regpol.commands.register.reconcile import ON, PROJECT, REGION, YEAR, place_and_day

if TYPE_CHECKING:
    from regpol.register.validation.outcome import Validation
    from regpol.terms.problems import Problem

FILE = typer.Argument(help="Berkas register (XLSX atau CSV).", metavar="REGISTER")
ANSWER = typer.Option("--answer", help="Berkas jawaban dari BPJS Ketenagakerjaan atau Dukcapil.")
MAPPING = typer.Option(
    "--answer-mapping", help="Pemetaan jawaban: bpjs, dukcapil, atau berkas YAML; bila kosong dipilih yang cocok."
)
SAVE = typer.Option(
    "--save-answer-mapping", help="Simpan pemetaan jawaban ke berkas ini untuk disunting, lalu berhenti."
)
OUTPUT = typer.Option("-o", "--output", help="Register hasil (.xlsx), hanya dapat dibaca pemilik berkas.")
PERSONAL = typer.Option("--show-personal", help="Tampilkan nama dan NIK utuh juga pada lembar di samping register.")


def validate(
    file: Annotated[Path, FILE],
    answer: Annotated[Path, ANSWER],
    answer_mapping: Annotated[str | None, MAPPING] = None,
    save_answer_mapping: Annotated[Path | None, SAVE] = None,
    mapping: Annotated[Path | None, COLUMNS] = None,
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Masukkan jawaban BPJS atau Dukcapil ke register: hasil tiap baris dan fakta yang menjadi pasti."""
    from regpol.commands.register.validate_work import check_files, choose_mapping, run, save

    check_files(file, answer, output, suggested="validasi")
    _, on = place_and_day(project, region, year, date)
    chosen = choose_mapping(answer_mapping, answer, project, on, fitting=save_answer_mapping is None)
    if save_answer_mapping:
        save(chosen.path, save_answer_mapping)
        shell.say(f"pemetaan “{chosen.mapping.code}” disimpan di {save_answer_mapping}; sunting, lalu pakai dengan")
        shell.say(f"    --answer-mapping {save_answer_mapping}")
        return shell.DONE
    report = run(file, chosen, on, project, mapping)
    if output:
        from regpol.reports.safe_file import replace_file
        from regpol.reports.validation.workbook import validation_xlsx

        replace_file(output, validation_xlsx(report, on, show_personal=show_personal))
        shell.say(f"register hasil di {output} (memuat nama dan NIK lengkap, hanya terbaca pemilik berkas)")
    if project and chosen.remember(project):
        shell.say(f"pemetaan “{chosen.mapping.code}” diingat dalam proyek: {chosen.kept(project)}")
    problems = _problems(report)
    for problem in problems:
        shell.say(str(problem))
    if as_json:
        from regpol.reports.validation.text import validation_json

        shell.show_json(validation_json(report) | {"problems": [problem.as_dict() for problem in problems]})
    else:
        from regpol.reports.validation.text import validation_text

        shell.show(validation_text(report))
    return shell.ATTENTION if problems or _open(report) else shell.DONE


def _open(report: "Validation") -> bool:
    from regpol.register.validation.mapping import Way

    return any(count for way, count in report.by_way.items() if way is not Way.ON)


def _problems(report: "Validation") -> "tuple[Problem, ...]":
    from regpol.register.validation.mapping import Result
    from regpol.terms.place import Place
    from regpol.terms.problems.register_answers import AnswersConflict, AnswersLeft, StatusesUnknown

    place = Place(report.answer.file)
    found: list[Problem] = []
    unknown = [count for _, meant, count in report.statuses if meant == Result.STATUS_UNKNOWN]
    if unknown:
        mapping = report.mapping.code
        found.append(StatusesUnknown(place=place, mapping=mapping, rows=sum(unknown), count=len(unknown)))
    if report.by_result[Result.CONFLICT]:
        found.append(AnswersConflict(place=place, count=report.by_result[Result.CONFLICT]))
    if report.strays:
        found.append(AnswersLeft(place=place, count=len(report.strays)))
    return tuple(found)
