"""``regpol matrix``: category by programme by fund for a region and a year."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import ASSUME, GROWTH, JSON, POLICY, REGION, REGIONAL, RULES, YEAR

if TYPE_CHECKING:
    from regpol.decision.matrix import Section
    from regpol.law.model import Rulebook
    from regpol.reports.matrix.view import Asked


class Format(StrEnum):
    """The forms a matrix is printed in."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    JSON = "json"


OUTPUT = typer.Option("-o", "--output", help="Berkas hasil; tanpa ini dicetak. xlsx selalu memerlukannya.")
CATEGORIES = typer.Option("--category", help="Hanya kategori ini, atau semua di bawahnya; boleh berulang.")
PROGRAMMES = typer.Option("--programme", help="Hanya program ini; boleh berulang.")
FUNDS = typer.Option("--fund", help="Hanya sumber dana ini; boleh berulang.")


def matrix(
    region: Annotated[str, REGION],
    year: Annotated[int, YEAR],
    form: Annotated[Format | None, typer.Option("--format", help="Bentuk keluaran; bila kosong tabel.")] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    category: Annotated[list[str] | None, CATEGORIES] = None,
    programme: Annotated[list[str] | None, PROGRAMMES] = None,
    fund: Annotated[list[str] | None, FUNDS] = None,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    growth: Annotated[str | None, GROWTH] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tampilkan tiap kategori menurut program dan sumber dana; sel yang terbuka tampak jelas."""
    from regpol.commands.asking.matrix_request import ask, form_of
    from regpol.commands.opening import AskedLaw, policy_file
    from regpol.decision.findings import Decider
    from regpol.decision.matrix import decide_matrix

    form = Format(form_of(form, output, tuple(Format), as_json=as_json))
    law = AskedLaw(year, rules, regional, assume, growth)
    book = law.rulebook()
    named = category or (), programme or (), fund or ()
    queries, wanted, asked = ask(book, region, year, named, policy_file(policy), ahead=law.ahead)
    sections = decide_matrix(Decider(book, asked.region), queries, wanted)
    made = _FORMS[form](book, sections, asked)
    if output:
        from regpol.reports.safe_file import replace_file

        replace_file(output, made if isinstance(made, bytes) else made.encode("utf-8"))
        shell.say(f"{output}: {len(sections)} bagian, {sum(len(section.cells) for section in sections)} sel")
    else:
        shell.show(str(made))
    for text in asked.assumptions:
        shell.say(f"ASUMSI: {text}")
    if asked.absent:
        shell.say(f"Tidak ada di wilayah ini, jadi tidak ditampilkan: {', '.join(asked.absent)}.")
    return shell.DONE


def _table(book: "Rulebook", sections: "tuple[Section, ...]", asked: "Asked") -> str:
    from regpol.reports.matrix.text import matrix_text
    from regpol.reports.matrix.view import view

    return matrix_text(view(book, sections, asked))


def _csv(book: "Rulebook", sections: "tuple[Section, ...]", asked: "Asked") -> str:
    del asked
    from regpol.reports.matrix.rows import matrix_csv

    return matrix_csv(book, sections)


def _xlsx(book: "Rulebook", sections: "tuple[Section, ...]", asked: "Asked") -> bytes:
    from regpol.reports.matrix.view import view
    from regpol.reports.matrix.workbook import matrix_xlsx

    return matrix_xlsx(book, sections, view(book, sections, asked))


def _html(book: "Rulebook", sections: "tuple[Section, ...]", asked: "Asked") -> str:
    from regpol.reports.matrix.page import matrix_html
    from regpol.reports.matrix.view import view

    return matrix_html(view(book, sections, asked), shell.data_folder("templates"))


def _json(book: "Rulebook", sections: "tuple[Section, ...]", asked: "Asked") -> str:
    import json

    from regpol.reports.matrix.rows import matrix_json

    return json.dumps(matrix_json(book, sections, asked), ensure_ascii=False, indent=2) + "\n"


_FORMS: "dict[Format, Callable[[Rulebook, tuple[Section, ...], Asked], str | bytes]]" = {
    Format.TABLE: _table,
    Format.CSV: _csv,
    Format.XLSX: _xlsx,
    Format.HTML: _html,
    Format.JSON: _json,
}
