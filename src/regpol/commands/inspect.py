"""``regpol register inspect``: what is in a spreadsheet of people, and what has to be put right in it."""

from pathlib import Path
from typing import Annotated, Any

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.register import FILE, ON, PROJECT, REGION, SHEET, YEAR


def inspect(
    file: Annotated[Path, FILE],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Baca register dan sebutkan apa yang ditemukan, dianggap, dan perlu diperbaiki."""
    from regpol.commands.register_work import Desk

    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet)
    found = desk.register
    problems = [problem for rejected in found.rejected for problem in rejected.problems] + list(found.warnings)
    counts = {"read": found.counts.read, "decidable": found.counts.clean, "rejected": found.counts.rejected}
    if as_json:
        document: dict[str, Any] = {"counts": counts, "assumptions": list(found.assumptions)}
        shell.show_json(document | {"problems": [problem.as_dict() for problem in problems]})
    else:
        by_title: dict[str, list[int]] = {}
        for problem in problems:
            by_title.setdefault(f"{problem.code} {problem.title}", []).append(problem.place.line)
        shell.show(f"{counts['read']} baris orang; {counts['decidable']} dapat diputus, {counts['rejected']} ditolak")
        for title, lines in sorted(by_title.items()):
            some = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
            shell.show(f"  {len(lines):5}  {title}; baris {some}")
        for text in found.assumptions:
            shell.show(f"  dianggap: {text}")
    return shell.ATTENTION if problems else shell.DONE
