"""A comparison on a terminal: in short, then values, rupiah, rules, and each answer that flipped with its rule."""

import textwrap
from collections.abc import Iterator

from regpol.decision.effects import Flip, How, Matter, RuleChange, Said
from regpol.decision.value_changes import Absence, ValueChange
from regpol.law.model import Question, Rulebook, ValueRow
from regpol.reports.diff.report import DiffReport, MonthlyChange
from regpol.reports.layout import WIDTH, bullets, columns, heading
from regpol.reports.norm_words import as_said
from regpol.terms.dates import long_date
from regpol.terms.money import rupiah, rupiah_from_sen

_NOT_ASKED, _UNKNOWN = "tidak ditanyakan", "belum diketahui"
Why = tuple[str, ...]


def diff_text(report: DiffReport) -> str:
    """The whole comparison."""
    return "\n\n".join(_Diff(report).parts()) + "\n"


class _Diff:
    def __init__(self, report: DiffReport) -> None:
        self._report = report
        self._book = report.rulebook

    def parts(self) -> Iterator[str]:
        report = self._report
        where = f", {report.region_name} ({report.region})" if report.region else ""
        yield heading(f"Perubahan dari {report.names[0]} ke {report.names[1]}{where}", "═")
        yield "\n".join(self._short())
        if report.values:
            rows = [("Nilai", "Semula", "Menjadi"), *map(_value, report.values)]
            yield "Nilai yang berubah\n" + columns(rows, (44, 32, 0))
        if report.monthly:
            yield self._monthly()
        if report.rules:
            yield "Kaidah yang berubah\n" + columns(map(_rule, _sorted(report.rules)), (22, 50, 0))
        if report.answers:
            yield from self._flips(report.answers.flips)

    def _short(self) -> Iterator[str]:
        report, answers = self._report, self._report.answers
        days = [long_date(moment.day) for moment in report.moments]
        yield f"Dibandingkan: keadaan pada {days[0]}" + (f" dan {days[1]}." if days[0] != days[1] else ".")
        told = f"Nilai yang berubah: {len(report.values)}. Kaidah yang berubah: {len(report.rules)}."
        if answers is None:
            yield f"{told} Tambahkan --region untuk melihat jawaban mana yang berubah karenanya."
            return
        yield told
        yield (
            f"Jawaban yang berubah: {len(answers.flips)}. Tetap, tetapi dengan dasar lain: {answers.other_grounds}. "
            f"Tetap seluruhnya: {answers.same}."
        )

    def _monthly(self) -> str:
        rows: list[tuple[str, ...]] = [("", "Semula", "Menjadi", "Selisih")]
        for it in self._report.monthly:
            segment = self._book.term("segmen", it.segment).short
            programme = self._book.term("program", it.programme).short
            rows.append((f"{programme} ({segment})", *map(_amount, (it.before, it.after)), _moved(it)))
        bases = [f"{base.label}: {_sen(base.sen)}" for base in self._report.bases]
        group = self._report.risk_group
        risk = f" JKK dihitung pada {as_said(self._book.term('kelompok_risiko', group).name)}." if group else ""
        note = f"Upah dihitung pada {'; '.join(dict.fromkeys(bases))}.{risk}"
        return (
            "Rupiah sebulan bagi satu orang, semua pembayar bersama\n"
            + columns(rows, (24, 18, 18, 0))
            + "\n"
            + textwrap.fill(note, WIDTH, initial_indent="  ", subsequent_indent="  ")
        )

    def _flips(self, flips: tuple[Flip, ...]) -> Iterator[str]:
        """Categories, and within them matters, that flip alike and for the same reason, together."""
        by_category: dict[str, list[tuple[Matter, str, Why]]] = {}
        for flip in flips:
            sides = (_said(flip.matter, said, self._book) for said in (flip.before, flip.after))
            told = " → ".join(sides)
            by_category.setdefault(flip.category, []).append((flip.matter, told, self._why(flip)))
        alike: dict[tuple[tuple[Matter, str, Why], ...], list[str]] = {}
        for category, told_of in by_category.items():
            alike.setdefault(tuple(told_of), []).append(self._book.categories[category].name)
        if alike:
            yield heading("Jawaban yang berubah, dan kaidah yang mengubahnya")
        for changes, names in alike.items():
            yield textwrap.fill(", ".join(names), WIDTH) + "\n" + "\n".join(self._together(changes))

    def _together(self, changes: tuple[tuple[Matter, str, Why], ...]) -> Iterator[str]:
        grouped: dict[tuple[str, Why], list[Matter]] = {}
        for matter, told, why in changes:
            grouped.setdefault((told, why), []).append(matter)
        for (told, why), matters in grouped.items():
            yield bullets([f"{'; '.join(self._matters(matters))}: {told}"])
            yield bullets(why, "      ")

    def _matters(self, matters: list[Matter]) -> Iterator[str]:
        """Programmes paid from one fund in one phrase."""
        paid: dict[str, tuple[str, ...]] = {}
        for question, programme, name in matters:
            if question is Question.FUNDING:
                paid[name] = (*paid.get(name, ()), self._book.term("program", programme).short)
            else:
                named = self._book.term(question.vocabulary, name).short if name else ""
                yield f"{question} {named}".strip()
        funds: dict[tuple[str, ...], list[str]] = {}
        for fund, programmes in paid.items():
            funds.setdefault(programmes, []).append(as_said(self._book.term("dana", fund).short))
        for programmes, names in funds.items():
            yield f"pendanaan {', '.join(programmes)} dari {', '.join(names)}"

    def _why(self, flip: Flip) -> Why:
        told = [f"{it.how}: {_cited(it)}" for it in flip.by]
        through = dict.fromkeys(self._named(matter) for matter in flip.through)
        told += [f"karena jawaban ini juga berubah: {name}" for name in through]
        return tuple(told) or ("karena keadaan yang dibaca kaidahnya berubah",)

    def _named(self, matter: Matter) -> str:
        question, _, name = matter
        return f"{question} {self._book.term(question.vocabulary, name).short if name else ''}".strip()


