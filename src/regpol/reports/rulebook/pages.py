"""Pages of Markdown about the core regulations, written from the rulebook for a planner who has no lawyer at hand.

Nothing on them is typed in: what the rulebook does not hold, a page cannot say.
"""

from collections.abc import Iterable, Iterator

from regpol.law.model import Core, Modality, Provision, Regulation, Rule, Rulebook
from regpol.law.resting import resting_on
from regpol.reports.norm_words import norm_words
from regpol.reports.rule_words import whom_words
from regpol.reports.rulebook.entry import GRADES, regulation_rows
from regpol.terms.answer import Evidence

MADE = "Halaman ini dibuat dari buku aturan oleh `regpol law pages`. Jangan disunting; perbaiki berkas di `rules/`."
_FURTHER = (
    "Satu ketentuan dengan semua yang bersandar padanya: `regpol law show`. Naskah yang perlu dibaca ahli hukum: "
    "`regpol law list --work`. Ketentuan yang diurus, dan yang dilepas beserta alasannya: `regpol law coverage --full`."
)
_PAGES = {
    Core.INPRES: ("inpres-2-2021.md", "Instruksi Presiden tentang jaminan sosial ketenagakerjaan"),
    Core.BUDGET_GUIDELINE: ("permendagri-15-2024.md", "Pedoman penyusunan APBD menurut tahun anggaran"),
    Core.VILLAGE_ACT: ("uu-3-2024.md", "Undang-undang tentang desa"),
}
_HEAD = ("| bagi siapa | apa katanya | dasar | bukti |", "| --- | --- | --- | --- |")


def law_pages(book: Rulebook) -> dict[str, str]:
    """Every page by the name of its file, and an index."""
    pages = {name: _page(book, core, title) for core, (name, title) in _PAGES.items()}
    return {"README.md": _index(book), **pages}


def _index(book: Rulebook) -> str:
    lines = ["# Hukum yang dipakai regpol", "", MADE, "", "| peraturan inti | dimuat |", "| --- | --- |"]
    for core, (name, title) in _PAGES.items():
        lines.append(f"| [{title}]({name}) | {', '.join(it.name for it in _regulations(book, core))} |")
    return "\n".join([*lines, "", _FURTHER]) + "\n"


def _regulations(book: Rulebook, core: Core) -> list[Regulation]:
    """The core regulations in order of time, and then the ones they amend."""
    found = [it for it in book.regulations.values() if it.core is core]
    ordered = sorted(found, key=lambda it: (it.validity.years or (0, 0), it.year, it.slug))
    amended = dict.fromkeys(name for it in ordered for name in it.amends if name in book.regulations)
    return [*ordered, *(book.regulations[name] for name in amended)]


def _page(book: Rulebook, core: Core, title: str) -> str:
    regulations = _regulations(book, core)
    parts = [f"# {title}", MADE]
    if len(regulations) > 1:
        parts.append(_overview(book, regulations))
    for regulation in regulations:
        parts += _regulation(book, regulation)
    parts.append(_evidence(book, regulations))
    return "\n\n".join(part for part in parts if part) + "\n"


def _overview(book: Rulebook, regulations: Iterable[Regulation]) -> str:
    lines = ["| masa | peraturan | naskah | yang terbaca |", "| --- | --- | --- | --- |"]
    for it in regulations:
        rules = [rule for rule in resting_on(book, it).rules if rule.norm.modality is not Modality.UNREAD]
        said = "; ".join(dict.fromkeys(f"{whom_words(book, rule)}: {norm_words(book, rule)}" for rule in rules))
        lines.append(_cells(it.validity.label, it.name, it.reading.replace("_", " "), said or "belum ada"))
    return "\n".join(lines)


def _regulation(book: Rulebook, it: Regulation) -> Iterator[str]:
    resting = resting_on(book, it)
    provisions = [provision for provision in book.provisions if provision.regulation.name == it.name]
    told = [rule for rule in resting.rules if rule.norm.modality is not Modality.UNREAD]
    unread = [rule for rule in resting.rules if rule.norm.modality is Modality.UNREAD]
    yield f"## {it.name} tentang {it.about}"
    yield "\n".join(f"- {label}: {text}" for label, text in _facts(book, it))
    yield _section("Apa katanya, dan bagi siapa", [*_HEAD, *(_row(book, rule) for rule in told)] if told else [])
    yield _section("Mengatur, tetapi belum terbaca", [f"- {_unread(book, rule)}" for rule in unread])
    left = [provision for provision in provisions if provision.role]
    yield _section("Dicatat, dan tidak menjadi kaidah", [f"- {_left(provision)}" for provision in left])
    yield _section("Dibaca, dan diam", [f"- {_silent(book, rule)}" for rule in resting.read_by])


def _facts(book: Rulebook, it: Regulation) -> Iterator[tuple[str, str]]:
    for label, text in regulation_rows(book, it):
        if label != "Id":
            yield label.lower(), text.replace("\n", " ")


def _section(title: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    return f"### {title}\n\n{body}" if body else ""


def _row(book: Rulebook, rule: Rule) -> str:
    said = norm_words(book, rule) + (". Instruksi kepada pejabat, bukan hak pekerja" if rule.instructing else "")
    said += f". Salah satu tafsir, menurut {rule.reading.by}" if rule.reading else ""
    said += f". {rule.note}" if rule.note else ""
    where = rule.provision.citation.where if rule.provision else ""
    if rule.provision and rule.validity != rule.provision.regulation.validity:
        where += f", {rule.validity.label}"
    return _cells(whom_words(book, rule), said, where, rule.evidence.label)


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _unread(book: Rulebook, rule: Rule) -> str:
    gist = rule.provision.gist if rule.provision else ""
    note = f" {rule.note}" if rule.note else ""
    return f"{gist} Bagi {whom_words(book, rule)}: tidak disimpulkan apa pun sebelum naskahnya dibaca.{note}"


def _left(provision: Provision) -> str:
    reason = (
        f" ({provision.role.replace('_', ' ')}: {provision.reason})" if provision.reason else f" ({provision.role})"
    )
    return f"{provision.citation.pinpoint} [{provision.evidence.label}]: {provision.gist}{reason}"


def _silent(book: Rulebook, rule: Rule) -> str:
    note = f" {rule.note}" if rule.note else ""
    return f"{norm_words(book, rule)} bagi {whom_words(book, rule)}, {rule.validity.label}.{note}"


def _evidence(book: Rulebook, regulations: Iterable[Regulation]) -> str:
    names = {it.name for it in regulations}
    own = [provision for provision in book.provisions if provision.regulation.name in names]
    counts = [(grade, sum(it.evidence is grade for it in own)) for grade in reversed(Evidence)]
    lines = [f"- {count} ketentuan: {GRADES[grade]}" for grade, count in counts if count]
    sources = dict.fromkeys(source for it in own for source in it.sources)
    lines += ["", "Sumber yang dapat dibuka:", ""]
    lines += [f"- {source.name} <{source.address}>" for source in sources if source.address]
    closed = sum(not source.address for source in sources)
    lines += ["", f"Sumber yang tidak dapat dibuka pembaca: {closed}."] if closed else []
    return "## Seberapa pasti\n\n" + "\n".join(lines)
