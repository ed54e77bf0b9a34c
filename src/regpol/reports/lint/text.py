"""The findings for a terminal, by Pasal, and the page of one rule."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from regpol.documents.lint.engine import suited, whole_only
from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.registry import checks
from regpol.documents.lint.rule import Rule
from regpol.documents.lint.text import LintText
from regpol.reports.layout import heading, wrapped
from regpol.terms.problems.base import Severity

_SHOWN = 160
_ALIKE = 3
"""From how many missing topics on they are told as one list."""
_COUNTED = {"Pasal", "BAB", "Lampiran", "Diktum", "angka", "huruf"}
"""What an address begins with that needs its number to be found."""
_PAGE = 1900
"""Characters on a page of a regulation, F4 in twelve points; good enough to say findings by the page."""


def lint_text(text: LintText, findings: tuple[Finding, ...], rules: Mapping[str, Rule]) -> str:
    """Everything found, grouped by the Pasal or the part it stands in, with the counts first."""
    parts = [_summary(text, findings, rules)]
    if text.form is PaperForm.OTHER:
        forms = ", ".join(form.value for form in PaperForm)
        parts.append(f"Bentuk naskah tidak dikenali dari judulnya, jadi belum diperiksa. Beri --form: {forms}")
    elif not suited(text, rules):
        parts.append(
            "Belum ada aturan untuk bentuk naskah ini: tidak satu pun diperiksa, jadi nol di atas bukan pujian."
        )
    if text.fragment and (silent := whole_only(text, rules)):
        parts.append(
            wrapped(
                f"Penggalan tanpa judul dan pembukaan: {len(silent)} aturan yang menilai naskah utuh tidak diperiksa, "
                "dan acuan ke pasal di luar penggalan tidak dinilai.",
                "",
            )
        )
    for group, held in groupby(findings, key=_group):
        parts += ["", heading(group)]
        parts += list(_told(tuple(held), text, rules))
    if findings:
        parts += ["", f"Penjelasan sebuah aturan: regpol lint explain {findings[0].rule}"]
    return "\n".join(parts)


def counts(form: PaperForm, findings: tuple[Finding, ...], rules: Mapping[str, Rule]) -> dict[Severity, int]:
    """How many findings of each weight on a paper of a form."""
    found = Counter(rules[finding.rule].weight(form) for finding in findings)
    return {severity: found[severity] for severity in Severity}


def pages(text: LintText) -> int:
    """About how many printed pages the paper fills, at least one."""
    return max(1, round(sum(len(line.text) for line in text.lines) / _PAGE))


def rule_page(name: str, rule: Rule) -> str:
    """A rule in the one form."""
    implemented = "" if name in checks() else "\n\nAturan ini belum diperiksa otomatis; periksa sendiri."
    source = rule.source
    references = [part for part in (source.words, *source.pages) if part] or ["tidak ada sumber terbuka"]
    lines = [
        f"{name} ({rule.severity.word})",
        "",
        f"Yang diperiksa: {rule.checks}",
        f"Mengapa: {rule.why}",
        f"Contoh: {rule.example}",
        f"Sebaiknya: {rule.better}",
        f"Acuan: {'; '.join(references)}",
        f"Bukti: {rule.confidence} ({rule.confidence.meaning})",
        f"Berlaku untuk: {', '.join(form.value for form in rule.applies_to)}",
        *_custom(rule),
    ]
    return "\n".join(lines) + implemented


def _custom(rule: Rule) -> Iterator[str]:
    if rule.by_custom:
        forms = ", ".join(form.value for form in rule.by_custom)
        yield f"Menurut kebiasaan, paling jauh perlu diperiksa: {forms}"


def rule_list(rules: Mapping[str, Rule]) -> str:
    """Every rule on one line, and whether the program decides it."""
    decided = checks()
    lines = []
    for name, rule in rules.items():
        mark = " " if name in decided else "–"
        lines.append(f"{mark} {name}  {rule.severity.word:20} {rule.checks}")
    told = f"{sum(name in decided for name in rules)} dari {len(rules)} aturan diperiksa otomatis (– belum)."
    return "\n".join([*lines, "", told])


def _summary(text: LintText, findings: tuple[Finding, ...], rules: Mapping[str, Rule]) -> str:
    found = counts(text.form, findings, rules)
    said = ", ".join(f"{found[severity]} {severity.word}" for severity in Severity)
    name = f"{text.source}: " if text.source else ""
    return f"{name}{text.form.value}, kira-kira {pages(text)} halaman, {len(text.pasals)} Pasal: {said}"


def _group(finding: Finding) -> str:
    words = finding.address.split()
    group = " ".join(words[:2]) if words[:1] and words[0] in _COUNTED else finding.address.split(" ")[0]
    return group[:1].upper() + group[1:]


def _unit(text: LintText) -> str:
    """What the places of the source are counted in: Word shows no lines."""
    return "paragraf" if text.source.lower().endswith(".docx") else "baris"


def _told(held: tuple[Finding, ...], text: LintText, rules: Mapping[str, Rule]) -> Iterator[str]:
    """The findings of one group; topics that are missing are one list where they are many."""
    missing = [it for it in held if it.topic]
    listed = missing if len(missing) >= _ALIKE else []
    for finding in held:
        if finding not in listed:
            yield from _finding(finding, rules[finding.rule].weight(text.form), _unit(text))
    if listed:
        place = f"{listed[0].address} ({_unit(text)} {listed[0].line})"
        yield f"  {place} · {len(listed)} pokok tidak ditemukan; tambahkan ketentuan tentang:"
        yield from (f"    {it.rule} {rules[it.rule].weight(text.form).word} · {it.topic}" for it in listed)


def _finding(finding: Finding, weight: Severity, unit: str) -> Iterator[str]:
    yield f"  {finding.address} ({unit} {finding.line}) · {finding.rule} {weight.word}"
    yield wrapped(f"ditemukan  : {_short(finding.found)}", "    ")
    yield wrapped(f"sebaiknya  : {_short(finding.better)}", "    ")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
