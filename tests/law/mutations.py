"""Changes one thing at a time in a copy of the rules, as a slip of the hand would, and sees whether it is noticed.

A mutation is caught if the copy no longer loads, if ``law check`` finds something it did not find before, if a
legal case fails, or if an amount is not what its source says. Only the targets a mutation touches are walked again,
and only cases that ask about them are decided.

    .venv/bin/python tests/law/mutations.py [--each 4] [--seed 3]

prints every mutation with what caught it, the counts, and the survivors.
"""

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parents[1]))

import legal_cases
from law_amounts import amounts
from regpol.decision.findings import Decider
from regpol.decision.reference import evaluate
from regpol.decision.walk.findings import findings
from regpol.decision.walk.kept import Kept
from regpol.decision.walk.whole_rulebook import RulebookWalk, walk
from regpol.law.checks import check_rulebook
from regpol.law.format.cases import CaseRecord
from regpol.law.load import load
from regpol.law.model import Question, Rulebook
from regpol.terms.problems import Problem, Refused

Lines = list[str]
Told = tuple[str, tuple[str, str, str]]


@dataclass(frozen=True)
class Mutation:
    """One change: these lines of a file become others."""

    kind: str
    file: str
    line: int
    length: int
    after: tuple[str, ...]
    before: tuple[str, ...]

    def __str__(self) -> str:
        was, now = " / ".join(map(str.strip, self.before)), " / ".join(map(str.strip, self.after)) or "(dihapus)"
        return f"{self.kind}: {self.file}:{self.line + 1}\n      {was[:150]}\n   -> {now[:150]}"

    def written(self, lines: Lines) -> str:
        """The file with this change."""
        return "\n".join([*lines[: self.line], *self.after, *lines[self.line + self.length :]])


@dataclass(frozen=True)
class Verdict:
    """What caught a mutation; empty if nothing did."""

    mutation: Mutation
    by: str


Change = Callable[["Page", int], Iterator[str]]
"""Other forms of one line of a page."""


@dataclass(frozen=True)
class Page:
    """A file of the rules: its lines, and which part of it each stands in."""

    file: str
    lines: Lines
    parents: dict[str, str]
    bearers: tuple[str, ...]

    def section(self, number: int) -> str:
        """The top-level key a line stands under."""
        above = (line for line in reversed(self.lines[: number + 1]) if re.match(r"[a-z_]+:", line))
        return next(above, "").partition(":")[0]


def _swap(pattern: str, words: dict[str, str], applies: Callable[[str], bool]) -> Change:
    def change(page: Page, number: int) -> Iterator[str]:
        line = page.lines[number]
        if not applies(line):
            return
        for match in re.finditer(pattern, line):
            if match[1] in words:
                yield line[: match.start(1)] + words[match[1]] + line[match.end(1) :]

    return change


def _condition(line: str) -> bool:
    """Whether a line holds conditions of a rule, not words that happen to look like them."""
    return "bila: " in line or bool(
        re.match(r"\s+- \{(?:kategori|program|segmen|usia|bentuk_unit|hubungan_kerja)", line)
    )


def _threshold_by_one(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number] if _condition(page.lines[number]) else ""
    for match in re.finditer(r"(?:kurang dari|lebih dari|paling sedikit|paling banyak) (\d+)", line):
        for moved in (int(match[1]) - 1, int(match[1]) + 1):
            yield line[: match.start(1)] + str(moved) + line[match.end(1) :]


