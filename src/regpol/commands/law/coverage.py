"""``regpol law coverage``: which provisions something in the rulebook answers for."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, REGIONAL, RULES


def cover_law(
    full: Annotated[bool, typer.Option("--full", help="Sebutkan tiap ketentuan dan apa yang mengurusnya.")] = False,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Hitung ketentuan yang diurus kaidah atau nilai, yang dinyatakan lain, dan yang belum diurus."""
    from regpol.commands import opening
    from regpol.law.coverage import Claim, coverage
    from regpol.reports.rulebook import coverage as report
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems.law_static import UnclaimedProvision

    found = coverage(opening.rulebook_for(rules, tuple(regional or ())))
    if as_json:
        shell.show_json(report.coverage_json(found))
    else:
        shell.show(report.coverage_text(found, full=full))
    open_places = [place for one in found for place in one.places if place.claim is Claim.UNCLAIMED]
    for place in open_places:
        where = place.provision.place if place.provision else NOWHERE
        shell.say(str(UnclaimedProvision(place=where, citation=str(place.citation), trouble=report.TROUBLE)))
    return shell.ATTENTION if open_places else shell.DONE
