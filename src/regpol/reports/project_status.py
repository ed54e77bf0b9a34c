"""The state of a project in words: what is filled in, what is open, and the next step."""

from collections.abc import Iterator
from pathlib import Path

from regpol.documents.brief import Brief
from regpol.documents.keys import expected_keys
from regpol.documents.legal_bases import weak_bases
from regpol.project.project import Project
from regpol.project.signatures import Tally
from regpol.register.people import Counts
from regpol.reports.layout import bullets, heading
from regpol.terms.language import thousands


def status_text(
    project: Project, counts: Counts | None, brief: Brief | None, made: tuple[Path, ...], signed: Tally
) -> str:
    """The whole report."""
    return "\n\n".join(_parts(project, counts, brief, made, signed)) + "\n"


def _parts(
    project: Project, counts: Counts | None, brief: Brief | None, made: tuple[Path, ...], signed: Tally
) -> Iterator[str]:
    yield heading(f"Proyek {project.folder.name}: wilayah {project.region}, tahun anggaran {project.year}")
    if counts:
        read, clean, rejected = map(thousands, (counts.read, counts.clean, counts.rejected))
        yield f"Register: {read} baris dibaca, {clean} dapat diputus, {rejected} ditolak"
    files = [f"{path.name} ({path.stat().st_size // 1024} KB)" for path in made]
    yield "Hasil di out/\n" + bullets(files) if files else "Belum ada hasil di out/"
    if project.blanks:
        yield "Belum diisi dalam project.yaml (naskah memakai titik-titik)\n" + bullets(project.blanks)
    if brief:
        named = expected_keys(brief)
        yield "Dasar yang perlu diperiksa Bagian Hukum\n" + bullets(
            f"[{basis.evidence}] {named.get(basis.id, basis.id)}: {basis.citation}" for basis in weak_bases(brief.bases)
        )
    yield "\n".join(_signatures(signed))
    yield "Langkah berikutnya\n" + bullets(_next(project, counts, made))


def _signatures(signed: Tally) -> Iterator[str]:
    counted = f"{signed.signed} berlaku, {len(signed.fallen)} gugur, {signed.unsigned} belum"
    yield f"Tanda tangan ahli hukum atas ketentuan dan nilai: {counted}"
    if signed.fallen:
        yield bullets(f"{one.signature.entry}: {one.words}" for one in signed.fallen)


def _next(project: Project, counts: Counts | None, made: tuple[Path, ...]) -> Iterator[str]:
    folder, register = project.folder, project.folder / project.register
    names = {path.name for path in made}
    if counts and counts.rejected:
        yield f"perbaiki {counts.rejected} baris yang ditolak: regpol register inspect {register} --project {folder}"
    if not any(name.endswith(".xlsx") for name in names):
        yield f"putuskan register: regpol register decide {register} --project {folder} -o {folder}/out/keputusan.xlsx"
    if not any("perwali" in name for name in names):
        yield f"susun rancangan: regpol draft perwali --project {folder} -o {folder}/out/rancangan-perwali.docx"
    yield "sunting rancangan di Word bersama Bagian Hukum; setiap komentar menyebut dasar dan tingkat buktinya"