def _date_by_a_day(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    if page.section(number) in {"nilai", "iuran", "keringanan", "manfaat"}:
        return
    for match in re.finditer(r"\d{4}-\d\d-\d\d", line):
        for step in (-1, 1):
            moved = date.fromisoformat(match[0]) + timedelta(days=step)
            yield line[: match.start()] + moved.isoformat() + line[match.end() :]


def _object_dropped(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r"atas: \[([^\]]+,[^\]]+)\]", line):
        names = match[1].split(", ")
        for left in (names[1:], names[:-1]):
            yield line[: match.start(1)] + ", ".join(left) + line[match.end(1) :]


def _wider_category(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r"kategori: ([a-z_]+)", line if _condition(line) else ""):
        if match[1] in page.parents:
            yield line[: match.start(1)] + page.parents[match[1]] + line[match.end(1) :]


def _bearer(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r"siapa: ([a-z_]+)", line):
        others = [name for name in page.bearers if name != match[1]]
        yield line[: match.start(1)] + others[number % len(others)] + line[match.end(1) :]


def _payer(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r"penanggung: ([a-z_]+)", line):
        others = [name for name in page.bearers if name != match[1]]
        yield line[: match.start(1)] + others[number % len(others)] + line[match.end(1) :]


def _amount(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r'sebesar: "?(?:Rp)?(\d+)', line):
        yield line[: match.start(1)] + str(int(match[1]) + 1) + line[match.end(1) :]


def _end_dropped(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    if re.search(r"sejak: [^,}]+, sampai: \d{4}-\d\d-\d\d", line):
        yield re.sub(r", sampai: \d{4}-\d\d-\d\d", "", line, count=1)


def _year_longer(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    for match in re.finditer(r"tahun_anggaran: (?:\d{4} sampai )?(\d{4})", line):
        first = match[0].partition(": ")[2][:4]
        yield line[: match.start()] + f"tahun_anggaran: {first} sampai {int(match[1]) + 1}" + line[match.end() :]


def _implied_dropped(page: Page, number: int) -> Iterator[str]:
    line = page.lines[number]
    if "menyiratkan: {" in line:
        yield re.sub(r" menyiratkan: \{[^}]*\},?", "", line)


REVERSED = {
    "kurang dari": "paling sedikit", "paling sedikit": "kurang dari",
    "lebih dari": "paling banyak", "paling banyak": "lebih dari",
}  # fmt: skip
WEAKER = {
    "wajib": "dapat", "berhak": "dilarang", "dapat": "dilarang", "berwenang": "dilarang", "dilarang": "dapat",
    "di_luar": "wajib", "termasuk": "di_luar",
}  # fmt: skip
CHANGES: dict[str, Change] = {
    "perbandingan dibalik": _swap(r"(kurang dari|lebih dari|paling sedikit|paling banyak) ", REVERSED, _condition),
    "ambang bergeser satu": _threshold_by_one,
    "tanggal bergeser sehari": _date_by_a_day,
    "sifat berganti": _swap(r"sifat: ([a-z_]+)", WEAKER, lambda line: "maka:" in line),
    "objek hilang": _object_dropped,
    "kategori melebar ke induk": _wider_category,
    "siapa berganti": _bearer,
    "penanggung berganti": _payer,
    "jumlah berubah": _amount,
    "akhir masa hilang": _end_dropped,
    "tahun anggaran memanjang": _year_longer,
    "fakta tersirat hilang": _implied_dropped,
}
"""What may happen to a line, by name."""

DROPPED = {
    "pengecualian hilang": r"\s+mengecualikan: \[[^\]]*\]$",
    "tafsir hilang": r"\s+tafsir: \{.*\}$",
    "syarat hilang": r"\s+bila: \S.*$",
    "pencabutan hilang": r"dicabut: \{.*\}$",
}
"""Lines that may get lost whole, by name."""

BLOCKS = {"kaidah hilang": r"  - nama: ", "pernyataan diam hilang": r"- nama: "}
"""Entries that may get lost, with everything indented below them."""


def mutations(rules: Path) -> Iterator[Mutation]:
    """Every single mutation these rules allow."""
    book = load(rules)
    parents = {code: it.parents[0] for code, it in book.categories.items() if it.parents}
    bearers = tuple(book.vocabulary["pihak"])
    paths = [*sorted((rules / "peraturan").glob("*.yaml")), rules / "diam.yaml", rules / "kosakata" / "kategori.yaml"]
    for path in paths:
        lines = path.read_text(encoding="utf-8").split("\n")
        page = Page(str(path.relative_to(rules)), lines, parents, bearers)
        for number, line in enumerate(lines):
            if not re.match(r" *(?:- )?(?:[a-z_]+:|\{)", line) or re.match(r" *(?:isi|catatan|alasan|arti):", line):
                continue
            for kind, change in CHANGES.items():
                for other in change(page, number):
                    yield Mutation(kind, page.file, number, 1, (other,), (line,))
            yield from _lost(page, number)


def _lost(page: Page, number: int) -> Iterator[Mutation]:
    line = page.lines[number]
    for kind, pattern in DROPPED.items():
        if re.match(pattern, line):
            yield Mutation(kind, page.file, number, 1, (), (line,))
    for kind, start in BLOCKS.items():
        if re.match(start, line) and (page.file == "diam.yaml") is (kind == "pernyataan diam hilang"):
            if page.file != "diam.yaml" and page.section(number) != "ketentuan":
                continue
            below = len(line) - len(line.lstrip()) + 2
            end = number + 1
            while end < len(page.lines) and page.lines[end].startswith(" " * below):
                end += 1
            yield Mutation(kind, page.file, number, end - number, (), tuple(page.lines[number:end][:1]))


def chosen(rules: Path, each: int, seed: int) -> list[Mutation]:
    """A few of each kind, from different files as far as there are."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Mutation]] = {}
    for mutation in mutations(rules):
        by_kind.setdefault(mutation.kind, []).append(mutation)
    picked = []
    for kind in sorted(by_kind):
        found = by_kind[kind]
        chance.shuffle(found)
        seen: Counter[str] = Counter()
        ranked = []
        for it in found:
            ranked.append((seen[it.file], it))
            seen[it.file] += 1
        picked += [it for _, it in sorted(ranked, key=lambda pair: pair[0])[:each]]
    return picked


@dataclass
class Bench:
    """The sound rules, what is found in them, and a copy to spoil."""

    rules: Path
    folder: Path
    book: Rulebook = field(init=False)
    kept: Kept = field(init=False)
    known: frozenset[Told] = field(init=False)
    cases: list[CaseRecord] = field(init=False)

    def __post_init__(self) -> None:
        shutil.copytree(self.rules, self.folder)
        self.book = load(self.rules)
        walked = walk(self.book)
        self.kept = walked.kept
        self.known = frozenset(map(_told, _found(self.book, walked)))
        self.cases = [
            case for path in sorted(legal_cases.CASES.glob("*.yaml")) for case in legal_cases.read_cases(path)
        ]

    def verdict(self, mutation: Mutation) -> Verdict:
        """What catches a mutation."""
        path = self.folder / mutation.file
        sound = path.read_text(encoding="utf-8")
        path.write_text(mutation.written(sound.split("\n")), encoding="utf-8")
        try:
            return Verdict(mutation, self._caught(mutation))
        finally:
            path.write_text(sound, encoding="utf-8")

    def _caught(self, mutation: Mutation) -> str:
        try:
            book = load(self.folder)
        except Refused as refused:
            return f"pembacaan berkas: {refused.problems[0].code}"
        walked = walk(book, before=self.kept)
        fresh = [problem for problem in _found(book, walked) if _told(problem) not in self.known]
        if fresh:
            return f"law check: {fresh[0].code}"
        asked = {
            it.target.question for it, key in zip(walked.reaches, walked.keys, strict=True) if key not in self.kept
        }
        case = next(self._failing(book, asked, Path(mutation.file).stem), None)
        if case:
            return f"kasus: {case.name}"
        amount = next((it for it in amounts() if not it.holds(book)), None)
        return f"jumlah: {amount.name} {amount.day}" if amount else ""

    def _failing(self, book: Rulebook, touched: set[Question], slug: str) -> Iterator[CaseRecord]:
        """The cases that fail now, those of the same file first."""
        asked = [case for case in self.cases if _asks(case, touched)]
        asked.sort(key=lambda case: Path(case.place.file).stem != slug)
        with _world(book):
            for case in asked:
                if not _as_expected(case):
                    yield case


def _found(book: Rulebook, walked: RulebookWalk) -> tuple[Problem, ...]:
    return (*findings(book, walked), *check_rulebook(book))


def _told(problem: Problem) -> Told:
    return problem.code, problem.sentences


def _asks(case: CaseRecord, touched: set[Question]) -> bool:
    """Whether a case can come out otherwise: everything else is asked after the segment."""
    return Question.SEGMENT in touched or any(it.question in touched for it in case.expected)


@contextmanager
def _world(book: Rulebook) -> Iterator[None]:
    """The cases decided by another rulebook, with the reference alone: that is what notices a changed rule."""

    @cache
    def decider(region: str) -> Decider:
        return Decider(book, region, durable=lambda target: lambda situation: evaluate(target, situation))

    with mock.patch.multiple(legal_cases, rulebook=lambda: book, decider=decider):
        yield


def _as_expected(case: CaseRecord) -> bool:
    try:
        return all(outcome.as_expected for outcome in legal_cases.outcomes(case))
    except Refused:
        return False


def report(verdicts: list[Verdict]) -> str:
    """How many of each kind were caught, and by what; every survivor."""
    lines = [f"{'':<28} {'seluruh':>8} {'tertangkap':>11}  oleh"]
    for kind in sorted({it.mutation.kind for it in verdicts}):
        own = [it for it in verdicts if it.mutation.kind == kind]
        caught = Counter(it.by.partition(":")[0] for it in own if it.by)
        by = ", ".join(f"{name} {count}" for name, count in sorted(caught.items()))
        lines.append(f"{kind:<28} {len(own):>8} {sum(caught.values()):>11}  {by}")
    survivors = [it for it in verdicts if not it.by]
    lines.append(f"{'jumlah':<28} {len(verdicts):>8} {len(verdicts) - len(survivors):>11}")
    return "\n".join([*lines, "", "lolos:", *(f"  {it.mutation}" for it in survivors)])


def main() -> None:
    """Prints what catches each mutation."""
    options = argparse.ArgumentParser()
    options.add_argument("--each", type=int, default=4, help="mutations of each kind")
    options.add_argument("--seed", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(legal_cases.RULES, Path(folder) / "rules")
        verdicts = []
        for mutation in chosen(legal_cases.RULES, given.each, given.seed):
            verdicts.append(bench.verdict(mutation))
            sys.stdout.write(f"{verdicts[-1].by or 'LOLOS':<60} {mutation}\n")
            sys.stdout.flush()
    sys.stdout.write(report(verdicts) + "\n")


if __name__ == "__main__":
    main()
