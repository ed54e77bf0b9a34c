"""``regpol register decide --engine spark``: the same decisions on a cluster, the rows left where they lie."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regpol.commands import shell
from regpol.commands.register.spark_session import LOCAL, require_extra, session
from regpol.reports.safe_folder import replacing_folder

if TYPE_CHECKING:
    from regpol.commands.register.question import Question
    from regpol.reports.decided.register import DecidedRegister

_EXAMPLE = "regpol register decide orang.parquet --project examples/mataram -o hasil --engine spark"
ROWS, SITUATIONS, SUMMARY = "baris", "situasi.xlsx", "ringkasan.json"


@dataclass(frozen=True)
class Request:
    """What was typed."""

    register: Path
    output: Path
    project: Path | None
    region: str | None
    year: int | None
    master: str | None
    remote: str | None


def decide_on_spark(asked: Request) -> int:
    """Decides a clean register on Spark into a folder; the exit status.

    Raises:
        Refused: if something is missing, the register does not fit, or the cluster does not answer.
    """
    require_extra()
    from regpol.commands.register.question import Question
    from regpol.reports.decided.write import write_situations
    from regpol.terms.language import thousands

    _refuse_absent(asked.register)
    question = Question(asked.project, asked.region, asked.year, example=_EXAMPLE)
    with replacing_folder(asked.output, SUMMARY) as folder:
        report = _decided(asked, question, folder / ROWS)
        write_situations(report, folder / SITUATIONS, shell.data_folder("templates"))
        summary = json.dumps(_summary(question, report), ensure_ascii=False, indent=2)
        (folder / SUMMARY).write_text(f"{summary}\n", encoding="utf-8")
    looked = len(report.to_look_at)
    shell.say(
        f"{thousands(report.read)} baris dibaca = {thousands(report.decided)} diputus (dihitung ulang dari hasil); "
        f"{len(report.situations)} situasi, {looked} perlu dilihat; hasil di {asked.output}"
    )
    return shell.ATTENTION if looked or report.common else shell.DONE


def _decided(asked: Request, question: "Question", rows: Path) -> "DecidedRegister":
    """The rows written, and the report of them."""
    from regpol.commands.register.spark_work import SparkWork
    from regpol.reports.decided.build import build

    tell = shell.progress_bar("memutus di Spark")
    with session(asked.master or LOCAL, asked.remote or "") as opened:
        work = SparkWork(opened, question, asked.register)
        read = work.open()
        tell(2, 10)
        found = work.combine()
        tell(4, 10)
        lines = work.decide(found, lambda done: tell(40 + 20 * done // max(1, len(found)), 100))
        work.write(rows, read)
        tell(9, 10)
        made = build(_about(asked, question, read), work.answered, lines, tuple, tuple)
    tell(10, 10)
    return made


def _about(asked: Request, question: "Question", read: int) -> Any:
    from regpol.reports.decided.build import About

    return About(
        title=f"Keputusan register {question.region.name} tahun anggaran {question.year}",
        region=f"{question.region.name} ({question.region.code})",
        on_date=date(question.year, 1, 1),
        source=asked.register.name,
        read=read,
        decided=read,
        rejected=0,
        assumptions=(
            "Usia dan masa SK diambil dari register, menurut hari pembersihannya",
            f"Pembulatan iuran: {question.policy.rounding} (kebijakan; belum ada sumber yang mengaturnya)",
        ),
    )


def _summary(question: "Question", report: "DecidedRegister") -> Mapping[str, Any]:
    """Counts and sums; no row of anybody."""
    return {
        "wilayah": question.region.code,
        "nama_wilayah": question.region.name,
        "tahun": question.year,
        "buku_aturan": question.book.hash,
        "mesin": "spark",
        "baris_dibaca": report.read,
        "baris_diputus": report.decided,
        "angka": [
            {"kelompok": total.group, "hal": total.label, "nilai": total.value, "satuan": total.unit}
            for total in report.totals
        ],
        "asumsi": list(report.assumptions),
    }


def _refuse_absent(register: Path) -> None:
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.register import UnreadableFile

    if not register.exists():
        raise Refused(UnreadableFile(place=Place(str(register)), reason="tidak ada"))
