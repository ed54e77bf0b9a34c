"""What a matrix is asked about: the categories and filters that were typed, each checked, and the form."""

from collections.abc import Sequence
from pathlib import Path

from regpol.commands.asking import request
from regpol.decision.case import Query
from regpol.decision.matrix import Choice
from regpol.law.model import Rulebook
from regpol.project.policy import Ahead, Policy
from regpol.project.region import find
from regpol.reports.matrix.view import Asked
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import BadOption, UnknownChoice

_XLSX = "xlsx"


def form_of(form: str | None, output: Path | None, known: tuple[str, ...], *, as_json: bool) -> str:
    """The form that was asked for: by name, else by the ending of the file, else a table.

    Raises:
        Refused: if a workbook is to go to the terminal.
    """
    ending = output.suffix.lower().lstrip(".") if output else ""
    chosen = str(form or ("json" if as_json else ending if ending in known else known[0]))
    if chosen == _XLSX and output is None:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="buku kerja xlsx tidak dapat dicetak ke layar",
                meaning="-o dengan nama berkas",
                example="regpol matrix --region 52.71 --year 2025 --format xlsx -o matriks.xlsx",
            )
        )
    return chosen


def ask(
    book: Rulebook,
    region: str,
    year: int,
    typed: tuple[Sequence[str], Sequence[str], Sequence[str]],
    policy: Policy,
    *,
    ahead: Ahead | None,
) -> tuple[tuple[Query, ...], Choice, Asked]:
    """A query for each category that is there, and what of them is wanted.

    ``typed`` are categories, programmes and funds; none of a kind means all of it.

    Raises:
        Refused: for a name nobody knows, or if no category asked about exists in the region.
    """
    categories, programmes, funds = typed
    _check(book, categories, programmes, funds)
    leaves = _leaves(book, categories)
    queries, missing = request.queries(book, leaves, region=region, year=year, policy=policy, ahead=ahead)
    code = queries[0].region
    absent = tuple(book.categories[leaf].name for leaf in missing)
    asked = Asked(code, find(code).path, year, book.assumptions, absent)
    return queries, Choice(frozenset(programmes), frozenset(funds)), asked


def _check(book: Rulebook, categories: Sequence[str], programmes: Sequence[str], funds: Sequence[str]) -> None:
    known = {
        "kategori": (categories, tuple(book.categories)),
        "program": (programmes, tuple(book.vocabulary["program"])),
        "dana": (funds, tuple(book.vocabulary["dana"])),
    }
    problems: list[Problem] = [
        UnknownChoice(place=NOWHERE, what=what, given=name, known=names)
        for what, (typed, names) in known.items()
        for name in typed
        if name not in names
    ]
    if problems:
        raise Refused(*problems)


def _leaves(book: Rulebook, categories: Sequence[str]) -> tuple[str, ...]:
    """The categories one can ask about under those that were typed; all of them if none was."""
    if not categories:
        return book.leaves
    return tuple(leaf for leaf in book.leaves if _lines(book, leaf) & set(categories))


def _lines(book: Rulebook, category: str) -> set[str]:
    """A category with all it descends from."""
    parents = book.categories[category].parents
    return {category}.union(*(_lines(book, parent) for parent in parents))
