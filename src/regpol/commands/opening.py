"""Opens what a verb works with: the rulebook, the choices and the day that were typed, or what is wrong with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from regpol.commands import shell
from regpol.law.model import Rulebook
from regpol.project.policy import NO_POLICY, Ahead, Policy
from regpol.terms.dates import parse_date
from regpol.terms.money import parse_rate
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import BadFact, BadOption, UnknownChoice, YearOutside

DAY_FORM = "tanggal", "2024-04-25"
"""What a day is called, and an example of one."""


@dataclass(frozen=True, slots=True)
class AskedLaw:
    """Which law a question is put to, as typed: a year, folders, and whether it is carried to that year."""

    year: int
    rules: Path | None
    regional: Sequence[Path] | None
    assume: bool
    growth: str | None

    @property
    def ahead(self) -> Ahead | None:
        """How the year is planned ahead; None if it is not.

        Raises:
            Refused: if a growth was typed that is no percentage, or without ``--assume``.
        """
        return planning(self.assume, self.growth)

    def rulebook(self) -> Rulebook:
        """The rulebook that answers.

        Raises:
            Refused: as `ahead` and `rulebook_for` do.
        """
        return rulebook_for(self.rules, tuple(self.regional or ()), self.year if self.ahead else None)


def rulebook_for(rules: Path | None, regional: tuple[Path, ...] = (), ahead_to: int | None = None) -> Rulebook:
    """The rulebook from a folder, or the one that comes with the program; carried forward to a year if one is given.

    Raises:
        Refused: if a folder is not there, or with everything wrong in its files.
    """
    for folder in filter(None, (rules, *regional)):
        if not folder.is_dir():
            example = "--rules rules" if folder == rules else "--regional examples/mataram/peraturan"
            raise Refused(
                BadOption(
                    place=NOWHERE, trouble=f"folder {folder} tidak ada", meaning="folder yang ada", example=example
                )
            )
    book = shell.rulebook(regional, rules)
    if ahead_to is None or not _plannable(book, ahead_to):
        return book
    from regpol.law.ahead import plan_ahead

    return plan_ahead(book, ahead_to)


def _plannable(rulebook: Rulebook, year: int) -> bool:
    """Whether there is anything before a year to carry to it."""
    return rulebook.budget_years[0] < year <= date.max.year


def planning(assume: bool, growth: str | None) -> Ahead | None:
    """How a year is planned whose texts and values do not exist yet; None without ``--assume``.

    Raises:
        Refused: if a growth was typed that is no percentage, or without ``--assume``.
    """
    rate = parse_rate(growth) if growth else None
    if growth and not (rate and assume):
        trouble = f"--assume-growth “{growth}”" + ("" if assume else " tanpa --assume")
        meaning, example = "kenaikan upah minimum setahun, bersama --assume", "--assume --assume-growth 6,5%"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example))
    return Ahead(rate) if assume else None


def year_outside(rulebook: Rulebook, year: int, place: Place) -> YearOutside:
    """A budget year the rulebook says nothing of."""
    years = rulebook.budget_years
    missing = f"tidak ada pedoman APBD tahun {year} yang terdaftar"
    before = [known for known in years if known <= year]
    carried = (
        f"; check, why, dan matrix dapat membawa norma sampai tahun {before[-1]} dengan --assume, bercap ASUMSI"
        if before
        else ""
    )
    return YearOutside(place=place, given=year, missing=missing, first=years[0], last=years[-1], carried=carried)


def chosen_day(typed: str | None, otherwise: date) -> date:
    """The day that was typed, or another if none was.

    Raises:
        Refused: if what was typed is no day.
    """
    if typed is None:
        return otherwise
    parsed = parse_date(typed)
    if parsed is None:
        raise Refused(no_day(typed))
    return parsed


def no_day(typed: str) -> BadFact:
    """What was typed for a day, and is none."""
    meaning, example = DAY_FORM
    return BadFact(place=NOWHERE, fact="--date", given=typed, meaning=meaning, example=example, question="hari apa?")


def policy_file(path: Path | None) -> Policy:
    """The choices in a policy file, or in the ``kebijakan`` of a project file.

    Raises:
        Refused: with everything wrong in it.
    """
    if path is None:
        return NO_POLICY
    from regpol.law.shape import Report, Unreadable
    from regpol.law.yaml_text import Mapping, read_file
    from regpol.project.policy_format import POLICY

    tree, problems = read_file(path, path.name)
    report: Report = list(problems)
    if tree is not None:
        node: Any = tree.items.get("kebijakan", tree) if isinstance(tree, Mapping) else tree
        try:
            return POLICY.read(node, report)
        except Unreadable:
            pass
    raise Refused(*report)


def unknown_choices(rulebook: Rulebook, policy: Policy) -> Iterable[Problem]:
    """Names in a policy that the rulebook lacks: misspelt, a choice would silently change nothing."""
    groups = {dict(row.keys).get("kelompok_risiko") for value in rulebook.values.values() for row in value.rows}
    risks = tuple(sorted(filter(None, groups)))
    if policy.risk_group and policy.risk_group not in risks:
        yield UnknownChoice(place=NOWHERE, what="kelompok_risiko", given=policy.risk_group, known=risks)
    chosen: dict[str, dict[str, tuple[str, ...]]] = {
        "segmen": {category: (segment,) for category, segment in policy.segments.items()},
        "program": dict(policy.programmes),
        "dana": {category: policy.fund_codes(category) for category in policy.funds},
        "dasar_upah": dict.fromkeys(policy.wage_bases, ()),
    }
    yield from policy.money_problems()
    for kind, choices in chosen.items():
        known = tuple(rulebook.vocabulary.get(kind, ()))
        for category, names in choices.items():
            place = policy.place(kind, category)
            if category not in rulebook.leaves:
                yield UnknownChoice(place=place, what=f"{kind}: kategori", given=category, known=rulebook.leaves)
            for name in names:
                if name not in known:
                    yield UnknownChoice(place=place, what=f"{kind} {category}:", given=name, known=known)
