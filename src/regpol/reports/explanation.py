"""The chain behind one answer, in words: from the answer to the norms, what fell and why, what would turn it.

Written from the record of the decision alone; the rules are not read a second time.
"""

from collections.abc import Iterator

from regpol.decision.case import PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.decision.precedence import Ground
from regpol.decision.remedies import Remedy, subject
from regpol.law.model import Modality, Provision, Rulebook
from regpol.reports.layout import WIDTH, bullets, heading
from regpol.terms.answer import Answer

_MEANING = {
    Answer.REQUIRED: "norma yang berlaku mewajibkannya",
    Answer.ENTITLED: "norma yang berlaku memberinya sebagai hak",
    Answer.ALLOWED: "norma yang berlaku membolehkannya",
    Answer.FORBIDDEN: "norma yang berlaku melarangnya",
    Answer.EXCLUDED: "norma yang berlaku menempatkannya di luar lingkup",
    Answer.UNSETTLED: "norma atau tafsirnya berbeda, dan tidak ada urutan yang memutuskan",
    Answer.UNKNOWN: "jawabannya bergantung pada fakta yang belum diketahui",
    Answer.UNREAD: "naskah yang mengaturnya belum terbaca, sehingga tidak disimpulkan apa pun",
    Answer.NOT_IN_FORCE: "normanya ada, tetapi tidak berlaku pada waktu ini",
    Answer.SILENT: "naskah yang dibaca tidak mengaturnya",
}


def explain_finding(rulebook: Rulebook, period: PeriodAnswer, finding: Finding, turns: tuple[Remedy, ...]) -> str:
    """One answer of one period, walked back to its provisions."""
    about = subject(rulebook, finding)
    title = f"{about[:1].upper()}{about[1:]}, {period.period.label}"
    parts = [heading(title), f"Jawaban: {finding.answer.label} — {_MEANING[finding.answer]}."]
    parts.append(_situation(rulebook, period.cells.get(finding.question, {})))
    if finding.missing:
        parts.append("Perlu diketahui dahulu\n" + bullets(rulebook.facts[fact].ask for fact in finding.missing))
    if finding.sides:
        parts.append(
            "Menurut kemungkinannya\n" + bullets(f"{side.cells}: {side.answer.label}" for side in finding.sides)
        )
    parts += [_ground(rulebook, number, ground) for number, ground in enumerate(finding.grounds, 1)]
    if finding.instructed:
        parts.append("Instruksi (mengikat pejabat yang dituju, tidak memutus jawaban ini)")
        parts += [_ground(rulebook, number, ground) for number, ground in enumerate(finding.instructed, 1)]
    if turns:
        parts.append("Yang dapat mengubahnya\n" + bullets(f"{turn.change} — {turn.holder}" for turn in turns))
    return "\n\n".join(parts)


def _situation(rulebook: Rulebook, cells: dict[str, str]) -> str:
    words = [f"{rulebook.facts[code].name.lower()}: {label}" for code, label in cells.items()]
    return "Keadaan yang dibaca kaidah: " + ("; ".join(words) or "kategorinya saja") + "."


def _ground(rulebook: Rulebook, number: int, ground: Ground) -> str:
    provision = ground.rule.provision
    if provision is None:
        lines = [f"{number}. Dinyatakan tidak diatur, setelah membaca {', '.join(ground.rule.read)}."]
        lines += [f"   Catatan: {ground.rule.note}"] if ground.rule.note else []
        return "\n".join(lines)
    return "\n".join(
        [f"{number}. {provision.citation}", *(f"   {line}" for line in _told(rulebook, provision, ground))]
    )


def _told(rulebook: Rulebook, provision: Provision, ground: Ground) -> Iterator[str]:
    rule = ground.rule
    yield from _wrapped(f"Isi: {provision.gist}")
    yield from _wrapped(f"Norma: {_norm(rulebook, ground)}")
    if rule.reading:
        yield from _wrapped(f"Tafsir menurut {rule.reading.by}")
    yield f"Bukti: {provision.evidence.label}; berlaku {rule.validity.label}; kaidah {rule.id}"
    openable = [source for source in provision.sources if source.address]
    for source in openable:
        yield f"Sumber: {source.name} <{source.address}>"
    if provision.sources and not openable:
        yield "Sumber: tidak dapat dibuka pembaca"
    for defeat in ground.defeated:
        lost = defeat.rule.provision.citation if defeat.rule.provision else defeat.rule.id
        yield from _wrapped(f"Mengalahkan {lost}: {defeat.principle}")
    if rule.note:
        yield from _wrapped(f"Catatan: {rule.note}")


def _norm(rulebook: Rulebook, ground: Ground) -> str:
    rule = ground.rule
    objects = ", ".join(rulebook.term(rule.question.vocabulary, name).name for name in rule.norm.objects)
    bearer = rulebook.term("pihak", rule.norm.bearer).name
    words = {
        Modality.CLASSIFIED: f"{bearer} termasuk {objects}",
        Modality.EXCLUDED: f"{bearer} berada di luar {objects}"
        + (f" ({rule.norm.scheme})" if rule.norm.scheme else ""),
        Modality.UNREAD: f"mengatur {objects}, tetapi naskahnya belum terbaca",
    }
    return words.get(rule.norm.modality, f"{bearer} {rule.norm.modality}: {objects}")


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, WIDTH - 3, subsequent_indent="  ")
