"""The situations to be read and discussed: a page that holds everything, or Markdown for a working group's notes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from regpol.reports.decided.columns import open_words
from regpol.reports.decided.register import DecidedRegister, SituationLine
from regpol.terms.dates import long_date
from regpol.terms.money import rupiah

TEMPLATE = "layout/situasi.html.j2"


def situation_order(report: DecidedRegister) -> tuple[SituationLine, ...]:
    """Those to look at first, and among them those of most people."""
    looked = {line.number for line in report.to_look_at}
    return tuple(sorted(report.situations, key=lambda line: (line.number not in looked, -line.people, line.number)))


def counted(report: DecidedRegister) -> str:
    """What a planner has to look through, in one sentence."""
    looked = report.to_look_at
    people = sum(line.people for line in looked)
    return (
        f"{_number(len(report.situations))} situasi, {_number(len(looked))} perlu dilihat "
        f"({_number(people)} dari {_number(report.decided)} orang)"
    )


def common_words(report: DecidedRegister) -> tuple[str, ...]:
    """What is open in every situation, and what would settle it."""
    points = (f"{change} — {holder}" for change, holder, _ in report.common_points)
    return (*report.common, *points)


def html(report: DecidedRegister, templates: Path) -> str:
    """The page; it fetches nothing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["rupiah"] = _rupiah
    environment.filters["angka"] = _number
    ordered = situation_order(report)
    return environment.get_template(TEMPLATE).render(
        report=report,
        day=long_date(report.on_date),
        counted=counted(report),
        groups=(
            ("Perlu dilihat", [line for line in ordered if report.own(line)]),
            (_rest(report), [line for line in ordered if not report.own(line)]),
        ),
    )


def markdown(report: DecidedRegister) -> str:
    """The same as Markdown."""
    parts = [
        f"# Situasi: {report.title}",
        f"{report.region}, keadaan pada {long_date(report.on_date)}, sumber {report.source}. {counted(report)}.",
        "Semua orang dalam satu situasi mendapat jawaban yang sama.",
    ]
    if report.common:
        parts.append("## Terbuka bagi semua situasi\n\n" + _bullets(common_words(report)))
    if report.assumptions:
        parts.append("## Yang dianggap benar\n\n" + _bullets(report.assumptions))
    parts += [_section(report, line) for line in situation_order(report)]
    return "\n\n".join(parts) + "\n"


def _section(report: DecidedRegister, line: SituationLine) -> str:
    seen = "perlu dilihat" if report.own(line) else _rest(report).lower()
    facts = [f"{name}: {label}" for name, label in line.facts]
    facts += [f"belum diketahui: {', '.join(name.lower() for name in line.unknown)}"] if line.unknown else []
    answers = [
        f"{reason.about}: **{reason.answer}** — {'; '.join(reason.grounds) or 'tanpa dasar tertulis'}"
        for reason in line.reasons
    ]
    parts = [
        f"## Situasi {line.number}: {line.category}, {_number(line.people)} orang ({seen})",
        f"Segmen {line.segment or 'belum pasti'}; iuran {money_words(line)}; "
        + (f"dana {line.fund}: {line.fund_answer}" if line.fund else "sumber dana belum dipilih"),
        "Keadaan\n\n" + _bullets(facts),
        "Jawaban dan dasarnya\n\n" + _bullets(answers),
    ]
    if report.own(line):
        parts.append("Yang perlu dilihat\n\n" + _bullets(report.own(line)))
    if line.open:
        parts.append("Yang kurang, dan siapa yang dapat menyelesaikannya\n\n" + _bullets(open_words(line).split("\n")))
    return "\n\n".join(parts)


def _rest(report: DecidedRegister) -> str:
    return "Hanya yang terbuka bagi semua" if report.common else "Tanpa hal terbuka"


def money_words(line: SituationLine) -> str:
    """What one person costs a month."""
    if line.by_income:
        return "menurut penghasilan masing-masing"
    if not line.monthly:
        return "tidak ada program yang dibayar"
    each = ", ".join(f"{name} {_rupiah(amount)}" for name, amount in line.monthly.items())
    return f"{each} sebulan seorang" + (f", jumlah {_rupiah(line.total)}" if len(line.monthly) > 1 else "")


def _rupiah(amount: int | None) -> str:
    return "belum dapat dihitung" if amount is None else rupiah(amount)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _bullets(lines: Iterable[str] | Sequence[str]) -> str:
    return "\n".join(f"- {_inline(line)}" for line in lines)


def _inline(text: str) -> str:
    """One line that Markdown takes for text."""
    return text.replace("\n", " ").replace("|", "\\|").replace("<", "&lt;")