def _sorted(changes: tuple[RuleChange, ...]) -> list[RuleChange]:
    order = list(How)
    return sorted(changes, key=lambda it: (order.index(it.how), it.rule.id))


def _rule(change: RuleChange) -> tuple[str, str, str]:
    return str(change.how), _cited(change), f"{change.rule.validity.label} [{change.rule.evidence.label}]"


def _cited(change: RuleChange) -> str:
    provision = change.rule.provision
    return f"{provision.citation} ({change.rule.id})" if provision else f"pernyataan diam ({change.rule.id})"


def _said(matter: Matter, said: Said | None, book: Rulebook) -> str:
    if said is None:
        return _NOT_ASKED if matter[0].complete else "tidak ada"
    segments = (
        " atau ".join(book.term("segmen", code).short for code in said.detail.split(" / ")) if said.detail else ""
    )
    settled = said.answer.positive and segments
    return segments if settled else f"{said.answer.label}{f' ({segments})' if segments else ''}"


def _value(change: ValueChange) -> tuple[str, str, str]:
    keys = ", ".join(value.replace("_", " ") for _, value in change.keys)
    name = f"{change.value.meaning}{f' ({keys})' if keys else ''}"
    return name, _row(change, change.before), _row(change, change.after)


def _row(change: ValueChange, row: ValueRow | Absence) -> str:
    if isinstance(row, Absence):
        return str(row)
    basis = row.basis or str(change.value.citation)
    return f"{change.value.words(row.amount)}\n{basis} [{row.evidence.label}]"


def _amount(amount: int | None) -> str:
    return _UNKNOWN if amount is None else rupiah(amount)


def _sen(amount: int | None) -> str:
    return _UNKNOWN if amount is None else rupiah_from_sen(amount)


def _moved(it: MonthlyChange) -> str:
    if it.before is None or it.after is None:
        return f"tidak dapat dihitung [{it.evidence.label}]"
    sign = "+" if it.after > it.before else "-"
    return f"{sign}{rupiah(abs(it.after - it.before))} [{it.evidence.label}]"
