"""The state of a project in words: what is done, what is out of date, what is missing, and the next step."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.keys import expected_keys
from regpol.documents.brief.legal_bases import weak_bases
from regpol.project.project import Project
from regpol.project.region import find
from regpol.project.signatures import SignedEntries
from regpol.register.people import Counts
from regpol.reports.layout import bullets, heading
from regpol.terms.language import thousands

PLAN, DECIDED, DRAFT, PACKETS = "rencana anggaran", "keputusan register", "rancangan naskah", "paket"
"""What a finished file is; the steps of the way, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Something finished: a file or a folder of packets, and why it is out of date, if it is."""

    name: str
    """Below the project: 'out/rancangan-perwali.docx'."""
    kind: str
    size: int
    """Bytes; of packets how many files."""
    receipt: bool = False
    stale: str = ""
    """'register ditulis sesudahnya (28 November 2026)'; empty if it is not known to be out of date."""
    edited: bool = False
    """Whether somebody went on working on it; such a file must not be made again over their work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that is known of a project today."""

    project: Project
    counts: Counts | None
    brief: Brief | None
    made: tuple[Made, ...]
    signed: SignedEntries
    existing: tuple[str, ...] = ()
    """What becomes of each regulation the region already has."""

    @property
    def stale(self) -> tuple[Made, ...]:
        """What is out of date."""
        return tuple(one for one in self.made if one.stale)

    @property
    def waiting(self) -> bool:
        """Whether anything needs attention."""
        weak = self.brief and weak_bases(self.brief.bases)
        rejected = self.counts and self.counts.rejected
        return bool(self.project.blanks or self.signed.fallen or weak or rejected or self.stale)


def status_text(standing: Standing) -> str:
    """The whole report."""
    return "\n\n".join(_parts(standing)) + "\n"


def _parts(it: Standing) -> Iterator[str]:
    region = find(it.project.region)
    yield heading(f"Proyek {it.project.folder.name or '.'}: {region.name}, tahun anggaran {it.project.year}")
    yield "Sudah\n" + bullets(_done(it))
    if it.stale:
        yield "Basi: dibuat dari bahan yang sesudah itu berubah\n" + bullets(
            f"{one.name}: {one.stale}" + (" (sudah disunting pula)" if one.edited else "") for one in it.stale
        )
    missing = tuple(_missing(it))
    if missing:
        yield "Belum\n" + bullets(missing)
    if it.existing:
        yield "Peraturan daerah yang sudah ada\n" + bullets(it.existing)
    if it.brief:
        named = expected_keys(it.brief)
        yield "Dasar yang perlu diperiksa Bagian Hukum\n" + bullets(
            f"[{basis.evidence}] {named.get(basis.id, basis.id)}: {basis.citation}"
            for basis in weak_bases(it.brief.bases)
        )
    yield "\n".join(_signatures(it.signed))
    yield "Langkah berikutnya\n" + "\n".join(_numbered(tuple(_next(it))))


def _done(it: Standing) -> Iterator[str]:
    yield f"project.yaml terbaca: {len(it.project.policy.categories)} kategori diberi pilihan"
    if it.counts:
        read, clean, rejected = map(thousands, (it.counts.read, it.counts.clean, it.counts.rejected))
        yield f"register: {read} baris dibaca, {clean} dapat diputus, {rejected} ditolak"
    for one in it.made:
        if not one.stale:
            size = f"{thousands(one.size)} berkas" if one.kind == PACKETS else f"{max(one.size // 1024, 1)} KB"
            yield f"{one.name} ({size})" + _since(one)


def _since(one: Made) -> str:
    if one.edited:
        return ", disunting sesudah dibuat"
    return ", sesuai kuitansinya" if one.receipt else ""


def _missing(it: Standing) -> Iterator[str]:
    if it.project.blanks:
        yield "isian project.yaml (naskah memakai titik-titik): " + ", ".join(blank.said for blank in it.project.blanks)
    kinds = {one.kind for one in it.made}
    steps = (DECIDED, PLAN, DRAFT, PACKETS) if it.project.register else (DRAFT,)
    yield from (step for step in steps if step not in kinds)


def _signatures(signed: SignedEntries) -> Iterator[str]:
    counted = f"{signed.signed} berlaku, {len(signed.fallen)} gugur, {signed.unsigned} belum"
    yield f"Tanda tangan ahli hukum atas ketentuan dan nilai: {counted}"
    if signed.fallen:
        yield bullets(f"{one.signature.entry}: {one.words}" for one in signed.fallen)


def _numbered(steps: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """A step to a line, its command on a line of its own, so that it can be copied whole."""
    for number, (what, command) in enumerate(steps, 1):
        yield f"  {number}. {what}"
        yield from ([f"     {command}"] if command else [])


def _next(it: Standing) -> Iterator[tuple[str, str]]:
    folder, register = it.project.folder, it.project.folder / it.project.register
    if not it.project.register:
        yield "simpan daftar pekerja di folder proyek dan sebutkan sebagai “register” dalam project.yaml", ""
    if it.counts and it.counts.rejected:
        faults = f"regpol register inspect {register} --project {folder} -o {folder}/out/mutu.xlsx"
        yield (
            f"perbaiki {thousands(it.counts.rejected)} baris yang ditolak di Excel; perintah ini menunjukkan letaknya",
            faults,
        )
    if it.project.blanks:
        yield f"isi {len(it.project.blanks)} yang kosong dalam {folder / 'project.yaml'}", ""
    commands = {
        DECIDED: f"regpol register decide {register} --project {folder} -o {folder}/out/keputusan.xlsx",
        PLAN: f"regpol budget {register} --project {folder} -o {folder}/out/rencana.pdf",
        DRAFT: f"regpol draft perkada --project {folder} -o {folder}/out/rancangan-perkada.docx --kuitansi",
        PACKETS: f"regpol packet --project {folder} -o {folder}/out/paket",
    }
    fresh = {one.kind for one in it.made if not one.stale}
    made = {one.kind for one in it.made}
    edited = next((one for one in it.stale if one.edited and one.kind == DRAFT), None)
    for kind in (DECIDED, PLAN, DRAFT, PACKETS) if it.project.register else ():
        if kind == DRAFT and edited:
            yield from _beside(edited, folder)
        elif kind not in fresh:
            yield f"{'buat ulang' if kind in made else 'buat'} {kind}", commands[kind]
    if DRAFT in made:
        yield "sunting rancangan di Word bersama Bagian Hukum; setiap komentar menyebut dasar dan tingkat buktinya", ""


def _beside(edited: Made, folder: Path) -> Iterator[tuple[str, str]]:
    """A draft that somebody worked on and whose inputs changed: a new one beside it, and what differs."""
    new = f"{folder}/out/baru.docx"
    yield (
        f"susun rancangan baru di samping {edited.name}, agar suntingan tidak tertimpa",
        (f"regpol draft perkada --project {folder} -o {new}"),
    )
    yield "bandingkan, lalu bawa perubahannya ke naskah yang disunting", f"regpol redline {folder}/{edited.name} {new}"
